package operator

import (
	"math"

	"github.com/cockroachdb/apd/v3"

	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// arithmetic is one of the operators + - * / % on two numbers.
type arithmetic struct {
	symbol, method string
	longs          func(a, b int64) (n int64, exact bool)
	floats         func(a, b float64) float64
	decimals       func(a, b *apd.Decimal) (*apd.Decimal, error)
	// divides marks / and %, which fail on a zero divisor.
	divides bool
}

// numeric reports whether a value takes part in arithmetic as a number:
// Booleans, Chars and enums do.
func numeric(v value.Value) bool {
	return v.IsNumber() || v.Kind() == value.KindBool || v.Kind() == value.KindChar || v.Kind() == value.KindEnum
}

// rank is the place of a number's type in the order of promotion.
func rank(v value.Value) value.Kind {
	if v.Kind() == value.KindEnum {
		return value.KindInt32
	}
	return v.Kind()
}

func signed(k value.Kind) bool {
	return k == value.KindSByte || k == value.KindInt16 || k == value.KindInt32 || k == value.KindInt64
}

// numbers applies an operator to two numbers after promotion to a common type.
func (a *arithmetic) numbers(l, r value.Value) (value.Value, error) {
	if l.Kind() == value.KindBool && r.Kind() == value.KindEnum {
		r = value.Bool(value.Truth(r))
	}
	kl, kr := rank(l), rank(r)
	top := max(kl, kr)
	switch {
	case top == value.KindDecimal:
		return a.onDecimals(l, r)
	case top >= value.KindSingle:
		return a.onFloats(l, r)
	case top == value.KindUInt64:
		return a.onUnsigned(l, r)
	}
	if a.divides && r.Int64() == 0 {
		return value.Null, divideByZero()
	}
	n, exact := a.longs(l.Int64(), r.Int64())
	if l.Kind() == value.KindEnum {
		if top > value.KindInt32 {
			return value.Null, netError("System.InvalidCastException", "Unable to cast object of type '%s' to type '%s'.", typeName(r), typeName(l))
		}
		return value.Enum(value.TypeOf(l), int64(int32(n))), nil
	}
	return narrowed(n, exact, top, kl, kr, a, l, r), nil
}

// narrowed gives the result the type of the operands if it fits, else Double.
func narrowed(n int64, exact bool, top, kl, kr value.Kind, a *arithmetic, l, r value.Value) value.Value {
	switch {
	case !exact:
		return value.Double(a.floats(value.ToFloat(l), value.ToFloat(r)))
	case top <= value.KindInt32:
		if n == int64(int32(n)) {
			return value.Int(int(n))
		}
		return value.Double(float64(n))
	case top == value.KindUInt32 && !signed(kl) && !signed(kr):
		if n == int64(uint32(n)) {
			return value.Integer(value.KindUInt32, n)
		}
		return value.Double(float64(n))
	}
	return value.Long(n)
}

// onDoubles applies an operator to a Double and a Double, Int32 or Int64: the
// pairs that sums in loops are made of. ok is false for all others.
func (a *arithmetic) onDoubles(l, r value.Value) (v value.Value, ok bool) {
	if l.Kind() != value.KindDouble && r.Kind() != value.KindDouble {
		return value.Null, false
	}
	x, okLeft := plainFloat(l)
	y, okRight := plainFloat(r)
	if !okLeft || !okRight {
		return value.Null, false
	}
	return value.Double(a.floats(x, y)), true
}

func plainFloat(v value.Value) (f float64, ok bool) {
	switch v.Kind() {
	case value.KindDouble:
		return v.Float(), true
	case value.KindInt32, value.KindInt64:
		return float64(v.Int64()), true
	}
	return 0, false
}

func (a *arithmetic) onFloats(l, r value.Value) (value.Value, error) {
	if bad := enumAsFloat(l); bad != nil {
		return value.Null, bad
	}
	return value.Double(a.floats(value.ToFloat(l), value.ToFloat(r))), nil
}

func enumAsFloat(l value.Value) error {
	if l.Kind() == value.KindEnum {
		return netError("System.InvalidCastException", "Unable to cast object of type '%s' to type 'System.Double'.", typeName(l))
	}
	return nil
}

// onUnsigned computes with decimals, which hold every UInt64 exactly.
func (a *arithmetic) onUnsigned(l, r value.Value) (value.Value, error) {
	v, err := a.onDecimals(l, r)
	if err != nil {
		return v, err
	}
	d := v.Decimal()
	if d.Exponent == 0 || d.IsZero() {
		if out, cause := value.ChangeNumber(v, value.KindUInt64); cause == "" && !signed(rank(l)) && !signed(rank(r)) {
			return out, nil
		}
	}
	return value.Double(value.ToFloat(v)), nil
}

func (a *arithmetic) onDecimals(l, r value.Value) (value.Value, error) {
	if l.Kind() == value.KindBool || r.Kind() == value.KindBool {
		return value.Null, netError("System.InvalidOperationException", "No coercion operator is defined between types 'System.Boolean' and 'System.Decimal'.")
	}
	x, cause := value.ChangeNumber(l, value.KindDecimal)
	y, causeRight := value.ChangeNumber(r, value.KindDecimal)
	if cause+causeRight != "" {
		return value.Null, overflow(cause + causeRight)
	}
	if a.divides && y.Decimal().IsZero() {
		return value.Null, divideByZero()
	}
	d, err := a.decimals(x.Decimal(), y.Decimal())
	if err != nil {
		return value.Null, overflow(err.Error())
	}
	return value.Dec(d), nil
}

func overflow(message string) error {
	e := fault("RuntimeException", "%s", message)
	e.Category, e.Inner = value.NotSpecified, value.NewException("System.OverflowException", message)
	return e
}

var (
	addition = &arithmetic{symbol: "+", method: "op_Addition",
		longs:  func(a, b int64) (int64, bool) { n := a + b; return n, (n > a) == (b > 0) },
		floats: func(a, b float64) float64 { return a + b }, decimals: netfmt.AddDecimal}
	subtraction = &arithmetic{symbol: "-", method: "op_Subtraction",
		longs:  func(a, b int64) (int64, bool) { n := a - b; return n, (n < a) == (b > 0) },
		floats: func(a, b float64) float64 { return a - b }, decimals: netfmt.SubDecimal}
	multiplication = &arithmetic{symbol: "*", method: "op_Multiply", longs: multiplyLongs,
		floats: func(a, b float64) float64 { return a * b }, decimals: netfmt.MulDecimal}
	division = &arithmetic{symbol: "/", method: "op_Division", divides: true,
		longs: func(a, b int64) (int64, bool) {
			if a == math.MinInt64 && b == -1 {
				return 0, false
			}
			return a / b, a%b == 0
		},
		floats: func(a, b float64) float64 { return a / b }, decimals: netfmt.DivDecimal}
	modulus = &arithmetic{symbol: "%", method: "op_Modulus", divides: true,
		longs: func(a, b int64) (int64, bool) {
			if b == -1 {
				return 0, true
			}
			return a % b, true
		},
		floats: math.Mod, decimals: remainder}
)

func multiplyLongs(a, b int64) (int64, bool) {
	n := a * b
	if a == 0 || b == 0 {
		return 0, true
	}
	return n, n/b == a && !(a == -1 && b == math.MinInt64) && !(b == -1 && a == math.MinInt64)
}

// remainder gives back a dividend that is smaller than the divisor as it is.
func remainder(a, b *apd.Decimal) (*apd.Decimal, error) {
	var x, y apd.Decimal
	if x.Abs(a).Cmp(y.Abs(b)) < 0 {
		return a, nil
	}
	return netfmt.RemDecimal(a, b)
}
