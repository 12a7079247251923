package rbac

import (
	"slices"
	"strings"

	"exolab/cmdlets/exchange/opath"
	"exolab/cmdlets/exchange/shapes"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
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
// that let the caller run it, nil where one of them reaches the whole organization,
// for those who manage it, and where nothing is assigned to the caller, whose rights are then not looked at.
func ScopeOf(env value.Env, r store.Reader, caller, cmdlet string) (*WriteScope, error) {
	m, err := r.Mailbox(caller)
	if err != nil {
		return nil, nil
	}
	if managers, err := r.Object(kindGroup, organizationManagement); err == nil && isMember(r, managers, m) {
		return nil, nil
	}
	assignments, err := assignmentsOf(r, m)
	if err != nil {
		return nil, err
	}
	scope, limited := &WriteScope{}, false
	for _, a := range assignments {
		if Resolve(r, a.Text("Role")).Parameters(cmdlet, nil) == nil {
			continue
		}
		limited = true
		switch custom, relative := customScope(a), a.Text("RecipientRelativeWriteScope"); {
		case custom != "":
			condition, err := restriction(env, r, custom)
			if err != nil {
				return nil, err
			}
			scope.conditions = append(scope.conditions, condition)
		case strings.EqualFold(relative, "Self"):
			scope.self = m.UserPrincipalName
		case !strings.EqualFold(relative, "None"):
			return nil, nil
		}
	}
	if !limited {
		return nil, nil
	}
	return scope, nil
}

// Reaches reports whether a mailbox is in the write scope of an assignment; the own
// mailbox of those who have a role for users is not looked at.
func Reaches(env value.Env, r store.Reader, assignment tenant.Bag, m *tenant.Mailbox) bool {
	if Resolve(r, assignment.Text("Role")).EndUser || strings.EqualFold(assignment.Text("RecipientRelativeWriteScope"), "None") {
		return false
	}
	custom := customScope(assignment)
	if custom == "" {
		return true
	}
	condition, err := restriction(env, r, custom)
	return err == nil && condition.Holds(env, shapes.ObjectOf(m.Bag()))
}

// customScope names the management scope that an assignment has, "" if it has none.
// That others may not change what is in an exclusive scope is not looked at.
func customScope(assignment tenant.Bag) string {
	if scope := assignment.Text("ExclusiveRecipientWriteScope"); scope != "" {
		return scope
	}
	return assignment.Text("CustomRecipientWriteScope")
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
