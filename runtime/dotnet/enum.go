package dotnet

import (
	"fmt"
	"strings"

	"exolab/runtime/value"
)

func loadEnum(t *value.Type, m *value.Members) {
	b := NewRows(t, m)
	b.Get("int value__", func(v value.Value) value.Value { return enumNumber(v) })
	b.Method("bool HasFlag(System.Enum flag)", Give(func(c *value.Call) value.Value {
		return value.Bool(c.This.Int64()&c.Args[0].Int64() == c.Args[0].Int64())
	}))
	b.Method("int CompareTo(System.Object target)", Give(func(c *value.Call) value.Value { return CompareInts(c.This.Int64(), c.Args[0].Int64()) }))
	b.Method("System.TypeCode GetTypeCode()", Give(func(c *value.Call) value.Value { return TypeCodeOf(c.This) }))
	b.Method("string ToString()", Give(func(c *value.Call) value.Value { return value.Str(ToText(c.Env, c.This)) }))
	withFormat := func(c *value.Call) (value.Value, error) { return enumText(c.Env, c.This, TextArg(c, 0)) }
	b.Method("string ToString(string format)", withFormat)
	b.Method("string ToString(string format, System.IFormatProvider provider)", withFormat)
	b.Method("string ToString(System.IFormatProvider provider)", Give(func(c *value.Call) value.Value { return value.Str(ToText(c.Env, c.This)) }))
	loadEnumStatics(b)
}

// enumNumber is the value as its underlying integer.
func enumNumber(v value.Value) value.Value {
	kind := value.TypeOf(v).Enum.Underlying
	if kind == value.KindNull {
		kind = value.KindInt32
	}
	return value.Integer(kind, v.Int64())
}

func enumText(env value.Env, v value.Value, format string) (value.Value, error) {
	switch strings.ToLower(format) {
	case "d":
		return value.Str(ToText(env, enumNumber(v))), nil
	case "x":
		digits := Bits(enumNumber(v).Kind()) / 4
		return value.Str(fmt.Sprintf("%0*X", digits, uint64(v.Int64())&(1<<(digits*4)-1))), nil
	case "", "g", "f":
		return value.Str(ToText(env, v)), nil
	}
	return value.Null, Throw(ExFormat, "Format string can be only \"G\", \"g\", \"X\", \"x\", \"F\", \"f\", \"D\" or \"d\".")
}

func mustEnum(v value.Value) (*value.Type, error) {
	t, _ := value.As[*value.Type](v)
	if t == nil {
		return nil, ErrNullArgument("enumType")
	}
	if t.Enum == nil {
		return nil, ThrowParam(ExArgument, "enumType", "Type provided must be an Enum.")
	}
	return t, nil
}

func enumNames(t *value.Type) (value.Value, error) {
	if t.Enum == nil {
		return value.Null, ThrowParam(ExArgument, "enumType", "Type provided must be an Enum.")
	}
	names := make([]string, 0, len(t.Enum.Names))
	for _, i := range enumOrder(t) {
		names = append(names, t.Enum.Names[i])
	}
	return value.Strings(names...), nil
}

func enumValues(t *value.Type) (value.Value, error) {
	if t.Enum == nil {
		return value.Null, ThrowParam(ExArgument, "enumType", "Type provided must be an Enum.")
	}
	a := &value.Array{Elem: t}
	for _, i := range enumOrder(t) {
		a.Items = append(a.Items, value.Enum(t, t.Enum.Values[i]))
	}
	return value.Obj(a), nil
}

// enumOrder lists the positions by unsigned value, as reflection does.
func enumOrder(t *value.Type) []int {
	order := make([]int, len(t.Enum.Values))
	for i := range order {
		order[i] = i
		for j := i; j > 0 && uint64(t.Enum.Values[order[j]]) < uint64(t.Enum.Values[order[j-1]]); j-- {
			order[j], order[j-1] = order[j-1], order[j]
		}
	}
	return order
}

// enumUnderlying is the type of the numbers behind an enum.
func enumUnderlying(t *value.Type) *value.Type {
	if t.Enum == nil {
		return value.TypeInt32
	}
	return value.TypeOf(value.Integer(t.Enum.Underlying, 0))
}

// enumNumbers are the numbers behind an enum's members, by unsigned value.
func enumNumbers(t *value.Type) (value.Value, error) {
	if t.Enum == nil {
		return value.Null, ThrowParam(ExArgument, "enumType", "Type provided must be an Enum.")
	}
	a := &value.Array{Elem: enumUnderlying(t)}
	for _, i := range enumOrder(t) {
		a.Items = append(a.Items, value.Integer(t.Enum.Underlying, t.Enum.Values[i]))
	}
	return value.Obj(a), nil
}

