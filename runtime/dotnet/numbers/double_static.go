package numbers

import (
	"math"

	"exolab/runtime/dotnet"
	"exolab/runtime/dotnet/collections"
	"exolab/runtime/value"
)

// floatFunctions are the static methods of Double of one number.
var floatFunctions = map[string]func(float64) float64{
	"Abs": math.Abs, "Acos": math.Acos, "Acosh": math.Acosh, "Asin": math.Asin, "Asinh": math.Asinh, "Atan": math.Atan, "Atanh": math.Atanh,
	"AcosPi": func(x float64) float64 { return math.Acos(x) / math.Pi }, "AsinPi": func(x float64) float64 { return math.Asin(x) / math.Pi },
	"AtanPi": func(x float64) float64 { return math.Atan(x) / math.Pi }, "Cbrt": math.Cbrt, "Ceiling": math.Ceil, "Cos": math.Cos, "Cosh": math.Cosh,
	"CosPi": func(x float64) float64 { return math.Cos(x * math.Pi) }, "Exp": math.Exp, "Exp2": math.Exp2, "ExpM1": math.Expm1,
	"Exp10": func(x float64) float64 { return math.Pow(10, x) }, "Exp10M1": func(x float64) float64 { return math.Pow(10, x) - 1 },
	"Exp2M1": func(x float64) float64 { return math.Exp2(x) - 1 }, "Floor": math.Floor, "Log": math.Log, "Log10": math.Log10, "Log2": math.Log2,
	"LogP1": math.Log1p, "Log2P1": func(x float64) float64 { return math.Log2(x + 1) }, "Log10P1": func(x float64) float64 { return math.Log10(x + 1) },
	"Round": math.RoundToEven, "Sin": math.Sin, "Sinh": math.Sinh, "SinPi": func(x float64) float64 { return math.Sin(x * math.Pi) }, "Sqrt": math.Sqrt,
	"Tan": math.Tan, "Tanh": math.Tanh, "TanPi": func(x float64) float64 { return math.Tan(x * math.Pi) }, "Truncate": math.Trunc,
	"ReciprocalEstimate": func(x float64) float64 { return 1 / x }, "ReciprocalSqrtEstimate": func(x float64) float64 { return 1 / math.Sqrt(x) },
	"BitDecrement": func(x float64) float64 { return math.Nextafter(x, math.Inf(-1)) }, "BitIncrement": func(x float64) float64 { return math.Nextafter(x, math.Inf(1)) },
	"DegreesToRadians": func(x float64) float64 { return x * math.Pi / 180 }, "RadiansToDegrees": func(x float64) float64 { return x * 180 / math.Pi },
}

// floatPairs are those of two numbers.
var floatPairs = map[string]func(x, y float64) float64{
	"Atan2": math.Atan2, "Atan2Pi": func(y, x float64) float64 { return math.Atan2(y, x) / math.Pi }, "CopySign": math.Copysign, "Hypot": math.Hypot,
	"Ieee754Remainder": math.Remainder, "Log": func(x, base float64) float64 { return math.Log(x) / math.Log(base) }, "Pow": math.Pow,
	"MaxMagnitude": func(x, y float64) float64 { return byMagnitude(x, y, true) }, "MinMagnitude": func(x, y float64) float64 { return byMagnitude(x, y, false) },
	"MaxMagnitudeNumber": func(x, y float64) float64 { return numberOr(x, y, func() float64 { return byMagnitude(x, y, true) }) },
	"MinMagnitudeNumber": func(x, y float64) float64 { return numberOr(x, y, func() float64 { return byMagnitude(x, y, false) }) },
	"MaxNative":          math.Max, "MinNative": math.Min,
	"MaxNumber": func(x, y float64) float64 { return numberOr(x, y, func() float64 { return math.Max(x, y) }) },
	"MinNumber": func(x, y float64) float64 { return numberOr(x, y, func() float64 { return math.Min(x, y) }) },
}

func byMagnitude(x, y float64, greater bool) float64 {
	a, b := math.Abs(x), math.Abs(y)
	switch {
	case math.IsNaN(a) || math.IsNaN(b):
		return math.NaN()
	case a == b && greater:
		return math.Max(x, y)
	case a == b:
		return math.Min(x, y)
	case (a > b) == greater:
		return x
	}
	return y
}

// numberOr is the one that is a number where the other is not.
func numberOr(x, y float64, both func() float64) float64 {
	switch {
	case math.IsNaN(x):
		return y
	case math.IsNaN(y):
		return x
	}
	return both()
}

