package dotnet

import (
	"slices"

	"exolab/runtime/value"
)

func loadArrayList(t *value.Type, m *value.Members) {
	b := table{t, m}
	loadSequence(b, "System.Object")
	b.method("int Add(System.Object value)", changing(func(l *value.Sequence, c *value.Call) (value.Value, error) {
		l.Items = append(l.Items, c.Args[0])
		return value.Int(len(l.Items) - 1), nil
	}))
	b.method("void AddRange(System.Collections.ICollection c)", changing(addRange))
	b.method("void Remove(System.Object obj)", changing(func(l *value.Sequence, c *value.Call) (value.Value, error) {
		removeItem(l, c.Args[0])
		return value.Void, nil
	}))
	b.method("void InsertRange(int index, System.Collections.ICollection c)", changing(insertItems(func(c *value.Call) []value.Value { return itemsOf(c.Args[1]) })))
	b.method("System.Object[] ToArray()", give(func(c *value.Call) value.Value { return value.List(slices.Clone(sequence(c).Items)...) }))
	b.method("array ToArray(type type)", func(c *value.Call) (value.Value, error) {
		return castTo(c.Env, c.This, value.ArrayOf(of[*value.Type](c.Args[0])))
	})
	b.method("System.Object Clone()", give(func(c *value.Call) value.Value { return value.Obj(value.NewArrayList(slices.Clone(sequence(c).Items))) }))
	b.get("int Capacity", capacity)
	loadListOrder(b, "System.Object", "System.Collections.IComparer")
	loadListRange(b, "System.Collections.ArrayList")
	b.constructor("()", give(func(*value.Call) value.Value { return value.Obj(value.NewArrayList(nil)) }))
	b.constructor("(System.Collections.ICollection c)", give(func(c *value.Call) value.Value { return value.Obj(value.NewArrayList(itemsOf(c.Args[0]))) }))
	b.constructor("(int capacity)", give(func(*value.Call) value.Value { return value.Obj(value.NewArrayList(nil)) }))
	b.static("System.Collections.ArrayList Adapter(System.Collections.IList list)", give(func(c *value.Call) value.Value { return value.Obj(value.NewArrayList(itemsOf(c.Args[0]))) }))
}

func capacity(v value.Value) value.Value {
	n, c := len(of[*value.Sequence](v).Items), 4
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
		return value.Null, errNullArgument("collection")
	}
	l.Items = append(l.Items, itemsOf(c.Args[0])...)
	return value.Void, nil
}

func removeItem(l *value.Sequence, v value.Value) bool {
	at := indexOf(l.Items, v)
	if at >= 0 {
		l.Items = slices.Delete(l.Items, at, at+1)
	}
	return at >= 0
}

// loadListOrder adds sorting, reversing and searching from the end.
func loadListOrder(b table, elem, comparer string) {
	b.method("void Sort()", changing(func(l *value.Sequence, c *value.Call) (value.Value, error) {
		return value.Void, sortItems(c.Env, l.Items, value.Null)
	}))
	b.method("void Sort("+comparer+" comparer)", changing(func(l *value.Sequence, c *value.Call) (value.Value, error) {
		return value.Void, sortItems(c.Env, l.Items, c.Args[0])
	}))
	b.method("void Reverse()", changing(func(l *value.Sequence, c *value.Call) (value.Value, error) {
		slices.Reverse(l.Items)
		return value.Void, nil
	}))
	b.method("void Reverse(int index, int count)", changing(func(l *value.Sequence, c *value.Call) (value.Value, error) {
		if err := checkRange(len(l.Items), number(c, 0), number(c, 1)); err != nil {
			return value.Null, err
		}
		slices.Reverse(l.Items[number(c, 0) : number(c, 0)+number(c, 1)])
		return value.Void, nil
	}))
	b.method("int LastIndexOf("+elem+" item)", give(func(c *value.Call) value.Value {
		items := sequence(c).Items
		for i := len(items) - 1; i >= 0; i-- {
			if sameValue(items[i], c.Args[0]) {
				return value.Int(i)
			}
		}
		return value.Int(-1)
	}))
	b.method("int IndexOf("+elem+" item, int index)", give(func(c *value.Call) value.Value {
		items := sequence(c).Items
		for i := max(0, number(c, 1)); i < len(items); i++ {
			if sameValue(items[i], c.Args[0]) {
				return value.Int(i)
			}
		}
		return value.Int(-1)
	}))
	b.method("int BinarySearch("+elem+" item)", func(c *value.Call) (value.Value, error) {
		return binarySearch(c.Env, sequence(c).Items, c.Args[0])
	})
}

func binarySearch(env value.Env, items []value.Value, v value.Value) (value.Value, error) {
	var failed error
	compare := order(env, value.Null, &failed)
	at, found := slices.BinarySearchFunc(items, v, compare)
	if !found {
		at = -at - 1
	}
	return value.Int(at), failed
}

// loadListRange adds the methods over a range of positions.
func loadListRange(b table, self string) {
	b.method(self+" GetRange(int index, int count)", func(c *value.Call) (value.Value, error) {
		l := sequence(c)
		if err := checkRange(len(l.Items), number(c, 0), number(c, 1)); err != nil {
			return value.Null, err
		}
		return value.Obj(&value.Sequence{T: l.T, Items: slices.Clone(l.Items[number(c, 0) : number(c, 0)+number(c, 1)])}), nil
	})
	b.method("void RemoveRange(int index, int count)", changing(func(l *value.Sequence, c *value.Call) (value.Value, error) {
		if err := checkRange(len(l.Items), number(c, 0), number(c, 1)); err != nil {
			return value.Null, err
		}
		l.Items = slices.Delete(l.Items, number(c, 0), number(c, 0)+number(c, 1))
		return value.Void, nil
	}))
	b.method("void TrimToSize()", run(func(*value.Call) {}))
}