// enumName is the name of a number or value of an enum, Null if it has none.
func enumName(env value.Env, t *value.Type, v value.Value) (value.Value, error) {
	n, err := convert(env, v, value.TypeInt64)
	if err != nil || t.Enum == nil {
		return value.Null, ThrowParam(ExArgument, "enumType", "Type provided must be an Enum.")
	}
	if name, ok := nameOfEnum(t, n.Int64()); ok {
		return value.Str(name), nil
	}
	return value.Null, nil
}

func nameOfEnum(t *value.Type, n int64) (string, bool) {
	for i, v := range t.Enum.Values {
		if v == n {
			return t.Enum.Names[i], true
		}
	}
	return "", false
}

// withEnum makes a body whose first argument must be an enum type.
func withEnum(f func(t *value.Type, c *value.Call) (value.Value, error)) Body {
	return func(c *value.Call) (value.Value, error) {
		t, err := mustEnum(c.Args[0])
		if err != nil {
			return value.Null, err
		}
		return f(t, c)
	}
}

func loadEnumStatics(b Rows) {
	b.Static("string[] GetNames(type enumType)", withEnum(func(t *value.Type, _ *value.Call) (value.Value, error) { return enumNames(t) }))
	b.Static("array GetValues(type enumType)", withEnum(func(t *value.Type, _ *value.Call) (value.Value, error) { return enumValues(t) }))
	b.Static("array GetValuesAsUnderlyingType(type enumType)", withEnum(func(t *value.Type, _ *value.Call) (value.Value, error) { return enumNumbers(t) }))
	b.Static("string GetName(type enumType, System.Object value)", withEnum(func(t *value.Type, c *value.Call) (value.Value, error) {
		if name, ok := nameOfEnum(t, c.Args[1].Int64()); ok {
			return value.Str(name), nil
		}
		return value.Null, nil
	}))
	b.Static("type GetUnderlyingType(type enumType)", withEnum(func(t *value.Type, _ *value.Call) (value.Value, error) {
		return value.Obj(enumUnderlying(t)), nil
	}))
	b.Static("bool IsDefined(type enumType, System.Object value)", withEnum(isDefined))
	for _, number := range [...]string{"System.Object", "byte", "int", "long", "sbyte", "short", "uint", "ulong", "ushort"} {
		b.Static("System.Object ToObject(type enumType, "+number+" value)", withEnum(func(t *value.Type, c *value.Call) (value.Value, error) {
			return value.Enum(t, c.Args[1].Int64()), nil
		}))
	}
	b.Static("string Format(type enumType, System.Object value, string format)", withEnum(func(t *value.Type, c *value.Call) (value.Value, error) {
		return enumText(c.Env, value.Enum(t, c.Args[1].Int64()), TextArg(c, 2))
	}))
	b.Static("bool TryFormat(TEnum value, System.Span[char] destination, out int charsWritten, System.ReadOnlySpan[char] format = null)", func(*value.Call) (value.Value, error) {
		return value.Null, Throw(ExNotSupported, "Enum.TryFormat writes into a Span, which scripts do not have.")
	})
	loadEnumParsing(b)
}

// loadGenericEnum adds the methods that take the enum as a type argument.
func loadGenericEnum(b Rows) {
	of := func(f func(t *value.Type, c *value.Call) (value.Value, error)) Body {
		return func(c *value.Call) (value.Value, error) {
			if len(c.TypeArgs) == 0 {
				return value.Null, Throw(ExInvalidOperation, "Enum methods without a type need it in brackets: [Enum]::GetNames[T]().")
			}
			return f(c.TypeArgs[0], c)
		}
	}
	b.Static("string[] GetNames()", of(func(t *value.Type, _ *value.Call) (value.Value, error) { return enumNames(t) }))
	b.Static("TEnum[] GetValues()", of(func(t *value.Type, _ *value.Call) (value.Value, error) { return enumValues(t) }))
	b.Static("array GetValuesAsUnderlyingType()", of(func(t *value.Type, _ *value.Call) (value.Value, error) { return enumNumbers(t) }))
	for _, fold := range [...]string{"", "bool ignoreCase, "} {
		b.Static("bool TryParse(string value, "+fold+"out TEnum result)", func(c *value.Call) (value.Value, error) {
			last := len(c.Args) - 1
			t := value.TypeOf(Referred(c, last))
			if len(c.TypeArgs) > 0 {
				t = c.TypeArgs[0]
			}
			if t == nil || t.Enum == nil {
				return value.Null, Throw(ExArgument, "Type provided must be an Enum.")
			}
			v, err := parseEnum(t, TextArg(c, 0), last > 1 && BoolArg(c, 1))
			if err != nil {
				v = value.Enum(t, 0)
			}
			return value.Bool(err == nil), SetOut(c, last, v)
		})
	}
	b.Static("string GetName(TEnum value)", func(c *value.Call) (value.Value, error) {
		if name, ok := nameOfEnum(value.TypeOf(c.Args[0]), c.Args[0].Int64()); ok {
			return value.Str(name), nil
		}
		return value.Null, nil
	})
	b.Static("bool IsDefined(TEnum value)", func(c *value.Call) (value.Value, error) {
		return isDefined(value.TypeOf(c.Args[0]), &value.Call{Env: c.Env, Args: []value.Value{value.Obj(value.TypeOf(c.Args[0])), c.Args[0]}})
	})
	b.Static("TEnum Parse(string value)", of(func(t *value.Type, c *value.Call) (value.Value, error) { return parseEnum(t, TextArg(c, 0), false) }))
	b.Static("TEnum Parse(string value, bool ignoreCase)", of(func(t *value.Type, c *value.Call) (value.Value, error) {
		return parseEnum(t, TextArg(c, 0), BoolArg(c, 1))
	}))
}

