package dotnet

import "exolab/runtime/value"

func dict(c *value.Call) *value.Dict { return of[*value.Dict](c.This) }

// loadDict fills what all dictionaries share; key and val are how the types of
// their keys and values are written.
func loadDict(b table, key, val string) {
	onDict := func(f func(d *value.Dict) value.Value) func(value.Value) value.Value {
		return func(v value.Value) value.Value { return f(of[*value.Dict](v)) }
	}
	b.get("int Count", onDict(func(d *value.Dict) value.Value { return value.Int(d.Len()) }))
	b.get("System.Collections.ICollection Keys", onDict(func(d *value.Dict) value.Value { return value.Obj(&dictView{d: d}) }))
	b.get("System.Collections.ICollection Values", onDict(func(d *value.Dict) value.Value { return value.Obj(&dictView{d: d, values: true}) }))
	b.get("bool IsReadOnly", func(value.Value) value.Value { return value.False })
	b.get("bool IsFixedSize", func(value.Value) value.Value { return value.False })
	b.get("bool IsSynchronized", func(value.Value) value.Value { return value.False })
	b.get("System.Object SyncRoot", func(v value.Value) value.Value { return v })
	b.method("void Clear()", run(func(c *value.Call) { dict(c).Clear() }))
	b.setItem("void set_Item("+key+" key, "+val+" value)", run(func(c *value.Call) { dict(c).Set(c.Args[0], c.Args[1]) }))
	contains := give(func(c *value.Call) value.Value {
		_, ok := dict(c).Get(c.Args[0])
		return value.Bool(ok)
	})
	b.method("bool ContainsKey("+key+" key)", contains)
	if len(b.t.Args) == 0 {
		b.method("bool Contains("+key+" key)", contains)
	}
	b.method("bool ContainsValue("+val+" value)", give(func(c *value.Call) value.Value { return value.Bool(indexOf(dict(c).Values(), c.Args[0]) >= 0) }))
	b.method("System.Collections.IDictionaryEnumerator GetEnumerator()", give(func(c *value.Call) value.Value {
		return value.Obj(&Enumerator{T: typeDictEnumerator, items: Entries(dict(c)), at: -1})
	}))
	b.method("void CopyTo(array array, int arrayIndex)", do(func(c *value.Call) error {
		return copyItems(Entries(dict(c)), 0, of[*value.Array](c.Args[0]), number(c, 1), dict(c).Len())
	}))
}

func errDuplicateKey(env value.Env, d *value.Dict, key value.Value) error {
	if len(d.T.Args) == 2 {
		return throw(exArgument, "An item with the same key has already been added. Key: %s", toText(env, key))
	}
	return throw(exArgument, "Item has already been added. Key in dictionary: '%s'  Key being added: '%s'", toText(env, storedKey(d, key)), toText(env, key))
}

// storedKey is the key as the dictionary holds it, which may differ in case.
func storedKey(d *value.Dict, key value.Value) value.Value {
	found := key
	d.Each(func(k, _ value.Value) bool {
		same := sameValue(k, key) || !d.CaseSensitive && k.Kind() == value.KindString && key.Kind() == value.KindString && value.Fold(k.Text()) == value.Fold(key.Text())
		if same {
			found = k
		}
		return !same
	})
	return found
}

func addEntry(c *value.Call) (value.Value, error) {
	d, key := dict(c), c.Args[0]
	if key.IsNull() {
		return value.Null, errNullArgument("key")
	}
	if _, known := d.Get(key); known {
		return value.Null, errDuplicateKey(c.Env, d, key)
	}
	d.Set(key, c.Args[1])
	return value.Void, nil
}

func getEntry(c *value.Call) (value.Value, error) {
	v, ok := dict(c).Get(c.Args[0])
	if !ok && len(dict(c).T.Args) == 2 {
		return value.Null, throw(exKeyNotFound, "The given key '%s' was not present in the dictionary.", toText(c.Env, c.Args[0]))
	}
	return v, nil
}

