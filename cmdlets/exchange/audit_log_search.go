package exchange

import (
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"exolab/cmdlets"
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

var asynchronousCmdlets = []cmdlet{
	{name: "New-MailboxAuditLogSearch", class: "Microsoft.Exchange.Management.SystemConfigurationTasks.NewMailboxAuditLogSearch",
		synopsis: "Searches mailbox audit logs in the background and delivers the result as a file.", examples: []cmdlets.Example{{Code: newSearchExample, Output: "March"}},
		run: func(c *call) error { return newAuditSearch(c, "Mailbox") }},
	{name: "New-AdminAuditLogSearch", class: "Microsoft.Exchange.Management.SystemConfigurationTasks.NewAdminAuditLogSearch",
		synopsis: "Searches the admin audit log in the background and delivers the result as a file.",
		examples: []cmdlets.Example{{Code: "(New-AdminAuditLogSearch -Name Week -StartDate 3/1/2026 -EndDate 3/8/2026 -StatusMailRecipients admin@contoso.com).Name", Output: "Week"}},
		run:      func(c *call) error { return newAuditSearch(c, "Admin") }},
	{name: "Get-AuditLogSearch", class: "Microsoft.Exchange.Management.SystemConfigurationTasks.GetAuditLogSearch",
		synopsis: "Gives the searches that are still in the queue.", examples: []cmdlets.Example{{Code: newSearchExample + "; (Get-AuditLogSearch -Type Mailbox).Name", Output: "March\nMarch"}},
		run: getAuditSearch},
}

// newAuditSearch queues a search. Its result is written at once; the queue
// shows the search until the clock has moved on.
func newAuditSearch(c *call, kind string) error {
	if c.has("Name") && len(value.Units(c.text("Name"))) > maxSearchName {
		return c.invalidValue("Name", fmt.Sprintf("The character length of the %d argument is too long. Shorten the character length of the argument so it is fewer than or equal to \"%d\" "+
			"characters, and then try the command again.", len(value.Units(c.text("Name"))), maxSearchName))
	}
	query, err := c.auditQuery()
	if err != nil {
		return c.report(err)
	}
	for _, address := range c.texts("StatusMailRecipients") {
		if !isAddress(address) {
			return c.cannotTransform("StatusMailRecipients", address, "Microsoft.Exchange.Data.SmtpAddress", fmt.Sprintf("The email address \"%s\" isn't correct. Please use this format: user name, "+
				"the @ sign, followed by the domain name. For example, tonysmith@contoso.com or tony.smith@contoso.com.", address))
		}
	}
	if ok, err := c.confirm("Creating the audit log search."); !ok || err != nil {
		return err
	}
	var found []*tenant.Mailbox
	if kind == "Mailbox" {
		if found, err = c.searchedMailboxes(); err != nil {
			return c.report(err)
		}
	}
	search, err := c.auditSearch(kind, query)
	if err != nil {
		return c.report(err)
	}
	if err := c.deliver(kind, search, found, query); err != nil {
		return c.report(err)
	}
	err = c.update(func(w store.Writer) error {
		return firstOf(w.PutObject(search), c.logChange(w, search.Identity))
	})
	if err != nil {
		return c.report(err)
	}
	return c.emit(searchObject(search))
}

func (c *call) auditSearch(kind string, q tenant.AuditQuery) (*tenant.Object, error) {
	t, err := c.organization()
	if err != nil {
		return nil, err
	}
	now := t.Now()
	id := derivedGUID("search", now.Format(time.RFC3339Nano), c.text("Name"), fmt.Sprint(c.loggedParameters()))
	name := c.text("Name")
	if name == "" {
		name = "Search" + now.Format("20060102") + "_" + id
	}
	b := tenant.BagOf("Name", name, "Type", kind, "Mailboxes", anyOfTexts(c.identities("Mailboxes")), "LogonTypes", anyOfTexts(q.LogonTypes.Names()),
		"Operations", anyOfTexts(q.Operations), "ShowDetails", c.on("ShowDetails"), "HasAttachments", nil, "CreationTime", tenant.FormatTime(now),
		"StartDateUtc", tenant.FormatTime(q.Start), "EndDateUtc", tenant.FormatTime(q.End), "StatusMailRecipients", anyOfTexts(c.texts("StatusMailRecipients")),
		"CreatedBy", c.caller(), "ExternalAccess", nil)
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
				out.Set(name, dateOf(t))
				continue
			}
		}
		if name != "Type" {
			out.Set(name, valueOf(v))
		}
	}
	out.Set("Identity", value.Str(o.Identity))
	out.Set("Id", value.Str(o.Identity))
	out.Set("IsValid", value.Bool(true))
	out.Set("ObjectState", value.Str("New"))
	return value.Obj(out)
}

func getAuditSearch(c *call) error {
	t, err := c.organization()
	if err != nil {
		return err
	}
	after, before, kind, identity := c.date("CreatedAfter"), c.date("CreatedBefore"), c.text("Type"), c.identity("Identity")
	if kind != "" && !containsFold([]string{"Admin", "Mailbox"}, kind) {
		return c.badEnum("Type", kind, "Microsoft.Exchange.Management.SystemConfigurationTasks.AuditLogSearchType", []string{"Admin", "Mailbox"})
	}
	var list []value.Value
	err = c.view(func(r store.Reader) error {
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
		err = c.emitSized(list)
	}
	return c.report(err)
}

// deliver writes SearchResult.xml into the folder of each recipient of the
// status mail, in the data directory; in memory there is nowhere to write.
func (c *call) deliver(kind string, search *tenant.Object, found []*tenant.Mailbox, q tenant.AuditQuery) error {
	directory, ok := c.ctx.Session().Services[directoryKey{}].(func() string)
	if !ok || directory() == "" {
		return nil
	}
	text, err := c.resultXML(kind, found, q)
	if err != nil {
		return err
	}
	for _, address := range c.texts("StatusMailRecipients") {
		folder := filepath.Join(directory(), "mail", strings.ToLower(address), fileName(search.Properties.Text("Name")))
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return failure(exArgument, "The result of the search can't be delivered: %s.", folder)
		}
		if err := os.WriteFile(filepath.Join(folder, "SearchResult.xml"), text, 0o600); err != nil {
			return failure(exArgument, "The result of the search can't be delivered: %s.", folder)
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

func (c *call) resultXML(kind string, found []*tenant.Mailbox, q tenant.AuditQuery) ([]byte, error) {
	var events []xmlEvent
	if kind == "Admin" {
		for entry, err := range c.tenant.AdminLog(q.Start, q.End) {
			if err != nil {
				return nil, c.fault(err)
			}
			if c.wantsAdminEntry(entry) {
				events = append(events, adminEvent(entry))
			}
		}
	}
	for _, m := range found {
		for entry, err := range c.tenant.Audit(m, q) {
			if err != nil {
				return nil, c.fault(err)
			}
			events = append(events, mailboxEvent(entry))
			if !c.on("ShowDetails") {
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
