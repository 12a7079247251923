package dotnet

import (
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

func offset(v value.Value) netfmt.DateTimeOffset { return of[DateTimeOffset](v).At }

func offsetValue(ticks, off int64) value.Value {
	return value.Obj(DateTimeOffset{netfmt.DateTimeOffset{Ticks: ticks, Offset: off}})
}

func loadDateTimeOffset(t *value.Type, m *value.Members) {
	b := table{t, m}
	clock := func(v value.Value) value.Value { return dateValue(offset(v).Clocked()) }
	for _, name := range []string{"Year", "Month", "Day", "Hour", "Minute", "Second", "Millisecond", "DayOfYear"} {
		b.get("int "+name, func(v value.Value) value.Value { return datePart(clock(v), name) })
	}
	b.get("System.DayOfWeek DayOfWeek", func(v value.Value) value.Value { return datePart(clock(v), "DayOfWeek") })
	b.get("datetime Date", func(v value.Value) value.Value { return datePart(clock(v), "Date") })
	b.get("timespan TimeOfDay", func(v value.Value) value.Value { return datePart(clock(v), "TimeOfDay") })
	b.get("datetime DateTime", clock)
	b.get("datetime UtcDateTime", func(v value.Value) value.Value { return dateValue(offset(v).UTC()) })
	b.get("datetime LocalDateTime", func(v value.Value) value.Value { return dateValue(offset(v).UTC().ToLocal()) })
	b.get("timespan Offset", func(v value.Value) value.Value { return value.Span(offset(v).Offset) })
	b.get("long Ticks", func(v value.Value) value.Value { return value.Long(offset(v).Ticks) })
	b.get("long UtcTicks", func(v value.Value) value.Value { return value.Long(offset(v).UTC().Ticks) })
	loadOffsetMethods(b)
	loadOffsetStatics(b)
}

func datePart(d value.Value, name string) value.Value {
	m := typeMember(value.TypeDateTime, value.Fold(name))
	v, _ := m.Get(nil, d)
	return v
}

func loadOffsetMethods(b table) {
	for _, u := range spanUnits {
		b.method("System.DateTimeOffset Add"+u.one+"(double value)", func(c *value.Call) (value.Value, error) {
			at := offset(c.This)
			d, err := at.Clocked().AddUnits(float(c, 0), u.ticks)
			return offsetValue(d.Ticks, at.Offset), dotnetError(err)
		})
	}
	b.method("System.DateTimeOffset AddMonths(int months)", func(c *value.Call) (value.Value, error) {
		at := offset(c.This)
		d, err := at.Clocked().AddMonths(number(c, 0))
		return offsetValue(d.Ticks, at.Offset), dotnetError(err)
	})
	b.method("System.DateTimeOffset ToUniversalTime()", give(func(c *value.Call) value.Value { return offsetValue(offset(c.This).UTC().Ticks, 0) }))
	b.method("System.DateTimeOffset ToLocalTime()", give(func(c *value.Call) value.Value {
		return value.Obj(DateTimeOffset{netfmt.OffsetOf(offset(c.This).UTC().ToLocal())})
	}))
	b.method("System.DateTimeOffset ToOffset(timespan offset)", give(func(c *value.Call) value.Value {
		off := c.Args[0].Ticks()
		return offsetValue(offset(c.This).UTC().Ticks+off, off)
	}))
	b.method("long ToUnixTimeSeconds()", give(func(c *value.Call) value.Value {
		return value.Long((offset(c.This).UTC().Ticks - unixEpoch) / ticksPerSecond)
	}))
	b.method("long ToUnixTimeMilliseconds()", give(func(c *value.Call) value.Value {
		return value.Long((offset(c.This).UTC().Ticks - unixEpoch) / ticksPerMillisecond)
	}))
	b.method("timespan Subtract(System.DateTimeOffset value)", give(func(c *value.Call) value.Value {
		return value.Span(offset(c.This).UTC().Ticks - offset(c.Args[0]).UTC().Ticks)
	}))
	b.method("int CompareTo(System.DateTimeOffset other)", give(func(c *value.Call) value.Value {
		return compareInts(offset(c.This).UTC().Ticks, offset(c.Args[0]).UTC().Ticks)
	}))
	formattable(b, "formatProvider")
}

func loadOffsetStatics(b table) {
	unix := func(unit int64) body {
		return give(func(c *value.Call) value.Value { return offsetValue(unixEpoch+c.Args[0].Int64()*unit, 0) })
	}
	b.static("System.DateTimeOffset FromUnixTimeSeconds(long seconds)", unix(ticksPerSecond))
	b.static("System.DateTimeOffset FromUnixTimeMilliseconds(long milliseconds)", unix(ticksPerMillisecond))
	b.staticGet("System.DateTimeOffset Now", func(env value.Env) value.Value {
		return value.Obj(DateTimeOffset{netfmt.OffsetOf(now(env).ToLocal())})
	})
	b.staticGet("System.DateTimeOffset UtcNow", func(env value.Env) value.Value { return offsetValue(now(env).Ticks, 0) })
	b.constant("System.DateTimeOffset UnixEpoch", offsetValue(unixEpoch, 0))
	b.constant("System.DateTimeOffset MinValue", offsetValue(0, 0))
	b.constant("System.DateTimeOffset MaxValue", offsetValue(netfmt.MaxTicks, 0))
	parse := func(c *value.Call) (value.Value, error) {
		d, err := netfmt.ParseDateTimeOffset(text(c, 0), netfmt.EnUS, 0)
		return value.Obj(DateTimeOffset{d}), dotnetError(err)
	}
	b.static("System.DateTimeOffset Parse(string input)", parse)
	b.static("System.DateTimeOffset Parse(string input, System.IFormatProvider formatProvider)", parse)
	b.static("bool TryParse(string input, out System.DateTimeOffset result)", func(c *value.Call) (value.Value, error) {
		v, err := parse(c)
		return value.Bool(err == nil), setOut(c, 1, v)
	})
	b.constructor("(datetime dateTime)", give(func(c *value.Call) value.Value { return value.Obj(DateTimeOffset{netfmt.OffsetOf(netDate(c.Args[0]))}) }))
	b.constructor("(datetime dateTime, timespan offset)", give(func(c *value.Call) value.Value { return offsetValue(netDate(c.Args[0]).Ticks, c.Args[1].Ticks()) }))
	b.constructor("(int year, int month, int day, int hour, int minute, int second, timespan offset)", func(c *value.Call) (value.Value, error) {
		d, err := dateOfParts(c.Args[:6])
		if err != nil {
			return value.Null, err
		}
		return offsetValue(netDate(d).Ticks, c.Args[6].Ticks()), nil
	})
}
