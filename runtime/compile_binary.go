package runtime

import (
	"exolab/parser"
	"exolab/runtime/value"
)

// binary compiles a binary expression.
func (c *compiler) binary(e *parser.BinaryExpression) exprFunc {
	switch e.Operator {
	case "-and", "-or", "-xor":
		test := c.logical(e)
		return func(f *Frame) (value.Value, error) {
			ok, err := test(f)
			return value.Bool(ok), err
		}
	case "??":
		return c.coalesce(e)
	case "-match", "-imatch", "-cmatch", "-notmatch", "-inotmatch", "-cnotmatch":
		return c.matching(e)
	}
	return c.plainBinary(e)
}

// plainBinary compiles an operator that needs nothing but its operands; the
// common pairs of int operands are computed on the spot.
func (c *compiler) plainBinary(e *parser.BinaryExpression) exprFunc {
	if list, ok := e.Right.(*parser.ArrayLiteral); ok && readsList(e.Operator) {
		return c.listOperand(e, list)
	}
	l, r := c.expr(e.Left), c.expr(e.Right)
	slow, quick := binaryOperator(e.Operator), intOperator(e.Operator)
	if quick == nil {
		return func(f *Frame) (value.Value, error) {
			a, b, err := operands(f, l, r)
			if err != nil {
				return value.Null, err
			}
			return slow(f, a, b)
		}
	}
	if k, ok := constantOf(e.Right); ok && k.Kind() == value.KindInt32 {
		n := k.Int64()
		return func(f *Frame) (value.Value, error) {
			a, err := l(f)
			if err != nil {
				return value.Null, err
			}
			if a.Kind() == value.KindInt32 {
				if v, ok := quick(a.Int64(), n); ok {
					return v, nil
				}
			}
			return slow(f, a, k)
		}
	}
	return func(f *Frame) (value.Value, error) {
		a, err := l(f)
		if err != nil {
			return value.Null, err
		}
		b, err := r(f)
		if err != nil {
			return value.Null, err
		}
		if a.Kind() == value.KindInt32 && b.Kind() == value.KindInt32 {
			if v, ok := quick(a.Int64(), b.Int64()); ok {
				return v, nil
			}
		}
		return slow(f, a, b)
	}
}

// readsList reports whether an operator takes its right operand apart and lets
// go of it: a list written there is seen by nobody else.
func readsList(op string) bool {
	switch op {
	case "-f", "-replace", "-ireplace", "-creplace", "-split", "-isplit", "-csplit", "-in", "-iin", "-cin", "-notin", "-inotin", "-cnotin":
		return true
	}
	return false
}

// listOperand compiles such an operator: a list of constants is made once, any
// other in a place that is used again.
func (c *compiler) listOperand(e *parser.BinaryExpression, list *parser.ArrayLiteral) exprFunc {
	l, slow, items := c.expr(e.Left), binaryOperator(e.Operator), c.exprs(list.Elements)
	if fixed, ok := constants(list.Elements); ok {
		r := value.List(fixed...)
		return func(f *Frame) (value.Value, error) {
			a, err := l(f)
			if err != nil {
				return value.Null, err
			}
			return slow(f, a, r)
		}
	}
	return func(f *Frame) (value.Value, error) {
		a, err := l(f)
		if err != nil {
			return value.Null, err
		}
		place := f.session.calls.take(len(items))
		result := value.Null
		if err = evaluateInto(f, items, place.Args); err == nil {
			place.list.Items = place.Args
			result, err = slow(f, a, value.Obj(&place.list))
			place.list = value.Array{}
		}
		f.session.calls.release(place)
		return result, err
	}
}

// constants returns the values of expressions none of which needs evaluation.
func constants(list []parser.Expression) ([]value.Value, bool) {
	out := make([]value.Value, len(list))
	for i, e := range list {
		var ok bool
		if out[i], ok = constantOf(e); !ok {
			return nil, false
		}
	}
	return out, true
}

// intOperator returns the quick form of an operator on two Int32; it reports
// false where the general rules are needed (overflow, division).
func intOperator(op string) func(a, b int64) (value.Value, bool) {
	switch op {
	case "+":
		return func(a, b int64) (value.Value, bool) { return int32Value(a + b) }
	case "-":
		return func(a, b int64) (value.Value, bool) { return int32Value(a - b) }
	case "*":
		return func(a, b int64) (value.Value, bool) { return int32Value(a * b) }
	case "%":
		return func(a, b int64) (value.Value, bool) {
			if b == 0 {
				return value.Null, false
			}
			return value.Int(int(a % b)), true
		}
	case "/":
		return func(a, b int64) (value.Value, bool) {
			if b == 0 || a%b != 0 {
				return value.Null, false
			}
			return int32Value(a / b)
		}
	}
	if test := intComparison(op); test != nil {
		return func(a, b int64) (value.Value, bool) { return value.Bool(test(a, b)), true }
	}
	return nil
}

