package dotnet

import (
	"strings"

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
func (s *StringBuilder) String() string { return string(s.Text) }

// building makes a body that changes the builder and returns it.
func building(f func(s *StringBuilder, c *value.Call) error) body {
	return func(c *value.Call) (value.Value, error) { return c.This, f(of[*StringBuilder](c.This), c) }
}

func (s *StringBuilder) append(text string) { s.Text = append(s.Text, text...) }

func loadStringBuilder(t *value.Type, m *value.Members) {
	b := table{t, m}
	sb := of[*StringBuilder]
	b.property("int Length", func(_ value.Env, v value.Value) (value.Value, error) {
		return value.Int(utf16Length(sb(v).String())), nil
	},
		func(_ value.Env, v, to value.Value) error {
			s, n := sb(v), int(to.Int64())
			if pad := n - utf16Length(s.String()); pad > 0 {
				s.append(strings.Repeat("\x00", pad))
			} else {
				s.Text = []byte(slice(s.String(), 0, n))
			}
			return nil
		})
	b.property("int Capacity", func(_ value.Env, v value.Value) (value.Value, error) { return value.Int(max(16, cap(sb(v).Text))), nil },
		func(value.Env, value.Value, value.Value) error { return nil })
	b.get("int MaxCapacity", func(value.Value) value.Value { return value.Int(1<<31 - 1) })
	const self = "System.Text.StringBuilder "
	for _, p := range []string{"string", "char", "System.Object"} {
		b.method(self+"Append("+p+" value)", building(func(s *StringBuilder, c *value.Call) error {
			s.append(toText(c.Env, c.Args[0]))
			return nil
		}))
	}
	b.method(self+"Append(char[] value)", building(func(s *StringBuilder, c *value.Call) error { s.append(charsText(c.Args[0])); return nil }))
	b.method(self+"Append(char value, int repeatCount)", building(func(s *StringBuilder, c *value.Call) error {
		s.append(strings.Repeat(needle(c.Args[0]), max(0, number(c, 1))))
		return nil
	}))
	b.method(self+"AppendLine()", building(func(s *StringBuilder, _ *value.Call) error { s.append("\n"); return nil }))
	b.method(self+"AppendLine(string value)", building(func(s *StringBuilder, c *value.Call) error { s.append(text(c, 0) + "\n"); return nil }))
	format := building(func(s *StringBuilder, c *value.Call) error {
		args := c.Args[1:]
		if a, ok := value.As[*value.Array](args[0]); ok && len(args) == 1 {
			args = a.Items
		}
		filled, err := formatComposite(c.Env, text(c, 0), args)
		s.append(filled)
		return err
	})
	b.method(self+"AppendFormat(string format, System.Object arg0)", format)
	b.method(self+"AppendFormat(string format, System.Object arg0, System.Object arg1)", format)
	b.method(self+"AppendFormat(string format, System.Object arg0, System.Object arg1, System.Object arg2)", format)
	b.method(self+"AppendFormat(string format, params System.Object[] args)", format)
	b.method(self+"AppendJoin(string separator, params System.Object[] values)", building(func(s *StringBuilder, c *value.Call) error {
		s.append(joinText(c.Env, text(c, 0), itemsOf(c.Args[1])))
		return nil
	}))
	loadStringBuilderEdit(b)
	b.constructor("()", give(func(*value.Call) value.Value { return value.Obj(&StringBuilder{}) }))
	b.constructor("(int capacity)", give(func(*value.Call) value.Value { return value.Obj(&StringBuilder{}) }))
	b.constructor("(string value)", give(func(c *value.Call) value.Value { return value.Obj(&StringBuilder{Text: []byte(text(c, 0))}) }))
	b.constructor("(string value, int capacity)", give(func(c *value.Call) value.Value { return value.Obj(&StringBuilder{Text: []byte(text(c, 0))}) }))
}

// edited makes a body of a string method that yields the builder's new text.
func edited(f body) body {
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

func loadStringBuilderEdit(b table) {
	const self = "System.Text.StringBuilder "
	b.method(self+"Clear()", building(func(s *StringBuilder, _ *value.Call) error { s.Text = nil; return nil }))
	b.method(self+"Insert(int index, string value)", edited(insertText))
	b.method(self+"Insert(int index, System.Object value)", edited(func(c *value.Call) (value.Value, error) {
		c.Args[1] = value.Str(toText(c.Env, c.Args[1]))
		return insertText(c)
	}))
	b.method(self+"Remove(int startIndex, int length)", edited(removeSpan))
	b.method(self+"Replace(string oldValue, string newValue)", edited(replaceText))
	b.method(self+"Replace(char oldChar, char newChar)", edited(give(func(c *value.Call) value.Value {
		return value.Str(strings.ReplaceAll(c.This.Text(), needle(c.Args[0]), needle(c.Args[1])))
	})))
	b.method("string ToString()", give(func(c *value.Call) value.Value { return value.Str(of[*StringBuilder](c.This).String()) }))
	b.method("string ToString(int startIndex, int length)", func(c *value.Call) (value.Value, error) {
		call := *c
		call.This = value.Str(of[*StringBuilder](c.This).String())
		return substring(&call)
	})
	b.parameterized("Chars", "char Chars(int index)", func(c *value.Call) (value.Value, error) {
		call := *c
		call.This = value.Str(of[*StringBuilder](c.This).String())
		return charAt(&call)
	})
}