func loadEnumParsing(b Rows) {
	loadGenericEnum(b)
	b.Static("System.Object Parse(type enumType, string value, bool ignoreCase = false)", withEnum(func(t *value.Type, c *value.Call) (value.Value, error) {
		return parseEnum(t, TextArg(c, 1), BoolArg(c, 2))
	}))
	tryParse := func(fold func(c *value.Call) bool) Body {
		return withEnum(func(t *value.Type, c *value.Call) (value.Value, error) {
			v, err := parseEnum(t, TextArg(c, 1), fold(c))
			if err != nil {
				v = value.Null
			}
			return value.Bool(err == nil), SetOut(c, len(c.Args)-1, v)
		})
	}
	b.Static("bool TryParse(type enumType, string value, out System.Object result)", tryParse(func(*value.Call) bool { return false }))
	b.Static("bool TryParse(type enumType, string value, bool ignoreCase, out System.Object result)", tryParse(func(c *value.Call) bool { return BoolArg(c, 2) }))
}

func isDefined(t *value.Type, c *value.Call) (value.Value, error) {
	v := c.Args[1]
	if v.Kind() == value.KindString {
		for _, n := range t.Enum.Names {
			if n == v.Text() {
				return value.True, nil
			}
		}
		return value.False, nil
	}
	_, ok := nameOfEnum(t, v.Int64())
	return value.Bool(ok), nil
}

// parseEnum is Enum.Parse: names or numbers joined by commas.
func parseEnum(t *value.Type, s string, fold bool) (value.Value, error) {
	var n int64
	if strings.TrimSpace(s) == "" {
		return value.Null, ThrowParam(ExArgument, "value", "Must specify valid information for parsing in the string.")
	}
	for _, part := range strings.Split(s, ",") {
		part = strings.TrimSpace(part)
		v, ok := enumPart(t, part, fold)
		if !ok {
			return value.Null, Throw(ExArgument, "Requested value '%s' was not found.", part)
		}
		n |= v
	}
	return value.Enum(t, n), nil
}

func enumPart(t *value.Type, part string, fold bool) (int64, bool) {
	for i, name := range t.Enum.Names {
		if name == part || fold && strings.EqualFold(name, part) {
			return t.Enum.Values[i], true
		}
	}
	var n int64
	_, err := fmt.Sscanf(part, "%d", &n)
	return n, err == nil
}

// codeObject is TypeCode.Object.
const codeObject = 1

// TypeCodeOf is Convert.GetTypeCode.
func TypeCodeOf(v value.Value) value.Value {
	return value.Enum(MustType("System.TypeCode"), codeOfKind(v.Kind()))
}

func codeOfKind(kind value.Kind) int64 {
	codes := map[value.Kind]int64{value.KindBool: 3, value.KindChar: 4, value.KindSByte: 5, value.KindByte: 6, value.KindInt16: 7, value.KindUInt16: 8,
		value.KindInt32: 9, value.KindUInt32: 10, value.KindInt64: 11, value.KindUInt64: 12, value.KindSingle: 13, value.KindDouble: 14,
		value.KindDecimal: 15, value.KindDateTime: 16, value.KindString: 18, value.KindEnum: 9}
	if code, ok := codes[kind]; ok {
		return code
	}
	return codeObject
}
