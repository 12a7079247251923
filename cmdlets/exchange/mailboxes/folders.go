package mailboxes

import (
	"strings"

	"exolab/cmdlets/exchange/shapes"
	"exolab/cmdlets/exchange/task"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

var folderCmdlets = []task.Cmdlet{
	task.New("Get-MailboxFolder", "Gives the folders of a mailbox.", `(Get-MailboxFolder test1:\Inbox).FolderPath`, "Inbox", getMailboxFolder),
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
				list = append(list, mailboxFolder(m, f))
			}
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

func mailboxFolder(m *tenant.Mailbox, f statisticsFolder) value.Value {
	path := f.name
	if f.kind == "Root" {
		path = ""
	}
	o := value.NewObject(16)
	o.TypeNames = []string{"Deserialized.Microsoft.Exchange.Data.Storage.Management.MailboxFolder", "Deserialized.System.Object"}
	id := "LgAAAA" + strings.ToUpper(strings.ReplaceAll(tenant.DerivedGUID(m.PrimarySMTPAddress, f.name), "-", ""))
	o.Set("FolderStoreObjectId", value.Str(id))
	o.Set("FolderSize", value.Int(int(f.size(m))))
	o.Set("HasSubfolders", value.Bool(f.kind == "Root"))
	o.Set("DefaultFolderType", value.Str(f.kind))
	o.Set("Name", value.Str(f.name))
	o.Set("Identity", value.Str(m.Name+`:\`+path))
	o.Set("ParentFolder", value.Str(m.Name+`:\`))
	o.Set("FolderPath", value.Strings(path))
	o.Set("MailboxOwnerId", value.Str(m.Name))
	o.Set("FolderClass", value.Str(f.class))
	o.Set("ExtendedFolderFlags", value.Null)
	o.Set("IsValid", value.Bool(true))
	o.Set("ObjectState", value.Str("Unchanged"))
	shapes.WithText(o)
	return value.Obj(o)
}
