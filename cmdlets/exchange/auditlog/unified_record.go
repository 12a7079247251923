package auditlog

import (
	"encoding/json"
	"strings"
	"time"

	"exolab/store"
	"exolab/store/tenant"
)

// itemRecord is the AuditData of a mailbox audit entry, in the log's order.
type itemRecord struct {
	CreationTime          string
	Id                    string
	Operation             string
	OrganizationId        string
	RecordType            int
	ResultStatus          string
	UserKey               string
	UserType              int
	Version               int
	Workload              string
	ClientIP              string `json:",omitempty"`
	UserId                string
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

// unifiedRecordOf is the record that the unified log holds of an entry.
// users finds the account of a SID.
func unifiedRecordOf(e *tenant.AuditEntry, organization string, users func(sid string) string) *tenant.UnifiedAuditRecord {
	text := e.Properties.Text
	kind := "ExchangeItem"
	if groupOperations[e.Operation] {
		kind = "ExchangeItemGroup"
	}
	if e.Operation == "MailItemsAccessed" {
		kind = "ExchangeItemAggregated"
	}
	user := ""
	if e.LogonType == tenant.LogonOwner {
		user = text("MailboxOwnerUPN")
	}
	if user == "" {
		user = users(text("LogonUserSid"))
	}
	if user == "" {
		user = text("LogonUserDisplayName")
	}
	id := tenant.DerivedGUID(e.Mailbox.String(), e.LastAccessed.Format(time.RFC3339Nano), e.Operation, text("ItemId"), text("SessionId"), user)
	data := itemRecord{
		CreationTime: e.LastAccessed.Format("2006-01-02T15:04:05"), Id: id, Operation: e.Operation, OrganizationId: organization,
		RecordType: recordTypeNumbers[kind], ResultStatus: text("OperationResult"), UserKey: text("LogonUserSid"), Version: 1, Workload: "Exchange",
		ClientIP: text("ClientIPAddress"), UserId: user, ClientIPAddress: text("ClientIPAddress"), ClientInfoString: text("ClientInfoString"),
		ClientProcessName: text("ClientProcessName"), ClientVersion: text("ClientVersion"), ExternalAccess: e.ExternalAccess, LogonType: unifiedLogons[e.LogonType],
		LogonUserSid: text("LogonUserSid"), MailboxGuid: e.Mailbox.String(), MailboxOwnerSid: text("MailboxOwnerSid"), MailboxOwnerUPN: text("MailboxOwnerUPN"),
		OriginatingServer: text("OriginatingServer"), SessionId: text("SessionId"),
	}
	data.describeItems(e, kind)
	out, err := json.Marshal(data)
	if err != nil {
		out = []byte("{}")
	}
	return &tenant.UnifiedAuditRecord{RecordType: kind, CreationDate: e.LastAccessed.Truncate(time.Second), UserIDs: user, Operations: e.Operation, Identity: id, AuditData: string(out)}
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

// accounts returns a function that finds the account of a SID.
func accounts(t store.Tenant) (func(sid string) string, error) {
	known := map[string]string{}
	err := t.View(func(r store.Reader) error {
		for m, err := range r.Mailboxes() {
			if err != nil {
				return err
			}
			known[m.SID] = m.UserPrincipalName
		}
		return nil
	})
	delete(known, "")
	return func(sid string) string { return known[sid] }, err
}
