package collections

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// elementsOf lists what .NET's own enumerator of a collection gives: the
// characters of a text, the entries of a dictionary.
func elementsOf(v value.Value) []value.Value {
	if v.Kind() == value.KindString {
		units := value.Units(v.Text())
		out := make([]value.Value, len(units))
		for i, u := range units {
			out[i] = value.Char(u)
		}
		return out
	}
	if d, ok := value.As[*value.Dict](v); ok {
		return Entries(d)
	}
	return dotnet.ItemsOf(v)
}

// filled is the body of a constructor whose first parameter gives the first
// elements. $null is none.
func filled(made func(c *value.Call, items []value.Value) value.Value) dotnet.Body {
	return func(c *value.Call) (value.Value, error) {
		if c.Args[0].IsNull() {
			return value.Null, dotnet.ErrNullArgument("collection")
		}
		return made(c, elementsOf(c.Args[0])), nil
	}
}
