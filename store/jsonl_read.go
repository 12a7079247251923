package store

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"exolab/store/tenant"
)

// lineReader reads objects of the record form. It keeps the shapes it met, for
// most lines of a file have the same properties in the same order.
type lineReader struct {
	shapes map[string]*tenant.Shape
	text   string
	at     int
}

func newLineReader() *lineReader { return &lineReader{shapes: map[string]*tenant.Shape{}} }

// line is one line of the record form: its kind, the mailbox it belongs to, and
// its properties.
type line struct {
	kind, mailbox string
	hasMailbox    bool
	properties    tenant.Bag
}

// read reads one line, which must be one JSON object.
func (r *lineReader) read(text string) (line, error) {
	r.text, r.at = text, 0
	var l line
	r.space()
	if r.peek() != '{' {
		return l, errors.New("it is not a JSON object")
	}
	bag, err := r.object(0, &l)
	if err != nil {
		return l, err
	}
	r.space()
	if r.at != len(r.text) {
		return l, r.unexpected()
	}
	if l.kind == "" {
		return l, errors.New("it has no kind")
	}
	l.properties = bag
	return l, nil
}

func (r *lineReader) unexpected() error {
	if r.at >= len(r.text) {
		return errors.New("the JSON ends too early")
	}
	c, _ := utf8.DecodeRuneInString(r.text[r.at:])
	return fmt.Errorf("unexpected %q at column %d of the JSON", c, r.at+1)
}

func (r *lineReader) space() {
	for r.at < len(r.text) {
		switch r.text[r.at] {
		case ' ', '\t', '\r', '\n':
			r.at++
		default:
			return
		}
	}
}

// peek returns the next byte, 0 at the end.
func (r *lineReader) peek() byte {
	if r.at < len(r.text) {
		return r.text[r.at]
	}
	return 0
}

// object reads an object. Of the outermost one, kind and mailbox go into head.
func (r *lineReader) object(depth int, head *line) (tenant.Bag, error) {
	if depth > maxNesting {
		return tenant.Bag{}, errors.New("the JSON is nested too deeply")
	}
	r.at++ // {
	var names []string
	var values []any
	for first := true; ; first = false {
		r.space()
		if r.peek() == '}' && first {
			break
		}
		name, value, err := r.member(depth)
		if err != nil {
			return tenant.Bag{}, err
		}
		if head == nil || !head.take(name, value) {
			names, values = append(names, name), append(values, value)
		}
		r.space()
		if r.peek() == '}' {
			break
		}
		if r.peek() != ',' {
			return tenant.Bag{}, r.unexpected()
		}
		r.at++
	}
	r.at++ // }
	shape, err := r.shape(names)
	return tenant.NewBag(shape, values), err
}

// take keeps what belongs to the line rather than to the record.
func (l *line) take(name string, value any) bool {
	text, ok := value.(string)
	switch {
	case ok && name == "kind" && l.kind == "":
		l.kind = text
	case ok && name == "mailbox" && !l.hasMailbox:
		l.mailbox, l.hasMailbox = text, true
	default:
		return false
	}
	return true
}

func (r *lineReader) member(depth int) (string, any, error) {
	if r.peek() != '"' {
		return "", nil, r.unexpected()
	}
	name, err := r.string()
	if err != nil {
		return "", nil, err
	}
	if name == "" || strings.Contains(name, shapeSeparator) {
		return "", nil, fmt.Errorf("%q is not a property name", name)
	}
	r.space()
	if r.peek() != ':' {
		return "", nil, r.unexpected()
	}
	r.at++
	value, err := r.value(depth)
	return name, value, err
}

// shape returns the one shape of a list of names.
func (r *lineReader) shape(names []string) (*tenant.Shape, error) {
	key := make([]byte, 0, 1024)
	for _, name := range names {
		key = append(append(key, name...), shapeSeparator...)
	}
	if s := r.shapes[string(key)]; s != nil {
		return s, nil
	}
	seen := make(map[string]bool, len(names))
	for i, name := range names {
		folded := strings.ToLower(name)
		if seen[folded] {
			return nil, fmt.Errorf("the property %q occurs twice", name)
		}
		seen[folded] = true
		names[i] = strings.Clone(name)
	}
	s := tenant.NewShape(names)
	r.shapes[string(key)] = s
	return s, nil
}

func (r *lineReader) value(depth int) (any, error) {
	r.space()
	switch c := r.peek(); {
	case c == '"':
		return r.string()
	case c == '{':
		return r.object(depth+1, nil)
	case c == '[':
		return r.list(depth + 1)
	case c == 't':
		return true, r.word("true")
	case c == 'f':
		return false, r.word("false")
	case c == 'n':
		return nil, r.word("null")
	case c == '-' || c >= '0' && c <= '9':
		return r.number()
	}
	return nil, r.unexpected()
}

