package netfmt

import (
	"math"
	"math/big"

	"github.com/cockroachdb/apd/v3"
)

// ErrDecimalOverflow is the error of a result beyond 96 bits.
var ErrDecimalOverflow error = &Error{KindOverflow, "Value was either too large or too small for a Decimal."}

// ErrDivideByZero is the error of a division by zero.
var ErrDivideByZero error = &Error{KindDivideByZero, "Attempted to divide by zero."}

const maxDecimalScale = 28

var maxMantissa = new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 96), big.NewInt(1))

var bigTen = big.NewInt(10)

func power10(n int) *big.Int { return new(big.Int).Exp(bigTen, big.NewInt(int64(n)), nil) }

// mantissa returns the signed mantissa and the scale of a decimal.
func mantissa(d *apd.Decimal) (*big.Int, int) {
	m := d.Coeff.MathBigInt()
	if d.Negative {
		m.Neg(m)
	}
	if d.Exponent > 0 {
		return m.Mul(m, power10(int(d.Exponent))), 0
	}
	return m, -int(d.Exponent)
}

// fit makes a decimal of a mantissa and a scale, rounded half to even to what
// 96 bits and a scale of 28 hold.
func fit(m *big.Int, scale int) (*apd.Decimal, error) {
	negative := m.Sign() < 0
	m = new(big.Int).Abs(m)
	drop := max(scale-maxDecimalScale, 0)
	if excess := m.BitLen() - 96; excess > 0 {
		drop = max(drop, excess*30103/100000)
	}
	for {
		r := m
		if drop > 0 {
			r = roundedQuotient(m, power10(drop))
		}
		if r.Cmp(maxMantissa) <= 0 {
			return newDecimal(r, scale-drop, negative)
		}
		drop++
	}
}

func newDecimal(m *big.Int, scale int, negative bool) (*apd.Decimal, error) {
	if scale < 0 {
		m = new(big.Int).Mul(m, power10(-scale))
		scale = 0
		if m.Cmp(maxMantissa) > 0 {
			return nil, ErrDecimalOverflow
		}
	}
	d := new(apd.Decimal)
	d.Coeff.SetMathBigInt(m)
	d.Exponent = -int32(scale)
	d.Negative = negative
	return d, nil
}

// roundedQuotient divides a magnitude, rounding half to even.
func roundedQuotient(m, by *big.Int) *big.Int {
	q, r := new(big.Int).QuoRem(m, by, new(big.Int))
	switch r.Lsh(r, 1).Cmp(by) {
	case 1:
		return q.Add(q, big.NewInt(1))
	case 0:
		return q.Add(q, new(big.Int).And(q, big.NewInt(1)))
	}
	return q
}

// align brings two decimals to the larger of their scales.
func align(a, b *apd.Decimal) (x, y *big.Int, scale int) {
	x, xs := mantissa(a)
	y, ys := mantissa(b)
	switch {
	case xs < ys:
		x.Mul(x, power10(ys-xs))
	case ys < xs:
		y.Mul(y, power10(xs-ys))
	}
	return x, y, max(xs, ys)
}

// AddDecimal adds; the result has the larger of the two scales.
func AddDecimal(a, b *apd.Decimal) (*apd.Decimal, error) {
	x, y, scale := align(a, b)
	return fit(x.Add(x, y), scale)
}

// SubDecimal subtracts; the result has the larger of the two scales.
func SubDecimal(a, b *apd.Decimal) (*apd.Decimal, error) {
	x, y, scale := align(a, b)
	return fit(x.Sub(x, y), scale)
}

// MulDecimal multiplies; the result's scale is the sum of the two.
func MulDecimal(a, b *apd.Decimal) (*apd.Decimal, error) {
	x, xs := mantissa(a)
	y, ys := mantissa(b)
	return fit(x.Mul(x, y), xs+ys)
}

// DivDecimal divides to as many digits as a decimal holds; an exact quotient
// has no more decimals than it needs.
func DivDecimal(a, b *apd.Decimal) (*apd.Decimal, error) {
	x, xs := mantissa(a)
	y, ys := mantissa(b)
	if y.Sign() == 0 {
		return nil, ErrDivideByZero
	}
	preferred := xs - ys
	negative := x.Sign()*y.Sign() < 0
	x.Abs(x)
	y.Abs(y)
	for preferred < 0 {
		x.Mul(x, bigTen)
		preferred++
	}
	q, r := new(big.Int).QuoRem(x, y, new(big.Int))
	scale := preferred
	if r.Sign() != 0 {
		extra := maxDecimalScale + 31
		q.QuoRem(x.Mul(x, power10(extra)), y, r)
		scale += extra
		if r.Sign() != 0 { // a sticky digit keeps the rounding right
			q.Mul(q, bigTen).Add(q, big.NewInt(1))
			scale++
		}
	}
	if negative {
		q.Neg(q)
	}
	d, err := fit(q, scale)
	if err == nil {
		trimDecimal(d, preferred)
	}
	return d, err
}

// trimDecimal drops trailing zeros down to a scale.
func trimDecimal(d *apd.Decimal, scale int) {
	m, have := mantissa(d)
	r := new(big.Int)
	for have > scale {
		q, _ := new(big.Int).QuoRem(m, bigTen, r)
		if r.Sign() != 0 {
			break
		}
		m = q
		have--
	}
	d.Coeff.SetMathBigInt(m.Abs(m))
	d.Exponent = -int32(have)
}

// RemDecimal gives the remainder with the sign of a.
func RemDecimal(a, b *apd.Decimal) (*apd.Decimal, error) {
	x, y, scale := align(a, b)
	if y.Sign() == 0 {
		return nil, ErrDivideByZero
	}
	return fit(x.Rem(x, y), scale)
}

// DecimalOfDouble converts a double, rounded to 15 significant digits.
func DecimalOfDouble(v float64) (*apd.Decimal, error) { return decimalOfFloat(v, 15) }

// DecimalOfSingle converts a single, rounded to 7 significant digits.
func DecimalOfSingle(v float32) (*apd.Decimal, error) { return decimalOfFloat(float64(v), 7) }

func decimalOfFloat(v float64, significant int) (*apd.Decimal, error) {
	if math.IsNaN(v) || math.IsInf(v, 0) || math.Abs(v) >= 7.9228162514264338e28 {
		return nil, ErrDecimalOverflow
	}
	var buf [32]byte
	n := digitsOfFloat(v, 'e', significant-1, 64, buf[:0])
	if len(n.d) == 0 {
		return newDecimal(new(big.Int), 0, false)
	}
	m, _ := new(big.Int).SetString(string(n.d), 10)
	if n.neg {
		m.Neg(m)
	}
	d, err := fit(m, len(n.d)-n.scale)
	if err == nil {
		trimDecimal(d, 0)
		d.Negative = d.Negative && d.Coeff.Sign() != 0
	}
	return d, err
}

// ParseDecimal reads a decimal; decimals beyond 28 are rounded. The errors are
// .NET's FormatException and OverflowException.
func ParseDecimal(text string, styles NumberStyles, c *Culture) (*apd.Decimal, error) {
	n, err := scanNumber(text, styles, c)
	if err != nil {
		return nil, err
	}
	if len(n.digits)+n.exponent > 40 {
		return nil, ErrDecimalOverflow
	}
	m, _ := new(big.Int).SetString(string(n.digits), 10)
	if len(n.digits)+n.exponent < -40 {
		m, n.exponent = new(big.Int), -maxDecimalScale
	}
	d, err := fit(m, -n.exponent)
	if err == nil {
		d.Negative = n.neg
	}
	return d, err
}
