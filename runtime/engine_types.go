package runtime

import (
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// engineTypes are the types of this package that scripts can name.
func engineTypes() []*value.Type {
	return []*value.Type{
		errs.TypeRecord, errs.TypeCategoryInfo, errs.TypeInvocation, errs.TypeCategory, typeErrorDetails, TypeVariable,
		TypeOptions, typeRuntimeParameter, typeRuntimeDictionary, typeParameterAttribute, typeAliasAttribute, typeValidateSet,
		TypeActionPreference, TypeConfirmImpact, typeBoundParameters, TypeCommandInfo, TypeCmdletInfo, TypeFunctionInfo,
		TypeAliasInfo, TypeWarningRecord, TypeVerboseRecord, TypeDebugRecord, TypeInformationRecord, TypeErrorView,
		TypeFilterInfo, TypeExternalScriptInfo, TypeApplicationInfo, TypePSScriptCmdlet, typePSCmdlet, typePSCmdlet.Base,
		TypeHostMessage, TypeCommandTypes, TypeModule, TypeModuleSpec, typeParameterMetadata, typeParameterInfo,
		typeParameterSetInfo, typeParser, typeHistory, typeThread, typeSteppable, typeHosting, typeHostingStreams, typeRunspace,
		typeRunspacePool, typeRunspaces, typeProxy, typeInitialState, typeAsyncResult, typeCmdletMetadata,
		typeValidateArguments, typeValidateEnumerated, typeTransformation, typeSetGenerator, typeConsole, typeCallStackFrame,
		typeHostSize, typeHostCoordinates, typeEngineIntrinsics, typeCommandIntrinsics, typeSessionIntrinsics,
		typeVariableIntrinsics, typeAccelerators, typeLanguagePrimitives, typePaging,
	}
}
