package text

import (
	"unicode"
	"unicode/utf16"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

func loadChar(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	b.Constant("char MinValue", value.Char(0))
	b.Constant("char MaxValue", value.Char(0xFFFF))
	for name, test := range map[string]func(rune) bool{
		"IsDigit": unicode.IsDigit, "IsLetter": unicode.IsLetter, "IsUpper": unicode.IsUpper, "IsLower": unicode.IsLower,
		"IsWhiteSpace": unicode.IsSpace, "IsPunctuation": unicode.IsPunct, "IsControl": unicode.IsControl, "IsSymbol": unicode.IsSymbol,
		"IsLetterOrDigit": func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) },
		"IsNumber":        unicode.IsNumber, "IsSeparator": func(r rune) bool { return unicode.In(r, unicode.Z) },
		"IsSurrogate":     func(r rune) bool { return r >= 0xD800 && r < 0xE000 },
		"IsHighSurrogate": func(r rune) bool { return r >= 0xD800 && r < 0xDC00 },
		"IsLowSurrogate":  func(r rune) bool { return r >= 0xDC00 && r < 0xE000 },
	} {
		b.Static("bool "+name+"(char c)", dotnet.Give(func(c *value.Call) value.Value { return value.Bool(test(rune(c.Args[0].Int64()))) }))
		b.Static("bool "+name+"(string s, int index)", func(c *value.Call) (value.Value, error) {
			u, i := value.Units(dotnet.TextArg(c, 0)), dotnet.IntArg(c, 1)
			if i < 0 || i >= len(u) {
				return value.Null, errIndex()
			}
			return value.Bool(test(rune(u[i]))), nil
		})
	}
	loadASCIITests(b)
	loadCharMore(b)
	for name, f := range map[string]func(rune) rune{"ToUpper": unicode.ToUpper, "ToLower": unicode.ToLower, "ToUpperInvariant": dotnet.UpperInvariant, "ToLowerInvariant": dotnet.LowerInvariant} {
		b.Static("char "+name+"(char c)", dotnet.Give(func(c *value.Call) value.Value { return value.Char(uint16(f(rune(c.Args[0].Int64())))) }))
	}
	b.Static("double GetNumericValue(char c)", dotnet.Give(func(c *value.Call) value.Value { return value.Double(numericValue(rune(c.Args[0].Int64()))) }))
	b.Static("double GetNumericValue(string s, int index)", func(c *value.Call) (value.Value, error) {
		u, i := value.Units(dotnet.TextArg(c, 0)), dotnet.IntArg(c, 1)
		if i < 0 || i >= len(u) {
			return value.Null, errIndex()
		}
		r := rune(u[i])
		if i+1 < len(u) && utf16.IsSurrogate(r) {
			r = utf16.DecodeRune(r, rune(u[i+1]))
		}
		return value.Double(numericValue(r)), nil
	})
	b.Static("string ConvertFromUtf32(int utf32)", dotnet.Give(func(c *value.Call) value.Value { return value.Str(string(rune(dotnet.IntArg(c, 0)))) }))
	b.Static("int ConvertToUtf32(string s, int index)", dotnet.Give(func(c *value.Call) value.Value {
		s := dotnet.TextArg(c, 0)
		if at, ok := byteOffset(s, dotnet.IntArg(c, 1)); ok && at < len(s) {
			for _, r := range s[at:] {
				return value.Int(int(r))
			}
		}
		return value.Int(0)
	}))
	b.Static("char Parse(string s)", func(c *value.Call) (value.Value, error) {
		if u := value.Units(dotnet.TextArg(c, 0)); len(u) == 1 {
			return value.Char(u[0]), nil
		}
		return value.Null, dotnet.Throw(dotnet.ExFormat, "String must be exactly one character long.")
	})
	b.Static("string ToString(char c)", dotnet.Give(func(c *value.Call) value.Value { return value.Str(unitText(uint16(c.Args[0].Int64()))) }))
	b.Method("string ToString()", dotnet.Give(func(c *value.Call) value.Value { return value.Str(unitText(uint16(c.This.Int64()))) }))
	b.Method("string ToString(System.IFormatProvider provider)", dotnet.Give(func(c *value.Call) value.Value { return value.Str(unitText(uint16(c.This.Int64()))) }))
	b.Method("int CompareTo(char value)", dotnet.Give(func(c *value.Call) value.Value { return value.Int(int(c.This.Int64() - c.Args[0].Int64())) }))
	b.Method("bool Equals(char obj)", dotnet.Give(func(c *value.Call) value.Value { return value.Bool(dotnet.SameValue(c.This, c.Args[0])) }))
}

// errIndex refuses a position outside the text.
func errIndex() error {
	return dotnet.ThrowParam(dotnet.ExArgumentRange, "index", "Specified argument was out of the range of valid values.")
}

func loadASCIITests(b dotnet.Rows) {
	between := func(r, low, high rune) bool { return r >= low && r <= high }
	for name, test := range map[string]func(rune) bool{
		"IsAscii":       func(r rune) bool { return r < 0x80 },
		"IsAsciiDigit":  func(r rune) bool { return between(r, '0', '9') },
		"IsAsciiLetter": func(r rune) bool { return between(r|0x20, 'a', 'z') },
		"IsAsciiLetterOrDigit": func(r rune) bool {
			return between(r, '0', '9') || between(r|0x20, 'a', 'z')
		},
		"IsAsciiLetterLower": func(r rune) bool { return between(r, 'a', 'z') },
		"IsAsciiLetterUpper": func(r rune) bool { return between(r, 'A', 'Z') },
		"IsAsciiHexDigit":    func(r rune) bool { return between(r, '0', '9') || between(r|0x20, 'a', 'f') },
	} {
		b.Static("bool "+name+"(char c)", dotnet.Give(func(c *value.Call) value.Value { return value.Bool(test(rune(c.Args[0].Int64()))) }))
	}
}
