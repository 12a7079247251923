package value

import "github.com/cockroachdb/apd/v3"

// DecimalScale and DecimalPrecision bound a .NET Decimal: digits after the
// point and significant digits.
const (
	DecimalScale     = 28
	DecimalPrecision = 29
)

var maxDecimal, _, _ = apd.NewFromString("79228162514264337593543950335")

// DecimalContext computes with the precision and rounding of .NET's Decimal.
var DecimalContext = &apd.Context{Precision: 64, Rounding: apd.RoundHalfEven, MaxExponent: 200, MinExponent: -200}

// DecimalOf returns a Decimal of an integer.
func DecimalOf(n int64) Value { return Dec(apd.New(n, 0)) }

// FitDecimal rounds d in place to what a Decimal can hold and reports whether
// it is within range.
func FitDecimal(d *apd.Decimal) bool {
	if d.Form != apd.Finite {
		return false
	}
	if d.Exponent > 0 {
		quantize(d, 0)
	}
	if d.Exponent < -DecimalScale {
		quantize(d, -DecimalScale)
	}
	var size apd.Decimal
	for size.Abs(d).Cmp(maxDecimal) <= 0 {
		if digits := d.NumDigits(); digits < DecimalPrecision || coefficientFits(d) {
			return true
		}
		quantize(d, d.Exponent+1)
	}
	return false
}

var maxCoefficient = maxDecimal.Coeff

func coefficientFits(d *apd.Decimal) bool { return d.Coeff.Cmp(&maxCoefficient) <= 0 }

func quantize(d *apd.Decimal, exponent int32) {
	// A condition here can only say that digits were rounded away.
	_, _ = DecimalContext.Quantize(d, d, exponent)
}
