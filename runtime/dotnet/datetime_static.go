package dotnet

import (
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

func now(env value.Env) netfmt.DateTime {
	return netfmt.DateTime{Ticks: env.NowTicks(), Kind: netfmt.UTC}
}

func loadDateStatics(b table) {
	b.constant("datetime MinValue", value.Date(0, 0))
	b.constant("datetime MaxValue", value.Date(netfmt.MaxTicks, 0))
	b.constant("datetime UnixEpoch", value.Date(unixEpoch, uint8(netfmt.UTC)))
	b.staticGet("datetime Now", func(env value.Env) value.Value { return dateValue(now(env).ToLocal()) })
	b.staticGet("datetime UtcNow", func(env value.Env) value.Value { return dateValue(now(env)) })
	b.staticGet("datetime Today", func(env value.Env) value.Value {
		d := now(env).ToLocal()
		d.Ticks -= d.Ticks % netfmt.TicksPerDay
		return dateValue(d)
	})
	b.static("int Compare(datetime t1, datetime t2)", give(func(c *value.Call) value.Value {
		return compareInts(netDate(c.Args[0]).Ticks, netDate(c.Args[1]).Ticks)
	}))
	b.static("int DaysInMonth(int year, int month)", func(c *value.Call) (value.Value, error) {
		n, err := netfmt.DaysInMonth(number(c, 0), number(c, 1))
		return value.Int(n), dotnetError(err)
	})
	b.static("bool IsLeapYear(int year)", func(c *value.Call) (value.Value, error) {
		leap, err := netfmt.IsLeapYear(number(c, 0))
		return value.Bool(leap), dotnetError(err)
	})
	b.static("datetime SpecifyKind(datetime value, System.DateTimeKind kind)", give(func(c *value.Call) value.Value {
		return value.Date(netDate(c.Args[0]).Ticks, uint8(c.Args[1].Int64()))
	}))
	b.static("datetime FromFileTimeUtc(long fileTime)", fromFileTime(false))
	b.static("datetime FromFileTime(long fileTime)", fromFileTime(true))
	b.static("datetime FromBinary(long dateData)", give(func(c *value.Call) value.Value {
		n := uint64(c.Args[0].Int64())
		return value.Date(int64(n&^(3<<62)), uint8(n>>62))
	}))
	b.static("datetime FromOADate(double d)", give(func(c *value.Call) value.Value {
		millis := int64(float(c, 0)*86400000 + 0.5)
		return value.Date(oaEpoch+millis*ticksPerMillisecond, 0)
	}))
	loadDateParsing(b)
}

func fromFileTime(local bool) body {
	return func(c *value.Call) (value.Value, error) {
		n := c.Args[0].Int64()
		if n < 0 || n > netfmt.MaxTicks-fileEpoch {
			return value.Null, throwParam(exArgumentRange, "fileTime", "Not a valid Win32 FileTime.")
		}
		d := netfmt.DateTime{Ticks: n + fileEpoch, Kind: netfmt.UTC}
		if local {
			d = d.ToLocal()
		}
		return dateValue(d), nil
	}
}

func loadDateConstructors(b table) {
	build := func(c *value.Call) (value.Value, error) { return dateOfParts(c.Args) }
	const date, clock = "int year, int month, int day", ", int hour, int minute, int second"
	b.constructor("(long ticks)", dateOfTicks)
	b.constructor("(long ticks, System.DateTimeKind kind)", dateOfTicks)
	b.constructor("("+date+")", build)
	b.constructor("("+date+clock+")", build)
	b.constructor("("+date+clock+", System.DateTimeKind kind)", build)
	b.constructor("("+date+clock+", int millisecond)", build)
	b.constructor("("+date+clock+", int millisecond, System.DateTimeKind kind)", build)
	b.constructor("("+date+clock+", int millisecond, int microsecond)", build)
}

func dateOfTicks(c *value.Call) (value.Value, error) {
	ticks, kind := c.Args[0].Int64(), uint8(0)
	if len(c.Args) > 1 {
		kind = uint8(c.Args[1].Int64())
	}
	if ticks < 0 || ticks > netfmt.MaxTicks {
		return value.Null, throwParam(exArgumentRange, "ticks", "Ticks must be between DateTime.MinValue.Ticks and DateTime.MaxValue.Ticks.")
	}
	return value.Date(ticks, kind), nil
}

// dateOfParts reads year, month, day, hour, minute, second, millisecond,
// microsecond and, as an enum, the kind.
func dateOfParts(args []value.Value) (value.Value, error) {
	var kind uint8
	if n := len(args); args[n-1].Kind() == value.KindEnum {
		kind, args = uint8(args[n-1].Int64()), args[:n-1]
	}
	var parts [8]int
	for i, v := range args {
		parts[i] = int(v.Int64())
	}
	d, err := netfmt.NewDateTime(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5])
	if err != nil {
		return value.Null, dotnetError(err)
	}
	if parts[6] < 0 || parts[6] > 999 {
		return value.Null, throwParam(exArgumentRange, "millisecond", "Valid values are between 0 and 999, inclusive.")
	}
	return value.Date(d.Ticks+int64(parts[6])*ticksPerMillisecond+int64(parts[7])*ticksPerMicrosecond, kind), nil
}
