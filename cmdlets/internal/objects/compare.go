package objects

import (
	"cmp"
	"strings"

	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// Compare orders two values as Sort-Object does: nulls first, then by
// PowerShell's comparison, and by their texts where values cannot be compared.
func Compare(env value.Env, a, b value.Value, caseSensitive bool) int {
	switch {
	case a.IsNull() && b.IsNull():
		return 0
	case a.IsNull():
		return -toNull(b)
	case b.IsNull():
		return toNull(a)
	}
	if a.Kind() == b.Kind() {
		switch a.Kind() {
		case value.KindInt32, value.KindInt64, value.KindTimeSpan, value.KindBool:
			return cmp.Compare(a.Int64(), b.Int64())
		case value.KindString:
			return netfmt.CompareCulture(a.Text(), b.Text(), !caseSensitive)
		}
	}
	n, err := value.Compare(env, a, b, !caseSensitive)
	if err == nil {
		return n
	}
	return netfmt.CompareCulture(value.ToString(env, a), value.ToString(env, b), !caseSensitive)
}

// toNull orders a value against null, which stands behind negative numbers and
// before everything else.
func toNull(v value.Value) int {
	if v.IsNumber() && value.Truth(v) {
		if d, err := value.Convert(nil, v, value.TypeDouble); err == nil && d.Float() < 0 {
			return -1
		}
	}
	return 1
}

// Same reports whether two values are equal as -eq has it.
func Same(env value.Env, a, b value.Value, caseSensitive bool) bool {
	if a.IsNull() || b.IsNull() {
		return a.IsNull() && b.IsNull()
	}
	if a.Kind() == value.KindString && b.Kind() == value.KindString {
		if caseSensitive {
			return a.Text() == b.Text()
		}
		return strings.EqualFold(a.Text(), b.Text())
	}
	return value.Equal(env, a, b, !caseSensitive)
}
