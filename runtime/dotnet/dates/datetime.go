package dates

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// dateResult is dateValue for functions that may fail.
func dateResult(d netfmt.DateTime, err error) (value.Value, error) {
	if err != nil {
		return value.Null, dotnet.Error(err)
	}
	return dotnet.DateValue(d), nil
}

func loadDateTime(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	b.Get("datetime Date", func(v value.Value) value.Value {
		d := dotnet.NetDate(v)
		d.Ticks -= d.Ticks % netfmt.TicksPerDay
		return dotnet.DateValue(d)
	})
	part := func(name string, f func(d netfmt.DateTime) int) {
		b.Get("int "+name, func(v value.Value) value.Value { return value.Int(f(dotnet.NetDate(v))) })
	}
	part("Day", func(d netfmt.DateTime) int { _, _, day := d.Date(); return day })
	b.Get("System.DayOfWeek DayOfWeek", func(v value.Value) value.Value {
		return value.Enum(dotnet.MustType("System.DayOfWeek"), int64(dotnet.NetDate(v).DayOfWeek()))
	})
	part("DayOfYear", netfmt.DateTime.DayOfYear)
	part("Hour", func(d netfmt.DateTime) int { h, _, _, _ := d.Clock(); return h })
	b.Get("System.DateTimeKind Kind", func(v value.Value) value.Value {
		return value.Enum(dotnet.MustType("System.DateTimeKind"), int64(dotnet.NetDate(v).Kind))
	})
	part("Millisecond", func(d netfmt.DateTime) int { return int(d.Ticks / dotnet.TicksPerMillisecond % 1000) })
	part("Microsecond", func(d netfmt.DateTime) int { return int(d.Ticks / dotnet.TicksPerMicrosecond % 1000) })
	part("Nanosecond", func(d netfmt.DateTime) int { return int(d.Ticks%10) * 100 })
	part("Minute", func(d netfmt.DateTime) int { _, m, _, _ := d.Clock(); return m })
	part("Month", func(d netfmt.DateTime) int { _, month, _ := d.Date(); return month })
	part("Second", func(d netfmt.DateTime) int { _, _, s, _ := d.Clock(); return s })
	b.Get("long Ticks", func(v value.Value) value.Value { return value.Long(dotnet.NetDate(v).Ticks) })
	b.Get("timespan TimeOfDay", func(v value.Value) value.Value { return value.Span(dotnet.NetDate(v).Ticks % netfmt.TicksPerDay) })
	part("Year", func(d netfmt.DateTime) int { year, _, _ := d.Date(); return year })
	b.Script("System.Object DateTime", "System.Object DateTime {get=if ((& { Set-StrictMode -Version 1; $this.DisplayHint }) -ieq  \"Date\")\n                    {\n                        \"{0}\" -f $this.ToLongDateString()\n                    }\n                    elseif ((& { Set-StrictMode -Version 1; $this.DisplayHint }) -ieq \"Time\")\n                    {\n                        \"{0}\" -f  $this.ToLongTimeString()\n                    }\n                    else\n                    {\n                        \"{0} {1}\" -f $this.ToLongDateString(), $this.ToLongTimeString()\n                    };}", dateTimeText)
	loadDateArithmetic(b)
	loadDateText(b)
	loadDateStatics(b)
	loadDateConstructors(b)
}

// dateTimeText is the DateTime property of the type data, which follows the
// display hint of Get-Date.
func dateTimeText(env value.Env, v value.Value) (value.Value, error) {
	d := dotnet.NetDate(value.Unwrap(v))
	long, _ := netfmt.FormatDateTime(d, "D", netfmt.EnUS)
	clock, _ := netfmt.FormatDateTime(d, "T", netfmt.EnUS)
	if m := dotnet.Attached(v, "displayhint"); m != nil {
		switch hint := dotnet.ToText(env, m.Value); hint {
		case "Date":
			return value.Str(long), nil
		case "Time":
			return value.Str(clock), nil
		}
	}
	return value.Str(long + " " + clock), nil
}

