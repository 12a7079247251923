package text

import (
	"strings"
	"unicode"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

func loadStringStatics(b dotnet.Rows) {
	b.Constant("string Empty", value.Str(""))
	b.Static("bool IsNullOrEmpty(string value)", dotnet.Give(func(c *value.Call) value.Value { return value.Bool(dotnet.TextArg(c, 0) == "") }))
	b.Static("bool IsNullOrWhiteSpace(string value)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Bool(strings.TrimFunc(dotnet.TextArg(c, 0), unicode.IsSpace) == "")
	}))
	join := func(c *value.Call) (value.Value, error) {
		if c.Args[1].IsNull() {
			return value.Null, dotnet.ErrNullArgument("values")
		}
		return value.Str(dotnet.JoinText(c.Env, Needle(c.Args[0]), dotnet.ItemsOf(c.Args[1]))), nil
	}
	// .NET asks each object for its text in the current culture.
	joinObjects := func(c *value.Call) (value.Value, error) {
		if c.Args[1].IsNull() {
			return value.Null, dotnet.ErrNullArgument("values")
		}
		items := dotnet.ItemsOf(c.Args[1])
		texts := make([]string, len(items))
		for i, v := range items {
			texts[i] = value.CultureText(v)
		}
		return value.Str(strings.Join(texts, Needle(c.Args[0]))), nil
	}
	b.Static("string Join(string separator, params string[] value)", join)
	b.Static("string Join(string separator, params System.Object[] values)", joinObjects)
	b.Static("string Join(string separator, System.Collections.Generic.IEnumerable[string] values)", join)
	b.Static("string Join(char separator, params string[] value)", join)
	b.Static("string Join(char separator, params System.Object[] values)", joinObjects)
	b.Static("string Join(string separator, System.Collections.Generic.IEnumerable[T] values)", joinObjects)
	b.Static("string Join(char separator, System.Collections.Generic.IEnumerable[T] values)", joinObjects)
	b.Static("string Join(string separator, string[] value, int startIndex, int count)", joinSpan)
	b.Static("string Join(char separator, string[] value, int startIndex, int count)", joinSpan)
	concat := dotnet.Give(func(c *value.Call) value.Value {
		if len(c.Args) == 1 {
			return value.Str(dotnet.JoinText(c.Env, "", dotnet.ItemsOf(c.Args[0])))
		}
		return value.Str(dotnet.JoinText(c.Env, "", c.Args))
	})
	b.Static("string Concat(System.Object arg0)", concat)
	b.Static("string Concat(string str0, string str1)", concat)
	b.Static("string Concat(string str0, string str1, string str2)", concat)
	b.Static("string Concat(System.Object arg0, System.Object arg1)", concat)
	b.Static("string Concat(System.Object arg0, System.Object arg1, System.Object arg2)", concat)
	b.Static("string Concat(string str0, string str1, string str2, string str3)", concat)
	b.Static("string Concat(System.Collections.Generic.IEnumerable[string] values)", concat)
	b.Static("string Concat(System.Collections.Generic.IEnumerable[T] values)", concat)
	b.Static("string Concat(params System.Object[] args)", concat)
	b.Static("string Concat(params string[] values)", concat)
	b.Static("string Copy(string str)", dotnet.Give(func(c *value.Call) value.Value { return c.Args[0] }))
	b.Static("string IsInterned(string str)", dotnet.Give(func(c *value.Call) value.Value { return c.Args[0] }))
	b.Static("string Intern(string str)", dotnet.Give(func(c *value.Call) value.Value { return c.Args[0] }))
	loadStringCompare(b)
	loadStringFormat(b)
}

func joinSpan(c *value.Call) (value.Value, error) {
	items, at, n := dotnet.ItemsOf(c.Args[1]), dotnet.IntArg(c, 2), dotnet.IntArg(c, 3)
	if err := dotnet.FirstError(dotnet.IfNegative("startIndex", at), dotnet.IfNegative("count", n), dotnet.IfGreater("startIndex", at, len(items)-n)); err != nil {
		return value.Null, err
	}
	return value.Str(dotnet.JoinText(c.Env, Needle(c.Args[0]), items[at:at+n])), nil
}

func loadStringCompare(b dotnet.Rows) {
	loadStringOrder(b)
	b.Static("bool Equals(string a, string b)", dotnet.Give(func(c *value.Call) value.Value { return value.Bool(dotnet.TextArg(c, 0) == dotnet.TextArg(c, 1)) }))
	b.Static("bool Equals(string a, string b, System.StringComparison comparisonType)", dotnet.Give(func(c *value.Call) value.Value {
		a, z := dotnet.TextArg(c, 0), dotnet.TextArg(c, 1)
		return value.Bool(a == z || ignoresCase(c.Args[2]) && dotnet.Lower(a) == dotnet.Lower(z))
	}))
}

func loadStringFormat(b dotnet.Rows) {
	format := func(at int, spread bool) dotnet.Body {
		return func(c *value.Call) (value.Value, error) {
			s, err := dotnet.FormatCall(c, at, spread)
			return value.Str(s), err
		}
	}
	for i, args := range dotnet.FormatParams {
		spread := i == len(dotnet.FormatParams)-1
		b.Static("string Format(string format, "+args+")", format(0, spread))
		b.Static("string Format(System.IFormatProvider provider, string format, "+args+")", format(1, spread))
	}
}
