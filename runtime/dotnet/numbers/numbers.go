package numbers

import (
	"math"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// loadInteger returns the loader of an integer type.
func loadInteger(name string) func(*value.Type, *value.Members) {
	return func(t *value.Type, m *value.Members) {
		b := dotnet.NewRows(t, m)
		low, high := integerRange(t.Kind)
		b.Constant(name+" MinValue", value.Integer(t.Kind, low))
		b.Constant(name+" MaxValue", value.Integer(t.Kind, high))
		loadNumber(b, name)
		loadIntegerStatics(b, name, t.Kind)
	}
}

// loadNumber adds what all numeric types share.
func loadNumber(b dotnet.Rows, name string) {
	b.Method("int CompareTo(System.Object value)", compareTo)
	b.Method("int CompareTo("+name+" value)", compareTo)
	b.Method("bool Equals("+name+" obj)", dotnet.Give(func(c *value.Call) value.Value { return value.Bool(dotnet.SameValue(c.This, c.Args[0])) }))
	b.Method("System.TypeCode GetTypeCode()", dotnet.Give(func(c *value.Call) value.Value { return dotnet.TypeCodeOf(c.This) }))
	dotnet.Formattable(b, "provider")
	dotnet.Parsable(b, name, "s")
	loadStyledParsing(b, name)
	b.Static(name+" Max("+name+" x, "+name+" y)", dotnet.Give(func(c *value.Call) value.Value {
		if less(c.Args[0], c.Args[1]) {
			return c.Args[1]
		}
		return c.Args[0]
	}))
	b.Static(name+" Min("+name+" x, "+name+" y)", dotnet.Give(func(c *value.Call) value.Value {
		if less(c.Args[1], c.Args[0]) {
			return c.Args[1]
		}
		return c.Args[0]
	}))
}

// loadStyledParsing adds Parse and TryParse with NumberStyles.
func loadStyledParsing(b dotnet.Rows, name string) {
	zero := dotnet.ZeroOf(b.Type)
	b.Static(name+" Parse(string s, System.Globalization.NumberStyles style)", parseStyled)
	b.Static(name+" Parse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider)", parseStyled)
	b.Static("bool TryParse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider, out "+name+" result)", func(c *value.Call) (value.Value, error) {
		v, err := parseStyled(c)
		if err != nil {
			v = zero
		}
		return value.Bool(err == nil), dotnet.SetOut(c, 3, v)
	})
}

// compareTo is IComparable.CompareTo: values of another type are refused.
func compareTo(c *value.Call) (value.Value, error) {
	if c.Args[0].IsNull() {
		return value.Int(1), nil
	}
	if t := value.TypeOf(c.This); value.TypeOf(c.Args[0]) != t {
		return value.Null, dotnet.Throw(dotnet.ExArgument, "Object must be of type %s.", t.Name)
	}
	n, err := dotnet.CompareValues(c.Env, c.This, c.Args[0])
	return value.Int(n), err
}

func loadDouble(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	b.Constant("double MinValue", value.Double(-math.MaxFloat64))
	b.Constant("double MaxValue", value.Double(math.MaxFloat64))
	b.Constant("double Epsilon", value.Double(math.SmallestNonzeroFloat64))
	b.Constant("double NaN", value.Double(math.NaN()))
	b.Constant("double PositiveInfinity", value.Double(math.Inf(1)))
	b.Constant("double NegativeInfinity", value.Double(math.Inf(-1)))
	loadNumber(b, "double")
	loadFloatTests(b, "double")
	loadDoubleStatics(b)
}

func loadSingle(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	b.Constant("float MinValue", value.Single(-math.MaxFloat32))
	b.Constant("float MaxValue", value.Single(math.MaxFloat32))
	b.Constant("float Epsilon", value.Single(math.SmallestNonzeroFloat32))
	b.Constant("float NaN", value.Single(float32(math.NaN())))
	b.Constant("float PositiveInfinity", value.Single(float32(math.Inf(1))))
	b.Constant("float NegativeInfinity", value.Single(float32(math.Inf(-1))))
	loadNumber(b, "float")
	loadFloatTests(b, "float")
}

func loadFloatTests(b dotnet.Rows, name string) {
	for test, f := range map[string]func(float64) bool{
		"IsNaN":              math.IsNaN,
		"IsInfinity":         func(f float64) bool { return math.IsInf(f, 0) },
		"IsPositiveInfinity": func(f float64) bool { return math.IsInf(f, 1) },
		"IsNegativeInfinity": func(f float64) bool { return math.IsInf(f, -1) },
		"IsFinite":           func(f float64) bool { return !math.IsInf(f, 0) && !math.IsNaN(f) },
		"IsNegative":         math.Signbit,
		"IsInteger":          func(f float64) bool { return f == math.Trunc(f) && !math.IsInf(f, 0) },
	} {
		b.Static("bool "+test+"("+name+" d)", dotnet.Give(func(c *value.Call) value.Value { return value.Bool(f(dotnet.FloatArg(c, 0))) }))
	}
}

func loadBoolean(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	b.Constant("string TrueString", value.Str("True"))
	b.Constant("string FalseString", value.Str("False"))
	b.Method("int CompareTo(System.Object obj)", compareTo)
	b.Method("int CompareTo(bool value)", compareTo)
	b.Method("System.TypeCode GetTypeCode()", dotnet.Give(func(c *value.Call) value.Value { return dotnet.TypeCodeOf(c.This) }))
	b.Method("bool Equals(bool obj)", dotnet.Give(func(c *value.Call) value.Value { return value.Bool(dotnet.SameValue(c.This, c.Args[0])) }))
	b.Method("string ToString()", dotnet.Give(func(c *value.Call) value.Value { return value.Str(dotnet.ToText(c.Env, c.This)) }))
	b.Method("string ToString(System.IFormatProvider provider)", dotnet.Give(func(c *value.Call) value.Value { return value.Str(dotnet.ToText(c.Env, c.This)) }))
	b.Static("bool Parse(string value)", parseBoolean)
	b.Static("bool TryParse(string value, out bool result)", func(c *value.Call) (value.Value, error) {
		v, err := parseBoolean(c)
		if err != nil {
			v = value.False
		}
		return value.Bool(err == nil), dotnet.SetOut(c, 1, v)
	})
}