func (r *lineReader) word(w string) error {
	if !strings.HasPrefix(r.text[r.at:], w) {
		return r.unexpected()
	}
	r.at += len(w)
	return nil
}

func (r *lineReader) list(depth int) (any, error) {
	if depth > maxNesting {
		return nil, errors.New("the JSON is nested too deeply")
	}
	r.at++ // [
	list := []any{}
	r.space()
	if r.peek() == ']' {
		r.at++
		return list, nil
	}
	for {
		v, err := r.value(depth)
		if err != nil {
			return nil, err
		}
		list = append(list, v)
		r.space()
		switch r.peek() {
		case ',':
			r.at++
		case ']':
			r.at++
			return list, nil
		default:
			return nil, r.unexpected()
		}
	}
}

// number reads a JSON number into the smallest type that holds it exactly.
func (r *lineReader) number() (any, error) {
	start := r.at
	if r.peek() == '-' {
		r.at++
	}
	digits := r.digits()
	if digits == 0 || digits > 1 && r.text[r.at-digits] == '0' {
		return nil, r.unexpected()
	}
	whole := true
	if r.peek() == '.' {
		whole = false
		r.at++
		if r.digits() == 0 {
			return nil, r.unexpected()
		}
	}
	if c := r.peek(); c == 'e' || c == 'E' {
		whole = false
		r.at++
		if c := r.peek(); c == '+' || c == '-' {
			r.at++
		}
		if r.digits() == 0 {
			return nil, r.unexpected()
		}
	}
	text := r.text[start:r.at]
	if whole && text != "-0" {
		if n, err := strconv.ParseInt(text, 10, 64); err == nil {
			return n, nil
		}
		return tenant.Number(text), nil
	}
	f, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsInf(f, 0) || formatFloat(f) != text {
		return tenant.Number(text), nil
	}
	return f, nil
}

func formatFloat(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

func (r *lineReader) digits() int {
	start := r.at
	for r.at < len(r.text) && r.text[r.at] >= '0' && r.text[r.at] <= '9' {
		r.at++
	}
	return r.at - start
}

// string reads a text; without escapes it shares the memory of the line.
func (r *lineReader) string() (string, error) {
	r.at++ // "
	start := r.at
	for r.at < len(r.text) {
		switch c := r.text[r.at]; {
		case c == '"':
			r.at++
			return r.text[start : r.at-1], nil
		case c == '\\':
			return r.escaped(start)
		case c < ' ':
			return "", r.unexpected()
		}
		r.at++
	}
	return "", r.unexpected()
}

var simpleEscapes = [256]byte{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}

// escaped goes on with a text whose first escape has been met.
func (r *lineReader) escaped(start int) (string, error) {
	out := make([]byte, 0, r.at-start+32)
	out = append(out, r.text[start:r.at]...)
	for r.at < len(r.text) {
		c := r.text[r.at]
		r.at++
		switch {
		case c == '"':
			return string(out), nil
		case c < ' ':
			r.at--
			return "", r.unexpected()
		case c != '\\':
			out = append(out, c)
			continue
		}
		escape := r.peek()
		if plain := simpleEscapes[escape]; plain != 0 {
			out = append(out, plain)
			r.at++
			continue
		}
		unit, ok := r.unit()
		if escape != 'u' || !ok {
			return "", r.unexpected()
		}
		out = r.appendUnit(out, unit)
	}
	return "", r.unexpected()
}

// unit reads the uXXXX of an escape.
func (r *lineReader) unit() (rune, bool) {
	if len(r.text)-r.at < 5 || r.text[r.at] != 'u' {
		return 0, false
	}
	n, err := strconv.ParseUint(r.text[r.at+1:r.at+5], 16, 16)
	if err != nil {
		return 0, false
	}
	r.at += 5
	return rune(n), true
}

// appendUnit appends a UTF-16 unit, with the one after it if both make a pair. A
// surrogate that stands alone is kept in three bytes, as a string may hold one.
func (r *lineReader) appendUnit(out []byte, unit rune) []byte {
	if unit < 0xd800 || unit > 0xdfff {
		return utf8.AppendRune(out, unit)
	}
	if unit < 0xdc00 && strings.HasPrefix(r.text[r.at:], `\u`) {
		before := r.at
		r.at++
		if low, ok := r.unit(); ok && low >= 0xdc00 && low <= 0xdfff {
			return utf8.AppendRune(out, (unit-0xd800)<<10+(low-0xdc00)+0x10000)
		}
		r.at = before
	}
	return append(out, 0xe0|byte(unit>>12), 0x80|byte(unit>>6)&0x3f, 0x80|byte(unit)&0x3f)
}
