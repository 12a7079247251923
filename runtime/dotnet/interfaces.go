package dotnet

import "exolab/runtime/value"

func interfaceDefinition(fullName, name string) *value.Type {
	return &value.Type{Name: name, FullName: fullName, Kind: value.KindObject, IsInterface: true, IsGenericDefinition: true}
}

func plainInterface(fullName, name string) *value.Type {
	return &value.Type{Name: name, FullName: fullName, Kind: value.KindObject, IsInterface: true}
}

// The interfaces that signatures name.
var (
	typeIEnumerableOf = interfaceDefinition(GenericNamespace+"IEnumerable`1", "IEnumerable`1")
	typeICollectionOf = interfaceDefinition(GenericNamespace+"ICollection`1", "ICollection`1")
	typeIListOf       = interfaceDefinition(GenericNamespace+"IList`1", "IList`1")
	typeISetOf        = interfaceDefinition(GenericNamespace+"ISet`1", "ISet`1")
	typeIReadOnlyList = interfaceDefinition(GenericNamespace+"IReadOnlyList`1", "IReadOnlyList`1")
	typeIReadOnlyCol  = interfaceDefinition(GenericNamespace+"IReadOnlyCollection`1", "IReadOnlyCollection`1")
	typeIDictionaryOf = interfaceDefinition(GenericNamespace+"IDictionary`2", "IDictionary`2")
	TypeIComparerOf   = interfaceDefinition(GenericNamespace+"IComparer`1", "IComparer`1")
	TypeIEqualityOf   = interfaceDefinition(GenericNamespace+"IEqualityComparer`1", "IEqualityComparer`1")

	TypeIComparer         = plainInterface("System.Collections.IComparer", "IComparer")
	TypeIEqualityComparer = plainInterface("System.Collections.IEqualityComparer", "IEqualityComparer")
	TypeIEnumerator       = plainInterface("System.Collections.IEnumerator", "IEnumerator")
	TypeIFormatProvider   = plainInterface("System.IFormatProvider", "IFormatProvider")
	typeIFormattable      = plainInterface("System.IFormattable", "IFormattable")
	typeIDisposable       = plainInterface("System.IDisposable", "IDisposable")
	typeICloneable        = plainInterface("System.ICloneable", "ICloneable")
	typeIConvertible      = plainInterface("System.IConvertible", "IConvertible")
)

func delegateDefinition(fullName, name string) *value.Type {
	return &value.Type{Name: name, FullName: fullName, Kind: value.KindObject, Base: value.TypeDelegate, IsGenericDefinition: true}
}

func plainDelegate(fullName, name string) *value.Type {
	return &value.Type{Name: name, FullName: fullName, Kind: value.KindObject, Base: value.TypeDelegate}
}

var (
	typePredicate  = delegateDefinition("System.Predicate`1", "Predicate`1")
	typeComparison = delegateDefinition("System.Comparison`1", "Comparison`1")
	typeConverter  = delegateDefinition("System.Converter`2", "Converter`2")
)

func interfaceRows() []TypeRow {
	var rows []TypeRow
	for _, t := range []*value.Type{typeIEnumerableOf, typeICollectionOf, typeIListOf, typeISetOf, typeIReadOnlyList, typeIReadOnlyCol,
		typeIDictionaryOf, TypeIComparerOf, TypeIEqualityOf, TypeIComparer, TypeIEqualityComparer, TypeIEnumerator, TypeIFormatProvider,
		typeIFormattable, typeIDisposable, typeICloneable, typeIConvertible,
		value.TypeIEnumerable, value.TypeICollection, value.TypeIList, value.TypeIDictionary, value.TypeIComparable} {
		rows = append(rows, TypeRow{Type: t})
	}
	return rows
}
