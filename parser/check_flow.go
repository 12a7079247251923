package parser

import "strings"

// try checks the order of catch clauses.
func (c *checker) try(n *TryStatement) {
	for i, clause := range n.Catches {
		if len(clause.Types) == 0 && i < len(n.Catches)-1 {
			c.fail(before(n.Catches[i+1].Span), "EmptyCatchNotLast")
		}
	}
}

// jump checks where a break or continue goes.
func (c *checker) jump(at Span, label Expression) {
	name, known := "", label == nil
	if s, ok := label.(*StringConstant); ok {
		name, known = s.Value, true
	}
	if !known {
		c.leavingFinally(at, nil)
		return
	}
	c.leavingFinally(at, &name)
	if name != "" {
		c.labelExists(at, name)
	}
}

// leavingFinally refuses jumps out of a finally block; a nil label is one that
// is known only at run time, or a return.
func (c *checker) leavingFinally(at Span, label *string) {
	for i := len(c.path) - 1; i > 0; i-- {
		switch n := c.path[i].(type) {
		case *NamedBlock, *TrapStatement, *ScriptBlock:
			return
		case *StatementBlock:
			if t, ok := c.path[i-1].(*TryStatement); ok && t.Finally == n {
				c.fail(at, "ControlLeavingFinally")
				return
			}
		case Statement:
			if own, labelled := loopLabel(n); labelled && label != nil && (*label == "" || strings.EqualFold(*label, own)) {
				return
			}
		}
	}
}

// loopLabel returns the label of a statement that can have one.
func loopLabel(s Statement) (label string, can bool) {
	switch s := s.(type) {
	case *ForStatement:
		return s.Label, true
	case *ForEachStatement:
		return s.Label, true
	case *WhileStatement:
		return s.Label, true
	case *DoWhileStatement:
		return s.Label, true
	case *DoUntilStatement:
		return s.Label, true
	case *SwitchStatement:
		return s.Label, true
	}
	return "", false
}

// labelExists refuses, in a method, a jump to a label that no loop has.
func (c *checker) labelExists(at Span, label string) {
	for i := len(c.path) - 1; i >= 0; i-- {
		switch n := c.path[i].(type) {
		case *FunctionDefinition:
			return
		case *FunctionMember:
			c.fail(at, "LabelNotFound", label)
			return
		case Statement:
			_, isSwitch := n.(*SwitchStatement)
			if own, labelled := loopLabel(n); labelled && !isSwitch && strings.EqualFold(label, own) {
				return
			}
		}
	}
}

// returning checks a return statement against the return type of its method.
func (c *checker) returning(n *ReturnStatement) {
	m := c.method()
	if m == nil {
		return
	}
	void := m.ReturnType == nil || isVoid(m.ReturnType.Type)
	switch {
	case n.Value != nil && void:
		c.fail(n.Span, "VoidMethodHasReturn")
	case n.Value == nil && !void:
		c.fail(n.Span, "NonVoidMethodMissingReturnValue")
	}
}
