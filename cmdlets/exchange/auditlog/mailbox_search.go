package auditlog

import (
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/exchange/shapes"
	"exolab/cmdlets/exchange/task"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

const (
	typeAuditEntry  = "Microsoft.Exchange.Data.ApplicationLogic.Auditing.MailboxAuditLogEvent"
	typeAuditRecord = "Microsoft.Exchange.Data.ApplicationLogic.Auditing.MailboxAuditLogRecord"
)

var auditSearchCmdlets = []task.Cmdlet{{
	Name: "Search-MailboxAuditLog", Class: "Microsoft.Exchange.Management.SystemConfigurationTasks.SearchMailboxAuditLog",
	Synopsis: "Searches the audit logs of mailboxes.",
	Examples: []cmdlets.Example{{Code: "Search-MailboxAuditLog sales -ShowDetails -StartDate 1/1/2001 -EndDate 1/2/2001"}},
	Run:      searchMailboxAuditLog,
}}

// searchMailboxAuditLog searches the mailbox, or one after the other.
func searchMailboxAuditLog(c *task.Call) error {
	query, err := auditQuery(c)
	if err != nil {
		return c.Report(err)
	}
	found, err := searchedMailboxes(c)
	for _, m := range found {
		if err := emitEntries(c, m, query); err != nil {
			return err
		}
	}
	return c.Report(err)
}

// searchedMailboxes are those of -Mailboxes or -Identity, or all that are audited.
func searchedMailboxes(c *task.Call) (found []*tenant.Mailbox, err error) {
	names := mailboxNames(c, "Mailboxes")
	if identity := c.Identity("Identity"); identity != "" {
		names = []string{identity}
	}
	err = c.View(func(r store.Reader) error {
		if len(names) == 0 {
			found, err = task.AllMailboxes(r, func(m *tenant.Mailbox) bool { return reachable(c, r, m) == nil })
			return err
		}
		for _, name := range names {
			m, err := c.Mailbox(r, name)
			if err != nil {
				return err
			}
			if err := reachable(c, r, m); err != nil {
				return err
			}
			found = append(found, m)
		}
		return nil
	})
	return found, err
}

// mailboxNames are the mailboxes of a parameter that takes several, also as
// one text with commas.
func mailboxNames(c *task.Call, parameter string) []string {
	var out []string
	for _, identity := range c.Identities(parameter) {
		for name := range strings.SplitSeq(identity, ",") {
			if name = strings.TrimSpace(name); name != "" && !strings.Contains(strings.ToUpper(identity), "CN=") {
				out = append(out, name)
			}
		}
		if strings.Contains(strings.ToUpper(identity), "CN=") {
			out = append(out, identity)
		}
	}
	return out
}

// auditQuery reads what the parameters ask for.
func auditQuery(c *task.Call) (tenant.AuditQuery, error) {
	q := tenant.AuditQuery{Start: c.Date("StartDate"), End: c.Date("EndDate")}
	if err := task.CheckRange(q.Start, q.End); err != nil {
		return q, err
	}
	if c.Has("ExternalAccess") {
		external := c.On("ExternalAccess")
		q.ExternalAccess = &external
	}
	for _, name := range c.Texts("LogonTypes") {
		logon, err := tenant.ParseLogonType(name)
		if err != nil || logon == tenant.LogonExternal {
			return q, c.BadEnum("LogonTypes", name, "Microsoft.Exchange.Data.Directory.AuditScopes", tenant.AllLogons.Names())
		}
		q.LogonTypes |= tenant.Logons(logon)
	}
	if q.LogonTypes == tenant.Logons(tenant.LogonOwner) && !c.On("ShowDetails") {
		return q, task.InvalidArgument("The Owner logon type can be searched only with the ShowDetails parameter.")
	}
	for _, name := range c.Texts("Operations") {
		if !task.IsOperation(name) {
			return q, c.BadEnum("Operations", name, task.EnumOperations, tenant.ActionNames())
		}
		q.Operations = append(q.Operations, name)
	}
	return q, nil
}

// emitEntries emits the entries of one mailbox, newest first; without
// -ShowDetails one object that says when the newest was.
func emitEntries(c *task.Call, m *tenant.Mailbox, q tenant.AuditQuery) error {
	left := task.DefaultResults
	if c.Has("ResultSize") {
		left = int(c.Value("ResultSize").Int64())
	}
	t, err := c.Organization()
	if err != nil {
		return err
	}
	attachments := c.Has("HasAttachments")
	for entry, err := range t.Audit(m, q) {
		if err != nil {
			return c.Fault(err)
		}
		if attachments && hasAttachments(entry) != c.On("HasAttachments") {
			continue
		}
		if left == 0 {
			return nil
		}
		left--
		if !c.On("ShowDetails") {
			return c.Emit(auditSummary(m, entry))
		}
		if err := c.Emit(entryObject(entry)); err != nil {
			return err
		}
	}
	return nil
}

// hasAttachments reports whether an item of the entry has attachments.
func hasAttachments(e *tenant.AuditEntry) bool {
	for _, name := range []string{"SourceItemAttachmentsList", "ItemAttachments"} {
		if e.Properties.Text(name) != "" {
			return true
		}
	}
	return false
}

var (
	entryNames   = []string{"Deserialized." + typeAuditEntry, "Deserialized.System.Object"}
	summaryNames = []string{"Deserialized." + typeAuditRecord, "Deserialized.System.Object"}
)

// entryObject is a detailed entry.
func entryObject(e *tenant.AuditEntry) value.Value {
	o := shapes.ObjectOf(e.Properties)
	o.TypeNames = entryNames
	return value.Obj(o)
}

// auditSummary says that a mailbox has entries, and when the newest was made.
func auditSummary(m *tenant.Mailbox, newest *tenant.AuditEntry) value.Value {
	o := value.NewObject(4)
	o.TypeNames = summaryNames
	o.Set("MailboxGuid", value.Str(m.ExchangeGUID.String()))
	o.Set("MailboxResolvedOwnerName", shapes.ValueOf(newest.Properties.Text("MailboxResolvedOwnerName")))
	o.Set("LastAccessed", shapes.DateOf(newest.LastAccessed))
	o.Set("Identity", shapes.ValueOf(newest.Properties.Text("Identity")))
	return value.Obj(o)
}
