package collections

import (
	"slices"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

var typeObservable = dotnet.GenericDefinition("System.Collections.ObjectModel.ObservableCollection`1", "ObservableCollection`1",
	value.TypeIList, value.TypeICollection, value.TypeIEnumerable)

// loadObservable fills ObservableCollection; nothing here can be told of its
// changes.
func loadObservable(t *value.Type, m *value.Members) {
	loadCollection(t, m)
	dotnet.NewRows(t, m).Method("void Move(int oldIndex, int newIndex)", changing(func(l *value.Sequence, c *value.Call) (value.Value, error) {
		from, to := dotnet.IntArg(c, 0), dotnet.IntArg(c, 1)
		if err := dotnet.FirstError(checkIndex(len(l.Items), from), checkIndex(len(l.Items), to)); err != nil {
			return value.Null, err
		}
		v := l.Items[from]
		l.Items = slices.Insert(slices.Delete(slices.Clone(l.Items), from, from+1), to, v)
		return value.Void, nil
	}))
}

// loadReadOnly fills ReadOnlyCollection, a view of a list that cannot be changed.
func loadReadOnly(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	b.Get("int Count", func(v value.Value) value.Value { return value.Int(len(dotnet.Of[*value.Sequence](v).Items)) })
	b.Parameterized("Item", "T Item(int index)", sequenceItem)
	b.Method("bool Contains(T value)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Bool(dotnet.IndexOfValue(Listing(c).Items, c.Args[0]) >= 0)
	}))
	b.Method("int IndexOf(T value)", dotnet.Give(func(c *value.Call) value.Value { return value.Int(dotnet.IndexOfValue(Listing(c).Items, c.Args[0])) }))
	b.Method("void CopyTo(T[] array, int index)", dotnet.Do(func(c *value.Call) error {
		return copyItems(Listing(c).Items, 0, dotnet.Of[*value.Array](c.Args[0]), dotnet.IntArg(c, 1), len(Listing(c).Items))
	}))
	b.Method("System.Collections.IEnumerator GetEnumerator()", dotnet.Give(func(c *value.Call) value.Value { return newEnumerator(c.This) }))
	b.StaticGet("System.Collections.ObjectModel.ReadOnlyCollection[T] Empty", func(value.Env) value.Value {
		return value.Obj(&value.Sequence{T: t, ReadOnly: true})
	})
	b.Constructor("(System.Collections.Generic.IList[T] list)", filled(func(c *value.Call, items []value.Value) value.Value {
		return value.Obj(&value.Sequence{T: c.Type, Items: items, ReadOnly: true})
	}))
}
