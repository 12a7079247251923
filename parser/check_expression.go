package parser

import "strings"

// assignable checks the target of an assignment; an array literal may only
// stand left of `=`.
func (c *checker) assignable(target Expression, simple bool, id string, args ...any) {
	valid := false
	switch t := target.(type) {
	case *VariableExpression:
		valid = true
	case *MemberExpression:
		valid = !t.NullConditional
	case *IndexExpression:
		valid = !t.NullConditional
	case *InvokeMemberExpression:
		// A property with parameters, as `$list.Item(0) = 1`.
		valid = !t.NullConditional
	case *ArrayLiteral:
		if valid = simple; simple {
			for _, e := range t.Elements {
				c.assignable(e, true, id, args...)
			}
		}
	case *ConvertExpression, *AttributedExpression:
		c.decorated(target, simple, id, args...)
		return
	case *ParenExpression:
		if e := pureExpression(t.Pipeline); e != nil {
			c.assignable(e, simple, id, args...)
		} else {
			c.fail(t.Pipeline.Extent(), id, args...)
		}
		return
	}
	if !valid {
		c.fail(target.Extent(), id, args...)
	}
}

// decorated checks a target with types and attributes before it.
func (c *checker) decorated(target Expression, simple bool, id string, args ...any) {
	inner, casts := target, 0
	var reference, last *TypeConstraint
	for {
		switch t := inner.(type) {
		case *ConvertExpression:
			casts++
			last = t.Type
			if isReference(t.Type.Type) {
				reference = t.Type
			} else if isVoid(t.Type.Type) {
				c.fail(t.Type.Span, "VoidTypeConstraintNotAllowed")
			}
			inner = t.Operand
			continue
		case *AttributedExpression:
			inner = t.Operand
			continue
		}
		break
	}
	if reference != nil && casts > 1 {
		c.fail(reference.Span, "ReferenceNeedsToBeByItselfInTypeConstraint")
		return
	}
	if v, ok := inner.(*VariableExpression); ok {
		c.automatic(target, v, last)
	}
	c.assignable(inner, simple, id, args...)
}

// automaticTypes are the types of the variables that PowerShell fills itself.
var automaticTypes = map[string]string{"_": "System.Object", "args": "System.Object[]", "this": "System.Object", "input": "System.Object",
	"pscmdlet": "System.Management.Automation.PSCmdlet", "psboundparameters": "System.Management.Automation.PSBoundParametersDictionary",
	"myinvocation": "System.Management.Automation.InvocationInfo", "psscriptroot": "System.String", "pscommandpath": "System.String"}

// automatic refuses to give an automatic variable another type.
func (c *checker) automatic(target Expression, v *VariableExpression, constraint *TypeConstraint) {
	name := strings.TrimPrefix(strings.TrimPrefix(strings.ToLower(v.Name), "local:"), "private:")
	want, ok := automaticTypes[name]
	if !ok || constraint != nil && sameType(constraint.Type.String(), want) {
		return
	}
	plain := v.Name[len(v.Name)-len(name):]
	c.fail(target.Extent(), "AssignmentStatementToAutomaticNotSupported", plain, want)
}

// typeShorthands are the short names of the types of automatic variables.
var typeShorthands = map[string]string{"object": "System.Object", "string": "System.String", "object[]": "System.Object[]"}

func sameType(written, full string) bool {
	if long, ok := typeShorthands[strings.ToLower(written)]; ok {
		written = long
	}
	return strings.EqualFold(written, full) || strings.EqualFold("System."+written, full)
}

// pureExpression returns the expression of a pipeline that is nothing else.
func pureExpression(s Statement) Expression {
	pipe, ok := s.(*Pipeline)
	if !ok || len(pipe.Elements) != 1 || pipe.Background {
		return nil
	}
	e, ok := pipe.Elements[0].(*CommandExpression)
	if !ok || len(e.Redirections) > 0 {
		return nil
	}
	return e.Expression
}

