package collections

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

func loadArray(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	b.Alias("Count", "Length")
	length := func(v value.Value) value.Value { return value.Int(len(dotnet.Of[*value.Array](v).Items)) }
	b.Get("int Length", length)
	b.Get("long LongLength", func(v value.Value) value.Value { return value.Long(length(v).Int64()) })
	b.Get("int Rank", func(v value.Value) value.Value { return value.Int(max(1, len(dotnet.Of[*value.Array](v).Dims()))) })
	b.Get("System.Object SyncRoot", func(v value.Value) value.Value { return v })
	b.Get("bool IsReadOnly", func(value.Value) value.Value { return value.False })
	b.Get("bool IsFixedSize", func(value.Value) value.Value { return value.True })
	b.Get("bool IsSynchronized", func(value.Value) value.Value { return value.False })
	loadArrayMethods(b)
	loadArrayStatics(b)
	loadArraySearch(b)
	loadArrayOrder(b)
	loadArrayPredicates(b)
}

func self(c *value.Call) *value.Array { return dotnet.Of[*value.Array](c.This) }

// dimension returns the length of one dimension.
func dimension(a *value.Array, d int) (int, error) {
	switch {
	case d < 0 || d >= max(1, len(a.Dims())):
		return 0, dotnet.Throw(dotnet.ExIndexRange, "Index was outside the bounds of the array.")
	case a.Dims() == nil:
		return len(a.Items), nil
	}
	return a.Dims()[d], nil
}

func loadArrayMethods(b dotnet.Rows) {
	fixed := func(*value.Call) (value.Value, error) {
		return value.Null, dotnet.Throw(dotnet.ExNotSupported, "Collection was of a fixed size.")
	}
	b.Method("int Add(System.Object value)", fixed)
	b.Method("void Insert(int index, System.Object value)", fixed)
	b.Method("void Remove(System.Object value)", fixed)
	b.Method("void RemoveAt(int index)", fixed)
	b.Method("void Clear()", dotnet.Run(func(c *value.Call) { clearItems(self(c), 0, len(self(c).Items)) }))
	b.Method("bool Contains(System.Object value)", dotnet.Give(func(c *value.Call) value.Value { return value.Bool(dotnet.IndexOfValue(self(c).Items, c.Args[0]) >= 0) }))
	b.Method("int IndexOf(System.Object value)", dotnet.Give(func(c *value.Call) value.Value { return value.Int(dotnet.IndexOfValue(self(c).Items, c.Args[0])) }))
	b.Method("System.Object Clone()", dotnet.Give(func(c *value.Call) value.Value { return dotnet.CopyObject(c.This) }))
	b.Method("void CopyTo(array array, int index)", dotnet.Do(func(c *value.Call) error {
		return copyItems(self(c).Items, 0, dotnet.Of[*value.Array](c.Args[0]), dotnet.IntArg(c, 1), len(self(c).Items))
	}))
	b.Method("System.Collections.IEnumerator GetEnumerator()", dotnet.Give(func(c *value.Call) value.Value { return newEnumerator(c.This) }))
	b.Method("int GetLength(int dimension)", func(c *value.Call) (value.Value, error) {
		n, err := dimension(self(c), dotnet.IntArg(c, 0))
		return value.Int(n), err
	})
	b.Method("int GetLowerBound(int dimension)", dotnet.Give(func(*value.Call) value.Value { return value.Int(0) }))
	b.Method("int GetUpperBound(int dimension)", func(c *value.Call) (value.Value, error) {
		n, err := dimension(self(c), dotnet.IntArg(c, 0))
		return value.Int(n - 1), err
	})
	b.Method("void CopyTo(array array, long index)", dotnet.Do(func(c *value.Call) error {
		return copyItems(self(c).Items, 0, dotnet.Of[*value.Array](c.Args[0]), dotnet.IntArg(c, 1), len(self(c).Items))
	}))
	b.Method("long GetLongLength(int dimension)", func(c *value.Call) (value.Value, error) {
		n, err := dimension(self(c), dotnet.IntArg(c, 0))
		return value.Long(int64(n)), err
	})
	loadArrayElements(b)
	b.Method("void Initialize()", dotnet.Run(func(*value.Call) {}))
}

