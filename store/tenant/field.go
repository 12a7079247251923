package tenant

import (
	"fmt"
	"strings"
	"time"
)

// field is one typed property of a record: its name, how to read it as a
// property value and how to set it from one.
type field[T any] struct {
	name string
	get  func(*T) any
	set  func(*T, any) error
}

func findField[T any](fields []field[T], name string) *field[T] {
	for i := range fields {
		if strings.EqualFold(fields[i].name, name) {
			return &fields[i]
		}
	}
	return nil
}

// readFields sets the typed fields that the bag names and returns the rest.
func readFields[T any](record *T, fields []field[T], b Bag) (Bag, error) {
	var names []string
	var values []any
	for name, value := range b.All() {
		f := findField(fields, name)
		if f == nil {
			names, values = append(names, name), append(values, value)
			continue
		}
		if err := f.set(record, value); err != nil {
			return Bag{}, fmt.Errorf("%s: %w", f.name, err)
		}
	}
	if names == nil {
		return Bag{}, nil
	}
	return NewBag(NewShape(names), values), nil
}

// writeFields is the opposite of readFields; a typed field whose value is nil
// is left out.
func writeFields[T any](record *T, fields []field[T], rest Bag) Bag {
	names := make([]string, 0, len(fields)+rest.Len())
	values := make([]any, 0, len(fields)+rest.Len())
	for i := range fields {
		if v := fields[i].get(record); v != nil {
			names, values = append(names, fields[i].name), append(values, v)
		}
	}
	for name, value := range rest.All() {
		names, values = append(names, name), append(values, value)
	}
	return NewBag(NewShape(names), values)
}

// property reads a typed field or one of the further properties.
func property[T any](record *T, fields []field[T], rest Bag, name string) (any, bool) {
	if f := findField(fields, name); f != nil {
		return f.get(record), true
	}
	return rest.Get(name)
}

func setProperty[T any](record *T, fields []field[T], rest *Bag, name string, v any) error {
	if f := findField(fields, name); f != nil {
		if err := f.set(record, v); err != nil {
			return fmt.Errorf("%s: %w", f.name, err)
		}
		return nil
	}
	rest.Set(name, v)
	return nil
}

func setText(to *string, v any) error {
	switch v := v.(type) {
	case nil:
		*to = ""
	case string:
		*to = v
	default:
		return fmt.Errorf("must be text, not %v", v)
	}
	return nil
}

func setBool(to *bool, v any) error {
	switch v := v.(type) {
	case nil:
		*to = false
	case bool:
		*to = v
	case string:
		switch {
		case strings.EqualFold(v, "true"):
			*to = true
		case strings.EqualFold(v, "false"):
			*to = false
		default:
			return fmt.Errorf("must be true or false, not %q", v)
		}
	default:
		return fmt.Errorf("must be true or false, not %v", v)
	}
	return nil
}

func setInt(to *int64, v any) error {
	switch v := v.(type) {
	case nil:
		*to = 0
	case int64:
		*to = v
	default:
		return fmt.Errorf("must be a whole number, not %v", v)
	}
	return nil
}

func setGUID(to *GUID, v any) error {
	text, ok := v.(string)
	if v == nil || ok && text == "" {
		*to = GUID{}
		return nil
	}
	if !ok {
		return fmt.Errorf("must be a GUID, not %v", v)
	}
	g, err := ParseGUID(text)
	*to = g
	return err
}

func setTexts(to *[]string, v any) error {
	switch v := v.(type) {
	case nil:
		*to = nil
	case string:
		*to = []string{v}
	case []any:
		list := make([]string, len(v))
		for i, element := range v {
			text, ok := element.(string)
			if !ok {
				return fmt.Errorf("must be a list of texts; it has %v", element)
			}
			list[i] = text
		}
		*to = list
	default:
		return fmt.Errorf("must be a list of texts, not %v", v)
	}
	return nil
}

func setTime(to *time.Time, v any) error {
	switch v := v.(type) {
	case nil:
		*to = time.Time{}
	case time.Time:
		*to = v.UTC()
	case string:
		if v == "" {
			*to = time.Time{}
			return nil
		}
		t, err := ParseTime(v)
		*to = t
		return err
	default:
		return fmt.Errorf("must be a time, not %v", v)
	}
	return nil
}

func setTimePointer(to **time.Time, v any) error {
	var t time.Time
	if err := setTime(&t, v); err != nil {
		return err
	}
	*to = nil
	if !t.IsZero() {
		*to = &t
	}
	return nil
}

func setActions(to *ActionSet, v any) error {
	var names []string
	if err := setTexts(&names, v); err != nil {
		return err
	}
	set, err := ParseActions(names...)
	*to = set
	return err
}

func setLogons(to *LogonSet, v any) error {
	var names []string
	if err := setTexts(&names, v); err != nil {
		return err
	}
	set, err := ParseLogons(names...)
	*to = set
	return err
}

// timeLayouts are the ISO 8601 forms that records may use; without a zone the
// time is UTC.
var timeLayouts = []string{time.RFC3339Nano, "2006-01-02T15:04:05.999999999", "2006-01-02 15:04:05.999999999", "2006-01-02"}

// ParseTime reads an ISO 8601 time as UTC.
func ParseTime(s string) (time.Time, error) {
	for _, layout := range timeLayouts {
		if t, err := time.Parse(layout, s); err == nil {
			return t.UTC(), nil
		}
	}
	return time.Time{}, fmt.Errorf("%q is not a time in ISO 8601", s)
}

// FormatTime writes a time as the record form has it.
func FormatTime(t time.Time) string { return t.UTC().Format(time.RFC3339Nano) }

func timeValue(t *time.Time) any {
	if t == nil || t.IsZero() {
		return nil
	}
	return FormatTime(*t)
}

// optional leaves an empty text out of the record form.
func optional(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func optionalGUID(g GUID) any {
	if g.IsZero() {
		return nil
	}
	return g.String()
}

func textList(list []string) any {
	out := make([]any, len(list))
	for i, s := range list {
		out[i] = s
	}
	return out
}

func optionalList(list []string) any {
	if len(list) == 0 {
		return nil
	}
	return textList(list)
}
