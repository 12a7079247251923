package numbers

import (
	"math"
	"math/big"
	"slices"
	"strings"

	"github.com/cockroachdb/apd/v3"

	"exolab/runtime/dotnet"
	"exolab/runtime/dotnet/collections"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// loadBigIntegerStatics adds comparison, logarithms and bits of BigInteger.
func loadBigIntegerStatics(b dotnet.Rows) {
	give := func(sig string, f func(x, y *big.Int) value.Value) {
		b.Static(sig, dotnet.Give(func(c *value.Call) value.Value { return f(bigOf(c.Args[0]), bigOf(c.Args[len(c.Args)-1])) }))
	}
	choose := func(first func(x, y *big.Int) bool) func(x, y *big.Int) value.Value {
		return func(x, y *big.Int) value.Value {
			if first(x, y) {
				return value.BigOf(x)
			}
			return value.BigOf(y)
		}
	}
	give("bigint Max(bigint left, bigint right)", choose(func(x, y *big.Int) bool { return x.Cmp(y) >= 0 }))
	give("bigint Min(bigint left, bigint right)", choose(func(x, y *big.Int) bool { return x.Cmp(y) <= 0 }))
	give("bigint MaxMagnitude(bigint x, bigint y)", choose(func(x, y *big.Int) bool { return x.CmpAbs(y) > 0 || x.CmpAbs(y) == 0 && x.Sign() >= 0 }))
	give("bigint MinMagnitude(bigint x, bigint y)", choose(func(x, y *big.Int) bool { return x.CmpAbs(y) < 0 || x.CmpAbs(y) == 0 && x.Sign() < 0 }))
	give("int Compare(bigint left, bigint right)", func(x, y *big.Int) value.Value { return value.Int(x.Cmp(y)) })
	for name, f := range map[string]func(x *big.Int) bool{
		"IsEvenInteger": func(x *big.Int) bool { return x.Bit(0) == 0 }, "IsOddInteger": func(x *big.Int) bool { return x.Bit(0) == 1 },
		"IsNegative": func(x *big.Int) bool { return x.Sign() < 0 }, "IsPositive": func(x *big.Int) bool { return x.Sign() >= 0 }, "IsPow2": isPowerOfTwo,
	} {
		give("bool "+name+"(bigint value)", func(x, _ *big.Int) value.Value { return value.Bool(f(x)) })
	}
	give("double Log(bigint value)", func(x, _ *big.Int) value.Value { return value.Double(bigLog(x)) })
	give("double Log10(bigint value)", func(x, _ *big.Int) value.Value { return value.Double(bigLog(x) / math.Ln10) })
	b.Static("double Log(bigint value, double baseValue)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Double(bigLog(bigOf(c.Args[0])) / math.Log(dotnet.FloatArg(c, 1)))
	}))
	give("bigint Log2(bigint value)", func(x, _ *big.Int) value.Value { return value.BigOf(big.NewInt(int64(max(0, x.BitLen()-1)))) })
	give("bigint CopySign(bigint value, bigint sign)", func(x, y *big.Int) value.Value {
		out := new(big.Int).Abs(x)
		if y.Sign() < 0 {
			out.Neg(out)
		}
		return value.BigOf(out)
	})
	give("bigint LeadingZeroCount(bigint value)", func(x, _ *big.Int) value.Value { return value.BigOf(big.NewInt(int64(leadingZeros(x)))) })
	give("bigint PopCount(bigint value)", func(x, _ *big.Int) value.Value { return value.BigOf(big.NewInt(int64(setBits(x)))) })
	for name, sign := range map[string]int{"RotateLeft": 1, "RotateRight": -1} {
		b.Static("bigint "+name+"(bigint value, int rotateAmount)", dotnet.Give(func(c *value.Call) value.Value {
			return value.BigOf(rotated(bigOf(c.Args[0]), sign*dotnet.IntArg(c, 1)))
		}))
	}
	give("bigint TrailingZeroCount(bigint value)", func(x, _ *big.Int) value.Value { return value.BigOf(big.NewInt(int64(x.TrailingZeroBits()))) })
	b.Static("bigint Clamp(bigint value, bigint min, bigint max)", func(c *value.Call) (value.Value, error) {
		v, low, high := bigOf(c.Args[0]), bigOf(c.Args[1]), bigOf(c.Args[2])
		switch {
		case low.Cmp(high) > 0:
			return value.Null, dotnet.Throw(dotnet.ExArgument, "'%s' cannot be greater than %s.", low, high)
		case v.Cmp(low) < 0:
			return c.Args[1], nil
		case v.Cmp(high) > 0:
			return c.Args[2], nil
		}
		return c.Args[0], nil
	})
	loadBigDivision(b)
	loadBigParsing(b)
	loadCreationOfBig(b)
}

