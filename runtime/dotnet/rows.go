package dotnet

import "exolab/runtime/value"

// Body is the Go function behind one overload.
type Body = func(c *value.Call) (value.Value, error)

// Rows fills the member table of one type, row by row. A signature is written
// as C# would declare it, with PowerShell's type names: "string
// Substring(int startIndex, int length)". Optional parameters have "= value",
// the params array "params", by-reference ones "ref" or "out".
type Rows struct {
	Type  *value.Type
	Table *value.Members
}

// NewRows starts the rows of type t; it is called from t's Load function.
func NewRows(t *value.Type, m *value.Members) Rows { return Rows{t, m} }

// Get adds a read-only property that cannot fail: "int Length".
func (b Rows) Get(sig string, f func(this value.Value) value.Value) {
	b.Property(sig, func(_ value.Env, this value.Value) (value.Value, error) { return f(this), nil }, nil)
}

// Property adds a property; a nil set makes it read-only.
func (b Rows) Property(sig string, get func(value.Env, value.Value) (value.Value, error), set func(env value.Env, this, to value.Value) error) {
	typeName, name := CutLast(sig)
	b.Table.Add(&value.Member{Name: name, Kind: value.Property, Type: typeName, Get: get, Set: set})
}

// StaticGet adds a static property that cannot fail.
func (b Rows) StaticGet(sig string, f func(env value.Env) value.Value) {
	typeName, name := CutLast(sig)
	b.Table.AddStatic(&value.Member{Name: name, Kind: value.Property, Type: typeName,
		Get: func(env value.Env, _ value.Value) (value.Value, error) { return f(env), nil }})
}

// Constant adds static properties of fixed value: "int MaxValue".
func (b Rows) Constant(sig string, v value.Value) {
	b.StaticGet(sig, func(value.Env) value.Value { return v })
}

// Method adds an overload of an instance method.
func (b Rows) Method(sig string, f Body) {
	name, o := parseSignature(sig, b.Type, f)
	addOverload(b.Table.Lookup(value.Fold(name)), name, o, b.Table.Add)
}

// Static adds an overload of a static method.
func (b Rows) Static(sig string, f Body) {
	name, o := parseSignature(sig, b.Type, f)
	o.Static = true
	addOverload(b.Table.LookupStatic(value.Fold(name)), name, o, b.Table.AddStatic)
}

// Constructor adds a constructor: "(string s, int count)".
func (b Rows) Constructor(sig string, f Body) {
	_, o := parseSignature(b.Type.FullName+" new"+sig, b.Type, f)
	o.Static = true
	if b.Table.Constructors == nil {
		b.Table.Constructors = &value.Method{Name: "new"}
	}
	b.Table.Constructors.Overloads = append(b.Table.Constructors.Overloads, o)
}

// Alias adds an AliasProperty of the type data.
func (b Rows) Alias(name, target string) {
	b.Table.Add(&value.Member{Name: name, Kind: value.AliasProperty, Target: target})
}

// Script adds what the type data has as a ScriptProperty: Go computes it.
func (b Rows) Script(sig, definition string, f func(value.Env, value.Value) (value.Value, error)) {
	typeName, name := CutLast(sig)
	b.Table.Add(&value.Member{Name: name, Kind: value.ScriptProperty, Type: typeName, Get: f, Definition: definition})
}

// Parameterized adds an indexed property: "T Item(int index)".
func (b Rows) Parameterized(name, sig string, f Body) {
	_, o := parseSignature(sig, b.Type, f)
	b.Table.Add(&value.Member{Name: name, Kind: value.ParameterizedProperty, Definition: sig + " {get;set;}",
		Method: &value.Method{Name: name, Overloads: []*value.Overload{o}}})
}

// ParameterizedMore adds another overload to an indexed property.
func (b Rows) ParameterizedMore(name, sig string, f Body) {
	_, o := parseSignature(sig, b.Type, f)
	m := b.Table.Lookup(value.Fold(name))
	m.Definition += ", " + sig + " {get;set;}"
	m.Method.Overloads = append(m.Method.Overloads, o)
}

func addOverload(known *value.Member, name string, o *value.Overload, add func(*value.Member)) {
	if known == nil || known.Method == nil {
		known = &value.Member{Name: name, Kind: value.DotNetMethod, Method: &value.Method{Name: name}}
		add(known)
	}
	known.Method.Overloads = append(known.Method.Overloads, o)
}

// Give makes a body of a function that cannot fail.
func Give(f func(c *value.Call) value.Value) Body {
	return func(c *value.Call) (value.Value, error) { return f(c), nil }
}

// Do makes a body of a function that returns nothing but an error.
func Do(f func(c *value.Call) error) Body {
	return func(c *value.Call) (value.Value, error) { return value.Void, f(c) }
}

// Run makes a body of a function that returns nothing.
func Run(f func(c *value.Call)) Body {
	return func(c *value.Call) (value.Value, error) {
		f(c)
		return value.Void, nil
	}
}

// TextArg is argument i, a string.
func TextArg(c *value.Call, i int) string { return c.Args[i].Text() }

// IntArg is argument i, an int.
func IntArg(c *value.Call, i int) int { return int(c.Args[i].Int64()) }

// FloatArg is argument i, a double.
func FloatArg(c *value.Call, i int) float64 { return c.Args[i].Float() }

// BoolArg is argument i, a bool.
func BoolArg(c *value.Call, i int) bool { return c.Args[i].AsBool() }

// Of is the object that v holds; its zero value if v holds something else.
func Of[T value.Object](v value.Value) T { t, _ := value.As[T](v); return t }
