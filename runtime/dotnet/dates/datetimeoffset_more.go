package dates

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// loadOffsetArithmetic adds sums and comparisons of DateTimeOffset.
func loadOffsetArithmetic(b dotnet.Rows) {
	utc := func(v value.Value) int64 { return offset(v).UTC().Ticks }
	shifted := func(c *value.Call, by int64) (value.Value, error) {
		at := offset(c.This)
		if sum, ok := addTicks(at.Ticks, by); ok && sum >= 0 && sum <= netfmt.MaxTicks {
			return offsetValue(sum, at.Offset), nil
		}
		return value.Null, dotnet.ThrowParam(dotnet.ExArgumentRange, "value", "The added or subtracted value results in an un-representable DateTime.")
	}
	b.Method("System.DateTimeOffset Add(timespan timeSpan)", func(c *value.Call) (value.Value, error) { return shifted(c, c.Args[0].Ticks()) })
	b.Method("System.DateTimeOffset Subtract(timespan value)", func(c *value.Call) (value.Value, error) { return shifted(c, -c.Args[0].Ticks()) })
	b.Method("System.DateTimeOffset AddTicks(long ticks)", func(c *value.Call) (value.Value, error) { return shifted(c, c.Args[0].Int64()) })
	b.Method("System.DateTimeOffset AddYears(int years)", func(c *value.Call) (value.Value, error) {
		at := offset(c.This)
		d, err := at.Clocked().AddMonths(12 * dotnet.IntArg(c, 0))
		return offsetValue(d.Ticks, at.Offset), dotnet.Error(err)
	})
	b.Method("bool Equals(System.DateTimeOffset other)", dotnet.Give(func(c *value.Call) value.Value { return value.Bool(utc(c.This) == utc(c.Args[0])) }))
	b.Method("bool EqualsExact(System.DateTimeOffset other)", dotnet.Give(func(c *value.Call) value.Value { return value.Bool(offset(c.This) == offset(c.Args[0])) }))
	b.Method("long ToFileTime()", dotnet.Give(func(c *value.Call) value.Value { return value.Long(utc(c.This) - dotnet.FileEpoch) }))
	b.Static("System.DateTimeOffset FromFileTime(long fileTime)", dotnet.Give(func(c *value.Call) value.Value { return offsetValue(c.Args[0].Int64()+dotnet.FileEpoch, 0) }))
	b.Static("int Compare(System.DateTimeOffset first, System.DateTimeOffset second)", dotnet.Give(func(c *value.Call) value.Value {
		return dotnet.CompareInts(utc(c.Args[0]), utc(c.Args[1]))
	}))
	b.Static("bool Equals(System.DateTimeOffset first, System.DateTimeOffset second)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Bool(utc(c.Args[0]) == utc(c.Args[1]))
	}))
	b.Get("int Microsecond", func(v value.Value) value.Value { return value.Int(int(offset(v).Ticks / 10 % 1000)) })
	b.Get("int Nanosecond", func(v value.Value) value.Value { return value.Int(int(offset(v).Ticks%10) * 100) })
	b.Get("int TotalOffsetMinutes", func(v value.Value) value.Value { return value.Int(int(offset(v).Offset / dotnet.TicksPerMinute)) })
	b.Constructor("(long ticks, timespan offset)", dotnet.Give(func(c *value.Call) value.Value { return offsetValue(c.Args[0].Int64(), c.Args[1].Ticks()) }))
	for _, parts := range [...]string{"int millisecond", "int millisecond, int microsecond"} {
		b.Constructor("(int year, int month, int day, int hour, int minute, int second, "+parts+", timespan offset)", func(c *value.Call) (value.Value, error) {
			last := len(c.Args) - 1
			d, err := dateOfParts(c.Args[:last])
			if err != nil {
				return value.Null, err
			}
			return offsetValue(dotnet.NetDate(d).Ticks, c.Args[last].Ticks()), nil
		})
	}
}

// loadOffsetParsing adds Parse with styles, and ParseExact.
func loadOffsetParsing(b dotnet.Rows) {
	const by, styles = ", System.IFormatProvider formatProvider", ", System.Globalization.DateTimeStyles styles"
	parse := func(c *value.Call) (value.Value, error) { return parseOffset(c.Args, 1, nil) }
	exact := func(c *value.Call) (value.Value, error) { return parseOffset(c.Args, 2, formatsOf(c.Args[1])) }
	try := func(f dotnet.Body) dotnet.Body {
		return func(c *value.Call) (value.Value, error) {
			v, err := f(c)
			if err != nil {
				v = value.Obj(DateTimeOffset{})
			}
			return value.Bool(err == nil), dotnet.SetOut(c, len(c.Args)-1, v)
		}
	}
	b.Static("System.DateTimeOffset Parse(string input"+by+styles+")", parse)
	b.Static("bool TryParse(string input"+by+", out System.DateTimeOffset result)", try(parse))
	b.Static("bool TryParse(string input"+by+styles+", out System.DateTimeOffset result)", try(parse))
	b.Static("System.DateTimeOffset ParseExact(string input, string format"+by+")", exact)
	for _, formats := range [...]string{", string format", ", string[] formats"} {
		b.Static("System.DateTimeOffset ParseExact(string input"+formats+by+styles+")", exact)
		b.Static("bool TryParseExact(string input"+formats+by+styles+", out System.DateTimeOffset result)", try(exact))
	}
}

func formatsOf(v value.Value) []string {
	if v.Kind() == value.KindString {
		return []string{v.Text()}
	}
	var out []string
	for _, f := range dotnet.ItemsOf(v) {
		out = append(out, f.Text())
	}
	return out
}

// parseOffset reads text, then from position next on a provider and styles.
func parseOffset(args []value.Value, next int, formats []string) (value.Value, error) {
	by, styles := netfmt.EnUS, netfmt.DateStyles(0)
	for _, a := range args[min(next, len(args)):] {
		if a.Kind() == value.KindEnum {
			styles = dateStyles(a)
		} else if c := dotnet.FormatOf(a); c != nil {
			by = c
		}
	}
	var d netfmt.DateTimeOffset
	var err error
	if formats == nil {
		d, err = netfmt.ParseDateTimeOffset(args[0].Text(), by, styles)
	} else {
		d, err = netfmt.ParseDateTimeOffsetExact(args[0].Text(), formats, by, styles)
	}
	return value.Obj(DateTimeOffset{d}), dotnet.Error(err)
}
