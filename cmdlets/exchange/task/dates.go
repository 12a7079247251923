package task

import (
	"time"

	"exolab/cmdlets/exchange/shapes"
	"exolab/runtime/value"
)

// CheckRange refuses a range that ends before it begins.
func CheckRange(start, end time.Time) error {
	if !start.IsZero() && !end.IsZero() && start.After(end) {
		return InvalidArgument("The start date %s is later than the end date %s.", start.Format(EnUSDate), end.Format(EnUSDate))
	}
	return nil
}

// EnUSDate is how messages write a date and time.
const EnUSDate = "1/2/2006 3:04:05 PM"

// Date returns a date parameter; the zero time if it was not given.
func (c *Call) Date(name string) time.Time {
	v := value.Unwrap(c.Value(name))
	if v.Kind() != value.KindDateTime {
		return time.Time{}
	}
	return shapes.TimeOf(v)
}
