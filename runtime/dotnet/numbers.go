package dotnet

import (
	"math"

	"exolab/runtime/value"
)

// loadInteger returns the loader of an integer type.
func loadInteger(name string) func(*value.Type, *value.Members) {
	return func(t *value.Type, m *value.Members) {
		b := table{t, m}
		low, high := integerRange(t.Kind)
		b.constant(name+" MinValue", value.Integer(t.Kind, low))
		b.constant(name+" MaxValue", value.Integer(t.Kind, high))
		loadNumber(b, name)
		b.static(name+" Parse(string s, System.Globalization.NumberStyles style)", parseStyled)
		b.static(name+" Parse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider)", parseStyled)
		b.static("bool TryParse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider, out "+name+" result)", func(c *value.Call) (value.Value, error) {
			v, err := parseStyled(c)
			if err != nil {
				v = ZeroOf(t)
			}
			return value.Bool(err == nil), setOut(c, 3, v)
		})
	}
}

// loadNumber adds what all numeric types share.
func loadNumber(b table, name string) {
	b.method("int CompareTo(System.Object value)", compareTo)
	b.method("int CompareTo("+name+" value)", compareTo)
	b.method("bool Equals("+name+" obj)", give(func(c *value.Call) value.Value { return value.Bool(sameValue(c.This, c.Args[0])) }))
	b.method("System.TypeCode GetTypeCode()", give(func(c *value.Call) value.Value { return typeCode(c.This) }))
	formattable(b, "provider")
	parsable(b, name, "s")
	b.static(name+" Max("+name+" x, "+name+" y)", give(func(c *value.Call) value.Value {
		if less(c.Args[0], c.Args[1]) {
			return c.Args[1]
		}
		return c.Args[0]
	}))
	b.static(name+" Min("+name+" x, "+name+" y)", give(func(c *value.Call) value.Value {
		if less(c.Args[1], c.Args[0]) {
			return c.Args[1]
		}
		return c.Args[0]
	}))
}

// compareTo is IComparable.CompareTo: values of another type are refused.
func compareTo(c *value.Call) (value.Value, error) {
	if c.Args[0].IsNull() {
		return value.Int(1), nil
	}
	if t := value.TypeOf(c.This); value.TypeOf(c.Args[0]) != t {
		return value.Null, throw(exArgument, "Object must be of type %s.", t.Name)
	}
	n, err := compareValues(c.Env, c.This, c.Args[0])
	return value.Int(n), err
}

func typeCode(v value.Value) value.Value {
	codes := map[value.Kind]int64{value.KindBool: 3, value.KindChar: 4, value.KindSByte: 5, value.KindByte: 6, value.KindInt16: 7, value.KindUInt16: 8,
		value.KindInt32: 9, value.KindUInt32: 10, value.KindInt64: 11, value.KindUInt64: 12, value.KindSingle: 13, value.KindDouble: 14,
		value.KindDecimal: 15, value.KindDateTime: 16, value.KindString: 18, value.KindEnum: 9}
	code, ok := codes[v.Kind()]
	if !ok {
		code = 1
	}
	return value.Enum(mustType("System.TypeCode"), code)
}

func loadDouble(t *value.Type, m *value.Members) {
	b := table{t, m}
	b.constant("double MinValue", value.Double(-math.MaxFloat64))
	b.constant("double MaxValue", value.Double(math.MaxFloat64))
	b.constant("double Epsilon", value.Double(math.SmallestNonzeroFloat64))
	b.constant("double NaN", value.Double(math.NaN()))
	b.constant("double PositiveInfinity", value.Double(math.Inf(1)))
	b.constant("double NegativeInfinity", value.Double(math.Inf(-1)))
	loadNumber(b, "double")
	loadFloatTests(b, "double")
}

func loadSingle(t *value.Type, m *value.Members) {
	b := table{t, m}
	b.constant("float MinValue", value.Single(-math.MaxFloat32))
	b.constant("float MaxValue", value.Single(math.MaxFloat32))
	b.constant("float Epsilon", value.Single(math.SmallestNonzeroFloat32))
	b.constant("float NaN", value.Single(float32(math.NaN())))
	b.constant("float PositiveInfinity", value.Single(float32(math.Inf(1))))
	b.constant("float NegativeInfinity", value.Single(float32(math.Inf(-1))))
	loadNumber(b, "float")
	loadFloatTests(b, "float")
}

func loadFloatTests(b table, name string) {
	for test, f := range map[string]func(float64) bool{
		"IsNaN":              math.IsNaN,
		"IsInfinity":         func(f float64) bool { return math.IsInf(f, 0) },
		"IsPositiveInfinity": func(f float64) bool { return math.IsInf(f, 1) },
		"IsNegativeInfinity": func(f float64) bool { return math.IsInf(f, -1) },
		"IsFinite":           func(f float64) bool { return !math.IsInf(f, 0) && !math.IsNaN(f) },
		"IsNegative":         math.Signbit,
		"IsInteger":          func(f float64) bool { return f == math.Trunc(f) && !math.IsInf(f, 0) },
	} {
		b.static("bool "+test+"("+name+" d)", give(func(c *value.Call) value.Value { return value.Bool(f(float(c, 0))) }))
	}
}

func loadBoolean(t *value.Type, m *value.Members) {
	b := table{t, m}
	b.constant("string TrueString", value.Str("True"))
	b.constant("string FalseString", value.Str("False"))
	b.method("int CompareTo(System.Object obj)", compareTo)
	b.method("bool Equals(bool obj)", give(func(c *value.Call) value.Value { return value.Bool(sameValue(c.This, c.Args[0])) }))
	b.method("string ToString()", give(func(c *value.Call) value.Value { return value.Str(toText(c.Env, c.This)) }))
	b.method("string ToString(System.IFormatProvider provider)", give(func(c *value.Call) value.Value { return value.Str(toText(c.Env, c.This)) }))
	b.static("bool Parse(string value)", parseBoolean)
	b.static("bool TryParse(string value, out bool result)", func(c *value.Call) (value.Value, error) {
		v, err := parseBoolean(c)
		if err != nil {
			v = value.False
		}
		return value.Bool(err == nil), setOut(c, 1, v)
	})
}
