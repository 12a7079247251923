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
	// bare is set where what was added to the value is written elsewhere.
	bare bool
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
	// dictionary nor a collection; all asks for those of the type data, too.
	Properties func(v value.Value, all bool) ([]Property, error)
	// PipedDepth is the lowest level of objects that came through the pipeline:
	// those have the properties of the type data.
	PipedDepth int
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
	added := notes(v)
	bare := value.Unwrap(v)
	if k := bare.Kind(); k == value.KindString || k == value.KindDateTime {
		added = nil
	}
	if len(added) > 0 && e.isBare(bare) {
		return e.object(append([]Property{{Name: "value", Value: bare, bare: true}}, added...), depth)
	}
	return e.plain(v, bare, added, depth)
}

// plain writes a value with the properties that were added to it, if it is
// something that has properties in JSON.
func (e *Encoder) plain(v, bare value.Value, added []Property, depth int) error {
	if e.scalar(bare) {
		return nil
	}
	if depth > e.Depth {
		e.Truncated = true
		e.text(value.ToString(e.Env, v))
		return nil
	}
	switch o := bare.Object().(type) {
	case *value.Dict:
		return e.dictionary(o, added, depth)
	case value.Enumerable:
		return e.array(o, depth)
	}
	properties, err := e.Properties(v, depth <= e.PipedDepth || len(added) > 0)
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

// dictionary writes the entries, and behind them the members that were added to
// the dictionary.
func (e *Encoder) dictionary(d *value.Dict, added []Property, depth int) error {
	properties := make([]Property, 0, d.Len())
	texts := true
	d.Each(func(key, v value.Value) bool {
		texts = value.Unwrap(key).Kind() == value.KindString
		properties = append(properties, Property{Name: value.ToString(e.Env, key), Value: v})
		return texts
	})
	if !texts {
		return &KeyError{ID: "NonStringKeyInDictionary",
			Message: "The type '" + d.T.FullName + "' is not supported for serialization or deserialization of a dictionary. Keys must be strings."}
	}
	return e.object(append(properties, added...), depth)
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
		var err error
		if p.bare {
			err = e.plain(p.Value, p.Value, nil, depth+1)
		} else {
			err = e.value(p.Value, depth+1)
		}
		if err != nil {
			return err
		}
	}
	if len(properties) > 0 {
		e.line(depth)
	}
	e.out = append(e.out, '}')
	return nil
}

// notes are the properties that were added to a value which is no custom object.
func notes(v value.Value) []Property {
	extensible, ok := v.Object().(value.Extensible)
	if !ok || extensible.Extension() == nil {
		return nil
	}
	bag := &extensible.Extension().Members
	var added []Property
	for i := range bag.Len() {
		if m := bag.MemberAt(i); m.Kind == value.NoteProperty {
			added = append(added, Property{Name: m.Name, Value: m.Value})
		}
	}
	return added
}

// isBare reports whether a value has no properties in JSON, so that what was
// added to it needs an object around it.
func (e *Encoder) isBare(v value.Value) bool {
	if v.Kind() != value.KindObject || value.IsDBNull(v) || value.IsNullString(v) {
		return true
	}
	if _, ok := v.Object().(*value.Dict); ok {
		return false
	}
	if _, ok := v.Object().(value.Enumerable); ok {
		return true
	}
	at := len(e.out)
	scalar := e.textual(v)
	e.out = e.out[:at]
	return scalar
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
