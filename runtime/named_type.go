package runtime

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// namedType is a PSTypeName: the name of a type that there may or may not be.
type namedType struct {
	name string
	// t is the type, or nil where no type has the name.
	t *value.Type
}

var typePSTypeName = automationType("PSTypeName", value.TypeObject)

// newNamedType looks the type of a name up.
func newNamedType(env value.Env, name string) *namedType {
	t, _ := env.LookupType(name)
	return &namedType{name: name, t: t}
}

// PSType returns PSTypeName.
func (*namedType) PSType() *value.Type { return typePSTypeName }

// String is the name.
func (n *namedType) String() string { return n.name }

func loadTypeName(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Constructor("(string name)", func(c *value.Call) (value.Value, error) {
		return value.Obj(newNamedType(c.Env, dotnet.TextArg(c, 0))), nil
	})
	r.Constructor("(type type)", func(c *value.Call) (value.Value, error) {
		named, _ := value.As[*value.Type](c.Args[0])
		return value.Obj(&namedType{name: dotnet.DisplayName(named), t: named}), nil
	})
	r.Get("string Name", property(func(n *namedType) value.Value { return value.Str(n.name) }))
	r.Get("type Type", property(func(n *namedType) value.Value {
		if n.t == nil {
			return value.Null
		}
		return value.Obj(n.t)
	}))
	r.Method("string ToString()", func(c *value.Call) (value.Value, error) { return value.Str(dotnet.Of[*namedType](c.This).name), nil })
}
