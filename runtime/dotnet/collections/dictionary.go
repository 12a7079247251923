package collections

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

func dict(c *value.Call) *value.Dict { return dotnet.Of[*value.Dict](c.This) }

// loadDict fills what all dictionaries share; key and val are how the types of
// their keys and values are written.
func loadDict(b dotnet.Rows, key, val string) {
	onDict := func(f func(d *value.Dict) value.Value) func(value.Value) value.Value {
		return func(v value.Value) value.Value { return f(dotnet.Of[*value.Dict](v)) }
	}
	b.Get("int Count", onDict(func(d *value.Dict) value.Value { return value.Int(d.Len()) }))
	b.Get("System.Collections.ICollection Keys", onDict(func(d *value.Dict) value.Value { return value.Obj(&dictView{d: d}) }))
	b.Get("System.Collections.ICollection Values", onDict(func(d *value.Dict) value.Value { return value.Obj(&dictView{d: d, values: true}) }))
	b.Get("bool IsReadOnly", func(value.Value) value.Value { return value.False })
	b.Get("bool IsFixedSize", func(value.Value) value.Value { return value.False })
	b.Get("bool IsSynchronized", func(value.Value) value.Value { return value.False })
	b.Get("System.Object SyncRoot", func(v value.Value) value.Value { return v })
	b.Method("void Clear()", dotnet.Run(func(c *value.Call) { dict(c).Clear() }))
	b.SetItem("void set_Item("+key+" key, "+val+" value)", dotnet.Run(func(c *value.Call) { dict(c).Set(c.Args[0], c.Args[1]) }))
	contains := dotnet.Give(func(c *value.Call) value.Value {
		_, ok := dict(c).Get(c.Args[0])
		return value.Bool(ok)
	})
	b.Method("bool ContainsKey("+key+" key)", contains)
	if len(b.Type.Args) == 0 {
		b.Method("bool Contains("+key+" key)", contains)
	}
	b.Method("bool ContainsValue("+val+" value)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Bool(dotnet.IndexOfValue(dict(c).Values(), c.Args[0]) >= 0)
	}))
	b.Method("System.Collections.IDictionaryEnumerator GetEnumerator()", dotnet.Give(func(c *value.Call) value.Value {
		return value.Obj(&Enumerator{T: typeDictEnumerator, Items: Entries(dict(c)), At: -1})
	}))
	b.Method("void CopyTo(array array, int arrayIndex)", dotnet.Do(func(c *value.Call) error {
		return copyItems(Entries(dict(c)), 0, dotnet.Of[*value.Array](c.Args[0]), dotnet.IntArg(c, 1), dict(c).Len())
	}))
}

func errDuplicateKey(env value.Env, d *value.Dict, key value.Value) error {
	if len(d.T.Args) == 2 {
		return dotnet.Throw(dotnet.ExArgument, "An item with the same key has already been added. Key: %s", dotnet.ToText(env, key))
	}
	return dotnet.Throw(dotnet.ExArgument, "Item has already been added. Key in dictionary: '%s'  Key being added: '%s'", dotnet.ToText(env, storedKey(d, key)), dotnet.ToText(env, key))
}