func loadHashtable(t *value.Type, m *value.Members) {
	b := table{t, m}
	loadDict(b, "System.Object", "System.Object")
	b.method("void Add(System.Object key, System.Object value)", addEntry)
	b.method("void Remove(System.Object key)", run(func(c *value.Call) { dict(c).Remove(c.Args[0]) }))
	b.method("System.Object Clone()", give(func(c *value.Call) value.Value { return value.Obj(cloneDict(dict(c))) }))
	b.parameterized("Item", "System.Object Item(System.Object key)", getEntry)
	b.constructor("()", give(func(c *value.Call) value.Value { return value.Obj(&value.Dict{T: c.Type, CaseSensitive: true}) }))
	b.constructor("(int capacity)", give(func(c *value.Call) value.Value { return value.Obj(&value.Dict{T: c.Type, CaseSensitive: true}) }))
	b.constructor("(System.Collections.IDictionary d)", give(copyDict))
	b.constructor("(System.Collections.IEqualityComparer equalityComparer)", give(emptyDict))
	b.constructor("(System.Collections.IDictionary d, System.Collections.IEqualityComparer equalityComparer)", give(copyDict))
}

// emptyDict makes a dictionary whose last argument may be a comparer.
func emptyDict(c *value.Call) value.Value {
	d := &value.Dict{T: c.Type, CaseSensitive: true}
	if n := len(c.Args); n > 0 {
		if by, ok := value.As[*Comparer](c.Args[n-1]); ok {
			d.CaseSensitive = !by.IgnoreCase
		}
	}
	return value.Obj(d)
}

func copyDict(c *value.Call) value.Value {
	made := emptyDict(c)
	if from, ok := value.As[*value.Dict](c.Args[0]); ok {
		from.Each(func(k, v value.Value) bool {
			of[*value.Dict](made).Set(k, v)
			return true
		})
	}
	return made
}

func loadDictionary(t *value.Type, m *value.Members) {
	b := table{t, m}
	loadDict(b, "TKey", "TValue")
	b.method("void Add(TKey key, TValue value)", addEntry)
	b.method("bool TryAdd(TKey key, TValue value)", give(func(c *value.Call) value.Value {
		_, known := dict(c).Get(c.Args[0])
		if !known {
			dict(c).Set(c.Args[0], c.Args[1])
		}
		return value.Bool(!known)
	}))
	b.method("bool Remove(TKey key)", give(func(c *value.Call) value.Value { return value.Bool(dict(c).Remove(c.Args[0])) }))
	b.method("bool Remove(TKey key, out TValue value)", takeEntry)
	b.method("bool TryRemove(TKey key, out TValue value)", takeEntry)
	b.method("bool TryGetValue(TKey key, out TValue value)", func(c *value.Call) (value.Value, error) {
		v, ok := dict(c).Get(c.Args[0])
		if !ok {
			v = ZeroOf(dict(c).T.Args[1])
		}
		return value.Bool(ok), setOut(c, 1, v)
	})
	b.method("TValue GetOrAdd(TKey key, TValue value)", give(func(c *value.Call) value.Value {
		if v, ok := dict(c).Get(c.Args[0]); ok {
			return v
		}
		dict(c).Set(c.Args[0], c.Args[1])
		return c.Args[1]
	}))
	b.method("int EnsureCapacity(int capacity)", give(func(c *value.Call) value.Value { return c.Args[0] }))
	b.parameterized("Item", "TValue Item(TKey key)", getEntry)
	b.constructor("()", give(emptyDict))
	b.constructor("(int capacity)", give(emptyDict))
	b.constructor("(System.Collections.Generic.IEqualityComparer[TKey] comparer)", give(emptyDict))
	b.constructor("(int capacity, System.Collections.Generic.IEqualityComparer[TKey] comparer)", give(emptyDict))
	b.constructor("(System.Collections.Generic.IDictionary[TKey,TValue] dictionary)", give(copyDict))
	b.constructor("(System.Collections.Generic.IDictionary[TKey,TValue] dictionary, System.Collections.Generic.IEqualityComparer[TKey] comparer)", give(copyDict))
}

func takeEntry(c *value.Call) (value.Value, error) {
	v, ok := dict(c).Get(c.Args[0])
	if !ok {
		v = ZeroOf(dict(c).T.Args[1])
	}
	dict(c).Remove(c.Args[0])
	return value.Bool(ok), setOut(c, 1, v)
}
