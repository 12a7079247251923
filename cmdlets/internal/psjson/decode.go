package psjson

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"exolab/runtime/value"
)

// DateKind says what ISO 8601 strings become.
type DateKind int

// The values of -DateKind.
const (
	DateDefault DateKind = iota
	DateLocal
	DateUTC
	DateOffset
	DateString
)

// SyntaxError is malformed JSON; its text is Json.NET's.
type SyntaxError struct{ Message string }

// Error returns the message.
func (e *SyntaxError) Error() string { return e.Message }

// KeyError is a key that a custom object cannot hold.
type KeyError struct {
	// ID is the error id of ConvertFrom-Json.
	ID, Message string
}

// Error returns the message.
func (e *KeyError) Error() string { return e.Message }

// Decoder reads JSON as Json.NET does: comments, trailing commas, single
// quotes and unquoted names are accepted.
type Decoder struct {
	AsHashtable bool
	DateKind    DateKind
	MaxDepth    int
	// NewBigInteger makes the value of an integer beyond Int64.
	NewBigInteger func(text string) value.Value
	// NewDateTimeOffset makes the value for DateOffset from ISO text.
	NewDateTimeOffset func(text string) (value.Value, bool)

	text string
	at   int
	path []string
}

// Decode returns the value of a text and whether the text held one at all.
func (d *Decoder) Decode(text string) (v value.Value, found bool, err error) {
	d.text, d.at, d.path = text, 0, nil
	if err := d.space(); err != nil {
		return value.Null, false, err
	}
	if d.at == len(d.text) {
		return value.Null, false, nil
	}
	if v, err = d.value(0); err != nil {
		return value.Null, false, err
	}
	if err = d.space(); err != nil {
		return value.Null, false, err
	}
	if d.at < len(d.text) {
		return value.Null, false, d.fail("Additional text encountered after finished reading JSON content: %c.", d.rune())
	}
	return v, true, nil
}

func (d *Decoder) value(depth int) (value.Value, error) {
	if err := value.CheckMemory(); err != nil {
		return value.Null, err
	}
	if err := d.space(); err != nil {
		return value.Null, err
	}
	if d.at == len(d.text) {
		return value.Null, d.fail("Unexpected end when reading JSON.")
	}
	switch c := d.text[d.at]; {
	case c == '{' || c == '[':
		if depth+1 > d.MaxDepth {
			return value.Null, d.fail("The reader's MaxDepth of %d has been exceeded.", d.MaxDepth)
		}
		if c == '{' {
			return d.object(depth + 1)
		}
		return d.array(depth + 1)
	case c == '"' || c == '\'':
		s, err := d.quoted()
		if err != nil {
			return value.Null, err
		}
		return d.date(s), nil
	case c == '-' || c >= '0' && c <= '9' || c == '.':
		return d.number()
	}
	return d.word()
}

var words = map[string]value.Value{"true": value.True, "false": value.False, "null": value.Null, "undefined": value.Null}

func (d *Decoder) word() (value.Value, error) {
	start := d.at
	for d.at < len(d.text) && isLetter(d.text[d.at]) {
		d.at++
	}
	word := d.text[start:d.at]
	if v, ok := words[word]; ok {
		return v, nil
	}
	if v, ok := specialNumber(word); ok {
		return v, nil
	}
	d.at = start
	return value.Null, d.fail("Unexpected character encountered while parsing value: %c.", d.rune())
}

func (d *Decoder) array(depth int) (value.Value, error) {
	d.at++
	items := []value.Value{}
	for {
		if err := d.space(); err != nil {
			return value.Null, err
		}
		if d.peek() == ']' {
			d.at++
			return value.Obj(value.NewArray(items)), nil
		}
		d.path = append(d.path, fmt.Sprintf("[%d]", len(items)))
		item, err := d.value(depth)
		if err != nil {
			return value.Null, err
		}
		if err := value.CheckGrowth(items); err != nil {
			return value.Null, err
		}
		items = append(items, item)
		if err := d.separator(']'); err != nil {
			return value.Null, err
		}
		d.path = d.path[:len(d.path)-1]
	}
}

