package runtime

import (
	"exolab/parser"
	"exolab/runtime/value"
)

type binaryFunc func(env value.Env, l, r value.Value) (value.Value, error)

func binaryOperator(op string) binaryFunc {
	quick := intOperator(op)
	return func(env value.Env, l, r value.Value) (value.Value, error) {
		l, r = value.Unwrap(l), value.Unwrap(r)
		if quick != nil && (l.IsNull() || l.IsInteger()) && r.IsInteger() {
			v, _ := quick(l.Int64(), r.Int64())
			return v, nil
		}
		a, b := value.ToString(env, l), value.ToString(env, r)
		switch op {
		case "-eq":
			return value.Bool(a == b), nil
		case "-ne":
			return value.Bool(a != b), nil
		}
		return value.Str(a + b), nil
	}
}

func unaryOperator(op string) func(env value.Env, v value.Value) (value.Value, error) {
	return func(env value.Env, v value.Value) (value.Value, error) {
		return value.Integer(v.Kind(), -v.Int64()), nil
	}
}

func (f *Frame) match(l, r value.Value, caseSensitive bool) (bool, error) { return false, nil }

func (c *compiler) matching(e *parser.BinaryExpression) exprFunc { return constant(value.False) }
