package permissions

import (
	"fmt"
	"strings"

	"exolab/cmdlets/exchange/mailboxes"
	"exolab/cmdlets/exchange/shapes"
	"exolab/cmdlets/exchange/task"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/content"
	"exolab/store/tenant"
)

var folderPermissionCmdlets = []task.Cmdlet{
	task.New("Get-MailboxFolderPermission", "Gives who may see and change a folder.", `(Get-MailboxFolderPermission test1:\Calendar -User Default).AccessRights`, "AvailabilityOnly", getFolderPermission),
	task.New("Get-EXOMailboxFolderPermission", "Gives who may see and change a folder.", `(Get-EXOMailboxFolderPermission test1:\Calendar -User Default).AccessRights`, "AvailabilityOnly", getFolderPermission),
	task.New("Add-MailboxFolderPermission", "Lets somebody see or change a folder.", `(Add-MailboxFolderPermission test1:\Inbox -User donh -AccessRights Reviewer).AccessRights`, "Reviewer", addFolderPermission),
	task.New("Set-MailboxFolderPermission", "Changes what somebody may do in a folder.", `Set-MailboxFolderPermission test1:\Calendar -User Default -AccessRights LimitedDetails`, "", setFolderPermission),
	task.New("Remove-MailboxFolderPermission", "Takes the rights in a folder back.", `Remove-MailboxFolderPermission test1:\Calendar -User Anonymous -Confirm:$false`, "", removeFolderPermission),
}

// folderRights are the roles and single rights on a folder.
var folderRights = []string{"None", "Owner", "PublishingEditor", "Editor", "PublishingAuthor", "Author", "NonEditingAuthor", "Reviewer", "Contributor",
	"AvailabilityOnly", "LimitedDetails", "CreateItems", "ReadItems", "CreateSubfolders", "FolderOwner", "FolderContact", "FolderVisible", "EditOwnedItems",
	"EditAllItems", "DeleteOwnedItems", "DeleteAllItems"}

// folderArgument is the folder that -Identity names; without a mailbox it is one
// of the caller's own.
func folderArgument(c *task.Call) (mailbox, folder string) {
	mailbox, folder = folderOf(c.TargetIdentity())
	if mailbox == "" {
		mailbox = c.Caller()
	}
	return mailbox, folder
}

