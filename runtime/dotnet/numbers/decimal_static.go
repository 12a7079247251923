package numbers

import (
	"math/big"

	"github.com/cockroachdb/apd/v3"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// loadDecimalStatics adds the arithmetic of Decimal's static methods.
func loadDecimalStatics(b dotnet.Rows) {
	for name, f := range map[string]func(c *apd.Context, d, x, y *apd.Decimal) (apd.Condition, error){
		"Add": (*apd.Context).Add, "Subtract": (*apd.Context).Sub, "Multiply": (*apd.Context).Mul, "Divide": (*apd.Context).Quo, "Remainder": (*apd.Context).Rem,
	} {
		b.Static("decimal "+name+"(decimal d1, decimal d2)", func(c *value.Call) (value.Value, error) {
			if by := c.Args[1].Decimal(); by.IsZero() && (name == "Divide" || name == "Remainder") {
				return value.Null, errDivideByZero()
			}
			var out apd.Decimal
			if _, err := f(value.DecimalContext, &out, c.Args[0].Decimal(), c.Args[1].Decimal()); err != nil || out.NumDigits()+int64(out.Exponent) > 29 {
				return value.Null, dotnet.Throw(dotnet.ExOverflow, "Value was either too large or too small for a Decimal.")
			}
			if name == "Divide" {
				out.Reduce(&out)
			}
			return fitted(&out), nil
		})
	}
	b.Static("decimal Negate(decimal d)", dotnet.Give(func(c *value.Call) value.Value {
		var out apd.Decimal
		return value.Dec(out.Neg(c.Args[0].Decimal()))
	}))
	b.Static("int Compare(decimal d1, decimal d2)", dotnet.Give(func(c *value.Call) value.Value { return value.Int(c.Args[0].Decimal().Cmp(c.Args[1].Decimal())) }))
	b.Static("bool Equals(decimal d1, decimal d2)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Bool(c.Args[0].Decimal().Cmp(c.Args[1].Decimal()) == 0)
	}))
	b.Static("decimal Clamp(decimal value, decimal min, decimal max)", clamp)
	for _, to := range convertibles {
		if isNumber(to.t) && to.t.Kind != value.KindDecimal {
			b.Static(to.name+" To"+to.t.Name+"(decimal d)", func(c *value.Call) (value.Value, error) { return created(c.Args[0], to.t) })
		}
	}
	loadDecimalTests(b)
	loadDecimalBits(b)
	loadCreation(b, "decimal")
}

// fitted writes a number with at most 28 digits behind the point and no
// positive exponent, as a Decimal holds it.
func fitted(d *apd.Decimal) value.Value {
	if d.Exponent > 0 {
		var out apd.Decimal
		if _, err := value.DecimalContext.Quantize(&out, d, 0); err == nil {
			return value.Dec(&out)
		}
	}
	return quantized(d, 28, apd.RoundHalfEven)
}

func loadDecimalTests(b dotnet.Rows) {
	whole := func(d *apd.Decimal) bool { var i, f apd.Decimal; d.Modf(&i, &f); return f.IsZero() }
	odd := func(d *apd.Decimal) bool {
		var two, rest apd.Decimal
		two.SetInt64(2)
		_, err := value.DecimalContext.Rem(&rest, d, &two)
		return err == nil && whole(d) && !rest.IsZero()
	}
	for name, f := range map[string]func(*apd.Decimal) bool{
		"IsInteger": whole, "IsOddInteger": odd, "IsEvenInteger": func(d *apd.Decimal) bool { return whole(d) && !odd(d) },
		"IsNegative": func(d *apd.Decimal) bool { return d.Negative }, "IsPositive": func(d *apd.Decimal) bool { return !d.Negative },
		"IsCanonical": func(d *apd.Decimal) bool {
			return d.Exponent == 0 || d.Coeff.Sign() != 0 && new(apd.BigInt).Rem(&d.Coeff, apd.NewBigInt(10)).Sign() != 0
		},
	} {
		b.Static("bool "+name+"(decimal value)", dotnet.Give(func(c *value.Call) value.Value { return value.Bool(f(c.Args[0].Decimal())) }))
	}
	magnitude := func(want int) dotnet.Body {
		return dotnet.Give(func(c *value.Call) value.Value {
			var x, y apd.Decimal
			x.Abs(c.Args[0].Decimal())
			y.Abs(c.Args[1].Decimal())
			if n := x.Cmp(&y); n == want || n == 0 && c.Args[0].Decimal().Negative == (want < 0) {
				return c.Args[0]
			}
			return c.Args[1]
		})
	}
	b.Static("decimal MaxMagnitude(decimal x, decimal y)", magnitude(1))
	b.Static("decimal MinMagnitude(decimal x, decimal y)", magnitude(-1))
	b.Static("decimal CopySign(decimal value, decimal sign)", dotnet.Give(func(c *value.Call) value.Value {
		var out apd.Decimal
		out.Set(c.Args[0].Decimal())
		out.Negative = c.Args[1].Decimal().Negative
		return value.Dec(&out)
	}))
}

