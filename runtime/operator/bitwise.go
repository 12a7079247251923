package operator

import "exolab/runtime/value"

// bits is one of -band, -bor and -bxor.
type bits struct {
	symbol, method string
	apply          func(a, b uint64) uint64
}

var (
	and = &bits{"-band", "op_BitwiseAnd", func(a, b uint64) uint64 { return a & b }}
	or  = &bits{"-bor", "op_BitwiseOr", func(a, b uint64) uint64 { return a | b }}
	xor = &bits{"-bxor", "op_ExclusiveOr", func(a, b uint64) uint64 { return a ^ b }}
)

func bitwise(b *bits) Func {
	return func(env value.Env, l, r value.Value) (value.Value, error) {
		if l.Kind() == value.KindInt32 && r.Kind() == value.KindInt32 {
			return value.Int(int(b.apply(l.Uint64(), r.Uint64()))), nil
		}
		return b.general(env, zeroIfNull(value.Unwrap(l)), zeroIfNull(value.Unwrap(r)))
	}
}

func fractional(v value.Value) bool {
	return v.Kind() >= value.KindSingle && v.Kind() <= value.KindDecimal
}

func (b *bits) general(env value.Env, l, r value.Value) (value.Value, error) {
	x, y, err := scanOperands(env, l, r)
	if err != nil {
		return value.Null, err
	}
	if !numeric(x) || !numeric(y) {
		if (fractional(x) || fractional(y)) && x.Kind() != value.KindDateTime && y.Kind() != value.KindDateTime {
			return value.Null, netError("System.NullReferenceException", "Object reference not set to an instance of an object.")
		}
		return callOperator(env, x, y, b.symbol, b.method)
	}
	kl, kr := rank(x), rank(y)
	top := max(kl, kr)
	if top >= value.KindSingle {
		return b.onFractions(x, y)
	}
	n := b.apply(x.Uint64(), y.Uint64())
	switch {
	case l.Kind() == value.KindEnum:
		return value.Enum(value.TypeOf(l), int64(n)), nil
	case top <= value.KindInt32:
		return value.Int(int(int32(n))), nil
	case top == value.KindUInt32 && !signed(kl) && !signed(kr):
		return value.Integer(value.KindUInt32, int64(uint32(n))), nil
	case top == value.KindUInt64:
		return value.Integer(value.KindUInt64, int64(n)), nil
	}
	return value.Long(int64(n)), nil
}

// onFractions rounds both operands to 64 bits, signed if either is negative.
func (b *bits) onFractions(l, r value.Value) (value.Value, error) {
	if l.Kind() == value.KindDecimal || r.Kind() == value.KindDecimal {
		l, r = asDecimal(l), asDecimal(r)
	}
	x, negativeLeft, err := wholeBits(l)
	if err != nil {
		return value.Null, err
	}
	y, negativeRight, err := wholeBits(r)
	if err != nil {
		return value.Null, err
	}
	if n := b.apply(x, y); negativeLeft || negativeRight {
		return value.Long(int64(n)), nil
	} else {
		return value.Integer(value.KindUInt64, int64(n)), nil
	}
}

func asDecimal(v value.Value) value.Value {
	if d, cause := value.ChangeNumber(v, value.KindDecimal); cause == "" {
		return d
	}
	return v
}

func wholeBits(v value.Value) (n uint64, negative bool, err error) {
	t := value.TypeUInt64
	if negative = value.ToFloat(v) < 0; negative {
		t = value.TypeInt64
	}
	out, err := value.Convert(nil, v, t)
	return out.Uint64(), negative, err
}

// ShiftLeft is the -shl operator.
func ShiftLeft(env value.Env, l, r value.Value) (value.Value, error) {
	return shift(env, l, r, "-shl", "op_LeftShift", "LeftShift", func(n int64, by uint) int64 { return n << by })
}

// ShiftRight is the -shr operator.
func ShiftRight(env value.Env, l, r value.Value) (value.Value, error) {
	return shift(env, l, r, "-shr", "op_RightShift", "RightShift", func(n int64, by uint) int64 { return n >> by })
}

func shift(env value.Env, l, r value.Value, symbol, method, name string, by func(int64, uint) int64) (value.Value, error) {
	l, r = value.Unwrap(l), value.Unwrap(r)
	if l.IsNull() {
		return value.Int(0), nil
	}
	if l.Kind() == value.KindString {
		n, err := scanOperand(env, l, r)
		if err != nil {
			return value.Null, err
		}
		l = n
	}
	if r.Kind() == value.KindString {
		n, err := scanOperand(env, r, l)
		if err != nil {
			return value.Null, err
		}
		r = n
	}
	if !l.IsInteger() && !fractional(l) && l.Kind() != value.KindEnum {
		return callOperator(env, l, r, symbol, method)
	}
	count, err := value.Convert(env, r, value.TypeInt32)
	shiftsEnum := l.Kind() == value.KindEnum && (err == nil || numeric(r))
	if err != nil && !shiftsEnum {
		return value.Null, err
	}
	if shiftsEnum {
		return value.Null, netError("System.InvalidOperationException", "The binary operator %s is not defined for the types '%s' and 'System.Int32'.", name, typeName(l))
	}
	if fractional(l) {
		if l, err = whole(l); err != nil {
			return value.Null, err
		}
	}
	return shifted(l, uint(count.Int64()), by), nil
}

// whole rounds a fraction to the smallest integer type that holds it.
func whole(v value.Value) (value.Value, error) {
	for _, k := range [...]value.Kind{value.KindInt32, value.KindUInt32, value.KindInt64, value.KindUInt64} {
		if n, cause := value.ChangeNumber(v, k); cause == "" {
			return n, nil
		}
	}
	last := value.TypeUInt64.FullName
	if v.Kind() == value.KindDecimal {
		last = value.TypeInt32.FullName
	}
	e := fault("ConvertToFinalInvalidCastException", "Cannot convert the \"%s\" value of type \"%s\" to type \"%s\".", value.CultureText(v), typeName(v), last)
	e.T, e.Category = value.ExceptionType("System.Management.Automation.PSInvalidCastException"), value.InvalidArgument
	return value.Null, e
}

func shifted(l value.Value, count uint, by func(int64, uint) int64) value.Value {
	switch l.Kind() {
	case value.KindInt64:
		return value.Long(by(l.Int64(), count&63))
	case value.KindUInt64:
		if by(1, 1) == 2 {
			return value.Integer(value.KindUInt64, l.Int64()<<(count&63))
		}
		return value.Integer(value.KindUInt64, int64(l.Uint64()>>(count&63)))
	}
	n := by(l.Int64(), count&31)
	switch l.Kind() {
	case value.KindSByte:
		n = int64(int8(n))
	case value.KindByte:
		n = int64(uint8(n))
	case value.KindInt16:
		n = int64(int16(n))
	case value.KindUInt16:
		n = int64(uint16(n))
	case value.KindUInt32:
		n = int64(uint32(n))
	default:
		n = int64(int32(n))
	}
	return value.Integer(l.Kind(), n)
}
