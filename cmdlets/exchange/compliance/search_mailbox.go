package compliance

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

var mailboxSearchCmdlets = []task.Cmdlet{
	task.New("Search-Mailbox", "Searches a mailbox, and copies or deletes what it finds.", "(Search-Mailbox test1 -SearchQuery 'subject:invoice' -EstimateResultOnly -WarningAction Ignore).ResultItemsCount -gt 0", "True", searchMailbox),
}

// searchLimit is how many items one call of Search-Mailbox returns at most.
const searchLimit = 10000

func searchMailbox(c *task.Call) error {
	q, err := readQuery(c.Text("SearchQuery"))
	if err != nil {
		return c.Report(err)
	}
	copies := c.Has("TargetMailbox") && !c.On("LogOnly")
	doing := "Searching"
	if c.On("DeleteContent") {
		doing = "Deleting content from"
	}
	if ok, err := confirmSearch(c, fmt.Sprintf("%s mailbox \"%s\".", doing, c.Identity("Identity"))); !ok || err != nil {
		return err
	}
	if c.On("EstimateResultOnly") {
		if err := c.Ctx.Warning(fmt.Sprintf("The Search-Mailbox cmdlet returns up to %d results per mailbox if a search query is specified. To return more than %d results, use the New-MailboxSearch "+
			"cmdlet or the In-Place eDiscovery & Hold console in the Exchange Administration Center.", searchLimit, searchLimit)); err != nil {
			return err
		}
	}
	var f found
	target := ""
	err = c.Update(func(w store.Writer) error {
		m, err := c.Mailbox(w, c.Identity("Identity"))
		if err != nil {
			return err
		}
		if f, err = find(w, m, q, c.Tenant.Now(), searchedFolders(c)); err != nil {
			return err
		}
		if copies {
			if target, err = copyItems(c, w, f); err != nil {
				return err
			}
		}
		if c.On("DeleteContent") {
			err = remove(w, f, content.Purges, c.Tenant.Now())
		}
		return err
	})
	if err != nil {
		return c.Report(err)
	}
	o := value.NewObject(8)
	o.TypeNames = []string{"Deserialized.Microsoft.Exchange.Management.Tasks.SearchMailboxResult", "Deserialized.System.Object"}
	o.Set("Identity", value.Str(f.mailbox.Name))
	o.Set("TargetMailbox", value.Str(target))
	o.Set("Success", value.Bool(true))
	o.Set("TargetFolder", value.Str(targetFolder(c)))
	o.Set("ResultItemsCount", value.Int(len(f.items)))
	o.Set("ResultItemsSize", shapes.SizeValue(uint64(f.size())))
	return c.Emit(value.Obj(o))
}

// confirmSearch asks only where something is deleted and -Force does not say so.
func confirmSearch(c *task.Call, description string) (bool, error) {
	if !c.On("DeleteContent") || c.On("Force") {
		return !c.On("WhatIf"), nil
	}
	return c.Confirm(description)
}

// searchedFolders narrows the folders as -SearchDumpster and -SearchDumpsterOnly
// say.
func searchedFolders(c *task.Call) func(string) bool {
	switch {
	case c.On("SearchDumpsterOnly"):
		return recoverable
	case c.Has("SearchDumpster") && !c.On("SearchDumpster"):
		return func(folder string) bool { return !recoverable(folder) }
	}
	return nil
}

// targetFolder is the folder for the copies, "" if none are made.
func targetFolder(c *task.Call) string {
	if folder := c.Text("TargetFolder"); folder != "" {
		return `\` + strings.Trim(folder, `\`)
	}
	return ""
}

// copyItems copies the items into a folder of the target mailbox and returns its
// name.
func copyItems(c *task.Call, w store.Writer, f found) (string, error) {
	m, err := c.Mailbox(w, c.Identity("TargetMailbox"))
	if err != nil {
		return "", err
	}
	if m.GUID == f.mailbox.GUID {
		return "", task.InvalidArgument("The target mailbox \"%s\" must not be the mailbox that is searched.", m.Name)
	}
	if err := content.AddFolder(w, m, targetFolder(c)); err != nil {
		return "", err
	}
	box, err := content.OpenBox(w, m, c.Tenant.Now())
	if err != nil {
		return "", err
	}
	for _, item := range f.items {
		if _, err := box.Deliver(*item, content.CleanFolder(targetFolder(c)+`\`+tenant.CanonicalName(f.mailbox.Name))); err != nil {
			return "", err
		}
	}
	return m.Name, nil
}
