package parser

import "strings"

// check finds the errors that PowerShell reports for a tree as a whole.
func (p *parser) check(b *ScriptBlock) {
	c := checker{p}
	Walk(b, func(n Node) bool {
		c.node(n)
		return true
	})
}

// checker looks at one node at a time.
type checker struct{ p *parser }

func (c checker) fail(at Span, id string, args ...any) {
	c.p.failWith(at, id, false, args...)
}

func (c checker) node(n Node) {
	switch n := n.(type) {
	case *AssignmentStatement:
		c.assignable(n.Left, n.Operator == "=")
	case *Hashtable:
		c.hashtable(n)
	case *ParamBlock:
		c.parameters(n.Parameters)
	case *FunctionDefinition:
		c.parameters(n.Parameters)
		if len(n.Parameters) > 0 && n.Body.Params != nil {
			c.fail(n.Body.Params.Span, "OnlyOneParameterListAllowed")
		}
	case *FunctionMember:
		c.parameters(n.Parameters)
	case *UnaryExpression:
		c.increment(n)
	case *ConvertExpression:
		c.ordered(n)
	case *TryStatement:
		c.try(n)
	case *Command:
		c.redirections(n.Redirections)
	case *CommandExpression:
		c.redirections(n.Redirections)
	case *TypeDefinition:
		c.typeDefinition(n)
	case *Attribute:
		c.attribute(n)
	}
}

