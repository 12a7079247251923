package dotnet

import (
	"strconv"
	"strings"

	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// DecimalText is the digits of n.
func DecimalText(n int) string { return strconv.Itoa(n) }

// ToText is the text that PowerShell gives a value.
func ToText(env value.Env, v value.Value) string { return value.ToString(env, v) }

// TruthOf is the value as a condition.
func TruthOf(v value.Value) bool { return value.Truth(v) }

// CastTo converts as a cast does.
func CastTo(env value.Env, v value.Value, t *value.Type) (value.Value, error) {
	return value.Convert(env, v, t)
}

// CompareText is the culture's comparison: -1, 0 or 1.
func CompareText(a, b string, fold bool) int {
	n, _ := value.Compare(nil, value.Str(a), value.Str(b), fold)
	return n
}

// CompareValues is Comparer.Default.
func CompareValues(env value.Env, a, b value.Value) (int, error) {
	return value.Compare(env, a, b, false)
}

// ParseText is T.Parse(string): numbers, dates and time spans by their own
// rules, other types as a cast reads them.
func ParseText(env value.Env, v value.Value, t *value.Type) (value.Value, error) {
	return ParseTextBy(env, v, t, value.Null)
}

// ParseTextBy is T.Parse(string, IFormatProvider).
func ParseTextBy(env value.Env, v value.Value, t *value.Type, provider value.Value) (value.Value, error) {
	if v.IsNull() {
		return value.Null, ErrNullArgument("s")
	}
	by := FormatOf(provider)
	switch kind := t.Kind; {
	case kind == value.KindDateTime:
		d, err := netfmt.ParseDateTime(v.Text(), by, 0)
		return DateValue(d), Error(err)
	case kind == value.KindTimeSpan:
		ticks, err := netfmt.ParseTimeSpan(v.Text(), by)
		return value.Span(ticks), Error(err)
	case kind == value.KindDouble || kind == value.KindSingle:
		return ParseNumber(v.Text(), kind, netfmt.StyleFloat|netfmt.StyleThousands, by)
	case kind == value.KindDecimal:
		return ParseNumber(v.Text(), kind, netfmt.StyleNumber, by)
	case numeric(kind):
		return ParseNumber(v.Text(), kind, netfmt.StyleInteger, by)
	}
	return CastTo(env, v, t)
}

// ParseNumber reads a number of a kind as .NET does in those styles.
func ParseNumber(s string, kind value.Kind, styles netfmt.NumberStyles, by *netfmt.Culture) (value.Value, error) {
	switch {
	case kind == value.KindDouble:
		f, err := netfmt.ParseDouble(s, styles, by)
		return value.Double(f), Error(err)
	case kind == value.KindSingle:
		f, err := netfmt.ParseSingle(s, styles, by)
		return value.Single(f), Error(err)
	case kind == value.KindDecimal:
		d, err := netfmt.ParseDecimal(s, styles, by)
		return value.Dec(d), Error(err)
	case IsUnsigned(kind) || kind == value.KindUInt64:
		n, err := netfmt.ParseUint(s, Bits(kind), styles, by)
		return value.Integer(kind, int64(n)), Error(err)
	}
	n, err := netfmt.ParseInt(s, Bits(kind), styles, by)
	return value.Integer(kind, n), Error(err)
}

// JoinText is String.Join of any values.
func JoinText(env value.Env, sep string, items []value.Value) string {
	var out strings.Builder
	for i, v := range items {
		if i > 0 {
			out.WriteString(sep)
		}
		text := ToText(env, v)
		if err := value.GrowText(&out, len(sep)+len(text)); err != nil {
			panic(err)
		}
		out.WriteString(text)
	}
	return out.String()
}
