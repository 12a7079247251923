package activity

import (
	"slices"
	"strings"

	"exolab/store"
	"exolab/store/content"
	"exolab/store/tenant"
)

// permit refuses what the user may not do.
func (d *doing) permit(need right) error {
	c := d.result.Client
	if c.OnPremises && d.engine.org.Flavour == tenant.FlavourCloud {
		return invalid("%s exists in Exchange Server only; this organization is in the cloud.", c.Name)
	}
	if need == rightSearch && d.result.Logon != tenant.LogonAdmin {
		need = rightRead
	}
	switch {
	case c.Role != "":
		return d.permitRole(c.Role)
	case need == rightSendAs:
		return d.permitSendAs()
	case need == rightSendOnBehalf:
		return d.permitSendOnBehalf()
	case d.result.User.ExchangeGUID == d.result.Mailbox.ExchangeGUID:
		return nil
	}
	return d.permitDelegate(need)
}

func (d *doing) permitRole(role string) error {
	for g, err := range d.engine.w.Objects("roleGroup") {
		if err != nil {
			return err
		}
		roles, _ := g.Properties.Get("Roles")
		members, _ := g.Properties.Get("Members")
		if containsFold(texts(roles), role) && slices.ContainsFunc(texts(members), d.isUser) {
			return nil
		}
	}
	for a, err := range d.engine.w.Objects("managementRoleAssignment") {
		if err != nil {
			return err
		}
		if strings.EqualFold(a.Properties.Text("Role"), role) && d.isUser(firstText(a, "RoleAssignee", "RoleAssigneeName", "User")) {
			return nil
		}
	}
	return accessDenied("%s is in no role group that has the role %s.", d.result.User.UserPrincipalName, role)
}

func firstText(o *tenant.Object, names ...string) string {
	for _, name := range names {
		if text := o.Properties.Text(name); text != "" {
			return text
		}
	}
	return ""
}

func (d *doing) permitSendAs() error {
	if d.result.User.ExchangeGUID == d.result.Mailbox.ExchangeGUID {
		return invalid("%s sends as itself: use the activity Send.", d.result.User.DisplayName)
	}
	granted, err := d.granted(tenant.ScopeRecipient, "SendAs", "")
	if err == nil && !granted {
		granted, err = d.granted(tenant.ScopeMailbox, "SendAs", "")
	}
	if err != nil || granted {
		return err
	}
	return denied("ErrorSendAsDenied", "The user account which was used to submit this request does not have the right to send mail on behalf of the specified sending account., Cannot submit message.",
		"%s has no SendAs permission on %s (Add-RecipientPermission).", d.result.User.UserPrincipalName, d.result.Mailbox.Name)
}

func (d *doing) permitSendOnBehalf() error {
	if slices.ContainsFunc(d.result.Mailbox.GrantSendOnBehalfTo, d.isUser) {
		return nil
	}
	return denied("ErrorSendAsDenied", "The user account which was used to submit this request does not have the right to send mail on behalf of the specified sending account., Cannot submit message.",
		"GrantSendOnBehalfTo of %s does not name %s (Set-Mailbox).", d.result.Mailbox.Name, d.result.User.UserPrincipalName)
}

// permitDelegate looks for full access, then for rights in the folder.
func (d *doing) permitDelegate(need right) error {
	full, err := d.granted(tenant.ScopeMailbox, "FullAccess", "")
	if err != nil || full {
		return err
	}
	if need != rightManage {
		allowed, err := d.folderAllows(need)
		if err != nil || allowed {
			return err
		}
	}
	refuse := accessDenied
	if c := d.result.Client; c.Name == "OWA" {
		refuse = webAccessDenied
	}
	return refuse("%s has neither FullAccess to %s nor sufficient rights in its folder %s.",
		d.result.User.UserPrincipalName, d.result.Mailbox.Name, d.folder)
}

// granted reports whether a permission of the scope gives the user a right; one
// that denies it wins.
func (d *doing) granted(scope, rightName, folder string) (bool, error) {
	all, err := d.engine.w.Permissions(d.result.Mailbox.ExchangeGUID)
	granted := false
	for _, p := range all {
		if p.Scope != scope || !strings.EqualFold(p.Folder, folder) || !containsFold(p.AccessRights, rightName) || !d.isUser(p.User) {
			continue
		}
		if p.Deny {
			return false, nil
		}
		granted = true
	}
	return granted, err
}

func (d *doing) folderAllows(need right) (bool, error) {
	all, err := d.engine.w.Permissions(d.result.Mailbox.ExchangeGUID)
	for _, p := range all {
		if p.Scope != tenant.ScopeFolder || !strings.EqualFold(content.CleanFolder(p.Folder), d.folder) {
			continue
		}
		if !strings.EqualFold(p.User, "Default") && !d.isUser(p.User) {
			continue
		}
		for _, r := range p.AccessRights {
			if slices.Contains(folderRole[strings.ToLower(r)], need) {
				return true, nil
			}
		}
	}
	return false, err
}

// isUser reports whether an identity names the acting user or a group of which
// the user is a member.
func (d *doing) isUser(identity string) bool { return memberOf(d.engine.w, d.result.User, identity, 0) }

// deepestGroup bounds groups in groups.
const deepestGroup = 8

func memberOf(r store.Reader, user *tenant.Mailbox, identity string, depth int) bool {
	if identity == "" || depth > deepestGroup {
		return false
	}
	if m, err := r.Mailbox(identity); err == nil {
		return m.ExchangeGUID == user.ExchangeGUID
	}
	group, err := r.Recipient(identity)
	if err != nil {
		return false
	}
	return slices.ContainsFunc(group.Members, func(member string) bool { return memberOf(r, user, member, depth+1) })
}

func containsFold(list []string, text string) bool {
	return slices.ContainsFunc(list, func(s string) bool { return strings.EqualFold(s, text) })
}

// texts are the elements of a stored list.
func texts(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var out []string
		for _, element := range v {
			if text, ok := element.(string); ok {
				out = append(out, text)
			}
		}
		return out
	}
	return nil
}
