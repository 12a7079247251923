package mailboxes

import (
	"hash/fnv"
	"strings"
	"time"

	"exolab/cmdlets/exchange/shapes"
	"exolab/cmdlets/exchange/task"
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

var statisticsCmdlets = []task.Cmdlet{
	task.New("Get-MailboxStatistics", "Gives size and use of mailboxes.", "(Get-MailboxStatistics sales).TotalItemSize.Value.ToBytes() -gt 0", "True", getMailboxStatistics),
	task.New("Get-EXOMailboxStatistics", "Gives size and use of mailboxes.", "(Get-EXOMailboxStatistics -Identity sales).DisplayName", "Sales", getMailboxStatistics),
	task.New("Get-MailboxFolderStatistics", "Gives size and content of folders.", "(Get-MailboxFolderStatistics -Identity sales -FolderScope Inbox).FolderPath", "/Inbox", getFolderStatistics),
	task.New("Get-EXOMailboxFolderStatistics", "Gives size and content of folders.", "(Get-EXOMailboxFolderStatistics -Identity sales -FolderScope Inbox).FolderPath", "/Inbox", getFolderStatistics),
}

// numberOf is a number below n that is always the same for the same names.
func numberOf(n uint64, names ...string) uint64 {
	h := fnv.New64a()
	for _, name := range names {
		_, _ = h.Write([]byte(name + "\x00"))
	}
	return h.Sum64() % n
}

// statisticsFolder is a folder that every mailbox has, with its share of the
// items and whether it is part of the recoverable items.
type statisticsFolder struct {
	name, kind, class string
	items             uint64
}

var statisticsFolders = []statisticsFolder{
	{"Top of Information Store", "Root", "", 1}, {"Archive", "Archive", "IPF.Note", 120}, {"Calendar", "Calendar", "IPF.Appointment", 300},
	{"Contacts", "Contacts", "IPF.Contact", 80}, {"Conversation Action Settings", "ConversationActions", "IPF.Configuration", 1},
	{"Conversation History", "ConversationHistory", "IPF.Note", 30}, {"Deleted Items", "DeletedItems", "IPF.Note", 400}, {"Drafts", "Drafts", "IPF.Note", 20},
	{"Inbox", "Inbox", "IPF.Note", 2400}, {"Journal", "Journal", "IPF.Journal", 1}, {"Junk Email", "JunkEmail", "IPF.Note", 60}, {"Notes", "Notes", "IPF.StickyNote", 10},
	{"Outbox", "Outbox", "IPF.Note", 1}, {"Sent Items", "SentItems", "IPF.Note", 900}, {"Tasks", "Tasks", "IPF.Task", 15},
	{"Recoverable Items", "RecoverableItemsRoot", "", 1}, {"Audits", "Audits", "", 1500}, {"Deletions", "RecoverableItemsDeletions", "", 150},
	{"Purges", "RecoverableItemsPurges", "", 5}, {"Versions", "RecoverableItemsVersions", "", 40},
}

// count and size of a folder follow from the mailbox's address.
func (f statisticsFolder) count(m *tenant.Mailbox) uint64 {
	return numberOf(f.items, m.PrimarySMTPAddress, f.name)
}

func (f statisticsFolder) size(m *tenant.Mailbox) uint64 {
	return f.count(m) * (20_000 + numberOf(60_000, m.PrimarySMTPAddress, f.name, "size"))
}

func (f statisticsFolder) path() string {
	switch {
	case f.kind == "Root":
		return "/Top of Information Store"
	case f.kind == "Audits" || strings.HasPrefix(f.kind, "RecoverableItems") && f.kind != "RecoverableItemsRoot":
		return "/Recoverable Items/" + f.name
	}
	return "/" + f.name
}

// pipedDatabase is the name of the database that came through the pipeline, or "".
// Exchange tells what an object is for by its type, which the parameters of remote
// cmdlets do not have.
func pipedDatabase(c *task.Call) string {
	for _, parameter := range []string{"Identity", "Server", "StoreMailboxIdentity"} {
		v := c.Value(parameter)
		if o, ok := value.As[*value.PSObject](v); ok && strings.HasSuffix(dotnet.TypeNames(v)[0], ".MailboxDatabase") {
			name, _ := o.Get("name")
			return value.ToString(c.Ctx.Env(), name)
		}
	}
	return ""
}

func statisticsMailboxes(c *task.Call, r store.Reader) ([]*tenant.Mailbox, error) {
	if database := pipedDatabase(c); database != "" {
		return mailboxesIn(r, database)
	}
	identity := c.TargetIdentity()
	if identity == "" {
		identity = c.Identity("ExchangeGuid")
	}
	if c.Has("StoreMailboxIdentity") {
		identity = c.Identity("StoreMailboxIdentity")
	}
	if identity != "" {
		m, err := c.Mailbox(r, identity)
		if task.IsNotFound(err) && c.On("IncludeSoftDeletedRecipients") {
			if found, fault := Deleted(r, identity); fault != nil || len(found) > 0 {
				return found, fault
			}
		}
		if task.IsNotFound(err) {
			err = task.NoSuchMailbox(identity)
		}
		return []*tenant.Mailbox{m}, err
	}
	if err := task.CheckServer(r, c.Identity("Server")); err != nil {
		return nil, err
	}
	return mailboxesIn(r, c.Identity("Database"))
}

// mailboxesIn lists the mailboxes of a database, all with "".
func mailboxesIn(r store.Reader, database string) ([]*tenant.Mailbox, error) {
	return task.AllMailboxes(r, func(m *tenant.Mailbox) bool {
		return !task.IsSoftDeleted(m) && (database == "" || strings.EqualFold(task.DatabaseOf(m), database))
	})
}

func getMailboxStatistics(c *task.Call) error {
	var list []value.Value
	err := c.View(func(r store.Reader) error {
		found, err := statisticsMailboxes(c, r)
		if err != nil {
			return err
		}
		for _, m := range found {
			shown := statisticsObject(r, m, c.Tenant.Now())
			if o, ok := value.As[*value.PSObject](shown); ok && (c.On("IncludeMoveHistory") || c.On("IncludeMoveReport")) {
				o.Set("MoveHistory", value.List())
			}
			list = append(list, c.Chosen(shown))
		}
		return nil
	})
	if err == nil {
		list, err = c.Filtered(list)
	}
	if err == nil {
		err = c.EmitSizedAll(list)
	}
	return c.Report(err)
}

func statisticsObject(r store.Reader, m *tenant.Mailbox, now time.Time) value.Value {
	o := shapes.New("MailboxStatistics")
	var items, deleted, size, deletedSize uint64
	for _, f := range statisticsFolders {
		if strings.HasPrefix(f.path(), "/Recoverable Items") {
			deleted, deletedSize = deleted+f.count(m), deletedSize+f.size(m)
		} else {
			items, size = items+f.count(m), size+f.size(m)
		}
	}
	o.Text("DisplayName", m.DisplayName, "LegacyDN", m.LegacyExchangeDN, "MailboxGuid", m.ExchangeGUID.String(), "OwnerADGuid", m.GUID.String(),
		"MailboxTypeDetail", m.RecipientTypeDetails, "ServerName", shapes.ServerName, "DatabaseName", "CANPR01DG184-db019", "Identity", m.ExchangeGUID.String(),
		"MapiIdentity", m.ExchangeGUID.String())
	o.Set("ItemCount", value.Long(int64(items)))
	o.Set("DeletedItemCount", value.Long(int64(deleted)))
	o.Set("TotalItemSize", shapes.LimitValue(tenant.Quota{Set: true, Bytes: size}))
	o.Set("TotalDeletedItemSize", shapes.LimitValue(tenant.Quota{Set: true, Bytes: deletedSize}))
	lastLogon := now.Add(-time.Duration(numberOf(72*3600, m.PrimarySMTPAddress, "logon")) * time.Second).Truncate(time.Second)
	o.Set("LastLogonTime", shapes.DateOf(lastLogon))
	o.Set("LastUserActionTime", shapes.DateOf(lastLogon))
	o.Set("LastInteractionTime", shapes.DateOf(lastLogon))
	if stored, err := r.Object("mailboxStatistics", m.PrimarySMTPAddress); err == nil {
		o.PutKnown(stored.Properties)
	}
	return o.Value()
}

func getFolderStatistics(c *task.Call) error {
	scope := c.Text("FolderScope")
	var list []value.Value
	err := c.View(func(r store.Reader) error {
		found, err := statisticsMailboxes(c, r)
		if err != nil {
			return err
		}
		dates := c.On("IncludeOldestAndNewestItems")
		for _, m := range found {
			for _, f := range statisticsFolders {
				if f.inScope(scope) {
					list = append(list, folderStatistics(m, f, c.Tenant.Now(), dates))
				}
			}
		}
		return nil
	})
	if err == nil {
		err = c.EmitSized(list)
	}
	return c.Report(err)
}

// folderIDPrefix begins the FolderId of every folder.
const folderIDPrefix = "LgAAAA"

func (f statisticsFolder) id(m *tenant.Mailbox) string {
	return folderIDPrefix + strings.ToUpper(strings.ReplaceAll(tenant.DerivedGUID(m.PrimarySMTPAddress, f.name), "-", ""))
}

// IsFolderID reports whether a text is in the form of a FolderId.
func IsFolderID(text string) bool { return strings.HasPrefix(text, folderIDPrefix) }

// FolderPath turns a FolderId of a mailbox into the folder's path; any other
// text stays as it is.
func FolderPath(m *tenant.Mailbox, folder string) string {
	if !IsFolderID(folder) {
		return folder
	}
	for _, f := range statisticsFolders {
		if strings.EqualFold(f.id(m), folder) && f.kind == "Root" {
			return ""
		} else if strings.EqualFold(f.id(m), folder) {
			return strings.ReplaceAll(f.path(), "/", `\`)
		}
	}
	return folder
}

// inScope applies -FolderScope.
func (f statisticsFolder) inScope(scope string) bool {
	recoverable := strings.HasPrefix(f.path(), "/Recoverable Items")
	switch strings.ToLower(scope) {
	case "", "all":
		return true
	case "recoverableitems":
		return recoverable
	case "nonipmroot":
		return recoverable || f.kind == "Root"
	}
	return strings.EqualFold(f.kind, scope)
}

// folderStatistics shows a folder; the dates of its items are found only where
// they are wanted.
func folderStatistics(m *tenant.Mailbox, f statisticsFolder, now time.Time, dates bool) value.Value {
	o := shapes.New("MailboxFolderStatistics")
	n, size := int(f.count(m)), f.size(m)
	path := strings.ReplaceAll(f.path(), "/", `\`)
	o.Text("Name", f.name, "FolderPath", f.path(), "FolderId", f.id(m),
		"FolderType", f.kind, "ContentMailboxGuid", m.ExchangeGUID.String(), "Identity", m.Name+path)
	if i := o.Out.IndexOf("containerclass"); i >= 0 {
		o.Out.SetAt(i, value.Str(f.class))
	}
	for _, name := range []string{"ItemsInFolder", "VisibleItemsInFolder", "ItemsInFolderAndSubfolders"} {
		o.Set(name, value.Int(n))
	}
	o.Set("FolderSize", shapes.SizeValue(size))
	o.Set("FolderAndSubfolderSize", shapes.SizeValue(size))
	if n > 0 && dates {
		newest := now.Add(-time.Duration(numberOf(86400, m.PrimarySMTPAddress, f.name, "newest")) * time.Second).Truncate(time.Second)
		o.Set("NewestItemReceivedDate", shapes.DateOf(newest))
		o.Set("OldestItemReceivedDate", shapes.DateOf(newest.AddDate(-1, 0, 0)))
	}
	return o.Value()
}
