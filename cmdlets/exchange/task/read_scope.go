package task

import (
	"iter"
	"strings"

	"exolab/cmdlets/exchange/catalogue"
	"exolab/cmdlets/exchange/connection"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

const exUnauthorized = "System.UnauthorizedAccessException"

// granted reports an error for a REST cmdlet, which is always there, where no role
// of the user has the cmdlet that does the same.
func (c *Call) granted() error {
	classic, rest := strings.CutPrefix(c.Cmdlet.Name, "Get-EXO")
	if !rest {
		return nil
	}
	twin := catalogue.Find(value.Fold("Get-" + classic))
	if twin == nil || !connection.Of(c.Ctx.Session()).Denies(twin) {
		return nil
	}
	return Failure(exUnauthorized, "The user %s has no role that lets %s run.", c.Caller(), twin.Name)
}

// seesOwn reports whether the session sees the caller's own mailbox alone with
// the cmdlet: the read scope of the roles for users.
func (c *Call) seesOwn() bool {
	name := strings.Replace(c.Cmdlet.Name, "Get-EXO", "Get-", 1)
	entry := catalogue.Find(value.Fold(name))
	if entry == nil {
		return false
	}
	grant := connection.Of(c.Ctx.Session()).Grant(entry)
	return grant != nil && grant.Own
}

// withinReadScope reports an error for a mailbox that the session does not see:
// it is as if it were not there.
func (c *Call) withinReadScope() error {
	if !c.seesOwn() {
		return nil
	}
	return c.View(func(r store.Reader) error {
		for _, identity := range []string{c.Identity("Mailbox"), c.TargetIdentity()} {
			mailbox, _, _ := strings.Cut(identity, `:\`)
			if m, err := FindMailbox(r, mailbox); err == nil && !strings.EqualFold(m.UserPrincipalName, c.Caller()) && !SameUser(r, m.UserPrincipalName, c.Caller()) {
				return IdentityError(identity, &tenant.NotFoundError{Identity: identity})
			}
		}
		return nil
	})
}

// ownReader lists the caller's own mailbox alone; by name others are found, as
// those to whom something is forwarded or shown.
type ownReader struct {
	store.Reader
	caller string
}

// Mailboxes yields the caller's mailbox.
func (r ownReader) Mailboxes() iter.Seq2[*tenant.Mailbox, error] {
	return func(yield func(*tenant.Mailbox, error) bool) {
		if m, err := r.Mailbox(r.caller); !IsMissing(err) {
			yield(m, err)
		}
	}
}
