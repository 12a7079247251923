package value

func interfaceDefinition(fullName, name string) *Type {
	return &Type{Name: name, FullName: fullName, Kind: KindObject, IsInterface: true, IsGenericDefinition: true}
}

// The interfaces that signatures and conversions name.
var (
	TypeIEnumerableOf         = interfaceDefinition("System.Collections.Generic.IEnumerable`1", "IEnumerable`1")
	TypeICollectionOf         = interfaceDefinition("System.Collections.Generic.ICollection`1", "ICollection`1")
	TypeIListOf               = interfaceDefinition("System.Collections.Generic.IList`1", "IList`1")
	TypeIReadOnlyListOf       = interfaceDefinition("System.Collections.Generic.IReadOnlyList`1", "IReadOnlyList`1")
	TypeIReadOnlyCollectionOf = interfaceDefinition("System.Collections.Generic.IReadOnlyCollection`1", "IReadOnlyCollection`1")
	TypeIComparerOf           = interfaceDefinition("System.Collections.Generic.IComparer`1", "IComparer`1")
	TypeIEqualityComparerOf   = interfaceDefinition("System.Collections.Generic.IEqualityComparer`1", "IEqualityComparer`1")

	TypeIComparer         = interfaceType("System.Collections.IComparer", "IComparer")
	TypeIEqualityComparer = interfaceType("System.Collections.IEqualityComparer", "IEqualityComparer")
	TypeIEnumerator       = interfaceType("System.Collections.IEnumerator", "IEnumerator")
	TypeIFormatProvider   = interfaceType("System.IFormatProvider", "IFormatProvider")
	TypeIComparable       = interfaceType("System.IComparable", "IComparable")
)

// fixedInterfaces are the interfaces that are variables of this package; all
// others are made when their name is first asked for.
func fixedInterfaces() []*Type {
	return []*Type{TypeIEnumerable, TypeICollection, TypeIList, TypeIDictionary, TypeIComparable,
		TypeIEnumerableOf, TypeICollectionOf, TypeIListOf, TypeIReadOnlyListOf, TypeIReadOnlyCollectionOf, TypeIComparerOf, TypeIEqualityComparerOf,
		TypeIComparer, TypeIEqualityComparer, TypeIEnumerator, TypeIFormatProvider}
}
