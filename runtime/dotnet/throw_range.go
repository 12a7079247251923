package dotnet

import "exolab/runtime/value"

// The checks below throw what ArgumentOutOfRangeException's helpers throw.

func throwRange(param, message string, actual int) error {
	e := throwParam(exArgumentRange, param, "%s", message).(*value.Exception)
	e.Message += "\nActual value was " + decimalText(actual) + "."
	e.Data["ActualValue"] = value.Int(actual)
	return e
}

func ifNegative(param string, n int) error {
	if n < 0 {
		return throwRange(param, param+" ('"+decimalText(n)+"') must be a non-negative value.", n)
	}
	return nil
}

func ifGreater(param string, n, limit int) error {
	if n > limit {
		return throwRange(param, param+" ('"+decimalText(n)+"') must be less than or equal to '"+decimalText(limit)+"'.", n)
	}
	return nil
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
