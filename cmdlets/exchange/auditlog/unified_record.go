package auditlog

import (
	"bytes"
	"encoding/json"
	"strings"
	"time"

	"exolab/store"
	"exolab/store/tenant"
)

// itemRecord is the AuditData of a mailbox audit entry, in the log's order.
type itemRecord struct {
	tenant.AuditHead
	ClientIPAddress       string `json:",omitempty"`
	ClientInfoString      string `json:",omitempty"`
	ClientProcessName     string `json:",omitempty"`
	ClientVersion         string `json:",omitempty"`
	ExternalAccess        bool
	InternalLogonType     int
	LogonType             int
	LogonUserSid          string `json:",omitempty"`
	MailboxGuid           string
	MailboxOwnerSid       string         `json:",omitempty"`
	MailboxOwnerUPN       string         `json:",omitempty"`
	OriginatingServer     string         `json:",omitempty"`
	SessionId             string         `json:",omitempty"`
	AffectedItems         []affectedItem `json:",omitempty"`
	CrossMailboxOperation *bool          `json:",omitempty"`
	Folder                *folderRecord  `json:",omitempty"`
	DestFolder            *folderRecord  `json:",omitempty"`
	Item                  *affectedItem  `json:",omitempty"`

	SendAsUserMailboxGuid         string `json:",omitempty"`
	SendAsUserSmtp                string `json:",omitempty"`
	SendOnBehalfOfUserMailboxGuid string `json:",omitempty"`
	SendOnBehalfOfUserSmtp        string `json:",omitempty"`
}

type folderRecord struct {
	Id   string `json:",omitempty"`
	Path string
}

type affectedItem struct {
	Id           string `json:",omitempty"`
	ParentFolder *folderRecord
	Subject      string
}

// unifiedLogons are the numbers of the logon types in the unified log.
var unifiedLogons = map[tenant.LogonType]int{tenant.LogonOwner: 0, tenant.LogonAdmin: 1, tenant.LogonDelegate: 2}

// groupOperations are logged with the items that they touched.
var groupOperations = map[string]bool{"Copy": true, "Move": true, "MoveToDeletedItems": true, "SoftDelete": true, "HardDelete": true}

// people are the accounts of an organization by SID and the addresses of its
// mailboxes.
type people struct {
	accounts  map[string]string
	addresses map[tenant.GUID]string
	// names are the display name and the SID of each account, by folded account.
	names map[string][]string
}

func peopleOf(r store.Reader) (people, error) {
	p := people{map[string]string{}, map[tenant.GUID]string{}, map[string][]string{}}
	for m, err := range r.Mailboxes() {
		if err != nil {
			return p, err
		}
		p.accounts[m.SID], p.addresses[m.ExchangeGUID] = m.UserPrincipalName, m.PrimarySMTPAddress
		p.names[tenant.FoldName(m.UserPrincipalName)] = []string{m.DisplayName, m.SID}
	}
	return p, nil
}

// userOf is the account that did what an entry tells of.
func (p people) userOf(e *tenant.AuditEntry) string {
	text := e.Properties.Text
	for _, user := range []string{text("LogonUserUPN"), p.accounts[text("LogonUserSid")]} {
		if user != "" {
			return user
		}
	}
	if user := text("MailboxOwnerUPN"); user != "" && e.LogonType == tenant.LogonOwner {
		return user
	}
	return text("LogonUserDisplayName")
}

// recordTypeOf is the type of the record that the unified log holds of an entry.
func recordTypeOf(e *tenant.AuditEntry) string {
	switch {
	case groupOperations[e.Operation]:
		return "ExchangeItemGroup"
	case e.Operation == "MailItemsAccessed":
		return "ExchangeItemAggregated"
	}
	return "ExchangeItem"
}

// unifiedRecordOf is the record that the unified log holds of an entry.
func unifiedRecordOf(e *tenant.AuditEntry, organization string, known people) *tenant.UnifiedAuditRecord {
	text, kind := e.Properties.Text, recordTypeOf(e)
	user := known.userOf(e)
	id := tenant.DerivedGUID(e.Mailbox.String(), e.LastAccessed.Format(time.RFC3339Nano), e.Operation, text("ItemId"), text("SessionId"), user)
	data := itemRecord{
		AuditHead: tenant.NewAuditHead(e.LastAccessed, kind, "Exchange", e.Operation, organization), ClientIPAddress: text("ClientIPAddress"), ClientInfoString: text("ClientInfoString"),
		ClientProcessName: text("ClientProcessName"), ClientVersion: text("ClientVersion"), ExternalAccess: e.ExternalAccess, LogonType: unifiedLogons[e.LogonType],
		LogonUserSid: text("LogonUserSid"), MailboxGuid: e.Mailbox.String(), MailboxOwnerSid: text("MailboxOwnerSid"), MailboxOwnerUPN: text("MailboxOwnerUPN"),
		OriginatingServer: text("OriginatingServer"), SessionId: text("SessionId"),
	}
	data.Id, data.ResultStatus, data.UserKey, data.UserId, data.ClientIP = id, text("OperationResult"), text("LogonUserSid"), user, text("ClientIPAddress")
	data.describeItems(e, kind)
	switch e.Operation {
	case "SendAs":
		data.SendAsUserMailboxGuid, data.SendAsUserSmtp = e.Mailbox.String(), known.addresses[e.Mailbox]
	case "SendOnBehalf":
		data.SendOnBehalfOfUserMailboxGuid, data.SendOnBehalfOfUserSmtp = e.Mailbox.String(), known.addresses[e.Mailbox]
	}
	return &tenant.UnifiedAuditRecord{RecordType: kind, CreationDate: e.LastAccessed.Truncate(time.Second), UserIDs: user, Operations: e.Operation, Identity: id, AuditData: auditDataOf(data)}
}

// auditDataOf is AuditData as the service writes it: the angles of message ids stay
// as they are.
func auditDataOf(data itemRecord) string {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if encoder.Encode(data) != nil {
		return "{}"
	}
	return strings.TrimSuffix(out.String(), "\n")
}

// describeItems fills in folders and items.
func (d *itemRecord) describeItems(e *tenant.AuditEntry, kind string) {
	text := e.Properties.Text
	if path := text("FolderPathName"); path != "" {
		d.Folder = &folderRecord{text("FolderId"), path}
	}
	if path := text("DestFolderPathName"); path != "" {
		d.DestFolder = &folderRecord{text("DestFolderId"), path}
	}
	cross, _ := e.Properties.Get("CrossMailboxOperation")
	if b, ok := cross.(bool); ok {
		d.CrossMailboxOperation = &b
	}
	if subject := text("ItemSubject"); subject != "" && kind == "ExchangeItem" {
		d.Item = &affectedItem{text("ItemId"), d.Folder, subject}
	}
	items, _ := e.Properties.Get("SourceItems")
	list, _ := items.([]any)
	for _, item := range list {
		if b, ok := item.(tenant.Bag); ok {
			d.AffectedItems = append(d.AffectedItems, affectedItem{b.Text("SourceItemId"), &folderRecord{"", b.Text("SourceItemFolderPathName")},
				strings.TrimSpace(b.Text("SourceItemSubject"))})
		}
	}
}
