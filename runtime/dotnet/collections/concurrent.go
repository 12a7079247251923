package collections

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

var typeConcurrentDictionary = dotnet.GenericDefinition("System.Collections.Concurrent.ConcurrentDictionary`2", "ConcurrentDictionary`2",
	value.TypeIDictionary, value.TypeICollection, value.TypeIEnumerable)

// loadConcurrentDictionary fills ConcurrentDictionary. Scripts run one after
// another here, so that each method is atomic as it is.
func loadConcurrentDictionary(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	loadDict(b, "TKey", "TValue")
	loadDictTries(b)
	b.Get("bool IsEmpty", func(v value.Value) value.Value { return value.Bool(dotnet.Of[*value.Dict](v).Len() == 0) })
	b.Parameterized("Item", "TValue Item(TKey key)", getEntry)
	b.Method("System.Collections.Generic.KeyValuePair[TKey,TValue][] ToArray()", dotnet.Give(func(c *value.Call) value.Value {
		d := dict(c)
		return value.Obj(&value.Array{Elem: value.GenericOf(typeKeyValuePair, d.T.Args...), Items: Entries(d)})
	}))
	b.Method("bool TryUpdate(TKey key, TValue newValue, TValue comparisonValue)", dotnet.Give(func(c *value.Call) value.Value {
		held, ok := dict(c).Get(c.Args[0])
		if ok = ok && dotnet.SameValue(held, c.Args[2]); ok {
			dict(c).Set(c.Args[0], c.Args[1])
		}
		return value.Bool(ok)
	}))
	b.Method("bool TryRemove(TKey key, out TValue value)", takeEntry)
	b.Method("TValue GetOrAdd(TKey key, System.Func[TKey,TValue] valueFactory)", getOrMake)
	b.Method("TValue GetOrAdd(TKey key, TValue value)", dotnet.Give(func(c *value.Call) value.Value {
		if v, ok := dict(c).Get(c.Args[0]); ok {
			return v
		}
		dict(c).Set(c.Args[0], c.Args[1])
		return c.Args[1]
	}))
	b.Method("TValue AddOrUpdate(TKey key, System.Func[TKey,TValue] addValueFactory, System.Func[TKey,TValue,TValue] updateValueFactory)", addOrUpdate(true))
	b.Method("TValue AddOrUpdate(TKey key, TValue addValue, System.Func[TKey,TValue,TValue] updateValueFactory)", addOrUpdate(false))
	for _, params := range [...]string{"", "System.Collections.Generic.IEnumerable[System.Collections.Generic.KeyValuePair[TKey,TValue]] collection",
		"System.Collections.Generic.IDictionary[TKey,TValue] collection", "System.Collections.Generic.IEqualityComparer[TKey] comparer"} {
		b.Constructor("("+params+")", dotnet.Give(copyOrEmpty))
	}
	b.Constructor("(int concurrencyLevel, int capacity)", dotnet.Give(emptyDict))
}

// copyOrEmpty makes a dictionary from entries, if there are any.
func copyOrEmpty(c *value.Call) value.Value {
	if len(c.Args) == 0 {
		return emptyDict(c)
	}
	if _, comparer := value.As[*Comparer](c.Args[0]); comparer {
		return emptyDict(c)
	}
	return copyDict(c)
}

// made calls a function for a value of the dictionary's type.
func made(c *value.Call, by value.Value, args ...value.Value) (value.Value, error) {
	f := dotnet.Invoker(by)
	if f == nil {
		return value.Null, dotnet.ErrNullArgument("valueFactory")
	}
	v, err := f.Invoke(c.Env, args...)
	if err != nil {
		return value.Null, err
	}
	return dotnet.CastTo(c.Env, v, dict(c).T.Args[1])
}

func getOrMake(c *value.Call) (value.Value, error) {
	d, key := dict(c), c.Args[0]
	if v, ok := d.Get(key); ok {
		return v, nil
	}
	v, err := made(c, c.Args[1], key)
	if err == nil {
		d.Set(key, v)
	}
	return v, err
}

// addOrUpdate sets what a function makes of the value that is there, or the
// second argument - or what it makes of the key - if there is none.
func addOrUpdate(factory bool) dotnet.Body {
	return func(c *value.Call) (value.Value, error) {
		d, key, first, update := dict(c), c.Args[0], c.Args[1], c.Args[2]
		held, ok := d.Get(key)
		v, err := first, error(nil)
		switch {
		case ok:
			v, err = made(c, update, key, held)
		case factory:
			v, err = made(c, first, key)
		}
		if err == nil {
			d.Set(key, v)
		}
		return v, err
	}
}
