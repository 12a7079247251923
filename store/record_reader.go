package store

import "exolab/store/tenant"

// RecordReader reads lines of the record form one by one.
type RecordReader struct{ lines *lineReader }

// NewRecordReader makes a reader. It keeps the property lists that it met.
func NewRecordReader() *RecordReader { return &RecordReader{newLineReader()} }

// Read reads one line: its kind and its properties. The mailbox that a line
// names is the property Mailbox.
func (r *RecordReader) Read(text string) (kind string, b tenant.Bag, err error) {
	l, err := r.lines.read(text)
	if err == nil && l.hasMailbox {
		l.properties.Set("Mailbox", l.mailbox)
	}
	return l.kind, l.properties, err
}
