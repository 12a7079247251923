package dotnet

import (
	"slices"

	"exolab/runtime/value"
)

func loadArray(t *value.Type, m *value.Members) {
	b := table{t, m}
	b.alias("Count", "Length")
	length := func(v value.Value) value.Value { return value.Int(len(of[*value.Array](v).Items)) }
	b.get("int Length", length)
	b.get("long LongLength", func(v value.Value) value.Value { return value.Long(length(v).Int64()) })
	b.get("int Rank", func(v value.Value) value.Value { return value.Int(max(1, len(of[*value.Array](v).Dims))) })
	b.get("System.Object SyncRoot", func(v value.Value) value.Value { return v })
	b.get("bool IsReadOnly", func(value.Value) value.Value { return value.False })
	b.get("bool IsFixedSize", func(value.Value) value.Value { return value.True })
	b.get("bool IsSynchronized", func(value.Value) value.Value { return value.False })
	loadArrayMethods(b)
	loadArrayStatics(b)
	loadArrayPredicates(b)
}

func self(c *value.Call) *value.Array { return of[*value.Array](c.This) }

// dimension returns the length of one dimension.
func dimension(a *value.Array, d int) (int, error) {
	switch {
	case d < 0 || d >= max(1, len(a.Dims)):
		return 0, throw(exIndexRange, "Index was outside the bounds of the array.")
	case a.Dims == nil:
		return len(a.Items), nil
	}
	return a.Dims[d], nil
}

func loadArrayMethods(b table) {
	fixed := func(*value.Call) (value.Value, error) {
		return value.Null, throw(exNotSupported, "Collection was of a fixed size.")
	}
	b.method("int Add(System.Object value)", fixed)
	b.method("void Insert(int index, System.Object value)", fixed)
	b.method("void Remove(System.Object value)", fixed)
	b.method("void RemoveAt(int index)", fixed)
	b.method("void Clear()", run(func(c *value.Call) { clearItems(self(c), 0, len(self(c).Items)) }))
	b.method("bool Contains(System.Object value)", give(func(c *value.Call) value.Value { return value.Bool(indexOf(self(c).Items, c.Args[0]) >= 0) }))
	b.method("int IndexOf(System.Object value)", give(func(c *value.Call) value.Value { return value.Int(indexOf(self(c).Items, c.Args[0])) }))
	b.method("System.Object Clone()", give(func(c *value.Call) value.Value { return CopyObject(c.This) }))
	b.method("void CopyTo(array array, int index)", do(func(c *value.Call) error {
		return copyItems(self(c).Items, 0, of[*value.Array](c.Args[0]), number(c, 1), len(self(c).Items))
	}))
	b.method("System.Collections.IEnumerator GetEnumerator()", give(func(c *value.Call) value.Value { return newEnumerator(c.This) }))
	b.method("int GetLength(int dimension)", func(c *value.Call) (value.Value, error) {
		n, err := dimension(self(c), number(c, 0))
		return value.Int(n), err
	})
	b.method("int GetLowerBound(int dimension)", give(func(*value.Call) value.Value { return value.Int(0) }))
	b.method("int GetUpperBound(int dimension)", func(c *value.Call) (value.Value, error) {
		n, err := dimension(self(c), number(c, 0))
		return value.Int(n - 1), err
	})
	b.method("System.Object GetValue(params int[] indices)", func(c *value.Call) (value.Value, error) {
		at, err := flatIndex(self(c), itemsOf(c.Args[0]))
		if err != nil {
			return value.Null, err
		}
		return self(c).Items[at], nil
	})
	b.method("void SetValue(System.Object value, params int[] indices)", do(func(c *value.Call) error {
		at, err := flatIndex(self(c), itemsOf(c.Args[1]))
		if err == nil {
			self(c).Items[at] = c.Args[0]
		}
		return err
	}))
	b.method("void Initialize()", run(func(*value.Call) {}))
}

// flatIndex is the position of an element given by one index per dimension.
func flatIndex(a *value.Array, indices []value.Value) (int, error) {
	if len(indices) != max(1, len(a.Dims)) {
		return 0, throw(exArgument, "Array was not a %d-dimensional array.", len(indices))
	}
	at := 0
	for d, index := range indices {
		n, _ := dimension(a, d)
		i := int(index.Int64())
		if i < 0 || i >= n {
			return 0, throw(exIndexRange, "Index was outside the bounds of the array.")
		}
		at = at*n + i
	}
	return at, nil
}

func clearItems(a *value.Array, from, to int) {
	zero := value.Null
	if a.Elem != nil {
		zero = ZeroOf(a.Elem)
	}
	for i := from; i < to; i++ {
		a.Items[i] = zero
	}
}

func argArray(c *value.Call, i int) (*value.Array, error) {
	a, ok := value.As[*value.Array](c.Args[i])
	if !ok {
		return nil, errNullArgument("array")
	}
	return a, nil
}

// onArray makes a body whose first argument must be an array.
func onArray(f func(a *value.Array, c *value.Call) (value.Value, error)) body {
	return func(c *value.Call) (value.Value, error) {
		a, err := argArray(c, 0)
		if err != nil {
			return value.Null, err
		}
		return f(a, c)
	}
}