// loadDecimalBits adds the parts of a Decimal: three words, scale and sign.
func loadDecimalBits(b dotnet.Rows) {
	b.Static("int[] GetBits(decimal d)", dotnet.Give(func(c *value.Call) value.Value {
		d := c.Args[0].Decimal()
		words, rest := make([]value.Value, 4), d.Coeff.MathBigInt()
		for i := range 3 {
			low := new(big.Int).And(rest, big.NewInt(0xFFFFFFFF))
			words[i] = value.Int(int(int32(low.Uint64())))
			rest.Rsh(rest, 32)
		}
		flags := int32(-d.Exponent) << 16
		if d.Negative {
			flags |= -1 << 31
		}
		words[3] = value.Int(int(flags))
		return value.Obj(&value.Array{Elem: value.TypeInt32, Items: words})
	}))
	b.Static("decimal FromOACurrency(long cy)", dotnet.Give(func(c *value.Call) value.Value {
		d := apd.New(c.Args[0].Int64(), -4)
		d.Reduce(d)
		return fitted(d)
	}))
	b.Static("long ToOACurrency(decimal value)", func(c *value.Call) (value.Value, error) {
		var out apd.Decimal
		out.Set(quantized(c.Args[0].Decimal(), 4, apd.RoundHalfEven).Decimal())
		out.Exponent += 4
		return changeKind(fitted(&out), value.TypeInt64)
	})
	for _, from := range [...]string{"int", "uint", "long", "ulong", "float", "double"} {
		b.Constructor("("+from+" value)", func(c *value.Call) (value.Value, error) { return changeKind(c.Args[0], value.TypeDecimal) })
	}
	b.Constructor("(int[] bits)", func(c *value.Call) (value.Value, error) {
		words := dotnet.ItemsOf(c.Args[0])
		if len(words) != 4 {
			return value.Null, dotnet.Throw(dotnet.ExArgument, "Decimal byte array constructor requires an array of length four containing valid decimal bytes.")
		}
		flags := words[3].Int64()
		return decimalOfWords(words[:3], flags < 0, flags>>16&0xFF)
	})
	b.Constructor("(int lo, int mid, int hi, bool isNegative, byte scale)", func(c *value.Call) (value.Value, error) {
		return decimalOfWords(c.Args[:3], dotnet.BoolArg(c, 3), c.Args[4].Int64())
	})
}

func decimalOfWords(words []value.Value, negative bool, scale int64) (value.Value, error) {
	if scale > 28 {
		return value.Null, dotnet.ThrowParam(dotnet.ExArgumentRange, "scale", "Decimal's scale value must be between 0 and 28, inclusive.")
	}
	n := new(big.Int)
	for i := 2; i >= 0; i-- {
		n.Or(n.Lsh(n, 32), big.NewInt(words[i].Int64()&0xFFFFFFFF))
	}
	d := apd.NewWithBigInt(new(apd.BigInt).SetMathBigInt(n), int32(-scale))
	d.Negative = negative
	return value.Dec(d), nil
}