// folderOf splits "mailbox:\folder" and "mailbox:FolderId"; no folder is the top of
// the mailbox.
func folderOf(identity string) (mailbox, folder string) {
	i := strings.LastIndex(identity, `:\`)
	if i < 0 {
		if before, id, found := strings.Cut(identity, ":"); found && mailboxes.IsFolderID(id) {
			return before, id
		}
		return identity, ""
	}
	folder = identity[i+1:]
	if folder == `\` {
		folder = ""
	}
	return identity[:i], folder
}

func folderObject(r store.Reader, p *tenant.Permission) value.Value {
	o := shapes.New("MailboxFolderPermission")
	name := "Top of Information Store"
	if p.Folder != "" {
		name = p.Folder[strings.LastIndexByte(p.Folder, '\\')+1:]
	}
	o.Text("FolderName", name, "Identity", task.DisplayNameOf(r, p.User))
	o.Set("User", folderUser(r, p.User))
	o.Set("AccessRights", value.Strings(p.AccessRights...))
	if flags := p.Properties.Text("SharingPermissionFlags"); flags != "" {
		o.Text("SharingPermissionFlags", flags)
	}
	return o.Value()
}

// folderUser is who has a permission: the name by which lists show the user, with
// the properties that tell what kind of user it is.
func folderUser(r store.Reader, user string) value.Value {
	name, address, account, kind := user, "", value.Null, "Unknown"
	switch {
	case strings.EqualFold(user, "Default"):
		kind = "Default"
	case strings.EqualFold(user, "Anonymous"):
		kind = "Anonymous"
	default:
		if m, err := r.Mailbox(user); err == nil {
			name, address, account, kind = m.DisplayName, m.PrimarySMTPAddress, value.Str(m.UserPrincipalName), "Internal"
		} else if other, err := r.Recipient(user); err == nil {
			name, address, kind = other.DisplayName, other.PrimarySMTPAddress, "Internal"
		} else if strings.Contains(user, "@") {
			kind, address = "External", user
		}
	}
	principal := value.Null
	if address != "" {
		o := value.NewObject(4)
		o.Set("DisplayName", value.Str(name))
		o.Set("PrimarySmtpAddress", value.Str(address))
		o.Set("Alias", value.Str(address[:strings.IndexByte(address+"@", '@')]))
		o.Set("Name", value.Str(name))
		principal = value.Obj(o)
	}
	d := &value.Decorated{Inner: value.Str(name)}
	for _, p := range []shapes.Property{{Name: "UserType", Value: value.Str(kind)}, {Name: "DisplayName", Value: value.Str(name)}, {Name: "ADRecipient", Value: principal},
		{Name: "RecipientPrincipal", Value: principal}, {Name: "UserPrincipalName", Value: account}} {
		d.Extend().Members.Set(p.Name, p.Value)
	}
	return value.Obj(d)
}

func getFolderPermission(c *task.Call) error {
	mailbox, folder := folderArgument(c)
	var list []value.Value
	err := c.View(func(r store.Reader) error {
		m, err := c.Mailbox(r, mailbox)
		if err != nil {
			return err
		}
		permissions, err := folderPermissions(r, m, folder)
		user := c.Identity("User")
		for _, p := range permissions {
			if user == "" || sameFolderUser(r, p.User, user) {
				list = append(list, folderObject(r, p))
			}
		}
		if err == nil && user != "" && len(list) == 0 {
			return noFolderEntry(r, user)
		}
		return err
	})
	if err == nil {
		err = c.EmitSized(list)
	}
	return c.Report(err)
}

// folderPermissions are those on a folder, which has to be there; Default and
// Anonymous always have theirs.
func folderPermissions(r store.Reader, m *tenant.Mailbox, folder string) ([]*tenant.Permission, error) {
	path := mailboxes.FolderPath(m, folder)
	byID := path != folder
	folder = path
	all, err := r.Permissions(m.ExchangeGUID)
	if err != nil {
		return nil, err
	}
	if there, err := hasFolder(r, m, all, folder); err != nil || !there && !byID {
		return nil, task.FirstOf(err, task.Failure(task.ExNotFound, "The operation couldn't be performed because '%s:%s' couldn't be found.", m.Alias, folder))
	}
	rights := "None"
	if strings.EqualFold(folder, `\Calendar`) {
		rights = "AvailabilityOnly"
	}
	list := []*tenant.Permission{
		{Mailbox: m.ExchangeGUID, Scope: tenant.ScopeFolder, Folder: folder, User: "Default", AccessRights: []string{rights}},
		{Mailbox: m.ExchangeGUID, Scope: tenant.ScopeFolder, Folder: folder, User: "Anonymous", AccessRights: []string{"None"}},
	}
	for _, p := range all {
		if p.Scope != tenant.ScopeFolder || !strings.EqualFold(p.Folder, folder) {
			continue
		}
		switch {
		case strings.EqualFold(p.User, "Default"):
			list[0] = p
		case strings.EqualFold(p.User, "Anonymous"):
			list[1] = p
		default:
			list = append(list, p)
		}
	}
	return list, nil
}

// resetDelegates takes those out of a calendar who have rights in it as delegates.
func resetDelegates(c *task.Call) error {
	mailbox, folder := folderArgument(c)
	if ok, err := c.Confirm(fmt.Sprintf("Resetting the delegates of \"%s\".", c.Identity("Identity"))); !ok || err != nil {
		return err
	}
	return c.Update(func(w store.Writer) error {
		m, err := c.Mailbox(w, mailbox)
		if err != nil {
			return err
		}
		known, err := folderPermissions(w, m, folder)
		if err != nil {
			return err
		}
		for _, p := range known {
			if flags := p.Properties.Text("SharingPermissionFlags"); strings.Contains(flags, "Delegate") {
				if err := w.RemovePermission(p); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// hasFolder reports whether a mailbox has a folder: its root, one that it knows, or
// one that permissions are recorded for.
func hasFolder(r store.Reader, m *tenant.Mailbox, permissions []*tenant.Permission, folder string) (bool, error) {
	if strings.Trim(folder, `\`) == "" {
		return true, nil
	}
	for _, p := range permissions {
		if p.Scope == tenant.ScopeFolder && strings.EqualFold(p.Folder, folder) {
			return true, nil
		}
	}
	_, there, err := content.FindFolder(r, m, nil, folder)
	return there, err
}

func sameFolderUser(r store.Reader, a, b string) bool {
	return strings.EqualFold(a, b) || !isEverybody(a) && !isEverybody(b) && task.SameUser(r, a, b)
}

func isEverybody(user string) bool {
	return strings.EqualFold(user, "Default") || strings.EqualFold(user, "Anonymous")
}

func noFolderEntry(r store.Reader, user string) error {
	return task.Failure(task.StoreTasks+"UserNotFoundInPermissionEntryException", "There is no existing permission entry found for user: %s.", task.DisplayNameOf(r, user))
}

// changeFolderPermission finds folder and user, asks, and applies a change; old
// is the entry that is there, or nil.
func changeFolderPermission(c *task.Call, doing string, apply func(w store.Writer, m *tenant.Mailbox, p, old *tenant.Permission) error) error {
	mailbox, folder := folderArgument(c)
	rights := c.Texts("AccessRights")
	for _, right := range rights {
		if !task.ContainsFold(folderRights, right) {
			return c.BadEnum("AccessRights", right, "Microsoft.Exchange.Management.StoreTasks.MailboxFolderAccessRight", folderRights)
		}
	}
	p := &tenant.Permission{Scope: tenant.ScopeFolder, Folder: folder, AccessRights: rights, User: c.Identity("User")}
	var m *tenant.Mailbox
	err := c.View(func(r store.Reader) (err error) {
		if m, err = c.Mailbox(r, mailbox); err != nil {
			return err
		}
		p.Mailbox, p.Folder = m.ExchangeGUID, mailboxes.FolderPath(m, folder)
		if isEverybody(p.User) {
			return nil
		}
		user, err := task.UserOf(r, p.User)
		if err != nil {
			return task.Failure(task.StoreTasks+"InvalidExternalUserIdException", "The user \"%s\" is either not valid SMTP address, or there is no matching information.", p.User)
		}
		p.User = user
		return nil
	})
	if err != nil {
		return c.Report(err)
	}
	if ok, err := c.Confirm(fmt.Sprintf("%s mailbox folder permission on \"%s\" for user \"%s\".", doing, c.Identity("Identity"), p.User)); !ok || err != nil {
		return err
	}
	return c.Update(func(w store.Writer) error {
		known, err := folderPermissions(w, m, folder)
		if err != nil {
			return err
		}
		var old *tenant.Permission
		for _, k := range known {
			if sameFolderUser(w, k.User, p.User) {
				old = k
			}
		}
		return apply(w, m, p, old)
	})
}

func addFolderPermission(c *task.Call) error {
	var shown value.Value
	err := changeFolderPermission(c, "Adding", func(w store.Writer, m *tenant.Mailbox, p, old *tenant.Permission) error {
		if old != nil {
			return task.Failure(task.StoreTasks+"UserAlreadyExistsInPermissionEntryException", "An existing permission entry was found for user: %s.", task.DisplayNameOf(w, p.User))
		}
		if flags := c.Texts("SharingPermissionFlags"); len(flags) > 0 {
			p.Properties.Set("SharingPermissionFlags", strings.Join(flags, ", "))
		}
		shown = folderObject(w, p)
		return w.PutPermission(p)
	})
	if err != nil || shown.IsNull() {
		return c.Report(err)
	}
	return c.Emit(shown)
}

func setFolderPermission(c *task.Call) error {
	return c.Report(changeFolderPermission(c, "Setting", func(w store.Writer, _ *tenant.Mailbox, p, old *tenant.Permission) error {
		if old == nil {
			return noFolderEntry(w, p.User)
		}
		old.AccessRights = p.AccessRights
		if flags := c.Texts("SharingPermissionFlags"); len(flags) > 0 {
			old.Properties.Set("SharingPermissionFlags", strings.Join(flags, ", "))
		}
		return w.PutPermission(old)
	}))
}

func removeFolderPermission(c *task.Call) error {
	if c.On("ResetDelegateUserCollection") {
		return c.Report(resetDelegates(c))
	}
	return c.Report(changeFolderPermission(c, "Removing", func(w store.Writer, _ *tenant.Mailbox, p, old *tenant.Permission) error {
		if old == nil {
			return noFolderEntry(w, p.User)
		}
		return w.RemovePermission(old)
	}))
}
