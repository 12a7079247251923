package shapes

import (
	"strings"
	"sync"

	"exolab/runtime/value"
)

// remoteBags holds, for each shape of objects, the empty bag of the same objects
// as a remote session delivers them.
var remoteBags sync.Map // *value.Shape -> value.Bag

// Remote adds what a remote session adds to the front of an object that came
// through it: where is the name and value of each property.
func Remote(v value.Value, where ...Property) value.Value {
	o, ok := value.As[*value.PSObject](v)
	if !ok || len(o.TypeNames) == 0 || !strings.HasPrefix(o.TypeNames[0], "Deserialized.") {
		return v
	}
	bag := remoteBag(o, where)
	for i, p := range where {
		bag.SetAt(i, p.Value)
	}
	for i := range o.Len() {
		bag.SetAt(len(where)+i, o.At(i))
	}
	return value.Obj(&value.PSObject{Bag: bag, TypeNames: o.TypeNames, T: o.T})
}

// Property is a property with its value.
type Property struct {
	Name  string
	Value value.Value
}

func remoteBag(o *value.PSObject, where []Property) value.Bag {
	if known, ok := remoteBags.Load(o.Shape()); ok {
		bag := known.(value.Bag)
		return bag.Clone()
	}
	bag := value.NewBag(len(where) + o.Len())
	for _, p := range where {
		bag.Set(p.Name, value.Null)
	}
	for i, name := range o.Shape().Names() {
		if m := o.MemberAt(i); m != nil {
			bag.SetMember(m)
			continue
		}
		bag.Set(name, value.Null)
	}
	remoteBags.Store(o.Shape(), bag)
	return bag.Clone()
}
