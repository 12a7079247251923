package roles

import (
	"fmt"
	"strings"

	"exolab/cmdlets/exchange/organization"
	"exolab/cmdlets/exchange/rbac"
	"exolab/cmdlets/exchange/recipients"
	"exolab/cmdlets/exchange/shapes"
	"exolab/cmdlets/exchange/task"
	"exolab/cmdlets/internal/patterns"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

var roleCmdlets = []task.Cmdlet{
	task.New("Get-RoleGroupMember", "Gives who administers.", "(Get-RoleGroupMember 'Organization Management').Name -contains 'Exchange Admin'", "True", getRoleGroupMember),
	task.New("Add-RoleGroupMember", "Makes somebody an administrator.", "Add-RoleGroupMember 'Organization Management' -Member test1; (Get-RoleGroupMember 'Organization Management').Name -contains 'Test User 1'", "True", changeRoleMember(true)),
	task.New("Remove-RoleGroupMember", "Takes administration from somebody.", "Remove-RoleGroupMember 'Organization Management' -Member admin -Confirm:$false", "", changeRoleMember(false)),
	task.New("Get-ManagementRoleAssignment", "Gives which roles groups and users have.", "@(Get-ManagementRoleAssignment -RoleAssignee 'Organization Management').Count -gt 0", "True", getRoleAssignment),
	task.New("New-ManagementRoleAssignment", "Gives a role to a group or user.", "(New-ManagementRoleAssignment -Role ApplicationImpersonation -User test1).Role", "ApplicationImpersonation", newRoleAssignment),
	task.New("Remove-ManagementRoleAssignment", "Takes a role back.", "New-ManagementRoleAssignment -Name Sample -Role 'Audit Logs' -User test1 | Out-Null; Remove-ManagementRoleAssignment Sample -Confirm:$false", "", removeRoleAssignment),
}

// roleGroups is the noun of role groups.
func roleGroups() *organization.Noun { return organization.NounNamed("RoleGroup") }

func getRoleGroupMember(c *task.Call) error {
	var list []value.Value
	err := c.View(func(r store.Reader) error {
		g, err := roleGroups().Find(r, c.Identity("Identity"))
		if err != nil {
			return err
		}
		members, _ := g.Properties.Get("Members")
		list, err = recipients.MemberObjects(r, task.TextsIn(members))
		return err
	})
	if err == nil {
		err = c.EmitSized(list)
	}
	return c.Report(err)
}

func changeRoleMember(add bool) func(c *task.Call) error {
	return func(c *task.Call) error {
		if ok, err := c.Confirm(fmt.Sprintf("Changing the members of role group \"%s\".", c.Identity("Identity"))); !ok || err != nil {
			return err
		}
		return c.Report(c.Update(func(w store.Writer) error {
			g, err := roleGroups().Find(w, c.Identity("Identity"))
			if err != nil {
				return err
			}
			member, err := task.UserOf(w, c.Identity("Member"))
			if err != nil {
				return err
			}
			before, _ := g.Properties.Get("Members")
			members, err := recipients.WithMember(task.TextsIn(before), member, g.Identity, add)
			if err != nil {
				return err
			}
			g.Properties.Set("Members", task.AnyOfTexts(members))
			return w.PutObject(g)
		}))
	}
}

// roleAssignments are the stored ones and those of the role groups.
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
			name := role + "-" + g.Identity
			out = append(out, &tenant.Object{Kind: rbac.KindAssignment, Identity: name, Properties: tenant.BagOf("Name", name, "Role", role, "RoleAssigneeName", g.Identity,
				"RoleAssignee", g.Identity, "RoleAssigneeType", "RoleGroup")})
		}
	}
	return out, err
}

