package collections

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// dictView is the live Keys or Values of a dictionary.
type dictView struct {
	d      *value.Dict
	values bool
}

var (
	typeKeyCollection   = viewType("System.Collections.Hashtable+KeyCollection", "KeyCollection")
	typeValueCollection = viewType("System.Collections.Hashtable+ValueCollection", "ValueCollection")
	typeOrderedKeys     = viewType("System.Collections.Specialized.OrderedDictionary+OrderedDictionaryKeyValueCollection", "OrderedDictionaryKeyValueCollection")
)

func viewType(full, name string) *value.Type {
	return &value.Type{Name: name, FullName: full, Kind: value.KindObject, Base: value.TypeObject, Interfaces: []*value.Type{value.TypeICollection, value.TypeIEnumerable}}
}

// PSType returns the collection's type.
func (v *dictView) PSType() *value.Type {
	switch {
	case v.d.T == value.TypeOrdered:
		return typeOrderedKeys
	case v.values:
		return typeValueCollection
	}
	return typeKeyCollection
}

func (v *dictView) items() []value.Value {
	if v.values {
		return v.d.Values()
	}
	return v.d.Keys()
}

// Enumerate calls yield for each key or value and fails when the dictionary
// changes meanwhile.
func (v *dictView) Enumerate(yield func(value.Value) error) error {
	version := v.d.Version
	for _, item := range v.items() {
		if err := yield(item); err != nil {
			return err
		}
		if v.d.Version != version {
			return dotnet.Throw(dotnet.ExInvalidOperation, "Collection was modified; enumeration operation may not execute.")
		}
	}
	return nil
}

func loadDictView(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	view := dotnet.Of[*dictView]
	b.Get("int Count", func(v value.Value) value.Value { return value.Int(view(v).d.Len()) })
	b.Method("bool Contains(System.Object item)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Bool(dotnet.IndexOfValue(view(c.This).items(), c.Args[0]) >= 0)
	}))
	b.Method("void CopyTo(array array, int index)", dotnet.Do(func(c *value.Call) error {
		items := view(c.This).items()
		return copyItems(items, 0, dotnet.Of[*value.Array](c.Args[0]), dotnet.IntArg(c, 1), len(items))
	}))
	b.Method("System.Collections.IEnumerator GetEnumerator()", dotnet.Give(func(c *value.Call) value.Value { return newEnumerator(c.This) }))
}
