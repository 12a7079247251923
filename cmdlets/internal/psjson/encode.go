// Package psjson turns values into JSON and back as PowerShell's JSON cmdlets
// do: their choice of types, depth limit, indentation and escapes.
package psjson

import (
	"strconv"
	"strings"

	"exolab/runtime/dotnet/dates"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// Escape says which characters are written as \u escapes beyond those that
// JSON demands.
type Escape int

// The values of -EscapeHandling.
const (
	EscapeDefault Escape = iota
	EscapeNonASCII
	EscapeHTML
)

// Property is one property of an object to write.
type Property struct {
	Name  string
	Value value.Value
}

// Encoder writes values as JSON.
type Encoder struct {
	Env value.Env
	// Depth is the number of levels of nested objects that are written out;
	// what lies deeper is written as text.
	Depth          int
	Compress       bool
	EnumsAsStrings bool
	Escape         Escape
	// Properties lists the properties of an object that is neither a
	// dictionary nor a collection.
	Properties func(v value.Value) ([]Property, error)
	// Truncated is set when something lay deeper than Depth.
	Truncated bool

	out []byte
}

// Encode returns the JSON text of v.
func (e *Encoder) Encode(v value.Value) (string, error) {
	e.out = e.out[:0]
	err := e.value(v, 0)
	return string(e.out), err
}

func (e *Encoder) value(v value.Value, depth int) error {
	if d, ok := value.As[*value.Decorated](v); ok {
		if plainText := d.Inner.Kind() == value.KindString || d.Inner.Kind() == value.KindDateTime; !plainText && d.Extension() != nil && d.Extension().Members.Len() > 0 {
			return e.decorated(d, depth)
		}
		v = d.Inner
	}
	if e.scalar(v) {
		return nil
	}
	if depth > e.Depth {
		e.Truncated = true
		e.text(value.ToString(e.Env, v))
		return nil
	}
	switch o := v.Object().(type) {
	case *value.Dict:
		return e.dictionary(o, depth)
	case value.Enumerable:
		return e.array(o, depth)
	}
	properties, err := e.Properties(v)
	if err != nil {
		return err
	}
	return e.object(properties, depth)
}

// scalar writes v if JSON has a direct form for it.
func (e *Encoder) scalar(v value.Value) bool {
	switch k := v.Kind(); {
	case v.IsNull(), value.IsDBNull(v), value.IsNullString(v):
		e.out = append(e.out, "null"...)
	case k == value.KindBool:
		e.out = strconv.AppendBool(e.out, v.AsBool())
	case k == value.KindUInt64:
		e.out = strconv.AppendUint(e.out, v.Uint64(), 10)
	case v.IsInteger():
		e.out = strconv.AppendInt(e.out, v.Int64(), 10)
	case k == value.KindDouble, k == value.KindSingle:
		e.float(v)
	case k == value.KindDecimal:
		e.out = append(e.out, withPoint(value.ToString(e.Env, v))...)
	case k == value.KindEnum:
		e.enum(v)
	case k == value.KindString, k == value.KindChar:
		e.text(value.ToString(e.Env, v))
	case k == value.KindDateTime:
		e.text(roundTrip(v))
	default:
		return e.textual(v)
	}
	return true
}

// textual writes the reference types that JSON shows as text.
func (e *Encoder) textual(v value.Value) bool {
	t := value.TypeOf(v)
	switch t.FullName {
	case "System.Guid", "System.Uri":
		e.text(value.ToString(e.Env, v))
	case "System.DateTimeOffset":
		at, _ := value.As[dates.DateTimeOffset](v)
		text, _ := netfmt.FormatDateTimeOffset(at.At, "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", netfmt.Invariant)
		e.text(text)
	case "System.Numerics.BigInteger":
		e.out = append(e.out, value.ToString(e.Env, v)...)
	case "System.Management.Automation.SwitchParameter":
		return false
	default:
		return false
	}
	return true
}

func (e *Encoder) enum(v value.Value) {
	if e.EnumsAsStrings {
		e.text(value.ToString(e.Env, v))
		return
	}
	e.out = strconv.AppendInt(e.out, v.Int64(), 10)
}

func (e *Encoder) array(list value.Enumerable, depth int) error {
	e.out = append(e.out, '[')
	empty := true
	err := list.Enumerate(func(item value.Value) error {
		if !empty {
			e.out = append(e.out, ',')
		}
		empty = false
		e.line(depth + 1)
		return e.value(item, depth+1)
	})
	if !empty {
		e.line(depth)
	}
	e.out = append(e.out, ']')
	return err
}

func (e *Encoder) dictionary(d *value.Dict, depth int) error {
	properties := make([]Property, 0, d.Len())
	texts := true
	d.Each(func(key, v value.Value) bool {
		texts = value.Unwrap(key).Kind() == value.KindString
		properties = append(properties, Property{value.ToString(e.Env, key), v})
		return texts
	})
	if !texts {
		return &KeyError{ID: "NonStringKeyInDictionary",
			Message: "The type '" + d.T.FullName + "' is not supported for serialization or deserialization of a dictionary. Keys must be strings."}
	}
	return e.object(properties, depth)
}

func (e *Encoder) object(properties []Property, depth int) error {
	e.out = append(e.out, '{')
	for i, p := range properties {
		if i > 0 {
			e.out = append(e.out, ',')
		}
		e.line(depth + 1)
		e.text(p.Name)
		e.out = append(e.out, ':')
		if !e.Compress {
			e.out = append(e.out, ' ')
		}
		if err := e.value(p.Value, depth+1); err != nil {
			return err
		}
	}
	if len(properties) > 0 {
		e.line(depth)
	}
	e.out = append(e.out, '}')
	return nil
}

// decorated writes a scalar with extra members as an object that holds the
// scalar as "value".
func (e *Encoder) decorated(d *value.Decorated, depth int) error {
	properties := []Property{{"value", d.Inner}}
	bag := &d.Extension().Members
	for i := range bag.Len() {
		if m := bag.MemberAt(i); m.Kind == value.NoteProperty {
			properties = append(properties, Property{m.Name, m.Value})
		}
	}
	return e.object(properties, depth)
}

const indent = "                                "

func (e *Encoder) line(depth int) {
	if e.Compress {
		return
	}
	e.out = append(e.out, '\n')
	for n := 2 * depth; n > 0; n -= len(indent) {
		e.out = append(e.out, indent[:min(n, len(indent))]...)
	}
}

func withPoint(text string) string {
	if strings.ContainsAny(text, ".eE") {
		return text
	}
	return text + ".0"
}
