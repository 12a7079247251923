package runtime

import (
	"exolab/parser"
	"exolab/runtime/value"
)

// condFunc is a compiled condition.
type condFunc func(f *Frame) (bool, error)

// ifStatement compiles if/elseif/else.
func (c *compiler) ifStatement(s *parser.IfStatement) stmtFunc {
	if len(s.Clauses) == 1 {
		return c.plainIf(s)
	}
	type clause struct {
		test condFunc
		span parser.Span
		body *stmtList
	}
	clauses := make([]clause, len(s.Clauses))
	for i, cl := range s.Clauses {
		clauses[i] = clause{c.condition(cl.Condition), cl.Condition.Extent(), c.block(cl.Body)}
	}
	otherwise := c.block(s.Else)
	return func(f *Frame) error {
		for i := range clauses {
			cl := &clauses[i]
			f.pos = cl.span
			ok, err := cl.test(f)
			if err != nil {
				return err
			}
			if ok {
				return cl.body.run(f)
			}
		}
		if otherwise != nil {
			return otherwise.run(f)
		}
		return nil
	}
}

func (c *compiler) plainIf(s *parser.IfStatement) stmtFunc {
	test, span := c.condition(s.Clauses[0].Condition), s.Clauses[0].Condition.Extent()
	body, otherwise := c.block(s.Clauses[0].Body), c.block(s.Else)
	return func(f *Frame) error {
		f.pos = span
		ok, err := test(f)
		if err != nil {
			return err
		}
		if ok {
			return body.run(f)
		}
		if otherwise != nil {
			return otherwise.run(f)
		}
		return nil
	}
}

// condition compiles a statement used as a condition.
func (c *compiler) condition(s parser.Statement) condFunc {
	if e, ok := soleExpression(s); ok {
		return c.boolean(e)
	}
	of := c.valueOf(s)
	return func(f *Frame) (bool, error) {
		v, err := of(f)
		if err != nil {
			return false, err
		}
		return value.Truth(v), nil
	}
}

// forStatement compiles for (init; condition; iterator).
func (c *compiler) forStatement(s *parser.ForStatement) stmtFunc {
	var start, step stmtFunc
	var test condFunc
	var testSpan parser.Span
	if s.Init != nil {
		start = c.discarded(s.Init)
	}
	if s.Condition != nil {
		test, testSpan = c.condition(s.Condition), s.Condition.Extent()
	}
	if s.Iterator != nil {
		step = c.discarded(s.Iterator)
	}
	body, label := c.block(s.Body), value.Fold(s.Label)
	return func(f *Frame) error {
		if start != nil {
			f.pos = s.Init.Extent()
			if err := start(f); err != nil {
				return err
			}
		}
		for {
			if err := f.session.poll(); err != nil {
				return err
			}
			if test != nil {
				f.pos = testSpan
				if ok, err := test(f); err != nil || !ok {
					return err
				}
			}
			if err := body.run(f); err != nil {
				switch afterBody(err, label) {
				case loopLeave:
					return nil
				case loopFail:
					return err
				}
			}
			if step != nil {
				if err := step(f); err != nil {
					return err
				}
			}
		}
	}
}

// discarded compiles a statement whose output is thrown away, as the parts of
// a for statement are.
func (c *compiler) discarded(s parser.Statement) stmtFunc {
	if a, ok := s.(*parser.AssignmentStatement); ok {
		return c.assignmentStatement(a)
	}
	if e, ok := soleExpression(s); ok {
		of := c.expr(e)
		return func(f *Frame) error {
			_, err := of(f)
			return err
		}
	}
	run := c.statement(s)
	return func(f *Frame) error {
		saved := f.out
		f.out = discard
		err := run(f)
		f.out = saved
		return err
	}
}

// discard is the sink of output that nobody wants.
var discard = SinkFunc(func(value.Value) error { return nil })

// loopShape tells while, do-while and do-until apart.
type loopShape struct {
	bodyFirst, until bool
}

