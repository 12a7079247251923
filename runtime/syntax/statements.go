package syntax

import (
	"exolab/parser"
	"exolab/runtime/value"
)

// statements are the classes of statements and blocks.
func statements() []definition {
	return append(append(blockClasses(), loopClasses()...), flowClasses()...)
}

func blockClasses() []definition {
	return []definition{
		{"ScriptBlockAst", "Ast", (*parser.ScriptBlock)(nil), []row{
			parts("AttributeAst", "Attributes", func(n *parser.ScriptBlock) []*parser.Attribute { return n.Attributes }),
			parts("UsingStatementAst", "UsingStatements", func(n *parser.ScriptBlock) []*parser.UsingStatement { return n.Usings }),
			part("ParamBlockAst", "ParamBlock", func(n *parser.ScriptBlock) *parser.ParamBlock { return n.Params }),
			part("NamedBlockAst", "BeginBlock", func(n *parser.ScriptBlock) *parser.NamedBlock { return n.Begin }),
			part("NamedBlockAst", "ProcessBlock", func(n *parser.ScriptBlock) *parser.NamedBlock { return n.Process }),
			part("NamedBlockAst", "EndBlock", func(n *parser.ScriptBlock) *parser.NamedBlock { return n.End }),
			part("NamedBlockAst", "CleanBlock", func(n *parser.ScriptBlock) *parser.NamedBlock { return n.Clean }),
			part("NamedBlockAst", "DynamicParamBlock", func(n *parser.ScriptBlock) *parser.NamedBlock { return n.DynamicParam }),
			fact("System.Management.Automation.Language.ScriptRequirements ScriptRequirements", func(n *parser.ScriptBlock) value.Value { return requirements(n.Requires) }),
		}},
		{"ParamBlockAst", "Ast", (*parser.ParamBlock)(nil), []row{
			parts("AttributeAst", "Attributes", func(n *parser.ParamBlock) []*parser.Attribute { return n.Attributes }),
			parts("ParameterAst", "Parameters", func(n *parser.ParamBlock) []*parser.Parameter { return n.Parameters }),
		}},
		{"NamedBlockAst", "Ast", (*parser.NamedBlock)(nil), []row{
			fact("bool Unnamed", func(n *parser.NamedBlock) value.Value { return value.Bool(n.Unnamed) }),
			{ast + "TokenKind BlockKind", blockKind},
			parts("StatementAst", "Statements", func(n *parser.NamedBlock) []parser.Statement { return n.Statements }),
			parts("TrapStatementAst", "Traps", func(n *parser.NamedBlock) []*parser.TrapStatement { return n.Traps }),
		}},
		{"StatementBlockAst", "Ast", (*parser.StatementBlock)(nil), []row{
			parts("StatementAst", "Statements", func(n *parser.StatementBlock) []parser.Statement { return n.Statements }),
			parts("TrapStatementAst", "Traps", func(n *parser.StatementBlock) []*parser.TrapStatement { return n.Traps }),
		}},
		{"ErrorStatementAst", "PipelineBaseAst", (*parser.ErrorStatement)(nil), []row{
			fact("System.Management.Automation.Language.Token Kind", func(n *parser.ErrorStatement) value.Value { return textOrNull(n.Keyword) }),
			{"System.Collections.Generic.Dictionary[string,System.Object] Flags", errorFlags},
			parts("Ast", "Conditions", func(n *parser.ErrorStatement) []parser.Node { return n.Conditions }),
			parts("Ast", "Bodies", func(n *parser.ErrorStatement) []parser.Node { return n.Bodies }),
			parts("Ast", "NestedAst", func(n *parser.ErrorStatement) []parser.Node { return n.Nested }),
		}},
		{"ErrorExpressionAst", "ExpressionAst", (*parser.ErrorExpression)(nil), []row{
			parts("Ast", "NestedAst", func(n *parser.ErrorExpression) []parser.Node { return n.Nested }),
		}},
		{"BlockStatementAst", "StatementAst", (*parser.BlockStatement)(nil), []row{
			part("StatementBlockAst", "Body", func(n *parser.BlockStatement) *parser.StatementBlock { return n.Body }),
		}},
		{"DataStatementAst", "StatementAst", (*parser.DataStatement)(nil), []row{
			fact("string Variable", func(n *parser.DataStatement) value.Value { return textOrNull(n.Variable) }),
			parts("ExpressionAst", "CommandsAllowed", func(n *parser.DataStatement) []parser.Expression { return n.Commands }),
			part("StatementBlockAst", "Body", func(n *parser.DataStatement) *parser.StatementBlock { return n.Body }),
		}},
	}
}

