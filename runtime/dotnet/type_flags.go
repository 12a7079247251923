package dotnet

import (
	"strings"

	"exolab/runtime/value"
)

// loadTypeFlags adds the properties of Type that tell kinds of types apart
// which scripts do not meet here, and those that follow from the others.
func loadTypeFlags(b Rows) {
	for _, never := range strings.Fields("ContainsGenericParameters IsAutoClass IsByRef IsByRefLike IsCollectible IsCOMObject IsContextful IsExplicitLayout " +
		"IsFunctionPointer IsGenericMethodParameter IsGenericParameter IsGenericTypeParameter IsImport IsMarshalByRef IsNestedAssembly IsNestedFamANDAssem " +
		"IsNestedFamily IsNestedFamORAssem IsNestedPrivate IsNotPublic IsPointer IsSecuritySafeCritical IsSecurityTransparent IsSignatureType IsSpecialName " +
		"IsUnicodeClass IsUnmanagedFunctionPointer IsVariableBoundArray") {
		b.Get("bool "+never, func(value.Value) value.Value { return value.False })
	}
	typ := Of[*value.Type]
	flag := func(name string, f func(t *value.Type) bool) {
		b.Get("bool "+name, func(v value.Value) value.Value { return value.Bool(f(typ(v))) })
	}
	nested := func(t *value.Type) bool { return strings.Contains(t.FullName, "+") }
	for _, always := range [...]string{"IsAnsiClass", "IsSecurityCritical", "IsVisible"} {
		flag(always, func(*value.Type) bool { return true })
	}
	flag("IsAutoLayout", func(t *value.Type) bool { return !t.IsValueType })
	flag("IsLayoutSequential", func(t *value.Type) bool { return t.IsValueType && t.Enum == nil })
	flag("IsNested", nested)
	flag("IsNestedPublic", nested)
	flag("HasElementType", (*value.Type).IsArray)
	flag("IsSZArray", (*value.Type).IsArray)
	flag("IsConstructedGenericType", func(t *value.Type) bool { return len(t.Args) > 0 })
	flag("IsTypeDefinition", func(t *value.Type) bool { return len(t.Args) == 0 && !t.IsArray() })
	for _, only := range [...]string{"System.Reflection.MethodBase DeclaringMethod", "int GenericParameterPosition", "System.Reflection.GenericParameterAttributes GenericParameterAttributes"} {
		b.Property(only, notGenericParameter, nil)
	}
	b.Method("type[] GetGenericParameterConstraints()", func(c *value.Call) (value.Value, error) { return notGenericParameter(c.Env, c.This) })
	b.Get("type DeclaringType", func(value.Value) value.Value { return value.Null })
	b.Get("type ReflectedType", func(value.Value) value.Value { return value.Null })
	b.Get("System.Reflection.MemberTypes MemberType", func(v value.Value) value.Value {
		return value.Enum(MustType("System.Reflection.MemberTypes"), 32)
	})
	b.Constant("System.Object Missing", value.Null)
}

// notGenericParameter is what a type says that is asked for what only the
// parameters of generic types have; scripts do not meet those.
func notGenericParameter(value.Env, value.Value) (value.Value, error) {
	return value.Null, Throw(ExInvalidOperation, "Method may only be called on a Type for which Type.IsGenericParameter is true.")
}

// Bits of System.Reflection.BindingFlags.
const (
	bindIgnoreCase = 1
	bindInstance   = 4
	bindStatic     = 8
)

// bindingOf is the BindingFlags among the arguments; public members of both
// kinds without one.
func bindingOf(c *value.Call) int64 {
	for _, a := range c.Args {
		if t := value.TypeOf(a); t != nil && t.Name == "BindingFlags" {
			return a.Int64()
		}
	}
	return bindInstance | bindStatic
}

