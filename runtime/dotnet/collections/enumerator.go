package collections

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// Enumerator is what GetEnumerator() gives: the elements left to visit.
type Enumerator struct {
	T     *value.Type
	Items []value.Value
	At    int
}

var (
	typeEnumerator = &value.Type{Name: "ArrayEnumerator", FullName: "System.ArrayEnumerator", Kind: value.KindObject, Base: value.TypeObject, Interfaces: []*value.Type{value.TypeIEnumerator}}
	// TypeCharEnumerator is what GetEnumerator of a string returns.
	TypeCharEnumerator = &value.Type{Name: "CharEnumerator", FullName: "System.CharEnumerator", Kind: value.KindObject, Base: typeEnumerator, Interfaces: []*value.Type{value.TypeIEnumerator}}
	typeDictEnumerator = &value.Type{Name: "HashtableEnumerator", FullName: "System.Collections.Hashtable+HashtableEnumerator", Kind: value.KindObject, Base: typeEnumerator, Interfaces: []*value.Type{value.TypeIEnumerator}}
)

func newEnumerator(of value.Value) value.Value {
	return value.Obj(&Enumerator{T: typeEnumerator, Items: dotnet.ItemsOf(of), At: -1})
}

// PSType returns the enumerator's type.
func (e *Enumerator) PSType() *value.Type { return e.T }

// Enumerate goes through what has not been visited: PowerShell takes
// enumerators apart.
func (e *Enumerator) Enumerate(yield func(value.Value) error) error {
	for e.At+1 < len(e.Items) {
		e.At++
		if err := yield(e.Items[e.At]); err != nil {
			return err
		}
	}
	return nil
}

func (e *Enumerator) current() value.Value {
	if e.At >= 0 && e.At < len(e.Items) {
		return e.Items[e.At]
	}
	return value.Null
}

func loadEnumerator(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	b.Get("System.Object Current", func(v value.Value) value.Value { return dotnet.Of[*Enumerator](v).current() })
	entry := func(name string) func(value.Value) value.Value {
		return func(v value.Value) value.Value {
			got, _, _ := dotnet.Property(nil, dotnet.Of[*Enumerator](v).current(), dotnet.NameOf(name))
			return got
		}
	}
	b.Get("System.Object Key", entry("Key"))
	b.Get("System.Object Value", entry("Value"))
	b.Method("bool MoveNext()", dotnet.Give(func(c *value.Call) value.Value {
		e := dotnet.Of[*Enumerator](c.This)
		e.At = min(e.At+1, len(e.Items))
		return value.Bool(e.At < len(e.Items))
	}))
	b.Method("void Reset()", dotnet.Run(func(c *value.Call) { dotnet.Of[*Enumerator](c.This).At = -1 }))
	b.Method("void Dispose()", dotnet.Run(func(*value.Call) {}))
}