// separator reads the comma behind an element; the closing bracket is left.
func (d *Decoder) separator(closing byte) error {
	if err := d.space(); err != nil {
		return err
	}
	switch d.peek() {
	case ',':
		d.at++
	case closing:
	case 0:
		return d.fail("Unexpected end of content while loading %s.", map[byte]string{']': "JArray", '}': "JObject"}[closing])
	default:
		return d.fail("After parsing a value an unexpected character was encountered: %c.", d.rune())
	}
	return nil
}

func (d *Decoder) object(depth int) (value.Value, error) {
	d.at++
	to := d.newContainer()
	for {
		if err := d.space(); err != nil {
			return value.Null, err
		}
		if d.peek() == '}' {
			d.at++
			return to.value(), nil
		}
		name, err := d.name()
		if err != nil {
			return value.Null, err
		}
		d.path = append(d.path, name)
		v, err := d.value(depth)
		if err != nil {
			return value.Null, err
		}
		if err := to.set(name, v); err != nil {
			return value.Null, err
		}
		if err := d.separator('}'); err != nil {
			return value.Null, err
		}
		d.path = d.path[:len(d.path)-1]
	}
}

func (d *Decoder) name() (string, error) {
	var name string
	switch c := d.peek(); {
	case c == '"' || c == '\'':
		s, err := d.quoted()
		if err != nil {
			return "", err
		}
		name = s
	case isLetter(c) || c == '$':
		start := d.at
		for d.at < len(d.text) && (isLetter(d.text[d.at]) || d.text[d.at] >= '0' && d.text[d.at] <= '9' || d.text[d.at] == '$') {
			d.at++
		}
		name = d.text[start:d.at]
	case c == 0:
		return "", d.fail("Unexpected end when reading JSON.")
	default:
		return "", d.fail("Invalid property identifier character: %c.", d.rune())
	}
	if err := d.space(); err != nil {
		return "", err
	}
	if d.peek() != ':' {
		if d.peek() == 0 {
			return "", d.fail("Unexpected end when reading JSON.")
		}
		return "", d.fail("Invalid character after parsing property name. Expected ':' but got: %c.", d.rune())
	}
	d.at++
	return name, nil
}

// space skips white space and comments.
func (d *Decoder) space() error {
	for d.at < len(d.text) {
		switch c := d.text[d.at]; {
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
			d.at++
		case c == 0xEF && strings.HasPrefix(d.text[d.at:], "\ufeff"):
			d.at += 3
		case c == '/':
			if err := d.comment(); err != nil {
				return err
			}
		default:
			return nil
		}
	}
	return nil
}

func (d *Decoder) comment() error {
	rest := d.text[d.at:]
	switch {
	case strings.HasPrefix(rest, "//"):
		if i := strings.IndexAny(rest, "\r\n"); i >= 0 {
			d.at += i
		} else {
			d.at = len(d.text)
		}
	case strings.HasPrefix(rest, "/*"):
		i := strings.Index(rest[2:], "*/")
		if i < 0 {
			d.at = len(d.text)
			return d.fail("Unexpected end while parsing comment.")
		}
		d.at += i + 4
	default:
		d.at = min(d.at+1, len(d.text))
		return d.fail("Error parsing comment. Expected: *, got %c.", d.rune())
	}
	return nil
}

func (d *Decoder) peek() byte {
	if d.at < len(d.text) {
		return d.text[d.at]
	}
	return 0
}

func (d *Decoder) rune() rune {
	r, _ := utf8.DecodeRuneInString(d.text[d.at:])
	return r
}

func isLetter(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= utf8.RuneSelf
}

// fail returns an error with the path, line and position that Json.NET adds.
func (d *Decoder) fail(format string, args ...any) error {
	line := 1 + strings.Count(d.text[:d.at], "\n")
	column := d.at - (strings.LastIndexByte(d.text[:d.at], '\n') + 1)
	path := ""
	for _, p := range d.path {
		if path != "" && !strings.HasPrefix(p, "[") {
			path += "."
		}
		path += p
	}
	message := fmt.Sprintf(format, args...)
	return &SyntaxError{Message: fmt.Sprintf("Conversion from JSON failed with error: %s Path '%s', line %d, position %d.", message, path, line, column)}
}
