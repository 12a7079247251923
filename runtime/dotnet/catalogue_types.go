package dotnet

import "exolab/runtime/value"

// typeRows lists every type that has a table, with the function that fills it.
func typeRows() []typeRow {
	return append(interfaceRows(), []typeRow{
		{value.TypeObject, loadObject},
		{typeReference, loadReference},
		{typeMethodGroup, loadMethodGroup},
		{typeObjectView, loadObjectView},
		{typeMemberList, loadMemberList},
		{typeLiveNames, loadLiveNames},
		{typeMemberInfo, loadMemberInfo},
		{typePropertyInfo, loadPropertyInfo},
		{typePSProperty, nil},
		{typePSNoteProperty, loadNoteProperty},
		{typePSAliasProperty, loadAliasProperty},
		{typePSScriptProperty, loadScriptProperty},
		{typePSCodeProperty, nil},
		{typePSScriptMethod, loadScriptMethod},
		{typePSMemberSet, nil},
		{typePSPropertySet, loadPropertySet},
		{value.TypePSObject, loadPSObject},
		{value.TypeString, loadString},
		{value.TypeArray, loadArray},
		{value.TypeValueType, nil}, {value.TypeEnum, nil}, {value.TypeVoid, nil},
		{value.TypeBoolean, nil}, {value.TypeChar, nil}, {value.TypeSByte, nil}, {value.TypeByte, nil}, {value.TypeInt16, nil},
		{value.TypeUInt16, nil}, {value.TypeInt32, nil}, {value.TypeUInt32, nil}, {value.TypeInt64, nil}, {value.TypeUInt64, nil},
		{value.TypeSingle, nil}, {value.TypeDouble, nil}, {value.TypeDecimal, nil}, {value.TypeDateTime, nil}, {value.TypeTimeSpan, nil},
		{value.TypeType, nil}, {value.TypeRuntimeType, nil}, {value.TypeException, nil},
		{value.TypeHashtable, loadHashtable}, {value.TypeOrdered, loadOrdered}, {value.TypeDictionaryEntry, loadEntry}, {value.TypeArrayList, loadArrayList},
		{value.TypePSCustomObject, nil}, {value.TypeScriptBlock, nil}, {value.TypeSwitch, nil},
		{typeList, loadList}, {typeCollection, loadCollection}, {typeReadOnlyCol, loadCollection}, {typeDictionary, loadDictionary}, {typeKeyValuePair, loadKeyValuePair}, {typeNullable, nil}, {typeDelegate, nil},
		{typeComparer, loadComparer},
		{typeEnumerator, loadEnumerator}, {typeCharEnumerator, nil}, {typeDictEnumerator, nil},
		{typeKeyCollection, loadDictView}, {typeValueCollection, loadDictView}, {typeOrderedKeys, loadDictView},
		{typeHashSet, loadSet}, {typeSortedSet, loadSet},
		{typeQueue, loadLine(false, "System.Object")}, {typeStack, loadLine(true, "System.Object")},
		{typeQueueOf, loadLine(false, "T")}, {typeStackOf, loadLine(true, "T")}, {typeConcurrentQ, loadLine(false, "T")},
		{typeConcurrentS, loadLine(true, "T")}, {typeConcurrentBg, loadLine(true, "T")},
	}...)
}
