package collections

import (
	"slices"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

func loadArrayList(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	LoadSequence(b, "System.Object")
	b.Method("int Add(System.Object value)", changing(func(l *value.Sequence, c *value.Call) (value.Value, error) {
		if err := l.CheckGrowth(); err != nil {
			return value.Null, err
		}
		l.Append(c.Args[0])
		return value.Int(len(l.Items) - 1), nil
	}))
	b.Method("void AddRange(System.Collections.ICollection c)", changing(addRange))
	b.Method("void Remove(System.Object obj)", changing(func(l *value.Sequence, c *value.Call) (value.Value, error) {
		removeItem(l, c.Args[0])
		return value.Void, nil
	}))
	b.Method("void InsertRange(int index, System.Collections.ICollection c)", changing(insertItems(func(c *value.Call) []value.Value { return elementsOf(c.Args[1]) })))
	b.Method("System.Object[] ToArray()", dotnet.Give(func(c *value.Call) value.Value { return value.List(slices.Clone(Listing(c).Items)...) }))
	b.Method("array ToArray(type type)", func(c *value.Call) (value.Value, error) {
		return dotnet.CastTo(c.Env, c.This, value.ArrayOf(dotnet.Of[*value.Type](c.Args[0])))
	})
	b.Method("System.Object Clone()", dotnet.Give(func(c *value.Call) value.Value { return value.Obj(value.NewArrayList(slices.Clone(Listing(c).Items))) }))
	loadCapacity(b, true)
	loadArrayListMore(b)
	loadListOrder(b, "System.Object", "System.Collections.IComparer")
	loadListRange(b, "System.Collections.ArrayList")
	b.Constructor("()", dotnet.Give(func(*value.Call) value.Value { return value.Obj(value.NewArrayList(nil)) }))
	b.Constructor("(System.Collections.ICollection c)", filled(func(c *value.Call, items []value.Value) value.Value { return value.Obj(value.NewArrayList(items)) }))
	b.Constructor("(int capacity)", dotnet.Give(func(*value.Call) value.Value { return value.Obj(value.NewArrayList(nil)) }))
	b.Static("System.Collections.ArrayList Adapter(System.Collections.IList list)", dotnet.Give(func(c *value.Call) value.Value { return value.Obj(value.NewArrayList(dotnet.ItemsOf(c.Args[0]))) }))
}

func capacity(v value.Value) value.Value {
	n, c := len(dotnet.Of[*value.Sequence](v).Items), 4
	if n == 0 {
		return value.Int(0)
	}
	for c < n {
		c *= 2
	}
	return value.Int(c)
}

func addRange(l *value.Sequence, c *value.Call) (value.Value, error) {
	if c.Args[0].IsNull() {
		return value.Null, dotnet.ErrNullArgument("collection")
	}
	more := elementsOf(c.Args[0])
	if err := value.CheckArrayLength(int64(len(l.Items) + len(more))); err != nil {
		return value.Null, err
	}
	l.Items = append(l.Items, more...)
	return value.Void, nil
}

func removeItem(l *value.Sequence, v value.Value) bool {
	at := dotnet.IndexOfValue(l.Items, v)
	if at >= 0 {
		l.Items = slices.Delete(l.Items, at, at+1)
	}
	return at >= 0
}

// loadListOrder adds sorting, reversing and searching from the end.
func loadListOrder(b dotnet.Rows, elem, comparer string) {
	b.Method("void Sort()", changing(func(l *value.Sequence, c *value.Call) (value.Value, error) {
		return value.Void, sortItems(c.Env, l.Items, value.Null)
	}))
	b.Method("void Sort("+comparer+" comparer)", changing(func(l *value.Sequence, c *value.Call) (value.Value, error) {
		return value.Void, sortItems(c.Env, l.Items, c.Args[0])
	}))
	b.Method("void Reverse()", changing(func(l *value.Sequence, c *value.Call) (value.Value, error) {
		slices.Reverse(l.Items)
		return value.Void, nil
	}))
	b.Method("void Reverse(int index, int count)", changing(func(l *value.Sequence, c *value.Call) (value.Value, error) {
		if err := checkRange(len(l.Items), dotnet.IntArg(c, 0), dotnet.IntArg(c, 1)); err != nil {
			return value.Null, err
		}
		slices.Reverse(l.Items[dotnet.IntArg(c, 0) : dotnet.IntArg(c, 0)+dotnet.IntArg(c, 1)])
		return value.Void, nil
	}))
	b.Method("int LastIndexOf("+elem+" item)", dotnet.Give(func(c *value.Call) value.Value {
		items := Listing(c).Items
		for i := len(items) - 1; i >= 0; i-- {
			if dotnet.SameValue(items[i], c.Args[0]) {
				return value.Int(i)
			}
		}
		return value.Int(-1)
	}))
	b.Method("int BinarySearch("+elem+" item)", func(c *value.Call) (value.Value, error) {
		return binarySearch(c.Env, Listing(c).Items, c.Args[0], value.Null)
	})
}

func binarySearch(env value.Env, items []value.Value, v, by value.Value) (value.Value, error) {
	var failed error
	compare := order(env, by, &failed)
	at, found := slices.BinarySearchFunc(items, v, compare)
	if !found {
		at = -at - 1
	}
	return value.Int(at), failed
}

// loadListRange adds the methods over a range of positions.
func loadListRange(b dotnet.Rows, self string) {
	b.Method(self+" GetRange(int index, int count)", func(c *value.Call) (value.Value, error) {
		l := Listing(c)
		if err := checkRange(len(l.Items), dotnet.IntArg(c, 0), dotnet.IntArg(c, 1)); err != nil {
			return value.Null, err
		}
		return value.Obj(&value.Sequence{T: l.T, Items: slices.Clone(l.Items[dotnet.IntArg(c, 0) : dotnet.IntArg(c, 0)+dotnet.IntArg(c, 1)])}), nil
	})
	b.Method("void RemoveRange(int index, int count)", changing(func(l *value.Sequence, c *value.Call) (value.Value, error) {
		if err := checkRange(len(l.Items), dotnet.IntArg(c, 0), dotnet.IntArg(c, 1)); err != nil {
			return value.Null, err
		}
		l.Items = slices.Delete(l.Items, dotnet.IntArg(c, 0), dotnet.IntArg(c, 0)+dotnet.IntArg(c, 1))
		return value.Void, nil
	}))
	b.Method("void TrimToSize()", dotnet.Run(func(*value.Call) {}))
}
