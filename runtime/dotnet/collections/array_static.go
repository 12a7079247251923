package collections

import (
	"slices"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// maxArrayLength is Array.MaxLength.
const maxArrayLength = 0x7FFFFFC7

func loadArrayStatics(b dotnet.Rows) {
	b.Constant("int MaxLength", value.Int(maxArrayLength))
	for _, n := range [...]string{"int", "long"} {
		b.Static("void Copy(array sourceArray, array destinationArray, "+n+" length)", onArray(func(a *value.Array, c *value.Call) (value.Value, error) {
			return value.Void, copyItems(a.Items, 0, dotnet.Of[*value.Array](c.Args[1]), 0, dotnet.IntArg(c, 2))
		}))
		b.Static("void Copy(array sourceArray, "+n+" sourceIndex, array destinationArray, "+n+" destinationIndex, "+n+" length)", copyPart)
	}
	b.Static("void ConstrainedCopy(array sourceArray, int sourceIndex, array destinationArray, int destinationIndex, int length)", copyPart)
	b.Static("void Clear(array array)", onArray(func(a *value.Array, _ *value.Call) (value.Value, error) {
		clearItems(a, 0, len(a.Items))
		return value.Void, nil
	}))
	b.Static("void Clear(array array, int index, int length)", onArray(func(a *value.Array, c *value.Call) (value.Value, error) {
		from, n := dotnet.IntArg(c, 1), dotnet.IntArg(c, 2)
		if from < 0 || from+n > len(a.Items) {
			return value.Null, dotnet.Throw(dotnet.ExIndexRange, "Index was outside the bounds of the array.")
		}
		clearItems(a, from, from+n)
		return value.Void, nil
	}))
	b.Static("void Fill(T[] array, T value)", onArray(func(a *value.Array, c *value.Call) (value.Value, error) {
		return value.Void, fill(c, a, 0, len(a.Items))
	}))
	b.Static("void Fill(T[] array, T value, int startIndex, int count)", onArray(func(a *value.Array, c *value.Call) (value.Value, error) {
		return value.Void, fill(c, a, dotnet.IntArg(c, 2), dotnet.IntArg(c, 3))
	}))
	b.Static("void Resize(ref array array, int newSize)", resizeArray)
	b.Static("System.Collections.ObjectModel.ReadOnlyCollection[T] AsReadOnly(T[] array)", onArray(func(a *value.Array, _ *value.Call) (value.Value, error) {
		return value.Obj(&value.Sequence{T: value.GenericOf(dotnet.TypeReadOnlyCol, elementOf(a)), Items: a.Items, ReadOnly: true}), nil
	}))
	b.Static("T[] Empty()", dotnet.Give(func(c *value.Call) value.Value { return typedItems(typeArgument(c), []value.Value{}) }))
	loadArrayCreation(b)
}

var copyPart = onArray(func(a *value.Array, c *value.Call) (value.Value, error) {
	return value.Void, copyItems(a.Items, dotnet.IntArg(c, 1), dotnet.Of[*value.Array](c.Args[2]), dotnet.IntArg(c, 3), dotnet.IntArg(c, 4))
})

func elementOf(a *value.Array) *value.Type {
	if a.Elem == nil {
		return value.TypeObject
	}
	return a.Elem
}

func fill(c *value.Call, a *value.Array, from, n int) error {
	if err := checkPart(a, from, n); err != nil {
		return err
	}
	v, err := dotnet.CastTo(c.Env, c.Args[1], elementOf(a))
	if err != nil {
		return err
	}
	part := a.Writable()[from : from+n]
	for i := range part {
		part[i] = v
	}
	return nil
}

// checkPart refuses a part that does not lie within the array.
func checkPart(a *value.Array, from, n int) error {
	switch {
	case from < 0 || from > len(a.Items):
		return dotnet.ThrowParam(dotnet.ExArgumentRange, "startIndex", "Index was out of range. Must be non-negative and less than or equal to the size of the collection.")
	case n < 0 || from+n > len(a.Items):
		return dotnet.ThrowParam(dotnet.ExArgumentRange, "count", "Count must be positive and count must refer to a location within the string/array/collection.")
	}
	return nil
}

func loadArrayCreation(b dotnet.Rows) {
	create := func(array func(t *value.Type) *value.Type) dotnet.Body {
		return func(c *value.Call) (value.Value, error) {
			lengths := indices(c.Args[1:2])
			if len(c.Args) > 2 {
				if _, bounds := value.As[*value.Array](c.Args[2]); !bounds {
					lengths = c.Args[1:]
				}
			}
			return dotnet.NewArray(c.Env, array(dotnet.Of[*value.Type](c.Args[0])), lengths)
		}
	}
	of := create(value.ArrayOf)
	for _, params := range [...]string{"int length", "int length1, int length2", "int length1, int length2, int length3", "int[] lengths", "long[] lengths", "int[] lengths, int[] lowerBounds"} {
		b.Static("array CreateInstance(type elementType, "+params+")", of)
	}
	same := create(func(t *value.Type) *value.Type { return t })
	for _, params := range [...]string{"int length", "int[] lengths", "int[] lengths, int[] lowerBounds"} {
		b.Static("array CreateInstanceFromArrayType(type arrayType, "+params+")", same)
	}
}

// loadArraySearch adds IndexOf, LastIndexOf and BinarySearch, which are there
// for any array and once more as generic methods.
func loadArraySearch(b dotnet.Rows) {
	for _, kind := range [...]struct{ array, element, comparer string }{
		{"array array, ", "System.Object value", ", System.Collections.IComparer comparer"}, {"T[] array, ", "T value", ", System.Collections.Generic.IComparer[T] comparer"},
	} {
		head := kind.array + kind.element
		for _, more := range [...]string{"", ", int startIndex", ", int startIndex, int count"} {
			b.Static("int IndexOf("+head+more+")", onArray(indexWithin))
			b.Static("int LastIndexOf("+head+more+")", onArray(lastIndexWithin))
		}
		b.Static("int BinarySearch("+head+")", onArray(func(a *value.Array, c *value.Call) (value.Value, error) {
			return binarySearch(c.Env, a.Items, c.Args[1], value.Null)
		}))
		b.Static("int BinarySearch("+head+kind.comparer+")", onArray(func(a *value.Array, c *value.Call) (value.Value, error) {
			return binarySearch(c.Env, a.Items, c.Args[1], c.Args[2])
		}))
		part := onArray(searchPart)
		b.Static("int BinarySearch("+kind.array+"int index, int length, "+kind.element+")", part)
		b.Static("int BinarySearch("+kind.array+"int index, int length, "+kind.element+kind.comparer+")", part)
	}
}

func searchPart(a *value.Array, c *value.Call) (value.Value, error) {
	from, n, by := dotnet.IntArg(c, 1), dotnet.IntArg(c, 2), value.Null
	if err := checkRange(len(a.Items), from, n); err != nil {
		return value.Null, err
	}
	if len(c.Args) > 4 {
		by = c.Args[4]
	}
	at, err := binarySearch(c.Env, a.Items[from:from+n], c.Args[3], by)
	if err != nil || at.Int64() < 0 {
		return value.Int(int(at.Int64()) - from), err
	}
	return value.Int(int(at.Int64()) + from), nil
}

func indexWithin(a *value.Array, c *value.Call) (value.Value, error) {
	from, n := 0, len(a.Items)
	if len(c.Args) > 2 {
		from = dotnet.IntArg(c, 2)
		n -= from
	}
	if len(c.Args) > 3 {
		n = dotnet.IntArg(c, 3)
	}
	if err := checkPart(a, from, n); err != nil {
		return value.Null, err
	}
	if i := dotnet.IndexOfValue(a.Items[from:from+n], c.Args[1]); i >= 0 {
		return value.Int(from + i), nil
	}
	return value.Int(-1), nil
}

func lastIndexWithin(a *value.Array, c *value.Call) (value.Value, error) {
	if len(a.Items) == 0 {
		return value.Int(-1), nil
	}
	last := len(a.Items) - 1
	if len(c.Args) > 2 {
		last = dotnet.IntArg(c, 2)
	}
	n := last + 1
	if len(c.Args) > 3 {
		n = dotnet.IntArg(c, 3)
	}
	if last < 0 || last >= len(a.Items) {
		return value.Null, dotnet.ThrowParam(dotnet.ExArgumentRange, "startIndex", msgIndexRange)
	}
	for i := last; i > last-n && i >= 0; i-- {
		if dotnet.SameValue(a.Items[i], c.Args[1]) {
			return value.Int(i), nil
		}
	}
	return value.Int(-1), nil
}

// loadArrayOrder adds Sort and Reverse.
func loadArrayOrder(b dotnet.Rows) {
	for _, array := range [...]string{"array", "T[]"} {
		b.Static("void Reverse("+array+" array)", onArray(func(a *value.Array, _ *value.Call) (value.Value, error) {
			slices.Reverse(a.Writable())
			return value.Void, nil
		}))
		b.Static("void Reverse("+array+" array, int index, int length)", onArray(func(a *value.Array, c *value.Call) (value.Value, error) {
			from, n := dotnet.IntArg(c, 1), dotnet.IntArg(c, 2)
			if err := checkRange(len(a.Items), from, n); err != nil {
				return value.Null, err
			}
			slices.Reverse(a.Writable()[from : from+n])
			return value.Void, nil
		}))
	}
	b.Static("void Sort(System.Object[] array, System.Comparison[System.Object] comparison)", onArray(sortArray))
	b.Static("void Sort(T[] array, System.Comparison[T] comparison)", onArray(sortArray))
	for _, kind := range [...]struct{ array, key, item, comparer string }{
		{"array", "array", "array", "System.Collections.IComparer"}, {"T[]", "TKey[]", "TValue[]", "System.Collections.Generic.IComparer[T]"},
	} {
		comparer := ", " + kind.comparer + " comparer"
		b.Static("void Sort("+kind.array+" array)", onArray(sortArray))
		b.Static("void Sort("+kind.array+" array"+comparer+")", onArray(sortArray))
		b.Static("void Sort("+kind.array+" array, int index, int length)", onArray(sortArray))
		b.Static("void Sort("+kind.array+" array, int index, int length"+comparer+")", onArray(sortArray))
		if kind.key == "TKey[]" {
			comparer = ", System.Collections.Generic.IComparer[TKey] comparer"
		}
		keyed := "void Sort(" + kind.key + " keys, " + kind.item + " items"
		b.Static(keyed+")", onArray(sortKeyed))
		b.Static(keyed+comparer+")", onArray(sortKeyed))
		b.Static(keyed+", int index, int length)", onArray(sortKeyed))
		b.Static(keyed+", int index, int length"+comparer+")", onArray(sortKeyed))
	}
}

// sortingArgs reads "[index, length] [comparer]" from the arguments.
func sortingArgs(a *value.Array, rest []value.Value) (from, n int, by value.Value, err error) {
	n = len(a.Items)
	if len(rest) >= 2 {
		from, n = int(rest[0].Int64()), int(rest[1].Int64())
		rest = rest[2:]
	}
	if len(rest) > 0 {
		by = rest[0]
	}
	return from, n, by, checkRange(len(a.Items), from, n)
}

func sortArray(a *value.Array, c *value.Call) (value.Value, error) {
	from, n, by, err := sortingArgs(a, c.Args[1:])
	if err != nil {
		return value.Null, err
	}
	return value.Void, sortItems(c.Env, a.Writable()[from:from+n], by)
}

// sortKeyed orders the keys and moves the items along with them.
func sortKeyed(keys *value.Array, c *value.Call) (value.Value, error) {
	from, n, by, err := sortingArgs(keys, c.Args[2:])
	if err != nil {
		return value.Null, err
	}
	items, ok := value.As[*value.Array](c.Args[1])
	if !ok {
		return value.Void, sortItems(c.Env, keys.Writable()[from:from+n], by)
	}
	if len(items.Items) < from+n {
		return value.Null, dotnet.Throw(dotnet.ExArgument, "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.")
	}
	var failed error
	compare := order(c.Env, by, &failed)
	pairs := make([][2]value.Value, n)
	for i := range pairs {
		pairs[i] = [2]value.Value{keys.Items[from+i], items.Items[from+i]}
	}
	slices.SortStableFunc(pairs, func(x, y [2]value.Value) int {
		if failed != nil {
			return 0
		}
		return compare(x[0], y[0])
	})
	keyed, moved := keys.Writable(), items.Writable()
	for i, p := range pairs {
		keyed[from+i], moved[from+i] = p[0], p[1]
	}
	return value.Void, failed
}
