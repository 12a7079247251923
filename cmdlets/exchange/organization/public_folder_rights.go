package organization

import (
	"fmt"
	"slices"
	"strings"

	"exolab/cmdlets/exchange/shapes"
	"exolab/cmdlets/exchange/task"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

// withFolder makes the folder of the examples.
const withFolder = "New-Mailbox -PublicFolder -Name Hierarchy | Out-Null; New-PublicFolder -Name Sample | Out-Null; "

var publicFolderRightCmdlets = []task.Cmdlet{
	task.New("Get-PublicFolderClientPermission", "Gives who may see and change a public folder.",
		withFolder+`(Get-PublicFolderClientPermission \Sample -User Default).AccessRights`, "Author", getPublicFolderRights),
	task.New("Add-PublicFolderClientPermission", "Lets somebody see or change a public folder.",
		withFolder+`(Add-PublicFolderClientPermission \Sample -User donh -AccessRights Owner).AccessRights`, "Owner", addPublicFolderRight),
	task.New("Remove-PublicFolderClientPermission", "Takes the rights in a public folder back.",
		withFolder+`Add-PublicFolderClientPermission \Sample -User donh -AccessRights Owner | Out-Null; Remove-PublicFolderClientPermission \Sample -User donh -AccessRights Owner -Confirm:$false; `+
			`@(Get-PublicFolderClientPermission \Sample).Count`, "2", removePublicFolderRight),
}

// publicFolderRights are the permissions on a public folder, which has to be
// there; Default and Anonymous always have theirs.
func publicFolderRights(r store.Reader, path string) (*tenant.Mailbox, []*tenant.Permission, error) {
	m, err := hierarchy(r)
	if err == nil {
		_, err = publicFolder(r, path)
	}
	if err != nil {
		return nil, nil, err
	}
	all, err := r.Permissions(m.ExchangeGUID)
	list := []*tenant.Permission{publicFolderRight(m, path, "Default", "Author"), publicFolderRight(m, path, "Anonymous", "None")}
	for _, p := range all {
		switch {
		case p.Scope != tenant.ScopeFolder || !strings.EqualFold(p.Folder, path):
		case strings.EqualFold(p.User, "Default"):
			list[0] = p
		case strings.EqualFold(p.User, "Anonymous"):
			list[1] = p
		default:
			list = append(list, p)
		}
	}
	return m, list, err
}

func publicFolderRight(m *tenant.Mailbox, path, user string, rights ...string) *tenant.Permission {
	return &tenant.Permission{Mailbox: m.ExchangeGUID, Scope: tenant.ScopeFolder, Folder: path, User: user, AccessRights: rights}
}

func showPublicFolderRight(r store.Reader, p *tenant.Permission) value.Value {
	o := shapes.New("MailboxFolderPermission")
	o.Out.TypeNames = []string{"Deserialized.Microsoft.Exchange.Management.StoreTasks.PublicFolderClientPermission", "Deserialized.System.Object"}
	name := task.DisplayNameOf(r, p.User)
	o.Text("FolderName", p.Folder[strings.LastIndexByte(p.Folder, '\\')+1:], "User", name, "Identity", name)
	o.Set("AccessRights", value.Strings(p.AccessRights...))
	return o.Value()
}

func getPublicFolderRights(c *task.Call) error {
	path, user := folderPath(c.Identity("Identity")), c.Identity("User")
	var list []value.Value
	err := c.View(func(r store.Reader) error {
		_, rights, err := publicFolderRights(r, path)
		for _, p := range rights {
			if user == "" || strings.EqualFold(p.User, user) || task.SameUser(r, p.User, user) {
				list = append(list, showPublicFolderRight(r, p))
			}
		}
		return err
	})
	if err == nil {
		err = c.EmitSized(list)
	}
	return c.Report(err)
}

// changePublicFolderRight finds folder and user, asks, and applies a change; old
// is the entry that is there, or nil.
func changePublicFolderRight(c *task.Call, doing string, apply func(w store.Writer, p, old *tenant.Permission) error) error {
	path, user := folderPath(c.Identity("Identity")), c.Identity("User")
	if ok, err := c.Confirm(fmt.Sprintf("%s public folder permission on \"%s\" for user \"%s\".", doing, path, user)); !ok || err != nil {
		return err
	}
	return c.Update(func(w store.Writer) error {
		m, rights, err := publicFolderRights(w, path)
		if err != nil {
			return err
		}
		if !strings.EqualFold(user, "Default") && !strings.EqualFold(user, "Anonymous") {
			if user, err = task.UserOf(w, user); err != nil {
				return err
			}
		}
		var old *tenant.Permission
		for _, p := range rights[2:] {
			if strings.EqualFold(p.User, user) {
				old = p
			}
		}
		return apply(w, publicFolderRight(m, path, user, c.Texts("AccessRights")...), old)
	})
}

func addPublicFolderRight(c *task.Call) error {
	var shown value.Value
	err := changePublicFolderRight(c, "Adding", func(w store.Writer, p, old *tenant.Permission) error {
		if old != nil {
			return task.Failure(task.StoreTasks+"UserAlreadyExistsInPermissionEntryException", "An existing permission entry was found for user: %s.", task.DisplayNameOf(w, p.User))
		}
		shown = showPublicFolderRight(w, p)
		return w.PutPermission(p)
	})
	if err != nil || shown.IsNull() {
		return c.Report(err)
	}
	return c.Emit(shown)
}

func removePublicFolderRight(c *task.Call) error {
	return c.Report(changePublicFolderRight(c, "Removing", func(w store.Writer, p, old *tenant.Permission) error {
		if old == nil {
			return task.Failure(task.StoreTasks+"UserNotFoundInPermissionEntryException", "There is no existing permission entry found for user: %s.", task.DisplayNameOf(w, p.User))
		}
		left := slices.DeleteFunc(slices.Clone(old.AccessRights), func(right string) bool { return task.ContainsFold(p.AccessRights, right) })
		if len(left) == 0 {
			return w.RemovePermission(old)
		}
		old.AccessRights = left
		return w.PutPermission(old)
	}))
}
