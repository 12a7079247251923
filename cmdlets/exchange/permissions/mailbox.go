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

var permissionCmdlets = []task.Cmdlet{
	task.New("Get-MailboxPermission", "Gives who may open mailboxes.", "(Get-MailboxPermission sales -User leeg).AccessRights", "FullAccess", mailboxScope.get),
	task.New("Get-EXOMailboxPermission", "Gives who may open mailboxes.", "(Get-EXOMailboxPermission -Identity sales -User leeg).Deny", "False", mailboxScope.get),
	task.New("Add-MailboxPermission", "Lets somebody open a mailbox.", "(Add-MailboxPermission sales -User test1 -AccessRights FullAccess).User", "test1@contoso.com", mailboxScope.add),
	task.New("Remove-MailboxPermission", "Takes the right to open a mailbox back.", "Remove-MailboxPermission sales -User leeg -AccessRights FullAccess -Confirm:$false", "", mailboxScope.remove),
	task.New("Get-RecipientPermission", "Gives who may send as a recipient.", "(Get-RecipientPermission sales -Trustee pilarp).AccessRights", "SendAs", recipientScope.get),
	task.New("Get-EXORecipientPermission", "Gives who may send as a recipient.", "(Get-EXORecipientPermission sales -Trustee pilarp).AccessRights", "SendAs", recipientScope.get),
	task.New("Add-RecipientPermission", "Lets somebody send as a recipient.", "(Add-RecipientPermission sales -Trustee test1 -AccessRights SendAs -Confirm:$false).Trustee", "test1@contoso.com", recipientScope.add),
	task.New("Remove-RecipientPermission", "Takes the right to send as a recipient back.", "Remove-RecipientPermission sales -Trustee pilarp -AccessRights SendAs -Confirm:$false", "", recipientScope.remove),
}

// permissionScope is one kind of permission: on the mailbox or on its address.
type permissionScope struct {
	scope, shape string
	// user is the parameter and property that names who has the permission.
	user, userProperty string
}

var (
	mailboxScope   = permissionScope{tenant.ScopeMailbox, "MailboxPermission", "User", "User"}
	recipientScope = permissionScope{tenant.ScopeRecipient, "RecipientPermission", "Trustee", "Trustee"}
)

// object shows a permission.
func (s permissionScope) object(m *tenant.Mailbox, p *tenant.Permission) value.Value {
	o := shapes.New(s.shape)
	o.Text("Identity", m.Name, s.userProperty, p.User)
	o.Set("AccessRights", value.Strings(p.AccessRights...))
	o.Set("IsInherited", value.Bool(p.IsInherited))
	if s.scope == tenant.ScopeMailbox {
		o.Set("Deny", value.Bool(p.Deny))
	} else if p.Deny {
		o.Text("AccessControlType", "Deny")
	}
	return o.Value()
}

func (s permissionScope) get(c *task.Call) error {
	var list []value.Value
	err := c.View(func(r store.Reader) error {
		found, err := s.subjects(c, r)
		if err != nil {
			return err
		}
		user := ""
		if c.Has(s.user) {
			user = c.Identity(s.user)
		}
		for _, m := range found {
			permissions, err := r.Permissions(m.ExchangeGUID)
			if err != nil {
				return err
			}
			for _, p := range permissions {
				if p.Scope == s.scope && (user == "" || task.SameUser(r, p.User, user)) && s.wanted(c, p) {
					list = append(list, s.object(m, p))
				}
			}
		}
		return nil
	})
	if err == nil {
		err = c.EmitSized(list)
	}
	return c.Report(err)
}

// subject is the mailbox that the permission is about. Groups and contacts, as whom
// somebody can send as well, stand for a mailbox of their names.
func (s permissionScope) subject(c *task.Call, r store.Reader) (*tenant.Mailbox, error) {
	identity := c.Identity("Identity")
	m, err := c.Mailbox(r, identity)
	if s.scope != tenant.ScopeRecipient || !task.IsNotFound(err) {
		return m, err
	}
	if other, missing := r.Recipient(identity); missing == nil {
		return asMailbox(other), nil
	}
	return nil, err
}

func asMailbox(r *tenant.Recipient) *tenant.Mailbox {
	return &tenant.Mailbox{Name: r.Name, DisplayName: r.DisplayName, Alias: r.Alias, PrimarySMTPAddress: r.PrimarySMTPAddress, RecipientTypeDetails: r.RecipientTypeDetails,
		ExchangeGUID: r.GUID, GUID: r.GUID, DistinguishedName: r.DistinguishedName}
}

// subjects are those that the parameters of a Get- cmdlet name.
func (s permissionScope) subjects(c *task.Call, r store.Reader) ([]*tenant.Mailbox, error) {
	found, err := mailboxes.Find(c, r)
	if s.scope != tenant.ScopeRecipient {
		return found, err
	}
	if identity := c.Identity("Identity"); identity != "" && !task.HasWildcard(identity) {
		if !task.IsNotFound(err) {
			return found, err
		}
		m, err := s.subject(c, r)
		return []*tenant.Mailbox{m}, err
	}
	for other, err := range r.Recipients() {
		if err != nil {
			return nil, err
		}
		if c.Identity("Identity") == "" {
			found = append(found, asMailbox(other))
		}
	}
	return found, err
}

// wanted applies -AccessRights of Get-RecipientPermission and -Owner.
func (s permissionScope) wanted(c *task.Call, p *tenant.Permission) bool {
	if c.On("Owner") {
		return false
	}
	for _, right := range c.Texts("AccessRights") {
		if !task.ContainsFold(p.AccessRights, right) {
			return false
		}
	}
	return true
}

