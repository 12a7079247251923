package activity

import (
	"slices"
	"strings"

	"exolab/store/content"
	"exolab/store/tenant"
)

// member finds whose rights the activity changes; Default and Anonymous are
// nobody in particular.
func (d *doing) member() (tenant.EventMember, error) {
	switch {
	case d.a.Delegate == "":
		return tenant.EventMember{}, invalid("The activity %s needs a delegate.", d.result.Activity)
	case strings.EqualFold(d.a.Delegate, "Default"):
		return tenant.EventMember{UserPrincipalName: "Everyone", SID: "S-1-1-0", Rights: strings.Join(d.a.AccessRights, ", ")}, nil
	case strings.EqualFold(d.a.Delegate, "Anonymous"):
		return tenant.EventMember{UserPrincipalName: "Anonymous", SID: "S-1-5-7", Rights: strings.Join(d.a.AccessRights, ", ")}, nil
	}
	m, err := d.mailbox(d.a.Delegate)
	if err != nil {
		return tenant.EventMember{}, err
	}
	d.a.Delegate = m.UserPrincipalName
	return tenant.EventMember{UserPrincipalName: m.UserPrincipalName, SID: m.SID, Rights: strings.Join(d.a.AccessRights, ", ")}, nil
}

// setFolderPermission replaces the rights of somebody in the folder.
func (d *doing) setFolderPermission() error {
	if len(d.a.AccessRights) == 0 {
		d.a.AccessRights = []string{"Reviewer"}
	}
	return d.changeFolder(tenant.ActionUpdateFolderPermissions, func(p *tenant.Permission) error { return d.engine.w.PutPermission(p) })
}

func (d *doing) removeFolderPermission() error {
	return d.changeFolder(tenant.ActionUpdateFolderPermissions, func(p *tenant.Permission) error { return d.engine.w.RemovePermission(p) })
}

func (d *doing) changeFolder(action tenant.Action, apply func(*tenant.Permission) error) error {
	if _, err := d.inFolder(); err != nil {
		return err
	}
	member, err := d.member()
	if err != nil {
		return err
	}
	p, err := d.folderPermission()
	if err == nil {
		err = apply(p)
	}
	if err != nil {
		return err
	}
	return d.log(action, func(e *tenant.Event) { e.Folder, e.Member = d.folder, member })
}

// folderPermission is the delegate's permission on the folder with the rights of
// the activity, under the name that it is stored under.
func (d *doing) folderPermission() (*tenant.Permission, error) {
	p := &tenant.Permission{Mailbox: d.result.Mailbox.ExchangeGUID, Scope: tenant.ScopeFolder, Folder: d.folder, User: d.a.Delegate, AccessRights: d.a.AccessRights}
	all, err := d.engine.w.Permissions(p.Mailbox)
	if err != nil {
		return nil, err
	}
	for _, known := range all {
		if known.Scope != p.Scope || !strings.EqualFold(known.Folder, p.Folder) {
			continue
		}
		if m, err := d.engine.w.Mailbox(known.User); err == nil && strings.EqualFold(m.UserPrincipalName, p.User) {
			p.User = known.User
		}
	}
	return p, nil
}

// addDelegate gives somebody the calendar and the right to send on behalf.
func (d *doing) addDelegate() error {
	return d.changeDelegate("AddDelegate", func(p *tenant.Permission, m *tenant.Mailbox) error {
		if !containsFold(m.GrantSendOnBehalfTo, p.User) {
			m.GrantSendOnBehalfTo = append(m.GrantSendOnBehalfTo, p.User)
		}
		return d.engine.w.PutPermission(p)
	})
}

func (d *doing) removeDelegate() error {
	return d.changeDelegate("RemoveDelegate", func(p *tenant.Permission, m *tenant.Mailbox) error {
		m.GrantSendOnBehalfTo = slices.DeleteFunc(m.GrantSendOnBehalfTo, func(s string) bool { return strings.EqualFold(s, p.User) })
		return d.engine.w.RemovePermission(p)
	})
}

func (d *doing) changeDelegate(operation string, apply func(*tenant.Permission, *tenant.Mailbox) error) error {
	if len(d.a.AccessRights) == 0 {
		d.a.AccessRights = []string{"Editor"}
	}
	member, err := d.member()
	if err != nil {
		return err
	}
	d.folder = content.Calendar
	m := d.result.Mailbox.Clone()
	p, err := d.folderPermission()
	if err == nil {
		err = apply(p, m)
	}
	if err == nil {
		err = d.engine.w.PutMailbox(m)
	}
	if err != nil {
		return err
	}
	return d.log(tenant.ActionUpdateCalendarDelegation, func(e *tenant.Event) {
		e.Folder, e.Member, e.Details = d.folder, member, []string{"DelegateOperation=" + operation}
	})
}
