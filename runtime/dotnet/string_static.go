package dotnet

import (
	"strings"
	"unicode"

	"exolab/runtime/value"
)

func loadStringStatics(b table) {
	b.constant("string Empty", value.Str(""))
	b.static("bool IsNullOrEmpty(string value)", give(func(c *value.Call) value.Value { return value.Bool(text(c, 0) == "") }))
	b.static("bool IsNullOrWhiteSpace(string value)", give(func(c *value.Call) value.Value {
		return value.Bool(strings.TrimFunc(text(c, 0), unicode.IsSpace) == "")
	}))
	join := func(c *value.Call) (value.Value, error) {
		if c.Args[1].IsNull() {
			return value.Null, errNullArgument("values")
		}
		return value.Str(joinText(c.Env, needle(c.Args[0]), itemsOf(c.Args[1]))), nil
	}
	// .NET asks each object for its text in the current culture.
	joinObjects := func(c *value.Call) (value.Value, error) {
		if c.Args[1].IsNull() {
			return value.Null, errNullArgument("values")
		}
		items := itemsOf(c.Args[1])
		texts := make([]string, len(items))
		for i, v := range items {
			texts[i] = value.CultureText(v)
		}
		return value.Str(strings.Join(texts, needle(c.Args[0]))), nil
	}
	b.static("string Join(string separator, params string[] value)", join)
	b.static("string Join(string separator, params System.Object[] values)", joinObjects)
	b.static("string Join(string separator, System.Collections.Generic.IEnumerable[string] values)", join)
	b.static("string Join(char separator, params string[] value)", join)
	b.static("string Join(char separator, params System.Object[] values)", joinObjects)
	b.static("string Join(string separator, string[] value, int startIndex, int count)", joinSpan)
	concat := give(func(c *value.Call) value.Value {
		if len(c.Args) == 1 {
			return value.Str(joinText(c.Env, "", itemsOf(c.Args[0])))
		}
		return value.Str(joinText(c.Env, "", c.Args))
	})
	b.static("string Concat(System.Object arg0)", concat)
	b.static("string Concat(string str0, string str1)", concat)
	b.static("string Concat(string str0, string str1, string str2)", concat)
	b.static("string Concat(System.Object arg0, System.Object arg1)", concat)
	b.static("string Concat(System.Object arg0, System.Object arg1, System.Object arg2)", concat)
	b.static("string Concat(params System.Object[] args)", concat)
	b.static("string Concat(params string[] values)", concat)
	b.static("string Copy(string str)", give(func(c *value.Call) value.Value { return c.Args[0] }))
	b.static("string Intern(string str)", give(func(c *value.Call) value.Value { return c.Args[0] }))
	loadStringCompare(b)
	loadStringFormat(b)
}

func joinText(env value.Env, sep string, items []value.Value) string {
	var out strings.Builder
	for i, v := range items {
		if i > 0 {
			out.WriteString(sep)
		}
		out.WriteString(toText(env, v))
	}
	return out.String()
}

func joinSpan(c *value.Call) (value.Value, error) {
	items, at, n := itemsOf(c.Args[1]), number(c, 2), number(c, 3)
	if err := firstError(ifNegative("startIndex", at), ifNegative("count", n), ifGreater("startIndex", at, len(items)-n)); err != nil {
		return value.Null, err
	}
	return value.Str(joinText(c.Env, text(c, 0), items[at:at+n])), nil
}

func loadStringCompare(b table) {
	compare := give(func(c *value.Call) value.Value {
		fold := len(c.Args) > 2 && c.Args[2].Int64()&1 == 1
		ordinal := len(c.Args) > 2 && c.Args[2].Kind() == value.KindEnum && c.Args[2].Int64() >= 4
		if ordinal {
			return value.Int(compareOrdinal(text(c, 0), text(c, 1), fold))
		}
		return value.Int(compareText(text(c, 0), text(c, 1), fold))
	})
	b.static("int Compare(string strA, string strB)", compare)
	b.static("int Compare(string strA, string strB, bool ignoreCase)", compare)
	b.static("int Compare(string strA, string strB, System.StringComparison comparisonType)", compare)
	b.static("int Compare(string strA, string strB, bool ignoreCase, cultureinfo culture)", compare)
	b.static("int CompareOrdinal(string strA, string strB)", give(func(c *value.Call) value.Value {
		return value.Int(compareOrdinal(text(c, 0), text(c, 1), false))
	}))
	b.static("bool Equals(string a, string b)", give(func(c *value.Call) value.Value { return value.Bool(text(c, 0) == text(c, 1)) }))
	b.static("bool Equals(string a, string b, System.StringComparison comparisonType)", give(func(c *value.Call) value.Value {
		a, z := text(c, 0), text(c, 1)
		return value.Bool(a == z || ignoresCase(c.Args[2]) && lower(a) == lower(z))
	}))
}

// compareOrdinal compares by code unit and returns the difference as .NET does.
func compareOrdinal(a, b string, fold bool) int {
	if fold {
		a, b = upper(a), upper(b)
	}
	x, y := value.Units(a), value.Units(b)
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return int(x[i]) - int(y[i])
		}
	}
	return len(x) - len(y)
}

func loadStringFormat(b table) {
	format := func(c *value.Call) (value.Value, error) {
		args := c.Args[1:]
		if a, ok := value.As[*value.Array](args[0]); ok && len(args) == 1 {
			args = a.Items
		}
		s, err := formatComposite(c.Env, text(c, 0), args)
		return value.Str(s), err
	}
	b.static("string Format(string format, System.Object arg0)", format)
	b.static("string Format(string format, System.Object arg0, System.Object arg1)", format)
	b.static("string Format(string format, System.Object arg0, System.Object arg1, System.Object arg2)", format)
	b.static("string Format(string format, params System.Object[] args)", format)
	b.static("string Format(System.IFormatProvider provider, string format, params System.Object[] args)", func(c *value.Call) (value.Value, error) {
		s, err := formatComposite(c.Env, text(c, 1), itemsOf(c.Args[2]))
		return value.Str(s), err
	})
}
