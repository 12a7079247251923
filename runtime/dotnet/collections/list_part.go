package collections

import (
	"slices"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// loadListParts adds what ArrayList and List<T> have for a part of the list:
// searching, sorting and copying between two positions.
func loadListParts(b dotnet.Rows, elem, array, comparer string) {
	b.Method("int IndexOf("+elem+" item, int index)", indexFrom)
	b.Method("int IndexOf("+elem+" item, int index, int count)", indexFrom)
	b.Method("int LastIndexOf("+elem+" item, int index)", lastIndexFrom)
	b.Method("int LastIndexOf("+elem+" item, int index, int count)", lastIndexFrom)
	b.Method("int BinarySearch("+elem+" item, "+comparer+" comparer)", func(c *value.Call) (value.Value, error) {
		return binarySearch(c.Env, Listing(c).Items, c.Args[0], c.Args[1])
	})
	b.Method("int BinarySearch(int index, int count, "+elem+" item, "+comparer+" comparer)", func(c *value.Call) (value.Value, error) {
		call := *c
		call.Args = append([]value.Value{c.This}, c.Args...)
		return searchPart(&value.Array{Items: Listing(c).Items}, &call)
	})
	b.Method("void Sort(int index, int count, "+comparer+" comparer)", changing(func(l *value.Sequence, c *value.Call) (value.Value, error) {
		from, n := dotnet.IntArg(c, 0), dotnet.IntArg(c, 1)
		if err := checkRange(len(l.Items), from, n); err != nil {
			return value.Null, err
		}
		return value.Void, sortItems(c.Env, l.Items[from:from+n], c.Args[2])
	}))
	b.Method("void CopyTo(int index, "+array+" array, int arrayIndex, int count)", dotnet.Do(func(c *value.Call) error {
		return copyItems(Listing(c).Items, dotnet.IntArg(c, 0), dotnet.Of[*value.Array](c.Args[1]), dotnet.IntArg(c, 2), dotnet.IntArg(c, 3))
	}))
}

// asArray makes a body of a search in an array run on the list.
func asArray(f func(a *value.Array, c *value.Call) (value.Value, error)) dotnet.Body {
	return func(c *value.Call) (value.Value, error) {
		call := *c
		call.Args = append([]value.Value{c.This}, c.Args...)
		return f(&value.Array{Items: Listing(c).Items}, &call)
	}
}

var (
	indexFrom     = asArray(indexWithin)
	lastIndexFrom = asArray(lastIndexWithin)
)

// loadCapacity adds the room that a list keeps for more elements. How much
// there is cannot be chosen here: lists grow by doubling.
func loadCapacity(b dotnet.Rows, settable bool) {
	get := func(_ value.Env, v value.Value) (value.Value, error) { return capacity(v), nil }
	set := func(_ value.Env, v, to value.Value) error {
		if int(to.Int64()) < len(dotnet.Of[*value.Sequence](v).Items) {
			return dotnet.ThrowParam(dotnet.ExArgumentRange, "value", "capacity was less than the current size.")
		}
		return nil
	}
	if !settable {
		set = nil
	}
	b.Property("int Capacity", get, set)
}

func loadArrayListMore(b dotnet.Rows) {
	loadListParts(b, "System.Object", "array", "System.Collections.IComparer")
	b.Get("bool IsSynchronized", func(value.Value) value.Value { return value.False })
	b.Get("System.Object SyncRoot", func(v value.Value) value.Value { return v })
	b.Method("void CopyTo(array array, int index = 0)", dotnet.Do(func(c *value.Call) error {
		return copyItems(Listing(c).Items, 0, dotnet.Of[*value.Array](c.Args[0]), dotnet.IntArg(c, 1), len(Listing(c).Items))
	}))
	b.Method("System.Collections.IEnumerator GetEnumerator(int index, int count)", func(c *value.Call) (value.Value, error) {
		items, from, n := Listing(c).Items, dotnet.IntArg(c, 0), dotnet.IntArg(c, 1)
		if err := checkRange(len(items), from, n); err != nil {
			return value.Null, err
		}
		return newEnumerator(value.List(items[from : from+n]...)), nil
	})
	b.Method("void SetRange(int index, System.Collections.ICollection c)", changing(func(l *value.Sequence, c *value.Call) (value.Value, error) {
		items, at := dotnet.ItemsOf(c.Args[1]), dotnet.IntArg(c, 0)
		if err := checkRange(len(l.Items), at, len(items)); err != nil {
			return value.Null, err
		}
		copy(l.Items[at:], items)
		return value.Void, nil
	}))
	wrap := func(name string, readOnly, fixed bool) {
		for _, p := range [...]string{"System.Collections.ArrayList", "System.Collections.IList"} {
			b.Static(p+" "+name+"("+p+" list)", dotnet.Give(func(c *value.Call) value.Value {
				return value.Obj(&value.Sequence{T: value.TypeArrayList, Items: dotnet.ItemsOf(c.Args[0]), ReadOnly: readOnly, FixedSize: fixed})
			}))
		}
	}
	wrap("FixedSize", false, true)
	wrap("ReadOnly", true, true)
	wrap("Synchronized", false, false)
	b.Static("System.Collections.ArrayList Repeat(System.Object value, int count)", func(c *value.Call) (value.Value, error) {
		if err := dotnet.IfNegative("count", dotnet.IntArg(c, 1)); err != nil {
			return value.Null, err
		}
		return value.Obj(value.NewArrayList(slices.Repeat([]value.Value{c.Args[0]}, dotnet.IntArg(c, 1)))), nil
	})
}

func loadListMore(b dotnet.Rows) {
	loadListParts(b, "T", "T[]", "System.Collections.Generic.IComparer[T]")
	b.Method("int EnsureCapacity(int capacity)", func(c *value.Call) (value.Value, error) {
		n := dotnet.IntArg(c, 0)
		return value.Int(max(n, int(capacity(c.This).Int64()))), dotnet.IfNegative("capacity", n)
	})
	b.Method("System.Collections.Generic.List[T] Slice(int start, int length)", func(c *value.Call) (value.Value, error) {
		l, from, n := Listing(c), dotnet.IntArg(c, 0), dotnet.IntArg(c, 1)
		if err := checkRange(len(l.Items), from, n); err != nil {
			return value.Null, err
		}
		return value.Obj(&value.Sequence{T: l.T, Items: slices.Clone(l.Items[from : from+n])}), nil
	})
	for _, within := range [...]string{"int startIndex", "int startIndex, int count"} {
		b.Method("int FindIndex("+within+", System.Predicate[T] match)", findIndexWithin(listItems, 0, false))
		b.Method("int FindLastIndex("+within+", System.Predicate[T] match)", findIndexWithin(listItems, 0, true))
	}
}
