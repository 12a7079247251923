package roles

import (
	"fmt"
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
	task.New("Remove-ManagementRoleEntry", "Takes a cmdlet out of a management role.",
		makeRole+`Remove-ManagementRoleEntry 'Sample\Get-Mailbox' -Confirm:$false; @(Get-ManagementRoleEntry 'Sample\Get-Mailbox*').Name -contains 'Get-Mailbox'`, "False", changeRoleEntry(false)),
	task.New("Add-ManagementRoleEntry", "Puts a cmdlet of the parent back into a management role.",
		makeRole+`Remove-ManagementRoleEntry 'Sample\Get-Mailbox' -Confirm:$false; Add-ManagementRoleEntry 'Sample\Get-Mailbox'; @(Get-ManagementRoleEntry 'Sample\Get-Mailbox').Name`, "Get-Mailbox", changeRoleEntry(true)),
	task.New("Set-ManagementRoleEntry", "Says which parameters of a cmdlet a management role gives.",
		makeRole+`Set-ManagementRoleEntry 'Sample\Get-Mailbox' -Parameters Anr,ResultSize; (Get-ManagementRoleEntry 'Sample\Get-Mailbox').Parameters -join ','`, "Anr,ResultSize", setRoleEntry),
}

const makeRole = "New-ManagementRole -Name Sample -Parent 'Audit Logs' | Out-Null; "

// changeMadeRole changes the role of "role\cmdlet", which must be one that was made,
// once the action is confirmed.
func changeMadeRole(c *task.Call, change func(w store.Writer, role *tenant.Object, cmdlet string) error) error {
	identity := c.Identity("Identity")
	role, cmdlet, _ := strings.Cut(identity, `\`)
	if ok, err := c.Confirm(fmt.Sprintf("Changing the management role entry \"%s\".", identity)); !ok || err != nil {
		return err
	}
	return c.Report(c.Update(func(w store.Writer) error {
		o, err := organization.NounNamed("ManagementRole").Find(w, role)
		if err != nil {
			return err
		}
		if o.Properties.Text("Parent") == "" {
			return builtInRole(o)
		}
		if err := parametersExist(c, cmdlet); err != nil {
			return err
		}
		if err := change(w, o, cmdlet); err != nil {
			return err
		}
		return w.PutObject(o)
	}))
}

// changeRoleEntry takes the cmdlet of "role\cmdlet" out of a role that was made, or
// puts it back.
func changeRoleEntry(add bool) func(c *task.Call) error {
	return func(c *task.Call) error {
		return changeMadeRole(c, func(w store.Writer, o *tenant.Object, cmdlet string) error {
			before, _ := o.Properties.Get(rbac.RemovedEntries)
			removed := task.TextsIn(before)
			switch known := len(entriesOf(c, w, o, cmdlet)) > 0; {
			case add && known:
				return task.Failure(task.ExRecipient, "The role entry \"%s\" already exists on the role \"%s\".", cmdlet, o.Identity)
			case !add && !known:
				return noRoleEntry(c)
			case add:
				removed = task.MultiValue{Remove: []string{cmdlet}}.Apply(removed)
				var given []string
				if c.Has("Parameters") {
					given = c.Texts("Parameters")
				}
				rbac.Narrow(o, cmdlet, given)
			default:
				removed = append(removed, cmdlet)
			}
			o.Properties.Set(rbac.RemovedEntries, task.AnyOfTexts(removed))
			return nil
		})
	}
}

// noRoleEntry is the error for an -Identity that names no entry.
func noRoleEntry(c *task.Call) error {
	identity := c.Identity("Identity")
	return task.IdentityError(identity, &tenant.NotFoundError{Identity: identity})
}

// parametersExist is the error for a parameter that a cmdlet does not have.
func parametersExist(c *task.Call, cmdlet string) error {
	entry := catalogue.Find(value.Fold(cmdlet))
	for _, name := range c.Texts("Parameters") {
		if entry == nil || !task.ContainsFold(entry.ParameterNames(), name) {
			return task.Failure(task.ExRecipient, "The parameter \"%s\" isn't a parameter of the cmdlet \"%s\".", name, cmdlet)
		}
	}
	return nil
}

// setRoleEntry narrows an entry of a role that was made to parameters, or adds
// parameters to those that it has or takes some away.
func setRoleEntry(c *task.Call) error {
	return changeMadeRole(c, func(w store.Writer, o *tenant.Object, cmdlet string) error {
		entry := catalogue.Find(value.Fold(cmdlet))
		if entry == nil {
			return noRoleEntry(c)
		}
		present := rbac.Resolve(w, o.Identity).Parameters(entry.Name, entry.ParameterNames())
		if present == nil {
			return noRoleEntry(c)
		}
		change := task.ReadMultiValue(c.Ctx.Env(), c.Value("Parameters"))
		switch {
		case c.On("AddParameter"):
			change = task.MultiValue{Add: c.Texts("Parameters")}
		case c.On("RemoveParameter"):
			change = task.MultiValue{Remove: c.Texts("Parameters")}
		}
		rbac.Narrow(o, entry.Name, append([]string{}, change.Apply(present)...))
		return nil
	})
}

// builtInRole is the error for a change of a role that every organization has.
func builtInRole(o *tenant.Object) error {
	return task.Failure(task.ExRecipient, "The role \"%s\" is built in and can't be changed. Create a role that has it as parent, and change that one.", o.Identity)
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
				list = append(list, entriesOf(c, r, o, cmdlet)...)
			}
		}
		if err == nil && len(list) == 0 && !task.HasWildcard(identity) {
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
func entriesOf(c *task.Call, r store.Reader, role *tenant.Object, cmdlet string) []value.Value {
	effective, wanted := rbac.Resolve(r, role.Identity), c.Texts("Parameters")
	var out []value.Value
	for name := range catalogue.Names {
		if !patterns.Match(cmdlet, name) {
			continue
		}
		parameters := effective.Parameters(name, catalogue.Find(value.Fold(name)).ParameterNames())
		if parameters == nil || slices.ContainsFunc(wanted, func(w string) bool {
			return !slices.ContainsFunc(parameters, func(p string) bool { return patterns.Match(w, p) })
		}) {
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
