package mailboxes

import (
	"fmt"
	"strings"

	"exolab/cmdlets/exchange/shapes"
	"exolab/cmdlets/exchange/task"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/content"
	"exolab/store/tenant"
)

var folderCmdlets = []task.Cmdlet{
	task.New("Get-MailboxFolder", "Gives the folders of a mailbox.", `(Get-MailboxFolder test1:\Inbox).FolderPath`, "Inbox", getMailboxFolder),
	task.New("New-MailboxFolder", "Makes a folder of a mailbox.", `(New-MailboxFolder -Parent test1:\Inbox -Name Projects).FolderPath[-1]`, "Projects", newMailboxFolder),
}

// newMailboxFolder makes a folder below -Parent, which is the caller's mailbox
// where it names none.
func newMailboxFolder(c *task.Call) error {
	parent := c.Identity("Parent")
	mailbox, folder, _ := strings.Cut(parent, `:\`)
	if mailbox == "" {
		mailbox = c.Caller()
	}
	path := strings.TrimSuffix(content.CleanFolder(folder), `\`) + `\` + c.Text("Name")
	if ok, err := c.Confirm(fmt.Sprintf("Creating mailbox folder \"%s\" in \"%s\".", c.Text("Name"), parent)); !ok || err != nil {
		return err
	}
	var shown value.Value
	err := c.Update(func(w store.Writer) error {
		m, err := c.Mailbox(w, mailbox)
		if task.IsNotFound(err) {
			return task.Failure(task.ExNotFound, "The specified mailbox Identity: '%s' does not exist.", mailbox)
		}
		if err != nil {
			return err
		}
		known, there, err := content.FindFolder(w, m, nil, path)
		if err == nil && there {
			err = task.Failure("Microsoft.Exchange.Data.StoreObjects.ObjectExistedException", "A mailbox folder with the name '%s' already exists.", known)
		}
		if err == nil {
			err = content.AddFolder(w, m, path)
		}
		shown = mailboxFolder(m, statisticsFolder{name: c.Text("Name"), kind: "None", class: "IPF.Note", items: 1}, path)
		return err
	})
	return c.EmitOrReport(shown, err)
}

// getMailboxFolder emits a folder, with -GetChildren those in it, with -Recurse
// itself and all below it.
func getMailboxFolder(c *task.Call) error {
	identity := c.Identity("Identity")
	mailbox, folder, _ := strings.Cut(identity, `:\`)
	folder = strings.Trim(folder, `\`)
	if mailbox == "" {
		mailbox = c.Caller()
	}
	var list []value.Value
	err := c.View(func(r store.Reader) error {
		m, err := c.Mailbox(r, mailbox)
		if err != nil {
			return err
		}
		for _, f := range statisticsFolders {
			if strings.HasPrefix(f.path(), "/Recoverable Items") {
				continue
			}
			if folderWanted(c, f, folder) {
				list = append(list, mailboxFolder(m, f, f.shortPath()))
			}
		}
		made, err := content.MadeFolders(r, m)
		for _, path := range made {
			f := statisticsFolder{name: path[strings.LastIndexByte(path, '\\')+1:], kind: "None", class: "IPF.Note", items: 1}
			if madeWanted(c, path, folder) {
				list = append(list, mailboxFolder(m, f, path))
			}
		}
		if err != nil {
			return err
		}
		if len(list) == 0 && !c.On("GetChildren") {
			return task.Failure(task.ExNotFound, "The specified mailbox folder \"%s\" doesn't exist.", identity)
		}
		return nil
	})
	if err == nil {
		err = c.EmitSized(list)
	}
	return c.Report(err)
}

func folderWanted(c *task.Call, f statisticsFolder, folder string) bool {
	root := f.kind == "Root"
	if c.On("MailFolderOnly") && f.class != "IPF.Note" {
		return false
	}
	switch {
	case c.On("Recurse"):
		return folder == "" || strings.EqualFold(f.name, folder)
	case c.On("GetChildren"):
		return folder == "" && !root
	}
	return folder == "" && root || strings.EqualFold(f.name, folder)
}

// madeWanted is folderWanted for a folder that somebody made, by its path.
func madeWanted(c *task.Call, path, folder string) bool {
	path = strings.Trim(path, `\`)
	rest, below := strings.CutPrefix(strings.ToLower(path), strings.ToLower(folder))
	switch {
	case c.On("Recurse"):
		return below
	case c.On("GetChildren"):
		return below && !strings.Contains(strings.Trim(rest, `\`), `\`)
	}
	return strings.EqualFold(path, folder)
}

// shortPath is the path of a folder below the root, which itself is "".
func (f statisticsFolder) shortPath() string {
	if f.kind == "Root" {
		return ""
	}
	return f.name
}

// mailboxFolder shows a folder with the path that it has below the root.
func mailboxFolder(m *tenant.Mailbox, f statisticsFolder, path string) value.Value {
	path = strings.Trim(path, `\`)
	parent := path[:max(strings.LastIndexByte(path, '\\'), 0)]
	o := value.NewObject(16)
	o.TypeNames = []string{"Deserialized.Microsoft.Exchange.Data.Storage.Management.MailboxFolder", "Deserialized.System.Object"}
	id := "LgAAAA" + strings.ToUpper(strings.ReplaceAll(tenant.DerivedGUID(m.PrimarySMTPAddress, f.name), "-", ""))
	o.Set("FolderStoreObjectId", value.Str(id))
	o.Set("FolderSize", value.Int(int(f.size(m))))
	o.Set("HasSubfolders", value.Bool(f.kind == "Root"))
	o.Set("DefaultFolderType", value.Str(f.kind))
	o.Set("Name", value.Str(f.name))
	o.Set("Identity", value.Str(m.Name+`:\`+path))
	o.Set("ParentFolder", value.Str(m.Name+`:\`+parent))
	o.Set("FolderPath", value.Strings(strings.Split(path, `\`)...))
	o.Set("MailboxOwnerId", value.Str(m.Name))
	o.Set("FolderClass", value.Str(f.class))
	o.Set("ExtendedFolderFlags", value.Null)
	o.Set("IsValid", value.Bool(true))
	o.Set("ObjectState", value.Str("Unchanged"))
	shapes.WithText(o)
	return value.Obj(o)
}
