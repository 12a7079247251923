package rbac

import (
	"slices"
	"strings"

	"exolab/cmdlets/exchange/catalogue"
	"exolab/runtime/value"
	"exolab/store"
)

// organizationManagement is the role group whose members may do everything; exolab
// does not look which roles it has.
const organizationManagement = "Organization Management"

// Rights are the cmdlets and parameters that a session has, as they were when it
// began: Exchange does not look again. Nil are those of a session that has all.
type Rights struct {
	roles  []*Effective
	grants map[string]*Grant // by folded name, as far as somebody asked
}

// Grant is what a session may do with one cmdlet.
type Grant struct {
	// Parameters are the cmdlet's own that the session has.
	Parameters []string
	// Own is true where the session sees the caller's own mailbox alone.
	Own bool
}

// Of returns what the session may do with a cmdlet, nil if it does not have it.
func (r *Rights) Of(cmdlet *catalogue.Entry) *Grant {
	folded := value.Fold(cmdlet.Name)
	g, known := r.grants[folded]
	if !known {
		g = r.join(cmdlet)
		r.grants[folded] = g
	}
	return g
}

// join is what the roles say of a cmdlet together.
func (r *Rights) join(cmdlet *catalogue.Entry) *Grant {
	var g *Grant
	all := cmdlet.ParameterNames()
	for _, role := range r.roles {
		given := role.Parameters(cmdlet.Name, all)
		if given == nil {
			continue
		}
		if g == nil {
			g = &Grant{Own: true}
		}
		g.Own = g.Own && role.EndUser && !readsAll(role.name)
		for _, name := range given {
			if !slices.Contains(g.Parameters, name) {
				g.Parameters = append(g.Parameters, name)
			}
		}
	}
	return g
}

// RightsOf returns the rights of somebody who connects: those of the roles that are
// assigned to them, to their role groups and by their role assignment policy. They
// are nil, which is all, for those who manage the organization, for callers whom the
// organization does not know, and where nobody manages it: it may have been imported
// without its people and role groups.
func RightsOf(r store.Reader, caller string) (*Rights, error) {
	m, err := r.Mailbox(caller)
	if err != nil {
		return nil, nil
	}
	managers, err := r.Object(kindGroup, organizationManagement)
	if err != nil || isMember(r, managers, m) {
		return nil, nil
	}
	assigned, err := assignmentsOf(r, m)
	if err != nil {
		return nil, err
	}
	rights := &Rights{grants: map[string]*Grant{}}
	for _, a := range assigned {
		rights.roles = append(rights.roles, Resolve(r, a.Text("Role")))
	}
	return rights, nil
}

// readsAll reports whether a role for users reads what the address list shows
// (its read scope is MyGAL) and not the caller's own mailbox alone.
func readsAll(role string) bool {
	return strings.HasPrefix(role, "MyDistributionGroup")
}
