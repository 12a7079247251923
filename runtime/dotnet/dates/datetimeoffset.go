package dates

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// DateTimeOffset is a System.DateTimeOffset.
type DateTimeOffset struct{ At netfmt.DateTimeOffset }

var typeDateTimeOffset = &value.Type{Name: "DateTimeOffset", FullName: "System.DateTimeOffset", Kind: value.KindObject, Base: value.TypeValueType,
	IsValueType: true, Interfaces: []*value.Type{value.TypeIComparable}, Zero: func() value.Value { return value.Obj(DateTimeOffset{}) }}

// PSType returns DateTimeOffset.
func (DateTimeOffset) PSType() *value.Type { return typeDateTimeOffset }

// HashKey is the moment: equal moments are equal whatever their offset.
func (d DateTimeOffset) HashKey() any { return d.At.UTC().Ticks }

// Format formats by a specifier.
func (d DateTimeOffset) Format(spec string) (string, error) {
	return netfmt.FormatDateTimeOffset(d.At, spec, netfmt.EnUS)
}

func offset(v value.Value) netfmt.DateTimeOffset { return dotnet.Of[DateTimeOffset](v).At }

func offsetValue(ticks, off int64) value.Value {
	return value.Obj(DateTimeOffset{netfmt.DateTimeOffset{Ticks: ticks, Offset: off}})
}

func loadDateTimeOffset(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	clock := func(v value.Value) value.Value { return dotnet.DateValue(offset(v).Clocked()) }
	for _, name := range []string{"Year", "Month", "Day", "Hour", "Minute", "Second", "Millisecond", "DayOfYear"} {
		b.Get("int "+name, func(v value.Value) value.Value { return datePart(clock(v), name) })
	}
	b.Get("System.DayOfWeek DayOfWeek", func(v value.Value) value.Value { return datePart(clock(v), "DayOfWeek") })
	b.Get("datetime Date", func(v value.Value) value.Value { return datePart(clock(v), "Date") })
	b.Get("timespan TimeOfDay", func(v value.Value) value.Value { return datePart(clock(v), "TimeOfDay") })
	b.Get("datetime DateTime", clock)
	b.Get("datetime UtcDateTime", func(v value.Value) value.Value { return dotnet.DateValue(offset(v).UTC()) })
	b.Get("datetime LocalDateTime", func(v value.Value) value.Value { return dotnet.DateValue(offset(v).UTC().ToLocal()) })
	b.Get("timespan Offset", func(v value.Value) value.Value { return value.Span(offset(v).Offset) })
	b.Get("long Ticks", func(v value.Value) value.Value { return value.Long(offset(v).Ticks) })
	b.Get("long UtcTicks", func(v value.Value) value.Value { return value.Long(offset(v).UTC().Ticks) })
	loadOffsetMethods(b)
	loadOffsetArithmetic(b)
	loadOffsetStatics(b)
	loadOffsetParsing(b)
}

func datePart(d value.Value, name string) value.Value {
	m := dotnet.InstanceMember(value.TypeDateTime, value.Fold(name))
	v, _ := m.Get(nil, d)
	return v
}

