package runtime

import (
	"fmt"

	"exolab/runtime/dotnet"
	"exolab/runtime/validation"
	"exolab/runtime/value"
)

// The full names of the exceptions that the evaluator raises.
const (
	exRuntime   = "System.Management.Automation.RuntimeException"
	exStopped   = "System.Management.Automation.ActionPreferenceStopException"
	exTransform = "System.Management.Automation.ArgumentTransformationMetadataException"

	exCmdletInvocation = "System.Management.Automation.CmdletInvocationException"
)

// fault returns a RuntimeException with an error id.
func fault(id string, category value.Category, target value.Value, format string, args ...any) *value.Exception {
	e := value.NewException(exRuntime, fmt.Sprintf(format, args...))
	e.ErrorID, e.Category, e.Target = id, category, target
	return e
}

func invalidOperation(id, format string, args ...any) *value.Exception {
	return fault(id, value.InvalidOperation, value.Null, format, args...)
}

func undefinedVariable(name string) error {
	return fault("VariableIsUndefined", value.InvalidOperation, value.Str(name),
		"The variable '$%s' cannot be retrieved because it has not been set.", name)
}

func notWritable(name string) error {
	e := value.NewException("System.Management.Automation.SessionStateUnauthorizedAccessException",
		fmt.Sprintf("Cannot overwrite variable %s because it is read-only or constant.", name))
	e.ErrorID, e.Category, e.Target = "VariableNotWritable", value.WriteError, value.Str(name)
	return e
}

func collectionModified() error {
	e := value.NewException("System.InvalidOperationException",
		"Collection was modified; enumeration operation may not execute.")
	e.ErrorID, e.Category = "System.InvalidOperationException", value.InvalidOperation
	return e
}

func fileNotFound(path string) error {
	e := value.NewException("System.Management.Automation.ItemNotFoundException",
		fmt.Sprintf("Cannot find path '%s' because it does not exist.", path))
	e.ErrorID, e.Category, e.Target = "PathNotFound", value.ObjectNotFound, value.Str(path)
	return e
}

func callDepthOverflow() error {
	e := value.NewException("System.Management.Automation.ScriptCallDepthException",
		"The script failed due to call depth overflow.")
	e.ErrorID, e.Category = "CallDepthOverflow", value.InvalidOperation
	e.Target = value.Int(maxDepth)
	return e
}

func typeNotFound(name string) error {
	if rule := dotnet.Refusal(name); rule != "" {
		return fault("TypeNotFound", value.InvalidOperation, value.Str(name), "The type [%s] is not emulated: %s.", name, rule)
	}
	return fault("TypeNotFound", value.InvalidOperation, value.Str(name), "Unable to find type [%s].", name)
}

func transformationError(name string, cause error) error {
	e := value.NewException(exTransform, cause.Error())
	e.ErrorID, e.Category = "RuntimeException", value.MetadataError
	if inner, ok := cause.(*value.Exception); ok {
		e.Inner = inner
	}
	return e
}

func validationError(name string, v value.Value, env value.Env) error {
	text := value.ToString(env, v)
	e := value.NewException(validation.Exception, fmt.Sprintf(
		"The variable cannot be validated because the value %s is not a valid value for the %s variable.", text, name))
	e.ErrorID, e.Category = "ValidateSetFailure", value.MetadataError
	return e
}
