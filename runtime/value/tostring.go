package value

import (
	"strconv"
	"strings"

	"exolab/runtime/netfmt"
)

// ToString is the string form of a value as [string] and "$v" give it: in the
// invariant culture, the elements of a collection joined by $OFS. env may be
// nil; then the separator is a space and no script runs.
func ToString(env Env, v Value) string {
	if text, ok := scalarText(v, netfmt.Invariant); ok {
		return text
	}
	if items, ok := enumerated(v); ok && !hasOwnToString(v) {
		return joinItems(env, items)
	}
	return objectText(env, v)
}

// CultureText is what .NET's ToString() gives in the session's culture; error
// messages quote values in this form.
func CultureText(v Value) string {
	switch v = Unwrap(v); v.Kind() {
	case KindDouble:
		text, _ := netfmt.FormatDouble(v.Float(), "", netfmt.EnUS)
		return text
	case KindSingle:
		text, _ := netfmt.FormatSingle(float32(v.Float()), "", netfmt.EnUS)
		return text
	}
	if text, ok := scalarText(v, netfmt.EnUS); ok {
		return text
	}
	return objectText(nil, v)
}

// scalarText gives the text of everything but objects.
func scalarText(v Value, c *netfmt.Culture) (string, bool) {
	switch v.Kind() {
	case KindString:
		return v.Text(), true
	case KindInt32, KindInt64, KindSByte, KindByte, KindInt16, KindUInt16, KindUInt32:
		return strconv.FormatInt(v.Int64(), 10), true
	case KindNull, KindVoid:
		return "", true
	case KindBool:
		if v.Uint64() != 0 {
			return "True", true
		}
		return "False", true
	case KindChar:
		return UnitsText([]uint16{uint16(v.Uint64())}), true
	case KindUInt64:
		return strconv.FormatUint(v.Uint64(), 10), true
	case KindSingle:
		text, _ := netfmt.FormatSingle(float32(v.Float()), "G7", c)
		return text, true
	case KindDouble:
		return doubleText(v.Float(), c), true
	case KindDecimal:
		text, _ := netfmt.FormatDecimal(v.Decimal(), "", c)
		return text, true
	case KindDateTime, KindTimeSpan:
		return timeText(v, c), true
	case KindEnum:
		return EnumText(v.enumType(), v.Int64()), true
	}
	return "", false
}

// doubleText has up to 15 digits, which is what PowerShell converts with.
func doubleText(f float64, c *netfmt.Culture) string {
	if n := int64(f); float64(n) == f && n > -1e15 && n < 1e15 && n != 0 {
		return strconv.FormatInt(n, 10)
	}
	text, _ := netfmt.FormatDouble(f, "G15", c)
	return text
}

// enumerated returns the elements of a value that is joined when it becomes a
// string.
func enumerated(v Value) ([]Value, bool) {
	if v.Kind() != KindObject {
		return nil, false
	}
	switch o := v.Object().(type) {
	case *Array:
		return o.Items, true
	case *Sequence:
		return o.Items, true
	case *Dict, *PSObject:
		return nil, false
	case Enumerable:
		var items []Value
		if o.Enumerate(func(e Value) error { items = append(items, e); return nil }) != nil {
			return nil, false
		}
		return items, true
	}
	return nil, false
}

func joinItems(env Env, items []Value) string {
	if len(items) == 0 {
		return ""
	}
	separator := " "
	if env != nil {
		if ofs := env.Variable("OFS"); !ofs.IsNull() {
			separator = ToString(nil, ofs)
		}
	}
	var b strings.Builder
	for i, e := range items {
		if i > 0 {
			b.WriteString(separator)
		}
		b.WriteString(elementText(env, e))
	}
	return b.String()
}

// ElementString is the string form of an element of a collection: a nested
// collection gives its type's name.
func ElementString(env Env, v Value) string { return elementText(env, v) }

// elementText is the text of an element of a joined collection: a collection
// within it shows its type only.
func elementText(env Env, v Value) string {
	if text, ok := scalarText(v, netfmt.Invariant); ok {
		return text
	}
	if _, ok := enumerated(v); ok {
		return TypeOf(v).FullName
	}
	return objectText(env, v)
}

