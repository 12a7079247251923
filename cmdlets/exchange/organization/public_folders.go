package organization

import (
	"fmt"
	"strings"

	"exolab/cmdlets/exchange/task"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

const kindPublicFolder = "publicFolder"

var publicFolderCmdlets = []task.Cmdlet{
	task.New("Get-PublicFolder", "Gives public folders.", "New-Mailbox -PublicFolder -Name Hierarchy | Out-Null; (Get-PublicFolder).Name", "IPM_SUBTREE", getPublicFolder),
	task.New("New-PublicFolder", "Makes a public folder.",
		"New-Mailbox -PublicFolder -Name Hierarchy | Out-Null; (New-PublicFolder -Name Sample).Identity", `\Sample`, newPublicFolder),
	task.New("Set-PublicFolder", "Changes a public folder.", "New-Mailbox -PublicFolder -Name Hierarchy | Out-Null; New-PublicFolder -Name Sample | Out-Null; "+
		`Set-PublicFolder \Sample -MailEnabled $true; (Get-PublicFolder \Sample).MailEnabled`, "True", setPublicFolder),
	task.New("Remove-PublicFolder", "Deletes a public folder.", "New-Mailbox -PublicFolder -Name Hierarchy | Out-Null; New-PublicFolder -Name Sample | Out-Null; "+
		`Remove-PublicFolder \Sample -Confirm:$false; @(Get-PublicFolder \ -GetChildren).Count`, "0", removePublicFolder),
}

// hierarchy is the mailbox that holds the public folders, or the error of an
// organization that has none.
func hierarchy(r store.Reader) (*tenant.Mailbox, error) {
	for m, err := range r.Mailboxes() {
		if err != nil {
			return nil, err
		}
		if m.RecipientTypeDetails == "PublicFolderMailbox" {
			return m, nil
		}
	}
	org, err := r.Organization()
	if err != nil {
		return nil, err
	}
	return nil, task.Failure("Microsoft.Exchange.Data.StoreObjects.ObjectNotFoundException", "No active public folder mailboxes were found for organization %s. This happens when "+
		"no public folder mailboxes are provisioned or they are provisioned in 'HoldForMigration' mode. If you're not currently performing a migration, create a public folder mailbox.",
		org.DefaultDomain())
}

// folderPath brings the name of a public folder into the form `\Top\Sub`.
func folderPath(text string) string {
	return `\` + strings.Trim(strings.ReplaceAll(text, "/", `\`), `\`)
}

// publicFolder finds a folder of the hierarchy by its path.
func publicFolder(r store.Reader, path string) (*tenant.Object, error) {
	if path == `\` {
		return &tenant.Object{Kind: kindPublicFolder, Identity: `\`, Properties: tenant.BagOf("Name", "IPM_SUBTREE", "ParentPath", "")}, nil
	}
	o, err := r.Object(kindPublicFolder, path)
	if task.IsMissing(err) {
		return nil, task.Failure(task.ExNotFound, "The operation couldn't be performed because '%s' couldn't be found.", path)
	}
	return o, err
}

func showPublicFolder(r store.Reader, o *tenant.Object) value.Value {
	shown := NounNamed("PublicFolderStatistics").Object(o)
	out, _ := value.As[*value.PSObject](shown)
	out.TypeNames = []string{"Deserialized.Microsoft.Exchange.Data.StoreObjects.PublicFolder", "Deserialized.System.Object"}
	for _, p := range []struct {
		name  string
		value value.Value
	}{{"MailEnabled", value.Bool(false)}, {"ParentPath", value.Str("")}, {"PerUserReadStateEnabled", value.Bool(true)}, {"HasSubfolders", value.Bool(hasChildren(r, o.Identity))},
		{"FolderClass", value.Str("IPF.Note")}, {"FolderType", value.Str("GenericFolder")}, {"AgeLimit", value.Null}, {"IssueWarningQuota", value.Str("Unlimited")},
		{"ProhibitPostQuota", value.Str("Unlimited")}, {"MaxItemSize", value.Str("Unlimited")}, {"EntryId", value.Str(strings.ToUpper(strings.ReplaceAll(ObjectGUID(o), "-", "")))}} {
		if _, known := out.Get(value.Fold(p.name)); !known {
			out.Set(p.name, p.value)
		}
	}
	if m, err := hierarchy(r); err == nil {
		out.Set("ContentMailboxName", value.Str(m.Name))
	}
	return shown
}

func hasChildren(r store.Reader, path string) bool {
	for range r.ObjectsUnder(kindPublicFolder, strings.TrimSuffix(path, `\`)+`\`) {
		return true
	}
	return false
}

func getPublicFolder(c *task.Call) error {
	path := folderPath(c.Identity("Identity"))
	var list []value.Value
	err := c.View(func(r store.Reader) error {
		if _, err := hierarchy(r); err != nil {
			return err
		}
		o, err := publicFolder(r, path)
		if err != nil {
			return err
		}
		if !c.On("GetChildren") {
			list = append(list, showPublicFolder(r, o))
		}
		if !c.On("GetChildren") && !c.On("Recurse") {
			return nil
		}
		for child, err := range r.Objects(kindPublicFolder) {
			if err != nil {
				return err
			}
			if rest, below := strings.CutPrefix(strings.ToLower(child.Identity), strings.ToLower(strings.TrimSuffix(path, `\`)+`\`)); below &&
				(c.On("Recurse") || !strings.Contains(rest, `\`)) {
				list = append(list, showPublicFolder(r, child))
			}
		}
		return nil
	})
	if err == nil {
		err = c.EmitSized(list)
	}
	return c.Report(err)
}

func newPublicFolder(c *task.Call) error {
	parent := folderPath(c.Identity("Path"))
	path := strings.TrimSuffix(parent, `\`) + `\` + c.Text("Name")
	if ok, err := c.Confirm(fmt.Sprintf("Creating public folder \"%s\".", path)); !ok || err != nil {
		return err
	}
	var shown value.Value
	err := c.Update(func(w store.Writer) error {
		if _, err := hierarchy(w); err != nil {
			return err
		}
		if _, err := publicFolder(w, parent); err != nil {
			return err
		}
		if _, err := w.Object(kindPublicFolder, path); err == nil {
			return task.Failure("Microsoft.Exchange.Data.StoreObjects.ObjectExistedException", "An existing folder has the same name '%s'.", c.Text("Name"))
		}
		o := &tenant.Object{Kind: kindPublicFolder, Identity: path, Properties: tenant.BagOf("Name", c.Text("Name"), "ParentPath", parent)}
		if err := w.PutObject(o); err != nil {
			return err
		}
		shown = showPublicFolder(w, o)
		return nil
	})
	return c.EmitOrReport(shown, err)
}

// changePublicFolder finds a folder, asks, and changes it.
func changePublicFolder(c *task.Call, doing string, apply func(w store.Writer, o *tenant.Object) error) error {
	path := folderPath(c.Identity("Identity"))
	if ok, err := c.Confirm(fmt.Sprintf("%s public folder \"%s\".", doing, path)); !ok || err != nil {
		return err
	}
	return c.Report(c.Update(func(w store.Writer) error {
		if _, err := hierarchy(w); err != nil {
			return err
		}
		o, err := publicFolder(w, path)
		if err != nil {
			return err
		}
		return apply(w, o)
	}))
}

func setPublicFolder(c *task.Call) error {
	changed := true
	err := changePublicFolder(c, "Setting", func(w store.Writer, o *tenant.Object) (err error) {
		if changed, err = c.SetProperties(w, "", task.ObjectProperties{Object: o}, nil); err != nil || !changed {
			return err
		}
		return w.PutObject(o)
	})
	if err == nil && !changed {
		return c.Unchanged(folderPath(c.Identity("Identity")))
	}
	return err
}

func removePublicFolder(c *task.Call) error {
	return changePublicFolder(c, "Removing", func(w store.Writer, o *tenant.Object) error {
		if hasChildren(w, o.Identity) && !c.On("Recurse") {
			return task.Failure(task.ExRecipient, "The public folder \"%s\" has subfolders. Use the Recurse parameter to remove them as well.", o.Identity)
		}
		var below []string
		for child, err := range w.ObjectsUnder(kindPublicFolder, o.Identity+`\`) {
			if err != nil {
				return err
			}
			below = append(below, child.Identity)
		}
		for _, path := range below {
			if err := w.RemoveObject(kindPublicFolder, path); err != nil {
				return err
			}
		}
		return w.RemoveObject(kindPublicFolder, o.Identity)
	})
}
