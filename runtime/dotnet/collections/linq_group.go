package collections

import (
	"slices"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// Grouping is an IGrouping: elements with the key that they have in common.
type Grouping struct {
	value.Extended
	t     *value.Type
	key   value.Value
	items []value.Value
}

var (
	typeGrouping = dotnet.GenericDefinition("System.Linq.Grouping`2", "Grouping`2", value.TypeICollection, value.TypeIEnumerable)
	typeLookup   = dotnet.GenericDefinition("System.Linq.Lookup`2", "Lookup`2", value.TypeIEnumerable)
)

// PSType returns the grouping's type.
func (g *Grouping) PSType() *value.Type { return g.t }

// Enumerate calls yield for each element.
func (g *Grouping) Enumerate(yield func(value.Value) error) error {
	for _, v := range g.items {
		if err := yield(v); err != nil {
			return err
		}
	}
	return nil
}

func loadGrouping(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	key := "System.Object"
	if len(t.Args) == 2 {
		key = dotnet.ShortName(t.Args[0])
	}
	b.Get(key+" Key", func(v value.Value) value.Value { return dotnet.Of[*Grouping](v).key })
}

// Lookup is an ILookup: groups by key.
type Lookup struct {
	value.Extended
	t      *value.Type
	groups []*Grouping
}

// PSType returns the lookup's type.
func (l *Lookup) PSType() *value.Type { return l.t }

// Enumerate calls yield for each group.
func (l *Lookup) Enumerate(yield func(value.Value) error) error {
	for _, g := range l.groups {
		if err := yield(value.Obj(g)); err != nil {
			return err
		}
	}
	return nil
}

func (l *Lookup) group(key value.Value) *Grouping {
	for _, g := range l.groups {
		if dotnet.SameValue(g.key, key) {
			return g
		}
	}
	return nil
}

func loadLookup(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	b.Get("int Count", func(v value.Value) value.Value { return value.Int(len(dotnet.Of[*Lookup](v).groups)) })
	b.Method("bool Contains(T key)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Bool(dotnet.Of[*Lookup](c.This).group(c.Args[0]) != nil)
	}))
	b.Parameterized("Item", "System.Collections.IEnumerable Item(T key)", dotnet.Give(func(c *value.Call) value.Value {
		l := dotnet.Of[*Lookup](c.This)
		if g := l.group(c.Args[0]); g != nil {
			return value.Obj(g)
		}
		return value.Obj(&value.Array{Elem: l.t.Args[1]})
	}))
}

// elementTypeOf is the type of a sequence's elements.
func elementTypeOf(v value.Value) *value.Type {
	t := value.TypeOf(v)
	switch {
	case t == nil:
	case t.Elem != nil:
		return t.Elem
	case len(t.Args) == 1:
		return t.Args[0]
	}
	return value.TypeObject
}

// grouped puts the elements of the first argument under the keys that the
// second gives; the third, if there is one, makes what is kept of each.
func grouped(c *value.Call) (*Lookup, error) {
	all := dotnet.ItemsOf(c.Args[0])
	keys, err := mapItems(all, 1, c)
	if err != nil {
		return nil, err
	}
	of := elementTypeOf(c.Args[0])
	if len(c.Args) > 2 {
		if all, err = mapItems(all, 2, c); err != nil {
			return nil, err
		}
		of = resultOf(c.Args[2])
	}
	l := &Lookup{t: value.GenericOf(typeLookup, resultOf(c.Args[1]), of)}
	places := &value.Dict{T: value.TypeOrdered, CaseSensitive: true}
	for i, key := range keys {
		at, known := places.Get(key)
		if !known {
			at = value.Int(len(l.groups))
			places.Set(key, at)
			l.groups = append(l.groups, &Grouping{t: value.GenericOf(typeGrouping, l.t.Args...), key: key})
		}
		g := l.groups[at.Int64()]
		g.items = append(g.items, all[i])
	}
	return l, nil
}

