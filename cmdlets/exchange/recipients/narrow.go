package recipients

import (
	"slices"
	"strings"

	"exolab/cmdlets/exchange/mailboxes"
	"exolab/cmdlets/exchange/task"
	"exolab/cmdlets/internal/patterns"
	"exolab/store"
)

// narrowing tells which recipients the parameters leave that ask for a kind, an
// owner, a database or people of importance.
func narrowing(c *task.Call, r store.Reader) (func(Data) bool, error) {
	kinds, types, database, owner := c.Texts("RecipientTypeDetails"), c.Texts("RecipientType"), c.Identity("Database"), ""
	if err := task.CheckUnit(r, c.Identity("OrganizationalUnit")); err != nil {
		return nil, err
	}
	if database != "" {
		if _, err := task.Database(r, database); err != nil {
			return nil, err
		}
	}
	if c.Has("ManagedBy") {
		var err error
		if owner, err = task.UserOf(r, c.Identity("ManagedBy")); err != nil {
			return nil, err
		}
	}
	return func(d Data) bool {
		important, _ := d.bag.Get("VIP")
		return (len(kinds) == 0 || patterns.MatchAny(kinds, d.kind)) && (len(types) == 0 || patterns.MatchAny(types, recipientTypeOf(d.kind))) &&
			(database == "" || d.mailbox != nil && strings.EqualFold(task.DatabaseOf(d.mailbox), database)) &&
			(owner == "" || d.isManagedBy(r, owner)) && (!c.On("IsVIP") || important == true)
	}, nil
}

// isManagedBy reports whether a user owns the group.
func (d Data) isManagedBy(r store.Reader, owner string) bool {
	return d.recipient != nil && slices.ContainsFunc(d.recipient.ManagedBy, func(known string) bool { return task.SameUser(r, known, owner) })
}

// deletedNamed returns the mailbox of an identity that was removed and can be
// restored; missing is the error if there is none.
func deletedNamed(r store.Reader, identity string, missing error) ([]Data, error) {
	found, err := mailboxes.Deleted(r, identity)
	if err != nil {
		return nil, err
	}
	var out []Data
	for _, m := range found {
		out = append(out, mailboxData(m))
	}
	if len(out) == 0 {
		return nil, missing
	}
	return out, nil
}
