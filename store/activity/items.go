package activity

import (
	"fmt"
	"slices"
	"strings"

	"exolab/store/content"
	"exolab/store/tenant"
)

// open opens the mailbox's content on first use.
func (d *doing) open() (*content.Box, error) {
	if d.box != nil {
		return d.box, nil
	}
	var err error
	d.box, err = content.OpenBox(d.engine.w, d.result.Mailbox, d.result.Time)
	return d.box, err
}

// inFolder makes sure that the folder is there and writes it as the mailbox does.
func (d *doing) inFolder() (*content.Box, error) {
	box, err := d.open()
	if err != nil {
		return nil, err
	}
	d.folder, err = d.findFolder(d.result.Mailbox, box.Items(), d.folder)
	return box, err
}

func (d *doing) findFolder(m *tenant.Mailbox, items []*content.Item, path string) (string, error) {
	folder, found, err := content.FindFolder(d.engine.w, m, items, path)
	if err == nil && !found {
		return "", refused("ErrorFolderNotFound", "The specified folder could not be found in the store. Folder: %s of %s.", path, m.PrimarySMTPAddress)
	}
	return folder, err
}

// picked are the messages that the activity names: by id, or by subject in the
// folder, the newest first.
func (d *doing) picked() (*content.Box, []*content.Item, error) {
	box, err := d.inFolder()
	if err != nil {
		return nil, nil, err
	}
	var items []*content.Item
	for _, item := range box.Items() {
		if d.picks(item) {
			items = append(items, item)
		}
	}
	count := d.a.Count
	if count == 0 && len(d.a.Subject)+len(d.a.ItemID) == 0 {
		count = 1
	}
	if count > 0 && len(items) > count {
		items = items[:count]
	}
	if len(items) == 0 {
		return nil, nil, refused("ErrorItemNotFound", "The specified object was not found in the store., Item not found. Folder: %s of %s.", d.folder, d.result.Mailbox.PrimarySMTPAddress)
	}
	for _, item := range items {
		d.result.Items = append(d.result.Items, item.Event())
	}
	return box, items, nil
}

func (d *doing) picks(item *content.Item) bool {
	if len(d.a.ItemID) > 0 {
		return slices.Contains(d.a.ItemID, item.ID)
	}
	return strings.EqualFold(item.Folder, d.folder) && matchesAny(d.a.Subject, item.Subject)
}

// matchesAny reports whether a text fits one of the patterns, or there are none.
func matchesAny(patterns []string, text string) bool {
	return len(patterns) == 0 || slices.ContainsFunc(patterns, func(p string) bool { return matches(tenant.FoldName(p), tenant.FoldName(text)) })
}

// matches compares a text with a pattern of * and ?, both folded.
func matches(pattern, text string) bool {
	star, retry := -1, 0
	p, t := 0, 0
	for t < len(text) {
		switch {
		case p < len(pattern) && pattern[p] == '*':
			star, retry = p, t
			p++
		case p < len(pattern) && (pattern[p] == '?' || pattern[p] == text[t]):
			p, t = p+1, t+1
		case star >= 0:
			retry++
			p, t = star+1, retry
		default:
			return false
		}
	}
	return strings.Trim(pattern[p:], "*") == ""
}

// touch describes the folder and the messages of an event.
func (d *doing) touch(e *tenant.Event) { e.Folder, e.Items = d.folder, d.result.Items }

func (d *doing) signIn() error { return d.log(tenant.ActionMailboxLogin, nil) }

func (d *doing) openFolder() error {
	if _, err := d.inFolder(); err != nil {
		return err
	}
	return d.log(tenant.ActionFolderBind, d.touch)
}

// readItems is a bind: MailItemsAccessed where the organization knows it,
// MessageBind before.
func (d *doing) readItems() error {
	box, items, err := d.picked()
	if err != nil {
		return err
	}
	for _, item := range items {
		if !item.Read && d.result.Logon == tenant.LogonOwner {
			item.Read = true
			if err := box.Put(item); err != nil {
				return err
			}
		}
	}
	return d.logAccess("Bind")
}

func (d *doing) syncFolder() error {
	box, err := d.inFolder()
	if err != nil {
		return err
	}
	for _, item := range box.Items() {
		if strings.EqualFold(item.Folder, d.folder) {
			d.result.Items = append(d.result.Items, item.Event())
		}
	}
	return d.logAccess("Sync")
}

