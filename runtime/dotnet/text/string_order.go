package text

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// textOrder says how two strings are compared.
type textOrder struct{ fold, ordinal bool }

// CompareOptions that change the order here.
const (
	optionIgnoreCase        = 1
	optionOrdinalIgnoreCase = 0x10000000
	optionOrdinal           = 0x40000000
)

// orderOf reads the arguments after the strings: a StringComparison, a bool for
// ignoring case, a culture with CompareOptions.
func orderOf(args []value.Value) textOrder {
	var o textOrder
	for _, a := range args {
		switch {
		case a.Kind() == value.KindBool:
			o.fold = a.AsBool()
		case a.Kind() != value.KindEnum:
		case value.TypeOf(a).Name == "StringComparison":
			o.fold, o.ordinal = ignoresCase(a), a.Int64() >= 4
		default:
			n := a.Int64()
			o.fold = n&(optionIgnoreCase|optionOrdinalIgnoreCase) != 0
			o.ordinal = n&(optionOrdinal|optionOrdinalIgnoreCase) != 0
		}
	}
	return o
}

func (o textOrder) compare(a, z string) value.Value {
	if o.ordinal {
		return value.Int(dotnet.CompareOrdinal(a, z, o.fold))
	}
	return value.Int(dotnet.CompareText(a, z, o.fold))
}

// loadStringOrder adds Compare and CompareOrdinal, for whole strings and for
// parts of them.
func loadStringOrder(b dotnet.Rows) {
	whole := dotnet.Give(func(c *value.Call) value.Value {
		return orderOf(c.Args[2:]).compare(dotnet.TextArg(c, 0), dotnet.TextArg(c, 1))
	})
	parts := func(order func(c *value.Call) textOrder) dotnet.Body {
		return func(c *value.Call) (value.Value, error) {
			a, err := partOf(c, 0)
			if err != nil {
				return value.Null, err
			}
			z, err := partOf(c, 2)
			return order(c).compare(a, z), err
		}
	}
	byArgs := parts(func(c *value.Call) textOrder { return orderOf(c.Args[5:]) })
	for _, how := range [...]string{"", ", bool ignoreCase", ", System.StringComparison comparisonType", ", bool ignoreCase, cultureinfo culture", ", cultureinfo culture, System.Globalization.CompareOptions options"} {
		b.Static("int Compare(string strA, string strB"+how+")", whole)
		b.Static("int Compare(string strA, int indexA, string strB, int indexB, int length"+how+")", byArgs)
	}
	ordinal := textOrder{ordinal: true}
	b.Static("int CompareOrdinal(string strA, string strB)", dotnet.Give(func(c *value.Call) value.Value {
		return ordinal.compare(dotnet.TextArg(c, 0), dotnet.TextArg(c, 1))
	}))
	b.Static("int CompareOrdinal(string strA, int indexA, string strB, int indexB, int length)", parts(func(*value.Call) textOrder { return ordinal }))
}

// partOf is the part of the string in argument i from the index behind it on,
// at most as long as the last but one of the five.
func partOf(c *value.Call, i int) (string, error) {
	s, at, n := dotnet.TextArg(c, i), dotnet.IntArg(c, i+1), dotnet.IntArg(c, 4)
	length := UTF16Length(s)
	if at < 0 || at > length || n < 0 {
		return "", dotnet.ThrowParam(dotnet.ExArgumentRange, "index"+string(rune('A'+i/2)), msgIndexOutside)
	}
	return slice(s, at, min(at+n, length)), nil
}

const msgIndexOutside = "Index was out of range. Must be non-negative and less than or equal to the size of the collection."
