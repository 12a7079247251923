package runtime

import (
	"exolab/parser"
	"exolab/runtime/operator"
	"exolab/runtime/value"
)

// streamed compiles an expression whose value is only taken apart, as before a
// pipe and in foreach: the numbers of a range are made one at a time.
func (c *compiler) streamed(e parser.Expression) exprFunc {
	inner := e
	if p, ok := inner.(*parser.ParenExpression); ok {
		if sole, ok := soleExpression(p.Pipeline); ok {
			inner = sole
		}
	}
	b, ok := inner.(*parser.BinaryExpression)
	if !ok || b.Operator != ".." {
		return c.expr(e)
	}
	l, r := c.expr(b.Left), c.expr(b.Right)
	return func(f *Frame) (value.Value, error) {
		from, to, err := operands(f, l, r)
		if err != nil {
			return value.Null, err
		}
		if from.Kind() == value.KindInt32 && to.Kind() == value.KindInt32 {
			return value.Obj(&intRange{from.Int64(), to.Int64()}), nil
		}
		return operator.Range(f, from, to)
	}
}

// intRange is the numbers from one to another, up or down. Scripts never see it
// itself, only its elements.
type intRange struct{ from, to int64 }

// PSType returns Object[], which a range is to scripts.
func (*intRange) PSType() *value.Type { return value.TypeObjectArray }

// Enumerate calls yield for each number.
func (r *intRange) Enumerate(yield func(value.Value) error) error {
	step := int64(1)
	if r.to < r.from {
		step = -1
	}
	for n := r.from; ; n += step {
		if err := yield(value.Int(int(n))); err != nil || n == r.to {
			return err
		}
	}
}