// assignable checks the target of an assignment; an array literal may only
// stand left of `=`.
func (c checker) assignable(target Expression, simple bool) {
	valid := false
	switch t := target.(type) {
	case *VariableExpression:
		valid = true
	case *MemberExpression:
		valid = !t.NullConditional
	case *IndexExpression:
		valid = !t.NullConditional
	case *ArrayLiteral:
		valid = simple
		if simple {
			for _, e := range t.Elements {
				c.assignable(e, true)
			}
		}
	case *ConvertExpression:
		c.assignable(t.Operand, simple)
		return
	case *AttributedExpression:
		c.assignable(t.Operand, simple)
		return
	case *ParenExpression:
		if e := pureExpression(t.Pipeline); e != nil {
			c.assignable(e, simple)
			return
		}
	case *ErrorExpression:
		valid = true
	}
	if !valid {
		c.fail(target.Extent(), "InvalidLeftHandSide")
	}
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

func (c checker) hashtable(h *Hashtable) {
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

func (c checker) parameters(list []*Parameter) {
	seen := map[string]bool{}
	for _, q := range list {
		folded := strings.ToLower(q.Name.Name)
		if seen[folded] {
			c.fail(q.Name.Span, "DuplicateFormalParameter", q.Name.Name)
		}
		seen[folded] = true
	}
}

// increment checks the operand of ++ and --.
func (c checker) increment(n *UnaryExpression) {
	if n.Operator != "++" && n.Operator != "--" {
		return
	}
	operand := n.Operand
	for {
		paren, ok := operand.(*ParenExpression)
		if !ok {
			break
		}
		inner := pureExpression(paren.Pipeline)
		if inner == nil {
			break
		}
		operand = inner
	}
	switch t := operand.(type) {
	case *VariableExpression, *ConvertExpression, *AttributedExpression, *ErrorExpression:
		return
	case *MemberExpression:
		if !t.NullConditional {
			return
		}
	case *IndexExpression:
		if !t.NullConditional {
			return
		}
	}
	c.fail(n.Operand.Extent(), "OperatorRequiresVariableOrProperty", n.Operator)
}

func (c checker) ordered(n *ConvertExpression) {
	if strings.EqualFold(n.Type.Type.Name, "ordered") {
		if _, ok := n.Operand.(*Hashtable); !ok {
			c.fail(n.Span, "OrderedAttributeOnlyOnHashLiteralNode", n.Type.Type.Name)
		}
	}
}

func (c checker) try(n *TryStatement) {
	for i, clause := range n.Catches {
		if len(clause.Types) == 0 && i < len(n.Catches)-1 {
			c.fail(clause.Span, "EmptyCatchNotLast")
		}
	}
	if n.Finally != nil {
		for _, s := range n.Finally.Statements {
			c.leavingFinally(s, false)
		}
	}
}

// leavingFinally finds jumps out of a finally block.
func (c checker) leavingFinally(s Statement, inLoop bool) {
	Walk(s, func(n Node) bool {
		switch n := n.(type) {
		case *ReturnStatement:
			c.fail(n.Span, "ControlLeavingFinally")
		case *BreakStatement:
			if !inLoop && n.Label == nil {
				c.fail(n.Span, "ControlLeavingFinally")
			}
		case *ContinueStatement:
			if !inLoop && n.Label == nil {
				c.fail(n.Span, "ControlLeavingFinally")
			}
		case *ScriptBlock, *FunctionDefinition:
			return false
		case *ForStatement, *ForEachStatement, *WhileStatement, *DoWhileStatement, *DoUntilStatement, *SwitchStatement:
			if !inLoop {
				c.leavingFinally(n.(Statement), true)
				return false
			}
		}
		return true
	})
}

// streamNames are the names of the streams in messages, by number.
var streamNames = []string{"all", "output", "error", "warning", "verbose", "debug", "information"}

// redirections refuses a second redirection of one stream.
func (c checker) redirections(list []Redirection) {
	var seen [StreamInformation + 1]bool
	for _, r := range list {
		from := StreamOutput
		switch r := r.(type) {
		case *FileRedirection:
			from = r.From
		case *MergingRedirection:
			from = r.From
		}
		if seen[from] {
			c.fail(r.Extent(), "StreamAlreadyRedirected", streamNames[from])
		}
		seen[from] = true
	}
}

// attribute checks that arguments are constants or script blocks.
func (c checker) attribute(a *Attribute) {
	for _, e := range a.Positional {
		c.constant(e)
	}
	names := map[string]bool{}
	for _, n := range a.Named {
		folded := strings.ToLower(n.Name)
		if names[folded] {
			c.fail(n.Span, "DuplicateNamedArgument", n.Name)
		}
		names[folded] = true
		if n.Value != nil {
			c.constant(n.Value)
		}
	}
}

func (c checker) constant(e Expression) {
	if _, block := e.(*ScriptBlockExpression); !block && !isConstant(e) {
		c.fail(e.Extent(), "ParameterAttributeArgumentNeedsToBeConstant")
	}
}

// isConstant reports whether an expression has a value at parse time.
func isConstant(e Expression) bool {
	switch e := e.(type) {
	case *StringConstant, *NumberConstant, *TypeExpression, *ErrorExpression:
		return true
	case *VariableExpression:
		switch strings.ToLower(e.Name) {
		case "true", "false", "null":
			return true
		}
	case *UnaryExpression:
		return isConstant(e.Operand)
	case *BinaryExpression:
		return isConstant(e.Left) && isConstant(e.Right)
	case *TernaryExpression:
		return isConstant(e.Condition) && isConstant(e.IfTrue) && isConstant(e.IfFalse)
	case *ConvertExpression:
		return isConstant(e.Operand)
	case *MemberExpression:
		_, typ := e.Target.(*TypeExpression)
		return e.Static && typ
	case *ParenExpression:
		inner := pureExpression(e.Pipeline)
		return inner != nil && isConstant(inner)
	case *ArrayLiteral:
		for _, x := range e.Elements {
			if !isConstant(x) {
				return false
			}
		}
		return true
	case *ArrayExpression:
		return constantArray(e)
	}
	return false
}

func constantArray(e *ArrayExpression) bool {
	for _, s := range e.Body.Statements {
		inner := pureExpression(s)
		if inner == nil || !isConstant(inner) {
			return false
		}
	}
	return true
}
