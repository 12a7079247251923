package dotnet

import "exolab/runtime/value"

// ObjectView is what .psobject gives: an object as the engine sees it.
type ObjectView struct {
	Of value.Value
}

var typePSObject = value.TypePSObject

// PSType returns PSObject's memberset type.
func (o *ObjectView) PSType() *value.Type { return typePSObject }

// loadObjectView adds what an object is as the engine sees it.
func loadObjectView(b Rows) {
	viewed := func(v value.Value) value.Value { return Of[*ObjectView](v).Of }
	const list = "System.Management.Automation.PSMemberInfoCollection[System.Management.Automation.PS"
	b.Get(list+"PropertyInfo] Properties", func(v value.Value) value.Value { return value.Obj(&MemberList{of: viewed(v), kinds: propertyKind}) })
	b.Get(list+"MethodInfo] Methods", func(v value.Value) value.Value { return value.Obj(&MemberList{of: viewed(v), kinds: methodKind}) })
	b.Get(list+"MemberInfo] Members", func(v value.Value) value.Value { return value.Obj(&MemberList{of: viewed(v), kinds: anyKind}) })
	b.Get("System.Object ImmediateBaseObject", viewed)
	b.Get("System.Object BaseObject", func(v value.Value) value.Value { return value.Unwrap(viewed(v)) })
	b.Get("System.Collections.ObjectModel.Collection[string] TypeNames", func(v value.Value) value.Value { return typeNameList(viewed(v)) })
	b.Method("psobject Copy()", Give(func(c *value.Call) value.Value { return CopyObject(viewed(c.This)) }))
	b.Method("int CompareTo(System.Object obj)", func(c *value.Call) (value.Value, error) {
		n, err := CompareValues(c.Env, viewed(c.This), c.Args[0])
		return value.Int(n), err
	})
	b.Method("string ToString(string format, System.IFormatProvider formatProvider)", func(c *value.Call) (value.Value, error) {
		if m := InstanceMember(value.TypeOf(viewed(c.This)), "tostring"); m != nil && m.Method != nil && len(m.Method.Overloads) > 1 {
			return CallMethod(c.Env, value.Unwrap(viewed(c.This)), m.Method, []value.Value{c.Args[0], c.Args[1]})
		}
		return value.Str(ToText(c.Env, viewed(c.This))), nil
	})
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
