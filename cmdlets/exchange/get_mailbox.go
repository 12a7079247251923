package exchange

import (
	"errors"
	"fmt"
	"slices"

	"exolab/cmdlets/internal/patterns"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

// GetMailbox is Get-Mailbox.
type GetMailbox struct {
	Identity             value.Value `ps:"position=0,pipeline,byname,set=Identity"`
	Anr                  string      `ps:"set=AnrSet"`
	Filter               value.Value `ps:""`
	RecipientTypeDetails []string    `ps:""`
	ResultSize           value.Value `ps:""`
	SortBy               string      `ps:""`
}

// Process emits the mailboxes that were asked for.
func (c *GetMailbox) Process(ctx *runtime.Context) error {
	t, err := organization(ctx)
	if err != nil {
		return err
	}
	found, err := c.find(ctx, t)
	if err != nil {
		return err
	}
	for _, m := range found {
		if len(c.RecipientTypeDetails) > 0 && !patterns.MatchAny(c.RecipientTypeDetails, m.RecipientTypeDetails) {
			continue
		}
		v := mailboxObject(m)
		if ok, err := c.passes(ctx, v); err != nil {
			return err
		} else if !ok {
			continue
		}
		if err := ctx.Emit(v); err != nil {
			return err
		}
	}
	return nil
}

func (c *GetMailbox) find(ctx *runtime.Context, t store.Tenant) ([]*tenant.Mailbox, error) {
	identity := ""
	if !c.Identity.IsNull() {
		identity = value.ToString(ctx.Env(), c.Identity)
	}
	if identity == "" || patterns.HasWildcard(identity) {
		return allMailboxes(t, func(m *tenant.Mailbox) bool {
			return (identity == "" || patterns.Match(identity, m.Name) || patterns.Match(identity, m.DisplayName) || patterns.Match(identity, m.Alias)) &&
				(c.Anr == "" || patterns.Match(c.Anr+"*", m.DisplayName) || patterns.Match(c.Anr+"*", m.Alias))
		})
	}
	m, err := mailboxByIdentity(t, identity)
	if err != nil {
		return nil, ctx.WriteError(notFound(ctx, identity, err))
	}
	return []*tenant.Mailbox{m}, nil
}

func allMailboxes(t store.Tenant, wanted func(*tenant.Mailbox) bool) ([]*tenant.Mailbox, error) {
	var all []*tenant.Mailbox
	err := t.View(func(r store.Reader) error {
		for m, err := range r.Mailboxes() {
			if err != nil {
				return err
			}
			if wanted(m) {
				all = append(all, m)
			}
		}
		return nil
	})
	slices.SortFunc(all, func(a, b *tenant.Mailbox) int { return netfmt.CompareCulture(a.Name, b.Name, true) })
	return all, err
}

func mailboxByIdentity(t store.Tenant, identity string) (m *tenant.Mailbox, err error) {
	err = t.View(func(r store.Reader) error {
		m, err = r.Mailbox(identity)
		return err
	})
	return m, err
}

func notFound(ctx *runtime.Context, identity string, err error) *errs.Record {
	var missing *tenant.NotFoundError
	message := err.Error()
	if errors.As(err, &missing) {
		message = fmt.Sprintf("The operation couldn't be performed because object '%s' couldn't be found.", identity)
	}
	return errs.New("Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException", message, "ManagementObjectNotFoundException", value.NotSpecified, value.Null)
}

// passes applies -Filter: a script block or text in OPATH, which is a subset
// of PowerShell's own expressions over the mailbox's properties.
func (c *GetMailbox) passes(ctx *runtime.Context, v value.Value) (bool, error) {
	if c.Filter.IsNull() {
		return true, nil
	}
	filter, err := parseFilter(value.ToString(ctx.Env(), c.Filter))
	if err != nil {
		return false, ctx.Throw(errs.New("System.ArgumentException", err.Error(), "InvalidFilter", value.InvalidArgument, c.Filter))
	}
	return filter.matches(ctx, v)
}