func loadDoubleStatics(b dotnet.Rows) {
	for name, v := range map[string]float64{"E": math.E, "Pi": math.Pi, "Tau": 2 * math.Pi, "NegativeZero": math.Copysign(0, -1)} {
		b.Constant("double "+name, value.Double(v))
	}
	for name, f := range floatFunctions {
		b.Static("double "+name+"(double x)", dotnet.Give(func(c *value.Call) value.Value { return value.Double(f(dotnet.FloatArg(c, 0))) }))
	}
	for name, f := range floatPairs {
		b.Static("double "+name+"(double x, double y)", dotnet.Give(func(c *value.Call) value.Value {
			return value.Double(f(dotnet.FloatArg(c, 0), dotnet.FloatArg(c, 1)))
		}))
	}
	loadMathRound(b)
	loadFusedMultiply(b, "FusedMultiplyAdd")
	loadFusedMultiply(b, "MultiplyAddEstimate")
	b.Static("double Lerp(double value1, double value2, double amount)", dotnet.Give(func(c *value.Call) value.Value {
		x, y, by := dotnet.FloatArg(c, 0), dotnet.FloatArg(c, 1), dotnet.FloatArg(c, 2)
		return value.Double(x*(1-by) + y*by)
	}))
	b.Static("double Clamp(double value, double min, double max)", clamp)
	b.Static("double ClampNative(double value, double min, double max)", clamp)
	b.Static("int Sign(double value)", signOfFloat)
	b.Static("double RootN(double x, int n)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Double(math.Pow(dotnet.FloatArg(c, 0), 1/float64(dotnet.IntArg(c, 1))))
	}))
	loadExponents(b)
	loadDoubleTests(b)
	loadCreation(b, "double")
}

func loadFusedMultiply(b dotnet.Rows, name string) {
	b.Static("double "+name+"(double x, double y, double z)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Double(math.FMA(dotnet.FloatArg(c, 0), dotnet.FloatArg(c, 1), dotnet.FloatArg(c, 2)))
	}))
}

// loadExponents adds what Double and Math have for exponents and angles.
func loadExponents(b dotnet.Rows) {
	b.Static("int ILogB(double x)", dotnet.Give(func(c *value.Call) value.Value { return value.Int(exponentOf(dotnet.FloatArg(c, 0))) }))
	b.Static("double ScaleB(double x, int n)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Double(math.Ldexp(dotnet.FloatArg(c, 0), dotnet.IntArg(c, 1)))
	}))
	sinCos := func(scale float64) dotnet.Body {
		return dotnet.Give(func(c *value.Call) value.Value {
			sin, cos := math.Sincos(dotnet.FloatArg(c, 0) * scale)
			return collections.NewValueTuple(value.Double(sin), value.Double(cos))
		})
	}
	b.Static("System.ValueTuple[double,double] SinCos(double x)", sinCos(1))
	b.Static("System.ValueTuple[double,double] SinCosPi(double x)", sinCos(math.Pi))
}

// exponentOf is the power of two of a number, .NET's ends for zero and what is
// not finite.
func exponentOf(f float64) int {
	switch {
	case f == 0:
		return math.MinInt32
	case math.IsNaN(f) || math.IsInf(f, 0):
		return math.MaxInt32
	}
	return math.Ilogb(f)
}

func loadDoubleTests(b dotnet.Rows) {
	whole := func(f float64) bool { return f == math.Trunc(f) && !math.IsInf(f, 0) }
	for name, f := range map[string]func(float64) bool{
		"IsEvenInteger": func(f float64) bool { return whole(f) && math.Mod(f, 2) == 0 },
		"IsOddInteger":  func(f float64) bool { return whole(f) && math.Mod(f, 2) != 0 },
		"IsPositive":    func(f float64) bool { return !math.Signbit(f) },
		"IsRealNumber":  func(f float64) bool { return !math.IsNaN(f) },
		"IsPow2":        func(f float64) bool { m, _ := math.Frexp(f); return m == 0.5 },
		"IsSubnormal":   func(f float64) bool { return f != 0 && math.Abs(f) < 0x1p-1022 },
		"IsNormal":      func(f float64) bool { return math.Abs(f) >= 0x1p-1022 && !math.IsInf(f, 0) },
	} {
		b.Static("bool "+name+"(double value)", dotnet.Give(func(c *value.Call) value.Value { return value.Bool(f(dotnet.FloatArg(c, 0))) }))
	}
}

func signOfFloat(c *value.Call) (value.Value, error) {
	if isNaN(c.Args[0]) {
		return value.Null, dotnet.Throw("System.ArithmeticException", "Function does not accept floating point Not-a-Number values.")
	}
	return signOf(dotnet.FloatArg(c, 0)), nil
}

// truncated cuts off what is behind the point.
func truncated(v value.Value) value.Value {
	if v.Kind() == value.KindDecimal {
		return quantized(v.Decimal(), 0, roundings[2])
	}
	return value.Double(math.Trunc(v.Float()))
}
