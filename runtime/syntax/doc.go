// Package syntax shows syntax trees to scripts: the types of
// System.Management.Automation.Language with their properties, extents,
// tokens, and the methods that search a tree.
//
// The parser's own nodes stay as they are; a Node stands before one of them
// when a script looks at it. Each class is one row of a table: its name, what
// it derives from and its properties.
package syntax

import (
	"exolab/parser"
	"exolab/runtime/value"
)

// Engine is what the tree needs of the runtime.
type Engine struct {
	// Block makes a script block of a part of a tree.
	Block func(b *parser.ScriptBlock) value.Value
	// Number is the value of a number literal.
	Number func(n *parser.NumberConstant) value.Value
	// Evaluate computes an expression that is known to be safe.
	Evaluate func(env value.Env, source *parser.Source, e parser.Expression) (value.Value, error)
}

// engine is set by Types, before any member of a type can be asked for.
var engine Engine

const namespace = "System.Management.Automation.Language."

func languageType(name string, base *value.Type, load func(*value.Type, *value.Members)) *value.Type {
	return &value.Type{Name: name, FullName: namespace + name, Kind: value.KindObject, Base: base, Load: load}
}

// property makes a getter of a function on the object.
func property[T value.Object](get func(T) value.Value) func(value.Value) value.Value {
	return func(this value.Value) value.Value {
		o, ok := value.As[T](this)
		if !ok {
			return value.Null
		}
		return get(o)
	}
}

// textOrNull is a string, or null where there is none.
func textOrNull(s string) value.Value {
	if s == "" {
		return value.Null
	}
	return value.Str(s)
}
