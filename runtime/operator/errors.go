package operator

import (
	"fmt"

	"exolab/runtime/value"
)

const runtimeException = "System.Management.Automation.RuntimeException"

func fault(id, format string, args ...any) *value.Exception {
	e := value.NewException(runtimeException, fmt.Sprintf(format, args...))
	e.ErrorID, e.Category = id, value.InvalidOperation
	return e
}

// netError is a .NET exception that PowerShell lets through as it is.
func netError(fullName, format string, args ...any) *value.Exception {
	e := value.NewException(fullName, fmt.Sprintf(format, args...))
	e.ErrorID = fullName
	return e
}

func divideByZero() *value.Exception {
	e := fault("RuntimeException", "Attempted to divide by zero.")
	e.Category = value.NotSpecified
	e.Inner = value.NewException("System.DivideByZeroException", e.Message)
	return e
}

func typeName(v value.Value) string {
	if t := value.TypeOf(v); t != nil {
		return t.FullName
	}
	return "$null"
}
