package exchange

import (
	"slices"
	"strings"
	"time"

	"exolab/cmdlets"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

const (
	typeAuditEntry  = "Microsoft.Exchange.Data.ApplicationLogic.Auditing.MailboxAuditLogEvent"
	typeAuditRecord = "Microsoft.Exchange.Data.ApplicationLogic.Auditing.MailboxAuditLogRecord"
)

var auditSearchCmdlets = []cmdlet{{
	name: "Search-MailboxAuditLog", class: "Microsoft.Exchange.Management.SystemConfigurationTasks.SearchMailboxAuditLog",
	synopsis: "Searches the audit logs of mailboxes.",
	examples: []cmdlets.Example{{Code: "Search-MailboxAuditLog sales -ShowDetails -StartDate 1/1/2001 -EndDate 1/2/2001"}},
	run:      searchMailboxAuditLog,
}}

// searchMailboxAuditLog searches the mailbox, or one after the other.
func searchMailboxAuditLog(c *call) error {
	query, err := c.auditQuery()
	if err != nil {
		return c.report(err)
	}
	found, err := c.searchedMailboxes()
	for _, m := range found {
		if err := c.emitEntries(m, query); err != nil {
			return err
		}
	}
	return c.report(err)
}

// searchedMailboxes are those of -Mailboxes or -Identity, or all that are audited.
func (c *call) searchedMailboxes() (found []*tenant.Mailbox, err error) {
	names := c.mailboxNames("Mailboxes")
	if identity := c.identity("Identity"); identity != "" {
		names = []string{identity}
	}
	err = c.view(func(r store.Reader) error {
		if len(names) == 0 {
			found, err = allMailboxes(r, func(*tenant.Mailbox) bool { return true })
			return err
		}
		for _, name := range names {
			m, err := c.mailbox(r, name)
			if err != nil {
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
func (c *call) mailboxNames(parameter string) []string {
	var out []string
	for _, identity := range c.identities(parameter) {
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
func (c *call) auditQuery() (tenant.AuditQuery, error) {
	q := tenant.AuditQuery{Start: c.date("StartDate"), End: c.date("EndDate")}
	if err := checkRange(q.Start, q.End); err != nil {
		return q, err
	}
	if c.has("ExternalAccess") {
		external := c.on("ExternalAccess")
		q.ExternalAccess = &external
	}
	for _, name := range c.texts("LogonTypes") {
		logon, err := tenant.ParseLogonType(name)
		if err != nil || logon == tenant.LogonExternal {
			return q, c.badEnum("LogonTypes", name, "Microsoft.Exchange.Data.Directory.AuditScopes", tenant.AllLogons.Names())
		}
		q.LogonTypes |= tenant.Logons(logon)
	}
	for _, name := range c.texts("Operations") {
		if !isOperation(name) {
			return q, c.badEnum("Operations", name, enumOperations, tenant.ActionNames())
		}
		q.Operations = append(q.Operations, name)
	}
	return q, nil
}

const enumOperations = "Microsoft.Exchange.Data.Directory.MailboxAuditOperations"

func isOperation(name string) bool {
	return slices.ContainsFunc(tenant.ActionNames(), func(known string) bool { return strings.EqualFold(known, name) })
}

// checkRange refuses a range that ends before it begins.
func checkRange(start, end time.Time) error {
	if !start.IsZero() && !end.IsZero() && start.After(end) {
		return invalidArgument("The start date %s is later than the end date %s.", start.Format(enUSDate), end.Format(enUSDate))
	}
	return nil
}

// enUSDate is how messages write a date and time.
const enUSDate = "1/2/2006 3:04:05 PM"

// date returns a date parameter; the zero time if it was not given.
func (c *call) date(name string) time.Time {
	v := value.Unwrap(c.value(name))
	if v.Kind() != value.KindDateTime {
		return time.Time{}
	}
	return timeOf(v)
}

// emitEntries emits the entries of one mailbox, newest first; without
// -ShowDetails one object that says when the newest was.
func (c *call) emitEntries(m *tenant.Mailbox, q tenant.AuditQuery) error {
	left := defaultResults
	if c.has("ResultSize") {
		left = int(c.value("ResultSize").Int64())
	}
	t, err := c.organization()
	if err != nil {
		return err
	}
	attachments := c.has("HasAttachments")
	for entry, err := range t.Audit(m, q) {
		if err != nil {
			return c.fault(err)
		}
		if attachments && hasAttachments(entry) != c.on("HasAttachments") {
			continue
		}
		if left == 0 {
			return nil
		}
		left--
		if !c.on("ShowDetails") {
			return c.emit(auditSummary(m, entry))
		}
		if err := c.emit(entryObject(entry)); err != nil {
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
	o := objectOf(e.Properties)
	o.TypeNames = entryNames
	return value.Obj(o)
}

// auditSummary says that a mailbox has entries, and when the newest was made.
func auditSummary(m *tenant.Mailbox, newest *tenant.AuditEntry) value.Value {
	o := value.NewObject(4)
	o.TypeNames = summaryNames
	o.Set("MailboxGuid", value.Str(m.ExchangeGUID.String()))
	o.Set("MailboxResolvedOwnerName", valueOf(newest.Properties.Text("MailboxResolvedOwnerName")))
	o.Set("LastAccessed", dateOf(newest.LastAccessed))
	o.Set("Identity", valueOf(newest.Properties.Text("Identity")))
	return value.Obj(o)
}
