package tenant

import (
	"crypto/sha256"
	"encoding/base64"
	"strings"
	"time"
)

// User is who does something in a mailbox.
type User struct{ DisplayName, UserPrincipalName, Alias, SID string }

// UserOf is the user to whom a mailbox belongs.
func UserOf(m *Mailbox) User { return User{m.DisplayName, m.UserPrincipalName, m.Alias, m.SID} }

// EventItem is a message that an event is about.
type EventItem struct {
	ID, Subject, Folder string
	MessageID           string // the Internet message id, in angle brackets
	Attachments         string // names and sizes, "" for none
}

// EventMember is whose rights in a folder an event changes.
type EventMember struct{ UserPrincipalName, SID, Rights string }

// Event is one doing in a mailbox that may be logged. Entry turns it into the
// audit entry with the properties that its operation carries.
type Event struct {
	Mailbox *Mailbox
	User    User
	Logon   LogonType
	Action  Action
	At      time.Time
	// Details are OperationProperties: "Name=Value".
	Details []string
	// Folder and Destination are paths: `\Inbox`.
	Folder, Destination string
	// DestinationMailbox is another mailbox into which items went, or nil.
	DestinationMailbox *Mailbox
	Items              []EventItem
	// Dirty are the names of changed properties with commas between them.
	Dirty  string
	Member EventMember
	// Accesses is the number of accesses that one MailItemsAccessed sums up.
	Accesses int64

	Client    *Client
	ClientIP  string
	SessionID string
	Identity  string // "" to derive one
	External  bool   // somebody of the service's operator
}

// auditServer is the server that entries name.
const auditServer = "MWHPR12MB1553 (15.20.7409.024)"

// auditServerOnPrem is that of Exchange Server.
const auditServerOnPrem = "MBX01 (15.01.2507.006)"

// sourceItemShape are the properties of an element of SourceItems.
var sourceItemShape = NewShape([]string{"SourceItemId", "SourceItemSubject", "SourceItemFolderPathName"})

// EntryShape returns the form that audit entries have under the profile.
func (p *Profile) EntryShape() *Shape {
	if p.Name == ProfileOnPrem || p.Name == Profile2017 {
		return EntryShapeOnPrem
	}
	return EntryShape
}

// eventWriter fills the values of an entry.
type eventWriter struct {
	*Event
	shape  *Shape
	values []any
}

// Entry makes the audit entry of an event in the form of a profile.
func (e *Event) Entry(p *Profile) (*AuditEntry, error) {
	shape := p.EntryShape()
	w := eventWriter{Event: e, shape: shape, values: make([]any, len(shape.Names()))}
	w.common(p)
	w.client()
	w.parts(entryParts()[e.Action])
	return NewAuditEntry(e.Mailbox.ExchangeGUID, NewBag(shape, w.values))
}

// set gives a property a value; a form that does not know the name leaves it out.
func (w *eventWriter) set(name string, v any) {
	if i := w.shape.Index(name); i >= 0 {
		w.values[i] = v
	}
}

// setText is set for texts, of which empty ones stay null.
func (w *eventWriter) setText(name, text string) {
	if text != "" {
		w.set(name, text)
	}
}

func (w *eventWriter) common(p *Profile) {
	m := w.Mailbox
	w.set("Operation", w.Action.String())
	w.set("OperationResult", "Succeeded")
	w.set("LogonType", w.Logon.String())
	w.set("ExternalAccess", w.External)
	w.set("InternalLogonType", internalLogon(w.Logon))
	w.setText("MailboxOwnerUPN", m.UserPrincipalName)
	w.setText("MailboxOwnerSid", m.SID)
	w.set("CrossMailboxOperation", w.DestinationMailbox != nil)
	w.setText("LogonUserDisplayName", w.User.DisplayName)
	w.setText("LogonUserSid", w.User.SID)
	w.set("SourceItems", []any{})
	w.set("SourceFolders", []any{})
	w.set("OriginatingServer", auditServer)
	if p.Name == ProfileOnPrem {
		w.set("OriginatingServer", auditServerOnPrem)
	}
	w.setText("SessionId", w.SessionID)
	w.set("MailboxGuid", m.ExchangeGUID.String())
	w.set("MailboxResolvedOwnerName", m.DisplayName)
	w.set("LastAccessed", w.At)
	w.set("Identity", w.identity())
	w.set("IsValid", true)
	w.set("ObjectState", "New")
}

