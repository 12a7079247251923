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
	b := table{t, m}
	list := func(c *value.Call) *liveNames { return of[*liveNames](c.This) }
	b.get("int Count", func(v value.Value) value.Value { return value.Int(len(of[*liveNames](v).Items)) })
	b.method("void Add(string item)", run(func(c *value.Call) {
		l := list(c)
		l.Items = append(l.Items, c.Args[0])
		l.store()
	}))
	b.method("void Insert(int index, string item)", do(func(c *value.Call) error {
		l, at := list(c), number(c, 0)
		if at < 0 || at > len(l.Items) {
			return throwParam(exArgumentRange, "index", "Index must be within the bounds of the List.")
		}
		l.Items = append(l.Items[:at:at], append([]value.Value{c.Args[1]}, l.Items[at:]...)...)
		l.store()
		return nil
	}))
	b.method("void Clear()", run(func(c *value.Call) {
		l := list(c)
		l.Items = nil
		l.store()
	}))
	b.method("bool Remove(string item)", give(func(c *value.Call) value.Value {
		l := list(c)
		at := indexOf(l.Items, c.Args[0])
		if at >= 0 {
			l.Items = append(l.Items[:at:at], l.Items[at+1:]...)
			l.store()
		}
		return value.Bool(at >= 0)
	}))
	b.method("bool Contains(string item)", give(func(c *value.Call) value.Value {
		return value.Bool(indexOf(list(c).Items, c.Args[0]) >= 0)
	}))
}
