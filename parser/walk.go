package parser

import "reflect"

// Walk calls visit for node and, while visit returns true, for everything
// inside it, in source order as far as the tree keeps it.
func Walk(node Node, visit func(Node) bool) { walker{visit: visit}.node(node) }

// WalkPath is Walk with a second function that is called when everything
// inside a node has been visited.
func WalkPath(node Node, visit func(Node) bool, leave func(Node)) {
	walker{visit, leave}.node(node)
}

func (w walker) node(node Node) {
	if isNil(node) || !w.visit(node) {
		return
	}
	w.children(node)
	if w.leave != nil {
		w.leave(node)
	}
}

// children visits what is inside a node.
func (w walker) children(node Node) {
	switch n := node.(type) {
	case *ScriptBlock:
		w.scriptBlock(n)
	case *FunctionDefinition, *TypeDefinition, *PropertyMember, *FunctionMember, *UsingStatement,
		*ParamBlock, *Parameter, *Attribute, *NamedAttributeArgument, *TypeConstraint:
		w.definition(n)
	case Expression:
		w.expression(n)
	case *NamedBlock:
		w.block(n.Statements, n.Traps)
	case *StatementBlock:
		w.block(n.Statements, n.Traps)
	case *CommandParameter:
		w.one(n.Argument)
	case *FileRedirection:
		w.one(n.Target)
	case *CatchClause:
		each(w, n.Types)
		w.one(n.Body)
	case Statement:
		w.statement(n)
	}
}

// isNil also finds a nil pointer in an interface.
func isNil(n Node) bool {
	if n == nil {
		return true
	}
	v := reflect.ValueOf(n)
	return v.Kind() == reflect.Pointer && v.IsNil()
}

// walker carries the visitor to the children of a node.
type walker struct {
	visit func(Node) bool
	leave func(Node)
}

func (w walker) one(n Node) {
	if !isNil(n) {
		w.node(n)
	}
}

func each[T Node](w walker, list []T) {
	for _, n := range list {
		w.one(n)
	}
}

func (w walker) block(list []Statement, traps []*TrapStatement) {
	each(w, list)
	each(w, traps)
}

func (w walker) scriptBlock(b *ScriptBlock) {
	each(w, b.Usings)
	each(w, b.Attributes)
	w.one(b.Params)
	w.one(b.DynamicParam)
	w.one(b.Begin)
	w.one(b.Process)
	w.one(b.End)
	w.one(b.Clean)
}

func (w walker) definition(node Node) {
	switch n := node.(type) {
	case *FunctionDefinition:
		each(w, n.Parameters)
		w.one(n.Body)
	case *TypeDefinition:
		each(w, n.Attributes)
		each(w, n.Bases)
		each(w, n.Members)
	case *PropertyMember:
		each(w, n.Attributes)
		w.one(n.Type)
		w.one(n.Initial)
	case *FunctionMember:
		each(w, n.Attributes)
		w.one(n.ReturnType)
		each(w, n.Parameters)
		w.one(n.Body)
	case *UsingStatement:
		w.one(n.Name)
		w.one(n.Alias)
		w.one(n.Module)
	case *ParamBlock:
		each(w, n.Attributes)
		each(w, n.Parameters)
	case *Parameter:
		each(w, n.Attributes)
		w.one(n.Name)
		w.one(n.Default)
	case *Attribute:
		each(w, n.Positional)
		each(w, n.Named)
	case *NamedAttributeArgument:
		w.one(n.Value)
	}
}

func (w walker) expression(node Expression) {
	switch n := node.(type) {
	case *ExpandableString:
		for _, part := range n.Parts {
			if _, literal := part.(*StringConstant); !literal {
				w.one(part)
			}
		}
	case *MemberExpression:
		w.one(n.Target)
		w.one(n.Member)
	case *InvokeMemberExpression:
		w.one(n.Target)
		w.one(n.Member)
		each(w, n.Arguments)
	case *IndexExpression:
		w.one(n.Target)
		w.one(n.Index)
	case *BinaryExpression:
		w.one(n.Left)
		w.one(n.Right)
	case *UnaryExpression:
		w.one(n.Operand)
	case *TernaryExpression:
		w.one(n.Condition)
		w.one(n.IfTrue)
		w.one(n.IfFalse)
	case *ConvertExpression:
		w.one(n.Type)
		w.one(n.Operand)
	case *AttributedExpression:
		w.one(n.Attribute)
		w.one(n.Operand)
	default:
		w.container(n)
	}
}

// container walks the expressions that hold lists or statements.
func (w walker) container(node Expression) {
	switch n := node.(type) {
	case *ArrayLiteral:
		each(w, n.Elements)
	case *ArrayExpression:
		w.one(n.Body)
	case *SubExpression:
		w.one(n.Body)
	case *ParenExpression:
		w.one(n.Pipeline)
	case *Hashtable:
		for _, e := range n.Entries {
			w.one(e.Key)
			w.one(e.Value)
		}
	case *ScriptBlockExpression:
		w.one(n.Block)
	case *UsingExpression:
		w.one(n.Operand)
	case *ErrorExpression:
		each(w, n.Nested)
	}
}

func (w walker) statement(node Statement) {
	switch n := node.(type) {
	case *Pipeline:
		each(w, n.Elements)
	case *PipelineChain:
		w.one(n.Left)
		w.one(n.Right)
	case *Command:
		each(w, n.Elements)
		each(w, n.Redirections)
	case *CommandExpression:
		w.one(n.Expression)
		each(w, n.Redirections)
	case *AssignmentStatement:
		w.one(n.Left)
		w.one(n.Right)
	case *ReturnStatement:
		w.one(n.Value)
	case *ExitStatement:
		w.one(n.Value)
	case *ThrowStatement:
		w.one(n.Value)
	case *BreakStatement:
		w.one(n.Label)
	case *ContinueStatement:
		w.one(n.Label)
	case *ErrorStatement:
		w.errorStatement(n)
	default:
		w.control(n)
	}
}

// control walks the statements that hold blocks.
func (w walker) control(node Statement) {
	switch n := node.(type) {
	case *IfStatement:
		for _, c := range n.Clauses {
			w.one(c.Condition)
			w.one(c.Body)
		}
		w.one(n.Else)
	case *SwitchStatement:
		w.one(n.Condition)
		for _, c := range n.Clauses {
			w.one(c.Pattern)
			w.one(c.Body)
		}
		w.one(n.Default)
	case *ForStatement:
		w.one(n.Init)
		w.one(n.Condition)
		w.one(n.Iterator)
		w.one(n.Body)
	case *ForEachStatement:
		w.one(n.Variable)
		w.one(n.Condition)
		w.one(n.ThrottleLimit)
		w.one(n.Body)
	case *WhileStatement:
		w.one(n.Condition)
		w.one(n.Body)
	case *DoWhileStatement:
		w.one(n.Body)
		w.one(n.Condition)
	case *DoUntilStatement:
		w.one(n.Body)
		w.one(n.Condition)
	case *TryStatement:
		w.one(n.Body)
		each(w, n.Catches)
		w.one(n.Finally)
	case *TrapStatement:
		w.one(n.Type)
		w.one(n.Body)
	case *DataStatement:
		each(w, n.Commands)
		w.one(n.Body)
	case *BlockStatement:
		w.one(n.Body)
	}
}

func (w walker) errorStatement(n *ErrorStatement) {
	each(w, n.Nested)
	for _, f := range n.Flags {
		w.one(f.Argument)
	}
	each(w, n.Conditions)
	each(w, n.Bodies)
}
