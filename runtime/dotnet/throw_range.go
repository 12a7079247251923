package dotnet

import "exolab/runtime/value"

// The checks below throw what ArgumentOutOfRangeException's helpers throw.

func throwRange(param, message string, actual int) error {
	e := ThrowParam(ExArgumentRange, param, "%s", message).(*value.Exception)
	e.Message += "\nActual value was " + DecimalText(actual) + "."
	e.Data["ActualValue"] = value.Int(actual)
	return e
}

// IfNegative is the error of a negative argument, else nil.
func IfNegative(param string, n int) error {
	if n < 0 {
		return throwRange(param, param+" ('"+DecimalText(n)+"') must be a non-negative value.", n)
	}
	return nil
}

// IfGreater is the error of an argument above limit, else nil.
func IfGreater(param string, n, limit int) error {
	if n > limit {
		return throwRange(param, param+" ('"+DecimalText(n)+"') must be less than or equal to '"+DecimalText(limit)+"'.", n)
	}
	return nil
}

// FirstError is the first error that is not nil.
func FirstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
