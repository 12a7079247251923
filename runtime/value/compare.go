package value

import (
	"cmp"
	"errors"
	"fmt"
	"math"

	"exolab/runtime/netfmt"
)

// Equal is the -eq operator on two single values: the right one is converted
// to the left one's type; what cannot be converted is not equal.
func Equal(env Env, l, r Value, ignoreCase bool) bool {
	l, r = Unwrap(l), Unwrap(r)
	switch {
	case l.Kind() == KindInt32 && r.Kind() == KindInt32:
		return l.Uint64() == r.Uint64()
	case l.IsNull() || r.IsNull():
		return l.IsNull() && r.IsNull()
	case l.Kind() == KindString:
		return EqualText(l.Text(), ToString(env, r), ignoreCase)
	case l.IsNumber() && r.IsNumber():
		return compareNumbers(l, r) == 0 && !isNaN(l) && !isNaN(r)
	case l.Kind() == KindChar && ignoreCase && (r.Kind() == KindChar || r.Kind() == KindString):
		return EqualText(ToString(env, l), ToString(env, r), true)
	}
	if same, ok := overriddenEquals(env, l, r); ok {
		return same
	}
	if same, known := sameContent(l, r); known && same {
		return true
	}
	converted, err := Convert(env, r, TypeOf(l))
	if err != nil {
		return false
	}
	same, _ := sameContent(l, Unwrap(converted))
	return same
}

// EqualText compares two strings by culture.
func EqualText(a, b string, ignoreCase bool) bool {
	return a == b || netfmt.CompareCulture(a, b, ignoreCase) == 0
}

func isNaN(v Value) bool {
	return (v.Kind() == KindDouble || v.Kind() == KindSingle) && math.IsNaN(v.Float())
}

// sameContent is Object.Equals. known is false for values of different types.
func sameContent(l, r Value) (same, known bool) {
	if l.Kind() != r.Kind() {
		return false, false
	}
	switch l.Kind() {
	case KindString:
		return l.Text() == r.Text(), true
	case KindDecimal:
		return l.Decimal().Cmp(r.Decimal()) == 0, true
	case KindDouble, KindSingle:
		return l.Float() == r.Float() || isNaN(l) && isNaN(r), true
	case KindDateTime:
		a, _ := l.DateTicks()
		b, _ := r.DateTicks()
		return a == b, true
	case KindEnum:
		return l.Int64() == r.Int64() && l.enumType() == r.enumType(), true
	case KindObject:
		return sameObject(l, r), TypeOf(l) == TypeOf(r)
	}
	return l.Uint64() == r.Uint64(), true
}

func sameObject(l, r Value) bool {
	switch a := l.Object().(type) {
	case *BigInteger:
		b, ok := r.Object().(*BigInteger)
		return ok && a.N.Cmp(b.N) == 0
	case interface{ HashKey() any }:
		b, ok := r.Object().(interface{ HashKey() any })
		return ok && TypeOf(l) == TypeOf(r) && a.HashKey() == b.HashKey()
	}
	return l.Object() == r.Object()
}

// Compare orders two single values as -lt and -gt do: negative, zero or
// positive. The right value is converted to the left one's type; the error is
// PowerShell's when there is no order.
func Compare(env Env, l, r Value, ignoreCase bool) (int, error) {
	l, r = Unwrap(l), Unwrap(r)
	switch {
	case l.Kind() == KindInt32 && r.Kind() == KindInt32:
		return cmp.Compare(l.Int64(), r.Int64()), nil
	case l.IsNull():
		return -compareWithNull(r), nil
	case r.IsNull():
		return compareWithNull(l), nil
	case l.Kind() == KindString:
		return compareText(l.Text(), ToString(env, r), ignoreCase), nil
	case l.IsNumber() && r.IsNumber():
		return compareNumbers(l, r), nil
	case l.Kind() == KindEnum && (r.IsNumber() || r.Kind() == KindChar):
		return compareEnum(l, r)
	}
	return compareConverted(env, l, r)
}

func compareConverted(env Env, l, r Value) (int, error) {
	if n, ok, err := overriddenCompare(env, l, r); ok {
		return n, err
	}
	if l.Kind() == KindObject && !comparable(l) {
		return 0, Incomparable(env, l, r)
	}
	converted, err := Convert(env, r, TypeOf(l))
	if err != nil {
		var cause *Exception
		if !errors.As(err, &cause) {
			return 0, err
		}
		e := NewException("System.Management.Automation.PSInvalidCastException", fmt.Sprintf("Could not compare \"%s\" to \"%s\". Error: \"%s\"",
			ToString(env, l), ToString(env, r), cause.Message))
		e.ErrorID, e.Category, e.Inner = "ComparisonFailure", InvalidArgument, cause
		return 0, e
	}
	converted = Unwrap(converted)
	if n, ok := compareContent(l, converted); ok {
		return n, nil
	}
	if same, _ := sameContent(l, converted); same {
		return 0, nil
	}
	return 0, Incomparable(env, l, r)
}

// compareEnum compares the number behind an enum.
func compareEnum(l, r Value) (int, error) {
	if r.Kind() == KindDecimal {
		e := NewException("System.InvalidOperationException", "No coercion operator is defined between types '"+TypeOf(l).FullName+"' and 'System.Decimal'.")
		e.ErrorID = e.T.FullName
		return 0, e
	}
	if r.Kind() == KindChar {
		r = Int(int(r.Uint64()))
	}
	return compareNumbers(Long(l.Int64()), r), nil
}

