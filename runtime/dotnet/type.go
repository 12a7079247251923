package dotnet

import (
	"slices"
	"strings"

	"exolab/runtime/value"
)

func loadType(t *value.Type, m *value.Members) {
	b := table{t, m}
	typ := of[*value.Type]
	str := func(name string, f func(t *value.Type) string) {
		b.get("string "+name, func(v value.Value) value.Value { return value.Str(f(typ(v))) })
	}
	flag := func(name string, f func(t *value.Type) bool) {
		b.get("bool "+name, func(v value.Value) value.Value { return value.Bool(f(typ(v))) })
	}
	str("Name", func(t *value.Type) string { return t.Name })
	str("FullName", DisplayName)
	str("Namespace", namespaceOf)
	str("AssemblyQualifiedName", func(t *value.Type) string { return DisplayName(t) + coreAssembly })
	b.get("type BaseType", func(v value.Value) value.Value { return typeOrNull(typ(v).Base) })
	b.get("type UnderlyingSystemType", func(v value.Value) value.Value { return v })
	b.get("type[] GenericTypeArguments", func(v value.Value) value.Value { return typeArray(typ(v).Args) })
	flag("IsEnum", func(t *value.Type) bool { return t.Enum != nil })
	flag("IsArray", (*value.Type).IsArray)
	flag("IsValueType", func(t *value.Type) bool { return t.IsValueType })
	flag("IsClass", func(t *value.Type) bool { return !t.IsValueType && !t.IsInterface })
	flag("IsInterface", func(t *value.Type) bool { return t.IsInterface })
	flag("IsAbstract", func(t *value.Type) bool { return t.IsAbstract || t.IsInterface })
	flag("IsGenericType", func(t *value.Type) bool { return t.IsGenericDefinition || len(t.Args) > 0 })
	flag("IsGenericTypeDefinition", func(t *value.Type) bool { return t.IsGenericDefinition })
	flag("IsPrimitive", func(t *value.Type) bool {
		return t.Enum == nil && (t.Kind == value.KindBool || t.Kind == value.KindChar || numeric(t.Kind) && t.Kind != value.KindDecimal)
	})
	flag("IsPublic", func(*value.Type) bool { return true })
	flag("IsSealed", func(t *value.Type) bool { return t.IsValueType || t.Kind == value.KindString || t.IsArray() })
	flag("IsSerializable", func(t *value.Type) bool { return t.IsValueType || t.Kind == value.KindString || t.IsArray() })
	loadTypeMethods(b)
	b.static("type GetType(string typeName)", give(func(c *value.Call) value.Value {
		found, _ := lookupBuiltin(text(c, 0))
		return typeOrNull(found)
	}))
	b.constant("char Delimiter", value.Char('.'))
	b.constant("type[] EmptyTypes", typeArray(nil))
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

func loadTypeMethods(b table) {
	self := func(c *value.Call) *value.Type { return of[*value.Type](c.This) }
	other := func(c *value.Call) *value.Type { return of[*value.Type](c.Args[0]) }
	b.method("string ToString()", give(func(c *value.Call) value.Value { return value.Str(value.TypeText(self(c))) }))
	b.method("bool IsAssignableFrom(type c)", give(func(c *value.Call) value.Value { return value.Bool(assignable(self(c), other(c))) }))
	b.method("bool IsAssignableTo(type targetType)", give(func(c *value.Call) value.Value { return value.Bool(assignable(other(c), self(c))) }))
	b.method("bool IsSubclassOf(type c)", give(func(c *value.Call) value.Value {
		return value.Bool(self(c) != other(c) && !other(c).IsInterface && other(c).IsAssignableFrom(self(c)))
	}))
	b.method("bool IsInstanceOfType(System.Object o)", give(func(c *value.Call) value.Value {
		from := value.TypeOf(c.Args[0])
		return value.Bool(from != nil && assignable(self(c), from))
	}))
	b.method("bool Equals(type o)", give(func(c *value.Call) value.Value { return value.Bool(self(c) == other(c)) }))
	b.method("type GetElementType()", give(func(c *value.Call) value.Value { return typeOrNull(self(c).Elem) }))
	b.method("type MakeArrayType()", give(func(c *value.Call) value.Value { return value.Obj(value.ArrayOf(self(c))) }))
	b.method("type MakeGenericType(params type[] typeArguments)", give(func(c *value.Call) value.Value {
		var args []*value.Type
		for _, v := range itemsOf(c.Args[0]) {
			args = append(args, of[*value.Type](v))
		}
		return value.Obj(construct(self(c), args))
	}))
	b.method("type GetGenericTypeDefinition()", give(func(c *value.Call) value.Value { return typeOrNull(self(c).Definition) }))
	b.method("type[] GetGenericArguments()", give(func(c *value.Call) value.Value { return typeArray(self(c).Args) }))
	b.method("type[] GetInterfaces()", give(func(c *value.Call) value.Value {
		var all []*value.Type
		for t := self(c); t != nil; t = t.Base {
			for _, i := range t.Interfaces {
				if !slices.Contains(all, i) {
					all = append(all, i)
				}
			}
		}
		return typeArray(all)
	}))
	b.method("string[] GetEnumNames()", func(c *value.Call) (value.Value, error) { return enumNames(self(c)) })
	b.method("array GetEnumValues()", func(c *value.Call) (value.Value, error) { return enumValues(self(c)) })
	b.method("string GetEnumName(System.Object value)", func(c *value.Call) (value.Value, error) { return enumName(c.Env, self(c), c.Args[0]) })
	b.method("array GetEnumValuesAsUnderlyingType()", func(c *value.Call) (value.Value, error) { return enumNumbers(self(c)) })
	b.method("type GetEnumUnderlyingType()", give(func(c *value.Call) value.Value { return value.Obj(enumUnderlying(self(c))) }))
	b.method("System.Object[] GetMembers()", give(func(c *value.Call) value.Value { return reflected(self(c), anyKind) }))
	b.method("System.Object[] GetMethods()", give(func(c *value.Call) value.Value { return reflected(self(c), methodKind) }))
	b.method("System.Object[] GetProperties()", give(func(c *value.Call) value.Value { return reflected(self(c), propertyKind) }))
	b.method("System.Object GetMethod(string name)", give(func(c *value.Call) value.Value { return reflect(self(c), text(c, 0), methodKind) }))
	b.method("System.Object GetProperty(string name)", give(func(c *value.Call) value.Value { return reflect(self(c), text(c, 0), propertyKind) }))
}
