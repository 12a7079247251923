package value

import (
	"strings"
	"sync"
)

// Type describes a .NET type: its names, its place in the hierarchy and,
// loaded on first use, its members.
type Type struct {
	// Name is the short name ("Int32"), FullName the full one ("System.Int32").
	Name, FullName string
	// Kind is the kind of the type's values; KindObject for reference types.
	Kind Kind
	Base *Type
	// Interfaces lists what the type implements beyond the table of interfaces;
	// Implements has all.
	Interfaces []*Type
	// Elem is the element type of an array type.
	Elem *Type
	// Definition and Args are set for a constructed generic type.
	Definition *Type
	Args       []*Type
	// Enum is set for enum types.
	Enum        *EnumInfo
	IsInterface bool
	// IsValueType is set for structs and enums: they have a default value and
	// cannot be null.
	IsValueType bool
	IsAbstract  bool
	// IsGenericDefinition marks List`1 as against List`1[string].
	IsGenericDefinition bool
	// IsTypeParameter marks the T of a generic method, which takes any value.
	IsTypeParameter bool
	// Load fills the member tables of t, the type itself, on first use. A
	// constructed generic type shares its definition's Load and is told apart
	// by t.Args. Package runtime/dotnet sets it.
	Load func(t *Type, m *Members)
	// Zero returns the default value of a struct type of KindObject.
	Zero func() Value

	once    sync.Once
	members *Members

	implementsOnce sync.Once
	implements     []*Type
}

// EnumInfo lists the values of an enum in order of declaration.
type EnumInfo struct {
	Names  []string
	Values []int64
	Flags  bool
	// Underlying is the integer kind that holds the value.
	Underlying Kind
}

// PSType makes a Type an Object: in .NET it is a RuntimeType.
func (t *Type) PSType() *Type { return TypeRuntimeType }

// Members returns the type's own member tables, loading them on first use.
// Inherited members are found through Base.
func (t *Type) Members() *Members {
	t.once.Do(func() {
		t.members = &Members{}
		if t.Load != nil {
			t.Load(t, t.members)
			t.members.arrange(t)
		}
	})
	return t.members
}

// IsAssignableFrom reports whether a value of type other can stand where t is
// asked for, without conversion.
func (t *Type) IsAssignableFrom(other *Type) bool {
	if other == nil {
		return false
	}
	if t == other || t == TypeObject {
		return true
	}
	if t.IsInterface {
		return t.implementedBy(other)
	}
	for b := other; b != nil; b = b.Base {
		if b == t {
			return true
		}
	}
	return t.Elem != nil && other.Elem != nil && !other.Elem.IsValueType && t.Elem.IsAssignableFrom(other.Elem)
}

// IsArray reports whether t is an array type.
func (t *Type) IsArray() bool { return t.Elem != nil }

var (
	composedMu sync.Mutex
	arrayTypes = map[*Type]*Type{}
	generics   = map[string]*Type{}
	parameters = map[string]*Type{}
)

// TypeParameter returns the type parameter of that name.
func TypeParameter(name string) *Type {
	composedMu.Lock()
	defer composedMu.Unlock()
	t := parameters[name]
	if t == nil {
		t = &Type{Name: name, FullName: name, Kind: KindObject, Base: TypeObject, IsTypeParameter: true}
		parameters[name] = t
	}
	return t
}

// ArrayOf returns the type of one-dimensional arrays of elem. The same elem
// always gives the same type.
func ArrayOf(elem *Type) *Type {
	composedMu.Lock()
	defer composedMu.Unlock()
	if t := arrayTypes[elem]; t != nil {
		return t
	}
	t := &Type{Name: elem.Name + "[]", FullName: elem.FullName + "[]", Kind: KindObject, Base: TypeArray, Elem: elem,
		Interfaces: []*Type{TypeIEnumerable, TypeICollection, TypeIList}}
	arrayTypes[elem] = t
	return t
}

// GenericOf returns the generic type def constructed with args, as in
// List`1[System.String]. The same arguments always give the same type.
func GenericOf(def *Type, args ...*Type) *Type {
	names := make([]string, len(args))
	for i, a := range args {
		names[i] = a.FullName
	}
	full := def.FullName + "[" + strings.Join(names, ",") + "]"
	composedMu.Lock()
	defer composedMu.Unlock()
	if t := generics[full]; t != nil {
		return t
	}
	t := &Type{Name: def.Name, FullName: full, Kind: def.Kind, Base: def.Base, Interfaces: def.Interfaces,
		Definition: def, Args: args, IsInterface: def.IsInterface, IsValueType: def.IsValueType, Load: def.Load, Zero: def.Zero}
	generics[full] = t
	return t
}

// Fold returns the form of a name by which names are compared without regard
// to case.
func Fold(name string) string { return strings.ToLower(name) }
