package rbac

import (
	"slices"
	"strings"

	"exolab/store"
	"exolab/store/tenant"
)

// The kinds under which the store keeps what this package reads.
const (
	KindAssignment = "managementRoleAssignment"
	kindGroup      = "roleGroup"
	kindRole       = "managementRole"
	kindScope      = "managementScope"
	kindPolicy     = "roleAssignmentPolicy"
)

// DefaultPolicy is the role assignment policy of mailboxes that have no other.
const DefaultPolicy = "Default Role Assignment Policy"

// assignmentsOf are the assignments to a user, to the role groups that the user is
// a member of, and those of the user's role assignment policy.
func assignmentsOf(r store.Reader, m *tenant.Mailbox) ([]tenant.Bag, error) {
	names := []string{m.Name, m.UserPrincipalName, m.PrimarySMTPAddress}
	var out []tenant.Bag
	for g, err := range r.Objects(kindGroup) {
		if err != nil {
			return nil, err
		}
		if !isMember(r, g, m) {
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
		if enabled, _ := a.Properties.Get("Enabled"); enabled != false && containsFold(names, a.Properties.Text("RoleAssigneeName")) {
			out = append(out, a.Properties)
		}
	}
	for _, role := range PolicyRoles(r, m.Properties.Text("RoleAssignmentPolicy")) {
		out = append(out, tenant.BagOf("Role", role, "RecipientRelativeWriteScope", "Self"))
	}
	return out, nil
}

// PolicyRoles are the roles that a role assignment policy assigns; "" is the
// default policy, which has all roles for users but the one for delegation until
// somebody changes it.
func PolicyRoles(r store.Reader, policy string) []string {
	if policy == "" {
		policy = DefaultPolicy
	}
	if o, err := r.Object(kindPolicy, policy); err == nil {
		if roles := listed(o.Properties, "Roles"); len(roles) > 0 {
			return roles
		}
		return listed(o.Properties, "AssignedRoles")
	}
	if !strings.EqualFold(policy, DefaultPolicy) {
		return nil
	}
	return DefaultPolicyRoles()
}

// DefaultPolicyRoles are the roles of the default policy as the service has it.
func DefaultPolicyRoles() []string {
	var out []string
	for role := range Roles() {
		if role.EndUser && role.Name != "MyMailboxDelegation" {
			out = append(out, role.Name)
		}
	}
	return out
}

// isMember reports whether a user is a member of a role group, of itself or in a
// group.
func isMember(r store.Reader, g *tenant.Object, m *tenant.Mailbox) bool {
	return slices.ContainsFunc(listed(g.Properties, "Members"), func(member string) bool { return holds(r, member, m, 0) })
}

// deepestGroup bounds groups in groups.
const deepestGroup = 8

// holds reports whether an identity names a user or a group that the user is in.
func holds(r store.Reader, identity string, m *tenant.Mailbox, depth int) bool {
	if containsFold([]string{m.Name, m.UserPrincipalName, m.PrimarySMTPAddress}, identity) {
		return true
	}
	if depth > deepestGroup {
		return false
	}
	if other, err := r.Mailbox(identity); err == nil {
		return other.ExchangeGUID == m.ExchangeGUID
	}
	group, err := r.Recipient(identity)
	return err == nil && slices.ContainsFunc(group.Members, func(member string) bool { return holds(r, member, m, depth+1) })
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

// GroupsOf are the role groups that a user is a member of.
func GroupsOf(r store.Reader, m *tenant.Mailbox) ([]string, error) {
	var out []string
	for g, err := range r.Objects(kindGroup) {
		if err != nil {
			return nil, err
		}
		if isMember(r, g, m) {
			out = append(out, g.Identity)
		}
	}
	return out, nil
}