func comparable(v Value) bool {
	switch v.Object().(type) {
	case Guid, Version, *BigInteger:
		return true
	}
	return TypeIComparable.IsAssignableFrom(TypeOf(v))
}

// Incomparable is the error for a left operand without an order.
func Incomparable(env Env, l, r Value) error {
	if same, _ := sameContent(l, r); same {
		return nil
	}
	if o, custom := l.Object().(*PSObject); !custom || o.T != nil {
		e := NewException("System.Management.Automation.PSInvalidCastException", "Cannot compare \""+elementText(env, l)+"\" because it is not IComparable.")
		e.ErrorID, e.Category = "NotIcomparable", InvalidArgument
		return e
	}
	text := CultureText(r)
	if _, list := enumerated(r); list {
		text = ToString(env, r)
	}
	e := NewException("System.Management.Automation.ExtendedTypeSystemException", fmt.Sprintf("Cannot compare \"%s\" to \"%s\" because the objects are "+
		"not the same type or the object \"%s\" does not implement \"IComparable\".", CultureText(l), text, CultureText(l)))
	e.ErrorID = "PSObjectCompareTo"
	return e
}

// Ordered is an object of its own type that can be compared: IComparable.
type Ordered interface {
	Object
	// CompareTo orders the object against another; false if the other is of a
	// type that it cannot be compared with.
	CompareTo(other Object) (int, bool)
}

// compareContent is IComparable.CompareTo on two values of one type.
func compareContent(l, r Value) (int, bool) {
	switch l.Kind() {
	case KindBool, KindChar, KindTimeSpan, KindEnum:
		return cmp.Compare(l.Int64(), r.Int64()), true
	case KindDateTime:
		a, _ := l.DateTicks()
		b, _ := r.DateTicks()
		return cmp.Compare(a, b), true
	case KindString:
		return compareText(l.Text(), r.Text(), false), true
	}
	if l.IsNumber() && r.IsNumber() {
		return compareNumbers(l, r), true
	}
	switch a := l.Object().(type) {
	case Ordered:
		if r.Kind() == KindObject {
			return a.CompareTo(r.Object())
		}
	case Guid:
		if b, ok := r.Object().(Guid); ok {
			return compareBytes(a.Guid[:], b.Guid[:]), true
		}
	case Version:
		if b, ok := r.Object().(Version); ok {
			return compareVersions(a, b), true
		}
	case *BigInteger:
		if b, ok := r.Object().(*BigInteger); ok {
			return a.N.Cmp(b.N), true
		}
	}
	return 0, false
}

func compareBytes(a, b []byte) int {
	for i := range a {
		if a[i] != b[i] {
			return cmp.Compare(int64(a[i]), int64(b[i]))
		}
	}
	return 0
}

func compareVersions(a, b Version) int {
	for _, pair := range [4][2]int{{a.Major, b.Major}, {a.Minor, b.Minor}, {a.Build, b.Build}, {a.Revision, b.Revision}} {
		if pair[0] != pair[1] {
			return cmp.Compare(int64(pair[0]), int64(pair[1]))
		}
	}
	return 0
}

// compareWithNull orders a value against $null: negative numbers come before
// it, all else after it.
func compareWithNull(v Value) int {
	switch {
	case v.IsNull():
		return 0
	case v.Kind() == KindSingle || v.Kind() == KindDouble:
		if v.Float() < 0 {
			return -1
		}
	case v.Kind() == KindDecimal:
		if v.Decimal().Negative {
			return -1
		}
	case v.IsInteger() && v.Kind() != KindUInt64 && v.Int64() < 0:
		return -1
	}
	return 1
}

// compareNumbers compares after promotion to a common type.
func compareNumbers(l, r Value) int {
	switch {
	case l.Kind() == KindDecimal || r.Kind() == KindDecimal:
		a, causeL := ChangeNumber(l, KindDecimal)
		b, causeR := ChangeNumber(r, KindDecimal)
		if causeL == "" && causeR == "" {
			return a.Decimal().Cmp(b.Decimal())
		}
		return compareFloats(ToFloat(l), ToFloat(r))
	case l.Kind() >= KindSingle || r.Kind() >= KindSingle:
		return compareFloats(ToFloat(l), ToFloat(r))
	case l.Kind() == KindUInt64 || r.Kind() == KindUInt64:
		return compareUnsigned(l, r)
	}
	return cmp.Compare(l.Int64(), r.Int64())
}

func compareUnsigned(l, r Value) int {
	switch {
	case l.Kind() != KindUInt64 && l.Int64() < 0:
		return -1
	case r.Kind() != KindUInt64 && r.Int64() < 0:
		return 1
	}
	return cmp.Compare(l.Uint64(), r.Uint64())
}

// compareFloats is Double.CompareTo: NaN comes before everything.
func compareFloats(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	case a == b || math.IsNaN(a) && math.IsNaN(b):
		return 0
	case math.IsNaN(a):
		return -1
	}
	return 1
}

// ToFloat is the Double nearest to a number, Char, Boolean or enum.
func ToFloat(v Value) float64 {
	switch v.Kind() {
	case KindSingle, KindDouble:
		return v.Float()
	case KindDecimal:
		f, _ := v.Decimal().Float64()
		return f
	case KindUInt64:
		return float64(v.Uint64())
	}
	return float64(v.Int64())
}

// compareText orders two strings by culture.
func compareText(a, b string, ignoreCase bool) int { return netfmt.CompareCulture(a, b, ignoreCase) }
