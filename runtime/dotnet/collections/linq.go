package collections

import (
	"slices"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

var typeLinq = dotnet.EngineType("System.Linq.Enumerable")

// loadLinq has the parts of Enumerable that scripts call with arrays. Results
// are arrays at once instead of being computed as they are asked for.
func loadLinq(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	const source = linqSource
	loadLinqQueries(b)
	items := func(c *value.Call) []value.Value { return dotnet.ItemsOf(c.Args[0]) }
	list := func(sig string, f func(c *value.Call) []value.Value) {
		b.Static("System.Object[] "+sig, dotnet.Give(func(c *value.Call) value.Value { return typedItems(elementTypeOf(c.Args[0]), f(c)) }))
	}
	b.Static("int Count"+source+")", dotnet.Give(func(c *value.Call) value.Value { return value.Int(len(items(c))) }))
	b.Static("bool Any"+source+")", dotnet.Give(func(c *value.Call) value.Value { return value.Bool(len(items(c)) > 0) }))
	b.Static("bool Any"+source+", System.Predicate[System.Object] predicate)", existsItem(items, 1))
	b.Static("bool All"+source+", System.Predicate[System.Object] predicate)", trueForAll(items, 1))
	b.Static("bool Contains"+source+", System.Object value)", dotnet.Give(func(c *value.Call) value.Value { return value.Bool(dotnet.IndexOfValue(items(c), c.Args[1]) >= 0) }))
	b.Static("System.Object Sum"+source+")", sumItems)
	list("ToArray"+source+")", items)
	b.Static("System.Object ToList"+source+")", dotnet.Give(func(c *value.Call) value.Value {
		return value.Obj(dotnet.NewList(elementTypeOf(c.Args[0]), slices.Clone(items(c))))
	}))
	list("Distinct"+source+")", func(c *value.Call) []value.Value { return distinct(items(c)) })
	list("Reverse"+source+")", func(c *value.Call) []value.Value {
		out := slices.Clone(items(c))
		slices.Reverse(out)
		return out
	})
	list("Skip"+source+", int count)", func(c *value.Call) []value.Value { return items(c)[min(max(0, dotnet.IntArg(c, 1)), len(items(c))):] })
	list("Take"+source+", int count)", func(c *value.Call) []value.Value { return items(c)[:min(max(0, dotnet.IntArg(c, 1)), len(items(c)))] })
	list("Union(System.Collections.IEnumerable first, System.Collections.IEnumerable second)", func(c *value.Call) []value.Value {
		return distinct(append(slices.Clone(items(c)), dotnet.ItemsOf(c.Args[1])...))
	})
	among := func(want bool) func(c *value.Call) []value.Value {
		return func(c *value.Call) []value.Value {
			other := dotnet.ItemsOf(c.Args[1])
			return distinct(slices.DeleteFunc(slices.Clone(items(c)), func(v value.Value) bool { return (dotnet.IndexOfValue(other, v) >= 0) != want }))
		}
	}
	list("Intersect(System.Collections.IEnumerable first, System.Collections.IEnumerable second)", among(true))
	list("Except(System.Collections.IEnumerable first, System.Collections.IEnumerable second)", among(false))
	b.Static("System.Object First"+source+")", func(c *value.Call) (value.Value, error) { return mustItem(items(c), 0) })
	b.Static("System.Object Last"+source+")", func(c *value.Call) (value.Value, error) { return mustItem(items(c), len(items(c))-1) })
	b.Static("System.Object FirstOrDefault"+source+")", dotnet.Give(func(c *value.Call) value.Value { return orDefault(c, first(items(c))) }))
	b.Static("System.Object LastOrDefault"+source+")", dotnet.Give(func(c *value.Call) value.Value { return orDefault(c, last(items(c))) }))
	b.Static("bool SequenceEqual(System.Collections.IEnumerable first, System.Collections.IEnumerable second)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Bool(slices.EqualFunc(items(c), dotnet.ItemsOf(c.Args[1]), dotnet.SameValue))
	}))
}

// orDefault is v, or the zero of the source's elements if it has none.
func orDefault(c *value.Call, v value.Value) value.Value {
	if len(dotnet.ItemsOf(c.Args[0])) == 0 {
		return dotnet.ZeroOf(elementTypeOf(c.Args[0]))
	}
	return v
}

func mustItem(items []value.Value, i int) (value.Value, error) {
	if len(items) == 0 {
		return value.Null, errNoElements()
	}
	return items[i], nil
}

func distinct(items []value.Value) []value.Value {
	seen := &value.Dict{CaseSensitive: true}
	var out []value.Value
	for _, v := range items {
		if _, known := seen.Get(v); !known {
			seen.Set(v, value.Null)
			out = append(out, v)
		}
	}
	return out
}

// sumItems adds up integers exactly, other numbers as Double.
func sumItems(c *value.Call) (value.Value, error) {
	var whole int64
	var sum float64
	exact := true
	for _, v := range dotnet.ItemsOf(c.Args[0]) {
		exact = exact && v.IsInteger()
		whole += v.Int64()
		sum += value.ToFloat(v)
	}
	if exact {
		return value.Integer(sumKind(c.Args[0]), whole), nil
	}
	return value.Double(sum), nil
}

func sumKind(v value.Value) value.Kind {
	if items := dotnet.ItemsOf(v); len(items) > 0 {
		return items[0].Kind()
	}
	return value.KindInt32
}
