package compliance

import (
	"slices"
	"strings"

	"exolab/cmdlets/exchange/shapes"
	"exolab/cmdlets/exchange/task"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/content"
	"exolab/store/tenant"
)

var recoverableCmdlets = []task.Cmdlet{
	task.New("Get-RecoverableItems", "Gives the deleted items of a mailbox that can be restored.", "@(Get-RecoverableItems test1 -SourceFolder DeletedItems).Count -gt 0", "True", getRecoverable),
	task.New("Restore-RecoverableItems", "Puts deleted items back.", "(Restore-RecoverableItems test1 -SourceFolder DeletedItems | Select-Object -First 1).WasRestoredSuccessfully", "True", restoreRecoverable),
}

// sourceFolders are the folders that -SourceFolder names.
var sourceFolders = map[string]string{"deleteditems": content.DeletedItems, "recoverableitems": content.Deletions, "purgeditems": content.Purges}

// sourceNames are those names as the cmdlets show and list them.
var sourceNames = []string{"DeletedItems", "RecoverableItems", "PurgedItems"}

// wantedItems are the deleted items that the parameters ask for.
func wantedItems(c *task.Call, items []*content.Item) ([]*content.Item, error) {
	source := strings.ToLower(c.Text("SourceFolder"))
	if source != "" && sourceFolders[source] == "" {
		return nil, c.BadEnum("SourceFolder", c.Text("SourceFolder"), "Microsoft.Exchange.Management.RecipientTasks.RecoverableItemsFolderType", sourceNames)
	}
	start, end := c.Date("FilterStartTime"), c.Date("FilterEndTime")
	var out []*content.Item
	for _, i := range items {
		switch {
		case sourceOf(i) == "", source != "" && sourceFolders[source] != i.Folder,
			!start.IsZero() && i.LastModified.Before(start), !end.IsZero() && i.LastModified.After(end),
			!strings.Contains(tenant.FoldName(i.Subject), tenant.FoldName(c.Text("SubjectContains"))),
			c.Has("EntryID") && c.Text("EntryID") != i.ID,
			c.Has("FilterItemType") && !strings.HasPrefix("ipm.note", strings.ToLower(c.Text("FilterItemType"))):
			continue
		}
		out = append(out, i)
	}
	return out, nil
}

// sourceOf is the name of the folder of deleted items that an item is in, or "".
func sourceOf(i *content.Item) string {
	for _, name := range sourceNames {
		if sourceFolders[strings.ToLower(name)] == i.Folder {
			return name
		}
	}
	return ""
}

func recoverableObject(m *tenant.Mailbox, i *content.Item, source string) *value.PSObject {
	o := value.NewObject(12)
	o.TypeNames = []string{"Deserialized.Microsoft.Exchange.Management.RecipientTasks.RecoverableItem", "Deserialized.System.Object"}
	o.Set("MailboxIdentity", value.Str(m.Name))
	o.Set("ItemClass", value.Str("IPM.Note"))
	o.Set("Subject", value.Str(i.Subject))
	o.Set("EntryID", value.Str(i.ID))
	o.Set("LastModifiedTime", shapes.DateOf(i.LastModified))
	o.Set("LastParentFolderID", value.Str(strings.ToUpper(strings.ReplaceAll(tenant.DerivedGUID(m.PrimarySMTPAddress, home(i)), "-", ""))))
	o.Set("LastParentPath", value.Str(strings.TrimPrefix(home(i), `\`)))
	o.Set("OriginalFolderExists", value.Bool(true))
	o.Set("SourceFolder", value.Str(source))
	o.Set("Identity", value.Str(m.Name))
	o.Set("IsValid", value.Bool(true))
	o.Set("ObjectState", value.Str("New"))
	return o
}

// home is the folder from which an item was deleted.
func home(i *content.Item) string {
	if i.DeletedFrom != "" && i.DeletedFrom != content.DeletedItems {
		return i.DeletedFrom
	}
	return content.Inbox
}

func getRecoverable(c *task.Call) error {
	var list []value.Value
	err := c.View(func(r store.Reader) error {
		for _, identity := range c.Identities("Identity") {
			m, err := c.Mailbox(r, identity)
			if err != nil {
				return err
			}
			items, err := content.Items(r, m, c.Tenant.Now())
			if err == nil {
				items, err = wantedItems(c, items)
			}
			if err != nil {
				return err
			}
			for _, i := range items {
				list = append(list, value.Obj(recoverableObject(m, i, sourceOf(i))))
			}
		}
		return nil
	})
	if err == nil {
		if c.Has("SkipCount") {
			list = list[min(len(list), max(0, int(c.Value("SkipCount").Int64()))):]
		}
		err = c.EmitSized(list)
	}
	return c.Report(err)
}

func restoreRecoverable(c *task.Call) error {
	var list []value.Value
	err := c.Update(func(w store.Writer) error {
		for _, identity := range c.Identities("Identity") {
			restored, err := restoreIn(c, w, identity)
			if err != nil {
				return err
			}
			list = append(list, restored...)
		}
		return nil
	})
	if err != nil || c.On("NoOutput") {
		return c.Report(err)
	}
	return c.Report(c.EmitSizedAll(list))
}

// restoreIn puts the wanted items of one mailbox back and shows them.
func restoreIn(c *task.Call, w store.Writer, identity string) (list []value.Value, err error) {
	m, err := c.Mailbox(w, identity)
	if err != nil {
		return nil, err
	}
	box, err := content.OpenBox(w, m, c.Tenant.Now())
	if err != nil {
		return nil, err
	}
	items, err := wantedItems(c, slices.Clone(box.Items()))
	if err != nil {
		return nil, err
	}
	if size, err := c.ResultSize(); err != nil {
		return nil, err
	} else if size >= 0 && len(items) > size {
		items = items[:size]
	}
	for _, i := range items {
		shown := recoverableObject(m, i, sourceOf(i))
		target := home(i)
		if folder := c.Text("RestoreTargetFolder"); folder != "" {
			target = content.CleanFolder(folder)
		}
		i.Folder, i.DeletedFrom, i.LastModified = target, "", c.Tenant.Now()
		if err := box.Put(i); err != nil {
			return nil, err
		}
		shown.Set("RestoredToFolderPath", value.Str(strings.TrimPrefix(target, `\`)))
		shown.Set("WasRestoredSuccessfully", value.Bool(true))
		list = append(list, value.Obj(shown))
	}
	return list, nil
}