// loadArrayElements adds GetValue and SetValue: one index per dimension, in
// both widths, one by one or in an array.
func loadArrayElements(b dotnet.Rows) {
	get := func(c *value.Call) (value.Value, error) {
		at, err := flatIndex(self(c), indices(c.Args))
		if err != nil {
			return value.Null, err
		}
		return self(c).Items[at], nil
	}
	set := dotnet.Do(func(c *value.Call) error {
		at, err := flatIndex(self(c), indices(c.Args[1:]))
		if err == nil {
			self(c).Writable()[at] = c.Args[0]
		}
		return err
	})
	b.Method("System.Object Get(int index)", get)
	b.Method("void Set(int index, System.Object value)", func(c *value.Call) (value.Value, error) {
		return set(&value.Call{Env: c.Env, This: c.This, Args: []value.Value{c.Args[1], c.Args[0]}})
	})
	for _, n := range [...]string{"int", "long"} {
		for _, params := range [...]string{n + " index", n + " index1, " + n + " index2", n + " index1, " + n + " index2, " + n + " index3", "params " + n + "[] indices"} {
			b.Method("System.Object GetValue("+params+")", get)
			b.Method("void SetValue(System.Object value, "+params+")", set)
		}
	}
}

// indices are the arguments, or the elements of the one array among them.
func indices(args []value.Value) []value.Value {
	if len(args) == 1 {
		return dotnet.ItemsOf(args[0])
	}
	return args
}

// flatIndex is the position of an element given by one index per dimension.
func flatIndex(a *value.Array, indices []value.Value) (int, error) {
	if len(indices) != max(1, len(a.Dims())) {
		return 0, dotnet.Throw(dotnet.ExArgument, "Array was not a %d-dimensional array.", len(indices))
	}
	at := 0
	for d, index := range indices {
		n, _ := dimension(a, d)
		i := int(index.Int64())
		if i < 0 || i >= n {
			return 0, dotnet.Throw(dotnet.ExIndexRange, "Index was outside the bounds of the array.")
		}
		at = at*n + i
	}
	return at, nil
}

func clearItems(a *value.Array, from, to int) {
	zero := value.Null
	if a.Elem != nil {
		zero = dotnet.ZeroOf(a.Elem)
	}
	items := a.Writable()
	for i := from; i < to; i++ {
		items[i] = zero
	}
}

func argArray(c *value.Call, i int) (*value.Array, error) {
	a, ok := value.As[*value.Array](c.Args[i])
	if !ok {
		return nil, dotnet.ErrNullArgument("array")
	}
	return a, nil
}

// onArray makes a body whose first argument must be an array.
func onArray(f func(a *value.Array, c *value.Call) (value.Value, error)) dotnet.Body {
	return func(c *value.Call) (value.Value, error) {
		a, err := argArray(c, 0)
		if err != nil {
			return value.Null, err
		}
		return f(a, c)
	}
}

func resizeArray(c *value.Call) (value.Value, error) {
	r := dotnet.Of[*dotnet.Reference](c.Args[0])
	old, ok := value.As[*value.Array](r.Get())
	if !ok {
		old = value.NewArray(nil)
	}
	n := dotnet.IntArg(c, 1)
	if err := dotnet.IfNegative("newSize", n); err != nil {
		return value.Null, err
	}
	if err := value.CheckArrayLength(int64(n)); err != nil {
		return value.Null, err
	}
	a := &value.Array{Elem: old.Elem, Items: make([]value.Value, n)}
	clearItems(a, 0, n)
	copy(a.Items, old.Items)
	return value.Void, r.Set(value.Obj(a))
}