func int32Value(n int64) (value.Value, bool) {
	return value.Int(int(n)), n == int64(int32(n))
}

// intComparison returns the comparison of two integers that op names, or nil.
func intComparison(op string) func(a, b int64) bool {
	switch op {
	case "-eq", "-ieq", "-ceq":
		return func(a, b int64) bool { return a == b }
	case "-ne", "-ine", "-cne":
		return func(a, b int64) bool { return a != b }
	case "-lt", "-ilt", "-clt":
		return func(a, b int64) bool { return a < b }
	case "-le", "-ile", "-cle":
		return func(a, b int64) bool { return a <= b }
	case "-gt", "-igt", "-cgt":
		return func(a, b int64) bool { return a > b }
	case "-ge", "-ige", "-cge":
		return func(a, b int64) bool { return a >= b }
	}
	return nil
}

// boolean compiles an expression used for its truth.
func (c *compiler) boolean(e parser.Expression) condFunc {
	switch e := e.(type) {
	case *parser.BinaryExpression:
		switch e.Operator {
		case "-and", "-or", "-xor":
			return c.logical(e)
		}
		if test := intComparison(e.Operator); test != nil {
			return c.comparison(e, test)
		}
	case *parser.UnaryExpression:
		if e.Operator == "!" || e.Operator == "-not" {
			test := c.boolean(e.Operand)
			return func(f *Frame) (bool, error) {
				ok, err := test(f)
				return !ok, err
			}
		}
	case *parser.ParenExpression:
		if inner, ok := soleExpression(e.Pipeline); ok {
			return c.boolean(inner)
		}
	}
	of := c.expr(e)
	return func(f *Frame) (bool, error) {
		v, err := of(f)
		if err != nil {
			return false, err
		}
		if v.Kind() == value.KindBool {
			return v.AsBool(), nil
		}
		return value.Truth(v), nil
	}
}

// comparison compiles a comparison used as a condition.
func (c *compiler) comparison(e *parser.BinaryExpression, quick func(a, b int64) bool) condFunc {
	l, r, slow := c.expr(e.Left), c.expr(e.Right), binaryOperator(e.Operator)
	general := func(f *Frame, a, b value.Value) (bool, error) {
		v, err := slow(f, a, b)
		if err != nil {
			return false, err
		}
		return value.Truth(v), nil
	}
	if k, ok := constantOf(e.Right); ok && k.Kind() == value.KindInt32 {
		n := k.Int64()
		return func(f *Frame) (bool, error) {
			a, err := l(f)
			if err != nil {
				return false, err
			}
			if a.Kind() == value.KindInt32 {
				return quick(a.Int64(), n), nil
			}
			return general(f, a, k)
		}
	}
	return func(f *Frame) (bool, error) {
		a, err := l(f)
		if err != nil {
			return false, err
		}
		b, err := r(f)
		if err != nil {
			return false, err
		}
		if a.Kind() == value.KindInt32 && b.Kind() == value.KindInt32 {
			return quick(a.Int64(), b.Int64()), nil
		}
		return general(f, a, b)
	}
}

// logical compiles -and, -or and -xor.
func (c *compiler) logical(e *parser.BinaryExpression) condFunc {
	l, r := c.boolean(e.Left), c.boolean(e.Right)
	if e.Operator == "-xor" {
		return func(f *Frame) (bool, error) {
			a, err := l(f)
			if err != nil {
				return false, err
			}
			b, err := r(f)
			return a != b, err
		}
	}
	decisive := e.Operator == "-or"
	return func(f *Frame) (bool, error) {
		a, err := l(f)
		if err != nil || a == decisive {
			return a, err
		}
		return r(f)
	}
}

// coalesce compiles `a ?? b`.
func (c *compiler) coalesce(e *parser.BinaryExpression) exprFunc {
	l, r := c.lenient(e.Left), c.expr(e.Right)
	return func(f *Frame) (value.Value, error) {
		v, err := l(f)
		if err != nil || !v.IsNull() {
			return v, err
		}
		return r(f)
	}
}

// lenient compiles an operand for which an unset variable is $null even under
// strict mode.
func (c *compiler) lenient(e parser.Expression) exprFunc {
	v, ok := e.(*parser.VariableExpression)
	if !ok {
		return c.expr(e)
	}
	of := c.expr(e)
	scope, name := qualified(v.Name)
	if scope != "" {
		return of
	}
	folded := value.Fold(name)
	return func(f *Frame) (value.Value, error) {
		if f.session.strictUsed && f.scope.Lookup(folded) == nil {
			return value.Null, nil
		}
		return of(f)
	}
}

// operands evaluates both sides of an operator, the left one first.
func operands(f *Frame, left, right exprFunc) (a, b value.Value, err error) {
	if a, err = left(f); err != nil {
		return value.Null, value.Null, err
	}
	b, err = right(f)
	return a, b, err
}
