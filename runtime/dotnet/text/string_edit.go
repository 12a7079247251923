package text

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

func loadStringEdit(b dotnet.Rows) {
	b.Method("string Insert(int startIndex, string value)", insertText)
	b.Method("bool IsNormalized(System.Text.NormalizationForm normalizationForm)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Bool(formOf(c.Args[0]).IsNormalString(c.This.Text()))
	}))
	b.Method("void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count)", copyChars)
	b.Method("int GetHashCode()", dotnet.Give(func(c *value.Call) value.Value { return value.Int(int(dotnet.HashCode(c.This))) }))
	b.Method("int GetHashCode(System.StringComparison comparisonType)", dotnet.Give(func(c *value.Call) value.Value {
		s := c.This.Text()
		if ignoresCase(c.Args[0]) {
			s = dotnet.Lower(s)
		}
		return value.Int(int(dotnet.HashCode(value.Str(s))))
	}))
	b.Method("bool IsNormalized()", dotnet.Give(func(c *value.Call) value.Value { return value.Bool(norm.NFC.IsNormalString(c.This.Text())) }))
	b.Method("string Normalize()", onText(norm.NFC.String))
	b.Method("string Normalize(System.Text.NormalizationForm normalizationForm)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Str(normalForms[c.Args[0].Int64()].String(c.This.Text()))
	}))
	b.Method("string PadLeft(int totalWidth)", pad(true))
	b.Method("string PadLeft(int totalWidth, char paddingChar)", pad(true))
	b.Method("string PadRight(int totalWidth)", pad(false))
	b.Method("string PadRight(int totalWidth, char paddingChar)", pad(false))
	b.Method("string Remove(int startIndex)", removeTail)
	b.Method("string Remove(int startIndex, int count)", removeSpan)
	b.Method("string Replace(char oldChar, char newChar)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Str(strings.ReplaceAll(c.This.Text(), unitText(uint16(c.Args[0].Int64())), unitText(uint16(c.Args[1].Int64()))))
	}))
	b.Method("string Replace(string oldValue, string newValue)", replaceText)
	b.Method("string Replace(string oldValue, string newValue, bool ignoreCase, cultureinfo culture)", replaceText)
	b.Method("string Replace(string oldValue, string newValue, System.StringComparison comparisonType)", replaceText)
	b.Method("string ReplaceLineEndings()", onText(func(s string) string { return replaceLineEndings(s, "\n") }))
	b.Method("string ReplaceLineEndings(string replacementText)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Str(replaceLineEndings(c.This.Text(), dotnet.TextArg(c, 0)))
	}))
	b.Method("string Substring(int startIndex)", substringFrom)
	b.Method("string Substring(int startIndex, int length)", substring)
	b.Method("char[] ToCharArray()", dotnet.Give(func(c *value.Call) value.Value { return charsOf(c.This.Text()) }))
	b.Method("char[] ToCharArray(int startIndex, int length)", func(c *value.Call) (value.Value, error) {
		v, err := substring(c)
		return charsOf(v.Text()), err
	})
	b.Method("string ToLower()", onText(dotnet.Lower))
	b.Method("string ToLower(cultureinfo culture)", onText(dotnet.Lower))
	b.Method("string ToLowerInvariant()", onText(func(s string) string { return strings.Map(dotnet.LowerInvariant, s) }))
	b.Method("string ToString()", onText(func(s string) string { return s }))
	b.Method("string ToString(System.IFormatProvider provider)", onText(func(s string) string { return s }))
	b.Method("string ToUpper()", onText(dotnet.Upper))
	b.Method("string ToUpper(cultureinfo culture)", onText(dotnet.Upper))
	b.Method("string ToUpperInvariant()", onText(func(s string) string { return strings.Map(dotnet.UpperInvariant, s) }))
	for _, side := range []struct {
		name        string
		left, right bool
	}{{"Trim", true, true}, {"TrimStart", true, false}, {"TrimEnd", false, true}} {
		b.Method("string "+side.name+"()", trim(side.left, side.right))
		b.Method("string "+side.name+"(char trimChar)", trim(side.left, side.right))
		b.Method("string "+side.name+"(params char[] trimChars)", trim(side.left, side.right))
	}
}

var normalForms = map[int64]norm.Form{1: norm.NFC, 2: norm.NFD, 5: norm.NFKC, 6: norm.NFKD}

func insertText(c *value.Call) (value.Value, error) {
	s, at := c.This.Text(), dotnet.IntArg(c, 0)
	n := UTF16Length(s)
	if err := dotnet.FirstError(dotnet.IfNegative("startIndex", at), dotnet.IfGreater("startIndex", at, n)); err != nil {
		return value.Null, err
	}
	more := dotnet.TextArg(c, 1)
	if err := value.CheckTextLength(int64(len(s) + len(more))); err != nil {
		return value.Null, err
	}
	return value.Str(slice(s, 0, at) + more + slice(s, at, n)), nil
}

