package parser

import "strings"

// check finds the errors that PowerShell reports for a tree as a whole, once
// its text was read without error.
func (p *parser) check(b *ScriptBlock) {
	p.checkTypes(b)
	if p.types {
		p.checkResources(b)
	}
	c := &checker{p: p}
	WalkPath(b, func(n Node) bool {
		c.node(n)
		c.path = append(c.path, n)
		return true
	}, func(Node) { c.path = c.path[:len(c.path)-1] })
}

// checker looks at one node at a time; path is what is around it, outermost
// first.
type checker struct {
	p    *parser
	path []Node
}

func (c *checker) fail(at Span, id string, args ...any) { c.p.failWith(at, id, false, args...) }

// parent returns the node that many levels above the one being checked, or nil.
func (c *checker) parent(levels int) Node {
	if levels > len(c.path) {
		return nil
	}
	return c.path[len(c.path)-levels]
}

// method returns the class method around the node being checked, or nil where
// a script block or function comes first.
func (c *checker) method() *FunctionMember {
	for i := len(c.path) - 1; i >= 0; i-- {
		switch n := c.path[i].(type) {
		case *FunctionMember:
			return n
		case *ScriptBlockExpression, *FunctionDefinition:
			return nil
		}
	}
	return nil
}

func (c *checker) node(n Node) {
	switch n := n.(type) {
	case *ParamBlock:
		c.parameters(n.Parameters)
	case *Parameter:
		c.parameter(n)
	case *FunctionDefinition:
		c.function(n)
	case *FunctionMember:
		c.member(n)
	case *PropertyMember:
		if n.Type != nil && isVoid(n.Type.Type) {
			c.fail(n.Type.Span, "TypeNotAllowedForProperty", n.Type.Type.String())
		}
	case *Attribute:
		c.attribute(n)
	case *UsingStatement:
		c.using(n)
	case Expression:
		c.expression(n)
	case Statement:
		c.statement(n)
	}
}

func (c *checker) statement(n Statement) {
	switch n := n.(type) {
	case *AssignmentStatement:
		c.assignable(n.Left, n.Operator == "=", "InvalidLeftHandSide")
	case *SwitchStatement:
		if n.Flags.Parallel {
			c.fail(n.Span, "KeywordParameterReservedForFutureUse", "switch", "parallel")
		}
	case *ForEachStatement:
		c.forEach(n)
	case *TryStatement:
		c.try(n)
	case *BreakStatement:
		c.jump(n.Span, n.Label)
	case *ContinueStatement:
		c.jump(n.Span, n.Label)
	case *ReturnStatement:
		c.leavingFinally(n.Span, nil)
		c.returning(n)
	case *DataStatement:
		restrict(c.p, n.Body, allowedCommands(n))
	case *BlockStatement:
		c.fail(Span{n.Start, n.Start + int32(len(n.Kind))}, "UnexpectedKeyword", n.Kind)
	case *Command:
		c.redirections(n.Redirections)
	case *CommandExpression:
		c.redirections(n.Redirections)
	}
}

func (c *checker) expression(n Expression) {
	switch n := n.(type) {
	case *Hashtable:
		c.hashtable(n)
	case *UnaryExpression:
		if n.Operator == "++" || n.Operator == "--" {
			c.assignable(n.Operand, false, "OperatorRequiresVariableOrProperty", n.Operator)
		}
	case *ConvertExpression:
		c.convert(n)
	case *AttributedExpression:
		c.attributed(n)
	case *VariableExpression:
		c.variable(n)
	case *UsingExpression:
		if wrong := wrongUsing(n.Operand); wrong != nil {
			c.fail(wrong.Extent(), "InvalidUsingExpression")
		}
	}
}

func (c *checker) parameters(list []*Parameter) {
	seen := map[string]bool{}
	for _, q := range list {
		folded := strings.ToLower(q.Name.Name)
		if seen[folded] {
			c.fail(q.Name.Span, "DuplicateFormalParameter", q.Name.Name)
		}
		seen[folded] = true
		for _, a := range q.Attributes {
			if t, ok := a.(*TypeConstraint); ok && isVoid(t.Type) {
				c.fail(t.Span, "VoidTypeConstraintNotAllowed")
				break
			}
		}
	}
}

// parameter checks the types before one parameter.
func (c *checker) parameter(q *Parameter) {
	_, ofMethod := c.parent(1).(*FunctionMember)
	typed := false
	for _, a := range q.Attributes {
		t, ok := a.(*TypeConstraint)
		switch {
		case !ok:
		case strings.EqualFold(t.Type.String(), "ordered"):
			c.fail(t.Span, "OrderedAttributeOnlyOnHashLiteralNode", t.Type.String())
		case ofMethod && typed:
			c.fail(t.Span, "MultipleTypeConstraintsOnMethodParam")
		default:
			typed = true
		}
	}
}

func (c *checker) function(n *FunctionDefinition) {
	if len(n.Parameters) > 0 && n.Body.Params != nil {
		c.fail(n.Body.Params.Span, "OnlyOneParameterListAllowed")
	} else {
		c.parameters(n.Parameters)
	}
	if n.IsWorkflow {
		c.fail(n.Span, "WorkflowNotSupportedInPowerShellCore")
	}
}

// streamNames are the names of the streams in messages, by number.
var streamNames = []string{"* stream", "output stream", "error stream", "warning stream", "verbose stream", "debug stream", "information stream"}

// redirections refuses a second redirection of one stream.
func (c *checker) redirections(list []Redirection) {
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

func (c *checker) forEach(n *ForEachStatement) {
	if n.Parallel {
		c.fail(n.Span, "KeywordParameterReservedForFutureUse", "foreach", "parallel")
	}
	if n.ThrottleLimit == nil {
		return
	}
	c.fail(n.Span, "KeywordParameterReservedForFutureUse", "foreach", "throttlelimit")
	if !n.Parallel {
		c.fail(n.Span, "ThrottleLimitRequiresParallelFlag")
	}
}

// using refuses the kinds that PowerShell only reserves.
func (c *checker) using(n *UsingStatement) {
	if n.Kind == UsingType || n.Kind == UsingCommand || n.Alias != nil {
		c.fail(n.Span, "UsingStatementNotSupported")
	}
	if n.Kind == UsingNamespace && !isNamespace(n.Name.Value) {
		c.fail(n.Name.Span, "InvalidNamespaceValue")
	}
}

// isNamespace reports whether text is names joined by dots.
func isNamespace(text string) bool {
	for _, part := range strings.Split(text, ".") {
		for i, r := range part {
			if !isIdentStart(r) && (i == 0 || !isIdentFollow(r)) {
				return false
			}
		}
		if part == "" {
			return false
		}
	}
	return true
}

func isVoid(t *TypeName) bool {
	return strings.EqualFold(t.Name, "void") || strings.EqualFold(t.Name, "System.Void")
}

func isReference(t *TypeName) bool {
	return strings.EqualFold(t.Name, "ref") || strings.EqualFold(t.Name, "System.Management.Automation.PSReference")
}
