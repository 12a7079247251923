package collections

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

func loadArrayPredicates(b dotnet.Rows) {
	items := func(c *value.Call) []value.Value { return dotnet.ItemsOf(c.Args[0]) }
	b.Static("T Find(T[] array, System.Predicate[T] match)", findItem(items, 1, false))
	b.Static("T FindLast(T[] array, System.Predicate[T] match)", findItem(items, 1, true))
	b.Static("int FindIndex(T[] array, System.Predicate[T] match)", findIndex(items, 1, false))
	b.Static("int FindLastIndex(T[] array, System.Predicate[T] match)", findIndex(items, 1, true))
	for _, within := range [...]string{"int startIndex", "int startIndex, int count"} {
		b.Static("int FindIndex(T[] array, "+within+", System.Predicate[T] match)", findIndexWithin(items, 1, false))
		b.Static("int FindLastIndex(T[] array, "+within+", System.Predicate[T] match)", findIndexWithin(items, 1, true))
	}
	b.Static("bool Exists(T[] array, System.Predicate[T] match)", existsItem(items, 1))
	b.Static("bool TrueForAll(T[] array, System.Predicate[T] match)", trueForAll(items, 1))
	b.Static("T[] FindAll(T[] array, System.Predicate[T] match)", func(c *value.Call) (value.Value, error) {
		found, err := findItems(items, 1, c)
		return typedItems(elementTypeOf(c.Args[0]), found), err
	})
	b.Static("void ForEach(T[] array, System.Action[T] action)", dotnet.Do(func(c *value.Call) error { return forEachItems(items(c), 1, c) }))
	b.Static("TOutput[] ConvertAll(TInput[] array, System.Converter[TInput,TOutput] converter)", func(c *value.Call) (value.Value, error) {
		out, err := mapItems(items(c), 1, c)
		return typedItems(resultOf(c.Args[1]), out), err
	})
}

// findIndexWithin is FindIndex or FindLastIndex from a position on: the
// arguments from first are the position, perhaps a count, and the predicate.
func findIndexWithin(from func(*value.Call) []value.Value, first int, last bool) dotnet.Body {
	return func(c *value.Call) (value.Value, error) {
		items := from(c)
		start, predicate := dotnet.IntArg(c, first), len(c.Args)-1
		n := len(items) - start
		if last {
			n = start + 1
		}
		if predicate > first+1 {
			n = dotnet.IntArg(c, first+1)
		}
		if last {
			start = start - n + 1
		}
		if start < 0 || n < 0 || start+n > len(items) {
			return value.Null, dotnet.ThrowParam(dotnet.ExArgumentRange, "startIndex", "Index was out of range. Must be non-negative and less than or equal to the size of the collection.")
		}
		at, err := findIndex(func(*value.Call) []value.Value { return items[start : start+n] }, predicate, last)(c)
		if err != nil || at.Int64() < 0 {
			return at, err
		}
		return value.Int(start + int(at.Int64())), nil
	}
}
