package dotnet

import "exolab/runtime/value"

func genericDefinition(fullName, name string, interfaces ...*value.Type) *value.Type {
	return &value.Type{Name: name, FullName: fullName, Kind: value.KindObject, Base: value.TypeObject, IsGenericDefinition: true, Interfaces: interfaces}
}

const genericNamespace = "System.Collections.Generic."

var (
	typeList        = genericDefinition(genericNamespace+"List`1", "List`1", value.TypeIList, value.TypeICollection, value.TypeIEnumerable)
	typeCollection  = genericDefinition("System.Collections.ObjectModel.Collection`1", "Collection`1", value.TypeIList, value.TypeICollection, value.TypeIEnumerable)
	typeReadOnlyCol = genericDefinition("System.Collections.ObjectModel.ReadOnlyCollection`1", "ReadOnlyCollection`1", value.TypeIList, value.TypeICollection, value.TypeIEnumerable)
	typeDictionary  = genericDefinition(genericNamespace+"Dictionary`2", "Dictionary`2", value.TypeIDictionary, value.TypeICollection, value.TypeIEnumerable)
	typeNullable    = genericDefinition("System.Nullable`1", "Nullable`1")

	typeDelegate = &value.Type{Name: "MulticastDelegate", FullName: "System.MulticastDelegate", Kind: value.KindObject, Base: value.TypeObject, IsAbstract: true}
)

func collectionOf(elem *value.Type) *value.Type { return value.GenericOf(typeCollection, elem) }

// NewList returns a List[T] value that owns items.
func NewList(elem *value.Type, items []value.Value) *value.Sequence {
	return &value.Sequence{T: value.GenericOf(typeList, elem), Items: items}
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