func pad(left bool) dotnet.Body {
	return func(c *value.Call) (value.Value, error) {
		if err := dotnet.IfNegative("totalWidth", dotnet.IntArg(c, 0)); err != nil {
			return value.Null, err
		}
		s, fill := c.This.Text(), " "
		if len(c.Args) > 1 {
			fill = unitText(uint16(c.Args[1].Int64()))
		}
		if err := value.CheckTextLength(2 * int64(dotnet.IntArg(c, 0))); err != nil {
			return value.Null, err
		}
		fill = strings.Repeat(fill, max(0, dotnet.IntArg(c, 0)-UTF16Length(s)))
		if left {
			return value.Str(fill + s), nil
		}
		return value.Str(s + fill), nil
	}
}

func removeTail(c *value.Call) (value.Value, error) {
	s, at := c.This.Text(), dotnet.IntArg(c, 0)
	if err := checkStart(UTF16Length(s), at); err != nil {
		return value.Null, err
	}
	return value.Str(slice(s, 0, at)), nil
}

func removeSpan(c *value.Call) (value.Value, error) {
	s, at, n := c.This.Text(), dotnet.IntArg(c, 0), dotnet.IntArg(c, 1)
	length := UTF16Length(s)
	if err := dotnet.FirstError(dotnet.IfNegative("startIndex", at), dotnet.IfNegative("count", n), dotnet.IfGreater("count", n, length-at)); err != nil {
		return value.Null, err
	}
	return value.Str(slice(s, 0, at) + slice(s, at+n, length)), nil
}

func replaceText(c *value.Call) (value.Value, error) {
	old := dotnet.TextArg(c, 0)
	if old == "" {
		return value.Null, dotnet.ThrowParam(dotnet.ExArgument, "oldValue", "The value cannot be an empty string.")
	}
	ignoreCase := len(c.Args) == 4 && dotnet.BoolArg(c, 2) || len(c.Args) == 3 && ignoresCase(c.Args[2])
	if err := checkReplaced(c.This.Text(), old, dotnet.TextArg(c, 1)); err != nil {
		return value.Null, err
	}
	if !ignoreCase {
		return value.Str(strings.ReplaceAll(c.This.Text(), old, dotnet.TextArg(c, 1))), nil
	}
	return value.Str(replaceFold(c.This.Text(), old, dotnet.TextArg(c, 1))), nil
}

// checkReplaced returns the exception for a text that would become too long.
func checkReplaced(s, old, to string) error {
	if len(to) <= len(old) {
		return value.CheckRoom(int64(len(s)))
	}
	most := int64(len(s)/len(old)) * int64(len(to))
	if most < 1<<20 {
		return nil
	}
	return value.CheckTextLength(min(most+int64(len(s)), int64(len(s))+int64(strings.Count(dotnet.Upper(s), dotnet.Upper(old)))*int64(len(to))))
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
		return dotnet.ThrowParam(dotnet.ExArgumentRange, "startIndex", "StartIndex cannot be less than zero.")
	case at > length:
		return dotnet.ThrowParam(dotnet.ExArgumentRange, "startIndex", "startIndex cannot be larger than length of string.")
	}
	return nil
}

func checkSpan(length, at, n int) error {
	switch err := checkStart(length, at); {
	case err != nil:
		return err
	case n < 0:
		return dotnet.ThrowParam(dotnet.ExArgumentRange, "length", "Length cannot be less than zero.")
	case at+n > length:
		return dotnet.ThrowParam(dotnet.ExArgumentRange, "length", "Index and length must refer to a location within the string.")
	}
	return nil
}

func substringFrom(c *value.Call) (value.Value, error) {
	s, at := c.This.Text(), dotnet.IntArg(c, 0)
	n := UTF16Length(s)
	if err := checkStart(n, at); err != nil {
		return value.Null, err
	}
	return value.Str(slice(s, at, n)), nil
}

func substring(c *value.Call) (value.Value, error) {
	s, at, n := c.This.Text(), dotnet.IntArg(c, 0), dotnet.IntArg(c, 1)
	if err := checkSpan(UTF16Length(s), at, n); err != nil {
		return value.Null, err
	}
	return value.Str(slice(s, at, at+n)), nil
}

func trim(left, right bool) dotnet.Body {
	return dotnet.Give(func(c *value.Call) value.Value {
		cut := unicode.IsSpace
		if len(c.Args) > 0 {
			if set := CharsText(c.Args[0]); set != "" {
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

// formOf is the form of normalization that a NormalizationForm names.
func formOf(v value.Value) norm.Form {
	switch v.Int64() {
	case 2:
		return norm.NFD
	case 5:
		return norm.NFKC
	case 6:
		return norm.NFKD
	}
	return norm.NFC
}

// copyChars puts chars of the string into an array.
func copyChars(c *value.Call) (value.Value, error) {
	u, to := value.Units(c.This.Text()), dotnet.Of[*value.Array](c.Args[1])
	from, at, n := dotnet.IntArg(c, 0), dotnet.IntArg(c, 2), dotnet.IntArg(c, 3)
	if to == nil {
		return value.Null, dotnet.ErrNullArgument("destination")
	}
	if err := dotnet.FirstError(dotnet.IfNegative("count", n), dotnet.IfNegative("sourceIndex", from), dotnet.IfNegative("destinationIndex", at),
		dotnet.IfGreater("sourceIndex", from, len(u)-n), dotnet.IfGreater("destinationIndex", at, len(to.Items)-n)); err != nil {
		return value.Null, err
	}
	for i := range n {
		to.Items[at+i] = value.Char(u[from+i])
	}
	return value.Void, nil
}