func (w *eventWriter) identity() string {
	if w.Identity != "" {
		return w.Identity
	}
	return "RgAAAA" + shortHash(24, w.Mailbox.ExchangeGUID.String(), FormatTime(w.At), w.Action.String(), w.SessionID, w.User.SID) + "AAAJ"
}

// internalLogon is how the store itself logged on: a delegate's client opens
// the mailbox as a delegate of the store.
func internalLogon(t LogonType) string {
	if t == LogonDelegate {
		return "Delegated"
	}
	return t.String()
}

func (w *eventWriter) client() {
	c := w.Client
	if c == nil {
		c = &Clients[0]
	}
	w.setText("ClientInfoString", c.Info)
	w.setText("ClientIPAddress", w.ClientIP)
	if c.Process != "" {
		w.set("ClientMachineName", "WS-"+strings.ToUpper(w.User.Alias))
		w.set("ClientProcessName", c.Process)
		w.set("ClientVersion", c.Version)
	}
}

func (w *eventWriter) parts(parts entryPart) {
	has := func(part entryPart) bool { return parts&part != 0 }
	if has(partFolder) && w.Folder != "" {
		w.set("FolderId", FolderID(w.Mailbox, w.Folder))
		w.set("FolderPathName", w.Folder)
	}
	if has(partDestination) {
		w.destination()
	}
	if has(partSources) {
		w.sources()
	}
	if has(partItem) && len(w.Items) > 0 {
		item := w.Items[0]
		w.setText("ItemId", item.ID)
		w.setText("ItemSubject", item.Subject)
		w.setText("ItemInternetMessageId", item.MessageID)
		w.setText("ItemAttachments", item.Attachments)
	}
	if has(partDirty) {
		w.setText("DirtyProperties", w.Dirty)
	}
	if has(partMember) && w.Member != (EventMember{}) {
		w.setText("FolderName", w.Folder[strings.LastIndexByte(w.Folder, '\\')+1:])
		w.setText("MemberRights", w.Member.Rights)
		w.setText("MemberSid", w.Member.SID)
		w.setText("MemberUpn", w.Member.UserPrincipalName)
	}
	if has(partDetails) {
		w.setText("OperationProperties", strings.Join(w.Details, ";"))
	}
	if has(partAggregate) && w.Accesses > 0 {
		w.set("AuditOperationsCountInAggregatedRecord", w.Accesses)
		w.setText("AggregatedRecordFoldersData", w.Folder)
	}
}

func (w *eventWriter) destination() {
	owner := w.Mailbox
	if other := w.DestinationMailbox; other != nil {
		owner = other
		w.setText("DestMailboxOwnerUPN", other.UserPrincipalName)
		w.setText("DestMailboxOwnerSid", other.SID)
		w.set("DestMailboxGuid", other.ExchangeGUID.String())
	}
	if w.Destination != "" {
		w.set("DestFolderId", FolderID(owner, w.Destination))
		w.set("DestFolderPathName", w.Destination)
	}
}

// sources lists the touched items, also as the texts that reports show.
func (w *eventWriter) sources() {
	n := len(w.Items)
	items := make([]any, n)
	lists := [5][]string{}
	for i := range lists {
		lists[i] = make([]string, 0, n)
	}
	for i, item := range w.Items {
		items[i] = NewBag(sourceItemShape, []any{item.ID, item.Subject, item.Folder})
		lists[0] = append(lists[0], item.ID)
		lists[1] = append(lists[1], item.Subject)
		lists[2] = append(lists[2], item.Folder)
		if item.MessageID != "" {
			lists[3] = append(lists[3], item.MessageID)
		}
		if item.Attachments != "" {
			lists[4] = append(lists[4], item.Attachments)
		}
	}
	w.set("SourceItems", items)
	for i, name := range [...]string{"SourceItemIdsList", "SourceItemSubjectsList", "SourceItemFolderPathNamesList",
		"SourceItemInternetMessageIdsList", "SourceItemAttachmentsList"} {
		w.setText(name, strings.Join(lists[i], ", "))
	}
}

// FolderID is the id of a folder of a mailbox, the same every time.
func FolderID(m *Mailbox, path string) string {
	return "LgAAAAB" + shortHash(33, m.ExchangeGUID.String(), FoldName(path)) + "AAAB"
}

// shortHash is a text of base-64 letters that follows from the names.
func shortHash(length int, names ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(names, "\x00")))
	return base64.RawURLEncoding.EncodeToString(sum[:])[:length]
}
