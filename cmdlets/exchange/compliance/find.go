package compliance

import (
	"strings"
	"time"

	"exolab/cmdlets/exchange/task"
	"exolab/store"
	"exolab/store/content"
	"exolab/store/tenant"
)

// found is what a search finds in one mailbox.
type found struct {
	mailbox *tenant.Mailbox
	items   []*content.Item
}

func (f found) size() int64 {
	var total int64
	for _, i := range f.items {
		total += i.Size
	}
	return total
}

// find searches a mailbox; wanted narrows the folders, nil takes all.
func find(r store.Reader, m *tenant.Mailbox, q query, now time.Time, wanted func(folder string) bool) (found, error) {
	items, err := content.Items(r, m, now)
	out := found{mailbox: m}
	for _, i := range items {
		if (wanted == nil || wanted(i.Folder)) && q.matches(i) {
			out.items = append(out.items, i)
		}
	}
	return out, err
}

// readQuery reads a query in Exchange's error.
func readQuery(text string) (query, error) {
	q, err := parseQuery(text)
	if err != nil {
		return nil, task.InvalidArgument("The KQL parser threw an exception: %s.", err)
	}
	return q, nil
}

// recoverable reports whether a folder is one of the recoverable items.
func recoverable(folder string) bool { return strings.HasPrefix(folder, `\Recoverable Items`) }

// remove deletes the items of a mailbox: to where they can be recovered, or for
// good as far as its user can see.
func remove(w store.Writer, f found, folder string, now time.Time) error {
	box, err := content.OpenBox(w, f.mailbox, now)
	if err != nil {
		return err
	}
	for _, known := range box.Items() {
		for _, item := range f.items {
			if known.ID != item.ID {
				continue
			}
			known.DeletedFrom, known.Folder, known.LastModified = known.Folder, folder, now
			if err := box.Put(known); err != nil {
				return err
			}
		}
	}
	return nil
}
