package dates

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

func now(env value.Env) netfmt.DateTime {
	return netfmt.DateTime{Ticks: env.NowTicks(), Kind: netfmt.UTC}
}

func loadDateStatics(b dotnet.Rows) {
	b.Constant("datetime MinValue", value.Date(0, 0))
	b.Constant("datetime MaxValue", value.Date(netfmt.MaxTicks, 0))
	b.Constant("datetime UnixEpoch", value.Date(dotnet.UnixEpoch, uint8(netfmt.UTC)))
	b.StaticGet("datetime Now", func(env value.Env) value.Value { return dotnet.DateValue(now(env).ToLocal()) })
	b.StaticGet("datetime UtcNow", func(env value.Env) value.Value { return dotnet.DateValue(now(env)) })
	b.StaticGet("datetime Today", func(env value.Env) value.Value {
		d := now(env).ToLocal()
		d.Ticks -= d.Ticks % netfmt.TicksPerDay
		return dotnet.DateValue(d)
	})
	b.Static("int Compare(datetime t1, datetime t2)", dotnet.Give(func(c *value.Call) value.Value {
		return dotnet.CompareInts(dotnet.NetDate(c.Args[0]).Ticks, dotnet.NetDate(c.Args[1]).Ticks)
	}))
	b.Static("int DaysInMonth(int year, int month)", func(c *value.Call) (value.Value, error) {
		n, err := netfmt.DaysInMonth(dotnet.IntArg(c, 0), dotnet.IntArg(c, 1))
		return value.Int(n), dotnet.Error(err)
	})
	b.Static("bool IsLeapYear(int year)", func(c *value.Call) (value.Value, error) {
		leap, err := netfmt.IsLeapYear(dotnet.IntArg(c, 0))
		return value.Bool(leap), dotnet.Error(err)
	})
	b.Static("datetime SpecifyKind(datetime value, System.DateTimeKind kind)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Date(dotnet.NetDate(c.Args[0]).Ticks, uint8(c.Args[1].Int64()))
	}))
	b.Static("datetime FromFileTimeUtc(long fileTime)", fromFileTime(false))
	b.Static("datetime FromFileTime(long fileTime)", fromFileTime(true))
	b.Static("datetime FromBinary(long dateData)", dotnet.Give(func(c *value.Call) value.Value {
		n := uint64(c.Args[0].Int64())
		return value.Date(int64(n&^(3<<62)), uint8(n>>62))
	}))
	b.Static("datetime FromOADate(double d)", fromOADate)
	loadDateParsing(b)
}

func fromFileTime(local bool) dotnet.Body {
	return func(c *value.Call) (value.Value, error) {
		n := c.Args[0].Int64()
		if n < 0 || n > netfmt.MaxTicks-dotnet.FileEpoch {
			return value.Null, dotnet.ThrowParam(dotnet.ExArgumentRange, "fileTime", "Not a valid Win32 FileTime.")
		}
		d := netfmt.DateTime{Ticks: n + dotnet.FileEpoch, Kind: netfmt.UTC}
		if local {
			d = d.ToLocal()
		}
		return dotnet.DateValue(d), nil
	}
}

func loadDateConstructors(b dotnet.Rows) {
	b.Static("bool Equals(datetime t1, datetime t2)", dotnet.Give(func(c *value.Call) value.Value { return value.Bool(dotnet.SameValue(c.Args[0], c.Args[1])) }))
	build := func(c *value.Call) (value.Value, error) { return dateOfParts(c.Args) }
	const date, clock = "int year, int month, int day", ", int hour, int minute, int second"
	b.Constructor("(long ticks)", dateOfTicks)
	b.Constructor("(long ticks, System.DateTimeKind kind)", dateOfTicks)
	b.Constructor("("+date+")", build)
	b.Constructor("("+date+clock+")", build)
	b.Constructor("("+date+clock+", System.DateTimeKind kind)", build)
	b.Constructor("("+date+clock+", int millisecond)", build)
	b.Constructor("("+date+clock+", int millisecond, System.DateTimeKind kind)", build)
	b.Constructor("("+date+clock+", int millisecond, int microsecond)", build)
	b.Constructor("("+date+clock+", int millisecond, int microsecond, System.DateTimeKind kind)", build)
}

func dateOfTicks(c *value.Call) (value.Value, error) {
	ticks, kind := c.Args[0].Int64(), uint8(0)
	if len(c.Args) > 1 {
		kind = uint8(c.Args[1].Int64())
	}
	if ticks < 0 || ticks > netfmt.MaxTicks {
		return value.Null, dotnet.ThrowParam(dotnet.ExArgumentRange, "ticks", "Ticks must be between DateTime.MinValue.Ticks and DateTime.MaxValue.Ticks.")
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
		return value.Null, dotnet.Error(err)
	}
	if parts[6] < 0 || parts[6] > 999 {
		return value.Null, dotnet.ThrowParam(dotnet.ExArgumentRange, "millisecond", "Valid values are between 0 and 999, inclusive.")
	}
	return value.Date(d.Ticks+int64(parts[6])*dotnet.TicksPerMillisecond+int64(parts[7])*dotnet.TicksPerMicrosecond, kind), nil
}
