package dotnet

import (
	"sync"

	"exolab/runtime/value"
)

// intrinsics are the members that every object has besides its own.
var intrinsics = sync.OnceValue(func() map[string]*value.Member {
	view := func(name string, get func(v value.Value) value.Value) *value.Member {
		return &value.Member{Name: name, Kind: value.MemberSet, Hidden: true,
			Get: func(_ value.Env, this value.Value) (value.Value, error) { return get(this), nil }}
	}
	self := func(v value.Value) value.Value { return v }
	object := func(v value.Value) value.Value { return value.Obj(&ObjectView{Of: v}) }
	names := view("pstypenames", func(v value.Value) value.Value { return typeNameList(v) })
	names.Set = func(_ value.Env, this, to value.Value) error { return setTypeNames(this, to) }
	return map[string]*value.Member{
		"psobject":    view("psobject", object),
		"psbase":      view("psbase", value.Unwrap),
		"psadapted":   view("psadapted", self),
		"psextended":  view("psextended", self),
		"pstypenames": names,
	}
})

// typeNameList is the live PSTypeNames collection of an object: changes to it
// change the object.
func typeNameList(v value.Value) value.Value {
	list := &value.Sequence{T: collectionOf(value.TypeString), Items: texts(TypeNames(v))}
	return value.Obj(&liveNames{Sequence: list, of: v})
}

func setTypeNames(v, to value.Value) error {
	var names []string
	if c, ok := elements(to); ok {
		_ = c.Enumerate(func(e value.Value) error {
			names = append(names, e.Text())
			return nil
		})
	} else {
		names = []string{to.Text()}
	}
	SetTypeNames(v, names)
	return nil
}

// SetTypeNames replaces the PSTypeNames of an object that can carry them.
func SetTypeNames(v value.Value, names []string) {
	switch o := v.Object().(type) {
	case *value.PSObject:
		o.TypeNames = names
	case value.Extensible:
		o.Extend().TypeNames = names
	}
}