// bound keeps the members that the flags ask for.
func bound(all value.Value, flags int64) value.Value {
	var out []value.Value
	for _, v := range ItemsOf(all) {
		want := int64(bindInstance)
		if Of[*Reflected](v).static() {
			want = bindStatic
		}
		if flags&want != 0 {
			out = append(out, v)
		}
	}
	return value.List(out...)
}

// loadConstructorLookup adds the look-ups of constructors.
func loadConstructorLookup(b Rows) {
	self := func(c *value.Call) *value.Type { return Of[*value.Type](c.This) }
	const flags = "System.Reflection.BindingFlags bindingAttr"
	all := Give(func(c *value.Call) value.Value {
		if bindingOf(c)&bindInstance == 0 {
			return value.Obj(&value.Array{Elem: typeConstructorInfo.Base})
		}
		return value.Obj(&value.Array{Elem: typeConstructorInfo.Base, Items: constructorInfos(self(c))})
	})
	one := Give(func(c *value.Call) value.Value {
		return withParameters(constructorInfos(self(c)), ItemsOf(c.Args[len(c.Args)-1]))
	})
	b.Method("System.Reflection.ConstructorInfo[] GetConstructors()", all)
	b.Method("System.Reflection.ConstructorInfo[] GetConstructors("+flags+")", all)
	b.Method("System.Reflection.ConstructorInfo GetConstructor(type[] types)", one)
	b.Method("System.Reflection.ConstructorInfo GetConstructor("+flags+", type[] types)", one)
}

// loadTypedProperties adds the look-ups of properties by their type.
func loadTypedProperties(b Rows) {
	found := Give(func(c *value.Call) value.Value {
		for _, v := range reflect(Of[*value.Type](c.This), TextArg(c, 0), propertyKind) {
			if r := Of[*Reflected](v); paramType(r.Member.Type, r.Owner) == Of[*value.Type](c.Args[1]) {
				return v
			}
		}
		return value.Null
	})
	b.Method("System.Reflection.PropertyInfo GetProperty(string name, type returnType)", found)
	b.Method("System.Reflection.PropertyInfo GetProperty(string name, type returnType, type[] types)", found)
}

// static reports whether the member belongs to the type rather than to its
// objects.
func (r *Reflected) static() bool {
	if r.Overload != nil {
		return r.Overload.Static
	}
	return typeStatic(r.Owner, value.Fold(r.Member.Name)) == r.Member
}

// loadReflectionMore adds the look-ups with BindingFlags and parameter types.
func loadReflectionMore(b Rows) {
	self := func(c *value.Call) *value.Type { return Of[*value.Type](c.This) }
	const flags = "System.Reflection.BindingFlags bindingAttr"
	for name, kind := range map[string]kindFilter{"GetMembers": anyKind, "GetMethods": methodKind, "GetProperties": propertyKind} {
		b.Method("System.Object[] "+name+"("+flags+")", Give(func(c *value.Call) value.Value { return bound(reflected(self(c), kind), bindingOf(c)) }))
	}
	for name, kind := range map[string]kindFilter{"GetMethod": methodKind, "GetProperty": propertyKind} {
		found := func(c *value.Call) []value.Value {
			asked, flags := TextArg(c, 0), bindingOf(c)
			if flags&bindIgnoreCase != 0 {
				if m := InstanceMember(self(c), value.Fold(asked)); m != nil {
					asked = m.Name
				}
			}
			return ItemsOf(bound(value.List(reflect(self(c), asked, kind)...), flags))
		}
		b.Method("System.Object "+name+"(string name, "+flags+")", func(c *value.Call) (value.Value, error) { return only(found(c)) })
		for _, params := range [...]string{"type[] types", flags + ", type[] types", "int genericParameterCount, type[] types",
			"int genericParameterCount, " + flags + ", type[] types"} {
			if kind(value.Property) && params != "type[] types" {
				continue
			}
			b.Method("System.Object "+name+"(string name, "+params+")", Give(func(c *value.Call) value.Value {
				return withParameters(found(c), ItemsOf(c.Args[len(c.Args)-1]))
			}))
		}
	}
	loadTypedProperties(b)
	b.Method("System.Object[] GetMember(string name)", Give(func(c *value.Call) value.Value {
		return value.List(reflect(self(c), TextArg(c, 0), anyKind)...)
	}))
	loadFieldLookup(b)
	b.Method("type GetInterface(string name)", Give(interfaceByName))
	b.Method("type GetInterface(string name, bool ignoreCase)", Give(interfaceByName))
	b.Method("bool IsEnumDefined(System.Object value)", func(c *value.Call) (value.Value, error) {
		if self(c).Enum == nil {
			return value.Null, ThrowParam(ExArgument, "enumType", "Type provided must be an Enum.")
		}
		call := *c
		call.Args = []value.Value{c.This, c.Args[0]}
		return isDefined(self(c), &call)
	})
	b.Method("bool IsEquivalentTo(type other)", Give(func(c *value.Call) value.Value { return value.Bool(self(c) == Of[*value.Type](c.Args[0])) }))
	b.Method("int GetArrayRank()", func(c *value.Call) (value.Value, error) {
		if !self(c).IsArray() {
			return value.Null, Throw(ExArgument, "Must be an array type.")
		}
		return value.Int(strings.Count(self(c).Name[strings.LastIndexByte(self(c).Name, '['):], ",") + 1), nil
	})
	b.Method("System.Object[] GetCustomAttributes(bool inherit)", Give(func(*value.Call) value.Value { return value.List() }))
	b.Method("System.Object[] GetCustomAttributes(type attributeType, bool inherit)", Give(func(*value.Call) value.Value { return value.List() }))
	b.Method("bool IsDefined(type attributeType, bool inherit)", Give(func(*value.Call) value.Value { return value.False }))
	loadNoNested(b)
}

