package operator

import "exolab/runtime/value"

// UnaryFunc is an operator on one operand.
type UnaryFunc func(env value.Env, v value.Value) (value.Value, error)

// ForUnary returns the unary operator written as op, or nil: + - ! -not -bnot
// -split -isplit -csplit -join ++ --. ++ and -- give the value to assign.
func ForUnary(op string) UnaryFunc {
	switch value.Fold(op) {
	case "-":
		return Negate
	case "+":
		return Plus
	case "!", "-not":
		return Not
	case "-bnot":
		return Complement
	case "-split", "-isplit", "-csplit":
		return SplitWords
	case "-join":
		return JoinAll
	case "++":
		return func(env value.Env, v value.Value) (value.Value, error) { return step(env, v, "++", 1) }
	case "--":
		return func(env value.Env, v value.Value) (value.Value, error) { return step(env, v, "--", -1) }
	}
	return nil
}

// Not is -not.
func Not(_ value.Env, v value.Value) (value.Value, error) { return value.Bool(!value.Truth(v)), nil }

// Negate is the unary minus: 0 - v.
func Negate(env value.Env, v value.Value) (value.Value, error) {
	return Subtract(env, value.Int(0), v)
}

// Plus is the unary plus: 0 + v.
func Plus(env value.Env, v value.Value) (value.Value, error) {
	return Add(env, value.Int(0), v)
}

// Complement is -bnot.
func Complement(env value.Env, v value.Value) (value.Value, error) {
	v = zeroIfNull(value.Unwrap(v))
	if v.Kind() == value.KindString {
		n, err := scanOperand(env, v, value.Null)
		if err != nil {
			return value.Null, err
		}
		v = n
	}
	switch {
	case v.Kind() == value.KindEnum:
		return value.Enum(value.TypeOf(v), ^v.Int64()), nil
	case v.Kind() == value.KindInt64:
		return value.Long(^v.Int64()), nil
	case v.Kind() == value.KindUInt32:
		return value.Integer(value.KindUInt32, int64(^uint32(v.Uint64()))), nil
	case v.Kind() == value.KindUInt64:
		return value.Integer(value.KindUInt64, ^v.Int64()), nil
	case fractional(v):
		n, err := whole(v)
		if err != nil {
			return value.Null, err
		}
		return Complement(env, n)
	case !numeric(v):
		_, err := value.Convert(env, v, value.TypeInt32)
		return value.Null, err
	}
	return value.Int(int(^int32(v.Int64()))), nil
}

func step(env value.Env, v value.Value, op string, by int) (value.Value, error) {
	v = value.Unwrap(v)
	switch {
	case v.IsNull():
		return value.Int(by), nil
	case !numeric(v) || v.Kind() == value.KindBool:
		return value.Null, fault("OperatorRequiresNumber", "The '%s' operator works only on numbers. The operand is a '%s'.", op, typeName(v))
	}
	return Add(env, v, value.Int(by))
}
