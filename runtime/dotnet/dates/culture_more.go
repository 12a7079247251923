package dates

import (
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// threeLetters are the ISO 639-2 codes of the languages, then the three letters
// by which Windows calls the culture.
var threeLetters = map[string][2]string{"": {"ivl", "IVL"}, "en-US": {"eng", "ENU"}, "en-GB": {"eng", "ENG"}, "en": {"eng", "ENU"},
	"de-DE": {"deu", "DEU"}, "de": {"deu", "DEU"}, "fr-FR": {"fra", "FRA"}, "fr": {"fra", "FRA"}}

// exact is a culture of that very name: a neutral one is not made specific.
func exact(name string) *dotnet.Culture {
	c := CultureOf(name)
	if strings.EqualFold(name, "en") {
		return &dotnet.Culture{T: typeCulture, Name: "en", Format: c.Format}
	}
	return c
}

// parentOf is the culture of the language alone, and above that the invariant
// one.
func parentOf(name string) *dotnet.Culture {
	language, _, specific := strings.Cut(name, "-")
	if !specific {
		return CultureOf("")
	}
	return exact(language)
}

// knownCultures are the cultures whose formats are known, of the kinds asked
// for.
func knownCultures(kinds int64) value.Value {
	const neutral, specific = 1, 2
	a := &value.Array{Elem: typeCulture}
	for _, name := range netfmt.CultureNames() {
		kind := int64(specific)
		if !strings.Contains(name, "-") {
			kind = neutral
		}
		if kinds&kind != 0 {
			a.Items = append(a.Items, value.Obj(exact(name)))
		}
	}
	return value.Obj(a)
}

// loadCultureMore adds what scripts ask of a culture less often.
func loadCultureMore(b dotnet.Rows) {
	info := dotnet.Of[*dotnet.Culture]
	b.Get("cultureinfo Parent", func(v value.Value) value.Value { return value.Obj(parentOf(info(v).Name)) })
	letters := func(i int) func(value.Value) value.Value {
		return func(v value.Value) value.Value { return value.Str(threeLetters[info(v).Name][i]) }
	}
	b.Get("string ThreeLetterISOLanguageName", letters(0))
	b.Get("string ThreeLetterWindowsLanguageName", letters(1))
	b.Get("bool IsReadOnly", func(value.Value) value.Value { return value.True })
	b.Get("bool UseUserOverride", func(value.Value) value.Value { return value.False })
	b.Get("System.Globalization.CultureTypes CultureTypes", func(v value.Value) value.Value {
		n := int64(2 | 64)
		if !strings.Contains(info(v).Name, "-") {
			n = 1 | 64
		}
		return value.Enum(dotnet.MustType("System.Globalization.CultureTypes"), n)
	})
	b.Get("System.Globalization.CompareInfo CompareInfo", func(v value.Value) value.Value {
		return value.Obj(&dotnet.Culture{T: typeCompareInfo, Name: info(v).Name, Format: info(v).Format})
	})
	b.Method("System.Object Clone()", dotnet.Give(func(c *value.Call) value.Value {
		made := *info(c.This)
		made.Extended = value.Extended{}
		return value.Obj(&made)
	}))
	b.Method("void ClearCachedData()", dotnet.Run(func(*value.Call) {}))
	b.Method("cultureinfo GetConsoleFallbackUICulture()", dotnet.Give(func(c *value.Call) value.Value { return c.This }))
	b.Method("System.Object GetFormat(type formatType)", dotnet.Give(func(c *value.Call) value.Value {
		for _, t := range [...]*value.Type{typeDateInfo, typeNumInfo} {
			if dotnet.Of[*value.Type](c.Args[0]) == t {
				return value.Obj(&dotnet.Culture{T: t, Name: info(c.This).Name, Format: info(c.This).Format})
			}
		}
		return value.Null
	}))
	loadCultureStatics(b)
}

func loadCultureStatics(b dotnet.Rows) {
	b.Static("cultureinfo[] GetCultures(System.Globalization.CultureTypes types)", dotnet.Give(func(c *value.Call) value.Value {
		return knownCultures(c.Args[0].Int64())
	}))
	b.Static("cultureinfo ReadOnly(cultureinfo ci)", dotnet.Give(func(c *value.Call) value.Value { return c.Args[0] }))
	named := dotnet.Give(func(c *value.Call) value.Value { return value.Obj(exact(dotnet.TextArg(c, 0))) })
	b.Static("cultureinfo GetCultureInfo(string name, bool predefinedOnly)", named)
	b.Static("cultureinfo GetCultureInfo(string name, string altName)", named)
	b.Static("cultureinfo GetCultureInfoByIetfLanguageTag(string name)", named)
	b.Static("cultureinfo GetCultureInfo(int culture)", dotnet.Give(numberedCulture))
	b.Constructor("(string name, bool useUserOverride)", named)
	b.Constructor("(int culture, bool useUserOverride)", dotnet.Give(numberedCulture))
	for _, name := range [...]string{"DefaultThreadCurrentCulture", "DefaultThreadCurrentUICulture"} {
		held := value.Null
		b.Table.AddStatic(&value.Member{Name: name, Kind: value.Property, Type: "cultureinfo",
			Get: func(value.Env, value.Value) (value.Value, error) { return held, nil },
			Set: func(env value.Env, this, to value.Value) error {
				if to.IsNull() {
					held = to
					return nil
				}
				err := setCurrent(name)(env, this, to)
				if err == nil {
					held = to
				}
				return err
			}})
	}
}

// numberedCulture is the culture with that LCID.
func numberedCulture(c *value.Call) value.Value {
	for name, n := range cultureNumber {
		if n == dotnet.IntArg(c, 0) {
			return value.Obj(CultureOf(name))
		}
	}
	return value.Obj(CultureOf("en-US"))
}

var typeCompareInfo = dotnet.EngineType("System.Globalization.CompareInfo")

// loadCompareInfo fills CompareInfo: how a culture compares texts.
func loadCompareInfo(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	b.Get("string Name", func(v value.Value) value.Value { return value.Str(dotnet.Of[*dotnet.Culture](v).Name) })
	b.Get("int LCID", func(v value.Value) value.Value { return value.Int(cultureNumber[dotnet.Of[*dotnet.Culture](v).Name]) })
	compare := func(c *value.Call) (value.Value, error) {
		const ignoreCase, ordinal, ordinalIgnoreCase = 1, 1 << 30, 1 << 28
		a, z, options := dotnet.TextArg(c, 0), dotnet.TextArg(c, 1), int64(0)
		if len(c.Args) > 2 {
			options = c.Args[2].Int64()
		}
		if options&(ordinal|ordinalIgnoreCase) != 0 {
			return value.Int(dotnet.CompareOrdinal(a, z, options&ordinalIgnoreCase != 0)), nil
		}
		return value.Int(dotnet.CompareText(a, z, options&ignoreCase != 0)), nil
	}
	b.Method("int Compare(string string1, string string2)", compare)
	b.Method("int Compare(string string1, string string2, System.Globalization.CompareOptions options)", compare)
}