// blockKind tells which block of its script block a named block is.
func blockKind(w *Node) value.Value {
	name := "End"
	if w.parent != nil {
		if b, ok := w.parent.node.(*parser.ScriptBlock); ok {
			for known, block := range map[string]*parser.NamedBlock{"Begin": b.Begin, "Process": b.Process, "Clean": b.Clean, "Dynamicparam": b.DynamicParam} {
				if parser.Node(block) == w.node {
					name = known
				}
			}
		}
	}
	return member(typeTokenKind, name)
}

func errorFlags(w *Node) value.Value {
	d := value.NewHashtable()
	for _, f := range w.node.(*parser.ErrorStatement).Flags {
		token := value.Obj(&Token{source: w.tree.source, span: f.At, kind: "Parameter", class: typeToken})
		d.Set(value.Str(f.Name), tuple(token, w.child(f.Argument)))
	}
	return value.Obj(d)
}

// label is the label of a loop.
func label[T parser.Node](get func(T) string) row {
	return fact("string Label", func(n T) value.Value { return textOrNull(get(n)) })
}

func loopClasses() []definition {
	return []definition{
		{"ForStatementAst", "LoopStatementAst", (*parser.ForStatement)(nil), []row{
			label(func(n *parser.ForStatement) string { return n.Label }),
			part("PipelineBaseAst", "Initializer", func(n *parser.ForStatement) parser.Node { return n.Init }),
			part("PipelineBaseAst", "Condition", func(n *parser.ForStatement) parser.Node { return n.Condition }),
			part("PipelineBaseAst", "Iterator", func(n *parser.ForStatement) parser.Node { return n.Iterator }),
			part("StatementBlockAst", "Body", func(n *parser.ForStatement) *parser.StatementBlock { return n.Body }),
		}},
		{"ForEachStatementAst", "LoopStatementAst", (*parser.ForEachStatement)(nil), []row{
			label(func(n *parser.ForEachStatement) string { return n.Label }),
			part("VariableExpressionAst", "Variable", func(n *parser.ForEachStatement) *parser.VariableExpression { return n.Variable }),
			part("ExpressionAst", "ThrottleLimit", func(n *parser.ForEachStatement) parser.Node { return n.ThrottleLimit }),
			fact(ast+"ForEachFlags Flags", func(n *parser.ForEachStatement) value.Value { return value.Enum(typeLoopFlags, bit(n.Parallel, 1)) }),
			part("PipelineBaseAst", "Condition", func(n *parser.ForEachStatement) parser.Node { return n.Condition }),
			part("StatementBlockAst", "Body", func(n *parser.ForEachStatement) *parser.StatementBlock { return n.Body }),
		}},
		{"WhileStatementAst", "LoopStatementAst", (*parser.WhileStatement)(nil), []row{
			label(func(n *parser.WhileStatement) string { return n.Label }),
			part("PipelineBaseAst", "Condition", func(n *parser.WhileStatement) parser.Node { return n.Condition }),
			part("StatementBlockAst", "Body", func(n *parser.WhileStatement) *parser.StatementBlock { return n.Body }),
		}},
		{"DoWhileStatementAst", "LoopStatementAst", (*parser.DoWhileStatement)(nil), []row{
			label(func(n *parser.DoWhileStatement) string { return n.Label }),
			part("PipelineBaseAst", "Condition", func(n *parser.DoWhileStatement) parser.Node { return n.Condition }),
			part("StatementBlockAst", "Body", func(n *parser.DoWhileStatement) *parser.StatementBlock { return n.Body }),
		}},
		{"DoUntilStatementAst", "LoopStatementAst", (*parser.DoUntilStatement)(nil), []row{
			label(func(n *parser.DoUntilStatement) string { return n.Label }),
			part("PipelineBaseAst", "Condition", func(n *parser.DoUntilStatement) parser.Node { return n.Condition }),
			part("StatementBlockAst", "Body", func(n *parser.DoUntilStatement) *parser.StatementBlock { return n.Body }),
		}},
		{"SwitchStatementAst", "LabeledStatementAst", (*parser.SwitchStatement)(nil), []row{
			label(func(n *parser.SwitchStatement) string { return n.Label }),
			fact(ast+"SwitchFlags Flags", switchFlags),
			part("PipelineBaseAst", "Condition", func(n *parser.SwitchStatement) parser.Node { return n.Condition }),
			pairs("System.Tuple[ExpressionAst,StatementBlockAst]", "Clauses", func(n *parser.SwitchStatement) (list [][2]parser.Node) {
				for _, c := range n.Clauses {
					list = append(list, [2]parser.Node{c.Pattern, c.Body})
				}
				return list
			}),
			part("StatementBlockAst", "Default", func(n *parser.SwitchStatement) *parser.StatementBlock { return n.Default }),
		}},
	}
}

