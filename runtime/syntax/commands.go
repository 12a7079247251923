package syntax

import (
	"exolab/parser"
	"exolab/runtime/value"
)

// commands are the classes of pipelines and what they are made of.
func commands() []definition {
	return []definition{
		{"PipelineAst", "ChainableAst", (*parser.Pipeline)(nil), []row{
			parts("CommandBaseAst", "PipelineElements", func(n *parser.Pipeline) []parser.PipelineElement { return n.Elements }),
			fact("bool Background", func(n *parser.Pipeline) value.Value { return value.Bool(n.Background) }),
		}},
		{"PipelineChainAst", "ChainableAst", (*parser.PipelineChain)(nil), []row{
			part("ChainableAst", "LhsPipelineChain", func(n *parser.PipelineChain) parser.Node { return n.Left }),
			part("PipelineAst", "RhsPipeline", func(n *parser.PipelineChain) *parser.Pipeline { return n.Right }),
			fact(ast+"TokenKind Operator", func(n *parser.PipelineChain) value.Value {
				if n.Or {
					return member(typeTokenKind, "OrOr")
				}
				return member(typeTokenKind, "AndAnd")
			}),
			fact("bool Background", func(n *parser.PipelineChain) value.Value { return value.Bool(n.Background) }),
		}},
		{"AssignmentStatementAst", "PipelineBaseAst", (*parser.AssignmentStatement)(nil), []row{
			part("ExpressionAst", "Left", func(n *parser.AssignmentStatement) parser.Node { return n.Left }),
			fact(ast+"TokenKind Operator", func(n *parser.AssignmentStatement) value.Value { return operatorKind(n.Operator) }),
			part("StatementAst", "Right", func(n *parser.AssignmentStatement) parser.Node { return bare(n.Right) }),
			{ast + "IScriptExtent ErrorPosition", func(w *Node) value.Value {
				return value.Obj(NewExtent(w.tree.source, w.node.(*parser.AssignmentStatement).OperatorSpan))
			}},
		}},
		{"CommandAst", "CommandBaseAst", (*parser.Command)(nil), []row{
			parts("CommandElementAst", "CommandElements", func(n *parser.Command) []parser.CommandElement { return n.Elements }),
			fact(ast+"TokenKind InvocationOperator", func(n *parser.Command) value.Value {
				return member(typeTokenKind, [...]string{parser.InvokeNone: "Unknown", parser.InvokeCall: "Ampersand", parser.InvokeDot: "Dot"}[n.Invocation])
			}),
			parts("RedirectionAst", "Redirections", func(n *parser.Command) []parser.Redirection { return n.Redirections }),
		}},
		{"CommandExpressionAst", "CommandBaseAst", (*parser.CommandExpression)(nil), []row{
			part("ExpressionAst", "Expression", func(n *parser.CommandExpression) parser.Node { return n.Expression }),
			parts("RedirectionAst", "Redirections", func(n *parser.CommandExpression) []parser.Redirection { return n.Redirections }),
		}},
		{"CommandParameterAst", "CommandElementAst", (*parser.CommandParameter)(nil), []row{
			fact("string ParameterName", func(n *parser.CommandParameter) value.Value { return value.Str(n.Name) }),
			part("ExpressionAst", "Argument", func(n *parser.CommandParameter) parser.Node { return n.Argument }),
			{ast + "IScriptExtent ErrorPosition", func(w *Node) value.Value {
				return value.Obj(NewExtent(w.tree.source, w.node.(*parser.CommandParameter).NameSpan))
			}},
		}},
		{"FileRedirectionAst", "RedirectionAst", (*parser.FileRedirection)(nil), []row{
			fact(ast+"RedirectionStream FromStream", func(n *parser.FileRedirection) value.Value { return value.Enum(typeStream, int64(n.From)) }),
			part("ExpressionAst", "Location", func(n *parser.FileRedirection) parser.Node { return n.Target }),
			fact("bool Append", func(n *parser.FileRedirection) value.Value { return value.Bool(n.Append) }),
		}},
		{"MergingRedirectionAst", "RedirectionAst", (*parser.MergingRedirection)(nil), []row{
			fact(ast+"RedirectionStream FromStream", func(n *parser.MergingRedirection) value.Value { return value.Enum(typeStream, int64(n.From)) }),
			fact(ast+"RedirectionStream ToStream", func(n *parser.MergingRedirection) value.Value { return value.Enum(typeStream, int64(n.To)) }),
		}},
	}
}
