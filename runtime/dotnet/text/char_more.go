package text

import (
	"unicode"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// unicodeCategories are the categories in the order of
// System.Globalization.UnicodeCategory.
var unicodeCategories = [...]*unicode.RangeTable{unicode.Lu, unicode.Ll, unicode.Lt, unicode.Lm, unicode.Lo, unicode.Mn, unicode.Mc, unicode.Me, unicode.Nd, unicode.Nl,
	unicode.No, unicode.Zs, unicode.Zl, unicode.Zp, unicode.Cc, unicode.Cf, unicode.Cs, unicode.Co, unicode.Pc, unicode.Pd, unicode.Ps, unicode.Pe, unicode.Pi, unicode.Pf,
	unicode.Po, unicode.Sm, unicode.Sc, unicode.Sk, unicode.So}

func unicodeCategory(unit uint16) value.Value {
	n := len(unicodeCategories)
	for i, table := range unicodeCategories {
		if unicode.Is(table, rune(unit)) {
			n = i
			break
		}
	}
	return value.Enum(dotnet.MustType("System.Globalization.UnicodeCategory"), int64(n))
}

func loadCharMore(b dotnet.Rows) {
	unit := func(v value.Value) uint16 { return uint16(v.Int64()) }
	b.Static("System.Globalization.UnicodeCategory GetUnicodeCategory(char c)", dotnet.Give(func(c *value.Call) value.Value { return unicodeCategory(unit(c.Args[0])) }))
	b.Static("System.Globalization.UnicodeCategory GetUnicodeCategory(string s, int index)", func(c *value.Call) (value.Value, error) {
		u, i := value.Units(dotnet.TextArg(c, 0)), dotnet.IntArg(c, 1)
		if i < 0 || i >= len(u) {
			return value.Null, errIndex()
		}
		return unicodeCategory(u[i]), nil
	})
	pair := func(high, low uint16) bool { return high >= 0xD800 && high < 0xDC00 && low >= 0xDC00 && low < 0xE000 }
	b.Static("bool IsSurrogatePair(char highSurrogate, char lowSurrogate)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Bool(pair(unit(c.Args[0]), unit(c.Args[1])))
	}))
	b.Static("bool IsSurrogatePair(string s, int index)", dotnet.Give(func(c *value.Call) value.Value {
		u, i := value.Units(dotnet.TextArg(c, 0)), dotnet.IntArg(c, 1)
		return value.Bool(i >= 0 && i+1 < len(u) && pair(u[i], u[i+1]))
	}))
	b.Static("int ConvertToUtf32(char highSurrogate, char lowSurrogate)", func(c *value.Call) (value.Value, error) {
		high, low := unit(c.Args[0]), unit(c.Args[1])
		if !pair(high, low) {
			return value.Null, dotnet.ThrowParam(dotnet.ExArgumentRange, "highSurrogate", "A valid high surrogate character is between 0xd800 and 0xdbff, inclusive.")
		}
		return value.Int(0x10000 + int(high-0xD800)<<10 + int(low-0xDC00)), nil
	})
	b.Static("bool IsBetween(char c, char minInclusive, char maxInclusive)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Bool(unit(c.Args[0]) >= unit(c.Args[1]) && unit(c.Args[0]) <= unit(c.Args[2]))
	}))
	for name, first := range map[string]uint16{"IsAsciiHexDigitLower": 'a', "IsAsciiHexDigitUpper": 'A'} {
		b.Static("bool "+name+"(char c)", dotnet.Give(func(c *value.Call) value.Value {
			u := unit(c.Args[0])
			return value.Bool(u >= '0' && u <= '9' || u >= first && u < first+6)
		}))
	}
	for name, f := range map[string]func(rune) rune{"ToUpper": unicode.ToUpper, "ToLower": unicode.ToLower} {
		b.Static("char "+name+"(char c, cultureinfo culture)", dotnet.Give(func(c *value.Call) value.Value { return value.Char(uint16(f(rune(unit(c.Args[0]))))) }))
	}
	b.Static("bool TryParse(string s, out char result)", func(c *value.Call) (value.Value, error) {
		u := value.Units(dotnet.TextArg(c, 0))
		if len(u) != 1 {
			return value.False, dotnet.SetOut(c, 1, value.Char(0))
		}
		return value.True, dotnet.SetOut(c, 1, value.Char(u[0]))
	})
	b.Method("int CompareTo(System.Object value)", func(c *value.Call) (value.Value, error) {
		switch {
		case c.Args[0].IsNull():
			return value.Int(1), nil
		case c.Args[0].Kind() != value.KindChar:
			return value.Null, dotnet.Throw(dotnet.ExArgument, "Object must be of type Char.")
		}
		return value.Int(int(c.This.Int64() - c.Args[0].Int64())), nil
	})
	b.Method("System.TypeCode GetTypeCode()", dotnet.Give(func(*value.Call) value.Value { return value.Enum(dotnet.MustType("System.TypeCode"), 4) }))
}