func assignmentObject(o *tenant.Object) value.Value {
	out := shapes.New("ManagementRoleAssignment")
	out.PutKnown(o.Properties)
	out.Text("Identity", o.Identity, "Name", o.Identity, "Guid", organization.ObjectGUID(o), "User", o.Properties.Text("RoleAssignee"))
	if o.Properties.Text("RoleAssigneeType") == "User" {
		out.Text("EffectiveUserName", o.Properties.Text("RoleAssigneeName"))
	}
	return out.Value()
}

func getRoleAssignment(c *task.Call) error {
	identity, role, assignee := c.Identity("Identity"), c.Identity("Role"), c.Identity("RoleAssignee")
	var list []value.Value
	err := c.View(func(r store.Reader) error {
		all, err := roleAssignments(r)
		for _, o := range all {
			name, err := assignee, error(nil)
			if assignee != "" {
				name, err = task.RecipientName(r, assignee)
			}
			if err != nil {
				name = assignee
			}
			if (identity == "" || patterns.Match(identity, o.Identity)) && (role == "" || patterns.Match(role, o.Properties.Text("Role"))) &&
				(assignee == "" || strings.EqualFold(name, o.Properties.Text("RoleAssigneeName"))) {
				list = append(list, assignmentObject(o))
			}
		}
		if err == nil && identity != "" && len(list) == 0 && !task.HasWildcard(identity) {
			return task.IdentityError(identity, &tenant.NotFoundError{Identity: identity})
		}
		return err
	})
	if err == nil {
		list, err = c.Filtered(list)
	}
	if err == nil {
		err = c.EmitSizedAll(list)
	}
	return c.Report(err)
}

func newRoleAssignment(c *task.Call) error {
	role, kind, assignee := c.Identity("Role"), "RoleGroup", c.Identity("SecurityGroup")
	if c.Has("User") {
		kind, assignee = "User", c.Identity("User")
	}
	if ok, err := c.Confirm(fmt.Sprintf("Creating management role assignment of \"%s\" to \"%s\".", role, assignee)); !ok || err != nil {
		return err
	}
	var made *tenant.Object
	err := c.Update(func(w store.Writer) error {
		if kind == "User" {
			name, err := task.RecipientName(w, assignee)
			if err != nil {
				return err
			}
			assignee = name
		}
		name := c.Text("Name")
		if name == "" {
			name = role + "-" + assignee
		}
		made = &tenant.Object{Kind: rbac.KindAssignment, Identity: name, Properties: tenant.BagOf("Name", name, "Role", role, "RoleAssigneeName", assignee, "RoleAssignee", assignee, "RoleAssigneeType", kind)}
		if err := setScopes(c, w, made); err != nil {
			return err
		}
		return w.PutObject(made)
	})
	if err != nil {
		return c.Report(err)
	}
	return c.Emit(assignmentObject(made))
}

// setScopes keeps the write scopes that the parameters give an assignment.
func setScopes(c *task.Call, r store.Reader, assignment *tenant.Object) error {
	for _, parameter := range []string{"CustomRecipientWriteScope", "CustomConfigWriteScope", "RecipientRelativeWriteScope", "RecipientOrganizationalUnitScope"} {
		if c.Has(parameter) {
			assignment.Properties.Set(parameter, c.Identity(parameter))
		}
	}
	if !c.Has("CustomRecipientWriteScope") {
		return nil
	}
	assignment.Properties.Set("RecipientWriteScope", "CustomRecipientScope")
	_, err := organization.NounNamed("ManagementScope").Find(r, c.Identity("CustomRecipientWriteScope"))
	return err
}

func removeRoleAssignment(c *task.Call) error {
	identity := c.Identity("Identity")
	if ok, err := c.Confirm(fmt.Sprintf("Removing management role assignment \"%s\".", identity)); !ok || err != nil {
		return err
	}
	return c.Report(c.Update(func(w store.Writer) error {
		if _, err := w.Object(rbac.KindAssignment, identity); err != nil {
			return task.IdentityError(identity, err)
		}
		return w.RemoveObject(rbac.KindAssignment, identity)
	}))
}
