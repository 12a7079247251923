package dotnet

import "exolab/runtime/value"

// ObjectView is what .psobject gives: an object as the engine sees it.
type ObjectView struct {
	Of value.Value
}

var typePSObject = value.TypePSObject

// PSType returns PSObject's memberset type.
func (o *ObjectView) PSType() *value.Type { return typeObjectView }

var typeObjectView = &value.Type{Name: "PSObject", FullName: "System.Management.Automation.PSObject", Kind: value.KindObject, Base: value.TypeObject}

func loadObjectView(t *value.Type, m *value.Members) {
	b := NewRows(t, m)
	viewed := func(v value.Value) value.Value { return Of[*ObjectView](v).Of }
	b.Get("System.Object Properties", func(v value.Value) value.Value { return value.Obj(&MemberList{of: viewed(v), kinds: propertyKind}) })
	b.Get("System.Object Methods", func(v value.Value) value.Value { return value.Obj(&MemberList{of: viewed(v), kinds: methodKind}) })
	b.Get("System.Object Members", func(v value.Value) value.Value { return value.Obj(&MemberList{of: viewed(v), kinds: anyKind}) })
	b.Get("System.Object ImmediateBaseObject", viewed)
	b.Get("System.Object BaseObject", func(v value.Value) value.Value { return value.Unwrap(viewed(v)) })
	b.Get("System.Object TypeNames", func(v value.Value) value.Value { return typeNameList(viewed(v)) })
	b.Method("psobject Copy()", Give(func(c *value.Call) value.Value { return CopyObject(viewed(c.This)) }))
}

// CopyObject is PSObject.Copy(): a shallow copy of a custom object, or of what
// was added to another object.
func CopyObject(v value.Value) value.Value {
	switch o := v.Object().(type) {
	case *value.PSObject:
		return value.Obj(&value.PSObject{Bag: o.Clone(), TypeNames: append([]string(nil), o.TypeNames...), T: o.T})
	case *value.Decorated:
		c := &value.Decorated{Inner: o.Inner}
		if ext := o.Extension(); ext != nil {
			*c.Extend() = value.Extension{Members: ext.Members.Clone(), TypeNames: ext.TypeNames}
		}
		return value.Obj(c)
	case *value.Dict:
		return value.Obj(CloneDict(o))
	case *value.Array:
		return value.Obj(o.Clone())
	}
	return v
}

// CloneDict copies a dictionary; its values are shared.
func CloneDict(d *value.Dict) *value.Dict {
	out := &value.Dict{T: d.T, CaseSensitive: d.CaseSensitive, Compare: d.Compare}
	d.Each(func(k, v value.Value) bool {
		out.Set(k, v)
		return true
	})
	return out
}
