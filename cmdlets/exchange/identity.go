package exchange

import (
	"errors"
	"slices"
	"strings"

	"exolab/cmdlets/internal/patterns"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

// identityProperties say which object a pipeline object or an argument is,
// the surest first.
var identityProperties = []string{"exchangeguid", "mailboxguid", "guid", "externaldirectoryobjectid", "primarysmtpaddress", "distinguishedname", "identity", "userprincipalname", "name"}

// identityOf is the identity that an argument names: an object stands for its
// GUID, or for its address if it has none.
func identityOf(env value.Env, v value.Value) string {
	if o, ok := value.As[*value.PSObject](v); ok {
		for _, name := range identityProperties {
			if id, found := o.Get(name); found && !id.IsNull() {
				if text := value.ToString(env, id); text != "" {
					return text
				}
			}
		}
	}
	return value.ToString(env, v)
}

// identity returns the identity given by a parameter, "" if none was.
func (c *call) identity(name string) string {
	v := c.value(name)
	if v.IsNull() {
		return ""
	}
	return strings.TrimSpace(identityOf(c.ctx.Env(), v))
}

// identities returns the identities in a parameter that takes several.
func (c *call) identities(name string) []string {
	v := c.value(name)
	items, ok := value.ListItems(v)
	if !ok {
		items = []value.Value{v}
	}
	var out []string
	for _, item := range items {
		if !item.IsNull() {
			out = append(out, identityOf(c.ctx.Env(), item))
		}
	}
	return out
}

// textsOf takes a list, or one text with commas, apart.
func textsOf(env value.Env, v value.Value) []string {
	if v.IsNull() {
		return nil
	}
	items, ok := value.ListItems(v)
	if !ok {
		items = []value.Value{v}
	}
	var out []string
	for _, item := range items {
		for part := range strings.SplitSeq(value.ToString(env, item), ",") {
			if part = strings.TrimSpace(part); part != "" {
				out = append(out, part)
			}
		}
	}
	return out
}

// mailbox finds the one mailbox that a parameter names, in Exchange's errors.
func (c *call) mailbox(r store.Reader, identity string) (*tenant.Mailbox, error) {
	m, err := r.Mailbox(identity)
	if err != nil {
		return nil, identityError(identity, err)
	}
	return m, nil
}

// allMailboxes returns the mailboxes that are wanted, sorted by name.
func allMailboxes(r store.Reader, wanted func(*tenant.Mailbox) bool) ([]*tenant.Mailbox, error) {
	var all []*tenant.Mailbox
	for m, err := range r.Mailboxes() {
		if err != nil {
			return nil, err
		}
		if wanted(m) {
			all = append(all, m)
		}
	}
	slices.SortFunc(all, func(a, b *tenant.Mailbox) int { return netfmt.CompareCulture(a.Name, b.Name, true) })
	return all, nil
}

// displayNameOf is the name under which lists show a user who is stored as an
// account or address; the text itself if nobody bears it.
func displayNameOf(r store.Reader, user string) string {
	if m, err := r.Mailbox(user); err == nil {
		return m.DisplayName
	}
	if other, err := r.Recipient(user); err == nil {
		return other.DisplayName
	}
	return user
}

// isMissing reports whether an error says that nothing bears an identity.
func isMissing(err error) bool {
	var missing *tenant.NotFoundError
	return errors.As(err, &missing)
}

// like reports whether a text fits a pattern or is it.
func like(pattern, text string) bool { return patterns.Match(pattern, text) }
