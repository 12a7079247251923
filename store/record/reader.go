package record

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"exolab/store/tenant"
)

// MaxNesting bounds lists and objects within each other.
const MaxNesting = 100

// Reader reads records from lines. It keeps the property lists that it met, for
// most lines of a file have the same properties in the same order.
type Reader struct {
	shapes Shapes
	// likely is what the last object at each depth was like.
	likely [MaxNesting + 1]*likeness
	text   string
	at     int
}

// NewReader makes a reader.
func NewReader() *Reader { return &Reader{shapes: Shapes{}} }

// Read reads one line, which must be one JSON object. Texts of the record share
// the memory of the line.
func (r *Reader) Read(text string) (Record, error) {
	r.text, r.at = text, 0
	var record Record
	r.space()
	if r.peek() != '{' {
		return record, errors.New("it is not a JSON object")
	}
	bag, err := r.object(0, &record)
	if err != nil {
		return record, err
	}
	r.space()
	if r.at != len(r.text) {
		return record, r.unexpected()
	}
	if record.Kind == "" {
		return record, errors.New("it has no kind")
	}
	record.Properties = bag
	return record, nil
}

func (r *Reader) unexpected() error {
	if r.at >= len(r.text) {
		return errors.New("the JSON ends too early")
	}
	c, _ := utf8.DecodeRuneInString(r.text[r.at:])
	return fmt.Errorf("unexpected %q at column %d of the JSON", c, r.at+1)
}

var errNesting = errors.New("the JSON is nested too deeply")

func (r *Reader) space() {
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
func (r *Reader) peek() byte {
	if r.at < len(r.text) {
		return r.text[r.at]
	}
	return 0
}

// object reads an object. Of the outermost one, kind and mailbox go into head.
func (r *Reader) object(depth int, head *Record) (tenant.Bag, error) {
	if depth > MaxNesting {
		return tenant.Bag{}, errNesting
	}
	r.at++ // {
	names := naming{likely: r.likely[depth]}
	if names.likely == nil {
		names.likely = &likeness{}
	}
	values := make([]any, 0, len(names.likely.texts))
	r.space()
	for first := true; !first || r.peek() != '}'; first = false {
		name, value, err := r.member(depth, &names)
		if err != nil {
			return tenant.Bag{}, err
		}
		if !head.take(name, value) {
			if err := names.add(name); err != nil {
				return tenant.Bag{}, err
			}
			values = append(values, value)
		}
		r.space()
		if r.peek() == '}' {
			break
		}
		if r.peek() != ',' {
			return tenant.Bag{}, r.unexpected()
		}
		r.at++
		r.space()
	}
	r.at++ // }
	like, err := names.known(r.shapes)
	if err != nil {
		return tenant.Bag{}, err
	}
	r.likely[depth] = like
	return tenant.NewBag(like.shape, values), nil
}

func (r *Reader) member(depth int, names *naming) (string, any, error) {
	if r.peek() != '"' {
		return "", nil, r.unexpected()
	}
	name, err := r.string()
	if err != nil {
		return "", nil, err
	}
	r.space()
	if r.peek() != ':' {
		return "", nil, r.unexpected()
	}
	r.at++
	r.space()
	if r.peek() != '"' {
		value, err := r.value(depth)
		return name, value, err
	}
	text, err := r.string()
	return name, names.boxed(text), err
}

func (r *Reader) value(depth int) (any, error) {
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

func (r *Reader) word(w string) error {
	if !strings.HasPrefix(r.text[r.at:], w) {
		return r.unexpected()
	}
	r.at += len(w)
	return nil
}

func (r *Reader) list(depth int) (any, error) {
	if depth > MaxNesting {
		return nil, errNesting
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
