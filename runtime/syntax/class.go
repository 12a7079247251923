package syntax

import (
	"reflect"
	"sync"

	"exolab/parser"
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// class is one kind of Ast: a row of the tables.
type class struct {
	t *value.Type
	// node is a sample of the parser's type that the class stands for; nil for
	// the classes that others derive from.
	node parser.Node
	// properties are the class's own, in order.
	properties []row
}

// row is one property of a class: its type and name, and how it is read.
type row struct {
	signature string
	get       func(w *Node) value.Value
}

// bases are the classes that others derive from, each with what it derives
// from.
var bases = []struct{ name, base string }{
	{"Ast", ""}, {"StatementAst", "Ast"}, {"PipelineBaseAst", "StatementAst"}, {"ChainableAst", "PipelineBaseAst"},
	{"LabeledStatementAst", "StatementAst"}, {"LoopStatementAst", "LabeledStatementAst"}, {"CommandBaseAst", "StatementAst"},
	{"CommandElementAst", "Ast"}, {"ExpressionAst", "CommandElementAst"}, {"AttributedExpressionAst", "ExpressionAst"},
	{"MemberExpressionAst", "ExpressionAst"}, {"InvokeMemberExpressionAst", "MemberExpressionAst"}, {"ConstantExpressionAst", "ExpressionAst"},
	{"AttributeBaseAst", "Ast"}, {"RedirectionAst", "Ast"}, {"MemberAst", "Ast"},
}

// index finds classes by name and by the parser's type.
type index struct {
	byName map[string]*class
	byNode map[reflect.Type]*class
	all    []*class
}

var (
	indexOnce sync.Once
	indexed   *index
)

// classes returns the index, which is made when types are first asked for.
func classes() *index {
	indexOnce.Do(func() {
		indexed = &index{byName: map[string]*class{}, byNode: map[reflect.Type]*class{}}
		for _, b := range bases {
			indexed.add(b.name, b.base, nil, nil)
		}
		for _, table := range [][]definition{statements(), expressions(), definitions(), commands()} {
			for _, d := range table {
				indexed.add(d.name, d.base, d.node, d.rows)
			}
		}
		indexed.byName["Ast"].t.Load = loadAst
	})
	return indexed
}

// definition is a class as the tables write it.
type definition struct {
	name, base string
	node       parser.Node
	rows       []row
}

func (x *index) add(name, base string, node parser.Node, rows []row) {
	c := x.byName[name]
	if c == nil {
		parent := value.TypeObject
		if b := x.byName[base]; b != nil {
			parent = b.t
		}
		c = &class{t: languageType(name, parent, nil)}
		x.byName[name] = c
		x.all = append(x.all, c)
	}
	c.node, c.properties = node, rows
	if node != nil {
		x.byNode[reflect.TypeOf(node)] = c
	}
	if len(rows) > 0 {
		c.t.Load = c.load
	}
}

func (c *class) load(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	for _, p := range c.properties {
		r.Get(p.signature, property(p.get))
	}
	for _, method := range methodsOf(t.Name) {
		r.Method(method.signature, method.run)
	}
}

// classOf returns the class of a node of the parser.
func classOf(n parser.Node) *class {
	x := classes()
	if call, ok := n.(*parser.InvokeMemberExpression); ok && call.BaseConstructor {
		return x.byName["BaseCtorInvokeMemberExpressionAst"]
	}
	return x.byNode[reflect.TypeOf(n)]
}

// Types lists all types of the package, for the table of known types.
func Types(e Engine) []*value.Type {
	engine = e
	list := []*value.Type{typeExtent, typePosition, typeAnyExtent, typeAnyPosition, typeError, typeTokenKind, typeStringKind, typeStream, typeUsingKind, typeSwitchFlags,
		typeLoopFlags, typeTokenFlags, typeTypeName, typeArrayTypeName, typeGenericTypeName, typeToken, typeVariablePath}
	for _, c := range classes().all {
		list = append(list, c.t)
	}
	return append(append(list, tokenTypes...), psParserTypes...)
}

const ast = "System.Management.Automation.Language."

// part is a property that holds one node.
func part[T, C parser.Node](typ, name string, get func(T) C) row {
	return row{ast + typ + " " + name, func(w *Node) value.Value { return w.child(get(w.node.(T))) }}
}

// parts is a property that holds a collection of nodes.
func parts[T, C parser.Node](typ, name string, get func(T) []C) row {
	return row{"System.Collections.ObjectModel.ReadOnlyCollection[" + ast + typ + "] " + name, func(w *Node) value.Value {
		list := get(w.node.(T))
		out := make([]value.Value, len(list))
		for i, n := range list {
			out[i] = w.child(n)
		}
		return value.Obj(dotnet.NewCollection(out))
	}}
}

// fact is a property that holds anything else.
func fact[T parser.Node](signature string, get func(T) value.Value) row {
	return row{signature, func(w *Node) value.Value { return get(w.node.(T)) }}
}

// pairs is a property that holds tuples of two nodes.
func pairs[T parser.Node](typ, name string, get func(T) [][2]parser.Node) row {
	return row{"System.Collections.ObjectModel.ReadOnlyCollection[" + typ + "] " + name, func(w *Node) value.Value {
		var out []value.Value
		for _, p := range get(w.node.(T)) {
			out = append(out, tuple(w.child(p[0]), w.child(p[1])))
		}
		return value.Obj(dotnet.NewCollection(out))
	}}
}

// tuple is a pair with the members Item1 and Item2.
func tuple(a, b value.Value) value.Value {
	o := value.NewObject(2)
	o.Set("Item1", a)
	o.Set("Item2", b)
	return value.Obj(o)
}
