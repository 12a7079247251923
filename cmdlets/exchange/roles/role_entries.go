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

var roleEntryCmdlets = []task.Cmdlet{
	task.New("Get-ManagementRoleEntry", "Gives which cmdlets a management role lets run.", `(Get-ManagementRoleEntry 'Audit Logs\Search-MailboxAuditLog').Role`, "Audit Logs", getRoleEntry),
}

// getRoleEntry emits the entries that "role\cmdlet" names; both parts may have
// wildcards.
func getRoleEntry(c *task.Call) error {
	identity := c.Identity("Identity")
	role, cmdlet, given := strings.Cut(identity, `\`)
	if !given {
		return c.Report(task.InvalidArgument("The format of the value you specified in the Microsoft.Exchange.Configuration.Tasks.RoleEntryIdParameter parameter isn't valid. Check the value, "+
			"and then try again. \"%s\"", identity))
	}
	var list []value.Value
	err := c.View(func(r store.Reader) error {
		roles, err := organization.NounNamed("ManagementRole").All(r)
		for _, o := range roles {
			if patterns.Match(role, o.Identity) {
				list = append(list, entriesOf(c, o, cmdlet)...)
			}
		}
		if err == nil && len(list) == 0 && !patterns.HasWildcard(identity) {
			return task.IdentityError(identity, &tenant.NotFoundError{Identity: identity})
		}
		return err
	})
	if err == nil {
		err = c.EmitSized(list)
	}
	return c.Report(err)
}

// entriesOf are the entries of a role whose cmdlet fits; a role made from a
// parent has its entries.
func entriesOf(c *task.Call, role *tenant.Object, cmdlet string) []value.Value {
	known := rbac.Entries(role.Identity, role.Properties.Text("Parent"))
	wanted := c.Texts("Parameters")
	var out []value.Value
	for name := range catalogue.Names {
		if !patterns.MatchAny(known, name) || !patterns.Match(cmdlet, name) {
			continue
		}
		parameters := catalogue.Find(value.Fold(name)).ParameterNames()
		if slices.ContainsFunc(wanted, func(w string) bool { return !task.ContainsFold(parameters, w) }) {
			continue
		}
		out = append(out, roleEntry(role.Identity, name, parameters))
	}
	return out
}

func roleEntry(role, name string, parameters []string) value.Value {
	o := value.NewObject(8)
	o.TypeNames = []string{"Deserialized.Microsoft.Exchange.Data.Directory.SystemConfiguration.ExchangeRoleEntryPresentation", "Deserialized.System.Object"}
	o.Set("Name", value.Str(name))
	o.Set("Role", value.Str(role))
	o.Set("Parameters", value.Strings(parameters...))
	o.Set("PSSnapinName", value.Str("Microsoft.Exchange.Management.PowerShell.E2010"))
	o.Set("Type", value.Str("Cmdlet"))
	o.Set("Identity", value.Str(role+`\`+name))
	o.Set("IsValid", value.Bool(true))
	o.Set("ObjectState", value.Str("Unchanged"))
	return value.Obj(o)
}
