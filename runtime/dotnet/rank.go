package dotnet

import "exolab/runtime/value"

// Conversion ranks, worst first: how well an argument fits a parameter.
const (
	rankNone = iota
	// rankTypeParameter is that of a generic method: what is not generic comes
	// first.
	rankTypeParameter
	rankToString
	rankCustom
	rankParse
	rankLanguage
	rankNullToValue
	rankNullToRef
	rankNumericExplicit
	rankNumericString
	rankNumericImplicit
	rankAssignable
	rankIdentity
)

// scalarToArray lowers a rank when a single value is put into an array.
const scalarToArray = -1

func rank(arg value.Value, p value.Param) int {
	_, isRef := value.As[*Reference](arg)
	if isRef != p.ByRef {
		return rankNone
	}
	if isRef {
		return 2 * rankIdentity
	}
	return rankTo(value.Unwrap(arg), p.Type)
}

// rankTo grades the conversion of a bare value to t; twice the rank, so that
// scalar-to-array forms fit between.
func rankTo(arg value.Value, t *value.Type) int {
	from := value.TypeOf(arg)
	if from == value.TypeNullString {
		from = value.TypeString
	}
	switch {
	case t.IsTypeParameter:
		return 2 * rankTypeParameter
	case t.Elem != nil && t.Elem.IsTypeParameter:
		if from != nil && from.Elem != nil {
			return 2 * rankTypeParameter
		}
		return rankNone
	case from == nil && t.IsValueType && t.Definition != typeNullable:
		return 2 * rankNullToValue
	case from == nil:
		return 2 * rankNullToRef
	case from == t:
		return 2 * rankIdentity
	case t.IsAssignableFrom(from):
		return 2 * rankAssignable
	case t == typePSObject:
		return 2*rankAssignable - 1
	case isDelegate(t):
		if _, ok := arg.Object().(value.Invoker); ok {
			return 2 * rankLanguage
		}
		return rankNone
	case t.Elem != nil && from.Elem == nil:
		return rankScalarToArray(arg, t)
	case t.Elem != nil:
		return 2*rankCustom - 1
	}
	return 2 * rankScalar(arg, from, t)
}

func rankScalarToArray(arg value.Value, t *value.Type) int {
	if arg.Kind() == value.KindString && t.Elem == value.TypeChar {
		return 2*rankLanguage + 1
	}
	if r := rankTo(arg, t.Elem); r > 0 {
		return r + scalarToArray
	}
	return rankNone
}

func rankScalar(arg value.Value, from, t *value.Type) int {
	switch {
	case t == value.TypeString:
		return rankToString
	case numeric(t.Kind) && t.Enum == nil && numeric(from.Kind) && from.Enum == nil:
		if widens(from.Kind, t.Kind) {
			return rankNumericImplicit
		}
		return rankNumericExplicit
	case numeric(t.Kind) && t.Enum == nil && arg.Kind() == value.KindString:
		return rankNumericString
	case t.Kind == value.KindChar, t.Kind == value.KindBool, t.Enum != nil:
		return rankLanguage
	case numeric(t.Kind):
		return rankCustom
	case arg.Kind() == value.KindString:
		return rankParse
	}
	return rankNone
}

func numeric(k value.Kind) bool { return k >= value.KindSByte && k <= value.KindDecimal }

// widens reports whether numbers convert from one kind to another without
// loss, as C# converts them implicitly.
func widens(from, to value.Kind) bool {
	switch to {
	case value.KindDouble:
		return from != value.KindDecimal
	case value.KindSingle:
		return from != value.KindDecimal && from != value.KindDouble
	case value.KindDecimal:
		return from < value.KindSingle
	}
	return from < value.KindSingle && Bits(from) < Bits(to) && (IsUnsigned(from) || !IsUnsigned(to))
}

// IsUnsigned tells the unsigned kinds of less than 64 bits, whose values fit an int64.
func IsUnsigned(k value.Kind) bool {
	return k == value.KindByte || k == value.KindUInt16 || k == value.KindUInt32 || k == value.KindUInt64
}

// Bits is the width of an integer kind.
func Bits(k value.Kind) int {
	switch k {
	case value.KindSByte, value.KindByte:
		return 8
	case value.KindInt16, value.KindUInt16:
		return 16
	case value.KindInt32, value.KindUInt32:
		return 32
	case value.KindInt64, value.KindUInt64:
		return 64
	}
	return 128
}

// specificity decides between two parameter types of the same rank: 1 if a is
// the better, -1 if b is. Implicit conversions prefer the narrower type, others
// the wider; between Double and Decimal the former take Decimal, the latter
// Double.
func specificity(a, b *value.Type, r int) int {
	if a == b {
		return 0
	}
	if numeric(a.Kind) && numeric(b.Kind) && a.Enum == nil && b.Enum == nil {
		if a.Kind == value.KindDecimal || b.Kind == value.KindDecimal {
			return preferFirst((a.Kind == value.KindDecimal) == (r == 2*rankNumericImplicit))
		}
		narrower := widens(a.Kind, b.Kind)
		if !narrower && !widens(b.Kind, a.Kind) {
			return preferFirst(!IsUnsigned(a.Kind))
		}
		return preferFirst(narrower == (r == 2*rankNumericImplicit))
	}
	if b.IsAssignableFrom(a) {
		return 1
	}
	if a.IsAssignableFrom(b) {
		return -1
	}
	return 0
}

func preferFirst(first bool) int {
	if first {
		return 1
	}
	return -1
}

// isDelegate reports whether script blocks are accepted for t.
func isDelegate(t *value.Type) bool { return t.Base == value.TypeDelegate }
