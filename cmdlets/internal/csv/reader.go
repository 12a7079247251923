// Package csv reads and writes comma-separated values by the rules of
// PowerShell's CSV cmdlets, which differ from RFC 4180: blanks before a value
// are dropped, a quote inside an unquoted value is literal, and blank lines
// are skipped.
package csv

import (
	"bufio"
	"io"
	"strings"
)

// Reader reads records.
type Reader struct {
	in        *bufio.Reader
	delimiter rune
	field     strings.Builder
}

// NewReader returns a reader of fields separated by delimiter.
func NewReader(in io.Reader, delimiter rune) *Reader {
	return &Reader{in: bufio.NewReaderSize(in, 64<<10), delimiter: delimiter}
}

// Record is the fields of one record.
type Record []string

// Read returns the next record that is not a blank line, or io.EOF.
func (r *Reader) Read() (Record, error) {
	for {
		record, err := r.readLine()
		if err != nil {
			return nil, err
		}
		if len(record) == 1 && record[0] == "" {
			continue
		}
		return record, nil
	}
}

// readLine reads one record; a blank line is a record of one empty field.
func (r *Reader) readLine() (Record, error) {
	var record Record
	r.field.Reset()
	quoted, any := false, false
	for {
		c, _, err := r.in.ReadRune()
		if err != nil {
			if !any {
				return nil, err
			}
			return r.finish(record), nil
		}
		any = true
		switch {
		case quoted && c != '"':
			r.field.WriteRune(c)
			continue
		case c == '"' && quoted:
			if r.nextIs('"') {
				r.field.WriteByte('"')
				continue
			}
			quoted = false
			end := r.restOfField(true)
			record = r.take(record)
			if end {
				return record, nil
			}
		case c == r.delimiter:
			record = r.take(record)
		case c == '"' && r.field.Len() == 0:
			quoted = true
		case c == '"', c == ' ', c == '\t':
			if c != '"' && r.field.Len() == 0 {
				continue
			}
			r.field.WriteRune(c)
			end := r.restOfField(c != '"')
			record = r.take(record)
			if end {
				return record, nil
			}
		case c == '\n', c == '\r':
			if c == '\r' {
				r.nextIs('\n')
			}
			return r.take(record), nil
		default:
			r.field.WriteRune(c)
		}
	}
}

func (r *Reader) take(record Record) Record {
	record = append(record, r.field.String())
	r.field.Reset()
	return record
}

// finish ends a record at the end of the input.
func (r *Reader) finish(record Record) Record {
	if r.field.Len() > 0 || len(record) == 0 {
		return r.take(record)
	}
	return record
}

// nextIs consumes the next character if it is c.
func (r *Reader) nextIs(c byte) bool {
	next, err := r.in.Peek(1)
	if err != nil || next[0] != c {
		return false
	}
	_, _ = r.in.Discard(1)
	return true
}

// restOfField adds what stands before the next delimiter to the field, without
// blanks at its end if dropBlanks is set and there is nothing but blanks. It
// reports whether the record ended there.
func (r *Reader) restOfField(dropBlanks bool) (end bool) {
	var rest strings.Builder
	for {
		c, _, err := r.in.ReadRune()
		if err != nil || c == '\n' || c == '\r' {
			if c == '\r' {
				r.nextIs('\n')
			}
			end = true
			break
		}
		if c == r.delimiter {
			break
		}
		rest.WriteRune(c)
	}
	text := rest.String()
	if dropBlanks && strings.Trim(text, " \t") == "" {
		text = ""
	}
	r.field.WriteString(text)
	return end
}
