package numbers

import (
	"github.com/cockroachdb/apd/v3"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// roundings are apd's names for MidpointRounding.
var roundings = [...]apd.Rounder{apd.RoundHalfEven, apd.RoundHalfUp, apd.RoundDown, apd.RoundFloor, apd.RoundCeiling}

// quantized rounds a decimal to a number of digits after the point.
func quantized(d *apd.Decimal, digits int32, rounding apd.Rounder) value.Value {
	if d.Exponent >= -digits {
		return value.Dec(d)
	}
	ctx := *value.DecimalContext
	ctx.Rounding = rounding
	var out apd.Decimal
	// The condition can only say that digits were rounded away.
	_, _ = ctx.Quantize(&out, d, -digits)
	return value.Dec(&out)
}

func loadMathDecimal(b dotnet.Rows) {
	whole := func(rounding apd.Rounder) dotnet.Body {
		return dotnet.Give(func(c *value.Call) value.Value { return quantized(c.Args[0].Decimal(), 0, rounding) })
	}
	b.Static("decimal Floor(decimal d)", whole(apd.RoundFloor))
	b.Static("decimal Ceiling(decimal d)", whole(apd.RoundCeiling))
	b.Static("decimal Truncate(decimal d)", whole(apd.RoundDown))
	b.Static("decimal Round(decimal d)", whole(apd.RoundHalfEven))
	b.Static("decimal Round(decimal d, int decimals)", roundDecimal)
	b.Static("decimal Round(decimal d, System.MidpointRounding mode)", dotnet.Give(func(c *value.Call) value.Value {
		return quantized(c.Args[0].Decimal(), 0, roundings[c.Args[1].Int64()])
	}))
	b.Static("decimal Round(decimal d, int decimals, System.MidpointRounding mode)", roundDecimal)
	b.Static("decimal Abs(decimal value)", dotnet.Give(func(c *value.Call) value.Value {
		var out apd.Decimal
		return value.Dec(out.Abs(c.Args[0].Decimal()))
	}))
	b.Static("int Sign(decimal value)", dotnet.Give(func(c *value.Call) value.Value { return value.Int(c.Args[0].Decimal().Sign()) }))
}

func roundDecimal(c *value.Call) (value.Value, error) {
	digits, mode := dotnet.IntArg(c, 1), int64(0)
	if len(c.Args) > 2 {
		mode = c.Args[2].Int64()
	}
	if digits < 0 || digits > 28 {
		return value.Null, dotnet.ThrowParam(dotnet.ExArgumentRange, "decimals", "Decimal can only round to between 0 and 28 digits of precision.")
	}
	return quantized(c.Args[0].Decimal(), int32(digits), roundings[mode]), nil
}

func loadDecimal(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	b.Get("byte Scale", func(v value.Value) value.Value { return value.Integer(value.KindByte, int64(-v.Decimal().Exponent)) })
	bound := func(s string) value.Value {
		d, _, _ := apd.NewFromString(s)
		return value.Dec(d)
	}
	b.Constant("decimal MaxValue", bound("79228162514264337593543950335"))
	b.Constant("decimal MinValue", bound("-79228162514264337593543950335"))
	b.Constant("decimal Zero", value.DecimalOf(0))
	b.Constant("decimal One", value.DecimalOf(1))
	b.Constant("decimal MinusOne", value.DecimalOf(-1))
	loadNumber(b, "decimal")
	loadMathDecimal(b)
	loadDecimalStatics(b)
}
