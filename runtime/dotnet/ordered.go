package dotnet

import (
	"slices"

	"exolab/runtime/value"
)

func loadOrdered(t *value.Type, m *value.Members) {
	b := table{t, m}
	loadDict(b, "System.Object", "System.Object")
	b.method("void Add(System.Object key, System.Object value)", addEntry)
	b.method("void Remove(System.Object key)", run(func(c *value.Call) { dict(c).Remove(c.Args[0]) }))
	b.method("void Insert(int index, System.Object key, System.Object value)", insertEntry)
	b.method("void RemoveAt(int index)", func(c *value.Call) (value.Value, error) {
		if err := checkEntry(dict(c), number(c, 0)); err != nil {
			return value.Null, err
		}
		dict(c).Remove(dict(c).Keys()[number(c, 0)])
		return value.Void, nil
	})
	b.method("System.Collections.Specialized.OrderedDictionary AsReadOnly()", give(func(c *value.Call) value.Value { return value.Obj(cloneDict(dict(c))) }))
	b.parameterized("Item", "System.Object Item(int index)", func(c *value.Call) (value.Value, error) {
		if err := checkEntry(dict(c), number(c, 0)); err != nil {
			return value.Null, err
		}
		return dict(c).Values()[number(c, 0)], nil
	})
	b.parameterizedMore("Item", "System.Object Item(System.Object key)", getEntry)
	b.constructor("()", give(func(c *value.Call) value.Value { return value.Obj(&value.Dict{T: c.Type, CaseSensitive: true}) }))
	b.constructor("(int capacity)", give(func(c *value.Call) value.Value { return value.Obj(&value.Dict{T: c.Type, CaseSensitive: true}) }))
	b.constructor("(System.Collections.IEqualityComparer comparer)", give(emptyDict))
}

func checkEntry(d *value.Dict, i int) error {
	if i < 0 || i >= d.Len() {
		return throwParam(exArgumentRange, "index", msgIndexRange)
	}
	return nil
}

// insertEntry puts an entry at a position, by putting all entries in anew.
func insertEntry(c *value.Call) (value.Value, error) {
	d, at, key := dict(c), number(c, 0), c.Args[1]
	if at < 0 || at > d.Len() {
		return value.Null, throwParam(exArgumentRange, "index", msgIndexRange)
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