// loadLinqGroups adds what puts elements under keys.
func loadLinqGroups(b dotnet.Rows) {
	const element = ", System.Func[TSource,TElement] elementSelector)"
	for _, rest := range [...]string{linqKey, linqKey[:len(linqKey)-1] + element} {
		b.Static("System.Object[] GroupBy"+linqSource+rest, func(c *value.Call) (value.Value, error) {
			l, err := grouped(c)
			if err != nil {
				return value.Null, err
			}
			return value.List(dotnet.ItemsOf(value.Obj(l))...), nil
		})
		b.Static("System.Object ToLookup"+linqSource+rest, func(c *value.Call) (value.Value, error) {
			l, err := grouped(c)
			if err != nil {
				return value.Null, err
			}
			return value.Obj(l), nil
		})
		b.Static("System.Object ToDictionary"+linqSource+rest, toDictionary)
	}
	b.Static("System.Object ToHashSet"+linqSource+")", dotnet.Give(func(c *value.Call) value.Value {
		return newSet(value.GenericOf(typeHashSet, elementTypeOf(c.Args[0])), dotnet.ItemsOf(c.Args[0]), value.Null)
	}))
	b.Static("System.Object[] Join(System.Collections.IEnumerable outer, System.Collections.IEnumerable inner, System.Func[TOuter,TKey] outerKeySelector, "+
		"System.Func[TInner,TKey] innerKeySelector, System.Func[TOuter,TInner,TResult] resultSelector)", joined)
	b.Static("System.Object[] Zip(System.Collections.IEnumerable first, System.Collections.IEnumerable second, System.Func[TFirst,TSecond,TResult] resultSelector)", zipped)
	b.Static("System.Object[] Zip(System.Collections.IEnumerable first, System.Collections.IEnumerable second)", zipped)
}

func toDictionary(c *value.Call) (value.Value, error) {
	all := dotnet.ItemsOf(c.Args[0])
	keys, err := mapItems(all, 1, c)
	if err != nil {
		return value.Null, err
	}
	of := elementTypeOf(c.Args[0])
	if len(c.Args) > 2 {
		if all, err = mapItems(all, 2, c); err != nil {
			return value.Null, err
		}
		of = resultOf(c.Args[2])
	}
	d := &value.Dict{T: value.GenericOf(dotnet.TypeDictionary, resultOf(c.Args[1]), of), CaseSensitive: true}
	for i, key := range keys {
		if _, known := d.Get(key); known {
			return value.Null, errDuplicateKey(c.Env, d, key)
		}
		d.Set(key, all[i])
	}
	return value.Obj(d), nil
}

// joined pairs the elements of two sequences that have a key in common.
func joined(c *value.Call) (value.Value, error) {
	outer, inner := dotnet.ItemsOf(c.Args[0]), dotnet.ItemsOf(c.Args[1])
	outerKeys, err := mapItems(outer, 2, c)
	if err != nil {
		return value.Null, err
	}
	innerKeys, err := mapItems(inner, 3, c)
	if err != nil {
		return value.Null, err
	}
	f := dotnet.Invoker(c.Args[4])
	if f == nil {
		return value.Null, dotnet.ErrNullArgument("resultSelector")
	}
	var out []value.Value
	for i, key := range outerKeys {
		for j, other := range innerKeys {
			if !dotnet.SameValue(key, other) {
				continue
			}
			v, err := f.Invoke(c.Env, outer[i], inner[j])
			if err != nil {
				return value.Null, err
			}
			out = append(out, v)
		}
	}
	return typedItems(resultOf(c.Args[4]), out), nil
}

// zipped pairs elements by their places: as tuples, or what a function makes
// of each pair.
func zipped(c *value.Call) (value.Value, error) {
	first, second := dotnet.ItemsOf(c.Args[0]), dotnet.ItemsOf(c.Args[1])
	pairs := min(len(first), len(second))
	out := make([]value.Value, pairs)
	if len(c.Args) < 3 {
		for i := range out {
			out[i] = NewValueTuple(first[i], second[i])
		}
		return value.List(out...), nil
	}
	f := dotnet.Invoker(c.Args[2])
	if f == nil {
		return value.Null, dotnet.ErrNullArgument("resultSelector")
	}
	for i := range out {
		v, err := f.Invoke(c.Env, first[i], second[i])
		if err != nil {
			return value.Null, err
		}
		out[i] = v
	}
	return typedItems(resultOf(c.Args[2]), slices.Clip(out)), nil
}
