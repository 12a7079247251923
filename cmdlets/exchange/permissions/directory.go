package permissions

import (
	"fmt"
	"strings"

	"exolab/cmdlets/exchange/mailboxes"
	"exolab/cmdlets/exchange/shapes"
	"exolab/cmdlets/exchange/task"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

var directoryPermissionCmdlets = []task.Cmdlet{
	task.New("Get-ADPermission", "Gives the rights on accounts in Active Directory.", "(Get-ADPermission sales -User pilarp).ExtendedRights", "Send-As", getDirectoryPermission),
	task.New("Add-ADPermission", "Gives a right on an account in Active Directory.", "(Add-ADPermission sales -User test1 -ExtendedRights 'Send As').ExtendedRights", "Send-As", addDirectoryPermission),
	task.New("Remove-ADPermission", "Takes a right on an account in Active Directory back.",
		"Remove-ADPermission sales -User pilarp -ExtendedRights Send-As -Confirm:$false; @(Get-ADPermission sales -User pilarp).Count", "0", removeDirectoryPermission),
}

// directoryRights are the rights that Active Directory knows.
var directoryRights = []string{"CreateChild", "DeleteChild", "ListChildren", "Self", "ReadProperty", "WriteProperty", "DeleteTree", "ListObject", "ExtendedRight", "Delete",
	"ReadControl", "GenericExecute", "GenericWrite", "GenericRead", "WriteDacl", "WriteOwner", "GenericAll", "Synchronize", "AccessSystemSecurity"}

// sendAs is the right to send under the address of an account.
const sendAs = "SendAs"

// extendedRight is the name in which the directory writes an extended right.
func extendedRight(name string) string {
	return strings.Join(strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' }), "-")
}

func isSendAs(right string) bool { return strings.EqualFold(extendedRight(right), "Send-As") }

func directoryObject(m *tenant.Mailbox, p *tenant.Permission) value.Value {
	o := value.NewObject(16)
	o.TypeNames = []string{"Deserialized.Microsoft.Exchange.Management.RecipientTasks.ADAcePresentationObject", "Deserialized.System.Object"}
	rights, extended := []string{"ExtendedRight"}, []string{"Send-As"}
	if p.Scope == tenant.ScopeDirectory {
		extended = nil
		rights = nil
		for _, right := range p.AccessRights {
			if task.ContainsFold(directoryRights, right) {
				rights = append(rights, right)
			} else {
				extended = append(extended, right)
			}
		}
		if len(extended) > 0 {
			rights = append(rights, "ExtendedRight")
		}
	}
	o.Set("AccessRights", value.Strings(rights...))
	o.Set("ExtendedRights", value.Null)
	if len(extended) > 0 {
		o.Set("ExtendedRights", value.Strings(extended...))
	}
	for _, name := range []string{"ChildObjectTypes", "InheritedObjectType", "Properties"} {
		v, _ := p.Properties.Get(name)
		o.Set(name, shapes.ValueOf(v))
	}
	o.Set("InheritanceType", value.Str("All"))
	o.Set("User", value.Str(p.User))
	o.Set("Identity", value.Str(m.Name))
	o.Set("Deny", value.Bool(p.Deny))
	o.Set("IsInherited", value.Bool(p.IsInherited))
	o.Set("IsValid", value.Bool(true))
	o.Set("ObjectState", value.Str("Unchanged"))
	shapes.WithText(o)
	return value.Obj(o)
}

func isDirectoryPermission(p *tenant.Permission) bool {
	return p.Scope == tenant.ScopeDirectory || p.Scope == tenant.ScopeRecipient
}

func getDirectoryPermission(c *task.Call) error {
	user := c.Identity("User")
	var list []value.Value
	err := c.View(func(r store.Reader) error {
		found, err := mailboxes.Find(c, r)
		if err != nil {
			return err
		}
		for _, m := range found {
			permissions, err := r.Permissions(m.ExchangeGUID)
			if err != nil {
				return err
			}
			for _, p := range permissions {
				if isDirectoryPermission(p) && (user == "" || task.SameUser(r, p.User, user)) && !c.On("Owner") {
					list = append(list, directoryObject(m, p))
				}
			}
		}
		return nil
	})
	if err == nil {
		err = c.EmitSizedAll(list)
	}
	return c.Report(err)
}

// directoryArgument is the permission that the parameters describe: the right to
// send as somebody is the same permission that Add-RecipientPermission gives.
func directoryArgument(c *task.Call) (*tenant.Permission, error) {
	p := &tenant.Permission{Scope: tenant.ScopeDirectory, Deny: c.On("Deny")}
	for _, right := range c.Texts("AccessRights") {
		if !task.ContainsFold(directoryRights, right) {
			return nil, c.BadEnum("AccessRights", right, "System.DirectoryServices.ActiveDirectoryRights", directoryRights)
		}
		if !strings.EqualFold(right, "ExtendedRight") {
			p.AccessRights = append(p.AccessRights, right)
		}
	}
	for _, right := range c.Texts("ExtendedRights") {
		if isSendAs(right) {
			p.Scope = tenant.ScopeRecipient
			p.AccessRights = append(p.AccessRights, sendAs)
			continue
		}
		p.AccessRights = append(p.AccessRights, extendedRight(right))
	}
	for _, name := range []string{"ChildObjectTypes", "InheritedObjectType", "Properties"} {
		if c.Has(name) {
			p.Properties.Set(name, task.AnyOfTexts(c.Texts(name)))
		}
	}
	return p, nil
}

// changeDirectoryPermission finds account and user, asks, and applies a change;
// old is the permission that is there, or nil.
func changeDirectoryPermission(c *task.Call, doing string, apply func(w store.Writer, m *tenant.Mailbox, p, old *tenant.Permission) error) error {
	p, err := directoryArgument(c)
	if err != nil {
		return err
	}
	var m *tenant.Mailbox
	err = c.View(func(r store.Reader) (err error) {
		if m, err = c.Mailbox(r, c.Identity("Identity")); err != nil {
			return err
		}
		p.Mailbox = m.ExchangeGUID
		p.User, err = task.UserOf(r, c.Identity("User"))
		return err
	})
	if err != nil {
		return err
	}
	if ok, err := c.Confirm(fmt.Sprintf("%s Active Directory permission for \"%s\" for user \"%s\" with access rights \"%s\".", doing, m.Name, p.User, strings.Join(p.AccessRights, ", "))); !ok || err != nil {
		return err
	}
	return c.Update(func(w store.Writer) error {
		old, err := grantedBefore(w, m, p)
		if err != nil {
			return err
		}
		return apply(w, m, p, old)
	})
}

func addDirectoryPermission(c *task.Call) error {
	var shown value.Value
	err := changeDirectoryPermission(c, "Adding", func(w store.Writer, m *tenant.Mailbox, p, old *tenant.Permission) error {
		if old != nil {
			p.AccessRights = task.MultiValue{Add: p.AccessRights}.Apply(old.AccessRights)
		}
		shown = directoryObject(m, p)
		return w.PutPermission(p)
	})
	if err != nil || shown.IsNull() || shown.IsVoid() {
		return c.Report(err)
	}
	return c.Emit(shown)
}

func removeDirectoryPermission(c *task.Call) error {
	missing := ""
	err := changeDirectoryPermission(c, "Removing", func(w store.Writer, m *tenant.Mailbox, p, old *tenant.Permission) error {
		if old == nil {
			missing = fmt.Sprintf("Can't remove the access control entry on the object \"%s\" for account \"%s\" because the ACE doesn't exist on the object.", m.DistinguishedName, p.User)
			return nil
		}
		old.AccessRights = task.MultiValue{Remove: p.AccessRights}.Apply(old.AccessRights)
		if len(old.AccessRights) == 0 {
			return w.RemovePermission(old)
		}
		return w.PutPermission(old)
	})
	if err == nil && missing != "" {
		return c.Ctx.Warning(missing)
	}
	return c.Report(err)
}
