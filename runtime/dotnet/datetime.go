package dotnet

import (
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

func netDate(v value.Value) netfmt.DateTime {
	ticks, kind := v.DateTicks()
	return netfmt.DateTime{Ticks: ticks, Kind: netfmt.DateKind(kind)}
}

func dateValue(d netfmt.DateTime) value.Value { return value.Date(d.Ticks, uint8(d.Kind)) }

// dateResult is dateValue for functions that may fail.
func dateResult(d netfmt.DateTime, err error) (value.Value, error) {
	if err != nil {
		return value.Null, dotnetError(err)
	}
	return dateValue(d), nil
}

func loadDateTime(t *value.Type, m *value.Members) {
	b := table{t, m}
	b.get("datetime Date", func(v value.Value) value.Value {
		d := netDate(v)
		d.Ticks -= d.Ticks % netfmt.TicksPerDay
		return dateValue(d)
	})
	part := func(name string, f func(d netfmt.DateTime) int) {
		b.get("int "+name, func(v value.Value) value.Value { return value.Int(f(netDate(v))) })
	}
	part("Day", func(d netfmt.DateTime) int { _, _, day := d.Date(); return day })
	b.get("System.DayOfWeek DayOfWeek", func(v value.Value) value.Value {
		return value.Enum(mustType("System.DayOfWeek"), int64(netDate(v).DayOfWeek()))
	})
	part("DayOfYear", netfmt.DateTime.DayOfYear)
	part("Hour", func(d netfmt.DateTime) int { h, _, _, _ := d.Clock(); return h })
	b.get("System.DateTimeKind Kind", func(v value.Value) value.Value {
		return value.Enum(mustType("System.DateTimeKind"), int64(netDate(v).Kind))
	})
	part("Millisecond", func(d netfmt.DateTime) int { return int(d.Ticks / ticksPerMillisecond % 1000) })
	part("Microsecond", func(d netfmt.DateTime) int { return int(d.Ticks / ticksPerMicrosecond % 1000) })
	part("Nanosecond", func(d netfmt.DateTime) int { return int(d.Ticks%10) * 100 })
	part("Minute", func(d netfmt.DateTime) int { _, m, _, _ := d.Clock(); return m })
	part("Month", func(d netfmt.DateTime) int { _, month, _ := d.Date(); return month })
	part("Second", func(d netfmt.DateTime) int { _, _, s, _ := d.Clock(); return s })
	b.get("long Ticks", func(v value.Value) value.Value { return value.Long(netDate(v).Ticks) })
	b.get("timespan TimeOfDay", func(v value.Value) value.Value { return value.Span(netDate(v).Ticks % netfmt.TicksPerDay) })
	part("Year", func(d netfmt.DateTime) int { year, _, _ := d.Date(); return year })
	b.script("System.Object DateTime", "System.Object DateTime {get=if ((& { Set-StrictMode -Version 1; $this.DisplayHint }) -ieq  \"Date\")\n                    {\n                        \"{0}\" -f $this.ToLongDateString()\n                    }\n                    elseif ((& { Set-StrictMode -Version 1; $this.DisplayHint }) -ieq \"Time\")\n                    {\n                        \"{0}\" -f  $this.ToLongTimeString()\n                    }\n                    else\n                    {\n                        \"{0} {1}\" -f $this.ToLongDateString(), $this.ToLongTimeString()\n                    };}", dateTimeText)
	loadDateArithmetic(b)
	loadDateText(b)
	loadDateStatics(b)
	loadDateConstructors(b)
}

// dateTimeText is the DateTime property of the type data, which follows the
// display hint of Get-Date.
func dateTimeText(env value.Env, v value.Value) (value.Value, error) {
	d := netDate(value.Unwrap(v))
	long, _ := netfmt.FormatDateTime(d, "D", netfmt.EnUS)
	clock, _ := netfmt.FormatDateTime(d, "T", netfmt.EnUS)
	if m := attached(v, "displayhint"); m != nil {
		switch hint := toText(env, m.Value); hint {
		case "Date":
			return value.Str(long), nil
		case "Time":
			return value.Str(clock), nil
		}
	}
	return value.Str(long + " " + clock), nil
}

func loadDateArithmetic(b table) {
	add := func(name string, unit int64) {
		b.method("datetime Add"+name+"(double value)", func(c *value.Call) (value.Value, error) {
			return dateResult(netDate(c.This).AddUnits(float(c, 0), unit))
		})
	}
	b.method("datetime Add(timespan value)", func(c *value.Call) (value.Value, error) {
		return dateResult(netDate(c.This).AddTicks(c.Args[0].Ticks()))
	})
	for _, u := range spanUnits {
		add(u.one, u.ticks)
	}
	b.method("datetime AddMonths(int months)", func(c *value.Call) (value.Value, error) { return dateResult(netDate(c.This).AddMonths(number(c, 0))) })
	b.method("datetime AddTicks(long value)", func(c *value.Call) (value.Value, error) {
		return dateResult(netDate(c.This).AddTicks(c.Args[0].Int64()))
	})
	b.method("datetime AddYears(int value)", func(c *value.Call) (value.Value, error) { return dateResult(netDate(c.This).AddYears(number(c, 0))) })
	b.method("timespan Subtract(datetime value)", give(func(c *value.Call) value.Value {
		return value.Span(netDate(c.This).Ticks - netDate(c.Args[0]).Ticks)
	}))
	b.method("datetime Subtract(timespan value)", func(c *value.Call) (value.Value, error) {
		return dateResult(netDate(c.This).AddTicks(-c.Args[0].Ticks()))
	})
	b.method("int CompareTo(datetime value)", give(func(c *value.Call) value.Value {
		return compareInts(netDate(c.This).Ticks, netDate(c.Args[0]).Ticks)
	}))
	b.method("bool Equals(datetime value)", give(func(c *value.Call) value.Value {
		return value.Bool(netDate(c.This).Ticks == netDate(c.Args[0]).Ticks)
	}))
	b.method("datetime ToLocalTime()", give(func(c *value.Call) value.Value { return dateValue(netDate(c.This).ToLocal()) }))
	b.method("datetime ToUniversalTime()", give(func(c *value.Call) value.Value { return dateValue(netDate(c.This).ToUniversal()) }))
	b.method("bool IsDaylightSavingTime()", give(func(c *value.Call) value.Value { return value.Bool(netDate(c.This).Time().IsDST()) }))
}

func loadDateText(b table) {
	for name, spec := range map[string]string{"ToLongDateString": "D", "ToLongTimeString": "T", "ToShortDateString": "d", "ToShortTimeString": "t"} {
		b.method("string "+name+"()", func(c *value.Call) (value.Value, error) {
			s, err := netfmt.FormatDateTime(netDate(c.This), spec, netfmt.EnUS)
			return value.Str(s), dotnetError(err)
		})
	}
	formattable(b, "provider")
	fileTime := func(c *value.Call) (value.Value, error) {
		n, err := netDate(c.This).ToFileTime()
		return value.Long(n), dotnetError(err)
	}
	b.method("long ToFileTime()", fileTime)
	b.method("long ToFileTimeUtc()", fileTime)
	b.method("long ToBinary()", give(func(c *value.Call) value.Value {
		d := netDate(c.This)
		return value.Long(d.Ticks | int64(d.Kind)<<62)
	}))
	b.method("double ToOADate()", give(func(c *value.Call) value.Value {
		return value.Double(float64(netDate(c.This).Ticks-oaEpoch) / float64(netfmt.TicksPerDay))
	}))
	b.method("string[] GetDateTimeFormats()", give(func(c *value.Call) value.Value {
		var out []string
		for _, spec := range []string{"d", "D", "f", "F", "g", "G", "m", "o", "r", "s", "t", "T", "u", "U", "y"} {
			if s, err := netfmt.FormatDateTime(netDate(c.This), spec, netfmt.EnUS); err == nil {
				out = append(out, s)
			}
		}
		return value.Strings(out...)
	}))
	b.method("System.TypeCode GetTypeCode()", give(func(c *value.Call) value.Value { return typeCode(c.This) }))
}

// oaEpoch is the midnight of 1899-12-30 in ticks; fileEpoch that of 1601-01-01.
const (
	oaEpoch   = 599264352000000000
	fileEpoch = 504911232000000000
	unixEpoch = 621355968000000000
)
