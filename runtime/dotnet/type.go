package dotnet

import (
	"strings"

	"exolab/runtime/value"
)

func loadType(t *value.Type, m *value.Members) {
	b := NewRows(t, m)
	typ := Of[*value.Type]
	str := func(name string, f func(t *value.Type) string) {
		b.Get("string "+name, func(v value.Value) value.Value { return value.Str(f(typ(v))) })
	}
	flag := func(name string, f func(t *value.Type) bool) {
		b.Get("bool "+name, func(v value.Value) value.Value { return value.Bool(f(typ(v))) })
	}
	str("Name", func(t *value.Type) string { return t.Name })
	str("FullName", DisplayName)
	str("Namespace", namespaceOf)
	str("AssemblyQualifiedName", func(t *value.Type) string { return DisplayName(t) + ", " + assemblyOf(t).String() })
	b.Get("System.Reflection.Assembly Assembly", func(v value.Value) value.Value { return value.Obj(assemblyOf(typ(v))) })
	b.Get("type BaseType", func(v value.Value) value.Value { return typeOrNull(typ(v).Base) })
	b.Get("type UnderlyingSystemType", func(v value.Value) value.Value { return v })
	b.Get("type[] GenericTypeArguments", func(v value.Value) value.Value { return typeArray(typ(v).Args) })
	flag("IsEnum", func(t *value.Type) bool { return t.Enum != nil })
	flag("IsArray", (*value.Type).IsArray)
	flag("IsValueType", func(t *value.Type) bool { return t.IsValueType })
	flag("IsClass", func(t *value.Type) bool { return !t.IsValueType && !t.IsInterface })
	flag("IsInterface", func(t *value.Type) bool { return t.IsInterface })
	flag("IsAbstract", func(t *value.Type) bool { return t.IsAbstract || t.IsInterface })
	flag("IsGenericType", func(t *value.Type) bool { return t.IsGenericDefinition || len(t.Args) > 0 })
	flag("IsGenericTypeDefinition", func(t *value.Type) bool { return t.IsGenericDefinition })
	flag("IsPrimitive", isPrimitive)
	flag("IsPublic", func(*value.Type) bool { return true })
	flag("IsSealed", func(t *value.Type) bool { return t.IsValueType || t.Kind == value.KindString || t.IsArray() })
	flag("IsSerializable", func(t *value.Type) bool { return t.IsValueType || t.Kind == value.KindString || t.IsArray() })
	loadTypeMethods(b)
	loadTypeFlags(b)
	loadReflectionMore(b)
	loadTypeStatics(b)
	b.Constant("char Delimiter", value.Char('.'))
	b.Constant("type[] EmptyTypes", typeArray(nil))
}

func typeOrNull(t *value.Type) value.Value {
	if t == nil {
		return value.Null
	}
	return value.Obj(t)
}

func typeArray(types []*value.Type) value.Value {
	items := make([]value.Value, len(types))
	for i, t := range types {
		items[i] = value.Obj(t)
	}
	return value.Obj(&value.Array{Elem: value.TypeType, Items: items})
}

func namespaceOf(t *value.Type) string {
	for t.Elem != nil {
		t = t.Elem
	}
	if t.Definition != nil {
		t = t.Definition
	}
	return strings.TrimSuffix(strings.TrimSuffix(t.FullName, t.Name), ".")
}

func loadTypeMethods(b Rows) {
	self := func(c *value.Call) *value.Type { return Of[*value.Type](c.This) }
	other := func(c *value.Call) *value.Type { return Of[*value.Type](c.Args[0]) }
	b.Method("string ToString()", Give(func(c *value.Call) value.Value { return value.Str(TypeString(self(c))) }))
	b.Method("bool IsAssignableFrom(type c)", Give(func(c *value.Call) value.Value { return value.Bool(self(c).IsAssignableFrom(other(c))) }))
	b.Method("bool IsAssignableTo(type targetType)", Give(func(c *value.Call) value.Value { return value.Bool(other(c).IsAssignableFrom(self(c))) }))
	b.Method("bool IsSubclassOf(type c)", Give(func(c *value.Call) value.Value {
		return value.Bool(self(c) != other(c) && !other(c).IsInterface && other(c).IsAssignableFrom(self(c)))
	}))
	b.Method("bool IsInstanceOfType(System.Object o)", Give(func(c *value.Call) value.Value {
		from := value.TypeOf(c.Args[0])
		return value.Bool(from != nil && self(c).IsAssignableFrom(from))
	}))
	b.Method("bool Equals(type o)", Give(func(c *value.Call) value.Value { return value.Bool(self(c) == other(c)) }))
	b.Method("type GetElementType()", Give(func(c *value.Call) value.Value { return typeOrNull(self(c).Elem) }))
	b.Method("type MakeArrayType()", Give(func(c *value.Call) value.Value { return value.Obj(value.ArrayOf(self(c))) }))
	b.Method("type MakeGenericType(params type[] typeArguments)", Give(func(c *value.Call) value.Value {
		var args []*value.Type
		for _, v := range ItemsOf(c.Args[0]) {
			args = append(args, Of[*value.Type](v))
		}
		return value.Obj(construct(self(c), args))
	}))
	b.Method("type GetGenericTypeDefinition()", Give(func(c *value.Call) value.Value { return typeOrNull(self(c).Definition) }))
	b.Method("type[] GetGenericArguments()", Give(func(c *value.Call) value.Value { return typeArray(self(c).Args) }))
	b.Method("type[] GetInterfaces()", Give(func(c *value.Call) value.Value { return typeArray(self(c).Implements()) }))
	b.Method("string[] GetEnumNames()", func(c *value.Call) (value.Value, error) { return enumNames(self(c)) })
	b.Method("array GetEnumValues()", func(c *value.Call) (value.Value, error) { return enumValues(self(c)) })
	b.Method("string GetEnumName(System.Object value)", func(c *value.Call) (value.Value, error) { return enumName(c.Env, self(c), c.Args[0]) })
	b.Method("array GetEnumValuesAsUnderlyingType()", func(c *value.Call) (value.Value, error) { return enumNumbers(self(c)) })
	b.Method("type GetEnumUnderlyingType()", Give(func(c *value.Call) value.Value { return value.Obj(enumUnderlying(self(c))) }))
	b.Method("System.Object[] GetMembers()", Give(func(c *value.Call) value.Value { return reflected(self(c), anyKind) }))
	b.Method("System.Object[] GetMethods()", Give(func(c *value.Call) value.Value { return reflected(self(c), methodKind) }))
	b.Method("System.Object[] GetProperties()", Give(func(c *value.Call) value.Value { return reflected(self(c), propertyKind) }))
	b.Method("System.Reflection.MethodInfo GetMethod(string name)", func(c *value.Call) (value.Value, error) {
		return only(reflect(self(c), TextArg(c, 0), methodKind))
	})
	b.Method("System.Reflection.PropertyInfo GetProperty(string name)", func(c *value.Call) (value.Value, error) {
		return only(reflect(self(c), TextArg(c, 0), propertyKind))
	})
	loadConstructorLookup(b)
}
