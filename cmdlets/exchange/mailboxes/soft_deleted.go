package mailboxes

import (
	"slices"
	"strings"

	"exolab/cmdlets/exchange/task"
	"exolab/cmdlets/internal/patterns"
	"exolab/store"
	"exolab/store/tenant"
)

// kindDeleted is under which the store keeps the mailboxes that were removed and
// can be restored: their names are free for others.
const kindDeleted = "softDeletedMailbox"

// softDelete keeps what a removed mailbox was; one on hold becomes inactive and
// is kept as long as the hold.
func softDelete(c *task.Call, w store.Writer, m *tenant.Mailbox) error {
	b := m.Bag()
	b.Set("WhenSoftDeleted", tenant.FormatTime(c.Tenant.Now()))
	b.Set("IsSoftDeletedByRemove", true)
	b.Set("IsInactiveMailbox", m.LitigationHoldEnabled)
	return w.PutObject(&tenant.Object{Kind: kindDeleted, Identity: m.ExchangeGUID.String(), Properties: b})
}

// deleted returns the mailboxes that can be restored: those that were removed, and
// those that the organization was imported with as such.
func deleted(r store.Reader) ([]*tenant.Mailbox, error) {
	org, err := r.Organization()
	if err != nil {
		return nil, err
	}
	out, err := task.AllMailboxes(r, task.IsSoftDeleted)
	for o, fault := range r.Objects(kindDeleted) {
		if fault != nil {
			return nil, fault
		}
		m, bad := tenant.NewMailbox(o.Properties, org)
		if bad != nil {
			return nil, bad
		}
		out = append(out, m)
	}
	return out, err
}

// withDeleted returns what -SoftDeletedMailbox, -InactiveMailboxOnly and
// -IncludeInactiveMailbox ask for.
func withDeleted(c *task.Call, r store.Reader, identity string, kinds []string) ([]*tenant.Mailbox, error) {
	found, err := deleted(r)
	if err != nil {
		return nil, err
	}
	if !c.On("SoftDeletedMailbox") {
		found = slices.DeleteFunc(found, func(m *tenant.Mailbox) bool { return !isInactive(m) })
	}
	if c.On("IncludeInactiveMailbox") && !c.On("SoftDeletedMailbox") {
		active, err := task.AllMailboxes(r, func(m *tenant.Mailbox) bool { return !task.IsSoftDeleted(m) && listed(c, m, kinds) })
		if err != nil {
			return nil, err
		}
		found = append(active, found...)
	}
	found = slices.DeleteFunc(found, func(m *tenant.Mailbox) bool {
		return identity != "" && !names(m, identity) || len(kinds) > 0 && !patterns.MatchAny(kinds, m.RecipientTypeDetails)
	})
	if len(found) == 0 && identity != "" && !task.HasWildcard(identity) {
		return nil, task.IdentityError(identity, &tenant.NotFoundError{Identity: identity})
	}
	return found, nil
}

func isInactive(m *tenant.Mailbox) bool {
	inactive, _ := m.Property("IsInactiveMailbox")
	return inactive == true
}

// names reports whether an identity names a mailbox that can be restored.
func names(m *tenant.Mailbox, identity string) bool {
	return namedLike(m, identity) || slices.ContainsFunc([]string{m.GUID.String(), m.ExchangeGUID.String(), m.DistinguishedName, m.ExternalDirectoryObjectID},
		func(name string) bool { return strings.EqualFold(name, identity) })
}

// purge deletes a mailbox for good that was removed before and is on no hold.
func purge(c *task.Call, w store.Writer, identity string) error {
	all, err := deleted(w)
	if err != nil {
		return err
	}
	for _, m := range all {
		if !names(m, identity) || isInactive(m) {
			continue
		}
		if _, err := w.Object(kindDeleted, m.ExchangeGUID.String()); err == nil {
			return w.RemoveObject(kindDeleted, m.ExchangeGUID.String())
		}
		return w.RemoveMailbox(m.ExchangeGUID)
	}
	return task.IdentityError(identity, &tenant.NotFoundError{Identity: identity})
}

// Deleted returns the mailboxes of an identity that can be restored.
func Deleted(r store.Reader, identity string) ([]*tenant.Mailbox, error) {
	all, err := deleted(r)
	return slices.DeleteFunc(all, func(m *tenant.Mailbox) bool { return !names(m, identity) }), err
}
