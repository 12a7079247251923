package value

import (
	"math"
	"strconv"

	"github.com/cockroachdb/apd/v3"

	"exolab/runtime/netfmt"
)

// overflowTexts are .NET's messages for a number out of a type's range.
var overflowTexts = map[Kind]string{
	KindSByte: "a signed byte", KindByte: "an unsigned byte", KindInt16: "an Int16", KindUInt16: "a UInt16", KindInt32: "an Int32",
	KindUInt32: "a UInt32", KindInt64: "an Int64", KindUInt64: "a UInt64", KindChar: "a character", KindDecimal: "a Decimal",
}

func overflowText(k Kind) string {
	return "Value was either too large or too small for " + overflowTexts[k] + "."
}

const arithmeticOverflow = "Arithmetic operation resulted in an overflow."

func convertToNumber(env Env, v Value, t *Type) (Value, error) {
	switch v.Kind() {
	case KindString:
		return stringToNumber(v, t)
	case KindDateTime:
		return Null, convertibleError(v, t)
	case KindTimeSpan:
		return Null, finalError(v, t)
	case KindObject:
		return objectToNumber(env, v, t)
	}
	if t == TypeChar && (v.Kind() == KindBool || v.Kind() >= KindSingle && v.Kind() <= KindDecimal) {
		return Null, convertibleError(v, t)
	}
	out, cause := ChangeNumber(v, t.Kind)
	if cause != "" {
		return Null, causedError(idIConvertible, v, t, cause)
	}
	return out, nil
}

func objectToNumber(env Env, v Value, t *Type) (Value, error) {
	if on, ok := AsSwitch(v); ok {
		_ = on
		return Null, finalError(v, t)
	}
	if b, ok := v.Object().(*BigInteger); ok {
		return bigToNumber(v, b, t)
	}
	if t == TypeDecimal {
		if out, ok, err := fromDictionary(env, v, t); ok {
			return out, err
		}
		if a, ok := v.Object().(*Array); ok && a.Elem == TypeInt32 {
			return Null, causedError(idConstructor, v, t, "Decimal constructor requires an array or span of four valid decimal bytes.")
		}
	}
	return Null, finalError(v, t)
}

func bigToNumber(v Value, b *BigInteger, t *Type) (Value, error) {
	d, _, err := apd.NewFromString(b.N.String())
	if err == nil {
		if t.Kind == KindDouble || t.Kind == KindSingle {
			f, _ := strconv.ParseFloat(b.N.String(), 64)
			return fromFloat(f, t.Kind), nil
		}
		if out, cause := fromDecimal(d, t.Kind); cause == "" {
			return out, nil
		}
	}
	return Null, causedError(idConstructor, v, t, overflowText(t.Kind))
}

// ChangeNumber converts a Boolean, Char, enum or number to a number or Char of
// the given kind, rounding halves to even. cause is .NET's message when the
// number does not fit, else empty.
func ChangeNumber(v Value, to Kind) (out Value, cause string) {
	switch v.Kind() {
	case KindSingle, KindDouble:
		return changeFloat(v.Float(), v.Kind(), to)
	case KindDecimal:
		return fromDecimal(v.Decimal(), to)
	case KindUInt64:
		return changeUnsigned(v.Uint64(), to)
	}
	return changeInteger(v.Int64(), to)
}

func changeInteger(n int64, to Kind) (Value, string) {
	switch to {
	case KindSingle, KindDouble:
		return fromFloat(float64(n), to), ""
	case KindDecimal:
		return DecimalOf(n), ""
	}
	if !fits(n, to) {
		return Null, overflowText(to)
	}
	return scalar(to, uint64(n)), ""
}

func changeUnsigned(n uint64, to Kind) (Value, string) {
	if to == KindUInt64 {
		return scalar(to, n), ""
	}
	if n <= math.MaxInt64 {
		return changeInteger(int64(n), to)
	}
	switch to {
	case KindSingle, KindDouble:
		return fromFloat(float64(n), to), ""
	case KindDecimal:
		d, _, _ := apd.NewFromString(strconv.FormatUint(n, 10))
		return Dec(d), ""
	}
	return Null, overflowText(to)
}

// fits reports whether an integer is in the range of an integer kind or Char.
func fits(n int64, k Kind) bool {
	switch k {
	case KindSByte:
		return n == int64(int8(n))
	case KindByte:
		return n == int64(uint8(n))
	case KindInt16:
		return n == int64(int16(n))
	case KindUInt16, KindChar:
		return n == int64(uint16(n))
	case KindInt32:
		return n == int64(int32(n))
	case KindUInt32:
		return n == int64(uint32(n))
	case KindUInt64:
		return n >= 0
	}
	return true
}

func fromFloat(f float64, to Kind) Value {
	if to == KindSingle {
		return Single(float32(f))
	}
	return Double(f)
}

func changeFloat(f float64, from, to Kind) (Value, string) {
	switch to {
	case KindSingle, KindDouble:
		return fromFloat(f, to), ""
	case KindDecimal:
		return floatToDecimal(f, from)
	}
	r := math.RoundToEven(f)
	switch to {
	case KindInt64:
		if !(r >= math.MinInt64 && r < math.MaxInt64) {
			return Null, arithmeticOverflow
		}
		return Long(int64(r)), ""
	case KindUInt64:
		if !(r >= 0 && r < math.MaxUint64) {
			return Null, arithmeticOverflow
		}
		return scalar(to, uint64(r)), ""
	case KindUInt32:
		if !(r >= 0 && r <= math.MaxUint32) {
			return Null, overflowText(to)
		}
		return scalar(to, uint64(r)), ""
	}
	if !(r >= math.MinInt32 && r <= math.MaxInt32) {
		return Null, overflowText(KindInt32)
	}
	return changeInteger(int64(r), to)
}

// floatToDecimal keeps 15 significant digits of a Double and 7 of a Single.
func floatToDecimal(f float64, from Kind) (Value, string) {
	convert := netfmt.DecimalOfDouble
	if from == KindSingle {
		convert = func(f float64) (*apd.Decimal, error) { return netfmt.DecimalOfSingle(float32(f)) }
	}
	d, err := convert(f)
	if err != nil {
		return Null, err.Error()
	}
	return Dec(d), ""
}

func fromDecimal(d *apd.Decimal, to Kind) (Value, string) {
	switch to {
	case KindDecimal:
		return Dec(d), ""
	case KindSingle, KindDouble:
		f, _ := d.Float64()
		return fromFloat(f, to), ""
	}
	var whole apd.Decimal
	if _, err := DecimalContext.Quantize(&whole, d, 0); err != nil {
		return Null, overflowText(to)
	}
	if to == KindUInt64 && whole.Coeff.IsUint64() && (!whole.Negative || whole.IsZero()) {
		return scalar(to, whole.Coeff.Uint64()), ""
	}
	n, err := whole.Int64()
	if err != nil || !fits(n, to) {
		return Null, overflowText(to)
	}
	return scalar(to, uint64(n)), ""
}
