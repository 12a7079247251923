package rbac

import (
	"slices"
	"strings"

	"exolab/cmdlets/exchange/opath"
	"exolab/cmdlets/exchange/shapes"
	"exolab/cmdlets/internal/patterns"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

// The kinds under which the store keeps what this package reads.
const (
	KindAssignment = "managementRoleAssignment"
	kindGroup      = "roleGroup"
	kindRole       = "managementRole"
	kindScope      = "managementScope"
)

// WriteScope says which recipients a caller may change with a cmdlet.
type WriteScope struct {
	conditions []opath.Condition
	// self is the caller's own mailbox, "" where it is not in the scope.
	self string
}

// Admits reports whether a recipient with these properties may be changed.
func (s *WriteScope) Admits(env value.Env, properties tenant.Bag) bool {
	if s == nil || s.self != "" && strings.EqualFold(properties.Text("UserPrincipalName"), s.self) {
		return true
	}
	o := shapes.ObjectOf(properties)
	return slices.ContainsFunc(s.conditions, func(c opath.Condition) bool { return c.Holds(env, o) })
}

// ScopeOf is the write scope of a caller for a cmdlet: those of the assignments
// that let the caller run it, nil where one of them reaches the whole organization
// or where nothing is assigned to the caller, whose rights are then not looked at.
func ScopeOf(env value.Env, r store.Reader, caller, cmdlet string) (*WriteScope, error) {
	assignments, err := assignmentsOf(r, caller)
	if err != nil {
		return nil, err
	}
	scope, limited := &WriteScope{}, false
	for _, a := range assignments {
		if !lets(r, a.Text("Role"), cmdlet) {
			continue
		}
		limited = true
		switch custom, relative := a.Text("CustomRecipientWriteScope"), a.Text("RecipientRelativeWriteScope"); {
		case custom != "":
			condition, err := restriction(env, r, custom)
			if err != nil {
				return nil, err
			}
			scope.conditions = append(scope.conditions, condition)
		case strings.EqualFold(relative, "Self"):
			scope.self = caller
		case !strings.EqualFold(relative, "None"):
			return nil, nil
		}
	}
	if !limited {
		return nil, nil
	}
	return scope, nil
}

// assignmentsOf are the assignments to the caller and to the role groups that the
// caller is a member of.
func assignmentsOf(r store.Reader, caller string) ([]tenant.Bag, error) {
	names := []string{caller}
	if m, err := r.Mailbox(caller); err == nil {
		names = append(names, m.Name)
	}
	var out []tenant.Bag
	for g, err := range r.Objects(kindGroup) {
		if err != nil {
			return nil, err
		}
		if !slices.ContainsFunc(listed(g.Properties, "Members"), func(member string) bool { return containsFold(names, member) }) {
			continue
		}
		names = append(names, g.Identity)
		for _, role := range listed(g.Properties, "Roles") {
			out = append(out, tenant.BagOf("Role", role, "CustomRecipientWriteScope", g.Properties.Text("CustomRecipientWriteScope")))
		}
	}
	for a, err := range r.Objects(KindAssignment) {
		if err != nil {
			return nil, err
		}
		if containsFold(names, a.Properties.Text("RoleAssigneeName")) {
			out = append(out, a.Properties)
		}
	}
	return out, nil
}

// lets reports whether a role lets a cmdlet run.
func lets(r store.Reader, role, cmdlet string) bool {
	parent := ""
	if o, err := r.Object(kindRole, role); err == nil {
		parent = o.Properties.Text("Parent")
	}
	return patterns.MatchAny(Entries(role, parent), cmdlet)
}

// restriction is the condition of a management scope; a scope that is gone, or
// whose filter does not read, admits nobody.
func restriction(env value.Env, r store.Reader, name string) (opath.Condition, error) {
	text := "Guid -eq $null"
	if o, err := r.Object(kindScope, name); err == nil {
		text = o.Properties.Text("RecipientRestrictionFilter")
	}
	if condition, err := opath.Parse(env, text); err == nil {
		return condition, nil
	}
	return opath.Parse(env, "Guid -eq $null")
}

func listed(b tenant.Bag, property string) []string {
	v, _ := b.Get(property)
	items, _ := v.([]any)
	out := make([]string, 0, len(items))
	for _, item := range items {
		if text, ok := item.(string); ok {
			out = append(out, text)
		}
	}
	return out
}

func containsFold(list []string, text string) bool {
	return slices.ContainsFunc(list, func(known string) bool { return strings.EqualFold(known, text) })
}
