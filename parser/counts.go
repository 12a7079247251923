package parser

import "reflect"

// uncounted are the kinds that Counts leaves out: those that every script is
// full of, and error nodes.
var uncounted = map[string]bool{
	"StringConstantExpression": true, "ConstantExpression": true, "Pipeline": true, "CommandExpression": true,
	"StatementBlock": true, "NamedBlock": true, "ScriptBlock": true, "ParamBlock": true, "TypeConstraint": true,
	"Attribute": true, "NamedAttributeArgument": true, "UsingExpression": true,
	"BaseCtorInvokeMemberExpression": true, "ErrorStatement": true, "ErrorExpression": true,
	"AttributedExpression": true, "UsingStatement": true,
}

// Counts returns how many nodes of each kind a tree has, to compare with what
// PowerShell's own parser finds. The kinds are PowerShell's AST class names
// without "Ast"; what is nested in expandable strings is included.
func Counts(block *ScriptBlock) map[string]int {
	counts := map[string]int{}
	Walk(block, func(n Node) bool {
		if kind := kindName(n); !uncounted[kind] {
			counts[kind]++
		}
		if _, ok := n.(*FunctionMember); ok {
			counts["FunctionDefinition"]++
		}
		return true
	})
	return counts
}

// kindName is the name of PowerShell's class for a node.
func kindName(n Node) string {
	switch n := n.(type) {
	case *StringConstant:
		return "StringConstantExpression"
	case *NumberConstant:
		return "ConstantExpression"
	case *ExpandableString:
		return "ExpandableStringExpression"
	case *InvokeMemberExpression:
		if n.BaseConstructor {
			return "BaseCtorInvokeMemberExpression"
		}
	}
	return reflect.TypeOf(n).Elem().Name()
}
