// Package content is what mailboxes hold: folders and messages.
//
// A message is a generic object of the kind "message". A mailbox of which
// nothing is stored yet has a base of messages that follow from its address, so
// that a fresh or imported organization has something to read and to delete; the
// first change stores them.
package content

import (
	"fmt"
	"strings"
	"time"

	"exolab/store/tenant"
)

// kindMessage is the kind of the objects that are messages.
const kindMessage = "message"

// Item is one message.
type Item struct {
	ID        string
	MessageID string // the Internet message id, in angle brackets
	Subject   string
	Folder    string // a path: `\Inbox`
	From      string // the address of the sender
	To        []string
	Body      string
	Received  time.Time
	Size      int64
	// Attachments are names and sizes, "" for none.
	Attachments string
	Read        bool
	// DeletedFrom is the folder that it was in before it was deleted.
	DeletedFrom string
	// LastModified is when it was last changed or moved.
	LastModified time.Time
}

// Event is the item as audit entries name it.
func (i *Item) Event() tenant.EventItem {
	return tenant.EventItem{ID: i.ID, Subject: i.Subject, Folder: i.Folder, MessageID: i.MessageID, Attachments: i.Attachments}
}

// identity is that of the object: items of one mailbox lie together.
func identity(m *tenant.Mailbox, id string) string { return m.ExchangeGUID.String() + `\` + id }

func (i *Item) object(m *tenant.Mailbox) *tenant.Object {
	to := make([]any, len(i.To))
	for n, address := range i.To {
		to[n] = address
	}
	return &tenant.Object{Kind: kindMessage, Identity: identity(m, i.ID), Properties: tenant.BagOf(
		"MessageId", i.MessageID, "Subject", i.Subject, "Folder", i.Folder, "From", i.From, "To", to, "Body", i.Body,
		"Received", tenant.FormatTime(i.Received), "Size", i.Size, "Attachments", i.Attachments, "Read", i.Read,
		"DeletedFrom", i.DeletedFrom, "LastModified", tenant.FormatTime(i.LastModified))}
}

func itemOf(o *tenant.Object) (*Item, error) {
	text := o.Properties.Text
	_, id, _ := strings.Cut(o.Identity, `\`)
	i := &Item{ID: id, MessageID: text("MessageId"), Subject: text("Subject"), Folder: text("Folder"), From: text("From"), Body: text("Body"),
		Attachments: text("Attachments"), DeletedFrom: text("DeletedFrom")}
	if to, ok := o.Properties.Get("To"); ok {
		list, _ := to.([]any)
		for _, address := range list {
			i.To = append(i.To, fmt.Sprint(address))
		}
	}
	size, _ := o.Properties.Get("Size")
	i.Size, _ = size.(int64)
	read, _ := o.Properties.Get("Read")
	i.Read, _ = read.(bool)
	var err error
	if i.Received, err = tenant.ParseTime(text("Received")); err != nil {
		return nil, fmt.Errorf("message %s: Received: %w", o.Identity, err)
	}
	if i.LastModified, err = tenant.ParseTime(text("LastModified")); err != nil {
		i.LastModified = i.Received
	}
	return i, nil
}
