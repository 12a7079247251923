package data

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// scope is what an expression is computed over: a row, and the rows that
// aggregates count.
type scope struct {
	env   value.Env
	row   *Row
	table *Table
	rows  []*Row
}

// source is the table whose columns the expression names.
func (s *scope) source() *Table {
	if s.row != nil {
		return s.row.table
	}
	return s.table
}

func (s *scope) caseSensitive() bool {
	t := s.source()
	return t != nil && t.caseSensitive
}

// node is a part of an expression. A value that is not known is DBNull.
type node interface {
	eval(s *scope) (value.Value, error)
}

// constant is a literal.
type constant struct{ v value.Value }

func (n constant) eval(*scope) (value.Value, error) { return n.v, nil }

// columnRef is a column by name.
type columnRef struct{ name string }

func (n columnRef) eval(s *scope) (value.Value, error) {
	t := s.source()
	if t == nil || t.column(n.name) == nil {
		return value.Null, dotnet.Throw(exEvaluate, "Cannot find column [%s].", n.name)
	}
	if s.row == nil {
		return value.DBNull, nil
	}
	return s.row.at(s.env, t.column(n.name))
}

// logic is AND or OR with three values: an unknown side leaves the result
// unknown unless the other one decides.
type logic struct {
	left, right node
	or          bool
}

func (n logic) eval(s *scope) (value.Value, error) {
	left, err := n.left.eval(s)
	if err != nil {
		return left, err
	}
	if left.Kind() == value.KindBool && left.AsBool() == n.or {
		return left, nil
	}
	right, err := n.right.eval(s)
	if err != nil {
		return right, err
	}
	name := "And"
	if n.or {
		name = "Or"
	}
	for _, v := range [...]value.Value{left, right} {
		if v.Kind() != value.KindBool && !value.IsDBNull(v) {
			return value.Null, errOperands(name, left, right)
		}
	}
	if right.Kind() == value.KindBool && right.AsBool() == n.or || value.IsDBNull(right) {
		return right, nil
	}
	return left, nil
}

// negation is NOT, or a minus sign.
type negation struct {
	of   node
	sign bool
}

func (n negation) eval(s *scope) (value.Value, error) {
	v, err := n.of.eval(s)
	switch {
	case err != nil, value.IsDBNull(v):
		return v, err
	case n.sign:
		return arithmetic(s.env, "-", value.Int(0), v)
	case v.Kind() != value.KindBool:
		return value.Null, dotnet.Throw(exEvaluate, "Cannot perform 'Not' operation on %s.", typeNameOf(v))
	}
	return value.Bool(!v.AsBool()), nil
}

// comparison is one of = <> < <= > >=.
type comparison struct {
	op          string
	left, right node
}

func (n comparison) eval(s *scope) (value.Value, error) {
	left, right, err := both(s, n.left, n.right)
	if err != nil || value.IsDBNull(left) || value.IsDBNull(right) {
		return value.DBNull, err
	}
	left, right, ok := alike(s.env, left, right)
	if !ok {
		return value.Null, errOperands(n.op, left, right)
	}
	c := compareValues(s.env, left, right, s.caseSensitive())
	return value.Bool(map[string]bool{"=": c == 0, "<>": c != 0, "<": c < 0, "<=": c <= 0, ">": c > 0, ">=": c >= 0}[n.op]), nil
}

// sum is an arithmetic operation.
type sum struct {
	op          string
	left, right node
}

func (n sum) eval(s *scope) (value.Value, error) {
	left, right, err := both(s, n.left, n.right)
	if err != nil || value.IsDBNull(left) || value.IsDBNull(right) {
		return value.DBNull, err
	}
	return arithmetic(s.env, n.op, left, right)
}

// nullTest is IS NULL.
type nullTest struct {
	of  node
	not bool
}

func (n nullTest) eval(s *scope) (value.Value, error) {
	v, err := n.of.eval(s)
	return value.Bool(value.IsDBNull(v) != n.not), err
}

// membership is IN (...).
type membership struct {
	of   node
	list []node
}

func (n membership) eval(s *scope) (value.Value, error) {
	for _, item := range n.list {
		v, err := (comparison{"=", n.of, item}).eval(s)
		if err != nil || v == value.True {
			return v, err
		}
	}
	return value.False, nil
}

func both(s *scope, l, r node) (left, right value.Value, err error) {
	if left, err = l.eval(s); err != nil {
		return
	}
	right, err = r.eval(s)
	return
}

// alike makes two values comparable: a text beside something else is read as
// that.
func alike(env value.Env, a, b value.Value) (value.Value, value.Value, bool) {
	aText, bText := a.Kind() == value.KindString, b.Kind() == value.KindString
	if aText == bText {
		return a, b, value.TypeOf(a) == value.TypeOf(b) || a.IsNumber() && b.IsNumber()
	}
	if aText {
		v, err := dotnet.CastTo(env, a, value.TypeOf(b))
		if err != nil {
			return a, b, false
		}
		return v, b, true
	}
	v, err := dotnet.CastTo(env, b, value.TypeOf(a))
	if err != nil {
		return a, b, false
	}
	return a, v, true
}

func typeNameOf(v value.Value) string {
	if t := value.TypeOf(v); t != nil {
		return t.FullName
	}
	return value.TypeDBNull.FullName
}

func errOperands(op string, a, b value.Value) error {
	return dotnet.Throw(exEvaluate, "Cannot perform '%s' operation on %s and %s.", op, typeNameOf(a), typeNameOf(b))
}

// compareValues orders two values of one type; the case of texts counts if
// asked for.
func compareValues(env value.Env, a, b value.Value, caseSensitive bool) int {
	if a.Kind() == value.KindString && b.Kind() == value.KindString {
		return dotnet.CompareText(a.Text(), b.Text(), !caseSensitive)
	}
	n, err := dotnet.CompareValues(env, a, b)
	if err != nil {
		return dotnet.CompareText(dotnet.ToText(env, a), dotnet.ToText(env, b), !caseSensitive)
	}
	return n
}
