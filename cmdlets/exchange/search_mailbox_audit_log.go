package exchange

import (
	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

const (
	defaultAuditResults = 1000
	typeAuditEntry      = "Microsoft.Exchange.Data.ApplicationLogic.Auditing.MailboxAuditLogEvent"
	typeAuditRecord     = "Microsoft.Exchange.Data.ApplicationLogic.Auditing.MailboxAuditLogRecord"
)

// SearchMailboxAuditLog is Search-MailboxAuditLog.
type SearchMailboxAuditLog struct {
	Identity       value.Value    `ps:"position=0,pipeline,byname,set=Identity"`
	Mailboxes      []value.Value  `ps:"type=string[],set=MultipleMailboxesSearch"`
	StartDate      value.Value    `ps:"type=datetime"`
	EndDate        value.Value    `ps:"type=datetime"`
	LogonTypes     []string       `ps:"type=string[]"`
	Operations     []string       `ps:"type=string[]"`
	ExternalAccess *bool          `ps:""`
	ShowDetails    cmdlets.Switch `ps:"set=Identity"`
	ResultSize     *int           `ps:""`
	HasAttachments *bool          `ps:""`
}

// Process searches the mailbox, or one after the other.
func (c *SearchMailboxAuditLog) Process(ctx *runtime.Context) error {
	t, err := organization(ctx)
	if err != nil {
		return err
	}
	query, err := c.query(ctx)
	if err != nil {
		return err
	}
	if ctx.Bound("Mailboxes") {
		for _, v := range c.Mailboxes {
			if err := c.search(ctx, t, v, query); err != nil {
				return err
			}
		}
		return nil
	}
	if c.Identity.IsNull() {
		all, err := allMailboxes(t, func(*tenant.Mailbox) bool { return true })
		if err != nil {
			return err
		}
		for _, m := range all {
			if err := c.emit(ctx, t, m, query); err != nil {
				return err
			}
		}
		return nil
	}
	return c.search(ctx, t, c.Identity, query)
}

func (c *SearchMailboxAuditLog) query(ctx *runtime.Context) (tenant.AuditQuery, error) {
	q := tenant.AuditQuery{Operations: c.Operations, ExternalAccess: c.ExternalAccess,
		Start: zeroTime(c.StartDate, ctx.Bound("StartDate")), End: zeroTime(c.EndDate, ctx.Bound("EndDate"))}
	logons, err := tenant.ParseLogons(c.LogonTypes...)
	if err != nil {
		return q, ctx.Throw(errs.New("System.ArgumentException", err.Error(), "InvalidLogonType", value.InvalidArgument, value.Null))
	}
	q.LogonTypes = logons
	return q, nil
}

func (c *SearchMailboxAuditLog) search(ctx *runtime.Context, t store.Tenant, v value.Value, q tenant.AuditQuery) error {
	identity := identityText(ctx, v)
	m, err := mailboxByIdentity(t, identity)
	if err != nil {
		return ctx.WriteError(notFound(ctx, identity, err))
	}
	return c.emit(ctx, t, m, q)
}

// emit emits the entries of one mailbox, newest first; without -ShowDetails
// one object that says when the newest was.
func (c *SearchMailboxAuditLog) emit(ctx *runtime.Context, t store.Tenant, m *tenant.Mailbox, q tenant.AuditQuery) error {
	left := defaultAuditResults
	if c.ResultSize != nil {
		left = *c.ResultSize
	}
	for entry, err := range t.Audit(m, q) {
		if err != nil {
			return ctx.Throw(errs.New("System.InvalidOperationException", err.Error(), "StoreUnavailable", value.ReadError, value.Null))
		}
		if left == 0 {
			return nil
		}
		left--
		if !c.ShowDetails {
			return ctx.Emit(mailboxSummary(m, entry))
		}
		if err := ctx.Emit(entryObject(entry)); err != nil {
			return err
		}
	}
	return nil
}

var entryNames = []string{"Deserialized." + typeAuditEntry, "Deserialized.System.Object"}

func entryObject(e *tenant.AuditEntry) value.Value {
	o := objectOf(e.Properties)
	o.TypeNames = entryNames
	return value.Obj(o)
}

func mailboxSummary(m *tenant.Mailbox, newest *tenant.AuditEntry) value.Value {
	o := value.NewObject(4)
	o.TypeNames = []string{"Deserialized." + typeAuditRecord, "Deserialized.System.Object"}
	o.Set("MailboxGuid", value.Str(m.ExchangeGUID.String()))
	o.Set("MailboxResolvedOwnerName", valueOf(newest.Properties.Text("MailboxResolvedOwnerName")))
	o.Set("LastAccessed", dateOf(newest.LastAccessed))
	o.Set("Identity", valueOf(newest.Properties.Text("Identity")))
	return value.Obj(o)
}

// identityText is the identity that a value names: a mailbox object stands
// for its GUID.
func identityText(ctx *runtime.Context, v value.Value) string {
	if o, ok := value.As[*value.PSObject](v); ok {
		for _, name := range []string{"exchangeguid", "guid", "primarysmtpaddress", "identity"} {
			if id, found := o.Get(name); found && !id.IsNull() {
				return value.ToString(ctx.Env(), id)
			}
		}
	}
	return value.ToString(ctx.Env(), v)
}
