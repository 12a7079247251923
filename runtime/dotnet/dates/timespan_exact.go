package dates

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// spanExact reads a span in the first of the formats that fits.
func spanExact(c *value.Call) (value.Value, error) {
	negative := len(c.Args) > 3 && value.TypeOf(c.Args[3]).Enum != nil && c.Args[3].Int64() == 1
	if c.Args[0].IsNull() {
		return value.Null, dotnet.ErrNullArgument("input")
	}
	formats := []value.Value{c.Args[1]}
	many, isArray := value.As[*value.Array](c.Args[1])
	if isArray {
		formats = many.Items
	}
	var last error
	for _, f := range formats {
		ticks, err := netfmt.ParseTimeSpanExact(dotnet.TextArg(c, 0), f.Text(), dotnet.FormatOf(c.Args[2]), negative)
		if err == nil {
			return value.Span(ticks), nil
		}
		last = err
	}
	if isArray && len(formats) == 0 {
		return value.Null, dotnet.Throw(dotnet.ExFormat, "No format specifiers were provided.")
	}
	return value.Null, dotnet.Error(last)
}

// loadSpanExact adds ParseExact and TryParseExact.
func loadSpanExact(b dotnet.Rows) {
	for _, format := range [...]string{"string format", "string[] formats"} {
		for _, styles := range [...]string{"", ", System.Globalization.TimeSpanStyles styles"} {
			params := "string input, " + format + ", System.IFormatProvider formatProvider" + styles
			b.Static("timespan ParseExact("+params+")", spanExact)
			b.Static("bool TryParseExact("+params+", out timespan result)", func(c *value.Call) (value.Value, error) {
				v, err := spanExact(c)
				if err != nil {
					v = value.Span(0)
				}
				return value.Bool(err == nil), dotnet.SetOut(c, len(c.Args)-1, v)
			})
		}
	}
}
