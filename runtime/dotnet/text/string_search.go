package text

import (
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

func loadStringSearch(b dotnet.Rows) {
	for _, p := range []string{"string value", "char value"} {
		b.Method("bool Contains("+p+")", searchText(func(s, v string, fold bool) bool { return indexText(s, v, fold) >= 0 }))
		b.Method("bool Contains("+p+", System.StringComparison comparisonType)", searchText(func(s, v string, fold bool) bool { return indexText(s, v, fold) >= 0 }))
		b.Method("bool StartsWith("+p+")", searchText(hasPrefix))
		b.Method("bool EndsWith("+p+")", searchText(hasSuffix))
		for _, last := range []bool{false, true} {
			name := "int IndexOf("
			if last {
				name = "int LastIndexOf("
			}
			b.Method(name+p+")", find(last))
			b.Method(name+p+", int startIndex)", find(last))
			b.Method(name+p+", int startIndex, int count)", find(last))
			if !last || p == "string value" {
				b.Method(name+p+", System.StringComparison comparisonType)", find(last))
			}
			if p == "string value" {
				b.Method(name+p+", int startIndex, System.StringComparison comparisonType)", find(last))
				b.Method(name+p+", int startIndex, int count, System.StringComparison comparisonType)", find(last))
			}
		}
	}
	for _, side := range []struct {
		name string
		test func(s, v string, fold bool) bool
	}{{"StartsWith", hasPrefix}, {"EndsWith", hasSuffix}} {
		b.Method("bool "+side.name+"(string value, System.StringComparison comparisonType)", searchText(side.test))
		b.Method("bool "+side.name+"(string value, bool ignoreCase, cultureinfo culture)", searchText(side.test))
	}
	for _, last := range []bool{false, true} {
		name := "int IndexOfAny("
		if last {
			name = "int LastIndexOfAny("
		}
		b.Method(name+"char[] anyOf)", findAny(last))
		b.Method(name+"char[] anyOf, int startIndex)", findAny(last))
		b.Method(name+"char[] anyOf, int startIndex, int count)", findAny(last))
	}
	b.Method("bool Equals(System.Object obj)", dotnet.Give(func(c *value.Call) value.Value { return value.Bool(dotnet.SameValue(c.This, c.Args[0])) }))
	b.Method("bool Equals(string value)", dotnet.Give(func(c *value.Call) value.Value { return value.Bool(c.This.Text() == dotnet.TextArg(c, 0)) }))
	b.Method("bool Equals(string value, System.StringComparison comparisonType)", searchText(func(s, v string, fold bool) bool {
		return s == v || fold && dotnet.Lower(s) == dotnet.Lower(v)
	}))
}

// ignoresCase tells the StringComparison values that ignore case: the odd ones.
func ignoresCase(comparison value.Value) bool { return comparison.Int64()&1 == 1 }

// Needle is the string or char searched for.
func Needle(v value.Value) string {
	if v.Kind() == value.KindChar {
		return unitText(uint16(v.Int64()))
	}
	return v.Text()
}

// searchText makes a body of a test; a second argument says whether to ignore
// case, as a StringComparison or a bool.
func searchText(test func(s, v string, fold bool) bool) dotnet.Body {
	return func(c *value.Call) (value.Value, error) {
		fold := false
		if len(c.Args) > 1 {
			fold = c.Args[1].Int64()&1 == 1
		}
		return value.Bool(test(c.This.Text(), Needle(c.Args[0]), fold)), nil
	}
}

func hasPrefix(s, v string, fold bool) bool {
	if fold {
		return len(s) >= len(v) && strings.EqualFold(s[:len(v)], v)
	}
	return strings.HasPrefix(s, v)
}

func hasSuffix(s, v string, fold bool) bool {
	if fold {
		return len(s) >= len(v) && strings.EqualFold(s[len(s)-len(v):], v)
	}
	return strings.HasSuffix(s, v)
}

// indexText finds v in s and returns its byte position, or -1.
func indexText(s, v string, fold bool) int {
	if !fold {
		return strings.Index(s, v)
	}
	for i := 0; i+len(v) <= len(s); i++ {
		if strings.EqualFold(s[i:i+len(v)], v) {
			return i
		}
	}
	return -1
}

func lastIndexText(s, v string, fold bool) int {
	if !fold {
		return strings.LastIndex(s, v)
	}
	for i := len(s) - len(v); i >= 0; i-- {
		if strings.EqualFold(s[i:i+len(v)], v) {
			return i
		}
	}
	return -1
}

// searchRange reads the optional startIndex and count and returns the part of
// the string to search by UTF-16 positions.
func searchRange(c *value.Call, length int, last bool) (from, to int, fold bool, err error) {
	rest := c.Args[1:]
	if n := len(rest); n > 0 && rest[n-1].Kind() == value.KindEnum {
		fold, rest = ignoresCase(rest[n-1]), rest[:n-1]
	}
	if len(rest) == 0 {
		return 0, length, fold, nil
	}
	start := int(rest[0].Int64())
	if last {
		return lastRange(rest, start, length, fold)
	}
	if start < 0 || start > length {
		return 0, 0, false, dotnet.ThrowParam(dotnet.ExArgumentRange, "startIndex", "Index was out of range. Must be non-negative and less than or equal to the size of the collection.")
	}
	to = length
	if len(rest) > 1 {
		to = start + int(rest[1].Int64())
		if to < start || to > length {
			return 0, 0, false, dotnet.ThrowParam(dotnet.ExArgumentRange, "count", "Count must be positive and count must refer to a location within the string/array/collection.")
		}
	}
	return start, to, fold, nil
}

func lastRange(rest []value.Value, start, length int, fold bool) (int, int, bool, error) {
	if length == 0 {
		return 0, 0, fold, nil
	}
	if start < 0 || start > length {
		return 0, 0, false, dotnet.ThrowParam(dotnet.ExArgumentRange, "startIndex", "Index was out of range. Must be non-negative and less than or equal to the size of the collection.")
	}
	to := min(start+1, length)
	from := 0
	if len(rest) > 1 {
		n := int(rest[1].Int64())
		if from = start - n + 1; n < 0 || from < 0 {
			return 0, 0, false, dotnet.ThrowParam(dotnet.ExArgumentRange, "count", "Count must be positive and count must refer to a location within the string/array/collection.")
		}
	}
	return from, to, fold, nil
}

func find(last bool) dotnet.Body {
	return func(c *value.Call) (value.Value, error) {
		s := c.This.Text()
		from, to, fold, err := searchRange(c, UTF16Length(s), last)
		if err != nil {
			return value.Null, err
		}
		part := slice(s, from, to)
		at := 0
		if last {
			at = lastIndexText(part, Needle(c.Args[0]), fold)
		} else {
			at = indexText(part, Needle(c.Args[0]), fold)
		}
		if at < 0 {
			return value.Int(-1), nil
		}
		return value.Int(from + unitOffset(part, at)), nil
	}
}

func findAny(last bool) dotnet.Body {
	return func(c *value.Call) (value.Value, error) {
		s, set := c.This.Text(), CharsText(c.Args[0])
		from, to, _, err := searchRange(c, UTF16Length(s), last)
		if err != nil {
			return value.Null, err
		}
		part := slice(s, from, to)
		at := strings.IndexAny(part, set)
		if last {
			at = strings.LastIndexAny(part, set)
		}
		if at < 0 {
			return value.Int(-1), nil
		}
		return value.Int(from + unitOffset(part, at)), nil
	}
}
