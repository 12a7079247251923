package compliance

import (
	"fmt"
	"strings"

	"exolab/cmdlets/exchange/organization"
	"exolab/cmdlets/exchange/task"
	"exolab/store"
	"exolab/store/content"
	"exolab/store/tenant"
)

const newSearchExample = "New-ComplianceSearch -Name Offers -ExchangeLocation All -ContentMatchQuery 'subject:offer' | Out-Null; Start-ComplianceSearch Offers; "

var searchCmdlets = []task.Cmdlet{
	task.New("Start-ComplianceSearch", "Runs a content search.", newSearchExample+"(Get-ComplianceSearch Offers).Status", "Completed", startSearch),
	task.New("Stop-ComplianceSearch", "Stops a content search; those of exolab have ended by then.", newSearchExample+"Stop-ComplianceSearch Offers -Confirm:$false", "", stopSearch),
	task.New("New-ComplianceSearchAction", "Previews, exports or deletes what a content search found.", newSearchExample+"(New-ComplianceSearchAction -SearchName Offers -Preview).Name", "Offers_Preview", newSearchAction),
}

// searches and actions are the nouns that keep them.
func searches() *organization.Noun { return organization.NounNamed("ComplianceSearch") }
func actions() *organization.Noun  { return organization.NounNamed("ComplianceSearchAction") }

// locations are the mailboxes that a search looks into.
func locations(r store.Reader, o *tenant.Object) ([]*tenant.Mailbox, error) {
	listed, _ := o.Properties.Get("ExchangeLocation")
	names := task.TextsIn(listed)
	excluded, _ := o.Properties.Get("ExchangeLocationExclusion")
	var out []*tenant.Mailbox
	if task.ContainsFold(names, "All") {
		all, err := task.AllMailboxes(r, func(m *tenant.Mailbox) bool { return !task.IsSoftDeleted(m) })
		if err != nil {
			return nil, err
		}
		for _, m := range all {
			if !task.ContainsFold(task.TextsIn(excluded), m.PrimarySMTPAddress) {
				out = append(out, m)
			}
		}
		return out, nil
	}
	for _, name := range names {
		m, err := r.Mailbox(name)
		if err != nil {
			return nil, task.IdentityError(name, err)
		}
		out = append(out, m)
	}
	return out, nil
}

// results runs a search.
func results(c *task.Call, r store.Reader, o *tenant.Object) ([]found, error) {
	q, err := readQuery(o.Properties.Text("ContentMatchQuery"))
	if err != nil {
		return nil, err
	}
	boxes, err := locations(r, o)
	if err != nil {
		return nil, err
	}
	var out []found
	for _, m := range boxes {
		f, err := find(r, m, q, c.Tenant.Now(), nil)
		if err != nil {
			return nil, err
		}
		out = append(out, f)
	}
	return out, nil
}

func startSearch(c *task.Call) error {
	identity := c.Identity("Identity")
	if ok, err := c.Confirm(fmt.Sprintf("Starting compliance search \"%s\".", identity)); !ok || err != nil {
		return err
	}
	return c.Report(c.Update(func(w store.Writer) error {
		o, err := searches().Find(w, identity)
		if err != nil {
			return err
		}
		list, err := results(c, w, o)
		if err != nil {
			return err
		}
		var items, size int64
		var lines []string
		for _, f := range list {
			items, size = items+int64(len(f.items)), size+f.size()
			lines = append(lines, fmt.Sprintf("Location: %s, Item count: %d, Total size: %d", f.mailbox.PrimarySMTPAddress, len(f.items), f.size()))
		}
		now := c.Tenant.Now()
		for _, p := range []struct {
			name  string
			value any
		}{{"Status", "Completed"}, {"RunBy", c.Caller()}, {"JobStartTime", now}, {"JobEndTime", now}, {"LastModifiedTime", now}, {"JobProgress", int64(100)}, {"Items", items}, {"Size", size},
			{"SuccessResults", "{" + strings.Join(lines, ",\r\n") + "}"}} {
			o.Properties.Set(p.name, p.value)
		}
		return w.PutObject(o)
	}))
}

