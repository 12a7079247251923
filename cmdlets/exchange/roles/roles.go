package roles

import (
	"fmt"

	"exolab/cmdlets/exchange/organization"
	"exolab/cmdlets/exchange/rbac"
	"exolab/cmdlets/exchange/recipients"
	"exolab/cmdlets/exchange/task"
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

func newRoleAssignment(c *task.Call) error {
	role := c.Identity("Role")
	kind, assignee := assigneeOf(c)
	if ok, err := c.Confirm(fmt.Sprintf("Creating management role assignment of \"%s\" to \"%s\".", role, assignee)); !ok || err != nil {
		return err
	}
	var shown value.Value
	err := c.Update(func(w store.Writer) error {
		if err := checkAssignment(w, role, kind, &assignee); err != nil {
			return err
		}
		name := c.Text("Name")
		if name == "" {
			name = role + "-" + assignee
		}
		if _, err := w.Object(rbac.KindAssignment, name); err == nil {
			return task.NameTaken(name)
		}
		made := &tenant.Object{Kind: rbac.KindAssignment, Identity: name, Properties: tenant.BagOf("Name", name, "Role", role, "RoleAssigneeName", assignee, "RoleAssignee", assignee, "RoleAssigneeType", kind)}
		if err := setScopes(c, w, made); err != nil {
			return err
		}
		shown = assignmentObject(w, made).Value()
		return w.PutObject(made)
	})
	return c.EmitOrReport(shown, err)
}

// assigneeOf is to whom -User, -SecurityGroup or -Policy assigns the role.
func assigneeOf(c *task.Call) (kind, assignee string) {
	switch {
	case c.Has("User"):
		return "User", c.Identity("User")
	case c.Has("Policy"):
		return "RoleAssignmentPolicy", c.Identity("Policy")
	}
	return "RoleGroup", c.Identity("SecurityGroup")
}

// checkAssignment finds the role and to whom it is assigned, who is then named as
// the directory names them.
func checkAssignment(w store.Writer, role, kind string, assignee *string) error {
	if _, err := organization.NounNamed("ManagementRole").Find(w, role); err != nil {
		return err
	}
	switch kind {
	case "RoleAssignmentPolicy":
		policy, err := organization.NounNamed("RoleAssignmentPolicy").Find(w, *assignee)
		if err == nil {
			*assignee = policy.Identity
		}
		return err
	case "RoleGroup":
		if g, err := roleGroups().Find(w, *assignee); err == nil {
			*assignee = g.Identity
			return nil
		}
	}
	name, err := task.RecipientName(w, *assignee)
	if err == nil {
		*assignee = name
	}
	return err
}

// setScopes keeps the write scopes that the parameters give an assignment.
func setScopes(c *task.Call, r store.Reader, assignment *tenant.Object) error {
	for _, parameter := range []string{"CustomRecipientWriteScope", "CustomConfigWriteScope", "RecipientRelativeWriteScope", "RecipientOrganizationalUnitScope"} {
		if c.Has(parameter) {
			assignment.Properties.Set(parameter, c.Identity(parameter))
		}
	}
	for _, kind := range []struct{ parameter, scope string }{{"CustomRecipientWriteScope", "CustomRecipientScope"}, {"ExclusiveRecipientWriteScope", "ExclusiveRecipientScope"}} {
		if !c.Has(kind.parameter) {
			continue
		}
		if _, err := organization.NounNamed("ManagementScope").Find(r, c.Identity(kind.parameter)); err != nil {
			return err
		}
		assignment.Properties.Set(kind.parameter, c.Identity(kind.parameter))
		assignment.Properties.Set("RecipientWriteScope", kind.scope)
	}
	return nil
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
