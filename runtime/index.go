package runtime

import (
	"unicode/utf16"

	"exolab/parser"
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// index compiles `target[index]`.
func (c *compiler) index(e *parser.IndexExpression) exprFunc {
	of, at := c.lenientIf(e.Target, e.NullConditional), c.expr(e.Index)
	return func(f *Frame) (value.Value, error) {
		o, err := of(f)
		if err != nil {
			return value.Null, err
		}
		if e.NullConditional && o.IsNull() {
			return value.Null, nil
		}
		i, err := at(f)
		if err != nil {
			return value.Null, err
		}
		if a, ok := o.Object().(*value.Array); ok && i.Kind() == value.KindInt32 && a.Dims() == nil {
			if n := i.Int64(); n >= 0 && n < int64(len(a.Items)) {
				return a.Items[n], nil
			}
		}
		return f.indexed(o, i)
	}
}

// indexed reads an element, a list of elements, or a dictionary's entry.
func (f *Frame) indexed(o, i value.Value) (value.Value, error) {
	o = value.Unwrap(o)
	if o.IsNull() {
		return value.Null, invalidOperation("NullArray", "Cannot index into a null array.")
	}
	switch c := o.Object().(type) {
	case *value.Array:
		if c.Dims() != nil {
			return f.indexedMulti(c, i)
		}
		return f.element(c.Items, i)
	case *value.Sequence:
		return f.element(c.Items, i)
	case *value.Dict:
		return f.entry(c, i)
	}
	if o.Kind() == value.KindString {
		return f.character(o.Text(), i)
	}
	return f.dotnetIndexed(o, i)
}

// The members behind a type's own indexer.
var (
	nameItem    = dotnet.NameOf("Item")
	nameGetItem = dotnet.NameOf("get_Item")
	nameSetItem = dotnet.NameOf("set_Item")
)

// dotnetIndexed asks the type's own indexer.
func (f *Frame) dotnetIndexed(o, i value.Value) (value.Value, error) {
	if list, ok := o.Object().(interface{ ItemByName(string) value.Value }); ok && i.Kind() == value.KindString {
		return list.ItemByName(i.Text()), nil
	}
	if dotnet.GetMember(f, o, nameItem) != nil {
		return f.pickByIndexer(o, i)
	}
	if tuple, ok := o.Object().(interface{ Elements() []value.Value }); ok {
		return f.element(tuple.Elements(), i)
	}
	if e, ok := o.Object().(value.Enumerable); ok {
		items, err := listOf(value.Obj(e))
		if err != nil {
			return value.Null, err
		}
		return f.element(items, i)
	}
	if n, err := value.Convert(f, value.Unwrap(i), value.TypeInt32); err == nil {
		return onlyElement(o, n.Int64()), nil
	}
	if _, several := i.Object().(value.Enumerable); several {
		return value.Null, nil
	}
	return value.Null, fault("CannotIndex", value.InvalidOperation, i,
		"Unable to index into an object of type \"%s\".", value.TypeOf(o).FullName)
}

// onlyElement indexes what is no list as a list of itself.
func onlyElement(o value.Value, n int64) value.Value {
	if n == 0 || n == -1 {
		return o
	}
	return value.Void
}

// element reads items[i], where i may be a list of indexes.
func (f *Frame) element(items []value.Value, i value.Value) (value.Value, error) {
	return f.pick(i, func(n int) (value.Value, bool) {
		if n < 0 {
			n += len(items)
		}
		if n < 0 || n >= len(items) {
			return value.Null, false
		}
		return items[n], true
	})
}

func (f *Frame) character(s string, i value.Value) (value.Value, error) {
	units := utf16.Encode([]rune(s))
	return f.pick(i, func(n int) (value.Value, bool) {
		if n < 0 {
			n += len(units)
		}
		if n < 0 || n >= len(units) {
			return value.Null, false
		}
		return value.Char(units[n]), true
	})
}

// pick resolves an index or a list of indexes; positions that do not exist are
// left out of a list and are $null alone (an error under strict mode 3).
func (f *Frame) pick(i value.Value, at func(n int) (value.Value, bool)) (value.Value, error) {
	i = value.Unwrap(i)
	if i.IsNull() {
		return value.Null, invalidOperation("NullArrayIndex", "Index operation failed; the array index evaluated to null.")
	}
	if isEnumerable(i) {
		return f.pickMany(i, at)
	}
	n, err := f.indexNumber(i)
	if err != nil {
		// What is no number is no position.
		return value.Null, nil
	}
	v, ok := at(n)
	if !ok && f.session.strictUsed && f.scope.StrictMode() >= 3 {
		return value.Null, indexOutOfRange()
	}
	return v, nil
}

func (f *Frame) pickMany(i value.Value, at func(n int) (value.Value, bool)) (value.Value, error) {
	var out []value.Value
	err := eachItem(i, func(item value.Value) error {
		n, err := f.indexNumber(item)
		if err != nil {
			return err
		}
		if v, ok := at(n); ok {
			out = append(out, v)
		} else if f.session.strictUsed && f.scope.StrictMode() >= 3 {
			return indexOutOfRange()
		}
		return nil
	})
	return value.Obj(value.NewArray(out)), err
}

func (f *Frame) indexNumber(i value.Value) (int, error) {
	if i.Kind() == value.KindInt32 {
		return int(i.Int64()), nil
	}
	n, err := f.convert(i, value.TypeInt32)
	if err != nil {
		return 0, err
	}
	return int(n.Int64()), nil
}

func indexOutOfRange() error {
	e := value.NewException("System.IndexOutOfRangeException", "Index was outside the bounds of the array.")
	e.ErrorID, e.Category = "System.IndexOutOfRangeException", value.OperationStopped
	return e
}

// entry reads a dictionary's entry, or several for a list of keys.
func (f *Frame) entry(d *value.Dict, key value.Value) (value.Value, error) {
	key = value.Unwrap(key)
	if key.IsNull() {
		return value.Null, invalidOperation("NullArrayIndex", "Index operation failed; the array index evaluated to null.")
	}
	if a, ok := value.As[*value.Array](key); ok {
		out := make([]value.Value, 0, len(a.Items))
		for _, k := range a.Items {
			v, err := f.entry(d, k)
			if err != nil {
				return value.Null, err
			}
			out = append(out, v)
		}
		return value.Obj(value.NewArray(out)), nil
	}
	if d.T == value.TypeOrdered && key.IsInteger() {
		return f.orderedAt(d, key)
	}
	v, _ := d.Get(key)
	return v, nil
}

func (f *Frame) orderedAt(d *value.Dict, key value.Value) (value.Value, error) {
	n := int(key.Int64())
	if n < 0 {
		n += d.Len()
	}
	if n < 0 || n >= d.Len() {
		return value.Null, nil
	}
	_, v := d.Entry(n)
	return v, nil
}

// setIndexed stores into an element or entry.
func (f *Frame) setIndexed(o, i, v value.Value) error {
	o, i = value.Unwrap(o), value.Unwrap(i)
	if v.IsVoid() {
		v = value.Null
	}
	if o.IsNull() {
		return invalidOperation("NullArray", "Cannot index into a null array.")
	}
	switch c := o.Object().(type) {
	case *value.Array:
		if c.Dims() != nil {
			return f.setIndexedMulti(c, i, v)
		}
		return f.setElement(c.Writable(), c.Elem, i, v)
	case *value.Sequence:
		if !c.ReadOnly {
			c.Version++
			return f.setListElement(c, i, v)
		}
	case *value.Dict:
		return f.setEntry(c, i, v)
	}
	if dotnet.GetMember(f, o, nameSetItem) != nil {
		_, err := dotnet.InvokeMethod(f, o, nameSetItem, []value.Value{i, v}, nil)
		return thrownByIndexer(err)
	}
	return fault("CannotIndex", value.InvalidOperation, i, "Unable to index into an object of type \"%s\".", value.TypeOf(o).FullName)
}

// elementType is the type of the items of a generic list, or nil.
func elementType(t *value.Type) *value.Type {
	if len(t.Args) == 1 {
		return t.Args[0]
	}
	return nil
}

func (f *Frame) setElement(items []value.Value, elem *value.Type, i, v value.Value) error {
	if i.IsNull() {
		return invalidOperation("NullArrayIndex", "Index operation failed; the array index evaluated to null.")
	}
	n, err := f.indexNumber(i)
	if err != nil {
		return err
	}
	if n < 0 {
		n += len(items)
	}
	if n < 0 || n >= len(items) {
		return indexOutOfRange()
	}
	if elem != nil && elem != value.TypeObject {
		if v, err = f.convert(v, elem); err != nil {
			return err
		}
	}
	items[n] = v
	return nil
}

func (f *Frame) setEntry(d *value.Dict, key, v value.Value) error {
	if key.IsNull() {
		return invalidOperation("NullArrayIndex", "Index operation failed; the array index evaluated to null.")
	}
	if d.T == value.TypeHashtable {
		d.Set(key, v)
		return nil
	}
	if d.T == value.TypeOrdered {
		if _, known := d.Get(key); !known && key.Kind() == value.KindInt32 {
			keys, n := d.Keys(), int(key.Int64())
			if n < 0 || n >= len(keys) {
				return ordinalOutOfRange()
			}
			key = keys[n]
		}
		d.Set(key, v)
		return nil
	}
	if len(d.T.Args) == 2 {
		var err error
		if key, err = f.convert(key, d.T.Args[0]); err != nil {
			return err
		}
		if v, err = f.convert(v, d.T.Args[1]); err != nil {
			return err
		}
	}
	d.Set(key, v)
	return nil
}

func ordinalOutOfRange() error {
	e := value.NewException("System.ArgumentOutOfRangeException",
		"Specified argument was out of the range of valid values. (Parameter 'index')")
	e.ErrorID, e.Category = "System.ArgumentOutOfRangeException", value.OperationStopped
	return e
}