// conditionLoop compiles while, do-while and do-until.
func (c *compiler) conditionLoop(name string, condition parser.Statement, block *parser.StatementBlock, shape loopShape) stmtFunc {
	test, span := c.condition(condition), condition.Extent()
	body, label := c.block(block), value.Fold(name)
	return func(f *Frame) error {
		for first := true; ; first = false {
			if err := f.session.poll(); err != nil {
				return err
			}
			if !first || !shape.bodyFirst {
				f.pos = span
				if ok, err := test(f); err != nil || ok == shape.until {
					return err
				}
			}
			if err := body.run(f); err != nil {
				switch afterBody(err, label) {
				case loopLeave:
					return nil
				case loopFail:
					return err
				}
			}
		}
	}
}

// forEachStatement compiles foreach ($x in ...).
func (c *compiler) forEachStatement(s *parser.ForEachStatement) stmtFunc {
	of, set := c.valueOf(s.Condition), c.assignVariable(s.Variable)
	if sole, ok := soleExpression(s.Condition); ok {
		of = c.streamed(sole)
	}
	body, label := c.block(s.Body), value.Fold(s.Label)
	return func(f *Frame) error {
		f.pos = s.Condition.Extent()
		v, err := of(f)
		if err != nil {
			return err
		}
		// The enumerator is made only for a body that can see it.
		_, visible := f.code.index["foreach"]
		if visible {
			return f.visibleForEach(v, label, set, body)
		}
		turn := func(item value.Value) error {
			if err := f.session.poll(); err != nil {
				return err
			}
			if err := set(f, item); err != nil {
				return err
			}
			return body.run(f)
		}
		return forEachItem(v, func(item value.Value) error {
			if err := turn(item); err != nil {
				switch afterBody(err, label) {
				case loopLeave:
					return errStopEnumeration
				case loopFail:
					return err
				}
			}
			return nil
		})
	}
}

// visibleForEach runs a foreach loop whose body uses $foreach.
func (f *Frame) visibleForEach(v value.Value, label string, set func(*Frame, value.Value) error, body *stmtList) error {
	items, err := listOf(v)
	if err != nil {
		return err
	}
	e := newEnumerator(items)
	cell := f.scope.ensure("foreach", "foreach")
	saved := *cell
	cell.Value, cell.mode = value.Obj(e), varPlain
	defer func() { cell.Value, cell.mode = saved.Value, saved.mode }()
	for e.moveNext() {
		if err := set(f, e.current()); err != nil {
			return err
		}
		if err := body.run(f); err != nil {
			switch afterBody(err, label) {
			case loopLeave:
				return nil
			case loopFail:
				return err
			}
		}
	}
	return nil
}

// errStopEnumeration ends an enumeration early; forEachItem swallows it.
var errStopEnumeration error = &jump{kind: jumpBreak, label: "\x00enumeration"}

// forEachItem calls yield for each item that foreach sees in v: the elements
// of a collection, nothing for $null, or v itself.
func forEachItem(v value.Value, yield func(value.Value) error) error {
	err := eachItem(v, yield)
	if err == errStopEnumeration {
		return nil
	}
	return err
}

func eachItem(v value.Value, yield func(value.Value) error) error {
	if v.IsNull() {
		return nil
	}
	if v.Kind() != value.KindObject {
		return yield(v)
	}
	switch o := v.Object().(type) {
	case *value.Array:
		for i := 0; i < len(o.Items); i++ {
			if err := yield(o.Items[i]); err != nil {
				return err
			}
		}
		return nil
	case *value.Sequence:
		return enumerateSequence(o, yield)
	case value.Enumerable:
		return o.Enumerate(yield)
	}
	return yield(v)
}

// listOf returns the items that foreach sees in v.
func listOf(v value.Value) ([]value.Value, error) {
	if a, ok := value.As[*value.Array](v); ok {
		return a.Items, nil
	}
	var items []value.Value
	err := eachItem(v, func(item value.Value) error {
		items = append(items, item)
		return nil
	})
	return items, err
}
