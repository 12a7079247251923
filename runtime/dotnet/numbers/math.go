package numbers

import (
	"math"
	"math/bits"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

var typeMath = &value.Type{Name: "Math", FullName: "System.Math", Kind: value.KindObject, Base: value.TypeObject, IsAbstract: true}

func loadMath(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	b.Constant("double E", value.Double(math.E))
	b.Constant("double PI", value.Double(math.Pi))
	b.Constant("double Tau", value.Double(2*math.Pi))
	for _, f := range []struct {
		name, param string
		f           func(float64) float64
	}{{"Acos", "d", math.Acos}, {"Acosh", "d", math.Acosh}, {"Asin", "d", math.Asin}, {"Asinh", "d", math.Asinh}, {"Atan", "d", math.Atan},
		{"Atanh", "d", math.Atanh}, {"Cbrt", "d", math.Cbrt}, {"Ceiling", "a", math.Ceil}, {"Cos", "d", math.Cos}, {"Cosh", "value", math.Cosh},
		{"Exp", "d", math.Exp}, {"Floor", "d", math.Floor}, {"Log", "d", math.Log}, {"Log10", "d", math.Log10}, {"Log2", "x", math.Log2},
		{"Sin", "a", math.Sin}, {"Sinh", "value", math.Sinh}, {"Sqrt", "d", math.Sqrt}, {"Tan", "a", math.Tan}, {"Tanh", "value", math.Tanh},
		{"Truncate", "d", math.Trunc}, {"Round", "a", math.RoundToEven}} {
		b.Static("double "+f.name+"(double "+f.param+")", dotnet.Give(func(c *value.Call) value.Value { return value.Double(f.f(dotnet.FloatArg(c, 0))) }))
	}
	for _, f := range []struct {
		name, params string
		f            func(a, b float64) float64
	}{{"Atan2", "double y, double x", math.Atan2}, {"Pow", "double x, double y", math.Pow}, {"IEEERemainder", "double x, double y", math.Remainder},
		{"CopySign", "double x, double y", math.Copysign},
		{"Log", "double a, double newBase", func(a, base float64) float64 { return math.Log(a) / math.Log(base) }}} {
		b.Static("double "+f.name+"("+f.params+")", dotnet.Give(func(c *value.Call) value.Value {
			return value.Double(f.f(dotnet.FloatArg(c, 0), dotnet.FloatArg(c, 1)))
		}))
	}
	loadMathRound(b)
	loadMathInteger(b)
	loadMathDecimal(b)
}

func loadMathRound(b dotnet.Rows) {
	b.Static("double Round(double value, int digits)", roundDigits)
	b.Static("double Round(double value, System.MidpointRounding mode)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Double(roundMode(dotnet.FloatArg(c, 0), c.Args[1].Int64()))
	}))
	b.Static("double Round(double value, int digits, System.MidpointRounding mode)", roundDigits)
}

func roundDigits(c *value.Call) (value.Value, error) {
	digits, mode := dotnet.IntArg(c, 1), int64(0)
	if len(c.Args) > 2 {
		mode = c.Args[2].Int64()
	}
	if digits < 0 || digits > 15 {
		return value.Null, dotnet.ThrowParam(dotnet.ExArgumentRange, "digits", "Rounding digits must be between 0 and 15, inclusive.")
	}
	f := dotnet.FloatArg(c, 0)
	if math.Abs(f) >= 1e16 {
		return value.Double(f), nil
	}
	scale := math.Pow10(digits)
	return value.Double(roundMode(f*scale, mode) / scale), nil
}

// roundMode rounds to a whole number as MidpointRounding says.
func roundMode(f float64, mode int64) float64 {
	switch mode {
	case 1:
		return math.Round(f)
	case 2:
		return math.Trunc(f)
	case 3:
		return math.Floor(f)
	case 4:
		return math.Ceil(f)
	}
	return math.RoundToEven(f)
}

var integerNames = []struct {
	name string
	kind value.Kind
}{{"int", value.KindInt32}, {"long", value.KindInt64}, {"short", value.KindInt16}, {"sbyte", value.KindSByte}, {"byte", value.KindByte},
	{"ushort", value.KindUInt16}, {"uint", value.KindUInt32}, {"ulong", value.KindUInt64}}

func less(a, b value.Value) bool {
	switch {
	case a.Kind() == value.KindUInt64:
		return a.Uint64() < b.Uint64()
	case a.Kind() == value.KindDouble || a.Kind() == value.KindSingle:
		return a.Float() < b.Float() || math.IsNaN(a.Float())
	case a.Kind() == value.KindDecimal:
		return a.Decimal().Cmp(b.Decimal()) < 0
	}
	return a.Int64() < b.Int64()
}

func clamp(c *value.Call) (value.Value, error) {
	v, low, high := c.Args[0], c.Args[1], c.Args[2]
	switch {
	case less(high, low):
		return value.Null, dotnet.Throw(dotnet.ExArgument, "'%s' cannot be greater than %s.", dotnet.ToText(c.Env, low), dotnet.ToText(c.Env, high))
	case less(v, low):
		return low, nil
	case less(high, v):
		return high, nil
	}
	return v, nil
}

