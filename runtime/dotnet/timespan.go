package dotnet

import (
	"math"

	"exolab/runtime/value"
)

const (
	ticksPerMicrosecond = 10
	ticksPerMillisecond = 10_000
	ticksPerSecond      = 1000 * ticksPerMillisecond
	ticksPerMinute      = 60 * ticksPerSecond
	ticksPerHour        = 60 * ticksPerMinute
	ticksPerDay         = 24 * ticksPerHour
)

const msgSpanOverflow = "TimeSpan overflowed because the duration is too long."

// spanUnits are the units of time by the name of their property; wrap is how
// many make one of the next unit.
var spanUnits = []struct {
	one, total, per string
	ticks, wrap     int64
}{
	{"Days", "TotalDays", "Day", ticksPerDay, 0}, {"Hours", "TotalHours", "Hour", ticksPerHour, 24}, {"Minutes", "TotalMinutes", "Minute", ticksPerMinute, 60},
	{"Seconds", "TotalSeconds", "Second", ticksPerSecond, 60}, {"Milliseconds", "TotalMilliseconds", "Millisecond", ticksPerMillisecond, 1000},
	{"Microseconds", "TotalMicroseconds", "Microsecond", ticksPerMicrosecond, 1000},
}

func loadTimeSpan(t *value.Type, m *value.Members) {
	b := table{t, m}
	for _, u := range spanUnits {
		b.get("int "+u.one, func(v value.Value) value.Value {
			n := v.Ticks() / u.ticks
			if u.wrap > 0 {
				n %= u.wrap
			}
			return value.Int(int(n))
		})
	}
	b.get("int Nanoseconds", func(v value.Value) value.Value { return value.Int(int(v.Ticks()%10) * 100) })
	b.get("long Ticks", func(v value.Value) value.Value { return value.Long(v.Ticks()) })
	for _, u := range spanUnits {
		b.get("double "+u.total, func(v value.Value) value.Value { return value.Double(spanTotal(v.Ticks(), u.ticks)) })
		b.constant("long TicksPer"+u.per, value.Long(u.ticks))
	}
	b.get("double TotalNanoseconds", func(v value.Value) value.Value { return value.Double(float64(v.Ticks()) * 100) })
	b.constant("timespan Zero", value.Span(0))
	b.constant("timespan MinValue", value.Span(math.MinInt64))
	b.constant("timespan MaxValue", value.Span(math.MaxInt64))
	loadSpanMethods(b)
	loadSpanStatics(b)
	b.constructor("(long ticks)", give(func(c *value.Call) value.Value { return value.Span(c.Args[0].Int64()) }))
	b.constructor("(int hours, int minutes, int seconds)", spanOfParts(1))
	b.constructor("(int days, int hours, int minutes, int seconds)", spanOfParts(0))
	b.constructor("(int days, int hours, int minutes, int seconds, int milliseconds)", spanOfParts(0))
	b.constructor("(int days, int hours, int minutes, int seconds, int milliseconds, int microseconds)", spanOfParts(0))
}

// spanTotal divides as .NET does: whole units first keep their exactness.
func spanTotal(ticks, unit int64) float64 { return float64(ticks) / float64(unit) }

func spanOfParts(first int) body {
	return func(c *value.Call) (value.Value, error) {
		var ticks float64
		var exact int64
		for i, v := range c.Args {
			exact += v.Int64() * spanUnits[first+i].ticks
			ticks += float64(v.Int64()) * float64(spanUnits[first+i].ticks)
		}
		if math.Abs(ticks) > math.MaxInt64 {
			return value.Null, throw(exArgumentRange, msgSpanOverflow)
		}
		return value.Span(exact), nil
	}
}

func addTicks(a, b int64) (int64, bool) {
	sum := a + b
	return sum, (a^sum)&(b^sum) >= 0
}

func spanSum(a, b int64) (value.Value, error) {
	sum, ok := addTicks(a, b)
	if !ok {
		return value.Null, throw(exOverflow, msgSpanOverflow)
	}
	return value.Span(sum), nil
}

// spanOfFloat is a TimeSpan of a count of units, which .NET rounds to ticks.
func spanOfFloat(n float64, unit int64) (value.Value, error) {
	if math.IsNaN(n) {
		return value.Null, throw(exArgument, "TimeSpan does not accept floating point Not-a-Number values.")
	}
	ticks := n * float64(unit)
	if ticks > math.MaxInt64 || ticks < math.MinInt64 {
		return value.Null, throw(exOverflow, msgSpanOverflow)
	}
	return value.Span(int64(ticks)), nil
}

func compareInts(a, b int64) value.Value {
	switch {
	case a < b:
		return value.Int(-1)
	case a > b:
		return value.Int(1)
	}
	return value.Int(0)
}

func loadSpanMethods(b table) {
	arg := func(c *value.Call) int64 { return c.Args[0].Ticks() }
	b.method("timespan Add(timespan ts)", func(c *value.Call) (value.Value, error) { return spanSum(c.This.Ticks(), arg(c)) })
	b.method("timespan Subtract(timespan ts)", func(c *value.Call) (value.Value, error) { return spanSum(c.This.Ticks(), -arg(c)) })
	b.method("timespan Negate()", give(func(c *value.Call) value.Value { return value.Span(-c.This.Ticks()) }))
	b.method("timespan Duration()", give(func(c *value.Call) value.Value { return value.Span(max(c.This.Ticks(), -c.This.Ticks())) }))
	b.method("timespan Multiply(double factor)", func(c *value.Call) (value.Value, error) {
		return spanOfFloat(math.RoundToEven(float64(c.This.Ticks())*float(c, 0)), 1)
	})
	b.method("timespan Divide(double divisor)", func(c *value.Call) (value.Value, error) {
		return spanOfFloat(math.RoundToEven(float64(c.This.Ticks())/float(c, 0)), 1)
	})
	b.method("double Divide(timespan ts)", give(func(c *value.Call) value.Value { return value.Double(float64(c.This.Ticks()) / float64(arg(c))) }))
	b.method("int CompareTo(timespan value)", give(func(c *value.Call) value.Value { return compareInts(c.This.Ticks(), arg(c)) }))
	b.method("bool Equals(timespan obj)", give(func(c *value.Call) value.Value { return value.Bool(c.This.Ticks() == arg(c)) }))
	formattable(b, "formatProvider")
}

func loadSpanStatics(b table) {
	for _, u := range spanUnits {
		from := func(c *value.Call) (value.Value, error) { return spanOfFloat(float(c, 0), u.ticks) }
		b.static("timespan From"+u.one+"(double value)", from)
		b.static("timespan From"+u.one+"(long value)", func(c *value.Call) (value.Value, error) {
			return spanOfFloat(float64(c.Args[0].Int64()), u.ticks)
		})
	}
	b.static("timespan FromTicks(long value)", give(func(c *value.Call) value.Value { return value.Span(c.Args[0].Int64()) }))
	b.static("int Compare(timespan t1, timespan t2)", give(func(c *value.Call) value.Value { return compareInts(c.Args[0].Ticks(), c.Args[1].Ticks()) }))
	parsable(b, "timespan", "s")
}
