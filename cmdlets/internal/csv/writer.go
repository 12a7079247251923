package csv

import (
	"io"
	"strings"
)

// Quoting says which fields are put in quotes.
type Quoting int

// The values of -UseQuotes.
const (
	QuoteAlways Quoting = iota
	QuoteAsNeeded
	QuoteNever
)

// Writer writes records.
type Writer struct {
	Delimiter string
	Quoting   Quoting
	// QuoteFields names the columns to quote (folded); it overrides Quoting.
	QuoteFields map[string]bool
	// Newline ends each record.
	Newline string

	out  io.Writer
	line []byte
}

// NewWriter returns a writer that quotes every field.
func NewWriter(out io.Writer, delimiter string) *Writer {
	return &Writer{Delimiter: delimiter, Newline: "\n", out: out}
}

// Field is one value of a record: a null is written as nothing at all, not
// even quotes.
type Field struct {
	Text string
	Null bool
}

// Write writes one record. names are the columns, folded, in the same order.
func (w *Writer) Write(names []string, fields []Field) error {
	w.line = w.line[:0]
	for i, f := range fields {
		if i > 0 {
			w.line = append(w.line, w.Delimiter...)
		}
		if !f.Null {
			w.appendField(names[i], f.Text)
		}
	}
	w.line = append(w.line, w.Newline...)
	_, err := w.out.Write(w.line)
	return err
}

func (w *Writer) appendField(name, text string) {
	if !w.quotes(name, text) {
		w.line = append(w.line, text...)
		return
	}
	w.line = append(w.line, '"')
	if strings.IndexByte(text, '"') < 0 {
		w.line = append(w.line, text...)
	} else {
		w.line = append(w.line, strings.ReplaceAll(text, `"`, `""`)...)
	}
	w.line = append(w.line, '"')
}

func (w *Writer) quotes(name, text string) bool {
	if w.QuoteFields != nil {
		return w.QuoteFields[name]
	}
	switch w.Quoting {
	case QuoteAlways:
		return true
	case QuoteNever:
		return false
	}
	return strings.Contains(text, w.Delimiter) || strings.ContainsAny(text, "\"\r\n")
}

// Comment writes a line as it is, such as the #TYPE line.
func (w *Writer) Comment(line string) error {
	_, err := io.WriteString(w.out, line+w.Newline)
	return err
}
