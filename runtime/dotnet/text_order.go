package dotnet

import (
	"strings"
	"unicode"

	"exolab/runtime/value"
)

// Upper is the invariant upper case, char by char.
func Upper(s string) string { return strings.Map(unicode.ToUpper, s) }

// Lower is the invariant lower case, char by char.
func Lower(s string) string { return strings.Map(unicode.ToLower, s) }

// The invariant culture keeps the two letters of Turkish that other cultures
// turn into the plain i and I. Source: the special cases of .NET's invariant
// casing over ICU.
const (
	dotlessSmallI  = '\u0131'
	dottedCapitalI = '\u0130'
)

// UpperInvariant is the upper case of a character in the invariant culture.
func UpperInvariant(r rune) rune {
	if r == dotlessSmallI {
		return r
	}
	return unicode.ToUpper(r)
}

// LowerInvariant is the lower case of a character in the invariant culture.
func LowerInvariant(r rune) rune {
	if r == dottedCapitalI {
		return r
	}
	return unicode.ToLower(r)
}

// CompareOrdinal compares by code unit and returns the difference as .NET does.
func CompareOrdinal(a, b string, fold bool) int {
	if fold {
		a, b = Upper(a), Upper(b)
	}
	x, y := value.Units(a), value.Units(b)
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return int(x[i]) - int(y[i])
		}
	}
	return len(x) - len(y)
}

// CompareInts is CompareTo of whole numbers: -1, 0 or 1.
func CompareInts(a, b int64) value.Value {
	switch {
	case a < b:
		return value.Int(-1)
	case a > b:
		return value.Int(1)
	}
	return value.Int(0)
}
