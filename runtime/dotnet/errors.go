package dotnet

import (
	"errors"
	"fmt"

	"exolab/runtime/value"
)

// Full names of the exceptions that more than one file throws.
const (
	ExArgument         = "System.ArgumentException"
	exArgumentNull     = "System.ArgumentNullException"
	ExArgumentRange    = "System.ArgumentOutOfRangeException"
	ExFormat           = "System.FormatException"
	ExInvalidOperation = "System.InvalidOperationException"
	ExInvalidCast      = "System.InvalidCastException"
	ExNotSupported     = "System.NotSupportedException"
	ExOverflow         = "System.OverflowException"
	ExIndexRange       = "System.IndexOutOfRangeException"
	ExKeyNotFound      = "System.Collections.Generic.KeyNotFoundException"
	exRuntime          = "System.Management.Automation.RuntimeException"
)

// Throw is the exception that a .NET member throws; args fill the format.
func Throw(fullName, format string, args ...any) error {
	if len(args) > 0 {
		format = fmt.Sprintf(format, args...)
	}
	return value.NewException(fullName, format)
}

// ThrowParam is throw with .NET's note of the parameter at fault.
func ThrowParam(fullName, param, format string, args ...any) error {
	if len(args) > 0 {
		format = fmt.Sprintf(format, args...)
	}
	e := value.NewException(fullName, format+" (Parameter '"+param+"')")
	e.Data = map[string]value.Value{"ParamName": value.Str(param)}
	return e
}

// ErrNullArgument is what .NET throws for a null where none is allowed.
func ErrNullArgument(param string) error {
	return ThrowParam(exArgumentNull, param, "Value cannot be null.")
}

// runtimeError is an error of the engine itself: InvalidOperation, no wrapping.
func runtimeError(id, message string, target value.Value) *value.Exception {
	return &value.Exception{T: value.ExceptionType(exRuntime), Message: message, ErrorID: id, Category: value.InvalidOperation, Target: target}
}

func errMethodNotFound(t *value.Type, name string) error {
	return runtimeError("MethodNotFound", fmt.Sprintf("Method invocation failed because [%s] does not contain a method named '%s'.",
		DisplayName(t), name), value.Str(name))
}

// ErrNoMethod is the error for a method that a value does not have.
func ErrNoMethod(v value.Value, name string) error {
	if v.IsNull() {
		return errMethodOnNull()
	}
	return errMethodNotFound(value.TypeOf(v), name)
}

func errMethodOnNull() error {
	return runtimeError("InvokeMethodOnNull", "You cannot call a method on a null-valued expression.", value.Null)
}

func errNoOverload(name string, count int) error {
	return methodError("MethodCountCouldNotFindBest", fmt.Sprintf("Cannot find an overload for %q and the argument count: \"%d\".", name, count))
}

func errAmbiguous(name string, count int) error {
	return methodError("MethodCountCouldNotFindBest", fmt.Sprintf("Multiple ambiguous overloads found for %q and the argument count: \"%d\".", name, count))
}

// methodError is a MethodException: the call could not be made.
func methodError(id, message string) *value.Exception {
	return &value.Exception{T: value.ExceptionType("System.Management.Automation.MethodException"), Message: message, ErrorID: id, Category: value.NotSpecified}
}

// wrapCall turns an exception out of a method body into the
// MethodInvocationException that scripts see. Errors that are no .NET
// exception (script errors, control flow) pass unchanged.
func wrapCall(name string, count int, err error) error {
	var inner *value.Exception
	if err == nil || !errors.As(err, &inner) || inner.Record != nil || inner.Final {
		return err
	}
	return &value.Exception{T: value.ExceptionType("System.Management.Automation.MethodInvocationException"),
		Message: fmt.Sprintf("Exception calling \"%s\" with \"%d\" argument(s): \"%s\"", name, count, inner.Message),
		Inner:   inner, ErrorID: inner.T.Name, Category: value.NotSpecified}
}

// wrapGet does the same for property getters, wrapSet for setters.
func wrapGet(name string, err error) error {
	return wrapAccess("GetValueInvocationException", "ExceptionWhenGetting", "getting", name, err)
}

func wrapSet(name string, err error) error {
	return wrapAccess("SetValueInvocationException", "ExceptionWhenSetting", "setting", name, err)
}

func wrapAccess(exception, id, doing, name string, err error) error {
	var inner *value.Exception
	if err == nil || !errors.As(err, &inner) || inner.Record != nil || inner.Final || inner.ErrorID == "PropertyAssignmentException" {
		return err
	}
	return &value.Exception{T: value.ExceptionType("System.Management.Automation." + exception),
		Message: fmt.Sprintf("Exception %s \"%s\": \"%s\"", doing, name, inner.Message), Inner: inner, ErrorID: id, Category: value.NotSpecified}
}

// ErrCannotSet is the error of setting a property that an object lacks.
func ErrCannotSet(id, name string) error {
	return runtimeError(id, fmt.Sprintf("The property '%s' cannot be found on this object. Verify that the property exists and can be set.", name), value.Null)
}

func errReadOnly(name string) error {
	e := value.NewException("System.Management.Automation.SetValueException", fmt.Sprintf("'%s' is a ReadOnly property.", name))
	e.ErrorID = "PropertyAssignmentException"
	return e
}

// PropertyNotFoundStrict is the error of reading a missing property under
// strict mode.
func PropertyNotFoundStrict(name string) error {
	e := value.NewException("System.Management.Automation.PropertyNotFoundException",
		fmt.Sprintf("The property '%s' cannot be found on this object. Verify that the property exists.", name))
	e.ErrorID = "PropertyNotFoundStrict"
	return e
}
