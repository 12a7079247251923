package syntax

import (
	"exolab/parser"
	"exolab/runtime/value"
)

// definitions are the classes of functions, types, parameters and attributes.
func definitions() []definition { return append(functionClasses(), typeClasses()...) }

func functionClasses() []definition {
	return []definition{
		{"FunctionDefinitionAst", "StatementAst", (*parser.FunctionDefinition)(nil), []row{
			fact("string Name", func(n *parser.FunctionDefinition) value.Value { return value.Str(n.Name) }),
			fact("bool IsFilter", func(n *parser.FunctionDefinition) value.Value { return value.Bool(n.IsFilter) }),
			fact("bool IsWorkflow", func(n *parser.FunctionDefinition) value.Value { return value.Bool(n.IsWorkflow) }),
			{"System.Collections.ObjectModel.ReadOnlyCollection[" + ast + "ParameterAst] Parameters", functionParameters},
			part("ScriptBlockAst", "Body", func(n *parser.FunctionDefinition) *parser.ScriptBlock { return n.Body }),
		}},
		{"ParameterAst", "Ast", (*parser.Parameter)(nil), []row{
			parts("AttributeBaseAst", "Attributes", func(n *parser.Parameter) []parser.AttributeBase { return n.Attributes }),
			part("VariableExpressionAst", "Name", func(n *parser.Parameter) *parser.VariableExpression { return n.Name }),
			part("ExpressionAst", "DefaultValue", func(n *parser.Parameter) parser.Node { return n.Default }),
			{dotnetType, parameterType},
		}},
		{"AttributeAst", "AttributeBaseAst", (*parser.Attribute)(nil), []row{
			{ast + "ITypeName TypeName", func(w *Node) value.Value { return w.typeName(w.node.(*parser.Attribute).Type) }},
			parts("ExpressionAst", "PositionalArguments", func(n *parser.Attribute) []parser.Expression { return n.Positional }),
			parts("NamedAttributeArgumentAst", "NamedArguments", func(n *parser.Attribute) []*parser.NamedAttributeArgument { return n.Named }),
		}},
		{"NamedAttributeArgumentAst", "Ast", (*parser.NamedAttributeArgument)(nil), []row{
			fact("string ArgumentName", func(n *parser.NamedAttributeArgument) value.Value { return value.Str(n.Name) }),
			{ast + "ExpressionAst Argument", func(w *Node) value.Value { return w.child(argumentValue(w, w.node.(*parser.NamedAttributeArgument))) }},
			fact("bool ExpressionOmitted", func(n *parser.NamedAttributeArgument) value.Value { return value.Bool(n.Value == nil) }),
		}},
		{"TypeConstraintAst", "AttributeBaseAst", (*parser.TypeConstraint)(nil), []row{
			{ast + "ITypeName TypeName", func(w *Node) value.Value { return w.typeName(w.node.(*parser.TypeConstraint).Type) }},
		}},
		{"UsingStatementAst", "StatementAst", (*parser.UsingStatement)(nil), []row{
			fact(ast+"UsingStatementKind UsingStatementKind", func(n *parser.UsingStatement) value.Value { return member(typeUsingKind, usingNames[n.Kind]) }),
			part("StringConstantExpressionAst", "Name", func(n *parser.UsingStatement) *parser.StringConstant { return n.Name }),
			part("StringConstantExpressionAst", "Alias", func(n *parser.UsingStatement) *parser.StringConstant { return n.Alias }),
			part("HashtableAst", "ModuleSpecification", func(n *parser.UsingStatement) *parser.Hashtable { return n.Module }),
		}},
	}
}

var usingNames = [...]string{parser.UsingNamespace: "Namespace", parser.UsingModule: "Module", parser.UsingAssembly: "Assembly",
	parser.UsingType: "Type", parser.UsingCommand: "Command"}

// functionParameters are the parameters in parentheses; null without them.
func functionParameters(w *Node) value.Value {
	n := w.node.(*parser.FunctionDefinition)
	if n.Parameters == nil {
		return value.Null
	}
	return parts("", "", func(n *parser.FunctionDefinition) []*parser.Parameter { return n.Parameters }).get(w)
}

