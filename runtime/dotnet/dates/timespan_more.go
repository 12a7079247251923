package dates

import (
	"math"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// loadSpanConstants adds how many of a unit make another.
func loadSpanConstants(b dotnet.Rows) {
	b.Constant("long NanosecondsPerTick", value.Long(100))
	for _, per := range [...]struct {
		name  string
		ticks int64
	}{{"Microseconds", dotnet.TicksPerMicrosecond}, {"Milliseconds", dotnet.TicksPerMillisecond}, {"Seconds", dotnet.TicksPerSecond}, {"Minutes", dotnet.TicksPerMinute}, {"Hours", dotnet.TicksPerHour}} {
		for _, u := range spanUnits {
			if u.ticks <= per.ticks {
				continue
			}
			kind, n := "long", value.Long(u.ticks/per.ticks)
			if per.name == "Hours" {
				kind, n = "int", value.Int(int(u.ticks/per.ticks))
			}
			b.Constant(kind+" "+per.name+"Per"+u.per, n)
		}
	}
}

// loadSpanOfWholes adds the From methods that take whole numbers of several
// units and so lose nothing.
func loadSpanOfWholes(b dotnet.Rows) {
	loadSpanExact(b)
	sum := func(first int) dotnet.Body {
		return func(c *value.Call) (value.Value, error) {
			var exact int64
			var rough float64
			for i, v := range c.Args {
				unit := spanUnits[first+i].ticks
				exact += v.Int64() * unit
				rough += float64(v.Int64()) * float64(unit)
			}
			if math.Abs(rough) > math.MaxInt64 {
				return value.Null, dotnet.ThrowParam(dotnet.ExArgumentRange, "", msgSpanOverflow)
			}
			return value.Span(exact), nil
		}
	}
	b.Static("timespan FromDays(int days)", sum(0))
	b.Static("timespan FromDays(int days, int hours = 0, long minutes = 0, long seconds = 0, long milliseconds = 0, long microseconds = 0)", sum(0))
	b.Static("timespan FromHours(int hours)", sum(1))
	b.Static("timespan FromHours(int hours, long minutes = 0, long seconds = 0, long milliseconds = 0, long microseconds = 0)", sum(1))
	b.Static("timespan FromMinutes(long minutes, long seconds = 0, long milliseconds = 0, long microseconds = 0)", sum(2))
	b.Static("timespan FromSeconds(long seconds, long milliseconds = 0, long microseconds = 0)", sum(3))
	b.Static("timespan FromMilliseconds(long milliseconds, long microseconds)", sum(4))
	b.Static("bool Equals(timespan t1, timespan t2)", dotnet.Give(func(c *value.Call) value.Value { return value.Bool(c.Args[0].Ticks() == c.Args[1].Ticks()) }))
	b.Method("int CompareTo(System.Object value)", func(c *value.Call) (value.Value, error) {
		switch {
		case c.Args[0].IsNull():
			return value.Int(1), nil
		case c.Args[0].Kind() != value.KindTimeSpan:
			return value.Null, dotnet.Throw(dotnet.ExArgument, "Object must be of type TimeSpan.")
		}
		return dotnet.CompareInts(c.This.Ticks(), c.Args[0].Ticks()), nil
	})
}
