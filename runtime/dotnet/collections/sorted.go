package collections

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

var (
	typeSortedDictionary = dotnet.GenericDefinition(dotnet.GenericNamespace+"SortedDictionary`2", "SortedDictionary`2",
		value.TypeIDictionary, value.TypeICollection, value.TypeIEnumerable)
	typeSortedListOf = dotnet.GenericDefinition(dotnet.GenericNamespace+"SortedList`2", "SortedList`2",
		value.TypeIDictionary, value.TypeICollection, value.TypeIEnumerable)
	typeSortedList = &value.Type{Name: "SortedList", FullName: "System.Collections.SortedList", Kind: value.KindObject, Base: value.TypeObject,
		Interfaces: []*value.Type{value.TypeIDictionary, value.TypeICollection, value.TypeIEnumerable}}
)

// emptySorted makes a dictionary that lists its entries by key; the last
// argument may be a comparer.
func emptySorted(c *value.Call) *value.Dict {
	d := &value.Dict{T: c.Type, CaseSensitive: true}
	by := value.Null
	if n := len(c.Args); n > 0 {
		if comparer, ok := value.As[*Comparer](c.Args[n-1]); ok {
			by, d.CaseSensitive = value.Obj(comparer), !comparer.IgnoreCase
		}
	}
	var failed error
	d.Compare = order(nil, by, &failed)
	return d
}

func newSorted(c *value.Call) value.Value {
	d := emptySorted(c)
	if len(c.Args) > 0 {
		copyEntries(d, c.Args[0])
	}
	return value.Obj(d)
}

// loadSortedConstructors adds the ways to make a sorted dictionary; key and
// val are how its types are written.
func loadSortedConstructors(b dotnet.Rows, comparer, from string, sized bool) {
	params := []string{"", comparer + " comparer", from + " dictionary", from + " dictionary, " + comparer + " comparer"}
	if sized {
		params = append(params, "int capacity", "int capacity, "+comparer+" comparer")
	}
	for _, p := range params {
		b.Constructor("("+p+")", dotnet.Give(newSorted))
	}
}

func loadSortedDictionary(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	loadKeyed(b)
	loadSortedConstructors(b, "System.Collections.Generic.IComparer[TKey]", "System.Collections.Generic.IDictionary[TKey,TValue]", false)
}

func loadSortedListOf(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	loadKeyed(b)
	loadSortedPlaces(b, "TKey", "TValue")
	b.Method("TKey GetKeyAtIndex(int index)", entryAt(func(k, _ value.Value) value.Value { return k }))
	b.Method("TValue GetValueAtIndex(int index)", entryAt(func(_, v value.Value) value.Value { return v }))
	loadSortedConstructors(b, "System.Collections.Generic.IComparer[TKey]", "System.Collections.Generic.IDictionary[TKey,TValue]", true)
}

func loadSortedList(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	loadDict(b, "System.Object", "System.Object")
	loadSortedPlaces(b, "System.Object", "System.Object")
	b.Method("void Add(System.Object key, System.Object value)", addEntry)
	b.Method("void Remove(System.Object key)", dotnet.Run(func(c *value.Call) { dict(c).Remove(c.Args[0]) }))
	b.Method("System.Object Clone()", dotnet.Give(func(c *value.Call) value.Value { return value.Obj(dotnet.CloneDict(dict(c))) }))
	b.Method("System.Object GetKey(int index)", entryAt(func(k, _ value.Value) value.Value { return k }))
	b.Method("System.Object GetByIndex(int index)", entryAt(func(_, v value.Value) value.Value { return v }))
	b.Method("System.Collections.IList GetKeyList()", dotnet.Give(func(c *value.Call) value.Value { return value.List(dict(c).Keys()...) }))
	b.Method("System.Collections.IList GetValueList()", dotnet.Give(func(c *value.Call) value.Value { return value.List(dict(c).Values()...) }))
	b.Method("void SetByIndex(int index, System.Object value)", dotnet.Do(func(c *value.Call) error {
		if err := checkIndex(dict(c).Len(), dotnet.IntArg(c, 0)); err != nil {
			return err
		}
		key, _ := dict(c).Entry(dotnet.IntArg(c, 0))
		dict(c).Set(key, c.Args[1])
		return nil
	}))
	b.Parameterized("Item", "System.Object Item(System.Object key)", getEntry)
	loadSortedConstructors(b, "System.Collections.IComparer", "System.Collections.IDictionary", true)
}

// loadSortedPlaces adds what a sorted list has for the places of its entries.
func loadSortedPlaces(b dotnet.Rows, key, val string) {
	b.Get("int Capacity", func(v value.Value) value.Value { return value.Int(max(dotnet.Of[*value.Dict](v).Len(), 16)) })
	b.Method("int IndexOfKey("+key+" key)", dotnet.Give(func(c *value.Call) value.Value {
		if stored, ok := keyHeld(dict(c), c.Args[0]); ok {
			return value.Int(dotnet.IndexOfValue(dict(c).Keys(), stored))
		}
		return value.Int(-1)
	}))
	b.Method("int IndexOfValue("+val+" value)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Int(dotnet.IndexOfValue(dict(c).Values(), c.Args[0]))
	}))
	b.Method("void RemoveAt(int index)", dotnet.Do(func(c *value.Call) error {
		if err := checkIndex(dict(c).Len(), dotnet.IntArg(c, 0)); err != nil {
			return err
		}
		key, _ := dict(c).Entry(dotnet.IntArg(c, 0))
		dict(c).Remove(key)
		return nil
	}))
	b.Method("void TrimExcess()", dotnet.Run(func(*value.Call) {}))
}

// keyHeld is the key that the dictionary holds for one asked for.
func keyHeld(d *value.Dict, key value.Value) (value.Value, bool) {
	if _, ok := d.Get(key); !ok {
		return value.Null, false
	}
	return storedKey(d, key), true
}

// entryAt makes a body that takes something of the entry at an index.
func entryAt(take func(k, v value.Value) value.Value) dotnet.Body {
	return func(c *value.Call) (value.Value, error) {
		d, at := dict(c), dotnet.IntArg(c, 0)
		if err := checkIndex(d.Len(), at); err != nil {
			return value.Null, err
		}
		return take(d.Entry(at)), nil
	}
}
