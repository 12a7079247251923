package syntax

import (
	"exolab/parser"
	"exolab/runtime/value"
)

// expressions are the classes of expressions.
func expressions() []definition { return append(constantClasses(), compoundClasses()...) }

const dotnetType = "System.Type StaticType"

// static is the type that an expression is known to have.
func static[T parser.Node](t *value.Type) row {
	return fact(dotnetType, func(T) value.Value { return value.Obj(t) })
}

// stringKinds are the ways to write a string, in the parser's order.
var stringKinds = [...]string{parser.BareWord: "BareWord", parser.SingleQuoted: "SingleQuoted", parser.DoubleQuoted: "DoubleQuoted",
	parser.SingleQuotedHere: "SingleQuotedHereString", parser.DoubleQuotedHere: "DoubleQuotedHereString"}

func constantClasses() []definition {
	return []definition{
		{"StringConstantExpressionAst", "ConstantExpressionAst", (*parser.StringConstant)(nil), []row{
			fact(ast+"StringConstantType StringConstantType", func(n *parser.StringConstant) value.Value { return member(typeStringKind, stringKinds[n.Quote]) }),
			fact("string Value", func(n *parser.StringConstant) value.Value { return value.Str(n.Value) }),
			static[*parser.StringConstant](value.TypeString),
		}},
		{"ConstantExpressionAst", "ExpressionAst", (*parser.NumberConstant)(nil), []row{
			{"System.Object Value", constantValue},
			{dotnetType, func(w *Node) value.Value { return value.Obj(value.TypeOf(constantValue(w))) }},
		}},
		{"ConstantExpressionAst", "ExpressionAst", (*omitted)(nil), []row{
			{"System.Object Value", constantValue},
			{dotnetType, func(w *Node) value.Value { return value.Obj(value.TypeOf(constantValue(w))) }},
		}},
		{"ExpandableStringExpressionAst", "ExpressionAst", (*parser.ExpandableString)(nil), []row{
			fact("string Value", func(n *parser.ExpandableString) value.Value { return value.Str(n.Value) }),
			fact(ast+"StringConstantType StringConstantType", func(n *parser.ExpandableString) value.Value { return member(typeStringKind, stringKinds[n.Quote]) }),
			static[*parser.ExpandableString](value.TypeString),
			parts("ExpressionAst", "NestedExpressions", func(n *parser.ExpandableString) (list []parser.Expression) {
				for _, p := range n.Parts {
					if _, literal := p.(*parser.StringConstant); !literal {
						list = append(list, p)
					}
				}
				return list
			}),
		}},
		{"VariableExpressionAst", "ExpressionAst", (*parser.VariableExpression)(nil), []row{
			fact("System.Management.Automation.VariablePath VariablePath", func(n *parser.VariableExpression) value.Value { return value.Obj(&VariablePath{n.Name}) }),
			fact("bool Splatted", func(n *parser.VariableExpression) value.Value { return value.Bool(n.Splatted) }),
			static[*parser.VariableExpression](value.TypeObject),
		}},
		{"TypeExpressionAst", "ExpressionAst", (*parser.TypeExpression)(nil), []row{
			{ast + "ITypeName TypeName", func(w *Node) value.Value { return w.typeName(w.node.(*parser.TypeExpression).Type) }},
			static[*parser.TypeExpression](value.TypeRuntimeType),
		}},
		{"ScriptBlockExpressionAst", "ExpressionAst", (*parser.ScriptBlockExpression)(nil), []row{
			part("ScriptBlockAst", "ScriptBlock", func(n *parser.ScriptBlockExpression) *parser.ScriptBlock { return n.Block }),
			static[*parser.ScriptBlockExpression](value.TypeScriptBlock),
		}},
		{"HashtableAst", "ExpressionAst", (*parser.Hashtable)(nil), []row{
			pairs("System.Tuple[ExpressionAst,StatementAst]", "KeyValuePairs", func(n *parser.Hashtable) (list [][2]parser.Node) {
				for _, e := range n.Entries {
					list = append(list, [2]parser.Node{e.Key, e.Value})
				}
				return list
			}),
			static[*parser.Hashtable](value.TypeHashtable),
		}},
	}
}

func constantValue(w *Node) value.Value {
	if n, ok := w.node.(*parser.NumberConstant); ok {
		return engine.Number(n)
	}
	return value.True
}

