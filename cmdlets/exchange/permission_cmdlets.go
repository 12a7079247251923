package exchange

import (
	"fmt"
	"strings"

	"exolab/cmdlets"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

const storeTasks = "Microsoft.Exchange.Management.StoreTasks."

var permissionCmdlets = []cmdlet{
	permissionCmdlet("Get-MailboxPermission", "Gives who may open mailboxes.", "(Get-MailboxPermission sales -User leeg).AccessRights", "FullAccess", mailboxScope.get),
	permissionCmdlet("Get-EXOMailboxPermission", "Gives who may open mailboxes.", "(Get-EXOMailboxPermission -Identity sales -User leeg).Deny", "False", mailboxScope.get),
	permissionCmdlet("Add-MailboxPermission", "Lets somebody open a mailbox.", "(Add-MailboxPermission sales -User test1 -AccessRights FullAccess).User", "test1@contoso.com", mailboxScope.add),
	permissionCmdlet("Remove-MailboxPermission", "Takes the right to open a mailbox back.", "Remove-MailboxPermission sales -User leeg -AccessRights FullAccess -Confirm:$false", "", mailboxScope.remove),
	permissionCmdlet("Get-RecipientPermission", "Gives who may send as a recipient.", "(Get-RecipientPermission sales -Trustee pilarp).AccessRights", "SendAs", recipientScope.get),
	permissionCmdlet("Get-EXORecipientPermission", "Gives who may send as a recipient.", "(Get-EXORecipientPermission sales -Trustee pilarp).AccessRights", "SendAs", recipientScope.get),
	permissionCmdlet("Add-RecipientPermission", "Lets somebody send as a recipient.", "(Add-RecipientPermission sales -Trustee test1 -AccessRights SendAs -Confirm:$false).Trustee", "test1@contoso.com", recipientScope.add),
	permissionCmdlet("Remove-RecipientPermission", "Takes the right to send as a recipient back.", "Remove-RecipientPermission sales -Trustee pilarp -AccessRights SendAs -Confirm:$false", "", recipientScope.remove),
}

func permissionCmdlet(name, synopsis, code, output string, run func(c *call) error) cmdlet {
	return cmdlet{name: name, synopsis: synopsis, class: "Microsoft.Exchange.Management.RecipientTasks." + strings.ReplaceAll(name, "-", ""),
		examples: []cmdlets.Example{{Code: code, Output: output}}, run: run}
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
	o := newObject(s.shape)
	o.text("Identity", m.Name, s.userProperty, p.User)
	o.set("AccessRights", value.Strings(p.AccessRights...))
	o.set("IsInherited", value.Bool(p.IsInherited))
	if s.scope == tenant.ScopeMailbox {
		o.set("Deny", value.Bool(p.Deny))
	} else if p.Deny {
		o.text("AccessControlType", "Deny")
	}
	return o.value()
}

func (s permissionScope) get(c *call) error {
	var list []value.Value
	err := c.view(func(r store.Reader) error {
		found, err := c.findMailboxes(r)
		if err != nil {
			return err
		}
		user := ""
		if c.has(s.user) {
			user = c.identity(s.user)
		}
		for _, m := range found {
			permissions, err := r.Permissions(m.ExchangeGUID)
			if err != nil {
				return err
			}
			for _, p := range permissions {
				if p.Scope == s.scope && (user == "" || sameUser(r, p.User, user)) && s.wanted(c, p) {
					list = append(list, s.object(m, p))
				}
			}
		}
		return nil
	})
	if err == nil {
		err = c.emitSized(list)
	}
	return c.report(err)
}

// wanted applies -AccessRights of Get-RecipientPermission and -Owner.
func (s permissionScope) wanted(c *call, p *tenant.Permission) bool {
	if c.on("Owner") {
		return false
	}
	for _, right := range c.texts("AccessRights") {
		if !containsFold(p.AccessRights, right) {
			return false
		}
	}
	return true
}

// sameUser reports whether two identities name the same user.
func sameUser(r store.Reader, a, b string) bool {
	if strings.EqualFold(a, b) {
		return true
	}
	x, err := r.Mailbox(a)
	if err != nil {
		return false
	}
	y, err := r.Mailbox(b)
	return err == nil && x.ExchangeGUID == y.ExchangeGUID
}

// userOf is how a permission names the user of an identity.
func userOf(r store.Reader, identity string) (string, error) {
	if m, err := r.Mailbox(identity); err == nil {
		return m.UserPrincipalName, nil
	}
	other, err := r.Recipient(identity)
	if err != nil {
		return "", identityError(identity, err)
	}
	if other.PrimarySMTPAddress != "" {
		return other.PrimarySMTPAddress, nil
	}
	return other.Name, nil
}

// mailboxRights are the rights on a mailbox; recipientRights those on an address.
var (
	mailboxRights   = []string{"FullAccess", "SendAs", "ExternalAccount", "DeleteItem", "ReadPermission", "ChangePermission", "ChangeOwner"}
	recipientRights = []string{"SendAs"}
)

func (s permissionScope) rights(c *call) ([]string, error) {
	known, enum := mailboxRights, "Microsoft.Exchange.Management.RecipientTasks.MailboxRights"
	if s.scope == tenant.ScopeRecipient {
		known, enum = recipientRights, "Microsoft.Exchange.Management.RecipientTasks.RecipientAccessRight"
	}
	rights := c.texts("AccessRights")
	for i, right := range rights {
		if !containsFold(known, right) {
			return nil, c.badEnum("AccessRights", right, enum, known)
		}
		for _, name := range known {
			if strings.EqualFold(name, right) {
				rights[i] = name
			}
		}
	}
	return rights, nil
}

func (s permissionScope) add(c *call) error {
	var shown value.Value
	present := ""
	err := s.change(c, "Adding", func(w store.Writer, m *tenant.Mailbox, p, old *tenant.Permission) error {
		if old != nil {
			before := len(old.AccessRights)
			p.AccessRights = multiValue{add: p.AccessRights}.apply(old.AccessRights)
			if len(p.AccessRights) == before {
				present = fmt.Sprintf("The appropriate access control entry is already present on the object \"%s\" for account \"%s\".", m.DistinguishedName, p.User)
			}
		}
		shown = s.object(m, p)
		return w.PutPermission(p)
	})
	if err != nil || shown.IsNull() || shown.IsVoid() {
		return c.report(err)
	}
	if present != "" {
		if err := c.ctx.Warning(present); err != nil {
			return err
		}
	}
	return c.emit(shown)
}

func (s permissionScope) remove(c *call) error {
	missing := ""
	err := s.change(c, "Removing", func(w store.Writer, m *tenant.Mailbox, p, old *tenant.Permission) error {
		if old == nil {
			missing = fmt.Sprintf("Can't remove the access control entry on the object \"%s\" for account \"%s\" because the ACE doesn't exist on the object.", m.DistinguishedName, p.User)
			return nil
		}
		left := multiValue{remove: p.AccessRights}.apply(old.AccessRights)
		if len(left) == 0 {
			return w.RemovePermission(old)
		}
		old.AccessRights = left
		return w.PutPermission(old)
	})
	if err == nil && missing != "" {
		return c.ctx.Warning(missing)
	}
	return c.report(err)
}

// change finds the mailbox and the user, asks, and changes the permission: p is
// the one that the parameters describe, old the one that is there.
func (s permissionScope) change(c *call, doing string, apply func(w store.Writer, m *tenant.Mailbox, p, old *tenant.Permission) error) error {
	rights, err := s.rights(c)
	if err != nil {
		return err
	}
	p := &tenant.Permission{Scope: s.scope, AccessRights: rights, Deny: c.on("Deny")}
	var m *tenant.Mailbox
	err = c.view(func(r store.Reader) error {
		if m, err = c.mailbox(r, c.identity("Identity")); err != nil {
			return err
		}
		p.Mailbox = m.ExchangeGUID
		p.User, err = userOf(r, c.identity(s.user))
		return err
	})
	if err != nil {
		return err
	}
	description := fmt.Sprintf("%s mailbox permission \"%s\" for user \"%s\" with access rights \"%s\".", doing, m.Name, p.User, strings.Join(rights, ", "))
	if ok, err := c.confirm(description); !ok || err != nil {
		return err
	}
	return c.update(func(w store.Writer) error {
		all, err := w.Permissions(m.ExchangeGUID)
		if err != nil {
			return err
		}
		var old *tenant.Permission
		for _, known := range all {
			if known.Scope == s.scope && known.Deny == p.Deny && sameUser(w, known.User, p.User) {
				old = known
				p.User = known.User
			}
		}
		if err := apply(w, m, p, old); err != nil {
			return err
		}
		return c.logChange(w, m.Name)
	})
}
