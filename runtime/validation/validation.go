// Package validation holds the validation attributes of parameters and
// variables: what they admit, and the errors by which they refuse the rest. Those
// that run a script's own code are the evaluator's.
package validation

import (
	"fmt"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// Exception is the name of the exception by which an attribute refuses an argument.
const Exception = "System.Management.Automation.ValidationMetadataException"

// Invalid is that exception with an error id of its own.
func Invalid(id, format string, args ...any) error {
	e := value.NewException(Exception, fmt.Sprintf(format, args...))
	e.ErrorID, e.Category = id, value.MetadataError
	return e
}

// EachElement applies check to every element of a collection, or to the value
// itself; an empty or null argument fails with ArgumentIsEmpty where the
// attribute enumerates.
func EachElement(v value.Value, check func(v value.Value) error) error {
	bare := value.Unwrap(v)
	if bare.IsNull() {
		return Invalid("ArgumentIsEmpty", textEmptyCollection)
	}
	if !value.IsList(bare) {
		return check(bare)
	}
	for _, item := range value.Items(bare) {
		if err := check(value.Unwrap(item)); err != nil {
			return err
		}
	}
	return nil
}

// noElement is the failure of an attribute that was given $null in a collection.
func noElement() error { return Invalid("ArgumentIsEmpty", textNull) }

// OutOfRange is the exception of an attribute whose constructor refuses an
// argument.
func OutOfRange(param string, actual value.Value) error {
	e := dotnet.ThrowParam("System.Management.Automation.PSArgumentOutOfRangeException", param,
		"Cannot process argument because the value of argument \"%s\" is out of range. Change argument \"%s\" to a value that is within range.", param, param)
	x := e.(*value.Exception)
	x.Message += "\nActual value was " + value.ToString(nil, actual) + "."
	x.ErrorID, x.Category = "ArgumentOutOfRange", value.InvalidArgument
	return x
}

func nullArgument(param string) error {
	return dotnet.ThrowParam("System.Management.Automation.PSArgumentNullException", param,
		"Cannot process argument because the value of argument \"%s\" is null. Change the value of argument \"%s\" to a non-null value.", param, param)
}
