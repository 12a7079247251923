package dotnet

import (
	"strconv"

	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// The short names below keep the tables readable.

func decimalText(n int) string { return strconv.Itoa(n) }

func toText(env value.Env, v value.Value) string { return value.ToString(env, v) }

func truthOf(v value.Value) bool { return value.Truth(v) }

func castTo(env value.Env, v value.Value, t *value.Type) (value.Value, error) {
	return value.Convert(env, v, t)
}

// compareText is the culture's comparison: -1, 0 or 1.
func compareText(a, b string, fold bool) int {
	n, _ := value.Compare(nil, value.Str(a), value.Str(b), fold)
	return n
}

// compareValues is Comparer.Default.
func compareValues(env value.Env, a, b value.Value) (int, error) {
	return value.Compare(env, a, b, false)
}

// parseText is T.Parse(string): numbers, dates and time spans by their own
// rules, other types as a cast reads them.
func parseText(env value.Env, v value.Value, t *value.Type) (value.Value, error) {
	if v.IsNull() {
		return value.Null, errNullArgument("s")
	}
	out, known, err := parseKnown(v.Text(), t.Kind)
	if !known {
		return castTo(env, v, t)
	}
	return out, dotnetError(err)
}

func parseKnown(s string, kind value.Kind) (out value.Value, known bool, err error) {
	switch {
	case kind == value.KindDateTime:
		d, err := netfmt.ParseDateTime(s, netfmt.EnUS, 0)
		return dateValue(d), true, err
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
	case unsigned(kind) || kind == value.KindUInt64:
		n, err := netfmt.ParseUint(s, bits(kind), netfmt.StyleInteger, netfmt.EnUS)
		return value.Integer(kind, int64(n)), true, err
	case numeric(kind):
		n, err := netfmt.ParseInt(s, bits(kind), netfmt.StyleInteger, netfmt.EnUS)
		return value.Integer(kind, n), true, err
	}
	return value.Null, false, nil
}
