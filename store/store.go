package store

import (
	"io"
	"iter"
	"time"

	"exolab/store/record"
	"exolab/store/tenant"
)

// Store is a set of organizations. Its methods may be called from several
// goroutines.
type Store interface {
	// List describes the organizations in the order of their names.
	List() ([]Info, error)
	// Open gives an organization by name, ignoring case; "" is the current one.
	// ErrUnknown if it is not there.
	Open(name string) (Tenant, error)
	// Select makes an organization the current one.
	Select(name string) error
	// Create makes an organization whose contents fill writes, all or nothing.
	// ErrExists if the name is taken, unless the options say to replace it.
	Create(org *tenant.Organization, options CreateOptions, fill func(Writer) error) (Tenant, error)
	// Remove deletes an organization and all that is in it.
	Remove(name string) error
	// Import reads an organization in the record form (JSON Lines), all or
	// nothing. A bad line gives a *LineError.
	Import(r io.Reader, options ImportOptions) (ImportResult, error)
	// ImportRecords is Import of records that are made while they are read: the
	// sequence runs in a goroutine of its own. An error of it ends the import;
	// names of properties are those that record.CheckNames accepts.
	ImportRecords(records iter.Seq2[record.Numbered, error], options ImportOptions) (ImportResult, error)
	// Export writes an organization in the record form.
	Export(w io.Writer, name string, progress Progress) error
	// Backup writes the whole store as one stream.
	Backup(w io.Writer) error
	// Restore replaces the contents of the store by those of a backup. It needs
	// an empty store: ErrExists otherwise.
	Restore(r io.Reader) error
	// Close writes out what is pending and frees the data directory.
	Close() error
}

// Info describes an organization in a list.
type Info struct {
	Name    string
	Current bool
	Created time.Time
}

// CreateOptions change how an organization is created or imported.
type CreateOptions struct {
	// Replace puts it in the place of an organization of the same name.
	Replace bool
	// Select makes it the current organization; the first one always is.
	Select bool
}

// Progress is told from time to time how many records are done. It may be nil.
type Progress func(done int)

// Tenant is one organization of a store.
type Tenant interface {
	// Name is the organization's name.
	Name() string
	// Now is the organization's present time, in UTC.
	Now() time.Time
	// View reads in one consistent state.
	View(func(Reader) error) error
	// Update changes the organization in one transaction: all that the function
	// wrote, or nothing if it returns an error.
	Update(func(Writer) error) error
	// Audit yields a mailbox's audit entries that the query asks for and that are
	// within the mailbox's age limit, newest first; entries of one moment in the
	// order in which they came. An error ends the iteration.
	Audit(m *tenant.Mailbox, q tenant.AuditQuery) iter.Seq2[*tenant.AuditEntry, error]
	// AuditAll yields the entries of all mailboxes, newest first, within the age limits.
	AuditAll(q AuditQuery) iter.Seq2[*tenant.AuditEntry, error]
	// Unified yields the unified audit records between two times (inclusive; zero
	// for no bound), newest first.
	Unified(start, end time.Time) iter.Seq2[*tenant.UnifiedAuditRecord, error]
	// AdminLog yields the admin audit entries between two times (inclusive; zero
	// for no bound), newest first.
	AdminLog(start, end time.Time) iter.Seq2[*tenant.AdminAuditEntry, error]
	// Purge removes the audit entries that are past their mailbox's age limit and
	// returns their number.
	Purge(progress Progress) (int, error)
	// Counts returns the number of records of each kind.
	Counts() (Counts, error)
}

// AuditQuery asks for entries across mailboxes; Actors narrow it to the users who
// logged on, by display name or, where an entry has none, by SID.
type AuditQuery struct {
	tenant.AuditQuery
	Actors []string
	// HeadsOnly leaves the entries without properties, which is several times
	// faster unless Actors are asked for.
	HeadsOnly bool
}

// Counts are numbers of records.
type Counts struct {
	Mailboxes, Recipients, Permissions, InboxRules, Objects int
	AuditEntries, UnifiedAuditRecords, AdminAuditEntries    int
}