func bit(set bool, at int64) int64 {
	if set {
		return at
	}
	return 0
}

func switchFlags(n *parser.SwitchStatement) value.Value {
	f := n.Flags
	return value.Enum(typeSwitchFlags, bit(f.File, 1)|bit(f.Regex, 2)|bit(f.Wildcard, 4)|bit(f.CaseSensitive, 16)|bit(f.Parallel, 32))
}

func flowClasses() []definition {
	return []definition{
		{"IfStatementAst", "StatementAst", (*parser.IfStatement)(nil), []row{
			pairs("System.Tuple[PipelineBaseAst,StatementBlockAst]", "Clauses", func(n *parser.IfStatement) (list [][2]parser.Node) {
				for _, c := range n.Clauses {
					list = append(list, [2]parser.Node{c.Condition, c.Body})
				}
				return list
			}),
			part("StatementBlockAst", "ElseClause", func(n *parser.IfStatement) *parser.StatementBlock { return n.Else }),
		}},
		{"TryStatementAst", "StatementAst", (*parser.TryStatement)(nil), []row{
			part("StatementBlockAst", "Body", func(n *parser.TryStatement) *parser.StatementBlock { return n.Body }),
			parts("CatchClauseAst", "CatchClauses", func(n *parser.TryStatement) []*parser.CatchClause { return n.Catches }),
			part("StatementBlockAst", "Finally", func(n *parser.TryStatement) *parser.StatementBlock { return n.Finally }),
		}},
		{"CatchClauseAst", "Ast", (*parser.CatchClause)(nil), []row{
			parts("TypeConstraintAst", "CatchTypes", func(n *parser.CatchClause) []*parser.TypeConstraint { return n.Types }),
			fact("bool IsCatchAll", func(n *parser.CatchClause) value.Value { return value.Bool(len(n.Types) == 0) }),
			part("StatementBlockAst", "Body", func(n *parser.CatchClause) *parser.StatementBlock { return n.Body }),
		}},
		{"TrapStatementAst", "StatementAst", (*parser.TrapStatement)(nil), []row{
			part("TypeConstraintAst", "TrapType", func(n *parser.TrapStatement) *parser.TypeConstraint { return n.Type }),
			part("StatementBlockAst", "Body", func(n *parser.TrapStatement) *parser.StatementBlock { return n.Body }),
		}},
		{"ThrowStatementAst", "StatementAst", (*parser.ThrowStatement)(nil), []row{
			part("PipelineBaseAst", "Pipeline", func(n *parser.ThrowStatement) parser.Node { return n.Value }),
			fact("bool IsRethrow", func(n *parser.ThrowStatement) value.Value { return value.Bool(n.Value == nil) }),
		}},
		{"ReturnStatementAst", "StatementAst", (*parser.ReturnStatement)(nil), []row{
			part("PipelineBaseAst", "Pipeline", func(n *parser.ReturnStatement) parser.Node { return n.Value }),
		}},
		{"ExitStatementAst", "StatementAst", (*parser.ExitStatement)(nil), []row{
			part("PipelineBaseAst", "Pipeline", func(n *parser.ExitStatement) parser.Node { return n.Value }),
		}},
		{"BreakStatementAst", "StatementAst", (*parser.BreakStatement)(nil), []row{
			part("ExpressionAst", "Label", func(n *parser.BreakStatement) parser.Node { return n.Label }),
		}},
		{"ContinueStatementAst", "StatementAst", (*parser.ContinueStatement)(nil), []row{
			part("ExpressionAst", "Label", func(n *parser.ContinueStatement) parser.Node { return n.Label }),
		}},
	}
}

// requirements is what the #requires lines of a script ask for.
func requirements(r *parser.Requirements) value.Value {
	if r == nil {
		return value.Null
	}
	o := value.NewObject(4)
	o.Set("RequiredPSVersion", textOrNull(r.Version))
	o.Set("RequiredPSEditions", value.Strings(r.Editions...))
	var modules []value.Value
	for _, m := range r.Modules {
		item := value.NewObject(2)
		item.Set("Name", value.Str(m.Name))
		item.Set("Version", textOrNull(m.Version))
		modules = append(modules, value.Obj(item))
	}
	o.Set("RequiredModules", value.List(modules...))
	o.Set("IsElevationRequired", value.Bool(r.RunAsAdmin))
	return value.Obj(o)
}
