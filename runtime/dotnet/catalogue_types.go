package dotnet

import (
	"slices"

	"exolab/runtime/value"
)

// typeRows lists every type that has a table, with the function that fills it.
func typeRows() []typeRow {
	return slices.Concat(interfaceRows(), tupleRows(), hashRows(), []typeRow{
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
		{value.TypeValueType, nil}, {value.TypeEnum, loadEnum}, {value.TypeVoid, nil},
		{value.TypeBoolean, loadBoolean}, {value.TypeChar, loadChar},
		{value.TypeSByte, loadInteger("sbyte")}, {value.TypeByte, loadInteger("byte")}, {value.TypeInt16, loadInteger("short")},
		{value.TypeUInt16, loadInteger("ushort")}, {value.TypeInt32, loadInteger("int")}, {value.TypeUInt32, loadInteger("uint")},
		{value.TypeInt64, loadInteger("long")}, {value.TypeUInt64, loadInteger("ulong")},
		{value.TypeSingle, loadSingle}, {value.TypeDouble, loadDouble}, {value.TypeDecimal, loadDecimal}, {value.TypeDateTime, loadDateTime}, {value.TypeTimeSpan, loadTimeSpan},
		{value.TypeType, loadType}, {value.TypeRuntimeType, nil}, {typeMethodInfo, loadReflected}, {typePropertyInfoNet, loadReflected},
		{typeConvert, loadConvert}, {typeBitConverter, loadBitConverter}, {typeStringBuilder, loadStringBuilder},
		{typeTextWriter, loadTextWriter}, {typeStringWriter, loadStringWriter}, {typeStreamWriter, loadStreamWriter},
		{typeTextReader, loadTextReader}, {typeStringReader, loadStringReader}, {typeStreamReader, loadStreamReader},
		{typeStream, nil}, {typeMemoryStream, loadMemoryStream}, {typeIdentity, loadIdentity}, {typePrincipal, loadPrincipal},
		{typePath, loadPath}, {typeFile, loadFile}, {typeDirectory, loadDirectory},
		{typeFileSystemInfo, loadFileSystemInfo}, {typeFileInfo, loadFileInfo}, {typeDirectoryInfo, loadDirectoryInfo},
		{typeEncoding, loadEncoding}, {typeUTF8Encoding, loadUTF8Encoding}, {typeASCIIEncoding, loadPlainEncoding(encodingAnsi)}, {typeUnicode, loadPlainEncoding(encoding16LE)},
		{value.TypeRegex, loadRegex}, {typeCapture, loadCapture}, {typeGroup, loadGroup}, {typeMatch, loadMatch},
		{typeMatchCollection, loadMatchList}, {typeGroupCollection, loadGroupList}, {typeCaptureCollection, loadMatchList},
		{value.TypeGuid, loadGuid}, {value.TypeVersion, loadVersion}, {typeSemanticVersion, loadSemanticVersion}, {value.TypeMailAddress, loadMailAddress}, {value.TypeIPAddress, loadIPAddress},
		{value.TypeURI, loadURI}, {value.TypeBigInteger, loadBigInteger}, {typeHTTPUtility, loadWeb(true)}, {typeWebUtility, loadWeb(false)},
		{typeEnvironment, loadEnvironment}, {typeOperatingSystem, nil}, {typeStopwatch, loadStopwatch}, {typeRandom, loadRandom},
		{typeSecureString, loadSecureString}, {typeCredential, loadCredential}, {typeNetCred, loadNetworkCredential}, {typeMarshal, loadMarshal},
		{typeWildcard, loadWildcard}, {typeNullString, loadNullString}, {typeServicePoint, loadServicePoint}, {typeGC, loadGC},
		{value.TypeXMLDocument, loadXMLDocument}, {value.TypeXMLDocument.Base, loadXMLNode}, {typeXMLElement, loadXMLElement}, {typeXMLAttribute, nil},
		{typeXMLText, nil}, {typeXMLComment, nil}, {typeXMLCData, nil}, {typeXMLDeclaration, nil}, {typeXMLNodeList, loadXMLNodeList},
		{typeLinq, loadLinq}, {typeChoice, loadChoice}, {typeDateTimeOffset, loadDateTimeOffset}, {typeTimeZone, loadTimeZone},
		{typeCulture, loadCulture}, {typeDateInfo, loadDateInfo}, {typeNumInfo, loadNumInfo}, {typeTextInfo, loadTextInfo}, {typeCalendar, nil},
		{value.TypeException, loadException}, {typeMath, loadMath},
		{value.TypeHashtable, loadHashtable}, {value.TypeOrdered, loadOrdered}, {value.TypeDictionaryEntry, loadEntry}, {value.TypeArrayList, loadArrayList},
		{value.TypePSCustomObject, loadCustomObject}, {value.TypeScriptBlock, nil}, {value.TypeSwitch, nil},
		{typeList, loadList}, {typeCollection, loadCollection}, {typeReadOnlyCol, loadCollection}, {typeDictionary, loadDictionary}, {typeKeyValuePair, loadKeyValuePair}, {typeNullable, nil}, {typeDelegate, nil},
		{typeComparer, loadComparer},
		{typeEnumerator, loadEnumerator}, {typeCharEnumerator, nil}, {typeDictEnumerator, nil},
		{typeKeyCollection, loadDictView}, {typeValueCollection, loadDictView}, {typeOrderedKeys, loadDictView},
		{typeHashSet, loadSet}, {typeSortedSet, loadSet},
		{typeQueue, loadLine(false, "System.Object")}, {typeStack, loadLine(true, "System.Object")},
		{typeQueueOf, loadLine(false, "T")}, {typeStackOf, loadLine(true, "T")}, {typeConcurrentQ, loadLine(false, "T")},
		{typeConcurrentS, loadLine(true, "T")}, {typeConcurrentBg, loadLine(true, "T")},
	})
}