// Reader reads an organization inside View or Update.
type Reader interface {
	// Organization returns the organization's own settings.
	Organization() (*tenant.Organization, error)
	// Mailbox finds the one mailbox that an identity names: a
	// *tenant.NotFoundError or *tenant.AmbiguousError otherwise.
	Mailbox(identity string) (*tenant.Mailbox, error)
	// FindMailboxes returns all mailboxes that an identity names.
	FindMailboxes(identity string) ([]*tenant.Mailbox, error)
	// MailboxByGUID returns the mailbox with an ExchangeGUID, or a *tenant.NotFoundError.
	MailboxByGUID(exchangeGUID tenant.GUID) (*tenant.Mailbox, error)
	// Mailboxes yields all mailboxes in no particular order.
	Mailboxes() iter.Seq2[*tenant.Mailbox, error]
	// Recipient finds the one recipient without a mailbox that an identity names.
	Recipient(identity string) (*tenant.Recipient, error)
	// FindRecipients returns all recipients without a mailbox that an identity names.
	FindRecipients(identity string) ([]*tenant.Recipient, error)
	// Recipients yields all recipients without a mailbox in no particular order.
	Recipients() iter.Seq2[*tenant.Recipient, error]
	// Permissions returns the permissions on a mailbox, its folders and its address.
	Permissions(exchangeGUID tenant.GUID) ([]*tenant.Permission, error)
	// InboxRules returns the rules of a mailbox, the first to run first.
	InboxRules(exchangeGUID tenant.GUID) ([]*tenant.InboxRule, error)
	// Object returns a generic object, or a *tenant.NotFoundError.
	Object(kind, identity string) (*tenant.Object, error)
	// Objects yields the generic objects of a kind in the order of their identities.
	Objects(kind string) iter.Seq2[*tenant.Object, error]
	// ObjectsUnder yields those whose identity begins with a prefix, ignoring case.
	ObjectsUnder(kind, prefix string) iter.Seq2[*tenant.Object, error]
}

// Writer changes an organization inside Update. Put adds a record or replaces the
// one with the same key; Remove of what is not there does nothing.
type Writer interface {
	Reader
	// PutOrganization stores the organization's settings; the name cannot change.
	PutOrganization(*tenant.Organization) error
	// PutMailbox stores a mailbox; its ExchangeGUID is the key.
	PutMailbox(*tenant.Mailbox) error
	// RemoveMailbox deletes a mailbox with its permissions and rules; its audit log
	// goes with the next Purge.
	RemoveMailbox(exchangeGUID tenant.GUID) error
	// PutRecipient stores a recipient without mailbox; its GUID is the key.
	PutRecipient(*tenant.Recipient) error
	// RemoveRecipient deletes a recipient without mailbox.
	RemoveRecipient(guid tenant.GUID) error
	// PutPermission stores a permission; mailbox, scope, folder and user are the key,
	// and whether it denies or is inherited.
	PutPermission(*tenant.Permission) error
	// RemovePermission deletes the permission with the same key.
	RemovePermission(*tenant.Permission) error
	// PutInboxRule stores a rule; mailbox and RuleIdentity are the key.
	PutInboxRule(*tenant.InboxRule) error
	// RemoveInboxRule deletes a rule.
	RemoveInboxRule(exchangeGUID tenant.GUID, ruleIdentity int64) error
	// PutObject stores a generic object; kind and identity are the key.
	PutObject(*tenant.Object) error
	// RemoveObject deletes a generic object.
	RemoveObject(kind, identity string) error
	// AppendAudit adds entries to mailboxes' audit logs.
	AppendAudit(entries ...*tenant.AuditEntry) error
	// AppendUnified adds records to the unified audit log.
	AppendUnified(records ...*tenant.UnifiedAuditRecord) error
	// AppendAdmin adds entries to the admin audit log.
	AppendAdmin(entries ...*tenant.AdminAuditEntry) error
}
