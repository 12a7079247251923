package tenant

import (
	"strings"
	"sync"
)

// entryPart is a group of properties that an entry carries or leaves empty.
type entryPart uint16

const (
	partFolder      entryPart = 1 << iota // the folder in which it happened
	partDestination                       // the folder to which it went
	partSources                           // the items that it touched
	partItem                              // the one item that it was about
	partDirty                             // the properties that were changed
	partMember                            // whose rights in the folder
	partDetails                           // OperationProperties
	partAggregate                         // the number of accesses in one record
)

var entryPartNames = map[string]entryPart{
	"folder": partFolder, "destination": partDestination, "sources": partSources, "item": partItem,
	"dirty": partDirty, "member": partMember, "details": partDetails, "aggregate": partAggregate,
}

// operationCarries says which groups the entries of an operation carry besides
// those that every entry has. What a row does not name stays empty, and so does
// everything of an operation without a row: MailboxLogin tells of the client only.
const operationCarries = `
Update item folder dirty
Copy sources folder destination
Move sources folder destination
MoveToDeletedItems sources folder destination
SoftDelete sources folder destination
HardDelete sources folder
FolderBind folder
SendAs item
SendOnBehalf item
Send item
MessageBind item folder
Create item folder
UpdateFolderPermissions folder member
UpdateInboxRules folder details
UpdateCalendarDelegation folder member details
RecordDelete sources folder
ApplyRecord item folder
MailItemsAccessed details aggregate
UpdateComplianceTag item folder
SearchQueryInitiated details`

// entryParts are the rows of operationCarries by action.
var entryParts = sync.OnceValue(func() *[actionCount]entryPart {
	parts := new([actionCount]entryPart)
	for row := range strings.Lines(operationCarries) {
		words := strings.Fields(row)
		if len(words) == 0 {
			continue
		}
		action, err := ParseAction(words[0])
		if err != nil {
			continue // a defect of the table, which its test finds
		}
		for _, word := range words[1:] {
			parts[action] |= entryPartNames[word]
		}
	}
	return parts
})
