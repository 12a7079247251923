package runtime

import (
	"exolab/runtime/value"
)

// enumerator is what $foreach and $switch hold: an IEnumerator over the items
// of the loop.
type enumerator struct {
	items []value.Value
	at    int
}

var typeEnumerator = &value.Type{Name: "ArrayEnumerator", FullName: "System.ArrayEnumerator", Kind: value.KindObject,
	Base: value.TypeObject, Load: loadEnumerator}

func newEnumerator(items []value.Value) *enumerator { return &enumerator{items: items, at: -1} }

// PSType returns the enumerator's type.
func (e *enumerator) PSType() *value.Type { return typeEnumerator }

func (e *enumerator) base() *enumerator { return e }

// enumeratorOf returns the enumerator behind $foreach, $switch or $input.
func enumeratorOf(this value.Value) *enumerator {
	if o, ok := this.Object().(interface{ base() *enumerator }); ok {
		return o.base()
	}
	return &enumerator{at: -1}
}

func (e *enumerator) moveNext() bool {
	if e.at < len(e.items) {
		e.at++
	}
	return e.at < len(e.items)
}

func (e *enumerator) current() value.Value {
	if e.at < 0 || e.at >= len(e.items) {
		return value.Null
	}
	return e.items[e.at]
}

func loadEnumerator(_ *value.Type, m *value.Members) {
	m.Add(&value.Member{Name: "Current", Kind: value.Property, Type: "System.Object",
		Get: func(_ value.Env, this value.Value) (value.Value, error) {
			return enumeratorOf(this).current(), nil
		}})
	addEnumeratorMethod(m, "MoveNext", "bool", func(e *enumerator) value.Value { return value.Bool(e.moveNext()) })
	addEnumeratorMethod(m, "Reset", "void", func(e *enumerator) value.Value {
		e.at = -1
		return value.Void
	})
}

func addEnumeratorMethod(m *value.Members, name, returns string, run func(e *enumerator) value.Value) {
	m.Add(&value.Member{Name: name, Kind: value.DotNetMethod, Method: &value.Method{Name: name, Overloads: []*value.Overload{{
		Returns: returns,
		Call: func(c *value.Call) (value.Value, error) {
			return run(enumeratorOf(c.This)), nil
		},
	}}}})
}