func loadArrayStatics(b table) {
	b.static("int IndexOf(array array, System.Object value)", onArray(func(a *value.Array, c *value.Call) (value.Value, error) {
		return value.Int(indexOf(a.Items, c.Args[1])), nil
	}))
	b.static("int LastIndexOf(array array, System.Object value)", onArray(func(a *value.Array, c *value.Call) (value.Value, error) {
		for i := len(a.Items) - 1; i >= 0; i-- {
			if sameValue(a.Items[i], c.Args[1]) {
				return value.Int(i), nil
			}
		}
		return value.Int(-1), nil
	}))
	b.static("void Sort(array array)", onArray(func(a *value.Array, c *value.Call) (value.Value, error) {
		return value.Void, sortItems(c.Env, a.Items, value.Null)
	}))
	b.static("void Sort(array array, System.Collections.IComparer comparer)", onArray(func(a *value.Array, c *value.Call) (value.Value, error) {
		return value.Void, sortItems(c.Env, a.Items, c.Args[1])
	}))
	b.static("void Sort(System.Object[] array, System.Comparison[System.Object] comparison)", onArray(func(a *value.Array, c *value.Call) (value.Value, error) {
		return value.Void, sortItems(c.Env, a.Items, c.Args[1])
	}))
	b.static("void Reverse(array array)", onArray(func(a *value.Array, _ *value.Call) (value.Value, error) {
		slices.Reverse(a.Items)
		return value.Void, nil
	}))
	b.static("void Copy(array sourceArray, array destinationArray, int length)", onArray(func(a *value.Array, c *value.Call) (value.Value, error) {
		return value.Void, copyItems(a.Items, 0, of[*value.Array](c.Args[1]), 0, number(c, 2))
	}))
	b.static("void Copy(array sourceArray, int sourceIndex, array destinationArray, int destinationIndex, int length)", onArray(func(a *value.Array, c *value.Call) (value.Value, error) {
		return value.Void, copyItems(a.Items, number(c, 1), of[*value.Array](c.Args[2]), number(c, 3), number(c, 4))
	}))
	b.static("void Clear(array array)", onArray(func(a *value.Array, _ *value.Call) (value.Value, error) {
		clearItems(a, 0, len(a.Items))
		return value.Void, nil
	}))
	b.static("void Clear(array array, int index, int length)", onArray(func(a *value.Array, c *value.Call) (value.Value, error) {
		if number(c, 1) < 0 || number(c, 1)+number(c, 2) > len(a.Items) {
			return value.Null, throw(exIndexRange, "Index was outside the bounds of the array.")
		}
		clearItems(a, number(c, 1), number(c, 1)+number(c, 2))
		return value.Void, nil
	}))
	b.static("int BinarySearch(array array, System.Object value)", onArray(func(a *value.Array, c *value.Call) (value.Value, error) {
		return binarySearch(c.Env, a.Items, c.Args[1])
	}))
	b.static("void Resize(ref array array, int newSize)", resizeArray)
	b.static("array CreateInstance(type elementType, int length)", func(c *value.Call) (value.Value, error) {
		return newArray(c.Env, value.ArrayOf(of[*value.Type](c.Args[0])), c.Args[1:])
	})
	b.static("System.Object[] Empty()", give(func(*value.Call) value.Value { return value.List() }))
}

func resizeArray(c *value.Call) (value.Value, error) {
	r := of[*Reference](c.Args[0])
	old, ok := value.As[*value.Array](r.Get())
	if !ok {
		old = value.NewArray(nil)
	}
	n := number(c, 1)
	if err := ifNegative("newSize", n); err != nil {
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

func loadArrayPredicates(b table) {
	items := func(c *value.Call) []value.Value { return itemsOf(c.Args[0]) }
	b.static("System.Object Find(System.Object[] array, System.Predicate[System.Object] match)", findItem(items, 1, false))
	b.static("System.Object FindLast(System.Object[] array, System.Predicate[System.Object] match)", findItem(items, 1, true))
	b.static("int FindIndex(System.Object[] array, System.Predicate[System.Object] match)", findIndex(items, 1, false))
	b.static("int FindLastIndex(System.Object[] array, System.Predicate[System.Object] match)", findIndex(items, 1, true))
	b.static("bool Exists(System.Object[] array, System.Predicate[System.Object] match)", existsItem(items, 1))
	b.static("bool TrueForAll(System.Object[] array, System.Predicate[System.Object] match)", trueForAll(items, 1))
	b.static("System.Object[] FindAll(System.Object[] array, System.Predicate[System.Object] match)", func(c *value.Call) (value.Value, error) {
		found, err := findItems(items, 1, c)
		return value.List(found...), err
	})
	b.static("void ForEach(System.Object[] array, System.Action[System.Object] action)", do(func(c *value.Call) error { return forEachItems(items(c), 1, c) }))
	b.static("System.Object[] ConvertAll(System.Object[] array, System.Converter[System.Object,System.Object] converter)", func(c *value.Call) (value.Value, error) {
		out, err := mapItems(items(c), 1, c)
		return value.List(out...), err
	})
}
