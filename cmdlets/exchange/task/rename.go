package task

import (
	"exolab/store"
	"exolab/store/tenant"
)

// Renamed are the new names of an object by the old ones, folded. The store refers
// to users and groups by name, as its records do; the directory by links that
// follow when an object gets another name.
type Renamed map[string]string

// NewNames are the names of a mailbox by which it is referred to that changed.
func NewNames(before, after *tenant.Mailbox) Renamed {
	r := Renamed{}
	r.note(before.UserPrincipalName, after.UserPrincipalName)
	r.note(before.PrimarySMTPAddress, after.PrimarySMTPAddress)
	r.note(before.Name, after.Name)
	return r
}

// NewNamesOf are those of another recipient.
func NewNamesOf(before, after *tenant.Recipient) Renamed {
	r := Renamed{}
	r.note(before.PrimarySMTPAddress, after.PrimarySMTPAddress)
	r.note(before.Name, after.Name)
	return r
}

func (r Renamed) note(before, after string) {
	if before != "" && before != after && r[tenant.FoldName(before)] == "" {
		r[tenant.FoldName(before)] = after
	}
}

// of returns a name as it is now, and whether it is another one.
func (r Renamed) of(name string) (string, bool) {
	now, ok := r[tenant.FoldName(name)]
	if !ok {
		return name, false
	}
	return now, true
}

// list changes the names in a list and reports whether one was another.
func (r Renamed) list(names []string) (out []string, changed bool) {
	for _, name := range names {
		now, other := r.of(name)
		out, changed = append(out, now), changed || other
	}
	return out, changed
}

// Follow lets everything that refers to an object by an old name refer to it by the
// new one: permissions, groups, role groups and assignments, and the settings of
// mailboxes. It is no change of those objects that would be logged.
func (r Renamed) Follow(w store.Writer) error {
	if len(r) == 0 {
		return nil
	}
	if watched, ok := w.(*watcher); ok {
		w = watched.Writer
	}
	return FirstOf(r.inMailboxes(w), r.inGroups(w), r.inRoles(w))
}

func (r Renamed) inMailboxes(w store.Writer) error {
	all, err := AllMailboxes(w, func(*tenant.Mailbox) bool { return true })
	for _, m := range all {
		if err := r.inPermissions(w, m); err != nil {
			return err
		}
		forwarding, forwards := r.of(m.ForwardingAddress)
		senders, sends := r.list(m.GrantSendOnBehalfTo)
		if !forwards && !sends {
			continue
		}
		m.ForwardingAddress, m.GrantSendOnBehalfTo = forwarding, senders
		if err := w.PutMailbox(m); err != nil {
			return err
		}
	}
	return err
}

func (r Renamed) inPermissions(w store.Writer, m *tenant.Mailbox) error {
	permissions, err := w.Permissions(m.ExchangeGUID)
	for _, p := range permissions {
		user, changed := r.of(p.User)
		if !changed {
			continue
		}
		moved := *p
		moved.User = user
		if err := FirstOf(w.RemovePermission(p), w.PutPermission(&moved)); err != nil {
			return err
		}
	}
	return err
}

func (r Renamed) inGroups(w store.Writer) error {
	var groups []*tenant.Recipient
	for g, err := range w.Recipients() {
		if err != nil {
			return err
		}
		groups = append(groups, g)
	}
	for _, g := range groups {
		members, joined := r.list(g.Members)
		owners, owned := r.list(g.ManagedBy)
		if !joined && !owned {
			continue
		}
		g.Members, g.ManagedBy = members, owners
		if err := w.PutRecipient(g); err != nil {
			return err
		}
	}
	return nil
}

// inRoles changes the members of role groups and the assignees of roles.
func (r Renamed) inRoles(w store.Writer) error {
	var changed []*tenant.Object
	for _, kind := range []string{"roleGroup", "managementRoleAssignment"} {
		for o, err := range w.Objects(kind) {
			if err != nil {
				return err
			}
			members, _ := o.Properties.Get("Members")
			now, joined := r.list(TextsIn(members))
			if joined {
				o.Properties.Set("Members", AnyOfTexts(now))
			}
			for _, name := range []string{"RoleAssigneeName", "RoleAssignee"} {
				assignee, other := r.of(o.Properties.Text(name))
				if other {
					o.Properties.Set(name, assignee)
				}
				joined = joined || other
			}
			if joined {
				changed = append(changed, o)
			}
		}
	}
	var err error
	for _, o := range changed {
		err = FirstOf(err, w.PutObject(o))
	}
	return err
}
