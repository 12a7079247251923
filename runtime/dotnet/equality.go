package dotnet

import "exolab/runtime/value"

// equatable is an object compared by content.
type equatable interface{ HashKey() any }

// SameValue is Object.Equals: same type and content, or the same reference.
func SameValue(a, b value.Value) bool {
	a, b = value.Unwrap(a), value.Unwrap(b)
	if a.Kind() != b.Kind() {
		return a.IsNull() && b.IsNull()
	}
	switch a.Kind() {
	case value.KindNull, value.KindVoid:
		return true
	case value.KindString:
		return a.Text() == b.Text()
	case value.KindDecimal:
		return ToText(nil, a) == ToText(nil, b)
	case value.KindObject:
		x, ok := a.Object().(equatable)
		y, ok2 := b.Object().(equatable)
		return a.Object() == b.Object() || ok && ok2 && x.HashKey() == y.HashKey()
	}
	return a.Uint64() == b.Uint64() && value.TypeOf(a) == value.TypeOf(b)
}

// IndexOfValue finds the first item that equals v; -1 if there is none.
func IndexOfValue(items []value.Value, v value.Value) int {
	for i, e := range items {
		if SameValue(e, v) {
			return i
		}
	}
	return -1
}
