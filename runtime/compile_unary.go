package runtime

import (
	"exolab/parser"
	"exolab/runtime/value"
)

// unary compiles a unary expression.
func (c *compiler) unary(e *parser.UnaryExpression) exprFunc {
	switch e.Operator {
	case "!", "-not":
		test := c.boolean(e.Operand)
		return func(f *Frame) (value.Value, error) {
			ok, err := test(f)
			return value.Bool(!ok), err
		}
	case "++", "--":
		return c.step(e)
	case ",":
		of := c.expr(e.Operand)
		return func(f *Frame) (value.Value, error) {
			v, err := of(f)
			if err != nil {
				return value.Null, err
			}
			if v.IsVoid() {
				v = value.Null
			}
			return value.List(v), nil
		}
	}
	of, run := c.expr(e.Operand), unaryOperator(e.Operator)
	return func(f *Frame) (value.Value, error) {
		v, err := of(f)
		if err != nil {
			return value.Null, err
		}
		return run(f, v)
	}
}

// step compiles ++ and --, before or after the operand.
func (c *compiler) step(e *parser.UnaryExpression) exprFunc {
	delta := int64(1)
	if e.Operator == "--" {
		delta = -1
	}
	if v, ok := e.Operand.(*parser.VariableExpression); ok {
		if scope, name := qualified(v.Name); scope == "" && !isSpecialName(value.Fold(name)) {
			return c.stepSlot(c.slot(name), delta, e.Postfix, c.stepAny(e, delta))
		}
	}
	return c.stepAny(e, delta)
}

// isSpecialName reports whether a folded name is not kept in an ordinary cell.
func isSpecialName(folded string) bool {
	switch folded {
	case "null", "true", "false", "?", "lastexitcode":
		return true
	}
	return false
}

func (c *compiler) stepSlot(slot int, delta int64, postfix bool, slow exprFunc) exprFunc {
	return func(f *Frame) (value.Value, error) {
		v := f.vars[slot]
		if v == nil || v.mode != varPlain || v.Value.Kind() != value.KindInt32 {
			return slow(f)
		}
		before := v.Value
		after := before.Int64() + delta
		if after != int64(int32(after)) {
			return slow(f)
		}
		v.Value = value.Int(int(after))
		if postfix {
			return before, nil
		}
		return v.Value, nil
	}
}

func (c *compiler) stepAny(e *parser.UnaryExpression, delta int64) exprFunc {
	t := c.target(e.Operand)
	op := "+"
	if delta < 0 {
		op = "-"
	}
	add, name := binaryOperator(op), e.Operator
	return func(f *Frame) (value.Value, error) {
		place, err := t(f)
		if err != nil {
			return value.Null, err
		}
		before, err := place.get(f)
		if err != nil {
			return value.Null, err
		}
		if before.IsNull() {
			before = value.Int(0)
		}
		if !value.Unwrap(before).IsNumber() {
			return value.Null, fault("OperatorRequiresNumber", value.InvalidOperation, value.Null,
				`The '%s' operator works only on numbers. The operand is a '%s'.`, name, typeName(before))
		}
		after, err := add(f, before, value.Int(1))
		if err != nil {
			return value.Null, err
		}
		if err := place.set(f, after); err != nil {
			return value.Null, err
		}
		if e.Postfix {
			return before, nil
		}
		return after, nil
	}
}