// Unwrapped is an object whose cast to string differs from its ToString: the
// method comes from type data, which only sees objects that went through a
// pipeline, and the cast has .NET's own text.
type Unwrapped interface {
	Object
	// CastText is the text of the object itself.
	CastText() string
}

// WrappedString is the text of an object that went through a pipeline, where
// the ToString of type data counts.
func WrappedString(env Env, v Value) string {
	if _, ok := v.Object().(Unwrapped); ok {
		if text, own := ownToString(env, v); own {
			return text
		}
	}
	return ToString(env, v)
}

func objectText(env Env, v Value) string {
	if o, ok := v.Object().(Unwrapped); ok {
		return o.CastText()
	}
	if t, ok := v.Object().(*Type); ok {
		return TypeText(t)
	}
	if text, ok := ownToString(env, v); ok {
		return text
	}
	switch o := v.Object().(type) {
	case *Decorated:
		if o.Text != "" {
			return o.Text
		}
		return ToString(env, o.Inner)
	case *PSObject:
		if o.T == nil {
			return bagText(env, &o.Bag)
		}
	case SwitchParameter:
		return ToString(nil, Bool(bool(o)))
	case *BigInteger:
		return o.N.String()
	case *Exception:
		return o.T.FullName + ": " + o.Message
	case interface{ String() string }:
		return o.String()
	}
	return TypeOf(v).FullName
}

// bagText is the form @{A=1; B=2} of a custom object.
func bagText(env Env, b *Bag) string {
	if b.Len() == 0 {
		return ""
	}
	var out strings.Builder
	out.WriteString("@{")
	for i := range b.Len() {
		if i > 0 {
			out.WriteString("; ")
		}
		out.WriteString(b.Shape().Names()[i])
		out.WriteByte('=')
		out.WriteString(slotText(env, b, i))
	}
	out.WriteByte('}')
	return out.String()
}

func slotText(env Env, b *Bag, i int) string {
	v := b.At(i)
	if v.Kind() == KindMember {
		m := v.member()
		if m.Get == nil {
			return ""
		}
		var err error
		if v, err = m.Get(env, Obj(&PSObject{Bag: *b})); err != nil {
			return ""
		}
	}
	if o, ok := v.Object().(*PSObject); ok && o.T == nil && o.IndexOf("tostring") < 0 {
		return ""
	}
	return elementText(env, v)
}

func hasOwnToString(v Value) bool { return ownMember(v) != nil }

// ownMember finds a ToString method that was added to the value itself.
func ownMember(v Value) *Member {
	var bag *Bag
	switch o := v.Object().(type) {
	case *PSObject:
		bag = &o.Bag
	case Extensible:
		ext := o.Extension()
		if ext == nil {
			return nil
		}
		bag = &ext.Members
	default:
		return nil
	}
	if i := bag.IndexOf("tostring"); i >= 0 && bag.At(i).Kind() == KindMember {
		return bag.MemberAt(i)
	}
	return nil
}

// ownToString calls a ToString method of the value itself or of its type.
func ownToString(env Env, v Value) (string, bool) {
	m := ownMember(v)
	if m == nil {
		if _, plain := v.Object().(*Decorated); plain {
			return "", false
		}
		for t := TypeOf(v); t != nil && t != TypeObject && t != TypeValueType && t != TypePSCustomObject && m == nil; t = t.Base {
			if t.Load != nil {
				m = t.Members().Lookup("tostring")
			}
		}
	}
	if m == nil || m.Method == nil || env == nil && m.Kind == ScriptMethod {
		return "", false
	}
	for _, o := range m.Method.Overloads {
		if len(o.Params) == 0 || o.Params[0].Rest {
			call := &Call{Env: env, This: v}
			if len(o.Params) > 0 {
				call.Args = []Value{List()}
			}
			out, err := o.Call(call)
			return ToString(nil, out), err == nil
		}
	}
	return "", false
}

func timeText(v Value, c *netfmt.Culture) string {
	if v.Kind() == KindTimeSpan {
		text, _ := netfmt.FormatTimeSpan(v.Ticks(), "c", c)
		return text
	}
	ticks, kind := v.DateTicks()
	text, _ := netfmt.FormatDateTime(netfmt.DateTime{Ticks: ticks, Kind: netfmt.DateKind(kind)}, "G", c)
	return text
}