// logAccess logs that messages were read.
func (d *doing) logAccess(accessType string) error {
	if d.engine.org.Profile().Possible(d.result.Logon).Has(tenant.ActionMailItemsAccessed) {
		return d.log(tenant.ActionMailItemsAccessed, func(e *tenant.Event) {
			d.touch(e)
			e.Details = append(e.Details, "MailAccessType="+accessType)
			e.Accesses = int64(max(1, len(d.result.Items)))
		})
	}
	return d.logEach(tenant.ActionMessageBind)
}

// logEach logs an entry for each message.
func (d *doing) logEach(action tenant.Action) error {
	for i := range d.result.Items {
		err := d.log(action, func(e *tenant.Event) {
			e.Folder, e.Items = d.folder, d.result.Items[i:i+1]
			if action == tenant.ActionUpdate {
				e.Dirty = dirtyProperties
			}
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (d *doing) newFolder() error {
	if err := content.AddFolder(d.engine.w, d.result.Mailbox, d.folder); err != nil {
		return err
	}
	return d.log(tenant.ActionCreate, d.touch)
}

// createItem puts a draft, or what -Subject names, into the folder.
func (d *doing) createItem() error {
	if d.a.Folder == "" {
		d.folder = content.Drafts
	}
	box, err := d.inFolder()
	if err != nil {
		return err
	}
	subjects := d.a.Subject
	if len(subjects) == 0 {
		subjects = []string{"Untitled"}
	}
	for n, subject := range subjects {
		message := d.message(subject, d.result.User.PrimarySMTPAddress, fmt.Sprint(n))
		item, err := box.Deliver(message, d.folder)
		if err != nil {
			return err
		}
		d.result.Items = append(d.result.Items, item.Event())
	}
	return d.logEach(tenant.ActionCreate)
}

func (d *doing) updateItems() error {
	box, items, err := d.picked()
	if err != nil {
		return err
	}
	for _, item := range items {
		item.LastModified = d.result.Time
		if d.a.Body != "" {
			item.Body = d.a.Body
		}
		if err := box.Put(item); err != nil {
			return err
		}
	}
	return d.logEach(tenant.ActionUpdate)
}

func (d *doing) deleteItems() error {
	d.a.Destination, d.a.DestinationMailbox = content.DeletedItems, ""
	return d.relocate(tenant.ActionMoveToDeletedItems)
}

func (d *doing) softDelete() error {
	d.a.Destination, d.a.DestinationMailbox = content.Deletions, ""
	if d.a.Folder == "" {
		d.folder = content.DeletedItems
	}
	return d.relocate(tenant.ActionSoftDelete)
}

func (d *doing) hardDelete() error {
	d.a.Destination, d.a.DestinationMailbox = content.Purges, ""
	return d.relocate(tenant.ActionHardDelete)
}

func (d *doing) moveItems() error { return d.relocate(tenant.ActionMove) }

func (d *doing) copyItems() error { return d.relocate(tenant.ActionCopy) }

// relocate moves or copies the picked messages and logs one entry for all.
func (d *doing) relocate(action tenant.Action) error {
	if d.a.Destination == "" {
		return invalid("The activity %s needs a destination folder.", d.result.Activity)
	}
	box, items, err := d.picked()
	if err != nil {
		return err
	}
	target, other, err := d.target(box)
	if err != nil {
		return err
	}
	folder, err := d.findFolder(target.Mailbox, target.Items(), d.a.Destination)
	if err != nil {
		return err
	}
	for _, item := range items {
		if err := d.place(box, target, item, folder, action); err != nil {
			return err
		}
	}
	return d.log(action, func(e *tenant.Event) {
		d.touch(e)
		e.Destination, e.DestinationMailbox = folder, other
	})
}

// target is the mailbox to which messages go; other is nil if it is the same.
func (d *doing) target(box *content.Box) (target *content.Box, other *tenant.Mailbox, err error) {
	if d.a.DestinationMailbox == "" {
		return box, nil, nil
	}
	if other, err = d.mailbox(d.a.DestinationMailbox); err != nil {
		return nil, nil, err
	}
	if other.ExchangeGUID == d.result.Mailbox.ExchangeGUID {
		return box, nil, nil
	}
	target, err = content.OpenBox(d.engine.w, other, d.result.Time)
	return target, other, err
}

func (d *doing) place(box, target *content.Box, item *content.Item, folder string, action tenant.Action) error {
	copied := *item
	copied.LastModified = d.result.Time
	if action == tenant.ActionCopy || target != box {
		if _, err := target.Deliver(copied, folder); err != nil || action == tenant.ActionCopy {
			return err
		}
		return box.Remove(item)
	}
	if strings.HasPrefix(folder, `\Recoverable Items`) || folder == content.DeletedItems {
		item.DeletedFrom = item.Folder
	}
	item.Folder, item.LastModified = folder, d.result.Time
	return box.Put(item)
}
