package exchange

import (
	"fmt"
	"strings"

	"exolab/cmdlets/internal/patterns"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

var roleCmdlets = []cmdlet{
	permissionCmdlet("Get-RoleGroupMember", "Gives who administers.", "(Get-RoleGroupMember 'Organization Management').Name -contains 'Exchange Admin'", "True", getRoleGroupMember),
	permissionCmdlet("Add-RoleGroupMember", "Makes somebody an administrator.", "Add-RoleGroupMember 'Organization Management' -Member test1; (Get-RoleGroupMember 'Organization Management').Name -contains 'Test User 1'", "True", changeRoleMember(true)),
	permissionCmdlet("Remove-RoleGroupMember", "Takes administration from somebody.", "Remove-RoleGroupMember 'Organization Management' -Member admin -Confirm:$false", "", changeRoleMember(false)),
	permissionCmdlet("Get-ManagementRoleAssignment", "Gives which roles groups and users have.", "@(Get-ManagementRoleAssignment -RoleAssignee 'Organization Management').Count -gt 0", "True", getRoleAssignment),
	permissionCmdlet("New-ManagementRoleAssignment", "Gives a role to a group or user.", "(New-ManagementRoleAssignment -Role ApplicationImpersonation -User test1).Role", "ApplicationImpersonation", newRoleAssignment),
	permissionCmdlet("Remove-ManagementRoleAssignment", "Takes a role back.", "New-ManagementRoleAssignment -Name Sample -Role 'Audit Logs' -User test1 | Out-Null; Remove-ManagementRoleAssignment Sample -Confirm:$false", "", removeRoleAssignment),
}

// roleGroups is the noun of role groups.
func roleGroups() *configNoun {
	for i := range configNouns {
		if configNouns[i].noun == "RoleGroup" {
			return &configNouns[i]
		}
	}
	return nil
}

func getRoleGroupMember(c *call) error {
	var list []value.Value
	err := c.view(func(r store.Reader) error {
		g, err := roleGroups().find(r, c.identity("Identity"))
		if err != nil {
			return err
		}
		members, _ := g.Properties.Get("Members")
		list, err = memberObjects(r, textsIn(members))
		return err
	})
	if err == nil {
		err = c.emitSized(list)
	}
	return c.report(err)
}

func changeRoleMember(add bool) func(c *call) error {
	return func(c *call) error {
		if ok, err := c.confirm(fmt.Sprintf("Changing the members of role group \"%s\".", c.identity("Identity"))); !ok || err != nil {
			return err
		}
		return c.report(c.update(func(w store.Writer) error {
			g, err := roleGroups().find(w, c.identity("Identity"))
			if err != nil {
				return err
			}
			member, err := userOf(w, c.identity("Member"))
			if err != nil {
				return err
			}
			before, _ := g.Properties.Get("Members")
			members, err := withMember(textsIn(before), member, g.Identity, add)
			if err != nil {
				return err
			}
			g.Properties.Set("Members", anyOfTexts(members))
			return firstOf(w.PutObject(g), c.logChange(w, g.Identity))
		}))
	}
}

const kindAssignment = "managementRoleAssignment"

// roleAssignments are the stored ones and those of the role groups.
func roleAssignments(r store.Reader) ([]*tenant.Object, error) {
	var out []*tenant.Object
	for o, err := range r.Objects(kindAssignment) {
		if err != nil {
			return nil, err
		}
		out = append(out, o)
	}
	groups, err := roleGroups().all(r)
	for _, g := range groups {
		roles, _ := g.Properties.Get("Roles")
		for _, role := range textsIn(roles) {
			name := role + "-" + g.Identity
			out = append(out, &tenant.Object{Kind: kindAssignment, Identity: name, Properties: tenant.BagOf("Name", name, "Role", role, "RoleAssigneeName", g.Identity,
				"RoleAssignee", g.Identity, "RoleAssigneeType", "RoleGroup")})
		}
	}
	return out, err
}

func assignmentObject(o *tenant.Object) value.Value {
	out := newObject("ManagementRoleAssignment")
	out.putKnown(o.Properties)
	out.text("Identity", o.Identity, "Name", o.Identity, "Guid", objectGUID(o), "User", o.Properties.Text("RoleAssignee"))
	if o.Properties.Text("RoleAssigneeType") == "User" {
		out.text("EffectiveUserName", o.Properties.Text("RoleAssigneeName"))
	}
	return out.value()
}

func getRoleAssignment(c *call) error {
	identity, role, assignee := c.identity("Identity"), c.identity("Role"), c.identity("RoleAssignee")
	var list []value.Value
	err := c.view(func(r store.Reader) error {
		all, err := roleAssignments(r)
		for _, o := range all {
			name, err := assignee, error(nil)
			if assignee != "" {
				name, err = recipientName(r, assignee)
			}
			if err != nil {
				name = assignee
			}
			if (identity == "" || patterns.Match(identity, o.Identity)) && (role == "" || patterns.Match(role, o.Properties.Text("Role"))) &&
				(assignee == "" || strings.EqualFold(name, o.Properties.Text("RoleAssigneeName"))) {
				list = append(list, assignmentObject(o))
			}
		}
		if err == nil && identity != "" && len(list) == 0 && !patterns.HasWildcard(identity) {
			return identityError(identity, &tenant.NotFoundError{Identity: identity})
		}
		return err
	})
	if err == nil {
		list, err = c.filtered(list)
	}
	if err == nil {
		err = c.emitSizedAll(list)
	}
	return c.report(err)
}

func newRoleAssignment(c *call) error {
	role, kind, assignee := c.identity("Role"), "RoleGroup", c.identity("SecurityGroup")
	if c.has("User") {
		kind, assignee = "User", c.identity("User")
	}
	if ok, err := c.confirm(fmt.Sprintf("Creating management role assignment of \"%s\" to \"%s\".", role, assignee)); !ok || err != nil {
		return err
	}
	var made *tenant.Object
	err := c.update(func(w store.Writer) error {
		if kind == "User" {
			name, err := recipientName(w, assignee)
			if err != nil {
				return err
			}
			assignee = name
		}
		name := c.text("Name")
		if name == "" {
			name = role + "-" + assignee
		}
		made = &tenant.Object{Kind: kindAssignment, Identity: name, Properties: tenant.BagOf("Name", name, "Role", role, "RoleAssigneeName", assignee, "RoleAssignee", assignee, "RoleAssigneeType", kind)}
		return firstOf(w.PutObject(made), c.logChange(w, name))
	})
	if err != nil {
		return c.report(err)
	}
	return c.emit(assignmentObject(made))
}

func removeRoleAssignment(c *call) error {
	identity := c.identity("Identity")
	if ok, err := c.confirm(fmt.Sprintf("Removing management role assignment \"%s\".", identity)); !ok || err != nil {
		return err
	}
	return c.report(c.update(func(w store.Writer) error {
		if _, err := w.Object(kindAssignment, identity); err != nil {
			return identityError(identity, err)
		}
		return firstOf(w.RemoveObject(kindAssignment, identity), c.logChange(w, identity))
	}))
}
