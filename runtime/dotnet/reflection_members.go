package dotnet

import "exolab/runtime/value"

// reflectedParameter is a ParameterInfo.
type reflectedParameter struct {
	param    value.Param
	position int
	of       *Reflected
}

// PSType returns ParameterInfo.
func (*reflectedParameter) PSType() *value.Type { return typeParameterInfo }

// String is the parameter as a signature has it.
func (p *reflectedParameter) String() string { return reflectedName(p.param.Type) + " " + p.param.Name }

func loadParameterInfo(t *value.Type, m *value.Members) {
	b := NewRows(t, m)
	of := Of[*reflectedParameter]
	b.Get("type ParameterType", func(v value.Value) value.Value { return value.Obj(of(v).param.Type) })
	b.Get("string Name", func(v value.Value) value.Value { return value.Str(of(v).param.Name) })
	b.Get("bool HasDefaultValue", func(v value.Value) value.Value { return value.Bool(of(v).param.Optional) })
	b.Get("System.Object DefaultValue", func(v value.Value) value.Value { return of(v).param.Default })
	b.Get("System.Reflection.MemberInfo Member", func(v value.Value) value.Value { return value.Obj(of(v).of) })
	b.Get("int Position", func(v value.Value) value.Value { return value.Int(of(v).position) })
	b.Get("bool IsOptional", func(v value.Value) value.Value { return value.Bool(of(v).param.Optional) })
	b.Get("bool IsOut", func(v value.Value) value.Value { return value.Bool(of(v).param.ByRef) })
}

// loadMemberInfoNet fills what every reflected member has.
func loadMemberInfoNet(t *value.Type, m *value.Members) {
	b := NewRows(t, m)
	info := Of[*Reflected]
	b.Get("string Name", func(v value.Value) value.Value { return value.Str(info(v).Member.Name) })
	owner := func(v value.Value) value.Value { return value.Obj(info(v).Owner) }
	b.Get("type DeclaringType", owner)
	b.Get("type ReflectedType", owner)
	b.Get("System.Reflection.MemberTypes MemberType", func(v value.Value) value.Value {
		const constructor, method, property = 1, 8, 16
		n := int64(property)
		switch {
		case info(v).PSType() == typeConstructorInfo:
			n = constructor
		case info(v).Overload != nil:
			n = method
		}
		return value.Enum(MustType("System.Reflection.MemberTypes"), n)
	})
	b.Method("string ToString()", Give(func(c *value.Call) value.Value { return value.Str(info(c.This).signature()) }))
	b.Method("System.Object[] GetCustomAttributes(bool inherit)", Give(func(*value.Call) value.Value { return value.List() }))
}

func loadPropertyReflection(t *value.Type, m *value.Members) {
	b := NewRows(t, m)
	info := Of[*Reflected]
	b.Get("type PropertyType", func(v value.Value) value.Value { return value.Obj(paramType(info(v).Member.Type, info(v).Owner)) })
	b.Get("bool CanRead", func(value.Value) value.Value { return value.True })
	b.Get("bool CanWrite", func(v value.Value) value.Value { return value.Bool(info(v).Member.Set != nil) })
	b.Get("bool IsStatic", func(v value.Value) value.Value { return value.Bool(info(v).static()) })
	get := func(c *value.Call) (value.Value, error) { return info(c.This).Member.Get(c.Env, c.Args[0]) }
	b.Method("System.Object GetValue(System.Object obj)", get)
	b.Method("System.Object GetValue(System.Object obj, System.Object[] index)", get)
	b.Method("void SetValue(System.Object obj, System.Object value)", Do(func(c *value.Call) error {
		if m := info(c.This).Member; m.Set != nil {
			return m.Set(c.Env, c.Args[0], c.Args[1])
		}
		return Throw(ExArgument, "Property set method not found.")
	}))
}

func loadMethodReflection(t *value.Type, m *value.Members) {
	b := NewRows(t, m)
	info := Of[*Reflected]
	b.Get("bool IsPublic", func(value.Value) value.Value { return value.True })
	b.Get("bool IsPrivate", func(value.Value) value.Value { return value.False })
	b.Get("bool IsStatic", func(v value.Value) value.Value {
		return value.Bool(info(v).Overload.Static && info(v).PSType() != typeConstructorInfo)
	})
	b.Get("bool IsConstructor", func(v value.Value) value.Value { return value.Bool(info(v).PSType() == typeConstructorInfo) })
	b.Get("bool IsGenericMethod", func(v value.Value) value.Value {
		for _, p := range info(v).Overload.Params {
			if p.Type.IsTypeParameter || isOpenArray(p.Type) || isOpen(p.Type) {
				return value.True
			}
		}
		return value.False
	})
	b.Get("type ReturnType", func(v value.Value) value.Value {
		if info(v).PSType() == typeConstructorInfo {
			return value.Null
		}
		return value.Obj(info(v).returns())
	})
	b.Method("System.Reflection.ParameterInfo[] GetParameters()", Give(func(c *value.Call) value.Value {
		r := info(c.This)
		items := make([]value.Value, len(r.Overload.Params))
		for i, p := range r.Overload.Params {
			items[i] = value.Obj(&reflectedParameter{p, i, r})
		}
		return value.Obj(&value.Array{Elem: typeParameterInfo, Items: items})
	}))
	b.Method("System.Object Invoke(System.Object obj, System.Object[] parameters)", func(c *value.Call) (value.Value, error) {
		return info(c.This).invoke(c, c.Args[0], ItemsOf(c.Args[1]))
	})
	b.Method("System.Object Invoke(System.Object[] parameters)", func(c *value.Call) (value.Value, error) {
		return info(c.This).invoke(c, value.Null, ItemsOf(c.Args[0]))
	})
}

// invoke calls the method on an object, or makes one with the constructor.
func (r *Reflected) invoke(c *value.Call, this value.Value, args []value.Value) (value.Value, error) {
	if len(args) != len(r.Overload.Params) {
		return value.Null, Throw("System.Reflection.TargetParameterCountException", "Parameter count mismatch.")
	}
	method := &value.Method{Name: r.Member.Name, Overloads: []*value.Overload{r.Overload}}
	return callBest(method, r.Member.Name, &value.Call{Env: c.Env, This: value.Unwrap(this), Type: r.Owner, Args: args})
}
