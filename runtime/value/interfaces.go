package value

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

// interfaceText says which interfaces .NET's types implement. Source: the
// interfaces that types list themselves, and .NET's reference.
//
//go:embed interfaces.txt
var interfaceText string

// TypeNamed finds a built-in type by its folded full name, or returns nil.
// Package runtime/dotnet sets it.
var TypeNamed func(folded string) *Type

// interfaces is interfaceText, read when it is first asked for.
var interfaces struct {
	once sync.Once
	// rows are the names of interfaces by the name of the type or group.
	rows map[string]string
	// types are the interface types and definitions by folded full name.
	types map[string]*Type
}

func readInterfaces() {
	interfaces.rows, interfaces.types = map[string]string{}, map[string]*Type{}
	for _, t := range fixedInterfaces() {
		interfaces.types[Fold(t.FullName)] = t
	}
	for line := range strings.Lines(interfaceText) {
		name, list, found := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !found {
			continue
		}
		interfaces.rows[name] = list
		for field := range strings.FieldsSeq(list) {
			if bare, _, _ := strings.Cut(field, "["); bare[0] != '@' {
				addInterface("System." + bare)
			}
		}
	}
}

func addInterface(fullName string) {
	if interfaces.types[Fold(fullName)] != nil {
		return
	}
	t := interfaceType(fullName, fullName[strings.LastIndexByte(fullName, '.')+1:])
	t.IsGenericDefinition = strings.Contains(fullName, "`")
	interfaces.types[Fold(fullName)] = t
}

// InterfaceNamed returns the interface type, or the generic definition of one,
// of a folded full name, or nil.
func InterfaceNamed(folded string) *Type {
	if !strings.HasPrefix(folded[strings.LastIndexByte(folded, '.')+1:], "i") {
		return nil
	}
	interfaces.once.Do(readInterfaces)
	return interfaces.types[folded]
}

// Implements lists the interfaces of a type, those of its base types included.
func (t *Type) Implements() []*Type {
	t.implementsOnce.Do(func() { t.implements = t.collectInterfaces() })
	return t.implements
}

func (t *Type) collectInterfaces() []*Type {
	interfaces.once.Do(readInterfaces)
	var all []*Type
	add := func(list ...*Type) {
		for _, i := range list {
			if i != nil && !slices.Contains(all, i) {
				all = append(all, i)
			}
		}
	}
	if t.Elem != nil {
		for _, definition := range [...]*Type{TypeIListOf, TypeICollectionOf, TypeIEnumerableOf, TypeIReadOnlyListOf, TypeIReadOnlyCollectionOf} {
			add(GenericOf(definition, t.Elem))
		}
	}
	named := t
	if t.Definition != nil {
		named = t.Definition
	}
	if !t.IsGenericDefinition {
		if name, system := strings.CutPrefix(named.FullName, "System."); system {
			eachInterface(t, interfaces.rows[name], func(i *Type) { add(i) })
		}
	}
	add(t.Interfaces...)
	if t.Base != nil {
		add(t.Base.Implements()...)
	}
	return all
}

// eachInterface makes the types of a row of the table for the type t.
func eachInterface(t *Type, list string, visit func(*Type)) {
	for field := range strings.FieldsSeq(list) {
		if field[0] == '@' {
			eachInterface(t, interfaces.rows[field], visit)
		} else if i := rowType(t, field); i != nil {
			visit(i)
		}
	}
}

// rowType makes the type that the table writes, for the row of t, or nil if it
// names a type that is not built in.
func rowType(t *Type, written string) *Type {
	switch written {
	case ".":
		return t
	case "0":
		return typeArgument(t, 0)
	case "1":
		return typeArgument(t, 1)
	}
	name, args, generic := strings.Cut(strings.TrimSuffix(written, "]"), "[")
	folded := Fold("System." + name)
	definition := interfaces.types[folded]
	if definition == nil && TypeNamed != nil {
		definition = TypeNamed(folded)
	}
	if definition == nil || !generic {
		return definition
	}
	var types []*Type
	for _, arg := range splitArguments(args) {
		of := rowType(t, arg)
		if of == nil {
			return nil
		}
		types = append(types, of)
	}
	return GenericOf(definition, types...)
}

func typeArgument(t *Type, i int) *Type {
	if i < len(t.Args) {
		return t.Args[i]
	}
	return nil
}

// splitArguments splits at the commas outside of brackets.
func splitArguments(list string) []string {
	var out []string
	depth, start := 0, 0
	for i, c := range list {
		switch {
		case c == '[':
			depth++
		case c == ']':
			depth--
		case c == ',' && depth == 0:
			out, start = append(out, list[start:i]), i+1
		}
	}
	return append(out, list[start:])
}

// implementedBy reports whether t is an interface of other, or one to which
// such an interface converts.
func (t *Type) implementedBy(other *Type) bool {
	if t.givenBy(other, other) {
		return true
	}
	for _, i := range other.Implements() {
		if i == t || t.givenBy(i, other) {
			return true
		}
	}
	return false
}

// givenBy reports whether the interface i of the type owner may stand for the
// interface t of the same definition: what gives out reference types for what
// gives out a base type of them, what takes a base type for what takes the
// type, and an array for a list of a base type of its elements.
func (t *Type) givenBy(i, owner *Type) bool {
	if t.Definition == nil || i.Definition != t.Definition || len(t.Args) != 1 {
		return false
	}
	have, want := i.Args[0], t.Args[0]
	switch t.Definition {
	case TypeIEnumerableOf, TypeIReadOnlyListOf, TypeIReadOnlyCollectionOf:
		return !have.IsValueType && want.IsAssignableFrom(have)
	case TypeIListOf, TypeICollectionOf:
		return owner.Elem != nil && !have.IsValueType && want.IsAssignableFrom(have)
	case TypeIComparerOf, TypeIEqualityComparerOf:
		return !want.IsValueType && have.IsAssignableFrom(want)
	}
	return false
}
