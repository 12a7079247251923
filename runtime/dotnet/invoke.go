package dotnet

import (
	"slices"
	"strings"

	"exolab/runtime/value"
)

// InvokeMethod calls v.name(args). On a collection without such a method it
// calls it on every element.
func InvokeMethod(env value.Env, v value.Value, name *Name, args []value.Value, typeArgs []*value.Type) (value.Value, error) {
	return Invoke(&value.Call{Env: env, Args: args}, v, name, typeArgs)
}

// Invoke is InvokeMethod with the caller's own Call, which brings the
// environment and the arguments and is free again afterwards.
func Invoke(call *value.Call, v value.Value, name *Name, typeArgs []*value.Type) (value.Value, error) {
	env, args := call.Env, call.Args
	if v.IsNull() {
		if magic := collectionMethod(name.Folded); magic != nil {
			return magic(env, v, slices.Clone(args))
		}
		return value.Null, errMethodOnNull()
	}
	m := GetMember(env, v, name)
	if m != nil && m.Method == nil {
		return invokeProperty(env, v, m, name, args)
	}
	if m != nil {
		call.This, call.TypeArgs = receiver(v, m), typeArgs
		return callBest(m.Method, name.Text, call)
	}
	if d, ok := value.As[*value.Dict](v); ok {
		if entry, ok := d.GetText(name.Text); ok {
			if f, ok := entry.Object().(*MethodGroup); ok {
				return f.Invoke(env, args...)
			}
		}
	}
	if result, ok, err := invokeAccessor(env, v, name, args); ok {
		return result, err
	}
	if magic := collectionMethod(name.Folded); magic != nil {
		return magic(env, v, slices.Clone(args))
	}
	if c, ok := elements(v); ok {
		return invokeElements(env, v, c, name, args, typeArgs)
	}
	return value.Null, errMethodNotFound(value.TypeOf(v), name.Text)
}

// invokeAccessor calls the method behind a .NET property: get_Name() or
// set_Name(value).
func invokeAccessor(env value.Env, v value.Value, name *Name, args []value.Value) (result value.Value, ok bool, err error) {
	getter := strings.HasPrefix(name.Folded, "get_") && len(args) == 0
	setter := strings.HasPrefix(name.Folded, "set_") && len(args) == 1
	if !getter && !setter {
		return value.Null, false, nil
	}
	m := GetMember(env, v, NameOf(name.Text[len("get_"):]))
	if m == nil || m.Kind != value.Property {
		return value.Null, false, nil
	}
	if getter {
		result, err = ReadMember(env, v, m)
		return result, true, err
	}
	return value.Void, true, SetProperty(env, v, NameOf(m.Name), args[0])
}

// invokeProperty handles o.Prop(args) where Prop holds something callable or
// takes parameters.
func invokeProperty(env value.Env, v value.Value, m *value.Member, name *Name, args []value.Value) (value.Value, error) {
	held, err := ReadMember(env, v, m)
	if err != nil {
		return value.Null, err
	}
	if g, ok := value.As[*MethodGroup](held); ok {
		return g.Invoke(env, args...)
	}
	return value.Null, errMethodNotFound(value.TypeOf(v), name.Text)
}

func invokeMember(env value.Env, v value.Value, m *value.Member, name string, args []value.Value) (value.Value, error) {
	return callBest(m.Method, name, &value.Call{Env: env, This: receiver(v, m), Args: args})
}

func invokeElements(env value.Env, v value.Value, c value.Enumerable, name *Name, args []value.Value, typeArgs []*value.Type) (value.Value, error) {
	var out []value.Value
	any := false
	err := c.Enumerate(func(e value.Value) error {
		any = true
		result, err := InvokeMethod(env, e, name, args, typeArgs)
		if err == nil {
			out = appendFlat(out, result)
		}
		return err
	})
	if err != nil {
		return value.Null, err
	}
	if !any {
		return value.Null, errMethodNotFound(value.TypeOf(v), name.Text)
	}
	return collected(out), nil
}

// InvokeStatic calls [t]::name(args). The name "new" constructs.
func InvokeStatic(env value.Env, t *value.Type, name *Name, args []value.Value, typeArgs []*value.Type) (value.Value, error) {
	return InvokeStaticCall(&value.Call{Env: env, Args: args, TypeArgs: typeArgs}, t, name)
}

// InvokeStaticCall is InvokeStatic with the caller's own Call, as Invoke takes
// it.
func InvokeStaticCall(call *value.Call, t *value.Type, name *Name) (value.Value, error) {
	call.Type = t
	if m := typeStatic(t, name.Folded); m != nil {
		if m.Method != nil {
			return callBest(m.Method, name.Text, call)
		}
	} else if name.Folded == "new" {
		return constructCall(call, t)
	}
	if err := errRefused(t, "MethodNotFound"); err != nil {
		return value.Null, err
	}
	// The type is an object too: [string]::GetMethods().
	return value.Null, errMethodNotFound(t, name.Text)
}

// New constructs a value of type t, as [t]::new(args) does.
func New(env value.Env, t *value.Type, args []value.Value) (value.Value, error) {
	return constructCall(&value.Call{Env: env, Type: t, Args: args}, t)
}

func constructCall(call *value.Call, t *value.Type) (value.Value, error) {
	env, args := call.Env, call.Args
	if t.Elem != nil {
		return NewArray(env, t, args)
	}
	ctors := ConstructorsOf(t)
	if ctors == nil || t.IsAbstract || t.IsInterface {
		if len(args) == 0 && t.IsValueType {
			return ZeroOf(t), nil
		}
		if err := errRefused(t, "MethodCountCouldNotFindBest"); err != nil {
			return value.Null, err
		}
		return value.Null, errNoOverload("new", len(args))
	}
	if len(args) == 0 && t.IsValueType && !hasParameterless(ctors) {
		return ZeroOf(t), nil
	}
	return callBest(ctors, "new", call)
}

func hasParameterless(m *value.Method) bool {
	for _, o := range m.Overloads {
		if len(o.Params) == 0 {
			return true
		}
	}
	return false
}

// StaticProperty reads [t]::name; found is false if there is no such member.
func StaticProperty(env value.Env, t *value.Type, name *Name) (result value.Value, found bool, err error) {
	m := typeStatic(t, name.Folded)
	if m == nil {
		if t.Enum != nil {
			return enumMember(t, name.Folded)
		}
		return value.Null, false, nil
	}
	if m.Method != nil {
		return value.Obj(&MethodGroup{Type: t, Member: m}), true, nil
	}
	result, err = m.Get(env, value.Obj(t))
	return result, true, wrapGet(m.Name, err)
}

// SetStatic writes [t]::name = to.
func SetStatic(env value.Env, t *value.Type, name *Name, to value.Value) error {
	m := typeStatic(t, name.Folded)
	switch {
	case m == nil || m.Method != nil:
		return ErrCannotSet("PropertyAssignmentException", name.Text)
	case m.Set == nil:
		return errReadOnly(m.Name)
	}
	if m.Type != "" {
		converted, err := convert(env, to, paramType(m.Type, t))
		if err != nil {
			return wrapSet(m.Name, err)
		}
		to = converted
	}
	return wrapSet(m.Name, m.Set(env, value.Obj(t), to))
}
