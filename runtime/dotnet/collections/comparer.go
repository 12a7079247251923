package collections

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// Comparer is a StringComparer: how strings are ordered and told apart.
type Comparer struct {
	// IgnoreCase makes 'a' equal 'A'; Ordinal compares code units.
	IgnoreCase, Ordinal bool
}

var typeComparer = &value.Type{Name: "StringComparer", FullName: "System.StringComparer", Kind: value.KindObject, Base: value.TypeObject,
	Interfaces: []*value.Type{value.TypeIComparer, value.TypeIEqualityComparer, value.GenericOf(value.TypeIEqualityComparerOf, value.TypeString), value.GenericOf(value.TypeIComparerOf, value.TypeString)}}

// PSType returns StringComparer.
func (c *Comparer) PSType() *value.Type { return typeComparer }

// comparerOf is the comparer of a collection whose keys differ in case or not.
func comparerOf(caseSensitive bool) value.Value {
	return value.Obj(&Comparer{Ordinal: true, IgnoreCase: !caseSensitive})
}

func (c *Comparer) compare(a, b string) int {
	if c.Ordinal {
		return dotnet.CompareOrdinal(a, b, c.IgnoreCase)
	}
	return dotnet.CompareText(a, b, c.IgnoreCase)
}

func loadComparer(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	for name, c := range map[string]*Comparer{"Ordinal": {Ordinal: true}, "OrdinalIgnoreCase": {true, true}, "CurrentCulture": {},
		"CurrentCultureIgnoreCase": {IgnoreCase: true}, "InvariantCulture": {}, "InvariantCultureIgnoreCase": {IgnoreCase: true}} {
		b.Constant("System.StringComparer "+name, value.Obj(c))
	}
	b.Method("int Compare(string x, string y)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Int(dotnet.Of[*Comparer](c.This).compare(dotnet.TextArg(c, 0), dotnet.TextArg(c, 1)))
	}))
	b.Method("bool Equals(string x, string y)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Bool(dotnet.Of[*Comparer](c.This).compare(dotnet.TextArg(c, 0), dotnet.TextArg(c, 1)) == 0)
	}))
}

// order returns how to compare two values: by a comparer, a Comparison script
// block, or as .NET compares them.
func order(env value.Env, by value.Value, failed *error) func(a, b value.Value) int {
	switch c := by.Object().(type) {
	case *Comparer:
		return func(a, b value.Value) int { return c.compare(dotnet.ToText(env, a), dotnet.ToText(env, b)) }
	case value.Invoker:
		return func(a, b value.Value) int {
			v, err := c.Invoke(env, a, b)
			if err != nil {
				*failed = err
				return 0
			}
			n, _ := dotnet.CastTo(env, v, value.TypeInt32)
			return int(n.Int64())
		}
	}
	return func(a, b value.Value) int {
		n, err := dotnet.CompareValues(env, a, b)
		if err != nil {
			*failed = err
		}
		return n
	}
}

// sortItems is Array.Sort and List.Sort.
func sortItems(env value.Env, items []value.Value, by value.Value) error {
	var failed error
	compare := order(env, by, &failed)
	netfmt.IntroSort(items, func(a, b *value.Value) int {
		if failed != nil {
			return 0
		}
		return compare(*a, *b)
	})
	return failed
}
