package dotnet

import (
	"strings"
	"unicode"

	"exolab/runtime/value"
)

func loadString(t *value.Type, m *value.Members) {
	b := table{t, m}
	b.get("int Length", func(v value.Value) value.Value { return value.Int(utf16Length(v.Text())) })
	b.parameterized("Chars", "char Chars(int index)", charAt)
	b.method("System.Object Clone()", give(func(c *value.Call) value.Value { return c.This }))
	b.method("int CompareTo(System.Object value)", give(func(c *value.Call) value.Value {
		return value.Int(compareText(c.This.Text(), toText(c.Env, c.Args[0]), false))
	}))
	b.method("int CompareTo(string strB)", give(func(c *value.Call) value.Value { return value.Int(compareText(c.This.Text(), text(c, 0), false)) }))
	b.method("System.CharEnumerator GetEnumerator()", give(stringEnumerator))
	b.method("System.TypeCode GetTypeCode()", give(func(c *value.Call) value.Value { return typeCode(c.This) }))
	loadStringSearch(b)
	loadStringEdit(b)
	loadStringSplit(b)
	loadStringStatics(b)
	loadStringConstructors(b)
}

func charAt(c *value.Call) (value.Value, error) {
	u := value.Units(c.This.Text())
	if i := number(c, 0); i >= 0 && i < len(u) {
		return value.Char(u[i]), nil
	}
	return value.Null, throw(exIndexRange, "Index was outside the bounds of the array.")
}

func loadStringConstructors(b table) {
	b.constructor("(char c, int count)", func(c *value.Call) (value.Value, error) {
		if err := ifNegative("count", number(c, 1)); err != nil {
			return value.Null, err
		}
		return value.Str(strings.Repeat(unitText(uint16(c.Args[0].Int64())), number(c, 1))), nil
	})
	b.constructor("(char[] value)", give(func(c *value.Call) value.Value { return value.Str(charsText(c.Args[0])) }))
	b.constructor("(char[] value, int startIndex, int length)", func(c *value.Call) (value.Value, error) {
		s := charsText(c.Args[0])
		from, n := number(c, 1), number(c, 2)
		if err := checkSpan(utf16Length(s), from, n); err != nil {
			return value.Null, err
		}
		return value.Str(slice(s, from, from+n)), nil
	})
}

// charsText joins the elements of a char[].
func charsText(v value.Value) string {
	items := itemsOf(v)
	u := make([]uint16, len(items))
	for i, e := range items {
		u[i] = uint16(e.Int64())
	}
	return value.UnitsText(u)
}

// chars returns a char[] value.
func chars(u []uint16) value.Value {
	items := make([]value.Value, len(u))
	for i, c := range u {
		items[i] = value.Char(c)
	}
	return value.Obj(&value.Array{Elem: value.TypeChar, Items: items})
}

func upper(s string) string { return strings.Map(unicode.ToUpper, s) }
func lower(s string) string { return strings.Map(unicode.ToLower, s) }

// onText makes a body of a function of the string itself.
func onText(f func(string) string) body {
	return give(func(c *value.Call) value.Value { return value.Str(f(c.This.Text())) })
}

// stringEnumerator visits the chars one by one.
func stringEnumerator(c *value.Call) value.Value {
	return value.Obj(&Enumerator{T: typeCharEnumerator, items: itemsOf(chars(value.Units(c.This.Text()))), at: -1})
}