// mailboxRights are the rights on a mailbox; recipientRights those on an address.
var (
	mailboxRights   = []string{"FullAccess", "SendAs", "ExternalAccount", "DeleteItem", "ReadPermission", "ChangePermission", "ChangeOwner"}
	recipientRights = []string{"SendAs"}
)

func (s permissionScope) rights(c *task.Call) ([]string, error) {
	known, enum := mailboxRights, "Microsoft.Exchange.Management.RecipientTasks.MailboxRights"
	if s.scope == tenant.ScopeRecipient {
		known, enum = recipientRights, "Microsoft.Exchange.Management.RecipientTasks.RecipientAccessRight"
	}
	rights := c.Texts("AccessRights")
	for i, right := range rights {
		if !task.ContainsFold(known, right) {
			return nil, c.BadEnum("AccessRights", right, enum, known)
		}
		for _, name := range known {
			if strings.EqualFold(name, right) {
				rights[i] = name
			}
		}
	}
	return rights, nil
}

func (s permissionScope) add(c *task.Call) error {
	var shown value.Value
	present := ""
	err := s.change(c, "Adding", func(w store.Writer, m *tenant.Mailbox, p, old *tenant.Permission) error {
		if old != nil {
			before := len(old.AccessRights)
			p.AccessRights = task.MultiValue{Add: p.AccessRights}.Apply(old.AccessRights)
			if len(p.AccessRights) == before {
				present = fmt.Sprintf("The appropriate access control entry is already present on the object \"%s\" for account \"%s\".", m.DistinguishedName, p.User)
			}
		}
		shown = s.object(m, p)
		return w.PutPermission(p)
	})
	if err != nil || shown.IsNull() || shown.IsVoid() {
		return c.Report(err)
	}
	if present != "" {
		if err := c.Ctx.Warning(present); err != nil {
			return err
		}
	}
	return c.Emit(shown)
}

func (s permissionScope) remove(c *task.Call) error {
	if c.On("ResetDefault") || c.On("ClearAutoMapping") {
		return c.Report(s.reset(c))
	}
	missing := ""
	err := s.change(c, "Removing", func(w store.Writer, m *tenant.Mailbox, p, old *tenant.Permission) error {
		if old == nil {
			missing = fmt.Sprintf("Can't remove the access control entry on the object \"%s\" for account \"%s\" because the ACE doesn't exist on the object.", m.DistinguishedName, p.User)
			return nil
		}
		left := task.MultiValue{Remove: p.AccessRights}.Apply(old.AccessRights)
		if len(left) == 0 {
			return w.RemovePermission(old)
		}
		old.AccessRights = left
		return w.PutPermission(old)
	})
	if err == nil && missing != "" {
		return c.Ctx.Warning(missing)
	}
	return c.Report(err)
}

// reset takes all permissions back that were given, or only the list of mailboxes
// that Outlook opens by itself, which is not modelled.
func (s permissionScope) reset(c *task.Call) error {
	return c.Update(func(w store.Writer) error {
		m, err := c.Mailbox(w, c.Identity("Identity"))
		if err != nil {
			return err
		}
		if ok, err := c.Confirm(fmt.Sprintf("Resetting the permissions of mailbox \"%s\".", m.Name)); !ok || err != nil {
			return err
		}
		all, err := w.Permissions(m.ExchangeGUID)
		if err != nil || !c.On("ResetDefault") {
			return err
		}
		for _, p := range all {
			if p.Scope == s.scope && !strings.EqualFold(p.User, `NT AUTHORITY\SELF`) {
				if err := w.RemovePermission(p); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// change finds the mailbox and the user, asks, and changes the permission: p is
// the one that the parameters describe, old the one that is there.
func (s permissionScope) change(c *task.Call, doing string, apply func(w store.Writer, m *tenant.Mailbox, p, old *tenant.Permission) error) error {
	rights, err := s.rights(c)
	if err != nil {
		return err
	}
	user := c.Identity(s.user)
	if c.Has("Owner") {
		user, rights = c.Identity("Owner"), []string{"FullAccess", "ChangeOwner"}
	}
	p := &tenant.Permission{Scope: s.scope, AccessRights: rights, Deny: c.On("Deny")}
	var m *tenant.Mailbox
	err = c.View(func(r store.Reader) error {
		if m, err = s.subject(c, r); err != nil {
			return err
		}
		p.Mailbox = m.ExchangeGUID
		p.User, err = task.UserOf(r, user)
		return err
	})
	if err != nil {
		return err
	}
	description := fmt.Sprintf("%s mailbox permission \"%s\" for user \"%s\" with access rights \"%s\".", doing, m.Name, p.User, strings.Join(rights, ", "))
	if ok, err := c.Confirm(description); !ok || err != nil {
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

// grantedBefore returns the permission of the same scope, kind and user that a
// mailbox has already, or nil; p takes the way in which it names the user.
func grantedBefore(r store.Reader, m *tenant.Mailbox, p *tenant.Permission) (*tenant.Permission, error) {
	all, err := r.Permissions(m.ExchangeGUID)
	if err != nil {
		return nil, err
	}
	var old *tenant.Permission
	for _, known := range all {
		if known.Scope == p.Scope && known.Deny == p.Deny && task.SameUser(r, known.User, p.User) {
			old, p.User = known, known.User
		}
	}
	return old, nil
}