func loadOffsetMethods(b dotnet.Rows) {
	for _, u := range spanUnits {
		b.Method("System.DateTimeOffset Add"+u.one+"(double value)", func(c *value.Call) (value.Value, error) {
			at := offset(c.This)
			d, err := at.Clocked().AddUnits(dotnet.FloatArg(c, 0), u.ticks)
			return offsetValue(d.Ticks, at.Offset), dotnet.Error(err)
		})
	}
	b.Method("System.DateTimeOffset AddMonths(int months)", func(c *value.Call) (value.Value, error) {
		at := offset(c.This)
		d, err := at.Clocked().AddMonths(dotnet.IntArg(c, 0))
		return offsetValue(d.Ticks, at.Offset), dotnet.Error(err)
	})
	b.Method("System.DateTimeOffset ToUniversalTime()", dotnet.Give(func(c *value.Call) value.Value { return offsetValue(offset(c.This).UTC().Ticks, 0) }))
	b.Method("System.DateTimeOffset ToLocalTime()", dotnet.Give(func(c *value.Call) value.Value {
		return value.Obj(DateTimeOffset{netfmt.OffsetOf(offset(c.This).UTC().ToLocal())})
	}))
	b.Method("System.DateTimeOffset ToOffset(timespan offset)", dotnet.Give(func(c *value.Call) value.Value {
		off := c.Args[0].Ticks()
		return offsetValue(offset(c.This).UTC().Ticks+off, off)
	}))
	b.Method("long ToUnixTimeSeconds()", dotnet.Give(func(c *value.Call) value.Value {
		return value.Long((offset(c.This).UTC().Ticks - dotnet.UnixEpoch) / dotnet.TicksPerSecond)
	}))
	b.Method("long ToUnixTimeMilliseconds()", dotnet.Give(func(c *value.Call) value.Value {
		return value.Long((offset(c.This).UTC().Ticks - dotnet.UnixEpoch) / dotnet.TicksPerMillisecond)
	}))
	b.Method("timespan Subtract(System.DateTimeOffset value)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Span(offset(c.This).UTC().Ticks - offset(c.Args[0]).UTC().Ticks)
	}))
	b.Method("int CompareTo(System.DateTimeOffset other)", dotnet.Give(func(c *value.Call) value.Value {
		return dotnet.CompareInts(offset(c.This).UTC().Ticks, offset(c.Args[0]).UTC().Ticks)
	}))
	dotnet.Formattable(b, "formatProvider")
}

func loadOffsetStatics(b dotnet.Rows) {
	unix := func(unit int64) dotnet.Body {
		return dotnet.Give(func(c *value.Call) value.Value { return offsetValue(dotnet.UnixEpoch+c.Args[0].Int64()*unit, 0) })
	}
	b.Static("System.DateTimeOffset FromUnixTimeSeconds(long seconds)", unix(dotnet.TicksPerSecond))
	b.Static("System.DateTimeOffset FromUnixTimeMilliseconds(long milliseconds)", unix(dotnet.TicksPerMillisecond))
	b.StaticGet("System.DateTimeOffset Now", func(env value.Env) value.Value {
		return value.Obj(DateTimeOffset{netfmt.OffsetOf(now(env).ToLocal())})
	})
	b.StaticGet("System.DateTimeOffset UtcNow", func(env value.Env) value.Value { return offsetValue(now(env).Ticks, 0) })
	b.Constant("System.DateTimeOffset UnixEpoch", offsetValue(dotnet.UnixEpoch, 0))
	b.Constant("System.DateTimeOffset MinValue", offsetValue(0, 0))
	b.Constant("System.DateTimeOffset MaxValue", offsetValue(netfmt.MaxTicks, 0))
	parse := func(c *value.Call) (value.Value, error) {
		d, err := netfmt.ParseDateTimeOffset(dotnet.TextArg(c, 0), netfmt.EnUS, 0)
		return value.Obj(DateTimeOffset{d}), dotnet.Error(err)
	}
	b.Static("System.DateTimeOffset Parse(string input)", parse)
	b.Static("System.DateTimeOffset Parse(string input, System.IFormatProvider formatProvider)", parse)
	b.Static("bool TryParse(string input, out System.DateTimeOffset result)", func(c *value.Call) (value.Value, error) {
		v, err := parse(c)
		return value.Bool(err == nil), dotnet.SetOut(c, 1, v)
	})
	b.Constructor("(datetime dateTime)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Obj(DateTimeOffset{netfmt.OffsetOf(dotnet.NetDate(c.Args[0]))})
	}))
	b.Constructor("(datetime dateTime, timespan offset)", dotnet.Give(func(c *value.Call) value.Value {
		return offsetValue(dotnet.NetDate(c.Args[0]).Ticks, c.Args[1].Ticks())
	}))
	b.Constructor("(int year, int month, int day, int hour, int minute, int second, timespan offset)", func(c *value.Call) (value.Value, error) {
		d, err := dateOfParts(c.Args[:6])
		if err != nil {
			return value.Null, err
		}
		return offsetValue(dotnet.NetDate(d).Ticks, c.Args[6].Ticks()), nil
	})
}
