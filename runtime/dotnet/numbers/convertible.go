package numbers

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// convertibles are the types between which IConvertible converts, by the names
// that signatures give them.
var convertibles = []struct {
	name string
	t    *value.Type
}{
	{"bool", value.TypeBoolean}, {"byte", value.TypeByte}, {"char", value.TypeChar}, {"datetime", value.TypeDateTime}, {"decimal", value.TypeDecimal},
	{"double", value.TypeDouble}, {"float", value.TypeSingle}, {"int", value.TypeInt32}, {"long", value.TypeInt64}, {"sbyte", value.TypeSByte},
	{"short", value.TypeInt16}, {"uint", value.TypeUInt32}, {"ulong", value.TypeUInt64}, {"ushort", value.TypeUInt16},
}

// changeType is Convert.ChangeType: the conversion of IConvertible, which knows
// less than PowerShell's and has .NET's own errors.
func changeType(env value.Env, v value.Value, t *value.Type, provider value.Value) (value.Value, error) {
	v = value.Unwrap(v)
	from := value.TypeOf(v)
	switch {
	case v.IsNull() && (t.IsValueType || t.Kind == value.KindString):
		return dotnet.ZeroOf(t), nil
	case v.IsNull() || from == t:
		return v, nil
	case t.Kind == value.KindString && convertible(v):
		s, err := dotnet.FormatValue(env, v, "", provider)
		return value.Str(s), err
	case !convertible(v):
		return value.Null, dotnet.Throw(dotnet.ExInvalidCast, msgNotConvertible)
	case v.Kind() == value.KindString:
		return parseConvertible(env, v, t, provider)
	}
	return changeKind(v, t)
}

// convertible reports whether a value is IConvertible.
func convertible(v value.Value) bool {
	switch k := v.Kind(); k {
	case value.KindBool, value.KindChar, value.KindString, value.KindDateTime, value.KindEnum:
		return true
	default:
		return v.IsNumber()
	}
}

func parseConvertible(env value.Env, v value.Value, t *value.Type, provider value.Value) (value.Value, error) {
	switch t.Kind {
	case value.KindBool:
		return parseTruth(v.Text())
	case value.KindChar:
		if u := value.Units(v.Text()); len(u) == 1 {
			return value.Char(u[0]), nil
		}
		return value.Null, dotnet.Throw(dotnet.ExFormat, "String must be exactly one character long.")
	case value.KindDateTime, value.KindDecimal, value.KindDouble, value.KindSingle:
		return dotnet.ParseTextBy(env, v, t, provider)
	}
	if isNumber(t) {
		return dotnet.ParseTextBy(env, v, t, provider)
	}
	return value.Null, invalidCast(v, t)
}

// changeKind converts a number, char, Boolean, date or enum.
func changeKind(v value.Value, t *value.Type) (value.Value, error) {
	from := v.Kind()
	fraction := func(k value.Kind) bool {
		return k == value.KindSingle || k == value.KindDouble || k == value.KindDecimal
	}
	switch {
	case from == value.KindDateTime || t.Kind == value.KindDateTime,
		t.Kind == value.KindChar && (from == value.KindBool || fraction(from)),
		from == value.KindChar && (t.Kind == value.KindBool || fraction(t.Kind)):
		return value.Null, invalidCast(v, t)
	case t.Kind == value.KindBool:
		return value.Bool(dotnet.TruthOf(v)), nil
	case !isNumber(t) && t.Kind != value.KindChar:
		return value.Null, invalidCast(v, t)
	}
	out, cause := value.ChangeNumber(v, t.Kind)
	if cause != "" {
		return value.Null, dotnet.Throw(dotnet.ExOverflow, "%s", cause)
	}
	return out, nil
}

func isNumber(t *value.Type) bool { return t.Kind >= value.KindSByte && t.Kind <= value.KindDecimal }

func invalidCast(v value.Value, t *value.Type) error {
	from, to := value.TypeOf(v).Name, t.Name
	for _, c := range convertibles {
		if c.t == t {
			return dotnet.Throw(dotnet.ExInvalidCast, "Invalid cast from '%s' to '%s'.", from, to)
		}
	}
	return dotnet.Throw(dotnet.ExInvalidCast, "Invalid cast from '%s' to '%s'.", value.TypeOf(v).FullName, t.FullName)
}

// typeOfCode is the type of a System.TypeCode, nil if it has none.
func typeOfCode(code int64) *value.Type {
	byCode := map[int64]*value.Type{1: value.TypeObject, 3: value.TypeBoolean, 4: value.TypeChar, 5: value.TypeSByte, 6: value.TypeByte, 7: value.TypeInt16,
		8: value.TypeUInt16, 9: value.TypeInt32, 10: value.TypeUInt32, 11: value.TypeInt64, 12: value.TypeUInt64, 13: value.TypeSingle,
		14: value.TypeDouble, 15: value.TypeDecimal, 16: value.TypeDateTime, 18: value.TypeString}
	return byCode[code]
}
