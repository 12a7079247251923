package collections

import (
	"slices"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// Listing is the list that a method was called on.
func Listing(c *value.Call) *value.Sequence { return dotnet.Of[*value.Sequence](c.This) }

const msgIndexRange = "Index was out of range. Must be non-negative and less than the size of the collection."

func checkIndex(n, i int) error {
	if i < 0 || i >= n {
		return dotnet.ThrowParam(dotnet.ExArgumentRange, "index", msgIndexRange)
	}
	return nil
}

func checkRange(length, at, n int) error {
	if err := dotnet.FirstError(dotnet.IfNegative("index", at), dotnet.IfNegative("count", n)); err != nil {
		return err
	}
	if at+n > length {
		return dotnet.Throw(dotnet.ExArgument, "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.")
	}
	return nil
}

// changing makes a body of one that changes the list.
func changing(f func(l *value.Sequence, c *value.Call) (value.Value, error)) dotnet.Body {
	return func(c *value.Call) (value.Value, error) {
		l := Listing(c)
		switch {
		case l.ReadOnly:
			return value.Null, dotnet.Throw(dotnet.ExNotSupported, "Collection is read-only.")
		case l.FixedSize:
			return value.Null, dotnet.Throw(dotnet.ExNotSupported, "Collection was of a fixed size.")
		}
		l.Version++
		return f(l, c)
	}
}

// LoadSequence fills what ArrayList, List<T> and Collection<T> share; elem is
// how the element type is written.
func LoadSequence(b dotnet.Rows, elem string) {
	b.Get("int Count", func(v value.Value) value.Value { return value.Int(len(dotnet.Of[*value.Sequence](v).Items)) })
	b.Get("bool IsReadOnly", func(v value.Value) value.Value { return value.Bool(dotnet.Of[*value.Sequence](v).ReadOnly) })
	b.Get("bool IsFixedSize", func(v value.Value) value.Value { return value.Bool(dotnet.Of[*value.Sequence](v).FixedSize) })
	b.Parameterized("Item", elem+" Item(int index)", sequenceItem)
	b.SetItem("void set_Item(int index, "+elem+" value)", changing(func(l *value.Sequence, c *value.Call) (value.Value, error) {
		if err := checkIndex(len(l.Items), dotnet.IntArg(c, 0)); err != nil {
			return value.Null, err
		}
		l.Items[dotnet.IntArg(c, 0)] = c.Args[1]
		return value.Void, nil
	}))
	b.Method("void Clear()", changing(func(l *value.Sequence, c *value.Call) (value.Value, error) {
		l.Items = nil
		return value.Void, nil
	}))
	b.Method("bool Contains("+elem+" item)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Bool(dotnet.IndexOfValue(Listing(c).Items, c.Args[0]) >= 0)
	}))
	b.Method("int IndexOf("+elem+" item)", dotnet.Give(func(c *value.Call) value.Value { return value.Int(dotnet.IndexOfValue(Listing(c).Items, c.Args[0])) }))
	b.Method("void Insert(int index, "+elem+" item)", changing(insertItems(func(c *value.Call) []value.Value { return c.Args[1:2] })))
	b.Method("void RemoveAt(int index)", changing(func(l *value.Sequence, c *value.Call) (value.Value, error) {
		if err := checkIndex(len(l.Items), dotnet.IntArg(c, 0)); err != nil {
			return value.Null, err
		}
		l.Items = slices.Delete(l.Items, dotnet.IntArg(c, 0), dotnet.IntArg(c, 0)+1)
		return value.Void, nil
	}))
	b.Method("void CopyTo("+elem+"[] array, int index = 0)", dotnet.Do(func(c *value.Call) error {
		return copyItems(Listing(c).Items, 0, dotnet.Of[*value.Array](c.Args[0]), dotnet.IntArg(c, 1), len(Listing(c).Items))
	}))
	b.Method("System.Collections.IEnumerator GetEnumerator()", dotnet.Give(func(c *value.Call) value.Value { return newEnumerator(c.This) }))
}

// sequenceItem is the indexer.
func sequenceItem(c *value.Call) (value.Value, error) {
	l := Listing(c)
	if err := checkIndex(len(l.Items), dotnet.IntArg(c, 0)); err != nil {
		return value.Null, err
	}
	return l.Items[dotnet.IntArg(c, 0)], nil
}

func insertItems(what func(c *value.Call) []value.Value) func(l *value.Sequence, c *value.Call) (value.Value, error) {
	return func(l *value.Sequence, c *value.Call) (value.Value, error) {
		at := dotnet.IntArg(c, 0)
		if at < 0 || at > len(l.Items) {
			return value.Null, dotnet.ThrowParam(dotnet.ExArgumentRange, "index", "Index must be within the bounds of the List.")
		}
		l.Items = slices.Insert(l.Items, at, what(c)...)
		return value.Void, nil
	}
}

func copyItems(from []value.Value, at int, to *value.Array, start, n int) error {
	if to == nil {
		return dotnet.ErrNullArgument("dest")
	}
	if at < 0 || start < 0 || at+n > len(from) || start+n > len(to.Items) {
		return dotnet.Throw(dotnet.ExArgument, "Destination array was not long enough. Check the destination index, length, and the array's lower bounds. (Parameter 'destinationArray')")
	}
	copy(to.Writable()[start:start+n], from[at:at+n])
	return nil
}

// typed returns the items as an array of the list's element type.
func typedArray(t *value.Type, items []value.Value) value.Value {
	a := &value.Array{Items: slices.Clone(items)}
	if len(t.Args) == 1 && t.Args[0] != value.TypeObject {
		a.Elem = t.Args[0]
	}
	return value.Obj(a)
}
