// Package record reads and writes the record form: one record in a line of JSON,
// with its kind, the mailbox it belongs to if there is one, and its properties:
//
//	{"kind": "auditEntry", "mailbox": "ann@contoso.com", "Operation": "Move", …}
//
// Nothing is lost between reading and writing: the order of the properties,
// numbers that no type holds exactly, and lone surrogates stay as they are.
package record

import "exolab/store/tenant"

// Record is one record.
type Record struct {
	Kind string
	// Mailbox is what names the mailbox; a record can name one by "" too.
	Mailbox    string
	HasMailbox bool
	Properties tenant.Bag
}

// OfMailbox makes a record that belongs to a mailbox.
func OfMailbox(kind, mailbox string, b tenant.Bag) Record {
	return Record{Kind: kind, Mailbox: mailbox, HasMailbox: mailbox != "", Properties: b}
}

// take keeps what belongs to the record rather than to its properties.
func (r *Record) take(name string, value any) bool {
	if r == nil {
		return false
	}
	text, ok := value.(string)
	switch {
	case ok && name == "kind" && r.Kind == "":
		r.Kind = text
	case ok && name == "mailbox" && !r.HasMailbox:
		r.Mailbox, r.HasMailbox = text, true
	default:
		return false
	}
	return true
}