func (c *checker) hashtable(h *Hashtable) {
	seen := map[string]bool{}
	for _, e := range h.Entries {
		var key string
		switch k := e.Key.(type) {
		case *StringConstant:
			key = k.Value
		case *NumberConstant:
			key = c.p.source.Slice(k.Span)
		default:
			continue
		}
		if folded := strings.ToLower(key); seen[folded] {
			c.fail(e.Key.Extent(), "DuplicateKeyInHashLiteral", key)
		} else {
			seen[folded] = true
		}
	}
}

// convert checks where [ordered] and [ref] may stand.
func (c *checker) convert(n *ConvertExpression) {
	if strings.EqualFold(n.Type.Type.String(), "ordered") {
		if _, ok := n.Operand.(*Hashtable); !ok {
			c.fail(n.Span, "OrderedAttributeOnlyOnHashLiteralNode", n.Type.Type.String())
		}
		return
	}
	if !isReference(n.Type.Type) {
		return
	}
	twice := false
	for inner := n.Operand; ; {
		switch t := inner.(type) {
		case *ConvertExpression:
			if isReference(t.Type.Type) {
				twice = true
				c.fail(t.Type.Span, "ReferenceNeedsToBeByItselfInTypeSequence")
			}
			inner = t.Operand
			continue
		case *AttributedExpression:
			inner = t.Operand
			continue
		}
		break
	}
	if !twice {
		c.castsBefore(n)
	}
}

// castsBefore refuses other types before [ref], except left of an assignment,
// which is checked there.
func (c *checker) castsBefore(n *ConvertExpression) {
	for i := 1; ; i++ {
		switch t := c.parent(i).(type) {
		case *ConvertExpression:
			if isReference(t.Type.Type) {
				return
			}
			if !c.isTarget(t) {
				c.fail(n.Type.Span, "ReferenceNeedsToBeLastTypeInTypeConversion")
			}
		case *AttributedExpression:
		default:
			return
		}
	}
}

// isTarget reports whether an expression stands left of an assignment.
func (c *checker) isTarget(e Expression) bool {
	for i := len(c.path) - 1; i >= 0; i-- {
		switch n := c.path[i].(type) {
		case *AssignmentStatement:
			return e.Extent().End <= n.OperatorSpan.Start
		case *CommandExpression:
			return false
		}
	}
	return false
}

// attributed refuses attributes before anything but a variable.
func (c *checker) attributed(n *AttributedExpression) {
	for inner := n.Operand; ; {
		switch t := inner.(type) {
		case *VariableExpression:
			return
		case *ConvertExpression:
			inner = t.Operand
			continue
		case *AttributedExpression:
			inner = t.Operand
			continue
		}
		break
	}
	c.fail(n.Attribute.Span, "UnexpectedAttribute", n.Attribute.Type.String())
}

func (c *checker) variable(v *VariableExpression) {
	if v.Splatted {
		c.splatted(v)
	}
	if strings.EqualFold(v.Name, "this") && c.inStaticMember() {
		c.fail(v.Span, "NonStaticMemberAccessInStaticMember", v.Name)
	}
}

// inStaticMember reports whether a node is part of a static member of a class;
// what is in a script block of its own is part of none.
func (c *checker) inStaticMember() bool {
	for i := len(c.path) - 1; i >= 0; i-- {
		switch n := c.path[i].(type) {
		case *FunctionMember:
			return n.Static
		case *PropertyMember:
			return n.Static
		case *ScriptBlockExpression, *FunctionDefinition:
			return false
		}
	}
	return false
}

func (c *checker) splatted(v *VariableExpression) {
	switch c.parent(1).(type) {
	case *Command, *UsingExpression:
		return
	case *ArrayLiteral:
		if _, argument := c.parent(2).(*Command); argument {
			c.fail(v.Span, "SplattingNotPermittedInArgumentList", v.Name)
			return
		}
	}
	c.fail(v.Span, "SplattingNotPermitted", v.Name)
}

// wrongUsing returns the part of a using expression that may not stand in one,
// or nil.
func wrongUsing(e Expression) Expression {
	switch t := e.(type) {
	case *VariableExpression:
		return nil
	case *MemberExpression:
		if _, constant := t.Member.(*StringConstant); constant {
			return wrongUsing(t.Target)
		}
	case *IndexExpression:
		if !isConstant(t.Index) {
			return t.Index
		}
		return wrongUsing(t.Target)
	}
	return e
}
