package dotnet

import (
	"slices"

	"exolab/runtime/value"
)

func sequence(c *value.Call) *value.Sequence { return of[*value.Sequence](c.This) }

const msgIndexRange = "Index was out of range. Must be non-negative and less than the size of the collection."

func checkIndex(n, i int) error {
	if i < 0 || i >= n {
		return throwParam(exArgumentRange, "index", msgIndexRange)
	}
	return nil
}

func checkRange(length, at, n int) error {
	if err := firstError(ifNegative("index", at), ifNegative("count", n)); err != nil {
		return err
	}
	if at+n > length {
		return throw(exArgument, "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.")
	}
	return nil
}

// changing makes a body of one that changes the list.
func changing(f func(l *value.Sequence, c *value.Call) (value.Value, error)) body {
	return func(c *value.Call) (value.Value, error) {
		l := sequence(c)
		switch {
		case l.ReadOnly:
			return value.Null, throw(exNotSupported, "Collection is read-only.")
		case l.FixedSize:
			return value.Null, throw(exNotSupported, "Collection was of a fixed size.")
		}
		l.Version++
		return f(l, c)
	}
}

// loadSequence fills what ArrayList, List<T> and Collection<T> share; elem is
// how the element type is written.
func loadSequence(b table, elem string) {
	b.get("int Count", func(v value.Value) value.Value { return value.Int(len(of[*value.Sequence](v).Items)) })
	b.get("bool IsReadOnly", func(v value.Value) value.Value { return value.Bool(of[*value.Sequence](v).ReadOnly) })
	b.get("bool IsFixedSize", func(v value.Value) value.Value { return value.Bool(of[*value.Sequence](v).FixedSize) })
	item := func(c *value.Call) (value.Value, error) {
		l := sequence(c)
		if err := checkIndex(len(l.Items), number(c, 0)); err != nil {
			return value.Null, err
		}
		return l.Items[number(c, 0)], nil
	}
	b.parameterized("Item", elem+" Item(int index)", item)
	b.setItem("void set_Item(int index, "+elem+" value)", changing(func(l *value.Sequence, c *value.Call) (value.Value, error) {
		if err := checkIndex(len(l.Items), number(c, 0)); err != nil {
			return value.Null, err
		}
		l.Items[number(c, 0)] = c.Args[1]
		return value.Void, nil
	}))
	b.method("void Clear()", changing(func(l *value.Sequence, c *value.Call) (value.Value, error) {
		l.Items = nil
		return value.Void, nil
	}))
	b.method("bool Contains("+elem+" item)", give(func(c *value.Call) value.Value { return value.Bool(indexOf(sequence(c).Items, c.Args[0]) >= 0) }))
	b.method("int IndexOf("+elem+" item)", give(func(c *value.Call) value.Value { return value.Int(indexOf(sequence(c).Items, c.Args[0])) }))
	b.method("void Insert(int index, "+elem+" item)", changing(insertItems(func(c *value.Call) []value.Value { return c.Args[1:2] })))
	b.method("void RemoveAt(int index)", changing(func(l *value.Sequence, c *value.Call) (value.Value, error) {
		if err := checkIndex(len(l.Items), number(c, 0)); err != nil {
			return value.Null, err
		}
		l.Items = slices.Delete(l.Items, number(c, 0), number(c, 0)+1)
		return value.Void, nil
	}))
	b.method("void CopyTo("+elem+"[] array, int index = 0)", do(func(c *value.Call) error {
		return copyItems(sequence(c).Items, 0, of[*value.Array](c.Args[0]), number(c, 1), len(sequence(c).Items))
	}))
	b.method("System.Collections.IEnumerator GetEnumerator()", give(func(c *value.Call) value.Value { return newEnumerator(c.This) }))
}

func insertItems(what func(c *value.Call) []value.Value) func(l *value.Sequence, c *value.Call) (value.Value, error) {
	return func(l *value.Sequence, c *value.Call) (value.Value, error) {
		at := number(c, 0)
		if at < 0 || at > len(l.Items) {
			return value.Null, throwParam(exArgumentRange, "index", "Index must be within the bounds of the List.")
		}
		l.Items = slices.Insert(l.Items, at, what(c)...)
		return value.Void, nil
	}
}

func copyItems(from []value.Value, at int, to *value.Array, start, n int) error {
	if to == nil {
		return errNullArgument("dest")
	}
	if at < 0 || start < 0 || at+n > len(from) || start+n > len(to.Items) {
		return throw(exArgument, "Destination array was not long enough. Check the destination index, length, and the array's lower bounds. (Parameter 'destinationArray')")
	}
	copy(to.Items[start:start+n], from[at:at+n])
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
