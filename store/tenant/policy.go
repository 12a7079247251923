package tenant

import (
	"fmt"
	"strings"
)

// Profile is the audit policy of one era or flavour of Exchange: which actions
// each logon type can log and which of them are logged by default.
type Profile struct {
	// Name selects the profile in an organization: "2017", "onprem", "2019" or "current".
	Name string
	// OnByDefault is true where AuditDisabled false makes the mailbox's own AuditEnabled irrelevant.
	OnByDefault bool
	// Since says from when on these defaults hold, for explanations.
	Since string

	possible [len(LogonTypes)]ActionSet
	defaults [len(LogonTypes)]ActionSet
}

// Names of the profiles.
const (
	Profile2017    = "2017"
	ProfileOnPrem  = "onprem"
	Profile2019    = "2019"
	ProfileCurrent = "current"
)

// The rows of a policy table: action, then admin, delegate, owner. "*" can be
// logged and is a default, "Y" can be logged, "-" cannot.
const (
	rows2017 = `
Copy Y - -
Create * * Y
FolderBind * Y -
HardDelete * * Y
MailboxLogin - - Y
MessageBind Y - -
Move * Y Y
MoveToDeletedItems * Y Y
SendAs * * -
SendOnBehalf * Y -
SoftDelete * * Y
Update * * Y
UpdateCalendarDelegation * - *
UpdateFolderPermissions * * *`
	rowsOnPrem = `
Copy Y - -
Create * * Y
FolderBind * Y -
HardDelete * * Y
MailboxLogin - - Y
MessageBind Y - -
Move * Y Y
MoveToDeletedItems * Y Y
SendAs * * -
SendOnBehalf * Y -
SoftDelete * * Y
Update * * Y`
	rows2019 = `
AddFolderPermissions - - -
ApplyRecord Y Y Y
Copy Y - -
Create * * Y
FolderBind Y Y -
HardDelete * * *
MailboxLogin - - Y
MessageBind Y - -
ModifyFolderPermissions - - -
Move Y Y Y
MoveToDeletedItems * * *
RecordDelete Y Y Y
RemoveFolderPermissions - - -
SendAs * * -
SendOnBehalf * * -
SoftDelete * * *
Update * * *
UpdateCalendarDelegation * - *
UpdateFolderPermissions * * *
UpdateInboxRules * * *`
	rowsCurrent = `
AddFolderPermissions - - -
ApplyRecord * * *
Copy Y - -
Create * * Y
FolderBind Y Y -
HardDelete * * *
MailboxLogin - - Y
MailItemsAccessed * * *
MessageBind Y - -
ModifyFolderPermissions - - -
Move Y Y Y
MoveToDeletedItems * * *
RecordDelete Y Y Y
RemoveFolderPermissions - - -
SearchQueryInitiated - - Y
Send * - *
SendAs * * -
SendOnBehalf * * -
SoftDelete * * *
Update * * *
UpdateCalendarDelegation * - *
UpdateComplianceTag Y Y Y
UpdateFolderPermissions * * *
UpdateInboxRules * * *`
	rowsGroupMailbox = `
Create * * -
HardDelete * * *
MoveToDeletedItems * * *
SendAs * * -
SendOnBehalf * * -
SoftDelete * * *
Update * * *`
)

var profiles = []Profile{
	newProfile(Profile2017, "the service's beginning until January 2019", false, rows2017),
	newProfile(ProfileOnPrem, "Exchange Server 2010", false, rowsOnPrem),
	newProfile(Profile2019, "January 2019, when auditing came to be on by default", true, rows2019),
	newProfile(ProfileCurrent, "March 2020, when MailItemsAccessed and Send joined the defaults", true, rowsCurrent),
}

var groupMailboxProfile = newProfile("groupMailbox", "January 2019; the settings of group mailboxes cannot be changed", true, rowsGroupMailbox)

// GroupMailboxProfile is the policy of the mailboxes of Microsoft 365 groups,
// which cannot be changed.
func GroupMailboxProfile() *Profile { return &groupMailboxProfile }

// ProfileByName finds a profile, ignoring case.
func ProfileByName(name string) (*Profile, error) {
	for i := range profiles {
		if strings.EqualFold(profiles[i].Name, name) {
			return &profiles[i], nil
		}
	}
	return nil, fmt.Errorf("%q is not an audit profile: use 2017, onprem, 2019 or current", name)
}

// Possible returns the actions that the logon type can log.
func (p *Profile) Possible(t LogonType) ActionSet {
	if int(t) >= len(p.possible) {
		return 0
	}
	return p.possible[t]
}

// Default returns the actions that the logon type logs by default.
func (p *Profile) Default(t LogonType) ActionSet {
	if int(t) >= len(p.defaults) {
		return 0
	}
	return p.defaults[t]
}

// newProfile reads a table of this file; a bad row is a defect of the table and
// leaves its action out, which the tests notice.
func newProfile(name, since string, onByDefault bool, rows string) Profile {
	p := Profile{Name: name, Since: since, OnByDefault: onByDefault}
	for row := range strings.Lines(rows) {
		cells := strings.Fields(row)
		if len(cells) != 1+len(LogonTypes) {
			continue
		}
		action, err := ParseAction(cells[0])
		if err != nil {
			continue
		}
		for _, t := range LogonTypes {
			switch cells[1+int(t)] {
			case "*":
				p.defaults[t] = p.defaults[t].With(action)
				p.possible[t] = p.possible[t].With(action)
			case "Y":
				p.possible[t] = p.possible[t].With(action)
			}
		}
	}
	return p
}
