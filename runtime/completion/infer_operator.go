package completion

import (
	"slices"
	"strings"

	"exolab/parser"
	"exolab/runtime/value"
)

// numberTypes are the types of number literals; those of other kinds have
// names.
var numberTypes = map[parser.NumberKind]*value.Type{parser.NumberInt32: value.TypeInt32, parser.NumberInt64: value.TypeInt64,
	parser.NumberDouble: value.TypeDouble, parser.NumberDecimal: value.TypeDecimal}

// inferIndex is one element of a list, the one of a constant place where the
// list is written out, or a value of a dictionary.
func (c *completer) inferIndex(e *parser.IndexExpression) *shape {
	target := c.infer(e.Target)
	list := writtenList(e.Target)
	if list == nil {
		return target.indexed()
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

// writtenList is the list that an expression writes out, perhaps in $( ).
func writtenList(e parser.Expression) *parser.ArrayLiteral {
	if list, ok := e.(*parser.ArrayLiteral); ok {
		return list
	}
	sub, ok := e.(*parser.SubExpression)
	if !ok || len(sub.Body.Statements) != 1 {
		return nil
	}
	line, ok := sub.Body.Statements[0].(*parser.Pipeline)
	if !ok || len(line.Elements) != 1 {
		return nil
	}
	if expression, ok := line.Elements[0].(*parser.CommandExpression); ok {
		list, _ := expression.Expression.(*parser.ArrayLiteral)
		return list
	}
	return nil
}

// indexed is what stands at a place of a collection or under a key.
func (s *shape) indexed() *shape {
	switch {
	case s == nil:
		return nil
	case s.typ != nil && len(s.typ.Args) > 0 && !s.known:
		return ofType(s.typ.Args[len(s.typ.Args)-1])
	case s.known && s.item() == nil:
		return ofType(value.TypeObject)
	}
	return s.item()
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
	if len(e.Operator) == 1 {
		return c.inferArithmetic(e)
	}
	switch operator := strings.TrimPrefix(strings.ToLower(e.Operator), "-"); operator {
	case "..":
		return &shape{typ: value.TypeObjectArray, element: ofType(value.TypeInt32)}
	case "split", "isplit", "csplit":
		return &shape{typ: value.TypeObjectArray, element: ofType(value.TypeString)}
	case "f", "join", "replace", "ireplace", "creplace":
		return ofType(value.TypeString)
	case "as":
		if t, ok := e.Right.(*parser.TypeExpression); ok {
			return c.typeNamed(t.Type.String())
		}
		return nil
	case "band", "bor", "bxor", "shl", "shr":
		return ofType(value.TypeInt32)
	case "??":
		return union(c.infer(e.Left), c.infer(e.Right))
	default:
		if comparesItems(operator) {
			return union(ofType(value.TypeBoolean), c.infer(e.Left))
		}
	}
	return ofType(value.TypeBoolean)
}

// comparesItems reports whether an operator picks out of a list on its left.
func comparesItems(operator string) bool {
	name := strings.TrimPrefix(strings.TrimPrefix(operator, "c"), "i")
	return slices.Contains(strings.Fields("eq ne ge gt le lt like notlike match notmatch"), name)
}

// inferArithmetic is what dates yield, which have operators of their own;
// everything else yields what stands on the left.
func (c *completer) inferArithmetic(e *parser.BinaryExpression) *shape {
	left := c.infer(e.Left)
	if e.Operator != "-" || !left.mayBe(value.TypeDateTime) {
		return left
	}
	right := c.infer(e.Right)
	switch {
	case right == nil:
		return union(ofType(value.TypeDateTime), ofType(value.TypeTimeSpan))
	case right.mayBe(value.TypeDateTime):
		return ofType(value.TypeTimeSpan)
	}
	return ofType(value.TypeDateTime)
}

// mayBe reports whether a type is among those that a value may have.
func (s *shape) mayBe(t *value.Type) bool {
	return s != nil && (s.typ == t || slices.ContainsFunc(s.more, func(other *shape) bool { return other.mayBe(t) }))
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
