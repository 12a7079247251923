// Package csv reads and writes comma-separated values by the rules of
// PowerShell's CSV cmdlets, which differ from RFC 4180: blanks before a value
// are dropped, a quote inside an unquoted value is literal, and blank lines
// are skipped.
package csv

import (
	"bufio"
	"bytes"
	"io"
	"strings"
	"unicode/utf8"
)

// Reader reads records.
type Reader struct {
	in        *bufio.Reader
	delimiter rune
	// text holds the fields of the record that is being read one after another,
	// ends where each ends.
	text []byte
	ends []int
	// special are the bytes at which an unquoted field may not go on.
	special [256]bool
}

// NewReader returns a reader of fields separated by delimiter.
func NewReader(in io.Reader, delimiter rune) *Reader {
	r := &Reader{in: bufio.NewReaderSize(in, 64<<10), delimiter: delimiter}
	for _, c := range []byte("\" \t\r\n" + string(delimiter)) {
		r.special[c] = true
	}
	return r
}

// Reset lets the reader go on with another input, as a new one would.
func (r *Reader) Reset(in io.Reader) { r.in.Reset(in) }

// Record is the fields of one record.
type Record []string

// Comment reads the line at the reader's place if it begins with #.
func (r *Reader) Comment() (line string, ok bool) {
	if next, err := r.in.Peek(1); err != nil || next[0] != '#' {
		return "", false
	}
	line, _ = r.in.ReadString('\n')
	return strings.TrimRight(line, "\r\n"), true
}

// Read returns the next record that is not a blank line, or io.EOF.
func (r *Reader) Read() (Record, error) {
	for {
		record, err := r.ReadLine()
		if err != nil {
			return nil, err
		}
		if len(record) == 1 && record[0] == "" {
			continue
		}
		return record, nil
	}
}

// ReadLine returns the next record, or io.EOF; a blank line is a record of one
// empty field.
func (r *Reader) ReadLine() (Record, error) {
	r.text, r.ends = r.text[:0], r.ends[:0]
	quoted, any := false, false
	for {
		any = r.copyPlain(quoted) || any
		c, _, err := r.in.ReadRune()
		if err != nil {
			if !any {
				return nil, err
			}
			return r.finish(), nil
		}
		any = true
		switch {
		case quoted && c != '"':
			r.write(c)
			continue
		case c == '"' && quoted:
			if r.nextIs('"') {
				r.write('"')
				continue
			}
			quoted = false
			end := r.restOfField(true)
			r.take()
			if end {
				return r.record(), nil
			}
		case c == r.delimiter:
			r.take()
		case c == '"' && r.fieldLen() == 0:
			quoted = true
		case c == '"', c == ' ', c == '\t':
			if c != '"' && r.fieldLen() == 0 {
				continue
			}
			r.write(c)
			end := r.restOfField(c != '"')
			r.take()
			if end {
				return r.record(), nil
			}
		case c == '\n', c == '\r':
			if c == '\r' {
				r.nextIs('\n')
			}
			r.take()
			return r.record(), nil
		default:
			r.write(c)
		}
	}
}

// copyPlain adds the buffered bytes up to the next one that means something to
// the field, and reports whether there were any.
func (r *Reader) copyPlain(quoted bool) bool {
	ahead, _ := r.in.Peek(r.in.Buffered())
	n := 0
	if quoted {
		if n = bytes.IndexByte(ahead, '"'); n < 0 {
			n = len(ahead)
		}
	} else {
		for n < len(ahead) && !r.special[ahead[n]] {
			n++
		}
	}
	r.text = append(r.text, ahead[:n]...)
	_, _ = r.in.Discard(n)
	return n > 0
}

func (r *Reader) write(c rune) { r.text = utf8.AppendRune(r.text, c) }

// fieldLen is the length of the field that is being read.
func (r *Reader) fieldLen() int {
	if n := len(r.ends); n > 0 {
		return len(r.text) - r.ends[n-1]
	}
	return len(r.text)
}

// take ends a field.
func (r *Reader) take() { r.ends = append(r.ends, len(r.text)) }

// record returns the fields taken: parts of one string.
func (r *Reader) record() Record {
	text, from := string(r.text), 0
	record := make(Record, len(r.ends))
	for i, end := range r.ends {
		record[i] = text[from:end]
		from = end
	}
	if !utf8.ValidString(text) {
		for i, field := range record {
			record[i] = string([]rune(field))
		}
	}
	return record
}

// finish ends a record at the end of the input.
func (r *Reader) finish() Record {
	if r.fieldLen() > 0 || len(r.ends) == 0 {
		r.take()
	}
	return r.record()
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
	from := len(r.text)
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
		r.write(c)
	}
	if dropBlanks && len(bytes.Trim(r.text[from:], " \t")) == 0 {
		r.text = r.text[:from]
	}
	return end
}
