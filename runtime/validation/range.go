package validation

import (
	"cmp"
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// Range admits values between two bounds of one type, or of a kind
// (positive, nonnegative, negative, nonpositive).
type Range struct {
	Min, Max value.Value
	Kind     string
}

// Name returns "ValidateRange".
func (*Range) Name() string { return "ValidateRange" }

// Apply checks every element of the argument.
func (a *Range) Apply(env value.Env, v value.Value) (value.Value, error) {
	return v, EachElement(v, func(item value.Value) error {
		if a.Kind != "" {
			return a.checkKind(env, item)
		}
		return a.checkBounds(env, item)
	})
}

// NewRange checks the bounds and brings them to one type.
func NewRange(env value.Env, low, high value.Value) (*Range, error) {
	low, high = value.Unwrap(low), value.Unwrap(high)
	switch {
	case low.IsNull():
		return nil, nullArgument("minRange")
	case high.IsNull():
		return nil, nullArgument("maxRange")
	}
	if t, other := value.TypeOf(low), value.TypeOf(high); t != other {
		common := commonNumber(t, other)
		if common == nil {
			return nil, differentBounds(t, other)
		}
		min, err := value.Convert(env, low, common)
		max, maxErr := value.Convert(env, high, common)
		if err != nil || maxErr != nil {
			return nil, differentBounds(t, other)
		}
		low, high = min, max
	}
	if order(low, high) > 0 {
		return nil, Invalid("MaxRangeSmallerThanMinRange", "The specified maximum range cannot be accepted because it is less than the specified minimum range. Update the ValidateRange attribute for the parameter.")
	}
	return &Range{Min: low, Max: high}, nil
}

func differentBounds(low, high *value.Type) error {
	return Invalid("MinRangeNotTheSameTypeOfMaxRange", "The specified minimum range (%s) cannot be accepted because it is not the same type as the specified maximum range (%s). Update the ValidateRange attribute for the parameter.",
		low.Name, high.Name)
}

// commonNumber is the type in which Range compares values of two types;
// nil where it compares none.
func commonNumber(a, b *value.Type) *value.Type {
	// The codes of System.TypeCode rise with the size of the types.
	const int32Code, uint32Code, int64Code, uint64Code, doubleCode, decimalCode = 9, 10, 11, 12, 14, 15
	signed := signedInteger(a) || signedInteger(b)
	switch code := max(dotnet.TypeCode(a), dotnet.TypeCode(b)); {
	case code <= int32Code:
		return value.TypeInt32
	case code == uint32Code && !signed:
		return value.TypeUInt32
	case code == int64Code:
		return value.TypeInt64
	case code == uint64Code && !signed:
		return value.TypeUInt64
	case code <= doubleCode:
		return value.TypeDouble
	case code == decimalCode:
		return value.TypeDecimal
	}
	return nil
}

func signedInteger(t *value.Type) bool {
	return t == value.TypeSByte || t == value.TypeInt16 || t == value.TypeInt32 || t == value.TypeInt64
}

func wrongElementType(v value.Value, wanted *value.Type) error {
	return Invalid("ValidationRangeElementType", "The argument cannot be validated because its type \"%s\" is not the same type (%s) as the maximum and minimum limits of the parameter. Make sure the argument is of type %s and then try the command again.",
		value.TypeOf(v).Name, wanted.Name, wanted.Name)
}

func (a *Range) checkBounds(env value.Env, v value.Value) error {
	if v.IsNull() {
		return noElement()
	}
	t := value.TypeOf(a.Min)
	converted, err := value.Convert(env, v, t)
	if err != nil {
		return wrongElementType(v, t)
	}
	if order(converted, a.Min) < 0 {
		low := value.ToString(env, a.Min)
		return Invalid("ValidateRangeTooSmall", "The %s argument is less than the minimum allowed range of %s. Supply an argument that is greater than or equal to %s and then try the command again.", value.ToString(env, converted), low, low)
	}
	if order(converted, a.Max) > 0 {
		high := value.ToString(env, a.Max)
		return Invalid("ValidateRangeTooBig", "The %s argument is greater than the maximum allowed range of %s. Supply an argument that is less than or equal to %s and then try the command again.", value.ToString(env, converted), high, high)
	}
	return nil
}

func (a *Range) checkKind(env value.Env, v value.Value) error {
	if v.IsNull() {
		return noElement()
	}
	t, zero := value.TypeOf(v), value.Span(0)
	if v.Kind() != value.KindTimeSpan {
		common := commonNumber(value.TypeInt32, t)
		if common == nil {
			return wrongElementType(v, value.TypeInt32)
		}
		converted, err := value.Convert(env, v, common)
		if err != nil {
			return wrongElementType(v, common)
		}
		v, zero = converted, value.Int(0)
	}
	text := value.ToString(env, v)
	switch sign := order(v, zero); {
	case a.Kind == "positive" && sign <= 0:
		return Invalid("ValidateRangePositiveFailure", "The argument \"%s\" cannot be validated because its value is not greater than zero.", text)
	case a.Kind == "nonnegative" && sign < 0:
		return Invalid("ValidateRangeNonNegativeFailure", "The argument \"%s\" cannot be validated because its value is not greater than or equal to zero.", text)
	case a.Kind == "negative" && sign >= 0:
		return Invalid("ValidateRangeNegativeFailure", "The argument \"%s\" cannot be validated because its value is not less than zero.", text)
	case a.Kind == "nonpositive" && sign > 0:
		return Invalid("ValidateRangeNonPositiveFailure", "The argument \"%s\" cannot be validated because its value is not less than or equal to zero.", text)
	}
	return nil
}

// order compares two values of one type: numbers, dates, strings.
func order(a, b value.Value) int {
	switch {
	case a.Kind() == value.KindString:
		return strings.Compare(value.Fold(a.Text()), value.Fold(b.Text()))
	case a.Kind() == value.KindDateTime && b.Kind() == value.KindDateTime:
		x, _ := a.DateTicks()
		y, _ := b.DateTicks()
		return cmp.Compare(x, y)
	case a.Kind() == value.KindTimeSpan && b.Kind() == value.KindTimeSpan:
		return cmp.Compare(a.Ticks(), b.Ticks())
	case a.Kind() == value.KindUInt64 && b.Kind() == value.KindUInt64:
		return cmp.Compare(a.Uint64(), b.Uint64())
	case a.Kind() == b.Kind() && a.Kind() != value.KindSingle && a.Kind() != value.KindDouble && a.Kind() != value.KindDecimal:
		return cmp.Compare(a.Int64(), b.Int64())
	}
	return cmp.Compare(number(a), number(b))
}

// number is a number of any kind as a double, for comparing.
func number(v value.Value) float64 {
	if v.Kind() == value.KindSingle || v.Kind() == value.KindDouble {
		return v.Float()
	}
	if v.IsInteger() {
		return float64(v.Int64())
	}
	out, err := value.Convert(nil, v, value.TypeDouble)
	if err != nil {
		return 0
	}
	return out.Float()
}
