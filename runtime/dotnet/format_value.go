package dotnet

import (
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// formatter is an object that formats by a specifier, as a GUID does.
type formatter interface {
	Format(spec string) (string, error)
}

// formatValue is IFormattable.ToString: values that have no formats give their
// plain text.
func formatValue(env value.Env, v value.Value, format string, provider value.Value) (string, error) {
	s, err := formatKnown(env, value.Unwrap(v), format, culture(provider))
	return s, dotnetError(err)
}

func formatKnown(env value.Env, v value.Value, format string, by *netfmt.Culture) (string, error) {
	switch k := v.Kind(); {
	case k == value.KindDateTime:
		return netfmt.FormatDateTime(netDate(v), format, by)
	case k == value.KindTimeSpan:
		return netfmt.FormatTimeSpan(v.Ticks(), format, by)
	case k == value.KindDouble:
		return netfmt.FormatDouble(v.Float(), format, by)
	case k == value.KindSingle:
		return netfmt.FormatSingle(float32(v.Float()), format, by)
	case unsigned(k) || k == value.KindUInt64:
		return netfmt.FormatUint(v.Uint64(), format, by)
	case v.IsInteger():
		return netfmt.FormatInt(v.Int64(), bits(k), format, by)
	case k == value.KindDecimal:
		return netfmt.FormatDecimal(v.Decimal(), format, by)
	case k == value.KindEnum:
		t, err := enumText(env, v, format)
		return t.Text(), err
	}
	if f, ok := v.Object().(formatter); ok {
		return f.Format(format)
	}
	return toText(env, v), nil
}

// formatComposite is String.Format.
func formatComposite(env value.Env, format string, args []value.Value) (string, error) {
	s, err := netfmt.Composite(format, len(args), func(i int, spec string) (string, error) {
		return formatValue(env, args[i], spec, value.Null)
	})
	return s, dotnetError(err)
}
