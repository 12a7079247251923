package dotnet

import (
	"exolab/runtime/value"
)

// body is the Go function behind one overload.
type body = func(c *value.Call) (value.Value, error)

// table fills the member table of one type, row by row. A signature is written
// as C# would declare it, with PowerShell's type names: "string
// Substring(int startIndex, int length)". Optional parameters have "= value",
// the params array "params", by-reference ones "ref" or "out".
type table struct {
	t *value.Type
	m *value.Members
}

// get adds a read-only property that cannot fail: "int Length".
func (b table) get(sig string, f func(this value.Value) value.Value) {
	b.property(sig, func(_ value.Env, this value.Value) (value.Value, error) { return f(this), nil }, nil)
}

// property adds a property; a nil set makes it read-only.
func (b table) property(sig string, get func(value.Env, value.Value) (value.Value, error), set func(env value.Env, this, to value.Value) error) {
	typeName, name := cutLast(sig)
	b.m.Add(&value.Member{Name: name, Kind: value.Property, Type: typeName, Get: get, Set: set})
}

// staticGet adds a static property that cannot fail.
func (b table) staticGet(sig string, f func(env value.Env) value.Value) {
	typeName, name := cutLast(sig)
	b.m.AddStatic(&value.Member{Name: name, Kind: value.Property, Type: typeName,
		Get: func(env value.Env, _ value.Value) (value.Value, error) { return f(env), nil }})
}

// constant adds static properties of fixed value: "int MaxValue".
func (b table) constant(sig string, v value.Value) {
	b.staticGet(sig, func(value.Env) value.Value { return v })
}

// method adds an overload of an instance method.
func (b table) method(sig string, f body) {
	name, o := parseSignature(sig, b.t, f)
	addOverload(b.m.Lookup(value.Fold(name)), name, o, b.m.Add)
}

// static adds an overload of a static method.
func (b table) static(sig string, f body) {
	name, o := parseSignature(sig, b.t, f)
	o.Static = true
	addOverload(b.m.LookupStatic(value.Fold(name)), name, o, b.m.AddStatic)
}

// constructor adds a constructor: "(string s, int count)".
func (b table) constructor(sig string, f body) {
	_, o := parseSignature(b.t.FullName+" new"+sig, b.t, f)
	o.Static = true
	if b.m.Constructors == nil {
		b.m.Constructors = &value.Method{Name: "new"}
	}
	b.m.Constructors.Overloads = append(b.m.Constructors.Overloads, o)
}

// alias adds an AliasProperty of the type data.
func (b table) alias(name, target string) {
	b.m.Add(&value.Member{Name: name, Kind: value.AliasProperty, Target: target})
}

// script adds what the type data has as a ScriptProperty: Go computes it.
func (b table) script(sig, definition string, f func(value.Env, value.Value) (value.Value, error)) {
	typeName, name := cutLast(sig)
	b.m.Add(&value.Member{Name: name, Kind: value.ScriptProperty, Type: typeName, Get: f, Definition: definition})
}

// parameterized adds an indexed property: "T Item(int index)".
func (b table) parameterized(name, sig string, f body) {
	_, o := parseSignature(sig, b.t, f)
	b.m.Add(&value.Member{Name: name, Kind: value.ParameterizedProperty, Definition: sig + " {get;set;}",
		Method: &value.Method{Name: name, Overloads: []*value.Overload{o}}})
}

// parameterizedMore adds another overload to an indexed property.
func (b table) parameterizedMore(name, sig string, f body) {
	_, o := parseSignature(sig, b.t, f)
	m := b.m.Lookup(value.Fold(name)).Method
	m.Overloads = append(m.Overloads, o)
}

func addOverload(known *value.Member, name string, o *value.Overload, add func(*value.Member)) {
	if known == nil || known.Method == nil {
		known = &value.Member{Name: name, Kind: value.DotNetMethod, Method: &value.Method{Name: name}}
		add(known)
	}
	known.Method.Overloads = append(known.Method.Overloads, o)
}

// The adapters below make bodies of plain Go functions.

func give(f func(c *value.Call) value.Value) body {
	return func(c *value.Call) (value.Value, error) { return f(c), nil }
}

func do(f func(c *value.Call) error) body {
	return func(c *value.Call) (value.Value, error) { return value.Void, f(c) }
}

func run(f func(c *value.Call)) body {
	return func(c *value.Call) (value.Value, error) {
		f(c)
		return value.Void, nil
	}
}

func text(c *value.Call, i int) string   { return c.Args[i].Text() }
func number(c *value.Call, i int) int    { return int(c.Args[i].Int64()) }
func float(c *value.Call, i int) float64 { return c.Args[i].Float() }
func truth(c *value.Call, i int) bool    { return c.Args[i].AsBool() }
func of[T value.Object](v value.Value) T { t, _ := value.As[T](v); return t }
