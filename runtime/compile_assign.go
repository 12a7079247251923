package runtime

import (
	"exolab/parser"
	"exolab/runtime/value"
)

// assignmentStatement compiles an assignment that stands as a statement: it
// writes nothing.
func (c *compiler) assignmentStatement(s *parser.AssignmentStatement) stmtFunc {
	if run := c.slotAssignment(s); run != nil {
		return run
	}
	of := c.assignment(s)
	run := func(f *Frame) error {
		_, err := of(f)
		return err
	}
	if succeeds(s) {
		return succeeding(run)
	}
	return run
}

// slotAssignment compiles the frequent `$x = expression` and
// `$x += expression` on unqualified variables; nil for all others.
func (c *compiler) slotAssignment(s *parser.AssignmentStatement) stmtFunc {
	left, ok := s.Left.(*parser.VariableExpression)
	if !ok {
		return nil
	}
	right, ok := soleExpression(s.Right)
	if !ok {
		return nil
	}
	scope, name := qualified(left.Name)
	if scope != "" || isSpecialName(value.Fold(name)) {
		return nil
	}
	success := expressionSucceeds(right)
	slot, of := c.slot(name), c.expr(right)
	switch s.Operator {
	case "=":
		return func(f *Frame) error {
			v, err := of(f)
			if err != nil {
				return err
			}
			f.session.ok = f.session.ok || success
			return f.write(slot, v)
		}
	case "+=", "-=", "*=", "%=":
		if success {
			return c.slotUpdate(slot, s.Operator[:1], of, left.Span)
		}
	}
	return nil
}

// slotUpdate compiles `$x op= expression`.
func (c *compiler) slotUpdate(slot int, op string, of exprFunc, span parser.Span) stmtFunc {
	quick, slow := intOperator(op), updateOperator(op)
	return func(f *Frame) error {
		before, err := f.readOwn(slot, span)
		if err != nil {
			return err
		}
		v, err := of(f)
		if err != nil {
			return err
		}
		f.session.ok = true
		if before.Kind() == value.KindInt32 && v.Kind() == value.KindInt32 {
			if sum, ok := quick(before.Int64(), v.Int64()); ok {
				return f.write(slot, sum)
			}
		}
		after, err := slow(f, before, v)
		if err != nil {
			return err
		}
		return f.write(slot, after)
	}
}

// assignment compiles an assignment as an expression: its value is what was
// assigned.
func (c *compiler) assignment(s *parser.AssignmentStatement) exprFunc {
	switch s.Operator {
	case "=":
		return c.simpleAssignment(s)
	case "??=":
		return c.coalescingAssignment(s)
	}
	t, of, op := c.target(s.Left), c.valueOf(s.Right), updateOperator(s.Operator[:len(s.Operator)-1])
	return func(f *Frame) (value.Value, error) {
		p, err := t(f)
		if err != nil {
			return value.Null, err
		}
		before, err := p.get(f)
		if err != nil {
			return value.Null, err
		}
		v, err := of(f)
		if err != nil {
			return value.Null, err
		}
		if v.IsVoid() {
			v = value.Null
		}
		after, err := op(f, before, v)
		if err != nil {
			return value.Null, err
		}
		return after, p.set(f, after)
	}
}

func (c *compiler) simpleAssignment(s *parser.AssignmentStatement) exprFunc {
	of, set := c.valueOf(s.Right), c.assignTo(s.Left)
	var read exprFunc
	if undecorated(s.Left) != s.Left {
		// The value of a typed assignment is the converted one.
		if v, ok := undecorated(s.Left).(*parser.VariableExpression); ok {
			read = c.expr(v)
		}
	}
	return func(f *Frame) (value.Value, error) {
		v, err := of(f)
		if err != nil {
			return value.Null, err
		}
		if err := set(f, v); err != nil {
			return value.Null, err
		}
		if read != nil {
			return read(f)
		}
		return v, nil
	}
}

func (c *compiler) coalescingAssignment(s *parser.AssignmentStatement) exprFunc {
	of := c.valueOf(s.Right)
	var get exprFunc
	if v, ok := s.Left.(*parser.VariableExpression); ok {
		get = c.lenient(v)
	}
	t := c.target(s.Left)
	return func(f *Frame) (value.Value, error) {
		p, err := t(f)
		if err != nil {
			return value.Null, err
		}
		read := p.get
		if get != nil {
			read = get
		}
		before, err := read(f)
		if err != nil || !before.IsNull() {
			return before, err
		}
		v, err := of(f)
		if err != nil {
			return value.Null, err
		}
		if v.IsVoid() {
			v = value.Null
		}
		return v, p.set(f, v)
	}
}
