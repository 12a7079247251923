package dotnet

import (
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// formatter is an object that formats by a specifier, as a GUID does.
type formatter interface {
	Format(spec string) (string, error)
}

// FormatValue is IFormattable.ToString: values that have no formats give their
// plain text.
func FormatValue(env value.Env, v value.Value, format string, provider value.Value) (string, error) {
	s, err := formatKnown(env, value.Unwrap(v), format, FormatOf(provider))
	return s, Error(err)
}

func formatKnown(env value.Env, v value.Value, format string, by *netfmt.Culture) (string, error) {
	switch k := v.Kind(); {
	case k == value.KindDateTime:
		return netfmt.FormatDateTime(NetDate(v), format, by)
	case k == value.KindTimeSpan:
		return netfmt.FormatTimeSpan(v.Ticks(), format, by)
	case k == value.KindDouble:
		return netfmt.FormatDouble(v.Float(), format, by)
	case k == value.KindSingle:
		return netfmt.FormatSingle(float32(v.Float()), format, by)
	case IsUnsigned(k) || k == value.KindUInt64:
		return netfmt.FormatUint(v.Uint64(), format, by)
	case v.IsInteger():
		return netfmt.FormatInt(v.Int64(), Bits(k), format, by)
	case k == value.KindDecimal:
		return netfmt.FormatDecimal(v.Decimal(), format, by)
	case k == value.KindEnum:
		t, err := enumText(env, v, format)
		return t.Text(), err
	}
	if f, ok := v.Object().(formatter); ok {
		return f.Format(format)
	}
	return value.ElementString(env, v), nil
}

// FormatComposite is String.Format.
func FormatComposite(env value.Env, format string, args []value.Value) (string, error) {
	return FormatCompositeBy(env, format, args, value.Null)
}

// FormatCompositeBy is String.Format with an IFormatProvider.
func FormatCompositeBy(env value.Env, format string, args []value.Value, provider value.Value) (string, error) {
	s, err := netfmt.FillComposite(format, len(args), func(to []byte, i int, spec string) ([]byte, error) {
		s, err := FormatValue(env, args[i], spec, provider)
		value.Claim(2 * int64(len(to)+len(s)))
		return append(to, s...), err
	})
	return s, Error(err)
}

// FormatParams are the forms in which a method takes what it puts into a
// format; the last spreads an array.
var FormatParams = [...]string{"System.Object arg0", "System.Object arg0, System.Object arg1",
	"System.Object arg0, System.Object arg1, System.Object arg2", "params System.Object[] args"}

// FormatCall fills the format at position at with the call's arguments after
// it, which are in an array if spread is set. An argument before it is the
// format provider.
func FormatCall(c *value.Call, at int, spread bool) (string, error) {
	args, provider := c.Args[at+1:], value.Null
	if at > 0 {
		provider = c.Args[0]
	}
	if spread {
		args = ItemsOf(args[0])
	}
	return FormatCompositeBy(c.Env, TextArg(c, at), args, provider)
}
