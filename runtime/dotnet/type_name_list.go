package dotnet

import "exolab/runtime/value"

// liveNames is the collection behind $o.PSTypeNames. Its methods are those of
// Collection[string], each followed by writing the names back.
type liveNames struct {
	*value.Sequence
	of value.Value
}

var typeLiveNames = &value.Type{Name: "Collection`1", FullName: "System.Collections.ObjectModel.Collection`1[System.String]",
	Kind: value.KindObject, Base: value.TypeObject, Interfaces: []*value.Type{value.TypeIList, value.TypeICollection, value.TypeIEnumerable}}

// PSType returns the type of the list of names.
func (l *liveNames) PSType() *value.Type { return typeLiveNames }

func (l *liveNames) store() {
	names := make([]string, len(l.Items))
	for i, v := range l.Items {
		names[i] = v.Text()
	}
	SetTypeNames(l.of, names)
}

func loadLiveNames(t *value.Type, m *value.Members) {
	b := NewRows(t, m)
	list := func(c *value.Call) *liveNames { return Of[*liveNames](c.This) }
	b.Get("int Count", func(v value.Value) value.Value { return value.Int(len(Of[*liveNames](v).Items)) })
	b.Method("void Add(string item)", Run(func(c *value.Call) {
		l := list(c)
		l.Items = append(l.Items, c.Args[0])
		l.store()
	}))
	b.Method("void Insert(int index, string item)", Do(func(c *value.Call) error {
		l, at := list(c), IntArg(c, 0)
		if at < 0 || at > len(l.Items) {
			return ThrowParam(ExArgumentRange, "index", "Index must be within the bounds of the List.")
		}
		l.Items = append(l.Items[:at:at], append([]value.Value{c.Args[1]}, l.Items[at:]...)...)
		l.store()
		return nil
	}))
	b.Method("void Clear()", Run(func(c *value.Call) {
		l := list(c)
		l.Items = nil
		l.store()
	}))
	b.Method("bool Remove(string item)", Give(func(c *value.Call) value.Value {
		l := list(c)
		at := IndexOfValue(l.Items, c.Args[0])
		if at >= 0 {
			l.Items = append(l.Items[:at:at], l.Items[at+1:]...)
			l.store()
		}
		return value.Bool(at >= 0)
	}))
	b.Method("bool Contains(string item)", Give(func(c *value.Call) value.Value {
		return value.Bool(IndexOfValue(list(c).Items, c.Args[0]) >= 0)
	}))
}
