package validation

import (
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// Lengths are the bounds of Length and Count.
type Lengths struct{ Min, Max int }

// check refuses bounds that the attributes' constructors refuse; smaller is the
// error for a maximum below the minimum.
func (l Lengths) check(smaller error) error {
	switch {
	case l.Min < 0:
		return OutOfRange("minLength", value.Int(l.Min))
	case l.Max <= 0:
		return OutOfRange("maxLength", value.Int(l.Max))
	case l.Max < l.Min:
		return smaller
	}
	return nil
}

// Length admits strings of some Lengths.
type Length struct{ Lengths }

// Name returns "ValidateLength".
func (*Length) Name() string { return "ValidateLength" }

// NewLength refuses Lengths that no string has.
func NewLength(l Lengths) (*Length, error) {
	return &Length{l}, l.check(Invalid("ValidateLengthMaxLengthSmallerThanMinLength", "The specified maximum character length of the argument is shorter than the specified minimum argument character length. Update the ValidateLength attribute for the parameter."))
}

// Apply checks every element of the argument.
func (a *Length) Apply(_ value.Env, v value.Value) (value.Value, error) {
	return v, EachElement(v, func(item value.Value) error {
		if item.Kind() != value.KindString {
			return Invalid("ValidateLengthNotString", "The ValidateLength attribute cannot be applied to a parameter that is not a string or string[] parameter. Make the parameter a string or string[] parameter.")
		}
		n := netfmt.UTF16Len(item.Text())
		if n < a.Min {
			return Invalid("ValidateLengthMinLengthFailure", "The character length (%d) of the argument is too short. Specify an argument with a length that is greater than or equal to \"%d\", and then try the command again.", n, a.Min)
		}
		if n > a.Max {
			return Invalid("ValidateLengthMaxLengthFailure", "The character length of the %d argument is too long. Shorten the character length of the argument so it is fewer than or equal to \"%d\" characters, and then try the command again.", n, a.Max)
		}
		return nil
	})
}

// Count admits collections of some Lengths.
type Count struct{ Lengths }

// Name returns "ValidateCount".
func (*Count) Name() string { return "ValidateCount" }

// NewCount refuses Lengths that no collection has.
func NewCount(l Lengths) (*Count, error) {
	return &Count{l}, l.check(Invalid("ValidateRangeMaxLengthSmallerThanMinLength", "The specified maximum number of arguments for a parameter is fewer than the specified minimum number of arguments. Update the ValidateCount attribute for the parameter."))
}

// Apply counts the elements of the argument.
func (a *Count) Apply(_ value.Env, v value.Value) (value.Value, error) {
	bare := value.Unwrap(v)
	n := 0
	switch d, dict := value.As[*value.Dict](bare); {
	case value.IsList(bare):
		n = len(value.Items(bare))
	case dict:
		n = d.Len()
	case bare.Kind() == value.KindString:
		n = netfmt.UTF16Len(bare.Text())
	case !bare.IsNull():
		return v, Invalid("NotAnArrayParameter", "The ValidateCount attribute cannot be applied to a non-array parameter. Either remove the attribute from the parameter or make the parameter an array parameter.")
	}
	switch {
	case a.Min == a.Max && n != a.Max:
		return v, Invalid("ValidateCountExactFailure", "The parameter requires exactly %d value(s) - %d value(s) were provided.", a.Max, n)
	case n < a.Min || n > a.Max:
		return v, Invalid("ValidateCountMinMaxFailure", "The parameter requires at least %d value(s) and no more than %d value(s) - %d value(s) were provided.", a.Min, a.Max, n)
	}
	return v, nil
}
