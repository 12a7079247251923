package netfmt

import "math"

var errSpanTooLong = overflowError("TimeSpan overflowed because the duration is too long.")

// SpanOf returns the ticks of a number of units, such as TicksPerHour: whole
// and broken numbers alike. The errors are .NET's OverflowException and, for
// NaN, ArgumentException.
func SpanOf(value float64, unit int64) (int64, error) {
	if math.IsNaN(value) {
		return 0, &Error{KindArgument, "TimeSpan does not accept floating point Not-a-Number values."}
	}
	ticks := value * float64(unit)
	if ticks > math.MaxInt64 || ticks < math.MinInt64 {
		return 0, errSpanTooLong
	}
	if ticks == math.MaxInt64 {
		return math.MaxInt64, nil
	}
	return int64(ticks), nil
}

// AddSpans adds two time spans of ticks.
func AddSpans(a, b int64) (int64, error) {
	sum := a + b
	if a>>63 == b>>63 && a>>63 != sum>>63 {
		return 0, errSpanTooLong
	}
	return sum, nil
}