func stopSearch(c *task.Call) error {
	identity := c.Identity("Identity")
	if ok, err := c.Confirm(fmt.Sprintf("Stopping compliance search \"%s\".", identity)); !ok || err != nil {
		return err
	}
	err := c.View(func(r store.Reader) error {
		_, err := searches().Find(r, identity)
		return err
	})
	if err == nil {
		err = c.LogRun()
	}
	return c.Report(err)
}

// purgeLimit is how many items of a mailbox one purge deletes.
const purgeLimit = 10

func newSearchAction(c *task.Call) error {
	kind := "Preview"
	for _, name := range []string{"Export", "Purge"} {
		if c.On(name) {
			kind = name
		}
	}
	if c.On("Report") {
		kind = "Report"
	}
	for _, name := range c.Texts("SearchName") {
		description := fmt.Sprintf("This operation will create an action of type %s for the content search \"%s\".", kind, name)
		if kind == "Purge" {
			description = fmt.Sprintf("This operation will make message items meeting the criteria of the compliance search \"%s\" completely inaccessible to users. There is no automatic "+
				"method to undo the removal of these message items.", name)
		}
		if ok, err := c.Confirm(description); err != nil {
			return err
		} else if !ok {
			continue
		}
		if err := act(c, kind, name); err != nil {
			return err
		}
	}
	return nil
}

// act makes the action and emits it.
func act(c *task.Call, kind, name string) error {
	var made *tenant.Object
	err := c.Update(func(w store.Writer) error {
		search, err := searches().Find(w, name)
		if err != nil {
			return err
		}
		if search.Properties.Text("Status") != "Completed" {
			return task.Failure("Microsoft.Exchange.Management.ComplianceSearch.ComplianceSearchNotCompletedException", "The compliance search \"%s\" hasn't finished. Wait until it has, and then try again.", name)
		}
		list, err := results(c, w, search)
		if err != nil {
			return err
		}
		result, err := perform(c, w, kind, list)
		if err != nil {
			return err
		}
		now := c.Tenant.Now()
		made = &tenant.Object{Kind: "complianceSearchAction", Identity: search.Identity + "_" + kind, Properties: tenant.BagOf("Name", search.Identity+"_"+kind, "SearchName", search.Identity,
			"Action", kind, "RunBy", c.Caller(), "JobStartTime", now, "JobEndTime", now, "Status", "Completed", "Results", result, "Errors", nil, "CreatedBy", c.Caller(), "CreatedTime", now)}
		return w.PutObject(made)
	})
	if err != nil {
		return c.Report(err)
	}
	return c.Emit(actions().Object(made))
}

// perform does what an action says and tells the result.
func perform(c *task.Call, w store.Writer, kind string, list []found) (string, error) {
	var items, size int64
	folder, deleted := content.Deletions, "SoftDelete"
	if strings.EqualFold(c.Text("PurgeType"), "HardDelete") {
		folder, deleted = content.Purges, "HardDelete"
	}
	var lines []string
	for _, f := range list {
		if kind == "Purge" && len(f.items) > purgeLimit {
			f.items = f.items[:purgeLimit]
		}
		items, size = items+int64(len(f.items)), size+f.size()
		for _, i := range f.items {
			lines = append(lines, fmt.Sprintf("Location: %s; Sender: %s; Subject: %s; Type: Email; Size: %d; Received Time: %s; Data Link: data/%s", f.mailbox.PrimarySMTPAddress, i.From,
				i.Subject, i.Size, i.Received.Format(task.EnUSDate), i.ID))
		}
		if kind == "Purge" {
			if err := remove(w, f, folder, c.Tenant.Now()); err != nil {
				return "", err
			}
		}
	}
	switch kind {
	case "Purge":
		return fmt.Sprintf("Purge Type: %s; Item count: %d; Total size: %d; Details: {}", deleted, items, size), nil
	case "Preview":
		return "{" + strings.Join(lines, ",\r\n") + "}", nil
	}
	return fmt.Sprintf("Container url: https://contoso.blob.core.windows.net/export; SAS token: <redacted>; Total estimated items: %d; Total estimated bytes: %d; Total transferred items: %d", items, size, items), nil
}