// storedKey is the key as the dictionary holds it, which may differ in case.
func storedKey(d *value.Dict, key value.Value) value.Value {
	found := key
	d.Each(func(k, _ value.Value) bool {
		same := dotnet.SameValue(k, key) || !d.CaseSensitive && k.Kind() == value.KindString && key.Kind() == value.KindString && value.Fold(k.Text()) == value.Fold(key.Text())
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
		return value.Null, dotnet.ErrNullArgument("key")
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
		return value.Null, dotnet.Throw(dotnet.ExKeyNotFound, "The given key '%s' was not present in the dictionary.", dotnet.ToText(c.Env, c.Args[0]))
	}
	return v, nil
}

func loadHashtable(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	loadDict(b, "System.Object", "System.Object")
	b.Method("void Add(System.Object key, System.Object value)", addEntry)
	b.Method("void Remove(System.Object key)", dotnet.Run(func(c *value.Call) { dict(c).Remove(c.Args[0]) }))
	b.Method("System.Object Clone()", dotnet.Give(func(c *value.Call) value.Value { return value.Obj(dotnet.CloneDict(dict(c))) }))
	b.Parameterized("Item", "System.Object Item(System.Object key)", getEntry)
	b.Static("hashtable Synchronized(hashtable table)", dotnet.Give(func(c *value.Call) value.Value { return c.Args[0] }))
	for _, by := range [...]string{"", "System.Collections.IEqualityComparer equalityComparer", "System.Collections.IHashCodeProvider hcp, System.Collections.IComparer comparer"} {
		b.Constructor("("+by+")", dotnet.Give(emptyDict))
		if by != "" {
			by = ", " + by
		}
		b.Constructor("(int capacity"+by+")", dotnet.Give(emptyDict))
		b.Constructor("(int capacity, float loadFactor"+by+")", dotnet.Give(emptyDict))
		b.Constructor("(System.Collections.IDictionary d"+by+")", dotnet.Give(copyDict))
		b.Constructor("(System.Collections.IDictionary d, float loadFactor"+by+")", dotnet.Give(copyDict))
	}
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
	copyEntries(dotnet.Of[*value.Dict](made), c.Args[0])
	return made
}

// copyEntries adds the entries of a dictionary, or of a list of pairs.
func copyEntries(to *value.Dict, source value.Value) {
	if from, ok := value.As[*value.Dict](source); ok {
		from.Each(func(k, v value.Value) bool {
			to.Set(k, v)
			return true
		})
		return
	}
	for _, pair := range dotnet.ItemsOf(source) {
		if e, ok := value.As[*Entry](pair); ok {
			to.Set(e.Key, e.Val)
		}
	}
}

func loadDictionary(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	loadKeyed(b)
	b.Method("bool Remove(TKey key, out TValue value)", takeEntry)
	b.Method("bool TryAdd(TKey key, TValue value)", tryAdd)
	b.Get("int Capacity", func(v value.Value) value.Value { return value.Int(dotnet.Of[*value.Dict](v).Len()) })
	b.Get("System.Collections.Generic.IEqualityComparer[TKey] Comparer", func(v value.Value) value.Value { return comparerOf(dotnet.Of[*value.Dict](v).CaseSensitive) })
	b.Method("int EnsureCapacity(int capacity)", dotnet.Give(func(c *value.Call) value.Value { return value.Int(max(dotnet.IntArg(c, 0), dict(c).Len())) }))
	b.Method("void TrimExcess()", dotnet.Run(func(*value.Call) {}))
	b.Method("void TrimExcess(int capacity)", dotnet.Run(func(*value.Call) {}))
	b.Constructor("()", dotnet.Give(emptyDict))
	b.Constructor("(int capacity)", dotnet.Give(emptyDict))
	b.Constructor("(System.Collections.Generic.IEqualityComparer[TKey] comparer)", dotnet.Give(emptyDict))
	b.Constructor("(int capacity, System.Collections.Generic.IEqualityComparer[TKey] comparer)", dotnet.Give(emptyDict))
	b.Constructor("(System.Collections.Generic.IDictionary[TKey,TValue] dictionary)", dotnet.Give(copyDict))
	b.Constructor("(System.Collections.Generic.IEnumerable[System.Collections.Generic.KeyValuePair[TKey,TValue]] collection)", dotnet.Give(copyDict))
	b.Constructor("(System.Collections.Generic.IEnumerable[System.Collections.Generic.KeyValuePair[TKey,TValue]] collection, System.Collections.Generic.IEqualityComparer[TKey] comparer)", dotnet.Give(copyDict))
	b.Constructor("(System.Collections.Generic.IDictionary[TKey,TValue] dictionary, System.Collections.Generic.IEqualityComparer[TKey] comparer)", dotnet.Give(copyDict))
}

// loadKeyed fills what the generic dictionaries share.
func loadKeyed(b dotnet.Rows) {
	loadDict(b, "TKey", "TValue")
	b.Method("void Add(TKey key, TValue value)", addEntry)
	b.Method("bool Remove(TKey key)", dotnet.Give(func(c *value.Call) value.Value { return value.Bool(dict(c).Remove(c.Args[0])) }))
	b.Method("bool TryGetValue(TKey key, out TValue value)", tryGet)
	b.Parameterized("Item", "TValue Item(TKey key)", getEntry)
}

// loadDictTries adds the look-ups that tell by their result whether a key is
// there.
func loadDictTries(b dotnet.Rows) {
	b.Method("bool TryAdd(TKey key, TValue value)", tryAdd)
	b.Method("bool TryGetValue(TKey key, out TValue value)", tryGet)
}

func tryAdd(c *value.Call) (value.Value, error) {
	if c.Args[0].IsNull() {
		return value.Null, dotnet.ErrNullArgument("key")
	}
	_, known := dict(c).Get(c.Args[0])
	if !known {
		dict(c).Set(c.Args[0], c.Args[1])
	}
	return value.Bool(!known), nil
}

func tryGet(c *value.Call) (value.Value, error) {
	v, ok := dict(c).Get(c.Args[0])
	if !ok {
		v = dotnet.ZeroOf(dict(c).T.Args[1])
	}
	return value.Bool(ok), dotnet.SetOut(c, 1, v)
}

func takeEntry(c *value.Call) (value.Value, error) {
	v, ok := dict(c).Get(c.Args[0])
	if !ok {
		v = dotnet.ZeroOf(dict(c).T.Args[1])
	}
	dict(c).Remove(c.Args[0])
	return value.Bool(ok), dotnet.SetOut(c, 1, v)
}