func compoundClasses() []definition {
	return []definition{
		{"BinaryExpressionAst", "ExpressionAst", (*parser.BinaryExpression)(nil), []row{
			fact(ast+"TokenKind Operator", func(n *parser.BinaryExpression) value.Value { return operatorKind(n.Operator) }),
			part("ExpressionAst", "Left", func(n *parser.BinaryExpression) parser.Node { return n.Left }),
			part("ExpressionAst", "Right", func(n *parser.BinaryExpression) parser.Node { return n.Right }),
			{ast + "IScriptExtent ErrorPosition", func(w *Node) value.Value {
				return value.Obj(NewExtent(w.tree.source, w.node.(*parser.BinaryExpression).OperatorSpan))
			}},
			static[*parser.BinaryExpression](value.TypeObject),
		}},
		{"UnaryExpressionAst", "ExpressionAst", (*parser.UnaryExpression)(nil), []row{
			fact(ast+"TokenKind TokenKind", unaryKind),
			part("ExpressionAst", "Child", func(n *parser.UnaryExpression) parser.Node { return n.Operand }),
			static[*parser.UnaryExpression](value.TypeObject),
		}},
		{"TernaryExpressionAst", "ExpressionAst", (*parser.TernaryExpression)(nil), []row{
			part("ExpressionAst", "Condition", func(n *parser.TernaryExpression) parser.Node { return n.Condition }),
			part("ExpressionAst", "IfTrue", func(n *parser.TernaryExpression) parser.Node { return n.IfTrue }),
			part("ExpressionAst", "IfFalse", func(n *parser.TernaryExpression) parser.Node { return n.IfFalse }),
		}},
		{"ConvertExpressionAst", "AttributedExpressionAst", (*parser.ConvertExpression)(nil), []row{
			part("TypeConstraintAst", "Type", func(n *parser.ConvertExpression) *parser.TypeConstraint { return n.Type }),
			part("AttributeBaseAst", "Attribute", func(n *parser.ConvertExpression) *parser.TypeConstraint { return n.Type }),
			part("ExpressionAst", "Child", func(n *parser.ConvertExpression) parser.Node { return n.Operand }),
		}},
		{"AttributedExpressionAst", "ExpressionAst", (*parser.AttributedExpression)(nil), []row{
			part("AttributeBaseAst", "Attribute", func(n *parser.AttributedExpression) *parser.Attribute { return n.Attribute }),
			part("ExpressionAst", "Child", func(n *parser.AttributedExpression) parser.Node { return n.Operand }),
		}},
		{"ArrayLiteralAst", "ExpressionAst", (*parser.ArrayLiteral)(nil), []row{
			parts("ExpressionAst", "Elements", func(n *parser.ArrayLiteral) []parser.Expression { return n.Elements }),
		}},
		{"ArrayExpressionAst", "ExpressionAst", (*parser.ArrayExpression)(nil), []row{
			part("StatementBlockAst", "SubExpression", func(n *parser.ArrayExpression) *parser.StatementBlock { return n.Body }),
		}},
		{"SubExpressionAst", "ExpressionAst", (*parser.SubExpression)(nil), []row{
			part("StatementBlockAst", "SubExpression", func(n *parser.SubExpression) *parser.StatementBlock { return n.Body }),
		}},
		{"ParenExpressionAst", "ExpressionAst", (*parser.ParenExpression)(nil), []row{
			part("PipelineBaseAst", "Pipeline", func(n *parser.ParenExpression) parser.Node { return n.Pipeline }),
		}},
		{"UsingExpressionAst", "ExpressionAst", (*parser.UsingExpression)(nil), []row{
			part("ExpressionAst", "SubExpression", func(n *parser.UsingExpression) parser.Node { return n.Operand }),
		}},
		{"IndexExpressionAst", "ExpressionAst", (*parser.IndexExpression)(nil), []row{
			part("ExpressionAst", "Target", func(n *parser.IndexExpression) parser.Node { return n.Target }),
			part("ExpressionAst", "Index", func(n *parser.IndexExpression) parser.Node { return n.Index }),
			fact("bool NullConditional", func(n *parser.IndexExpression) value.Value { return value.Bool(n.NullConditional) }),
		}},
		{"MemberExpressionAst", "ExpressionAst", (*parser.MemberExpression)(nil), []row{
			part("ExpressionAst", "Expression", func(n *parser.MemberExpression) parser.Node { return n.Target }),
			part("CommandElementAst", "Member", func(n *parser.MemberExpression) parser.Node { return n.Member }),
			fact("bool Static", func(n *parser.MemberExpression) value.Value { return value.Bool(n.Static) }),
			fact("bool NullConditional", func(n *parser.MemberExpression) value.Value { return value.Bool(n.NullConditional) }),
		}},
		{"InvokeMemberExpressionAst", "MemberExpressionAst", (*parser.InvokeMemberExpression)(nil), callRows()},
		{"BaseCtorInvokeMemberExpressionAst", "InvokeMemberExpressionAst", nil, nil},
	}
}

func callRows() []row {
	return []row{
		part("ExpressionAst", "Expression", func(n *parser.InvokeMemberExpression) parser.Node { return n.Target }),
		part("CommandElementAst", "Member", func(n *parser.InvokeMemberExpression) parser.Node { return n.Member }),
		fact("bool Static", func(n *parser.InvokeMemberExpression) value.Value { return value.Bool(n.Static) }),
		fact("bool NullConditional", func(n *parser.InvokeMemberExpression) value.Value { return value.Bool(n.NullConditional) }),
		{"System.Collections.ObjectModel.ReadOnlyCollection[" + ast + "ITypeName] GenericTypeArguments", func(w *Node) value.Value {
			return w.typeNames(w.node.(*parser.InvokeMemberExpression).GenericArgs)
		}},
		{"System.Collections.ObjectModel.ReadOnlyCollection[" + ast + "ExpressionAst] Arguments", func(w *Node) value.Value {
			n := w.node.(*parser.InvokeMemberExpression)
			if len(n.Arguments) == 0 {
				return value.Null
			}
			return parts("", "", func(n *parser.InvokeMemberExpression) []parser.Expression { return n.Arguments }).get(w)
		}},
	}
}

func unaryKind(n *parser.UnaryExpression) value.Value {
	if n.Postfix && n.Operator == "++" {
		return member(typeTokenKind, "PostfixPlusPlus")
	}
	if n.Postfix {
		return member(typeTokenKind, "PostfixMinusMinus")
	}
	return operatorKind(n.Operator)
}