func isPowerOfTwo(x *big.Int) bool {
	return x.Sign() > 0 && int(x.TrailingZeroBits()) == x.BitLen()-1
}

// bigLog is the natural logarithm, also of what no double holds.
func bigLog(x *big.Int) float64 {
	if x.Sign() < 0 {
		return math.NaN()
	}
	shift := max(0, x.BitLen()-1000)
	f, _ := new(big.Float).SetInt(new(big.Int).Rsh(x, uint(shift))).Float64()
	return math.Log(f) + float64(shift)*math.Ln2
}

func loadBigDivision(b dotnet.Rows) {
	parts := func(c *value.Call) (q, r *big.Int, err error) {
		if bigOf(c.Args[1]).Sign() == 0 {
			return nil, nil, errDivideByZero()
		}
		q, r = new(big.Int).QuoRem(bigOf(c.Args[0]), bigOf(c.Args[1]), new(big.Int))
		return q, r, nil
	}
	b.Static("System.ValueTuple[bigint,bigint] DivRem(bigint left, bigint right)", func(c *value.Call) (value.Value, error) {
		q, r, err := parts(c)
		if err != nil {
			return value.Null, err
		}
		return collections.NewValueTuple(value.BigOf(q), value.BigOf(r)), nil
	})
	b.Static("bigint DivRem(bigint dividend, bigint divisor, out bigint remainder)", func(c *value.Call) (value.Value, error) {
		q, r, err := parts(c)
		if err != nil {
			return value.Null, err
		}
		return value.BigOf(q), dotnet.SetOut(c, 2, value.BigOf(r))
	})
}

// parseBig reads a whole number in the styles of NumberStyles.Integer, with
// thousands if they are asked for, or hexadecimal digits in two's complement.
func parseBig(s string, styles netfmt.NumberStyles) (value.Value, error) {
	text, base := strings.TrimSpace(s), 10
	if styles&netfmt.StyleThousands != 0 {
		text = strings.ReplaceAll(text, ",", "")
	}
	if styles&netfmt.StyleHexSpecifier != 0 {
		base = 16
	}
	n, ok := new(big.Int).SetString(text, base)
	if !ok || strings.Contains(text, "_") {
		return value.Null, dotnet.Throw(dotnet.ExFormat, "The value could not be parsed.")
	}
	if base == 16 && text[0] >= '8' {
		n.Sub(n, new(big.Int).Lsh(big.NewInt(1), uint(4*len(text))))
	}
	return value.BigOf(n), nil
}

func loadBigParsing(b dotnet.Rows) {
	stylesOf := func(c *value.Call) netfmt.NumberStyles {
		if len(c.Args) > 1 && c.Args[1].Kind() == value.KindEnum {
			return netfmt.NumberStyles(c.Args[1].Int64())
		}
		return netfmt.StyleInteger
	}
	parse := func(c *value.Call) (value.Value, error) { return parseBig(dotnet.TextArg(c, 0), stylesOf(c)) }
	tryParse := func(c *value.Call) (value.Value, error) {
		v, err := parse(c)
		if err != nil {
			v = value.BigOf(new(big.Int))
		}
		return value.Bool(err == nil), dotnet.SetOut(c, len(c.Args)-1, v)
	}
	for _, how := range [...]string{"", ", System.Globalization.NumberStyles style", ", System.IFormatProvider provider", ", System.Globalization.NumberStyles style, System.IFormatProvider provider"} {
		b.Static("bigint Parse(string value"+how+")", parse)
		if !strings.HasSuffix(how, "style") {
			b.Static("bool TryParse(string value"+how+", out bigint result)", tryParse)
		}
	}
}

