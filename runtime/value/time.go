package value

const kindShift = 62

// Date returns a DateTime from 100 ns ticks since the year 1 and its
// DateTimeKind (0 unspecified, 1 UTC, 2 local).
func Date(ticks int64, kind uint8) Value {
	return scalar(KindDateTime, uint64(ticks)|uint64(kind)<<kindShift)
}

// DateTicks returns the ticks and the DateTimeKind of a DateTime.
func (v Value) DateTicks() (ticks int64, kind uint8) {
	return int64(v.Uint64() &^ (3 << kindShift)), uint8(v.Uint64() >> kindShift)
}

// Span returns a TimeSpan of the given number of 100 ns ticks.
func Span(ticks int64) Value { return scalar(KindTimeSpan, uint64(ticks)) }

// Ticks returns the 100 ns ticks of a TimeSpan.
func (v Value) Ticks() int64 { return v.Int64() }
