package dates

import (
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/dotnet/text"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

var (
	typeCulture   = &value.Type{Name: "CultureInfo", FullName: "System.Globalization.CultureInfo", Kind: value.KindObject, Base: value.TypeObject, Interfaces: []*value.Type{value.TypeIFormatProvider}}
	typeDateInfo  = &value.Type{Name: "DateTimeFormatInfo", FullName: "System.Globalization.DateTimeFormatInfo", Kind: value.KindObject, Base: value.TypeObject, Interfaces: []*value.Type{value.TypeIFormatProvider}}
	typeNumInfo   = &value.Type{Name: "NumberFormatInfo", FullName: "System.Globalization.NumberFormatInfo", Kind: value.KindObject, Base: value.TypeObject, Interfaces: []*value.Type{value.TypeIFormatProvider}}
	typeTextInfo  = &value.Type{Name: "TextInfo", FullName: "System.Globalization.TextInfo", Kind: value.KindObject, Base: value.TypeObject}
	typeCalendar  = &value.Type{Name: "GregorianCalendar", FullName: "System.Globalization.GregorianCalendar", Kind: value.KindObject, Base: value.TypeObject}
	cultureNames  = map[string]string{"": "Invariant Language (Invariant Country)", "en-US": "English (United States)", "en-GB": "English (United Kingdom)", "de-DE": "German (Germany)", "fr-FR": "French (France)"}
	cultureNumber = map[string]int{"": 127, "en-US": 1033, "en-GB": 2057, "de-DE": 1031, "fr-FR": 1036}
)

// CultureOf returns the culture of that name. Cultures whose formats are not
// known format as the invariant one does.
func CultureOf(name string) *dotnet.Culture {
	if strings.EqualFold(name, "en") {
		name = "en-US"
	}
	if known, ok := netfmt.CultureByName(name); ok {
		return &dotnet.Culture{T: typeCulture, Name: known.Name, Format: known}
	}
	for known := range cultureNames {
		if strings.EqualFold(known, name) {
			name = known
		}
	}
	return &dotnet.Culture{T: typeCulture, Name: name, Format: netfmt.Invariant}
}

func loadCulture(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	info := dotnet.Of[*dotnet.Culture]
	b.Get("string Name", func(v value.Value) value.Value { return value.Str(info(v).Name) })
	display := func(v value.Value) value.Value {
		if s, ok := cultureNames[info(v).Name]; ok {
			return value.Str(s)
		}
		return value.Str(info(v).Name)
	}
	b.Get("string DisplayName", display)
	b.Get("string EnglishName", display)
	b.Get("string NativeName", display)
	b.Get("int LCID", func(v value.Value) value.Value { return value.Int(cultureNumber[info(v).Name]) })
	b.Get("int KeyboardLayoutId", func(v value.Value) value.Value { return value.Int(cultureNumber[info(v).Name]) })
	b.Get("string IetfLanguageTag", func(v value.Value) value.Value { return value.Str(info(v).Name) })
	b.Get("string TwoLetterISOLanguageName", func(v value.Value) value.Value {
		language, _, _ := strings.Cut(info(v).Name, "-")
		if language == "" {
			language = "iv"
		}
		return value.Str(language)
	})
	part := func(t *value.Type) func(value.Value) value.Value {
		return func(v value.Value) value.Value {
			return value.Obj(&dotnet.Culture{T: t, Name: info(v).Name, Format: info(v).Format})
		}
	}
	formatPart(b, "System.Globalization.DateTimeFormatInfo DateTimeFormat", part(typeDateInfo))
	formatPart(b, "System.Globalization.NumberFormatInfo NumberFormat", part(typeNumInfo))
	b.Get("System.Globalization.TextInfo TextInfo", part(typeTextInfo))
	b.Get("System.Globalization.Calendar Calendar", part(typeCalendar))
	b.Get("bool IsNeutralCulture", func(v value.Value) value.Value { return value.Bool(!strings.Contains(info(v).Name, "-")) })
	b.Method("string ToString()", dotnet.Give(func(c *value.Call) value.Value { return value.Str(info(c.This).Name) }))
	b.Constant("cultureinfo InvariantCulture", value.Obj(CultureOf("")))
	b.Constant("cultureinfo InstalledUICulture", value.Obj(CultureOf("en-US")))
	for _, name := range [...]string{"CurrentCulture", "CurrentUICulture"} {
		b.Table.AddStatic(&value.Member{Name: name, Kind: value.Property, Type: "cultureinfo", Set: setCurrent(name),
			Get: func(value.Env, value.Value) (value.Value, error) { return value.Obj(CultureOf("en-US")), nil }})
	}
	for _, name := range []string{"GetCultureInfo", "CreateSpecificCulture"} {
		b.Static("cultureinfo "+name+"(string name)", dotnet.Give(func(c *value.Call) value.Value { return value.Obj(CultureOf(dotnet.TextArg(c, 0))) }))
	}
	b.Constructor("(string name)", dotnet.Give(func(c *value.Call) value.Value { return value.Obj(CultureOf(dotnet.TextArg(c, 0))) }))
	b.Constructor("(int culture)", dotnet.Give(numberedCulture))
	loadCultureMore(b)
}

// setCurrent admits the culture that is current anyway: everything is formatted
// and said as in en-US.
func setCurrent(property string) func(value.Env, value.Value, value.Value) error {
	return func(_ value.Env, _, to value.Value) error {
		c, ok := value.As[*dotnet.Culture](to)
		switch {
		case !ok:
			return dotnet.ErrNullArgument("value")
		case c.Name == "en-US":
			return nil
		}
		return dotnet.Throw("System.PlatformNotSupportedException", "exolab formats as en-US; %s cannot be '%s'. Name the culture where a text is made of a value.", property, c.Name)
	}
}

// formatPart adds the formats of a culture, which stay what they are: the
// cultures here are read-only.
func formatPart(b dotnet.Rows, sig string, get func(value.Value) value.Value) {
	b.Property(sig, func(_ value.Env, v value.Value) (value.Value, error) { return get(v), nil },
		func(value.Env, value.Value, value.Value) error {
			return dotnet.Throw(dotnet.ExInvalidOperation, "Instance is read-only.")
		})
}

func loadDateInfo(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	pattern := func(name string, f func(c *netfmt.Culture) string) {
		b.Get("string "+name, func(v value.Value) value.Value { return value.Str(f(dotnet.Of[*dotnet.Culture](v).Format)) })
	}
	pattern("ShortDatePattern", func(c *netfmt.Culture) string { return c.ShortDate })
	pattern("LongDatePattern", func(c *netfmt.Culture) string { return c.LongDate })
	pattern("ShortTimePattern", func(c *netfmt.Culture) string { return c.ShortTime })
	pattern("LongTimePattern", func(c *netfmt.Culture) string { return c.LongTime })
	pattern("DateSeparator", func(c *netfmt.Culture) string { return c.DateSeparator })
	pattern("TimeSeparator", func(c *netfmt.Culture) string { return c.TimeSeparator })
	pattern("AMDesignator", func(c *netfmt.Culture) string { return c.AM })
	pattern("PMDesignator", func(c *netfmt.Culture) string { return c.PM })
	list := func(name string, f func(c *netfmt.Culture) []string) {
		b.Get("string[] "+name, func(v value.Value) value.Value { return value.Strings(f(dotnet.Of[*dotnet.Culture](v).Format)...) })
	}
	list("DayNames", func(c *netfmt.Culture) []string { return c.Days[:] })
	list("AbbreviatedDayNames", func(c *netfmt.Culture) []string { return c.DaysShort[:] })
	list("MonthNames", func(c *netfmt.Culture) []string { return append(c.Months[:12:12], "") })
	list("AbbreviatedMonthNames", func(c *netfmt.Culture) []string { return append(c.MonthsShort[:12:12], "") })
	b.Get("System.DayOfWeek FirstDayOfWeek", func(value.Value) value.Value { return value.Enum(dotnet.MustType("System.DayOfWeek"), 0) })
	name := func(f func(c *netfmt.Culture) []string, base int, message string) dotnet.Body {
		return func(c *value.Call) (value.Value, error) {
			names := f(dotnet.Of[*dotnet.Culture](c.This).Format)
			i := int(c.Args[0].Int64()) - base
			if i < 0 || i >= len(names) {
				return value.Null, dotnet.ThrowParam(dotnet.ExArgumentRange, message, "Valid values are between %d and %d, inclusive.", base, base+len(names)-1)
			}
			return value.Str(names[i]), nil
		}
	}
	b.Method("string GetMonthName(int month)", name(func(c *netfmt.Culture) []string { return c.Months[:] }, 1, "month"))
	b.Method("string GetAbbreviatedMonthName(int month)", name(func(c *netfmt.Culture) []string { return c.MonthsShort[:] }, 1, "month"))
	b.Method("string GetDayName(System.DayOfWeek dayofweek)", name(func(c *netfmt.Culture) []string { return c.Days[:] }, 0, "dayofweek"))
	b.Method("string GetAbbreviatedDayName(System.DayOfWeek dayofweek)", name(func(c *netfmt.Culture) []string { return c.DaysShort[:] }, 0, "dayofweek"))
	cultureStatics(b, typeDateInfo)
}

func cultureStatics(b dotnet.Rows, t *value.Type) {
	b.StaticGet(t.FullName+" InvariantInfo", func(value.Env) value.Value { return value.Obj(&dotnet.Culture{T: t, Format: netfmt.Invariant}) })
	b.StaticGet(t.FullName+" CurrentInfo", func(value.Env) value.Value {
		return value.Obj(&dotnet.Culture{T: t, Name: "en-US", Format: netfmt.EnUS})
	})
}

func loadNumInfo(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	for name, f := range map[string]func(c *netfmt.Culture) string{
		"NumberDecimalSeparator": func(c *netfmt.Culture) string { return c.DecimalSeparator }, "NumberGroupSeparator": func(c *netfmt.Culture) string { return c.GroupSeparator },
		"CurrencySymbol": func(c *netfmt.Culture) string { return c.CurrencySymbol }, "PercentSymbol": func(c *netfmt.Culture) string { return c.PercentSymbol },
		"NegativeSign": func(c *netfmt.Culture) string { return c.NegativeSign }, "PositiveSign": func(c *netfmt.Culture) string { return c.PositiveSign },
		"CurrencyDecimalSeparator": func(c *netfmt.Culture) string { return c.CurrencyDecimalSeparator }, "CurrencyGroupSeparator": func(c *netfmt.Culture) string { return c.CurrencyGroupSeparator },
	} {
		b.Get("string "+name, func(v value.Value) value.Value { return value.Str(f(dotnet.Of[*dotnet.Culture](v).Format)) })
	}
	b.Get("int NumberDecimalDigits", func(v value.Value) value.Value { return value.Int(dotnet.Of[*dotnet.Culture](v).Format.NumberDigits) })
	cultureStatics(b, typeNumInfo)
}

func loadTextInfo(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	b.Get("string CultureName", func(v value.Value) value.Value { return value.Str(dotnet.Of[*dotnet.Culture](v).Name) })
	b.Get("string ListSeparator", func(value.Value) value.Value { return value.Str(",") })
	b.Method("string ToTitleCase(string str)", dotnet.Give(func(c *value.Call) value.Value { return value.Str(text.TitleCase(dotnet.TextArg(c, 0))) }))
	b.Method("string ToUpper(string str)", dotnet.Give(func(c *value.Call) value.Value { return value.Str(dotnet.Upper(dotnet.TextArg(c, 0))) }))
	b.Method("string ToLower(string str)", dotnet.Give(func(c *value.Call) value.Value { return value.Str(dotnet.Lower(dotnet.TextArg(c, 0))) }))
}
