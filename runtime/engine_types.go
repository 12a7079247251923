package runtime

import (
	"exolab/runtime/errs"
	"exolab/runtime/modulespec"
	"exolab/runtime/records"
	"exolab/runtime/value"
)

// engineTypes are the types of this package that scripts can name.
func engineTypes() []*value.Type {
	return []*value.Type{
		errs.TypeRecord, errs.TypeCategoryInfo, errs.TypeInvocation, errs.TypeCategory, typeErrorDetails, TypeVariable,
		TypeOptions, typeRuntimeParameter, typeRuntimeDictionary, typeParameterAttribute, typeAliasAttribute, typeValidateSet,
		TypeActionPreference, TypeConfirmImpact, typeBoundParameters, TypeCommandInfo, TypeCmdletInfo, TypeFunctionInfo,
		TypeAliasInfo, records.TypeWarning, records.TypeVerbose, records.TypeDebug, records.TypeInformation, TypeErrorView,
		TypeFilterInfo, TypeExternalScriptInfo, TypeApplicationInfo, TypePSScriptCmdlet, typePSCmdlet, typePSCmdlet.Base,
		records.TypeHostMessage, TypeCommandTypes, TypeModule, modulespec.Type, typeParameterMetadata, typeParameterInfo,
		typeParameterSetInfo, typeParser, typeHistory, typeThread, typeSteppable, typeHosting, typeHostingStreams, typeRunspace,
		typeRunspacePool, typeRunspaces, typeProxy, typeInitialState, typeAsyncResult, typeCmdletMetadata,
		typeValidateArguments, typeValidateEnumerated, typeTransformation, typeSetGenerator, typeConsole, typeCallStackFrame,
		typeHostSize, typeHostCoordinates, typeEngineIntrinsics, typeCommandIntrinsics, typeSessionIntrinsics,
		typeVariableIntrinsics, typeAccelerators, typeLanguagePrimitives, typePaging, typePSTypeName,
	}
}

// automationType is a type of System.Management.Automation whose members are
// given later.
func automationType(name string, base *value.Type) *value.Type {
	return &value.Type{Name: name, FullName: "System.Management.Automation." + name, Kind: value.KindObject, Base: base}
}

// The types of $PSCmdlet and of what it derives from.
var (
	// TypePSScriptCmdlet is the type of $PSCmdlet.
	TypePSScriptCmdlet = automationType("PSScriptCmdlet", typePSCmdlet)
	typePSCmdlet       = automationType("PSCmdlet", automationType("Cmdlet", automationType("Internal.InternalCommand", value.TypeObject)))
)
