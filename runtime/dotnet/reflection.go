package dotnet

import "exolab/runtime/value"

// Reflected is a MethodInfo or PropertyInfo: a member of a type on its own.
type Reflected struct {
	Owner  *value.Type
	Member *value.Member
}

var (
	typeMethodInfo      = &value.Type{Name: "RuntimeMethodInfo", FullName: "System.Reflection.RuntimeMethodInfo", Kind: value.KindObject, Base: value.TypeObject}
	typePropertyInfoNet = &value.Type{Name: "RuntimePropertyInfo", FullName: "System.Reflection.RuntimePropertyInfo", Kind: value.KindObject, Base: value.TypeObject}
)

// PSType returns the reflection type of the member's kind.
func (r *Reflected) PSType() *value.Type {
	if r.Member.Method != nil {
		return typeMethodInfo
	}
	return typePropertyInfoNet
}

func reflected(t *value.Type, kinds kindFilter) value.Value {
	var out []value.Value
	for owner := t; owner != nil; owner = owner.Base {
		for _, list := range [][]*value.Member{owner.Members().Instance(), owner.Members().Static()} {
			for _, m := range list {
				if kinds(m.Kind) && !m.Hidden && (m.Kind == value.Property || m.Kind == value.DotNetMethod) {
					out = append(out, value.Obj(&Reflected{Owner: owner, Member: m}))
				}
			}
		}
	}
	return value.List(out...)
}

func reflect(t *value.Type, name string, kinds kindFilter) value.Value {
	folded := value.Fold(name)
	for _, m := range []*value.Member{InstanceMember(t, folded), typeStatic(t, folded)} {
		if m != nil && kinds(m.Kind) && m.Name == name {
			return value.Obj(&Reflected{Owner: t, Member: m})
		}
	}
	return value.Null
}

func loadReflected(t *value.Type, m *value.Members) {
	b := NewRows(t, m)
	info := Of[*Reflected]
	b.Get("string Name", func(v value.Value) value.Value { return value.Str(info(v).Member.Name) })
	b.Get("type DeclaringType", func(v value.Value) value.Value { return value.Obj(info(v).Owner) })
	b.Get("type PropertyType", func(v value.Value) value.Value { return value.Obj(paramType(info(v).Member.Type, info(v).Owner)) })
	b.Get("bool CanRead", func(value.Value) value.Value { return value.True })
	b.Get("bool CanWrite", func(v value.Value) value.Value { return value.Bool(info(v).Member.Set != nil) })
	b.Get("bool IsStatic", func(v value.Value) value.Value {
		m := info(v).Member
		return value.Bool(m.Method != nil && m.Method.Overloads[0].Static)
	})
	b.Method("string ToString()", Give(func(c *value.Call) value.Value { return value.Str(info(c.This).Member.Name) }))
	b.Method("System.Object GetValue(System.Object obj)", func(c *value.Call) (value.Value, error) {
		return info(c.This).Member.Get(c.Env, c.Args[0])
	})
	b.Method("void SetValue(System.Object obj, System.Object value)", Do(func(c *value.Call) error {
		if m := info(c.This).Member; m.Set != nil {
			return m.Set(c.Env, c.Args[0], c.Args[1])
		}
		return Throw(ExArgument, "Property set method not found.")
	}))
	b.Method("System.Object Invoke(System.Object obj, System.Object[] parameters)", func(c *value.Call) (value.Value, error) {
		return CallMethod(c.Env, c.Args[0], info(c.This).Member.Method, ItemsOf(c.Args[1]))
	})
}
