package tenant

import (
	"fmt"
	"strings"
	"time"
)

// EntryProperties are the properties of a detailed audit entry in Exchange's
// order.
var EntryProperties = []string{
	"Operation", "OperationResult", "LogonType", "ExternalAccess", "DestFolderId", "DestFolderPathName", "FolderId",
	"FolderPathName", "FolderName", "MemberRights", "MemberSid", "MemberUpn", "ClientInfoString", "ClientIPAddress",
	"ClientIP", "ClientMachineName", "ClientProcessName", "ClientVersion", "InternalLogonType", "MailboxOwnerUPN",
	"MailboxOwnerSid", "DestMailboxOwnerUPN", "DestMailboxOwnerSid", "DestMailboxGuid", "CrossMailboxOperation",
	"LogonUserDisplayName", "LogonUserSid", "SourceItems", "SourceFolders", "SourceItemIdsList",
	"SourceItemSubjectsList", "SourceItemAttachmentsList", "SourceItemFolderPathNamesList",
	"SourceFolderPathNamesList", "SourceItemInternetMessageIdsList", "ItemId", "ItemSubject", "ItemAttachments",
	"ItemInternetMessageId", "DirtyProperties", "OriginatingServer", "SessionId", "OperationProperties",
	"AuditOperationsCountInAggregatedRecord", "AggregatedRecordFoldersData", "AppId", "ClientAppId", "ItemIsRecord",
	"ItemComplianceLabel", "MailboxGuid", "MailboxResolvedOwnerName", "LastAccessed", "Identity", "IsValid",
	"ObjectState",
}

// EntryPropertiesOnPrem are those that Exchange Server and the service of 2017 have.
var EntryPropertiesOnPrem = []string{
	"Operation", "OperationResult", "LogonType", "ExternalAccess", "DestFolderId", "DestFolderPathName", "FolderId",
	"FolderPathName", "ClientInfoString", "ClientIPAddress", "ClientMachineName", "ClientProcessName",
	"ClientVersion", "InternalLogonType", "MailboxOwnerUPN", "MailboxOwnerSid", "DestMailboxOwnerUPN",
	"DestMailboxOwnerSid", "DestMailboxGuid", "CrossMailboxOperation", "LogonUserDisplayName", "LogonUserSid",
	"SourceItems", "SourceFolders", "SourceItemIdsList", "SourceItemSubjectsList", "SourceItemFolderPathNamesList",
	"SourceFolderPathNamesList", "ItemId", "ItemSubject", "DirtyProperties", "OriginatingServer", "MailboxGuid",
	"MailboxResolvedOwnerName", "LastAccessed", "Identity", "IsValid", "ObjectState",
}

// EntryShape is the shape of EntryProperties.
var EntryShape = NewShape(EntryProperties)

// EntryShapeOnPrem is the shape of EntryPropertiesOnPrem.
var EntryShapeOnPrem = NewShape(EntryPropertiesOnPrem)

// AuditEntry is one entry of a mailbox's audit log. The typed fields are what
// searches look at; they say the same as the properties and are set by
// NewAuditEntry alone.
type AuditEntry struct {
	Mailbox        GUID // the ExchangeGUID of the mailbox whose log it is in
	LastAccessed   time.Time
	Operation      string
	LogonType      LogonType
	ExternalAccess bool
	// Properties are all properties, LastAccessed as time.Time, SourceItems as a
	// list of Bags. Entries of one form share a Shape.
	Properties Bag
}

// earliest and latest bound the times that the store can order.
var (
	earliest = time.Date(1700, 1, 1, 0, 0, 0, 0, time.UTC)
	latest   = time.Date(2200, 1, 1, 0, 0, 0, 0, time.UTC)
)

// Orderable reports whether the store can order entries by the time: a record of
// another time is refused.
func Orderable(t time.Time) bool { return !t.Before(earliest) && !t.After(latest) }

// NewAuditEntry reads an entry from its properties, which it takes over;
// LastAccessed may be text in ISO 8601.
func NewAuditEntry(mailbox GUID, b Bag) (*AuditEntry, error) {
	e := &AuditEntry{Mailbox: mailbox, Properties: b}
	i := b.shape.Index("LastAccessed")
	if i < 0 {
		return nil, fmt.Errorf("an audit entry needs LastAccessed")
	}
	if err := setTime(&e.LastAccessed, b.values[i]); err != nil {
		return nil, fmt.Errorf("LastAccessed: %w", err)
	}
	if err := checkTime("LastAccessed", e.LastAccessed); err != nil {
		return nil, err
	}
	b.values[i] = e.LastAccessed
	if e.Operation = b.Text("Operation"); e.Operation == "" {
		return nil, fmt.Errorf("an audit entry needs an Operation")
	}
	logon, err := ParseLogonType(b.Text("LogonType"))
	if err != nil {
		return nil, fmt.Errorf("LogonType: %w", err)
	}
	e.LogonType = logon
	external, _ := b.Get("ExternalAccess")
	if err := setBool(&e.ExternalAccess, external); err != nil {
		return nil, fmt.Errorf("ExternalAccess: %w", err)
	}
	return e, nil
}

// ActorName returns who did it: the display name of the user who logged on, or
// the SID where there is no name.
func (e *AuditEntry) ActorName() string {
	if name := e.Properties.Text("LogonUserDisplayName"); name != "" {
		return name
	}
	return e.Properties.Text("LogonUserSid")
}

// Actor is ActorName, folded.
func (e *AuditEntry) Actor() string { return FoldName(e.ActorName()) }

// AuditQuery says which entries of a mailbox's log a search returns. The zero
// query returns all.
type AuditQuery struct {
	Start, End     time.Time // inclusive; zero for no bound
	LogonTypes     LogonSet  // empty for all
	Operations     []string  // ignoring case; empty for all
	ExternalAccess *bool     // nil for both
}

// NotBefore returns the query with its start moved up to t, if it is earlier.
func (q AuditQuery) NotBefore(t time.Time) AuditQuery {
	if q.Start.Before(t) {
		q.Start = t
	}
	return q
}

// Includes reports whether a time is within the bounds.
func (q *AuditQuery) Includes(t time.Time) bool {
	return (q.Start.IsZero() || !t.Before(q.Start)) && (q.End.IsZero() || !t.After(q.End))
}

// Accepts reports whether what the query asks besides the time is met.
func (q *AuditQuery) Accepts(logon LogonType, external bool, operation string) bool {
	if q.LogonTypes != 0 && !q.acceptsLogon(logon, external) {
		return false
	}
	if q.ExternalAccess != nil && *q.ExternalAccess != external {
		return false
	}
	if len(q.Operations) == 0 {
		return true
	}
	for _, o := range q.Operations {
		if strings.EqualFold(o, operation) {
			return true
		}
	}
	return false
}

func (q *AuditQuery) acceptsLogon(logon LogonType, external bool) bool {
	return q.LogonTypes.Has(logon) || external && q.LogonTypes.Has(LogonExternal)
}
