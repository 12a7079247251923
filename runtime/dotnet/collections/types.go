// Package collections holds arrays, lists, dictionaries, sets, queues, tuples and LINQ.
package collections

import (
	"slices"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// Types lists the types of collections, tuples and LINQ.
func Types() []dotnet.TypeRow {
	return slices.Concat(tupleRows(), []dotnet.TypeRow{
		{Type: value.TypeArray, Load: loadArray},
		{Type: typeLinq, Load: loadLinq},
		{Type: typeGrouping, Load: loadGrouping},
		{Type: typeLookup, Load: loadLookup},
		{Type: value.TypeHashtable, Load: loadHashtable}, {Type: TypeOrderedHashtable, Load: loadOrderedHashtable},
		{Type: value.TypeOrdered, Load: loadOrdered},
		{Type: value.TypeDictionaryEntry, Load: loadEntry},
		{Type: value.TypeArrayList, Load: loadArrayList},
		{Type: dotnet.TypeList, Load: loadList},
		{Type: dotnet.TypeCollection, Load: loadCollection},
		{Type: dotnet.TypeReadOnlyCol, Load: loadReadOnly},
		{Type: dotnet.TypeDictionary, Load: loadDictionary},
		{Type: typeSortedDictionary, Load: loadSortedDictionary},
		{Type: typeSortedListOf, Load: loadSortedListOf},
		{Type: typeSortedList, Load: loadSortedList},
		{Type: typeConcurrentDictionary, Load: loadConcurrentDictionary},
		{Type: typeLinkedList, Load: loadLinkedList},
		{Type: typeLinkedNode, Load: loadLinkedNode},
		{Type: typePriorityQueue, Load: loadPriorityQueue},
		{Type: typeObservable, Load: loadObservable},
		{Type: typeKeyValuePair, Load: loadKeyValuePair},
		{Type: TypeNameValues, Load: loadNameValues},
		{Type: typeComparer, Load: loadComparer},
		{Type: typeEnumerator, Load: loadEnumerator},
		{Type: TypeCharEnumerator},
		{Type: typeDictEnumerator},
		{Type: typeKeyCollection, Load: loadDictView},
		{Type: typeValueCollection, Load: loadDictView},
		{Type: typeOrderedKeys, Load: loadDictView},
		{Type: typeHashSet, Load: loadSet},
		{Type: typeSortedSet, Load: loadSet},
		{Type: typeQueue, Load: loadLine(false, "System.Object")},
		{Type: typeStack, Load: loadLine(true, "System.Object")},
		{Type: typeQueueOf, Load: loadLine(false, "T")},
		{Type: typeStackOf, Load: loadLine(true, "T")},
		{Type: typeConcurrentQ, Load: loadLine(false, "T")},
		{Type: typeConcurrentS, Load: loadLine(true, "T")},
		{Type: typeConcurrentBg, Load: loadLine(true, "T")},
	})
}
