package text

import (
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// ownText is what a value's own ToString gives: chars stand for themselves,
// numbers and dates are written in the current culture.
func ownText(env value.Env, v value.Value) string {
	switch v = value.Unwrap(v); v.Kind() {
	case value.KindNull:
		return ""
	case value.KindObject:
		return dotnet.ToText(env, v)
	}
	return value.CultureText(v)
}

func loadStringBuilderFormat(b dotnet.Rows) {
	const self = "System.Text.StringBuilder "
	format := func(at int, spread bool) dotnet.Body {
		return building(func(s *StringBuilder, c *value.Call) error {
			filled, err := dotnet.FormatCall(c, at, spread)
			s.Append(filled)
			return err
		})
	}
	for i, args := range dotnet.FormatParams {
		spread := i == len(dotnet.FormatParams)-1
		b.Method(self+"AppendFormat(string format, "+args+")", format(0, spread))
		b.Method(self+"AppendFormat(System.IFormatProvider provider, string format, "+args+")", format(1, spread))
	}
	join := building(func(s *StringBuilder, c *value.Call) error {
		s.Append(dotnet.JoinText(c.Env, Needle(c.Args[0]), dotnet.ItemsOf(c.Args[1])))
		return nil
	})
	for _, separator := range [...]string{"string", "char"} {
		for _, values := range [...]string{"params string[] values", "params System.Object[] values", "System.Collections.Generic.IEnumerable[T] values"} {
			b.Method(self+"AppendJoin("+separator+" separator, "+values+")", join)
		}
	}
	appendPart := building(func(s *StringBuilder, c *value.Call) error {
		all := Needle(c.Args[0])
		if _, chars := value.As[*value.Array](c.Args[0]); chars {
			all = CharsText(c.Args[0])
		} else if other, ok := value.As[*StringBuilder](c.Args[0]); ok {
			all = other.String()
		}
		from, n := dotnet.IntArg(c, 1), dotnet.IntArg(c, 2)
		if err := checkSpan(UTF16Length(all), from, n); err != nil {
			return err
		}
		s.Append(slice(all, from, from+n))
		return nil
	})
	for _, p := range [...]string{"char[]", "string", "System.Text.StringBuilder"} {
		b.Method(self+"Append("+p+" value, int startIndex, int count)", appendPart)
	}
	b.Method("int EnsureCapacity(int capacity)", dotnet.Give(func(c *value.Call) value.Value { return value.Int(max(16, dotnet.IntArg(c, 0))) }))
	b.Method("bool Equals(System.Text.StringBuilder sb)", dotnet.Give(func(c *value.Call) value.Value {
		other := dotnet.Of[*StringBuilder](c.Args[0])
		return value.Bool(other != nil && other.String() == dotnet.Of[*StringBuilder](c.This).String())
	}))
	b.Method("void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count)", func(c *value.Call) (value.Value, error) {
		call := *c
		call.This = value.Str(dotnet.Of[*StringBuilder](c.This).String())
		return copyChars(&call)
	})
}

func loadStringBuilderInsert(b dotnet.Rows) {
	const self = "System.Text.StringBuilder "
	for _, p := range [...]string{"System.Object", "bool", "byte", "char", "decimal", "double", "float", "int", "long", "sbyte", "short", "uint", "ulong", "ushort"} {
		b.Method(self+"Insert(int index, "+p+" value)", edited(func(c *value.Call) (value.Value, error) {
			c.Args[1] = value.Str(ownText(c.Env, c.Args[1]))
			return insertText(c)
		}))
	}
	b.Method(self+"Insert(int index, char[] value)", edited(func(c *value.Call) (value.Value, error) {
		c.Args[1] = value.Str(CharsText(c.Args[1]))
		return insertText(c)
	}))
	b.Method(self+"Insert(int index, string value, int count)", edited(func(c *value.Call) (value.Value, error) {
		c.Args[1] = value.Str(strings.Repeat(dotnet.TextArg(c, 1), max(0, dotnet.IntArg(c, 2))))
		return insertText(c)
	}))
	b.Method(self+"Insert(int index, char[] value, int startIndex, int charCount)", edited(func(c *value.Call) (value.Value, error) {
		all, from, n := CharsText(c.Args[1]), dotnet.IntArg(c, 2), dotnet.IntArg(c, 3)
		if err := checkSpan(UTF16Length(all), from, n); err != nil {
			return value.Null, err
		}
		c.Args[1] = value.Str(slice(all, from, from+n))
		return insertText(c)
	}))
}

// replaceWithin replaces in a part of the text only.
func replaceWithin(c *value.Call) (value.Value, error) {
	s, old, to := c.This.Text(), Needle(c.Args[0]), Needle(c.Args[1])
	from, n := dotnet.IntArg(c, 2), dotnet.IntArg(c, 3)
	length := UTF16Length(s)
	if err := checkSpan(length, from, n); err != nil {
		return value.Null, err
	}
	if old == "" {
		return value.Null, dotnet.ThrowParam(dotnet.ExArgument, "oldValue", "The value cannot be an empty string.")
	}
	return value.Str(slice(s, 0, from) + strings.ReplaceAll(slice(s, from, from+n), old, to) + slice(s, from+n, length)), nil
}
