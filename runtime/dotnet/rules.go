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
	if v.IsNull() {
		return value.Null, ErrNullArgument("s")
	}
	out, known, err := parseKnown(v.Text(), t.Kind)
	if !known {
		return CastTo(env, v, t)
	}
	return out, Error(err)
}

func parseKnown(s string, kind value.Kind) (out value.Value, known bool, err error) {
	switch {
	case kind == value.KindDateTime:
		d, err := netfmt.ParseDateTime(s, netfmt.EnUS, 0)
		return DateValue(d), true, err
	case kind == value.KindTimeSpan:
		ticks, err := netfmt.ParseTimeSpan(s, netfmt.EnUS)
		return value.Span(ticks), true, err
	case kind == value.KindDouble:
		f, err := netfmt.ParseDouble(s, netfmt.StyleFloat|netfmt.StyleThousands, netfmt.EnUS)
		return value.Double(f), true, err
	case kind == value.KindSingle:
		f, err := netfmt.ParseSingle(s, netfmt.StyleFloat|netfmt.StyleThousands, netfmt.EnUS)
		return value.Single(f), true, err
	case kind == value.KindDecimal:
		d, err := netfmt.ParseDecimal(s, netfmt.StyleNumber, netfmt.EnUS)
		return value.Dec(d), true, err
	case IsUnsigned(kind) || kind == value.KindUInt64:
		n, err := netfmt.ParseUint(s, Bits(kind), netfmt.StyleInteger, netfmt.EnUS)
		return value.Integer(kind, int64(n)), true, err
	case numeric(kind):
		n, err := netfmt.ParseInt(s, Bits(kind), netfmt.StyleInteger, netfmt.EnUS)
		return value.Integer(kind, n), true, err
	}
	return value.Null, false, nil
}

// JoinText is String.Join of any values.
func JoinText(env value.Env, sep string, items []value.Value) string {
	var out strings.Builder
	for i, v := range items {
		if i > 0 {
			out.WriteString(sep)
		}
		out.WriteString(ToText(env, v))
	}
	return out.String()
}
