package dotnet

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"exolab/runtime/value"
)

func loadStringEdit(b table) {
	b.method("string Insert(int startIndex, string value)", insertText)
	b.method("bool IsNormalized()", give(func(c *value.Call) value.Value { return value.Bool(norm.NFC.IsNormalString(c.This.Text())) }))
	b.method("string Normalize()", onText(norm.NFC.String))
	b.method("string Normalize(System.Text.NormalizationForm normalizationForm)", give(func(c *value.Call) value.Value {
		return value.Str(normalForms[c.Args[0].Int64()].String(c.This.Text()))
	}))
	b.method("string PadLeft(int totalWidth)", pad(true))
	b.method("string PadLeft(int totalWidth, char paddingChar)", pad(true))
	b.method("string PadRight(int totalWidth)", pad(false))
	b.method("string PadRight(int totalWidth, char paddingChar)", pad(false))
	b.method("string Remove(int startIndex)", removeTail)
	b.method("string Remove(int startIndex, int count)", removeSpan)
	b.method("string Replace(char oldChar, char newChar)", give(func(c *value.Call) value.Value {
		return value.Str(strings.ReplaceAll(c.This.Text(), unitText(uint16(c.Args[0].Int64())), unitText(uint16(c.Args[1].Int64()))))
	}))
	b.method("string Replace(string oldValue, string newValue)", replaceText)
	b.method("string Replace(string oldValue, string newValue, bool ignoreCase, cultureinfo culture)", replaceText)
	b.method("string Replace(string oldValue, string newValue, System.StringComparison comparisonType)", replaceText)
	b.method("string ReplaceLineEndings()", onText(func(s string) string { return replaceLineEndings(s, "\n") }))
	b.method("string ReplaceLineEndings(string replacementText)", give(func(c *value.Call) value.Value {
		return value.Str(replaceLineEndings(c.This.Text(), text(c, 0)))
	}))
	b.method("string Substring(int startIndex)", substringFrom)
	b.method("string Substring(int startIndex, int length)", substring)
	b.method("char[] ToCharArray()", give(func(c *value.Call) value.Value { return chars(value.Units(c.This.Text())) }))
	b.method("char[] ToCharArray(int startIndex, int length)", func(c *value.Call) (value.Value, error) {
		v, err := substring(c)
		return chars(value.Units(v.Text())), err
	})
	b.method("string ToLower()", onText(lower))
	b.method("string ToLower(cultureinfo culture)", onText(lower))
	b.method("string ToLowerInvariant()", onText(lower))
	b.method("string ToString()", onText(func(s string) string { return s }))
	b.method("string ToString(System.IFormatProvider provider)", onText(func(s string) string { return s }))
	b.method("string ToUpper()", onText(upper))
	b.method("string ToUpper(cultureinfo culture)", onText(upper))
	b.method("string ToUpperInvariant()", onText(upper))
	for _, side := range []struct {
		name        string
		left, right bool
	}{{"Trim", true, true}, {"TrimStart", true, false}, {"TrimEnd", false, true}} {
		b.method("string "+side.name+"()", trim(side.left, side.right))
		b.method("string "+side.name+"(char trimChar)", trim(side.left, side.right))
		b.method("string "+side.name+"(params char[] trimChars)", trim(side.left, side.right))
	}
}

var normalForms = map[int64]norm.Form{1: norm.NFC, 2: norm.NFD, 5: norm.NFKC, 6: norm.NFKD}

func insertText(c *value.Call) (value.Value, error) {
	s, at := c.This.Text(), number(c, 0)
	n := utf16Length(s)
	if err := firstError(ifNegative("startIndex", at), ifGreater("startIndex", at, n)); err != nil {
		return value.Null, err
	}
	return value.Str(slice(s, 0, at) + text(c, 1) + slice(s, at, n)), nil
}

