package dotnet

import (
	"slices"

	"exolab/runtime/value"
)

// EngineTypes lists the types of the engine, with the functions that fill
// their tables.
func EngineTypes() []TypeRow {
	return slices.Concat(delegateRows(), []TypeRow{
		{Type: value.TypeObject, Load: loadObject},
		{Type: typeReference, Load: loadReference},
		{Type: typeMethodGroup, Load: loadMethodGroup},
		{Type: typeMemberList, Load: loadMemberList},
		{Type: typeLiveNames, Load: loadLiveNames},
		{Type: typeMemberInfo, Load: loadMemberInfo},
		{Type: typePropertyInfo, Load: loadPropertyInfo},
		{Type: typePSProperty},
		{Type: typePSNoteProperty, Load: loadNoteProperty},
		{Type: typePSAliasProperty, Load: loadAliasProperty},
		{Type: typePSScriptProperty, Load: loadScriptProperty},
		{Type: typePSCodeProperty},
		{Type: typePSScriptMethod, Load: loadScriptMethod},
		{Type: typePSMemberSet},
		{Type: typePSPropertySet, Load: loadPropertySet},
		{Type: value.TypePSObject, Load: loadPSObject},
		{Type: value.TypeValueType},
		{Type: value.TypeEnum, Load: loadEnum},
		{Type: value.TypeVoid},
		{Type: value.TypeType, Load: loadType},
		{Type: value.TypeRuntimeType},
		{Type: typeMemberInfoNet, Load: loadMemberInfoNet},
		{Type: typeMethodBase, Load: loadMethodReflection},
		{Type: typeMethodInfo.Base},
		{Type: typeMethodInfo},
		{Type: typeConstructorInfo.Base},
		{Type: typeConstructorInfo},
		{Type: typePropertyInfoNet.Base, Load: loadPropertyReflection},
		{Type: typePropertyInfoNet},
		{Type: typeParameterInfo, Load: loadParameterInfo},
		{Type: typeWildcard, Load: loadWildcard},
		{Type: value.TypeNullString, Load: loadNullString},
		{Type: value.TypeDBNull, Load: loadDBNull},
		{Type: typeAutomationNull, Load: loadAutomationNull},
		{Type: typeServicePoint, Load: loadServicePoint},
		{Type: typeGC, Load: loadGC},
		{Type: typeActivator, Load: loadActivator},
		{Type: typeBuffer, Load: loadBuffer},
		{Type: typeAssembly, Load: loadAssembly},
		{Type: typeAssemblyName, Load: loadAssemblyName},
		{Type: typeChoice, Load: loadChoice},
		{Type: value.TypeException, Load: loadException},
		{Type: value.TypePSCustomObject, Load: loadCustomObject},
		{Type: value.TypeScriptBlock},
		{Type: value.TypeSwitch},
		{Type: typeNullable},
	})
}
