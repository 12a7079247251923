package collections

import (
	"sort"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// Set is a HashSet or, when Sorted, a SortedSet.
type Set struct {
	value.Extended
	T      *value.Type
	Sorted bool
	keys   value.Dict
}

var (
	typeHashSet   = dotnet.GenericDefinition(dotnet.GenericNamespace+"HashSet`1", "HashSet`1", value.TypeIEnumerable)
	typeSortedSet = dotnet.GenericDefinition(dotnet.GenericNamespace+"SortedSet`1", "SortedSet`1", value.TypeICollection, value.TypeIEnumerable)
)

// PSType returns the set's type.
func (s *Set) PSType() *value.Type { return s.T }

// Enumerate calls yield for each element.
func (s *Set) Enumerate(yield func(value.Value) error) error {
	for _, v := range s.items() {
		if err := yield(v); err != nil {
			return err
		}
	}
	return nil
}

func (s *Set) items() []value.Value {
	keys := s.keys.Keys()
	if s.Sorted {
		sort.SliceStable(keys, func(i, j int) bool {
			n, _ := dotnet.CompareValues(nil, keys[i], keys[j])
			return n < 0
		})
	}
	return keys
}

func (s *Set) has(v value.Value) bool {
	_, ok := s.keys.Get(v)
	return ok
}

func (s *Set) add(v value.Value) bool {
	if s.has(v) {
		return false
	}
	s.keys.Set(v, value.Null)
	return true
}

func newSet(t *value.Type, items []value.Value, by value.Value) value.Value {
	s := &Set{T: t, Sorted: t.Definition == typeSortedSet}
	s.keys.CaseSensitive = true
	if c, ok := value.As[*Comparer](by); ok {
		s.keys.CaseSensitive = !c.IgnoreCase
	}
	for _, v := range items {
		s.add(v)
	}
	return value.Obj(s)
}

func loadSet(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	set := func(c *value.Call) *Set { return dotnet.Of[*Set](c.This) }
	b.Get("int Count", func(v value.Value) value.Value { return value.Int(dotnet.Of[*Set](v).keys.Len()) })
	b.Method("bool Add(T item)", dotnet.Give(func(c *value.Call) value.Value { return value.Bool(set(c).add(c.Args[0])) }))
	b.Method("void Clear()", dotnet.Run(func(c *value.Call) { set(c).keys.Clear() }))
	b.Method("bool Contains(T item)", dotnet.Give(func(c *value.Call) value.Value { return value.Bool(set(c).has(c.Args[0])) }))
	b.Method("bool Remove(T item)", dotnet.Give(func(c *value.Call) value.Value { return value.Bool(set(c).keys.Remove(c.Args[0])) }))
	b.Method("void CopyTo(T[] array, int arrayIndex = 0)", dotnet.Do(func(c *value.Call) error {
		return copyItems(set(c).items(), 0, dotnet.Of[*value.Array](c.Args[0]), dotnet.IntArg(c, 1), set(c).keys.Len())
	}))
	b.Method("System.Collections.IEnumerator GetEnumerator()", dotnet.Give(func(c *value.Call) value.Value { return newEnumerator(c.This) }))
	loadSetAlgebra(b)
	loadSetMore(b)
	if t.Definition == typeSortedSet {
		b.Get("T Min", func(v value.Value) value.Value { return first(dotnet.Of[*Set](v).items()) })
		b.Get("T Max", func(v value.Value) value.Value { return last(dotnet.Of[*Set](v).items()) })
	}
	b.Constructor("()", dotnet.Give(func(c *value.Call) value.Value { return newSet(c.Type, nil, value.Null) }))
	b.Constructor("(System.Collections.Generic.IEnumerable[T] collection)", filled(func(c *value.Call, items []value.Value) value.Value { return newSet(c.Type, items, value.Null) }))
	b.Constructor("(System.Collections.Generic.IEqualityComparer[T] comparer)", dotnet.Give(func(c *value.Call) value.Value { return newSet(c.Type, nil, c.Args[0]) }))
	b.Constructor("(int capacity)", dotnet.Give(func(c *value.Call) value.Value { return newSet(c.Type, nil, value.Null) }))
	b.Constructor("(System.Collections.Generic.IEnumerable[T] collection, System.Collections.Generic.IEqualityComparer[T] comparer)", filled(func(c *value.Call, items []value.Value) value.Value {
		return newSet(c.Type, items, c.Args[1])
	}))
}

func first(items []value.Value) value.Value {
	if len(items) == 0 {
		return value.Null
	}
	return items[0]
}

func last(items []value.Value) value.Value {
	if len(items) == 0 {
		return value.Null
	}
	return items[len(items)-1]
}

func loadSetAlgebra(b dotnet.Rows) {
	type sets struct{ s, other *Set }
	with := func(f func(p sets) value.Value) dotnet.Body {
		return dotnet.Give(func(c *value.Call) value.Value {
			s := dotnet.Of[*Set](c.This)
			other := &Set{T: s.T}
			other.keys.CaseSensitive = s.keys.CaseSensitive
			for _, v := range dotnet.ItemsOf(c.Args[0]) {
				other.add(v)
			}
			return f(sets{s, other})
		})
	}
	keep := func(p sets, want bool) value.Value {
		for _, v := range p.s.keys.Keys() {
			if p.other.has(v) != want {
				p.s.keys.Remove(v)
			}
		}
		return value.Void
	}
	within := func(a, b *Set) bool {
		for _, v := range a.keys.Keys() {
			if !b.has(v) {
				return false
			}
		}
		return true
	}
	const other = "(System.Collections.Generic.IEnumerable[T] other)"
	b.Method("void UnionWith"+other, with(func(p sets) value.Value {
		for _, v := range p.other.keys.Keys() {
			p.s.add(v)
		}
		return value.Void
	}))
	b.Method("void IntersectWith"+other, with(func(p sets) value.Value { return keep(p, true) }))
	b.Method("void ExceptWith"+other, with(func(p sets) value.Value { return keep(p, false) }))
	b.Method("void SymmetricExceptWith"+other, with(func(p sets) value.Value {
		for _, v := range p.other.keys.Keys() {
			if !p.s.keys.Remove(v) {
				p.s.add(v)
			}
		}
		return value.Void
	}))
	b.Method("bool IsSubsetOf"+other, with(func(p sets) value.Value { return value.Bool(within(p.s, p.other)) }))
	b.Method("bool IsSupersetOf"+other, with(func(p sets) value.Value { return value.Bool(within(p.other, p.s)) }))
	b.Method("bool IsProperSubsetOf"+other, with(func(p sets) value.Value {
		return value.Bool(within(p.s, p.other) && p.s.keys.Len() < p.other.keys.Len())
	}))
	b.Method("bool IsProperSupersetOf"+other, with(func(p sets) value.Value {
		return value.Bool(within(p.other, p.s) && p.other.keys.Len() < p.s.keys.Len())
	}))
	b.Method("bool SetEquals"+other, with(func(p sets) value.Value {
		return value.Bool(within(p.s, p.other) && within(p.other, p.s))
	}))
	b.Method("bool Overlaps"+other, with(func(p sets) value.Value {
		for _, v := range p.s.keys.Keys() {
			if p.other.has(v) {
				return value.True
			}
		}
		return value.False
	}))
}