func pad(left bool) body {
	return func(c *value.Call) (value.Value, error) {
		if err := ifNegative("totalWidth", number(c, 0)); err != nil {
			return value.Null, err
		}
		s, fill := c.This.Text(), " "
		if len(c.Args) > 1 {
			fill = unitText(uint16(c.Args[1].Int64()))
		}
		if err := value.CheckTextLength(int64(number(c, 0))); err != nil {
			return value.Null, err
		}
		fill = strings.Repeat(fill, max(0, number(c, 0)-utf16Length(s)))
		if left {
			return value.Str(fill + s), nil
		}
		return value.Str(s + fill), nil
	}
}

func removeTail(c *value.Call) (value.Value, error) {
	s, at := c.This.Text(), number(c, 0)
	if err := checkStart(utf16Length(s), at); err != nil {
		return value.Null, err
	}
	return value.Str(slice(s, 0, at)), nil
}

func removeSpan(c *value.Call) (value.Value, error) {
	s, at, n := c.This.Text(), number(c, 0), number(c, 1)
	length := utf16Length(s)
	if err := firstError(ifNegative("startIndex", at), ifNegative("count", n), ifGreater("count", n, length-at)); err != nil {
		return value.Null, err
	}
	return value.Str(slice(s, 0, at) + slice(s, at+n, length)), nil
}

func replaceText(c *value.Call) (value.Value, error) {
	old := text(c, 0)
	if old == "" {
		return value.Null, throwParam(exArgument, "oldValue", "The value cannot be an empty string.")
	}
	ignoreCase := len(c.Args) == 4 && truth(c, 2) || len(c.Args) == 3 && ignoresCase(c.Args[2])
	if !ignoreCase {
		return value.Str(strings.ReplaceAll(c.This.Text(), old, text(c, 1))), nil
	}
	return value.Str(replaceFold(c.This.Text(), old, text(c, 1))), nil
}

func replaceFold(s, old, to string) string {
	var out strings.Builder
	for {
		at := indexText(s, old, true)
		if at < 0 {
			return out.String() + s
		}
		out.WriteString(s[:at])
		out.WriteString(to)
		s = s[at+len(old):]
	}
}

func replaceLineEndings(s, to string) string {
	return strings.NewReplacer("\r\n", to, "\r", to, "\n", to, "\f", to, "\u0085", to, "\u2028", to, "\u2029", to).Replace(s)
}

func checkStart(length, at int) error {
	switch {
	case at < 0:
		return throwParam(exArgumentRange, "startIndex", "StartIndex cannot be less than zero.")
	case at > length:
		return throwParam(exArgumentRange, "startIndex", "startIndex cannot be larger than length of string.")
	}
	return nil
}

func checkSpan(length, at, n int) error {
	switch err := checkStart(length, at); {
	case err != nil:
		return err
	case n < 0:
		return throwParam(exArgumentRange, "length", "Length cannot be less than zero.")
	case at+n > length:
		return throwParam(exArgumentRange, "length", "Index and length must refer to a location within the string.")
	}
	return nil
}

func substringFrom(c *value.Call) (value.Value, error) {
	s, at := c.This.Text(), number(c, 0)
	n := utf16Length(s)
	if err := checkStart(n, at); err != nil {
		return value.Null, err
	}
	return value.Str(slice(s, at, n)), nil
}

func substring(c *value.Call) (value.Value, error) {
	s, at, n := c.This.Text(), number(c, 0), number(c, 1)
	if err := checkSpan(utf16Length(s), at, n); err != nil {
		return value.Null, err
	}
	return value.Str(slice(s, at, at+n)), nil
}

func trim(left, right bool) body {
	return give(func(c *value.Call) value.Value {
		cut := unicode.IsSpace
		if len(c.Args) > 0 {
			if set := charsText(c.Args[0]); set != "" {
				cut = func(r rune) bool { return strings.ContainsRune(set, r) }
			}
		}
		s := c.This.Text()
		if left {
			s = strings.TrimLeftFunc(s, cut)
		}
		if right {
			s = strings.TrimRightFunc(s, cut)
		}
		return value.Str(s)
	})
}
