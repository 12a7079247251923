package dotnet

import "exolab/runtime/value"

// Enumerator is what GetEnumerator() gives: the elements left to visit.
type Enumerator struct {
	T     *value.Type
	items []value.Value
	at    int
}

var (
	typeEnumerator     = &value.Type{Name: "ArrayEnumerator", FullName: "System.ArrayEnumerator", Kind: value.KindObject, Base: value.TypeObject, Interfaces: []*value.Type{typeIEnumerator}}
	typeCharEnumerator = &value.Type{Name: "CharEnumerator", FullName: "System.CharEnumerator", Kind: value.KindObject, Base: typeEnumerator, Interfaces: []*value.Type{typeIEnumerator}}
	typeDictEnumerator = &value.Type{Name: "HashtableEnumerator", FullName: "System.Collections.Hashtable+HashtableEnumerator", Kind: value.KindObject, Base: typeEnumerator, Interfaces: []*value.Type{typeIEnumerator}}
)

func newEnumerator(of value.Value) value.Value {
	return value.Obj(&Enumerator{T: typeEnumerator, items: itemsOf(of), at: -1})
}

// PSType returns the enumerator's type.
func (e *Enumerator) PSType() *value.Type { return e.T }

// Enumerate goes through what has not been visited: PowerShell takes
// enumerators apart.
func (e *Enumerator) Enumerate(yield func(value.Value) error) error {
	for e.at+1 < len(e.items) {
		e.at++
		if err := yield(e.items[e.at]); err != nil {
			return err
		}
	}
	return nil
}

func (e *Enumerator) current() value.Value {
	if e.at >= 0 && e.at < len(e.items) {
		return e.items[e.at]
	}
	return value.Null
}

func loadEnumerator(t *value.Type, m *value.Members) {
	b := table{t, m}
	b.get("System.Object Current", func(v value.Value) value.Value { return of[*Enumerator](v).current() })
	entry := func(name string) func(value.Value) value.Value {
		return func(v value.Value) value.Value {
			got, _, _ := Property(nil, of[*Enumerator](v).current(), NameOf(name))
			return got
		}
	}
	b.get("System.Object Key", entry("Key"))
	b.get("System.Object Value", entry("Value"))
	b.method("bool MoveNext()", give(func(c *value.Call) value.Value {
		e := of[*Enumerator](c.This)
		e.at = min(e.at+1, len(e.items))
		return value.Bool(e.at < len(e.items))
	}))
	b.method("void Reset()", run(func(c *value.Call) { of[*Enumerator](c.This).at = -1 }))
	b.method("void Dispose()", run(func(*value.Call) {}))
}
