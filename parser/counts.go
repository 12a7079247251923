package parser

import (
	"reflect"
)

// Counts returns how many nodes of each kind a tree has. The kinds are
// PowerShell's AST class names without "Ast"; what is nested in expandable
// strings is included.
func Counts(block *ScriptBlock) map[string]int {
	counts := map[string]int{}
	Walk(block, func(n Node) bool {
		counts[kindName(n)]++
		if m, ok := n.(*FunctionMember); ok && m != nil {
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