// loadFieldLookup finds the values of an enum and the constants of a type:
// its fields.
func loadFieldLookup(b Rows) {
	fields := func(c *value.Call) []value.Value {
		t := Of[*value.Type](c.This)
		var out []value.Value
		for _, m := range enumConstants(t) {
			out = append(out, value.Obj(&Reflected{Owner: t, Member: m}))
		}
		return out
	}
	const flags = "System.Reflection.BindingFlags bindingAttr"
	all := Give(func(c *value.Call) value.Value { return value.List(fields(c)...) })
	one := Give(func(c *value.Call) value.Value {
		for _, f := range fields(c) {
			if Of[*Reflected](f).Member.Name == TextArg(c, 0) {
				return f
			}
		}
		return value.Null
	})
	b.Method("System.Object[] GetFields()", all)
	b.Method("System.Object[] GetFields("+flags+")", all)
	b.Method("System.Object GetField(string name)", one)
	b.Method("System.Object GetField(string name, "+flags+")", one)
}

// loadNoNested adds the look-ups that find nothing here: nested types and
// events.
func loadNoNested(b Rows) {
	none := Give(func(*value.Call) value.Value { return value.List() })
	null := Give(func(*value.Call) value.Value { return value.Null })
	for _, params := range [...]string{"", "System.Reflection.BindingFlags bindingAttr"} {
		b.Method("type[] GetNestedTypes("+params+")", none)
		b.Method("System.Object[] GetEvents("+params+")", none)
	}
	for _, params := range [...]string{"string name", "string name, System.Reflection.BindingFlags bindingAttr"} {
		b.Method("type GetNestedType("+params+")", null)
		b.Method("System.Object GetEvent("+params+")", null)
	}
}

// interfaceByName finds an interface by its plain or its full name; a second
// argument tells whether case counts.
func interfaceByName(c *value.Call) value.Value {
	same := func(a, b string) bool { return a == b }
	if len(c.Args) > 1 && c.Args[1] == value.True {
		same = strings.EqualFold
	}
	for _, i := range Of[*value.Type](c.This).Implements() {
		if same(i.Name, TextArg(c, 0)) || same(i.FullName, TextArg(c, 0)) {
			return value.Obj(i)
		}
	}
	return value.Null
}
