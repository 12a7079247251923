package dotnet

import (
	"strings"

	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// Culture is a CultureInfo, or the NumberFormatInfo or DateTimeFormatInfo of one.
type Culture struct {
	value.Extended
	T      *value.Type
	Name   string
	Format *netfmt.Culture
}

var (
	typeCulture   = &value.Type{Name: "CultureInfo", FullName: "System.Globalization.CultureInfo", Kind: value.KindObject, Base: value.TypeObject, Interfaces: []*value.Type{typeIFormatProvider}}
	typeDateInfo  = &value.Type{Name: "DateTimeFormatInfo", FullName: "System.Globalization.DateTimeFormatInfo", Kind: value.KindObject, Base: value.TypeObject, Interfaces: []*value.Type{typeIFormatProvider}}
	typeNumInfo   = &value.Type{Name: "NumberFormatInfo", FullName: "System.Globalization.NumberFormatInfo", Kind: value.KindObject, Base: value.TypeObject, Interfaces: []*value.Type{typeIFormatProvider}}
	typeTextInfo  = &value.Type{Name: "TextInfo", FullName: "System.Globalization.TextInfo", Kind: value.KindObject, Base: value.TypeObject}
	typeCalendar  = &value.Type{Name: "GregorianCalendar", FullName: "System.Globalization.GregorianCalendar", Kind: value.KindObject, Base: value.TypeObject}
	cultureNames  = map[string]string{"": "Invariant Language (Invariant Country)", "en-US": "English (United States)", "en-GB": "English (United Kingdom)", "de-DE": "German (Germany)", "fr-FR": "French (France)"}
	cultureNumber = map[string]int{"": 127, "en-US": 1033, "en-GB": 2057, "de-DE": 1031, "fr-FR": 1036}
)

// PSType returns CultureInfo or the type of the part of one.
func (c *Culture) PSType() *value.Type { return c.T }

// HashKey makes equal cultures equal.
func (c *Culture) HashKey() any { return c.T.FullName + "|" + c.Name }

// CultureOf returns the culture of that name. Cultures whose formats are not
// known format as the invariant one does.
func CultureOf(name string) *Culture {
	if strings.EqualFold(name, "en") {
		name = "en-US"
	}
	if known, ok := netfmt.CultureByName(name); ok {
		return &Culture{T: typeCulture, Name: known.Name, Format: known}
	}
	for known := range cultureNames {
		if strings.EqualFold(known, name) {
			name = known
		}
	}
	return &Culture{T: typeCulture, Name: name, Format: netfmt.Invariant}
}

// culture is the culture of an IFormatProvider argument: en-US for $null.
func culture(provider value.Value) *netfmt.Culture {
	if c, ok := value.As[*Culture](provider); ok {
		return c.Format
	}
	return netfmt.EnUS
}

func loadCulture(t *value.Type, m *value.Members) {
	b := table{t, m}
	info := of[*Culture]
	b.get("string Name", func(v value.Value) value.Value { return value.Str(info(v).Name) })
	display := func(v value.Value) value.Value {
		if s, ok := cultureNames[info(v).Name]; ok {
			return value.Str(s)
		}
		return value.Str(info(v).Name)
	}
	b.get("string DisplayName", display)
	b.get("string EnglishName", display)
	b.get("string NativeName", display)
	b.get("int LCID", func(v value.Value) value.Value { return value.Int(cultureNumber[info(v).Name]) })
	b.get("int KeyboardLayoutId", func(v value.Value) value.Value { return value.Int(cultureNumber[info(v).Name]) })
	b.get("string IetfLanguageTag", func(v value.Value) value.Value { return value.Str(info(v).Name) })
	b.get("string TwoLetterISOLanguageName", func(v value.Value) value.Value {
		language, _, _ := strings.Cut(info(v).Name, "-")
		if language == "" {
			language = "iv"
		}
		return value.Str(language)
	})
	part := func(t *value.Type) func(value.Value) value.Value {
		return func(v value.Value) value.Value {
			return value.Obj(&Culture{T: t, Name: info(v).Name, Format: info(v).Format})
		}
	}
	b.get("System.Globalization.DateTimeFormatInfo DateTimeFormat", part(typeDateInfo))
	b.get("System.Globalization.NumberFormatInfo NumberFormat", part(typeNumInfo))
	b.get("System.Globalization.TextInfo TextInfo", part(typeTextInfo))
	b.get("System.Globalization.Calendar Calendar", part(typeCalendar))
	b.get("bool IsNeutralCulture", func(v value.Value) value.Value { return value.Bool(!strings.Contains(info(v).Name, "-")) })
	b.method("string ToString()", give(func(c *value.Call) value.Value { return value.Str(info(c.This).Name) }))
	for name, of := range map[string]string{"InvariantCulture": "", "CurrentCulture": "en-US", "CurrentUICulture": "en-US", "InstalledUICulture": "en-US"} {
		b.m.AddStatic(&value.Member{Name: name, Kind: value.Property, Type: "cultureinfo",
			Get: func(value.Env, value.Value) (value.Value, error) { return value.Obj(CultureOf(of)), nil },
			Set: func(value.Env, value.Value, value.Value) error { return nil }})
	}
	for _, name := range []string{"GetCultureInfo", "CreateSpecificCulture"} {
		b.static("cultureinfo "+name+"(string name)", give(func(c *value.Call) value.Value { return value.Obj(CultureOf(text(c, 0))) }))
	}
	b.constructor("(string name)", give(func(c *value.Call) value.Value { return value.Obj(CultureOf(text(c, 0))) }))
	b.constructor("(int culture)", give(func(c *value.Call) value.Value {
		for name, n := range cultureNumber {
			if n == number(c, 0) {
				return value.Obj(CultureOf(name))
			}
		}
		return value.Obj(CultureOf("en-US"))
	}))
}

func loadDateInfo(t *value.Type, m *value.Members) {
	b := table{t, m}
	pattern := func(name string, f func(c *netfmt.Culture) string) {
		b.get("string "+name, func(v value.Value) value.Value { return value.Str(f(of[*Culture](v).Format)) })
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
		b.get("string[] "+name, func(v value.Value) value.Value { return value.Strings(f(of[*Culture](v).Format)...) })
	}
	list("DayNames", func(c *netfmt.Culture) []string { return c.Days[:] })
	list("AbbreviatedDayNames", func(c *netfmt.Culture) []string { return c.DaysShort[:] })
	list("MonthNames", func(c *netfmt.Culture) []string { return append(c.Months[:12:12], "") })
	list("AbbreviatedMonthNames", func(c *netfmt.Culture) []string { return append(c.MonthsShort[:12:12], "") })
	b.get("System.DayOfWeek FirstDayOfWeek", func(value.Value) value.Value { return value.Enum(mustType("System.DayOfWeek"), 0) })
	name := func(f func(c *netfmt.Culture) []string, base int, message string) body {
		return func(c *value.Call) (value.Value, error) {
			names := f(of[*Culture](c.This).Format)
			i := int(c.Args[0].Int64()) - base
			if i < 0 || i >= len(names) {
				return value.Null, throwParam(exArgumentRange, message, "Valid values are between %d and %d, inclusive.", base, base+len(names)-1)
			}
			return value.Str(names[i]), nil
		}
	}
	b.method("string GetMonthName(int month)", name(func(c *netfmt.Culture) []string { return c.Months[:] }, 1, "month"))
	b.method("string GetAbbreviatedMonthName(int month)", name(func(c *netfmt.Culture) []string { return c.MonthsShort[:] }, 1, "month"))
	b.method("string GetDayName(System.DayOfWeek dayofweek)", name(func(c *netfmt.Culture) []string { return c.Days[:] }, 0, "dayofweek"))
	b.method("string GetAbbreviatedDayName(System.DayOfWeek dayofweek)", name(func(c *netfmt.Culture) []string { return c.DaysShort[:] }, 0, "dayofweek"))
	cultureStatics(b, typeDateInfo)
}

func cultureStatics(b table, t *value.Type) {
	b.staticGet(t.FullName+" InvariantInfo", func(value.Env) value.Value { return value.Obj(&Culture{T: t, Format: netfmt.Invariant}) })
	b.staticGet(t.FullName+" CurrentInfo", func(value.Env) value.Value { return value.Obj(&Culture{T: t, Name: "en-US", Format: netfmt.EnUS}) })
}

func loadNumInfo(t *value.Type, m *value.Members) {
	b := table{t, m}
	for name, f := range map[string]func(c *netfmt.Culture) string{
		"NumberDecimalSeparator": func(c *netfmt.Culture) string { return c.DecimalSeparator }, "NumberGroupSeparator": func(c *netfmt.Culture) string { return c.GroupSeparator },
		"CurrencySymbol": func(c *netfmt.Culture) string { return c.CurrencySymbol }, "PercentSymbol": func(c *netfmt.Culture) string { return c.PercentSymbol },
		"NegativeSign": func(c *netfmt.Culture) string { return c.NegativeSign }, "PositiveSign": func(c *netfmt.Culture) string { return c.PositiveSign },
		"CurrencyDecimalSeparator": func(c *netfmt.Culture) string { return c.CurrencyDecimalSeparator }, "CurrencyGroupSeparator": func(c *netfmt.Culture) string { return c.CurrencyGroupSeparator },
	} {
		b.get("string "+name, func(v value.Value) value.Value { return value.Str(f(of[*Culture](v).Format)) })
	}
	b.get("int NumberDecimalDigits", func(v value.Value) value.Value { return value.Int(of[*Culture](v).Format.NumberDigits) })
	cultureStatics(b, typeNumInfo)
}

func loadTextInfo(t *value.Type, m *value.Members) {
	b := table{t, m}
	b.get("string CultureName", func(v value.Value) value.Value { return value.Str(of[*Culture](v).Name) })
	b.get("string ListSeparator", func(value.Value) value.Value { return value.Str(",") })
	b.method("string ToTitleCase(string str)", give(func(c *value.Call) value.Value { return value.Str(titleCase(text(c, 0))) }))
	b.method("string ToUpper(string str)", give(func(c *value.Call) value.Value { return value.Str(upper(text(c, 0))) }))
	b.method("string ToLower(string str)", give(func(c *value.Call) value.Value { return value.Str(lower(text(c, 0))) }))
}