func loadMathInteger(b dotnet.Rows) {
	names := []string{"double", "float", "decimal"}
	for _, n := range integerNames {
		names = append(names, n.name)
	}
	for _, n := range names {
		b.Static(n+" Max("+n+" val1, "+n+" val2)", dotnet.Give(func(c *value.Call) value.Value {
			if less(c.Args[0], c.Args[1]) && !isNaN(c.Args[0]) || isNaN(c.Args[1]) {
				return c.Args[1]
			}
			return c.Args[0]
		}))
		b.Static(n+" Min("+n+" val1, "+n+" val2)", dotnet.Give(func(c *value.Call) value.Value {
			if less(c.Args[1], c.Args[0]) {
				return c.Args[1]
			}
			return c.Args[0]
		}))
		b.Static(n+" Clamp("+n+" value, "+n+" min, "+n+" max)", clamp)
	}
	b.Static("double Abs(double value)", dotnet.Give(func(c *value.Call) value.Value { return value.Double(math.Abs(dotnet.FloatArg(c, 0))) }))
	b.Static("float Abs(float value)", dotnet.Give(func(c *value.Call) value.Value { return value.Single(float32(math.Abs(dotnet.FloatArg(c, 0)))) }))
	b.Static("int Sign(double value)", signOfFloat)
	b.Static("int Sign(float value)", signOfFloat)
	for _, n := range integerNames[:4] {
		b.Static(n.name+" Abs("+n.name+" value)", absInteger)
		b.Static("int Sign("+n.name+" value)", dotnet.Give(func(c *value.Call) value.Value { return dotnet.CompareInts(c.Args[0].Int64(), 0) }))
	}
	for _, n := range integerNames[:2] {
		b.Static(n.name+" DivRem("+n.name+" a, "+n.name+" b, out "+n.name+" result)", func(c *value.Call) (value.Value, error) {
			q, r, err := divide(c)
			if err != nil {
				return value.Null, err
			}
			return value.Integer(n.kind, q), dotnet.SetOut(c, 2, value.Integer(n.kind, r))
		})
	}
	for _, n := range integerNames {
		b.Static("System.ValueTuple["+n.name+","+n.name+"] DivRem("+n.name+" left, "+n.name+" right)", divRem)
	}
	loadMathMore(b)
	b.Static("long BigMul(int a, int b)", dotnet.Give(func(c *value.Call) value.Value { return value.Long(c.Args[0].Int64() * c.Args[1].Int64()) }))
}

func divide(c *value.Call) (q, r int64, err error) {
	a, b := c.Args[0].Int64(), c.Args[1].Int64()
	if b == 0 {
		return 0, 0, errDivideByZero()
	}
	return a / b, a % b, nil
}

func isNaN(v value.Value) bool {
	return (v.Kind() == value.KindDouble || v.Kind() == value.KindSingle) && math.IsNaN(v.Float())
}

func signOf(f float64) value.Value {
	switch {
	case f < 0:
		return value.Int(-1)
	case f > 0:
		return value.Int(1)
	}
	return value.Int(0)
}

func absInteger(c *value.Call) (value.Value, error) {
	n := c.Args[0].Int64()
	if n >= 0 {
		return c.Args[0], nil
	}
	if smallest, _ := integerRange(c.Args[0].Kind()); n == smallest {
		return value.Null, dotnet.Throw(dotnet.ExOverflow, "Negating the minimum value of a twos complement number is invalid.")
	}
	return value.Integer(c.Args[0].Kind(), -n), nil
}

// integerRange returns the bounds of an integer kind; UInt64's upper one is
// given as int64 bits.
func integerRange(k value.Kind) (low, high int64) {
	n := dotnet.Bits(k)
	switch {
	case k == value.KindUInt64:
		return 0, -1
	case dotnet.IsUnsigned(k):
		return 0, 1<<n - 1
	}
	return -1 << (n - 1), 1<<(n-1) - 1
}

// loadMathMore adds products that may be wide, and what Double has as well.
func loadMathMore(b dotnet.Rows) {
	b.Static("ulong BigMul(uint a, uint b)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Integer(value.KindUInt64, int64(c.Args[0].Uint64()*c.Args[1].Uint64()))
	}))
	b.Static("ulong BigMul(ulong a, ulong b, out ulong low)", func(c *value.Call) (value.Value, error) {
		high, low := bits.Mul64(c.Args[0].Uint64(), c.Args[1].Uint64())
		return value.Integer(value.KindUInt64, int64(high)), dotnet.SetOut(c, 2, value.Integer(value.KindUInt64, int64(low)))
	})
	b.Static("long BigMul(long a, long b, out long low)", func(c *value.Call) (value.Value, error) {
		x, y := c.Args[0].Int64(), c.Args[1].Int64()
		high, low := bits.Mul64(uint64(x), uint64(y))
		high -= uint64(x>>63)&uint64(y) + uint64(y>>63)&uint64(x)
		return value.Long(int64(high)), dotnet.SetOut(c, 2, value.Long(int64(low)))
	})
	for _, name := range [...]string{"BitDecrement", "BitIncrement", "ReciprocalEstimate", "ReciprocalSqrtEstimate"} {
		f := floatFunctions[name]
		b.Static("double "+name+"(double x)", dotnet.Give(func(c *value.Call) value.Value { return value.Double(f(dotnet.FloatArg(c, 0))) }))
	}
	for _, name := range [...]string{"MaxMagnitude", "MinMagnitude"} {
		f := floatPairs[name]
		b.Static("double "+name+"(double x, double y)", dotnet.Give(func(c *value.Call) value.Value {
			return value.Double(f(dotnet.FloatArg(c, 0), dotnet.FloatArg(c, 1)))
		}))
	}
	loadFusedMultiply(b, "FusedMultiplyAdd")
	loadExponents(b)
}
