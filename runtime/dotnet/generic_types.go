package dotnet

import "exolab/runtime/value"

// GenericDefinition describes a generic class that is not yet closed over types.
func GenericDefinition(fullName, name string, interfaces ...*value.Type) *value.Type {
	return &value.Type{Name: name, FullName: fullName, Kind: value.KindObject, Base: value.TypeObject, IsGenericDefinition: true, Interfaces: interfaces}
}

// GenericNamespace is the namespace of the generic collections.
const GenericNamespace = "System.Collections.Generic."

// The generic collections that the engine itself makes.
var (
	TypeList        = GenericDefinition(GenericNamespace+"List`1", "List`1", value.TypeIList, value.TypeICollection, value.TypeIEnumerable)
	TypeCollection  = GenericDefinition("System.Collections.ObjectModel.Collection`1", "Collection`1", value.TypeIList, value.TypeICollection, value.TypeIEnumerable)
	TypeReadOnlyCol = GenericDefinition("System.Collections.ObjectModel.ReadOnlyCollection`1", "ReadOnlyCollection`1", value.TypeIList, value.TypeICollection, value.TypeIEnumerable)
	TypeDictionary  = GenericDefinition(GenericNamespace+"Dictionary`2", "Dictionary`2", value.TypeIDictionary, value.TypeICollection, value.TypeIEnumerable)
	typeNullable    = GenericDefinition("System.Nullable`1", "Nullable`1")
)

func collectionOf(elem *value.Type) *value.Type { return value.GenericOf(TypeCollection, elem) }

// NewList returns a List[T] value that owns items.
func NewList(elem *value.Type, items []value.Value) *value.Sequence {
	return &value.Sequence{T: value.GenericOf(TypeList, elem), Items: items}
}

// NewCollectionOf returns a Collection[T] that owns items.
func NewCollectionOf(elem *value.Type, items []value.Value) *value.Sequence {
	return &value.Sequence{T: collectionOf(elem), Items: items}
}

// NewCollection returns a Collection[PSObject] that owns items, as commands
// invoked through the API return it.
func NewCollection(items []value.Value) *value.Sequence {
	return &value.Sequence{T: collectionOf(typePSObject), Items: items}
}

// dictTypes returns the key and value types of a generic dictionary, or nil.
func dictTypes(d *value.Dict) (key, val *value.Type) {
	if len(d.T.Args) == 2 {
		return d.T.Args[0], d.T.Args[1]
	}
	return nil, nil
}

// TextCollection returns a Collection[string] of the texts.
func TextCollection(texts []string) value.Value {
	items := make([]value.Value, len(texts))
	for i, t := range texts {
		items[i] = value.Str(t)
	}
	return value.Obj(&value.Sequence{T: collectionOf(value.TypeString), Items: items})
}