func loadDateArithmetic(b dotnet.Rows) {
	add := func(name string, unit int64) {
		b.Method("datetime Add"+name+"(double value)", func(c *value.Call) (value.Value, error) {
			return dateResult(dotnet.NetDate(c.This).AddUnits(dotnet.FloatArg(c, 0), unit))
		})
	}
	b.Method("datetime Add(timespan value)", func(c *value.Call) (value.Value, error) {
		return dateResult(dotnet.NetDate(c.This).AddTicks(c.Args[0].Ticks()))
	})
	for _, u := range spanUnits {
		add(u.one, u.ticks)
	}
	b.Method("datetime AddMonths(int months)", func(c *value.Call) (value.Value, error) {
		return dateResult(dotnet.NetDate(c.This).AddMonths(dotnet.IntArg(c, 0)))
	})
	b.Method("datetime AddTicks(long value)", func(c *value.Call) (value.Value, error) {
		return dateResult(dotnet.NetDate(c.This).AddTicks(c.Args[0].Int64()))
	})
	b.Method("datetime AddYears(int value)", func(c *value.Call) (value.Value, error) {
		return dateResult(dotnet.NetDate(c.This).AddYears(dotnet.IntArg(c, 0)))
	})
	b.Method("timespan Subtract(datetime value)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Span(dotnet.NetDate(c.This).Ticks - dotnet.NetDate(c.Args[0]).Ticks)
	}))
	b.Method("datetime Subtract(timespan value)", func(c *value.Call) (value.Value, error) {
		return dateResult(dotnet.NetDate(c.This).AddTicks(-c.Args[0].Ticks()))
	})
	b.Method("int CompareTo(System.Object value)", func(c *value.Call) (value.Value, error) {
		if c.Args[0].IsNull() {
			return value.Int(1), nil
		}
		if c.Args[0].Kind() != value.KindDateTime {
			return value.Null, dotnet.Throw(dotnet.ExArgument, "Object must be of type DateTime.")
		}
		return dotnet.CompareInts(dotnet.NetDate(c.This).Ticks, dotnet.NetDate(c.Args[0]).Ticks), nil
	})
	b.Method("int CompareTo(datetime value)", dotnet.Give(func(c *value.Call) value.Value {
		return dotnet.CompareInts(dotnet.NetDate(c.This).Ticks, dotnet.NetDate(c.Args[0]).Ticks)
	}))
	b.Method("bool Equals(datetime value)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Bool(dotnet.NetDate(c.This).Ticks == dotnet.NetDate(c.Args[0]).Ticks)
	}))
	b.Method("datetime ToLocalTime()", dotnet.Give(func(c *value.Call) value.Value { return dotnet.DateValue(dotnet.NetDate(c.This).ToLocal()) }))
	b.Method("datetime ToUniversalTime()", dotnet.Give(func(c *value.Call) value.Value { return dotnet.DateValue(dotnet.NetDate(c.This).ToUniversal()) }))
	b.Method("bool IsDaylightSavingTime()", dotnet.Give(func(c *value.Call) value.Value { return value.Bool(dotnet.NetDate(c.This).Time().IsDST()) }))
}

func loadDateText(b dotnet.Rows) {
	for name, spec := range map[string]string{"ToLongDateString": "D", "ToLongTimeString": "T", "ToShortDateString": "d", "ToShortTimeString": "t"} {
		b.Method("string "+name+"()", func(c *value.Call) (value.Value, error) {
			s, err := netfmt.FormatDateTime(dotnet.NetDate(c.This), spec, netfmt.EnUS)
			return value.Str(s), dotnet.Error(err)
		})
	}
	dotnet.Formattable(b, "provider")
	fileTime := func(c *value.Call) (value.Value, error) {
		n, err := dotnet.NetDate(c.This).ToFileTime()
		return value.Long(n), dotnet.Error(err)
	}
	b.Method("long ToFileTime()", fileTime)
	b.Method("long ToFileTimeUtc()", func(c *value.Call) (value.Value, error) {
		d := dotnet.NetDate(c.This)
		if d.Kind == netfmt.Unspecified {
			d.Kind = netfmt.UTC
		}
		n, err := d.ToFileTime()
		return value.Long(n), dotnet.Error(err)
	})
	b.Method("long ToBinary()", dotnet.Give(func(c *value.Call) value.Value {
		d := dotnet.NetDate(c.This)
		return value.Long(d.Ticks | int64(d.Kind)<<62)
	}))
	b.Method("double ToOADate()", toOADate)
	for _, params := range [...]string{"", "char format", "System.IFormatProvider provider", "char format, System.IFormatProvider provider"} {
		b.Method("string[] GetDateTimeFormats("+params+")", dateFormats)
	}
	b.Method("System.TypeCode GetTypeCode()", dotnet.Give(func(c *value.Call) value.Value { return dotnet.TypeCodeOf(c.This) }))
}

// dateFormats lists what the standard formats make of a date, or the one that is
// given, in a culture.
func dateFormats(c *value.Call) (value.Value, error) {
	specs, culture := []string{"d", "D", "f", "F", "g", "G", "m", "o", "r", "s", "t", "T", "u", "U", "y"}, netfmt.EnUS
	for _, arg := range c.Args {
		if arg.Kind() == value.KindChar {
			specs = []string{dotnet.ToText(nil, arg)}
		} else {
			culture = dotnet.FormatOf(arg)
		}
	}
	var out []string
	for _, spec := range specs {
		s, err := netfmt.FormatDateTime(dotnet.NetDate(c.This), spec, culture)
		if err != nil && len(specs) == 1 {
			return value.Null, dotnet.Error(err)
		}
		if err == nil {
			out = append(out, s)
		}
	}
	return value.Strings(out...), nil
}
