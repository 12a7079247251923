package dates

import (
	"math"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

const msgSpanOverflow = "TimeSpan overflowed because the duration is too long."

// spanUnits are the units of time by the name of their property; wrap is how
// many make one of the next unit.
var spanUnits = []struct {
	one, total, per string
	ticks, wrap     int64
}{
	{"Days", "TotalDays", "Day", dotnet.TicksPerDay, 0}, {"Hours", "TotalHours", "Hour", dotnet.TicksPerHour, 24}, {"Minutes", "TotalMinutes", "Minute", dotnet.TicksPerMinute, 60},
	{"Seconds", "TotalSeconds", "Second", dotnet.TicksPerSecond, 60}, {"Milliseconds", "TotalMilliseconds", "Millisecond", dotnet.TicksPerMillisecond, 1000},
	{"Microseconds", "TotalMicroseconds", "Microsecond", dotnet.TicksPerMicrosecond, 1000},
}

func loadTimeSpan(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	for _, u := range spanUnits {
		b.Get("int "+u.one, func(v value.Value) value.Value {
			n := v.Ticks() / u.ticks
			if u.wrap > 0 {
				n %= u.wrap
			}
			return value.Int(int(n))
		})
	}
	b.Get("int Nanoseconds", func(v value.Value) value.Value { return value.Int(int(v.Ticks()%10) * 100) })
	b.Get("long Ticks", func(v value.Value) value.Value { return value.Long(v.Ticks()) })
	for _, u := range spanUnits {
		b.Get("double "+u.total, func(v value.Value) value.Value { return value.Double(spanTotal(v.Ticks(), u.ticks)) })
		b.Constant("long TicksPer"+u.per, value.Long(u.ticks))
	}
	b.Get("double TotalNanoseconds", func(v value.Value) value.Value { return value.Double(float64(v.Ticks()) * 100) })
	b.Constant("timespan Zero", value.Span(0))
	b.Constant("timespan MinValue", value.Span(math.MinInt64))
	b.Constant("timespan MaxValue", value.Span(math.MaxInt64))
	loadSpanConstants(b)
	loadSpanMethods(b)
	loadSpanStatics(b)
	loadSpanOfWholes(b)
	b.Constructor("(long ticks)", dotnet.Give(func(c *value.Call) value.Value { return value.Span(c.Args[0].Int64()) }))
	b.Constructor("(int hours, int minutes, int seconds)", spanOfParts(1))
	b.Constructor("(int days, int hours, int minutes, int seconds)", spanOfParts(0))
	b.Constructor("(int days, int hours, int minutes, int seconds, int milliseconds)", spanOfParts(0))
	b.Constructor("(int days, int hours, int minutes, int seconds, int milliseconds, int microseconds)", spanOfParts(0))
}

// spanTotal divides as .NET does: whole units first keep their exactness.
func spanTotal(ticks, unit int64) float64 { return float64(ticks) / float64(unit) }

func spanOfParts(first int) dotnet.Body {
	return func(c *value.Call) (value.Value, error) {
		var ticks float64
		var exact int64
		for i, v := range c.Args {
			exact += v.Int64() * spanUnits[first+i].ticks
			ticks += float64(v.Int64()) * float64(spanUnits[first+i].ticks)
		}
		if math.Abs(ticks) > math.MaxInt64 {
			return value.Null, dotnet.Throw(dotnet.ExArgumentRange, msgSpanOverflow)
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
		return value.Null, dotnet.Throw(dotnet.ExOverflow, msgSpanOverflow)
	}
	return value.Span(sum), nil
}

// spanOfFloat is a TimeSpan of a count of units, which .NET rounds to ticks.
func spanOfFloat(n float64, unit int64) (value.Value, error) {
	if math.IsNaN(n) {
		return value.Null, dotnet.Throw(dotnet.ExArgument, "TimeSpan does not accept floating point Not-a-Number values.")
	}
	ticks := n * float64(unit)
	if ticks > math.MaxInt64 || ticks < math.MinInt64 {
		return value.Null, dotnet.Throw(dotnet.ExOverflow, msgSpanOverflow)
	}
	return value.Span(int64(ticks)), nil
}

func loadSpanMethods(b dotnet.Rows) {
	arg := func(c *value.Call) int64 { return c.Args[0].Ticks() }
	b.Method("timespan Add(timespan ts)", func(c *value.Call) (value.Value, error) { return spanSum(c.This.Ticks(), arg(c)) })
	b.Method("timespan Subtract(timespan ts)", func(c *value.Call) (value.Value, error) { return spanSum(c.This.Ticks(), -arg(c)) })
	b.Method("timespan Negate()", dotnet.Give(func(c *value.Call) value.Value { return value.Span(-c.This.Ticks()) }))
	b.Method("timespan Duration()", dotnet.Give(func(c *value.Call) value.Value { return value.Span(max(c.This.Ticks(), -c.This.Ticks())) }))
	b.Method("timespan Multiply(double factor)", func(c *value.Call) (value.Value, error) {
		return spanOfFloat(math.RoundToEven(float64(c.This.Ticks())*dotnet.FloatArg(c, 0)), 1)
	})
	b.Method("timespan Divide(double divisor)", func(c *value.Call) (value.Value, error) {
		return spanOfFloat(math.RoundToEven(float64(c.This.Ticks())/dotnet.FloatArg(c, 0)), 1)
	})
	b.Method("double Divide(timespan ts)", dotnet.Give(func(c *value.Call) value.Value { return value.Double(float64(c.This.Ticks()) / float64(arg(c))) }))
	b.Method("int CompareTo(timespan value)", dotnet.Give(func(c *value.Call) value.Value { return dotnet.CompareInts(c.This.Ticks(), arg(c)) }))
	b.Method("bool Equals(timespan obj)", dotnet.Give(func(c *value.Call) value.Value { return value.Bool(c.This.Ticks() == arg(c)) }))
	dotnet.Formattable(b, "formatProvider")
}

func loadSpanStatics(b dotnet.Rows) {
	for _, u := range spanUnits {
		from := func(c *value.Call) (value.Value, error) { return spanOfFloat(dotnet.FloatArg(c, 0), u.ticks) }
		b.Static("timespan From"+u.one+"(double value)", from)
		b.Static("timespan From"+u.one+"(long value)", func(c *value.Call) (value.Value, error) {
			return spanOfFloat(float64(c.Args[0].Int64()), u.ticks)
		})
	}
	b.Static("timespan FromTicks(long value)", dotnet.Give(func(c *value.Call) value.Value { return value.Span(c.Args[0].Int64()) }))
	b.Static("int Compare(timespan t1, timespan t2)", dotnet.Give(func(c *value.Call) value.Value { return dotnet.CompareInts(c.Args[0].Ticks(), c.Args[1].Ticks()) }))
	dotnet.Parsable(b, "timespan", "s")
}