// parameterType is the type that a parameter declares.
func parameterType(w *Node) value.Value {
	for _, a := range w.node.(*parser.Parameter).Attributes {
		if t, ok := a.(*parser.TypeConstraint); ok {
			return value.Obj(&TypeName{tree: w.tree, name: t.Type})
		}
	}
	return value.Obj(value.TypeObject)
}

func typeClasses() []definition {
	is := func(name string, kind parser.TypeKind) row {
		return fact("bool "+name, func(n *parser.TypeDefinition) value.Value { return value.Bool(n.Kind == kind) })
	}
	return []definition{
		{"TypeDefinitionAst", "StatementAst", (*parser.TypeDefinition)(nil), []row{
			fact("string Name", func(n *parser.TypeDefinition) value.Value { return value.Str(n.Name) }),
			parts("AttributeAst", "Attributes", func(n *parser.TypeDefinition) []*parser.Attribute { return n.Attributes }),
			parts("TypeConstraintAst", "BaseTypes", func(n *parser.TypeDefinition) []*parser.TypeConstraint { return n.Bases }),
			parts("MemberAst", "Members", func(n *parser.TypeDefinition) []parser.Member { return n.Members }),
			is("IsClass", parser.ClassType), is("IsEnum", parser.EnumType), is("IsInterface", parser.InterfaceType),
		}},
		{"PropertyMemberAst", "MemberAst", (*parser.PropertyMember)(nil), []row{
			fact("string Name", func(n *parser.PropertyMember) value.Value { return value.Str(n.Name) }),
			part("TypeConstraintAst", "PropertyType", func(n *parser.PropertyMember) *parser.TypeConstraint { return n.Type }),
			parts("AttributeAst", "Attributes", func(n *parser.PropertyMember) []*parser.Attribute { return n.Attributes }),
			part("ExpressionAst", "InitialValue", func(n *parser.PropertyMember) parser.Node { return n.Initial }),
			fact("bool IsPublic", func(*parser.PropertyMember) value.Value { return value.True }),
			fact("bool IsPrivate", func(*parser.PropertyMember) value.Value { return value.False }),
			fact("bool IsStatic", func(n *parser.PropertyMember) value.Value { return value.Bool(n.Static) }),
			fact("bool IsHidden", func(n *parser.PropertyMember) value.Value { return value.Bool(n.Hidden) }),
		}},
		{"FunctionMemberAst", "MemberAst", (*parser.FunctionMember)(nil), []row{
			fact("string Name", func(n *parser.FunctionMember) value.Value { return value.Str(n.Name) }),
			parts("AttributeAst", "Attributes", func(n *parser.FunctionMember) []*parser.Attribute { return n.Attributes }),
			part("TypeConstraintAst", "ReturnType", func(n *parser.FunctionMember) *parser.TypeConstraint { return n.ReturnType }),
			{"System.Collections.ObjectModel.ReadOnlyCollection[" + ast + "ParameterAst] Parameters", func(w *Node) value.Value {
				return functionParameters(w.tree.wrap(methodFunction(w, w.node.(*parser.FunctionMember)), w))
			}},
			{ast + "ScriptBlockAst Body", func(w *Node) value.Value {
				f := methodFunction(w, w.node.(*parser.FunctionMember))
				return w.tree.wrap(f, w).child(f.Body)
			}},
			fact("bool IsPublic", func(*parser.FunctionMember) value.Value { return value.True }),
			fact("bool IsPrivate", func(*parser.FunctionMember) value.Value { return value.False }),
			fact("bool IsStatic", func(n *parser.FunctionMember) value.Value { return value.Bool(n.Static) }),
			fact("bool IsHidden", func(n *parser.FunctionMember) value.Value { return value.Bool(n.Hidden) }),
			fact("bool IsConstructor", func(n *parser.FunctionMember) value.Value { return value.Bool(n.Constructor) }),
		}},
	}
}
