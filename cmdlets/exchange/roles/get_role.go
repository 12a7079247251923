package roles

import (
	"slices"
	"strings"

	"exolab/cmdlets/exchange/catalogue"
	"exolab/cmdlets/exchange/organization"
	"exolab/cmdlets/exchange/rbac"
	"exolab/cmdlets/exchange/task"
	"exolab/cmdlets/internal/patterns"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

var getRoleCmdlets = []task.Cmdlet{
	task.New("Get-ManagementRole", "Gives management roles.", "(Get-ManagementRole -Cmdlet Search-MailboxAuditLog).Name -join ','", "Audit Logs,View-Only Audit Logs", getRole),
}

// getRole emits the roles that the parameters ask for.
func getRole(c *task.Call) error {
	var list []value.Value
	err := c.View(func(r store.Reader) error {
		noun := organization.NounNamed("ManagementRole")
		all, err := noun.All(r)
		if err != nil {
			return err
		}
		slices.SortFunc(all, func(a, b *tenant.Object) int {
			return strings.Compare(strings.ToLower(a.Identity), strings.ToLower(b.Identity))
		})
		org, err := r.Organization()
		if err != nil {
			return err
		}
		online := org.OneKind() && org.Flavour == tenant.FlavourCloud
		for _, o := range all {
			if !(online && rbac.IsServerOnly(o.Identity)) && roleWanted(c, all, o) && lets(c, r, o) {
				list = append(list, noun.Object(withType(all, o)))
			}
		}
		if identity := c.Identity("Identity"); len(list) == 0 && identity != "" && !task.HasWildcard(identity) && !c.On("GetChildren") && !c.Has("Cmdlet") {
			return task.IdentityError(identity, &tenant.NotFoundError{Identity: identity})
		}
		return nil
	})
	if err == nil {
		err = c.EmitSizedAll(list)
	}
	return c.Report(err)
}

// roleWanted applies -Identity with -GetChildren and -Recurse, -RoleType and the
// parameters that ask for scripts, which no role has.
func roleWanted(c *task.Call, all []*tenant.Object, o *tenant.Object) bool {
	if c.Has("Script") || c.Has("ScriptParameters") {
		return false
	}
	if kind := c.Text("RoleType"); kind != "" && !strings.EqualFold(withType(all, o).Properties.Text("RoleType"), kind) {
		return false
	}
	identity := c.Identity("Identity")
	switch parent := o.Properties.Text("Parent"); {
	case c.On("GetChildren"):
		return strings.EqualFold(parent, identity)
	case c.On("Recurse"):
		return slices.ContainsFunc(ancestry(all, o), func(name string) bool { return strings.EqualFold(name, identity) })
	}
	return identity == "" || patterns.Match(identity, o.Identity)
}

// ancestry names a role and those from which it was made.
func ancestry(all []*tenant.Object, o *tenant.Object) []string {
	out := []string{o.Identity}
	for i := 0; i < len(out) && len(out) <= len(all); i++ {
		for _, other := range all {
			if strings.EqualFold(other.Identity, out[i]) && other.Properties.Text("Parent") != "" {
				out = append(out, other.Properties.Text("Parent"))
			}
		}
	}
	return out
}

// withType gives a role that was made the type of the built-in one behind it.
func withType(all []*tenant.Object, o *tenant.Object) *tenant.Object {
	if o.Properties.Text("Parent") == "" {
		return o
	}
	names := ancestry(all, o)
	shown := &tenant.Object{Kind: o.Kind, Identity: o.Identity, Properties: tenant.BagOf("IsRootRole", false)}
	for name, v := range o.Properties.All() {
		if name != rbac.RemovedEntries && name != rbac.NarrowedEntries {
			shown.Properties.Set(name, v)
		}
	}
	for _, root := range all {
		if strings.EqualFold(root.Identity, names[len(names)-1]) {
			shown.Properties.Set("RoleType", root.Properties.Text("RoleType"))
			end, _ := root.Properties.Get("IsEndUserRole")
			shown.Properties.Set("IsEndUserRole", end)
		}
	}
	return shown
}

// lets applies -Cmdlet and -CmdletParameters: the role has the cmdlet, with all of
// those parameters.
func lets(c *task.Call, r store.Reader, o *tenant.Object) bool {
	pattern, wanted := c.Text("Cmdlet"), c.Texts("CmdletParameters")
	if pattern == "" && len(wanted) == 0 {
		return true
	}
	role := rbac.Resolve(r, o.Identity)
	for name := range catalogue.Names {
		if pattern != "" && !patterns.Match(pattern, name) {
			continue
		}
		given := role.Parameters(name, catalogue.Find(value.Fold(name)).ParameterNames())
		if given != nil && !slices.ContainsFunc(wanted, func(w string) bool {
			return !slices.ContainsFunc(given, func(g string) bool { return patterns.Match(w, g) })
		}) {
			return true
		}
	}
	return false
}
