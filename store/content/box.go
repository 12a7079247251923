package content

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"exolab/store"
	"exolab/store/tenant"
)

// Items returns the messages of a mailbox, the newest first.
func Items(r store.Reader, m *tenant.Mailbox, now time.Time) ([]*Item, error) {
	items, err := stored(r, m)
	if err == nil && len(items) == 0 {
		items = base(m, now)
	}
	slices.SortStableFunc(items, func(a, b *Item) int { return cmp.Or(b.Received.Compare(a.Received), strings.Compare(a.ID, b.ID)) })
	return items, err
}

func stored(r store.Reader, m *tenant.Mailbox) ([]*Item, error) {
	var items []*Item
	for o, err := range r.ObjectsUnder(kindMessage, identity(m, "")) {
		if err != nil {
			return nil, err
		}
		item, err := itemOf(o)
		if err != nil {
			return nil, err
		}
		items = append(items, item)
	}
	return items, nil
}

// Box is a mailbox whose messages are being changed.
type Box struct {
	Mailbox *tenant.Mailbox
	writer  store.Writer
	items   []*Item
	fresh   bool // nothing is stored yet
}

// OpenBox reads the messages of a mailbox in order to change some.
func OpenBox(w store.Writer, m *tenant.Mailbox, now time.Time) (*Box, error) {
	known, err := stored(w, m)
	if err != nil {
		return nil, err
	}
	b := &Box{Mailbox: m, writer: w, fresh: len(known) == 0}
	b.items, err = Items(w, m, now)
	return b, err
}

// Items returns the messages, the newest first; not to be changed but by Put.
func (b *Box) Items() []*Item { return b.items }

// Put stores a message that is new or was changed.
func (b *Box) Put(item *Item) error {
	if b.fresh {
		b.fresh = false
		for _, other := range b.items {
			if err := b.writer.PutObject(other.object(b.Mailbox)); err != nil {
				return err
			}
		}
	}
	if !slices.Contains(b.items, item) {
		b.items = append([]*Item{item}, b.items...)
	}
	return b.writer.PutObject(item.object(b.Mailbox))
}

// Remove deletes a message for good.
func (b *Box) Remove(item *Item) error {
	if err := b.Put(item); err != nil { // stores the others, if nothing was
		return err
	}
	b.items = slices.DeleteFunc(b.items, func(i *Item) bool { return i == item })
	return b.writer.RemoveObject(kindMessage, identity(b.Mailbox, item.ID))
}

// Deliver puts a message into a folder of the mailbox and returns it.
func (b *Box) Deliver(message Item, folder string) (*Item, error) {
	copied := message
	copied.Folder = folder
	copied.ID = NewID(b.Mailbox, message.MessageID, folder, tenant.FormatTime(message.Received), message.Subject)
	return &copied, b.Put(&copied)
}
