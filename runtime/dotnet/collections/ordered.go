package collections

import (
	"slices"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

func loadOrdered(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	loadDict(b, "System.Object", "System.Object")
	b.Method("void Add(System.Object key, System.Object value)", addEntry)
	b.Method("void Remove(System.Object key)", dotnet.Run(func(c *value.Call) { dict(c).Remove(c.Args[0]) }))
	b.Method("void Insert(int index, System.Object key, System.Object value)", insertEntry)
	b.Method("void RemoveAt(int index)", func(c *value.Call) (value.Value, error) {
		if err := checkEntry(dict(c), dotnet.IntArg(c, 0)); err != nil {
			return value.Null, err
		}
		key, _ := dict(c).Entry(dotnet.IntArg(c, 0))
		dict(c).Remove(key)
		return value.Void, nil
	})
	b.Method("System.Collections.Specialized.OrderedDictionary AsReadOnly()", dotnet.Give(func(c *value.Call) value.Value { return value.Obj(dotnet.CloneDict(dict(c))) }))
	b.Parameterized("Item", "System.Object Item(int index)", func(c *value.Call) (value.Value, error) {
		if err := checkEntry(dict(c), dotnet.IntArg(c, 0)); err != nil {
			return value.Null, err
		}
		_, v := dict(c).Entry(dotnet.IntArg(c, 0))
		return v, nil
	})
	b.ParameterizedMore("Item", "System.Object Item(System.Object key)", getEntry)
	b.Constructor("()", dotnet.Give(func(c *value.Call) value.Value { return value.Obj(&value.Dict{T: c.Type, CaseSensitive: true}) }))
	b.Constructor("(int capacity)", dotnet.Give(func(c *value.Call) value.Value { return value.Obj(&value.Dict{T: c.Type, CaseSensitive: true}) }))
	b.Constructor("(System.Collections.IEqualityComparer comparer)", dotnet.Give(emptyDict))
	b.Constructor("(int capacity, System.Collections.IEqualityComparer comparer)", dotnet.Give(emptyDict))
}

func checkEntry(d *value.Dict, i int) error {
	if i < 0 || i >= d.Len() {
		return dotnet.ThrowParam(dotnet.ExArgumentRange, "index", msgIndexRange)
	}
	return nil
}

// insertEntry puts an entry at a position, by putting all entries in anew.
func insertEntry(c *value.Call) (value.Value, error) {
	d, at, key := dict(c), dotnet.IntArg(c, 0), c.Args[1]
	if at < 0 || at > d.Len() {
		return value.Null, dotnet.ThrowParam(dotnet.ExArgumentRange, "index", msgIndexRange)
	}
	if _, known := d.Get(key); known {
		return value.Null, errDuplicateKey(c.Env, d, key)
	}
	keys, values := slices.Insert(d.Keys(), at, key), slices.Insert(d.Values(), at, c.Args[2])
	d.Clear()
	for i, k := range keys {
		d.Set(k, values[i])
	}
	return value.Void, nil
}
