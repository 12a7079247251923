package dotnet

import (
	"github.com/cockroachdb/apd/v3"

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

func loadMathDecimal(b table) {
	whole := func(rounding apd.Rounder) body {
		return give(func(c *value.Call) value.Value { return quantized(c.Args[0].Decimal(), 0, rounding) })
	}
	b.static("decimal Floor(decimal d)", whole(apd.RoundFloor))
	b.static("decimal Ceiling(decimal d)", whole(apd.RoundCeiling))
	b.static("decimal Truncate(decimal d)", whole(apd.RoundDown))
	b.static("decimal Round(decimal d)", whole(apd.RoundHalfEven))
	b.static("decimal Round(decimal d, int decimals)", roundDecimal)
	b.static("decimal Round(decimal d, System.MidpointRounding mode)", give(func(c *value.Call) value.Value {
		return quantized(c.Args[0].Decimal(), 0, roundings[c.Args[1].Int64()])
	}))
	b.static("decimal Round(decimal d, int decimals, System.MidpointRounding mode)", roundDecimal)
	b.static("decimal Abs(decimal value)", give(func(c *value.Call) value.Value {
		var out apd.Decimal
		return value.Dec(out.Abs(c.Args[0].Decimal()))
	}))
	b.static("int Sign(decimal value)", give(func(c *value.Call) value.Value { return value.Int(c.Args[0].Decimal().Sign()) }))
}

func roundDecimal(c *value.Call) (value.Value, error) {
	digits, mode := number(c, 1), int64(0)
	if len(c.Args) > 2 {
		mode = c.Args[2].Int64()
	}
	if digits < 0 || digits > 28 {
		return value.Null, throwParam(exArgumentRange, "decimals", "Decimal can only round to between 0 and 28 digits of precision.")
	}
	return quantized(c.Args[0].Decimal(), int32(digits), roundings[mode]), nil
}

func loadDecimal(t *value.Type, m *value.Members) {
	b := table{t, m}
	b.get("byte Scale", func(v value.Value) value.Value { return value.Integer(value.KindByte, int64(-v.Decimal().Exponent)) })
	bound := func(s string) value.Value {
		d, _, _ := apd.NewFromString(s)
		return value.Dec(d)
	}
	b.constant("decimal MaxValue", bound("79228162514264337593543950335"))
	b.constant("decimal MinValue", bound("-79228162514264337593543950335"))
	b.constant("decimal Zero", value.DecimalOf(0))
	b.constant("decimal One", value.DecimalOf(1))
	b.constant("decimal MinusOne", value.DecimalOf(-1))
	loadNumber(b, "decimal")
	loadMathDecimal(b)
}
