package text

import (
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/dotnet/collections"
	"exolab/runtime/value"
)

func loadString(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	b.Get("int Length", func(v value.Value) value.Value { return value.Int(UTF16Length(v.Text())) })
	b.Parameterized("Chars", "char Chars(int index)", charAt)
	b.Method("System.Object Clone()", dotnet.Give(func(c *value.Call) value.Value { return c.This }))
	b.Method("int CompareTo(System.Object value)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Int(dotnet.CompareText(c.This.Text(), dotnet.ToText(c.Env, c.Args[0]), false))
	}))
	b.Method("int CompareTo(string strB)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Int(dotnet.CompareText(c.This.Text(), dotnet.TextArg(c, 0), false))
	}))
	b.Method("System.CharEnumerator GetEnumerator()", dotnet.Give(stringEnumerator))
	b.Method("System.TypeCode GetTypeCode()", dotnet.Give(func(c *value.Call) value.Value { return dotnet.TypeCodeOf(c.This) }))
	loadStringSearch(b)
	loadStringEdit(b)
	loadStringSplit(b)
	loadStringStatics(b)
	loadStringConstructors(b)
}

func charAt(c *value.Call) (value.Value, error) {
	u := value.Units(c.This.Text())
	if i := dotnet.IntArg(c, 0); i >= 0 && i < len(u) {
		return value.Char(u[i]), nil
	}
	return value.Null, dotnet.Throw(dotnet.ExIndexRange, "Index was outside the bounds of the array.")
}

func loadStringConstructors(b dotnet.Rows) {
	b.Constructor("(char c, int count)", func(c *value.Call) (value.Value, error) {
		if err := dotnet.IfNegative("count", dotnet.IntArg(c, 1)); err != nil {
			return value.Null, err
		}
		return value.Str(strings.Repeat(unitText(uint16(c.Args[0].Int64())), dotnet.IntArg(c, 1))), nil
	})
	b.Constructor("(char[] value)", dotnet.Give(func(c *value.Call) value.Value { return value.Str(CharsText(c.Args[0])) }))
	b.Constructor("(char[] value, int startIndex, int length)", func(c *value.Call) (value.Value, error) {
		s := CharsText(c.Args[0])
		from, n := dotnet.IntArg(c, 1), dotnet.IntArg(c, 2)
		if err := checkSpan(UTF16Length(s), from, n); err != nil {
			return value.Null, err
		}
		return value.Str(slice(s, from, from+n)), nil
	})
}

// CharsText joins the elements of a char[].
func CharsText(v value.Value) string {
	items := dotnet.ItemsOf(v)
	u := make([]uint16, len(items))
	for i, e := range items {
		u[i] = uint16(e.Int64())
	}
	return value.UnitsText(u)
}

// Chars returns a char[] value.
func Chars(u []uint16) value.Value {
	items := value.MakeItems(len(u))
	for i, c := range u {
		items[i] = value.Char(c)
	}
	return value.Obj(&value.Array{Elem: value.TypeChar, Items: items})
}

// charsOf is the char[] of a text.
func charsOf(s string) value.Value {
	value.Claim(2 * int64(len(s)))
	return Chars(value.Units(s))
}

// onText makes a body of a function of the string itself.
func onText(f func(string) string) dotnet.Body {
	return dotnet.Give(func(c *value.Call) value.Value {
		text := c.This.Text()
		value.Claim(int64(len(text)))
		return value.Str(f(text))
	})
}

// stringEnumerator visits the chars one by one.
func stringEnumerator(c *value.Call) value.Value {
	return value.Obj(&collections.Enumerator{T: collections.TypeCharEnumerator, Items: dotnet.ItemsOf(charsOf(c.This.Text())), At: -1})
}
