package auditlog

import (
	"encoding/xml"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"exolab/cmdlets"
	"exolab/cmdlets/exchange/shapes"
	"exolab/cmdlets/exchange/task"
	"exolab/runtime/sandbox"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

const (
	kindAuditSearch = "auditLogSearch"
	typeAuditSearch = "Microsoft.Exchange.Management.SystemConfigurationTasks.AuditLogSearchBase"

	// searchTime is how long a search stays in the queue, by the clock.
	searchTime = 15 * time.Minute
	// maxSearchName is the length that a search's name may have.
	maxSearchName = 64
)

const newSearchExample = "(New-MailboxAuditLogSearch -Name March -Mailboxes sales -StartDate 3/1/2026 -EndDate 4/1/2026 -ShowDetails -StatusMailRecipients admin@contoso.com).Name"

var asynchronousCmdlets = []task.Cmdlet{
	{Name: "New-MailboxAuditLogSearch", Class: "Microsoft.Exchange.Management.SystemConfigurationTasks.NewMailboxAuditLogSearch",
		Synopsis: "Searches mailbox audit logs in the background and delivers the result as a file.", Examples: []cmdlets.Example{{Code: newSearchExample, Output: "March"}},
		Run: func(c *task.Call) error { return newAuditSearch(c, "Mailbox") }},
	{Name: "New-AdminAuditLogSearch", Class: "Microsoft.Exchange.Management.SystemConfigurationTasks.NewAdminAuditLogSearch",
		Synopsis: "Searches the admin audit log in the background and delivers the result as a file.",
		Examples: []cmdlets.Example{{Code: "(New-AdminAuditLogSearch -Name Week -StartDate 3/1/2026 -EndDate 3/8/2026 -StatusMailRecipients admin@contoso.com).Name", Output: "Week"}},
		Run:      func(c *task.Call) error { return newAuditSearch(c, "Admin") }},
	{Name: "Get-AuditLogSearch", Class: "Microsoft.Exchange.Management.SystemConfigurationTasks.GetAuditLogSearch",
		Synopsis: "Gives the searches that are still in the queue.", Examples: []cmdlets.Example{{Code: newSearchExample + "; (Get-AuditLogSearch -Type Mailbox).Name", Output: "March\nMarch"}},
		Run: getAuditSearch},
}

// newAuditSearch queues a search. Its result is written at once; the queue
// shows the search until the clock has moved on.
func newAuditSearch(c *task.Call, kind string) error {
	if c.Has("Name") && len(value.Units(c.Text("Name"))) > maxSearchName {
		return c.InvalidValue("Name", fmt.Sprintf("The character length of the %d argument is too long. Shorten the character length of the argument so it is fewer than or equal to \"%d\" "+
			"characters, and then try the command again.", len(value.Units(c.Text("Name"))), maxSearchName))
	}
	query, err := auditQuery(c)
	if err != nil {
		return c.Report(err)
	}
	for _, address := range c.Texts("StatusMailRecipients") {
		if !task.IsAddress(address) {
			return c.CannotTransform("StatusMailRecipients", address, "Microsoft.Exchange.Data.SmtpAddress", fmt.Sprintf("The email address \"%s\" isn't correct. Please use this format: user name, "+
				"the @ sign, followed by the domain name. For example, tonysmith@contoso.com or tony.smith@contoso.com.", address))
		}
	}
	if ok, err := c.Confirm("Creating the audit log search."); !ok || err != nil {
		return err
	}
	var found []*tenant.Mailbox
	if kind == "Mailbox" {
		if found, err = searchedMailboxes(c); err != nil {
			return c.Report(err)
		}
	}
	search, err := auditSearch(c, kind, query)
	if err != nil {
		return c.Report(err)
	}
	if err := deliver(c, kind, search, found, query); err != nil {
		return c.Report(err)
	}
	err = c.Update(func(w store.Writer) error {
		return w.PutObject(search)
	})
	if err != nil {
		return c.Report(err)
	}
	return c.Emit(searchObject(search))
}

func auditSearch(c *task.Call, kind string, q tenant.AuditQuery) (*tenant.Object, error) {
	t, err := c.Organization()
	if err != nil {
		return nil, err
	}
	now := t.Now()
	id := tenant.DerivedGUID("search", now.Format(time.RFC3339Nano), c.Text("Name"), fmt.Sprint(c.LoggedParameters()))
	name := c.Text("Name")
	if name == "" {
		name = "Search" + now.Format("20060102") + "_" + id
	}
	b := tenant.BagOf("Name", name, "Type", kind, "Mailboxes", task.AnyOfTexts(c.Identities("Mailboxes")), "LogonTypes", task.AnyOfTexts(q.LogonTypes.Names()),
		"Operations", task.AnyOfTexts(q.Operations), "ShowDetails", c.On("ShowDetails"), "HasAttachments", nil, "CreationTime", tenant.FormatTime(now),
		"StartDateUtc", tenant.FormatTime(q.Start), "EndDateUtc", tenant.FormatTime(q.End), "StatusMailRecipients", task.AnyOfTexts(c.Texts("StatusMailRecipients")),
		"CreatedBy", c.Caller(), "ExternalAccess", nil)
	if q.ExternalAccess != nil {
		b.Set("ExternalAccess", *q.ExternalAccess)
	}
	return &tenant.Object{Kind: kindAuditSearch, Identity: id, Properties: b}, nil
}

func searchObject(o *tenant.Object) value.Value {
	out := value.NewObject(16)
	out.TypeNames = []string{"Deserialized." + typeAuditSearch, "Deserialized.System.Object"}
	for name, v := range o.Properties.All() {
		if text, ok := v.(string); ok && (strings.HasSuffix(name, "Utc") || name == "CreationTime") {
			if t, err := tenant.ParseTime(text); err == nil {
				out.Set(name, shapes.DateOf(t))
				continue
			}
		}
		if name != "Type" {
			out.Set(name, shapes.ValueOf(v))
		}
	}
	out.Set("Identity", value.Str(o.Identity))
	out.Set("Id", value.Str(o.Identity))
	out.Set("IsValid", value.Bool(true))
	out.Set("ObjectState", value.Str("New"))
	return value.Obj(out)
}

func getAuditSearch(c *task.Call) error {
	t, err := c.Organization()
	if err != nil {
		return err
	}
	after, before, kind, identity := c.Date("CreatedAfter"), c.Date("CreatedBefore"), c.Text("Type"), c.Identity("Identity")
	if kind != "" && !task.ContainsFold([]string{"Admin", "Mailbox"}, kind) {
		return c.BadEnum("Type", kind, "Microsoft.Exchange.Management.SystemConfigurationTasks.AuditLogSearchType", []string{"Admin", "Mailbox"})
	}
	var list []value.Value
	err = c.View(func(r store.Reader) error {
		for o, err := range r.Objects(kindAuditSearch) {
			if err != nil {
				return err
			}
			created, err := tenant.ParseTime(o.Properties.Text("CreationTime"))
			if err != nil || t.Now().Sub(created) > searchTime || !after.IsZero() && created.Before(after) || !before.IsZero() && created.After(before) ||
				kind != "" && !strings.EqualFold(kind, o.Properties.Text("Type")) ||
				identity != "" && !strings.EqualFold(identity, o.Identity) && !strings.EqualFold(identity, o.Properties.Text("Name")) {
				continue
			}
			list = append(list, searchObject(o))
		}
		return nil
	})
	if err == nil {
		err = c.EmitSized(list)
	}
	return c.Report(err)
}

// deliver writes SearchResult.xml into the folder of each recipient of the
// status mail, in the data directory; in memory there is nowhere to write.
func deliver(c *task.Call, kind string, search *tenant.Object, found []*tenant.Mailbox, q tenant.AuditQuery) error {
	directory := task.MailDirectory(c.Ctx.Session())
	if directory == "" {
		return nil
	}
	text, err := resultXML(c, kind, found, q)
	if err != nil {
		return err
	}
	for _, address := range c.Texts("StatusMailRecipients") {
		folder := filepath.Join(directory, "mail", strings.ToLower(address), fileName(search.Properties.Text("Name")))
		if err := sandbox.MkdirAll(folder, 0o755); err != nil {
			return task.Failure(task.ExArgument, "The result of the search can't be delivered: %s.", folder)
		}
		if err := sandbox.WriteFile(filepath.Join(folder, "SearchResult.xml"), text, 0o600); err != nil {
			return task.Failure(task.ExArgument, "The result of the search can't be delivered: %s.", folder)
		}
	}
	return nil
}

// fileName makes a name fit for a folder.
func fileName(name string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`\/:*?"<>|`, r) || r < ' ' || r == '.' {
			return '_'
		}
		return r
	}, name)
}

func resultXML(c *task.Call, kind string, found []*tenant.Mailbox, q tenant.AuditQuery) ([]byte, error) {
	var events []xmlEvent
	if kind == "Admin" {
		for entry, err := range c.Tenant.AdminLog(q.Start, q.End) {
			if err != nil {
				return nil, c.Fault(err)
			}
			if wantsAdminEntry(c, entry) {
				events = append(events, adminEvent(entry))
			}
		}
	}
	for _, m := range found {
		for entry, err := range c.Tenant.Audit(m, q) {
			if err != nil {
				return nil, c.Fault(err)
			}
			events = append(events, mailboxEvent(entry))
			if !c.On("ShowDetails") {
				break
			}
		}
	}
	out, err := xml.MarshalIndent(struct {
		XMLName xml.Name   `xml:"SearchResults"`
		Events  []xmlEvent `xml:"Event"`
	}{Events: events}, "", "  ")
	return append([]byte(`<?xml version="1.0" encoding="utf-8"?>`+"\n"), append(out, '\n')...), err
}
