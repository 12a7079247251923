package dates

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// dateStyles reads a DateTimeStyles argument.
func dateStyles(v value.Value) netfmt.DateStyles { return netfmt.DateStyles(v.Int64()) }

func loadDateParsing(b dotnet.Rows) {
	parse := func(c *value.Call) (value.Value, error) { return parseDate(c.Args, len(c.Args)) }
	b.Static("datetime Parse(string s)", parse)
	b.Static("datetime Parse(string s, System.IFormatProvider provider)", parse)
	b.Static("datetime Parse(string s, System.IFormatProvider provider, System.Globalization.DateTimeStyles styles)", parse)
	try := func(f func(args []value.Value, n int) (value.Value, error)) dotnet.Body {
		return func(c *value.Call) (value.Value, error) {
			out := len(c.Args) - 1
			v, err := f(c.Args, out)
			if err != nil {
				v = value.Date(0, 0)
			}
			return value.Bool(err == nil), dotnet.SetOut(c, out, v)
		}
	}
	b.Static("bool TryParse(string s, out datetime result)", try(parseDate))
	b.Static("bool TryParse(string s, System.IFormatProvider provider, out datetime result)", try(parseDate))
	b.Static("bool TryParse(string s, System.IFormatProvider provider, System.Globalization.DateTimeStyles styles, out datetime result)", try(parseDate))
	exact := func(c *value.Call) (value.Value, error) { return parseDateExact(c.Args, len(c.Args)) }
	b.Static("datetime ParseExact(string s, string format, System.IFormatProvider provider)", exact)
	b.Static("datetime ParseExact(string s, string format, System.IFormatProvider provider, System.Globalization.DateTimeStyles style)", exact)
	b.Static("datetime ParseExact(string s, string[] formats, System.IFormatProvider provider, System.Globalization.DateTimeStyles style)", exact)
	b.Static("bool TryParseExact(string s, string format, System.IFormatProvider provider, System.Globalization.DateTimeStyles style, out datetime result)", try(parseDateExact))
	b.Static("bool TryParseExact(string s, string[] formats, System.IFormatProvider provider, System.Globalization.DateTimeStyles style, out datetime result)", try(parseDateExact))
}

// parseDate reads the first n arguments: text, provider, styles.
func parseDate(args []value.Value, n int) (value.Value, error) {
	var styles netfmt.DateStyles
	by := netfmt.EnUS
	if n > 1 {
		by = dotnet.FormatOf(args[1])
	}
	if n > 2 {
		styles = dateStyles(args[2])
	}
	return dateResult(netfmt.ParseDateTime(args[0].Text(), by, styles))
}

// parseDateExact reads text, format or formats, provider, styles.
func parseDateExact(args []value.Value, n int) (value.Value, error) {
	var styles netfmt.DateStyles
	if n > 3 {
		styles = dateStyles(args[3])
	}
	var formats []string
	for _, v := range dotnet.ItemsOf(args[1]) {
		formats = append(formats, v.Text())
	}
	return dateResult(netfmt.ParseDateTimeExact(args[0].Text(), formats, dotnet.FormatOf(args[2]), styles))
}
