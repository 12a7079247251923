package roles

import (
	"slices"
	"strings"

	"exolab/cmdlets/exchange/organization"
	"exolab/cmdlets/exchange/rbac"
	"exolab/cmdlets/exchange/shapes"
	"exolab/cmdlets/exchange/task"
	"exolab/cmdlets/internal/patterns"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

// roleAssignments are the stored ones, those of the role groups and those of the
// role assignment policies.
func roleAssignments(r store.Reader) ([]*tenant.Object, error) {
	var out []*tenant.Object
	for o, err := range r.Objects(rbac.KindAssignment) {
		if err != nil {
			return nil, err
		}
		out = append(out, o)
	}
	groups, err := roleGroups().All(r)
	for _, g := range groups {
		roles, _ := g.Properties.Get("Roles")
		for _, role := range task.TextsIn(roles) {
			out = append(out, impliedAssignment(role, g.Identity, "RoleGroup", g.Properties))
		}
	}
	if err != nil {
		return nil, err
	}
	policies, err := organization.NounNamed("RoleAssignmentPolicy").All(r)
	for _, p := range policies {
		for _, role := range rbac.PolicyRoles(r, p.Identity) {
			out = append(out, impliedAssignment(role, p.Identity, "RoleAssignmentPolicy", tenant.Bag{}))
		}
	}
	return out, err
}

// impliedAssignment is the assignment that a group or policy implies, with the
// scope that a group has.
func impliedAssignment(role, assignee, kind string, of tenant.Bag) *tenant.Object {
	name := role + "-" + assignee
	b := tenant.BagOf("Name", name, "Role", role, "RoleAssigneeName", assignee, "RoleAssignee", assignee, "RoleAssigneeType", kind)
	if scope := of.Text("CustomRecipientWriteScope"); scope != "" {
		b.Set("CustomRecipientWriteScope", scope)
		b.Set("RecipientWriteScope", "CustomRecipientScope")
	}
	return &tenant.Object{Kind: rbac.KindAssignment, Identity: name, Properties: b}
}

// assignmentObject shows an assignment; a role for users reads and changes the
// caller's own objects.
func assignmentObject(r store.Reader, o *tenant.Object) shapes.Object {
	out := shapes.New("ManagementRoleAssignment")
	if rbac.Resolve(r, o.Properties.Text("Role")).EndUser {
		out.Text("RecipientReadScope", "Self", "RecipientWriteScope", "Self", "ConfigReadScope", "OrganizationConfig", "ConfigWriteScope", "OrganizationConfig")
	}
	out.PutKnown(o.Properties)
	out.Text("Identity", o.Identity, "Name", o.Identity, "Guid", organization.ObjectGUID(o), "User", o.Properties.Text("RoleAssignee"))
	switch kind := o.Properties.Text("RoleAssigneeType"); kind {
	case "User":
		out.Text("EffectiveUserName", o.Properties.Text("RoleAssigneeName"))
	case "RoleAssignmentPolicy":
		out.Text("EffectiveUserName", "All Policy Assignees")
	}
	return out
}

func getRoleAssignment(c *task.Call) error {
	var list []value.Value
	err := c.View(func(r store.Reader) error {
		all, err := roleAssignments(r)
		if err != nil {
			return err
		}
		wanted, err := assignmentFilter(c, r)
		if err != nil {
			return err
		}
		for _, o := range all {
			if !wanted(o) {
				continue
			}
			shown := assignmentObject(r, o)
			if !hasProperties(c, shown) {
				continue
			}
			if c.On("GetEffectiveUsers") {
				list = append(list, effectiveUsers(r, o)...)
			} else {
				list = append(list, shown.Value())
			}
		}
		if identity := c.Identity("Identity"); identity != "" && len(list) == 0 && !task.HasWildcard(identity) {
			return task.IdentityError(identity, &tenant.NotFoundError{Identity: identity})
		}
		return nil
	})
	if err == nil {
		list, err = c.Filtered(list)
	}
	if err == nil {
		err = c.EmitSizedAll(list)
	}
	return c.Report(err)
}

// assignmentFilter applies the parameters that name an assignment, a role, an
// assignee or a recipient that could be changed.
func assignmentFilter(c *task.Call, r store.Reader) (func(*tenant.Object) bool, error) {
	identity, role := c.Identity("Identity"), c.Identity("Role")
	assignees, err := assigneesOf(c, r)
	if err != nil {
		return nil, err
	}
	target, err := writableRecipient(c, r)
	if err == nil {
		err = task.CheckServer(r, c.Identity("WritableServer"))
	}
	if err == nil && c.Has("WritableDatabase") {
		_, err = task.Database(r, c.Identity("WritableDatabase"))
	}
	if err != nil {
		return nil, err
	}
	return func(o *tenant.Object) bool {
		return (identity == "" || patterns.Match(identity, o.Identity)) && (role == "" || patterns.Match(role, o.Properties.Text("Role"))) &&
			(assignees == nil || task.ContainsFold(assignees, o.Properties.Text("RoleAssigneeName"))) &&
			(target == nil || rbac.Reaches(c.Ctx.Env(), r, o.Properties, target))
	}, nil
}

// assigneesOf are the names whose assignments -RoleAssignee asks for: the assignee's
// own and those of the role groups and the policy through which a user has roles,
// as far as -AssignmentMethod admits; nil is everybody.
func assigneesOf(c *task.Call, r store.Reader) ([]string, error) {
	assignee := c.Identity("RoleAssignee")
	if assignee == "" {
		return nil, nil
	}
	methods := c.Texts("AssignmentMethod")
	admits := func(method string) bool { return len(methods) == 0 || task.ContainsFold(methods, method) }
	names := []string{}
	m, err := r.Mailbox(assignee)
	if err != nil {
		if name, err := task.RecipientName(r, assignee); err == nil {
			assignee = name
		}
		return append(names, assignee), nil
	}
	if admits("Direct") {
		names = append(names, m.Name, m.UserPrincipalName)
	}
	if admits("RoleGroup") {
		groups, err := rbac.GroupsOf(r, m)
		if err != nil {
			return nil, err
		}
		names = append(names, groups...)
	}
	if policy := m.Properties.Text("RoleAssignmentPolicy"); admits("RoleAssignmentPolicy") {
		if policy == "" {
			policy = rbac.DefaultPolicy
		}
		names = append(names, policy)
	}
	return names, nil
}

// writableRecipient is the recipient of -WritableRecipient, nil without it.
func writableRecipient(c *task.Call, r store.Reader) (*tenant.Mailbox, error) {
	if !c.Has("WritableRecipient") {
		return nil, nil
	}
	return c.Mailbox(r, c.Identity("WritableRecipient"))
}

// assignmentProperties are the parameters that ask for a value of the property of
// the same name.
var assignmentProperties = []string{"RoleAssigneeType", "Enabled", "RecipientWriteScope", "ConfigWriteScope", "CustomRecipientWriteScope", "CustomConfigWriteScope",
	"RecipientOrganizationalUnitScope", "RecipientAdministrativeUnitScope", "RecipientGroupScope", "ExclusiveRecipientWriteScope", "ExclusiveConfigWriteScope"}

// hasProperties applies those parameters, -Delegating, as no assignment that exolab
// keeps is a delegating one, -Exclusive, and those that ask for a server or database
// that could be changed, as roles for users reach none.
func hasProperties(c *task.Call, o shapes.Object) bool {
	if scope, _ := o.Out.Get("exclusiverecipientwritescope"); c.On("Delegating") || c.Has("Exclusive") && c.On("Exclusive") != (value.ToString(c.Ctx.Env(), scope) != "") {
		return false
	}
	if scope, _ := o.Out.Get("recipientwritescope"); (c.Has("WritableDatabase") || c.Has("WritableServer")) && value.ToString(c.Ctx.Env(), scope) == "Self" {
		return false
	}
	return !slices.ContainsFunc(assignmentProperties, func(name string) bool {
		v, _ := o.Out.Get(value.Fold(name))
		return c.Has(name) && !strings.EqualFold(value.ToString(c.Ctx.Env(), v), c.Identity(name))
	})
}

// effectiveUsers shows an assignment once for each user who has the role by it.
func effectiveUsers(r store.Reader, o *tenant.Object) []value.Value {
	var out []value.Value
	show := func(name, method string) {
		shown := assignmentObject(r, o)
		shown.Text("EffectiveUserName", name, "AssignmentMethod", method)
		out = append(out, shown.Value())
	}
	assignee := o.Properties.Text("RoleAssigneeName")
	switch kind := o.Properties.Text("RoleAssigneeType"); kind {
	case "User":
		show(assignee, "Direct")
	case "RoleAssignmentPolicy":
		show("All Policy Assignees", kind)
	default:
		if g, err := roleGroups().Find(r, assignee); err == nil {
			members, _ := g.Properties.Get("Members")
			for _, member := range task.TextsIn(members) {
				show(task.DisplayNameOf(r, member), kind)
			}
		}
	}
	return out
}