// loadCreationOfBig adds constructors, CreateXxx and the conversion to bytes.
func loadCreationOfBig(b dotnet.Rows) {
	make := func(c *value.Call) (value.Value, error) { return bigOfNumber(c.Args[0]) }
	for _, from := range [...]string{"int", "uint", "long", "ulong", "float", "double", "decimal"} {
		b.Constructor("("+from+" value)", make)
	}
	b.Constructor("(byte[] value)", dotnet.Give(func(c *value.Call) value.Value { return value.BigOf(bigOfBytes(Bytes(c.Args[0]))) }))
	for _, how := range [...]string{"Checked", "Saturating", "Truncating"} {
		b.Static("bigint Create"+how+"(TOther value)", make)
	}
	b.Get("bool IsPowerOfTwo", func(v value.Value) value.Value { return value.Bool(isPowerOfTwo(bigOf(v))) })
	b.Method("byte[] ToByteArray(bool isUnsigned = false, bool isBigEndian = false)", func(c *value.Call) (value.Value, error) {
		n := bigOf(c.This)
		raw := bytesOfBig(n)
		if len(c.Args) > 0 && dotnet.BoolArg(c, 0) {
			if n.Sign() < 0 {
				return value.Null, dotnet.Throw(dotnet.ExOverflow, "Negative values do not have an unsigned representation.")
			}
			if last := len(raw) - 1; last > 0 && raw[last] == 0 {
				raw = raw[:last]
			}
		}
		if len(c.Args) > 1 && dotnet.BoolArg(c, 1) {
			slices.Reverse(raw)
		}
		return ByteArray(raw), nil
	})
	b.Method("long GetBitLength()", dotnet.Give(func(c *value.Call) value.Value { return value.Long(int64(bigOf(c.This).BitLen())) }))
	b.Method("int GetByteCount(bool isUnsigned = false)", dotnet.Give(func(c *value.Call) value.Value { return value.Int(len(bytesOfBig(bigOf(c.This)))) }))
}

// bigOfNumber cuts a number off to a whole one.
func bigOfNumber(v value.Value) (value.Value, error) {
	switch k := v.Kind(); {
	case k == value.KindDouble || k == value.KindSingle:
		if math.IsNaN(v.Float()) {
			return value.Null, dotnet.Throw(dotnet.ExOverflow, "The value is not a number.")
		}
		if math.IsInf(v.Float(), 0) {
			return value.Null, dotnet.Throw(dotnet.ExOverflow, "BigInteger cannot represent infinity.")
		}
		n, _ := big.NewFloat(v.Float()).Int(nil)
		return value.BigOf(n), nil
	case k == value.KindDecimal:
		whole := quantized(v.Decimal(), 0, apd.RoundDown).Decimal()
		n := new(big.Int).Set(whole.Coeff.MathBigInt())
		if whole.Negative {
			n.Neg(n)
		}
		return value.BigOf(n), nil
	case k == value.KindUInt64:
		return value.BigOf(new(big.Int).SetUint64(v.Uint64())), nil
	case v.IsInteger():
		return value.BigOf(big.NewInt(v.Int64())), nil
	}
	return value.Null, dotnet.Throw(dotnet.ExNotSupported, "Specified method is not supported.")
}

// bigOfBytes reads two's complement, the lowest byte first.
func bigOfBytes(raw []byte) *big.Int {
	n := new(big.Int)
	for i := len(raw) - 1; i >= 0; i-- {
		n.Or(n.Lsh(n, 8), big.NewInt(int64(raw[i])))
	}
	if len(raw) > 0 && raw[len(raw)-1]&0x80 != 0 {
		n.Sub(n, new(big.Int).Lsh(big.NewInt(1), uint(8*len(raw))))
	}
	return n
}

// bytesOfBig is the shortest two's complement, the lowest byte first.
func bytesOfBig(n *big.Int) []byte {
	bits := n.BitLen()
	if n.Sign() < 0 {
		bits = new(big.Int).Not(n).BitLen()
	}
	out := make([]byte, bits/8+1)
	rest := new(big.Int).Set(n)
	for i := range out {
		out[i] = byte(new(big.Int).And(rest, big.NewInt(0xFF)).Uint64())
		rest.Rsh(rest, 8)
	}
	return out
}
