package completion

import (
	"strings"

	"exolab/parser"
	"exolab/runtime/value"
)

// numberTypes are the types of number literals; those of other kinds have
// names.
var numberTypes = map[parser.NumberKind]*value.Type{parser.NumberInt32: value.TypeInt32, parser.NumberInt64: value.TypeInt64,
	parser.NumberDouble: value.TypeDouble, parser.NumberDecimal: value.TypeDecimal}

// inferIndex is one element of a list, the one of a constant place where the
// list is written out.
func (c *completer) inferIndex(e *parser.IndexExpression) *shape {
	target := c.infer(e.Target)
	list, written := e.Target.(*parser.ArrayLiteral)
	if sub, ok := e.Target.(*parser.SubExpression); ok && len(sub.Body.Statements) == 1 {
		if line, ok := sub.Body.Statements[0].(*parser.Pipeline); ok && len(line.Elements) == 1 {
			if expression, ok := line.Elements[0].(*parser.CommandExpression); ok {
				list, written = expression.Expression.(*parser.ArrayLiteral)
			}
		}
	}
	if !written {
		return target.item()
	}
	at, known := constantIndex(e.Index)
	if at < 0 {
		at += len(list.Elements)
	}
	if !known || at < 0 || at >= len(list.Elements) {
		return target.item()
	}
	return c.infer(list.Elements[at])
}

func constantIndex(e parser.Expression) (int, bool) {
	sign := 1
	if u, ok := e.(*parser.UnaryExpression); ok && u.Operator == "-" {
		sign, e = -1, u.Operand
	}
	n, ok := e.(*parser.NumberConstant)
	if !ok {
		return 0, false
	}
	return sign * int(n.Int), true
}

// inferBinary is what an operator yields.
func (c *completer) inferBinary(e *parser.BinaryExpression) *shape {
	switch operator := strings.TrimPrefix(strings.ToLower(e.Operator), "-"); operator {
	case "..":
		return &shape{typ: value.TypeObjectArray, element: ofType(value.TypeInt32)}
	case "+", "*", "-", "/", "%":
		return c.infer(e.Left)
	case "f", "join":
		return ofType(value.TypeString)
	case "split", "isplit", "csplit":
		return &shape{typ: value.TypeObjectArray, element: ofType(value.TypeString)}
	case "replace", "ireplace", "creplace":
		return ofType(value.TypeString)
	case "as":
		if t, ok := e.Right.(*parser.TypeExpression); ok {
			return c.typeNamed(t.Type.String())
		}
		return nil
	case "band", "bor", "bxor", "shl", "shr":
		return ofType(value.TypeInt32)
	}
	return ofType(value.TypeBoolean)
}

func (c *completer) inferUnary(e *parser.UnaryExpression) *shape {
	switch strings.ToLower(e.Operator) {
	case "!", "-not":
		return ofType(value.TypeBoolean)
	case "-join":
		return ofType(value.TypeString)
	case "-split", "-isplit", "-csplit":
		return &shape{typ: value.TypeObjectArray, element: ofType(value.TypeString)}
	}
	if s := c.infer(e.Operand); s != nil {
		return s
	}
	return ofType(value.TypeInt32)
}
