package text

import (
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// StringBuilder is a System.Text.StringBuilder.
type StringBuilder struct {
	value.Extended
	Text []byte
}

var typeStringBuilder = &value.Type{Name: "StringBuilder", FullName: "System.Text.StringBuilder", Kind: value.KindObject, Base: value.TypeObject}

// PSType returns StringBuilder.
func (*StringBuilder) PSType() *value.Type { return typeStringBuilder }

// String returns the text so far.
func (s *StringBuilder) String() string {
	value.Claim(int64(len(s.Text)))
	return string(s.Text)
}

// building makes a body that changes the builder and returns it.
func building(f func(s *StringBuilder, c *value.Call) error) dotnet.Body {
	return func(c *value.Call) (value.Value, error) { return c.This, f(dotnet.Of[*StringBuilder](c.This), c) }
}

// Append adds text at the end.
func (s *StringBuilder) Append(text string) {
	if size := len(s.Text) + len(text); size > cap(s.Text) {
		value.Claim(int64(size) * 5 / 4)
	}
	s.Text = append(s.Text, text...)
}

func loadStringBuilder(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	sb := dotnet.Of[*StringBuilder]
	b.Property("int Length", func(_ value.Env, v value.Value) (value.Value, error) {
		return value.Int(UTF16Length(sb(v).String())), nil
	},
		func(_ value.Env, v, to value.Value) error {
			s, n := sb(v), int(to.Int64())
			if pad := n - UTF16Length(s.String()); pad > 0 {
				s.Append(strings.Repeat("\x00", pad))
			} else {
				s.Text = []byte(slice(s.String(), 0, n))
			}
			return nil
		})
	b.Property("int Capacity", func(_ value.Env, v value.Value) (value.Value, error) { return value.Int(max(16, cap(sb(v).Text))), nil },
		func(value.Env, value.Value, value.Value) error { return nil })
	b.Get("int MaxCapacity", func(value.Value) value.Value { return value.Int(1<<31 - 1) })
	const self = "System.Text.StringBuilder "
	for _, p := range []string{"string", "char", "System.Object", "bool", "byte", "decimal", "double", "float", "int", "long", "sbyte", "short", "uint", "ulong", "ushort", "System.Text.StringBuilder"} {
		b.Method(self+"Append("+p+" value)", building(func(s *StringBuilder, c *value.Call) error {
			s.Append(ownText(c.Env, c.Args[0]))
			return nil
		}))
	}
	b.Method(self+"Append(char[] value)", building(func(s *StringBuilder, c *value.Call) error { s.Append(CharsText(c.Args[0])); return nil }))
	b.Method(self+"Append(char value, int repeatCount)", building(func(s *StringBuilder, c *value.Call) error {
		n := max(0, dotnet.IntArg(c, 1))
		if err := value.CheckTextLength(int64(n)); err != nil {
			return err
		}
		s.Append(strings.Repeat(Needle(c.Args[0]), n))
		return nil
	}))
	b.Method(self+"AppendLine()", building(func(s *StringBuilder, _ *value.Call) error { s.Append("\n"); return nil }))
	b.Method(self+"AppendLine(string value)", building(func(s *StringBuilder, c *value.Call) error { s.Append(dotnet.TextArg(c, 0) + "\n"); return nil }))
	loadStringBuilderFormat(b)
	loadStringBuilderEdit(b)
	b.Constructor("()", dotnet.Give(func(*value.Call) value.Value { return value.Obj(&StringBuilder{}) }))
	b.Constructor("(int capacity)", dotnet.Give(func(*value.Call) value.Value { return value.Obj(&StringBuilder{}) }))
	b.Constructor("(string value)", dotnet.Give(func(c *value.Call) value.Value { return value.Obj(&StringBuilder{Text: []byte(dotnet.TextArg(c, 0))}) }))
	b.Constructor("(int capacity, int maxCapacity)", dotnet.Give(func(*value.Call) value.Value { return value.Obj(&StringBuilder{}) }))
	b.Constructor("(string value, int startIndex, int length, int capacity)", func(c *value.Call) (value.Value, error) {
		s, from, n := dotnet.TextArg(c, 0), dotnet.IntArg(c, 1), dotnet.IntArg(c, 2)
		if err := checkSpan(UTF16Length(s), from, n); err != nil {
			return value.Null, err
		}
		return value.Obj(&StringBuilder{Text: []byte(slice(s, from, from+n))}), nil
	})
	b.Constructor("(string value, int capacity)", dotnet.Give(func(c *value.Call) value.Value { return value.Obj(&StringBuilder{Text: []byte(dotnet.TextArg(c, 0))}) }))
}

// edited makes a body of a string method that yields the builder's new text.
func edited(f dotnet.Body) dotnet.Body {
	return building(func(s *StringBuilder, c *value.Call) error {
		call := *c
		call.This = value.Str(s.String())
		v, err := f(&call)
		if err == nil {
			s.Text = []byte(v.Text())
		}
		return err
	})
}

func loadStringBuilderEdit(b dotnet.Rows) {
	const self = "System.Text.StringBuilder "
	b.Method(self+"Clear()", building(func(s *StringBuilder, _ *value.Call) error { s.Text = nil; return nil }))
	b.Method(self+"Insert(int index, string value)", edited(insertText))
	loadStringBuilderInsert(b)
	b.Method(self+"Remove(int startIndex, int length)", edited(removeSpan))
	b.Method(self+"Replace(string oldValue, string newValue)", edited(replaceText))
	b.Method(self+"Replace(string oldValue, string newValue, int startIndex, int count)", edited(replaceWithin))
	b.Method(self+"Replace(char oldChar, char newChar, int startIndex, int count)", edited(replaceWithin))
	b.Method(self+"Replace(char oldChar, char newChar)", edited(dotnet.Give(func(c *value.Call) value.Value {
		return value.Str(strings.ReplaceAll(c.This.Text(), Needle(c.Args[0]), Needle(c.Args[1])))
	})))
	b.Method("string ToString()", dotnet.Give(func(c *value.Call) value.Value { return value.Str(dotnet.Of[*StringBuilder](c.This).String()) }))
	b.Method("string ToString(int startIndex, int length)", func(c *value.Call) (value.Value, error) {
		call := *c
		call.This = value.Str(dotnet.Of[*StringBuilder](c.This).String())
		return substring(&call)
	})
	b.Parameterized("Chars", "char Chars(int index)", func(c *value.Call) (value.Value, error) {
		call := *c
		call.This = value.Str(dotnet.Of[*StringBuilder](c.This).String())
		return charAt(&call)
	})
}
