package task

import (
	"errors"
	"slices"
	"strings"

	"exolab/cmdlets/exchange/shapes"
	"exolab/cmdlets/internal/patterns"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

// Identity returns the identity given by a parameter, "" if none was.
func (c *Call) Identity(name string) string {
	v := c.Value(name)
	if v.IsNull() {
		return ""
	}
	return strings.TrimSpace(shapes.IdentityOf(c.Ctx.Env(), v))
}

// targets are the parameters of the REST cmdlets that name the object in other
// ways than -Identity.
var targets = []string{"ExternalDirectoryObjectId", "UserPrincipalName", "PrimarySmtpAddress"}

// TargetIdentity returns the identity of -Identity, or of one of the parameters
// that name the object in another way; "" if none was given.
func (c *Call) TargetIdentity() string {
	identity := c.Identity("Identity")
	for _, name := range targets {
		if identity == "" && c.Has(name) {
			identity = c.Text(name)
		}
	}
	return identity
}

// Identities returns the identities in a parameter that takes several.
func (c *Call) Identities(name string) []string {
	v := c.Value(name)
	items, ok := value.ListItems(v)
	if !ok {
		items = []value.Value{v}
	}
	var out []string
	for _, item := range items {
		if !item.IsNull() {
			out = append(out, shapes.IdentityOf(c.Ctx.Env(), item))
		}
	}
	return out
}

// HasWildcard reports whether an identity stands for several objects: the star is
// the one wildcard of identities.
func HasWildcard(identity string) bool { return strings.Contains(identity, "*") }

// Alternatives are the names that an identity of another form stands for: the
// account of "DOMAIN\account", the name at the end of "domain.com/Users/Name".
func Alternatives(identity string) []string {
	if account, ok := accountOf(identity); ok {
		return []string{account}
	}
	if domain, path, ok := strings.Cut(identity, "/"); ok && strings.Contains(domain, ".") {
		return []string{path[strings.LastIndexByte(path, '/')+1:]}
	}
	return nil
}

// FindMailboxes returns the mailboxes that an identity of any form names.
func FindMailboxes(r store.Reader, identity string) ([]*tenant.Mailbox, error) {
	found, err := r.FindMailboxes(identity)
	for _, other := range Alternatives(identity) {
		if len(found) > 0 || err != nil && !IsMissing(err) {
			break
		}
		if known, notFound := r.FindMailboxes(other); notFound == nil {
			found, err = known, nil
		}
	}
	return found, err
}

// Mailbox finds the one mailbox that a parameter names, in Exchange's errors.
func (c *Call) Mailbox(r store.Reader, identity string) (*tenant.Mailbox, error) {
	return FindMailbox(r, identity)
}

// FindMailbox finds the one mailbox that an identity names, in Exchange's errors.
func FindMailbox(r store.Reader, identity string) (*tenant.Mailbox, error) {
	m, err := r.Mailbox(identity)
	for _, other := range Alternatives(identity) {
		if known, notFound := r.Mailbox(other); err != nil && notFound == nil {
			return known, nil
		}
	}
	if err != nil {
		return nil, IdentityError(identity, err)
	}
	return m, nil
}

// accountOf is the account of "DOMAIN\account".
func accountOf(identity string) (string, bool) {
	domain, account, ok := strings.Cut(identity, `\`)
	return account, ok && domain != "" && account != "" && !strings.HasSuffix(domain, ":")
}

// AllMailboxes returns the mailboxes that are wanted, sorted by name.
func AllMailboxes(r store.Reader, wanted func(*tenant.Mailbox) bool) ([]*tenant.Mailbox, error) {
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

// DisplayNameOf is the name under which lists show a user who is stored as an
// account or address; the text itself if nobody bears it.
func DisplayNameOf(r store.Reader, user string) string {
	if m, err := r.Mailbox(user); err == nil {
		return m.DisplayName
	}
	if other, err := r.Recipient(user); err == nil {
		return other.DisplayName
	}
	return user
}

// IsMissing reports whether an error says that nothing bears an identity.
func IsMissing(err error) bool {
	var missing *tenant.NotFoundError
	return errors.As(err, &missing)
}

// Like reports whether a text fits a pattern or is it.
func Like(pattern, text string) bool { return patterns.Match(pattern, text) }

// StoreTasks is the namespace of exceptions about permissions and rules.
const StoreTasks = "Microsoft.Exchange.Management.StoreTasks."

// SameUser reports whether two identities name the same user.
func SameUser(r store.Reader, a, b string) bool {
	if strings.EqualFold(a, b) {
		return true
	}
	x, err := r.Mailbox(a)
	if err != nil {
		return false
	}
	y, err := r.Mailbox(b)
	return err == nil && x.ExchangeGUID == y.ExchangeGUID
}

// UserOf is how a permission names the user of an identity.
func UserOf(r store.Reader, identity string) (string, error) {
	if m, err := r.Mailbox(identity); err == nil {
		return m.UserPrincipalName, nil
	}
	other, err := r.Recipient(identity)
	if err != nil {
		return "", ReferenceError(identity, err)
	}
	if other.PrimarySMTPAddress != "" {
		return other.PrimarySMTPAddress, nil
	}
	return other.Name, nil
}

// IsAddress reports whether a text has the form of an SMTP address.
func IsAddress(text string) bool {
	local, domain, ok := strings.Cut(text, "@")
	return ok && local != "" && strings.Contains(domain, ".") && !strings.ContainsAny(text, " ,;<>\"")
}

// RecipientName finds a recipient of any kind by identity and returns its name.
func RecipientName(r store.Reader, identity string) (string, error) {
	if m, err := r.Mailbox(identity); err == nil {
		return m.Name, nil
	}
	other, err := r.Recipient(identity)
	if err != nil {
		return "", ReferenceError(identity, err)
	}
	return other.Name, nil
}

// IsSoftDeleted reports whether a mailbox was removed and can be restored.
func IsSoftDeleted(m *tenant.Mailbox) bool {
	v, ok := m.Properties.Get("WhenSoftDeleted")
	return ok && v != nil
}
