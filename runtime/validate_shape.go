package runtime

import (
	"strings"

	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// Lengths are the bounds of ValidateLength and ValidateCount.
type Lengths struct{ Min, Max int }

// check refuses bounds that the attributes' constructors refuse; smaller is the
// error for a maximum below the minimum.
func (l Lengths) check(smaller error) error {
	switch {
	case l.Min < 0:
		return outOfRange("minLength", value.Int(l.Min))
	case l.Max <= 0:
		return outOfRange("maxLength", value.Int(l.Max))
	case l.Max < l.Min:
		return smaller
	}
	return nil
}

// ValidateLength admits strings of some Lengths.
type ValidateLength struct{ Lengths }

// Name returns "ValidateLength".
func (*ValidateLength) Name() string { return "ValidateLength" }

func newValidateLength(l Lengths) (*ValidateLength, error) {
	return &ValidateLength{l}, l.check(invalid("ValidateLengthMaxLengthSmallerThanMinLength", "The specified maximum character length of the argument is shorter than the specified minimum argument character length. Update the ValidateLength attribute for the parameter."))
}

// Apply checks every element of the argument.
func (a *ValidateLength) Apply(_ value.Env, v value.Value) (value.Value, error) {
	return v, eachElement(v, func(item value.Value) error {
		if item.Kind() != value.KindString {
			return invalid("ValidateLengthNotString", "The ValidateLength attribute cannot be applied to a parameter that is not a string or string[] parameter. Make the parameter a string or string[] parameter.")
		}
		n := netfmt.UTF16Len(item.Text())
		if n < a.Min {
			return invalid("ValidateLengthMinLengthFailure", "The character length (%d) of the argument is too short. Specify an argument with a length that is greater than or equal to \"%d\", and then try the command again.", n, a.Min)
		}
		if n > a.Max {
			return invalid("ValidateLengthMaxLengthFailure", "The character length of the %d argument is too long. Shorten the character length of the argument so it is fewer than or equal to \"%d\" characters, and then try the command again.", n, a.Max)
		}
		return nil
	})
}

// ValidateCount admits collections of some Lengths.
type ValidateCount struct{ Lengths }

// Name returns "ValidateCount".
func (*ValidateCount) Name() string { return "ValidateCount" }

func newValidateCount(l Lengths) (*ValidateCount, error) {
	return &ValidateCount{l}, l.check(invalid("ValidateRangeMaxLengthSmallerThanMinLength", "The specified maximum number of arguments for a parameter is fewer than the specified minimum number of arguments. Update the ValidateCount attribute for the parameter."))
}

// Apply counts the elements of the argument.
func (a *ValidateCount) Apply(_ value.Env, v value.Value) (value.Value, error) {
	bare := value.Unwrap(v)
	n := 0
	switch d, dict := value.As[*value.Dict](bare); {
	case isList(bare):
		n = len(itemsOf(bare))
	case dict:
		n = d.Len()
	case bare.Kind() == value.KindString:
		n = netfmt.UTF16Len(bare.Text())
	case !bare.IsNull():
		return v, invalid("NotAnArrayParameter", "The ValidateCount attribute cannot be applied to a non-array parameter. Either remove the attribute from the parameter or make the parameter an array parameter.")
	}
	switch {
	case a.Min == a.Max && n != a.Max:
		return v, invalid("ValidateCountExactFailure", "The parameter requires exactly %d value(s) - %d value(s) were provided.", a.Max, n)
	case n < a.Min || n > a.Max:
		return v, invalid("ValidateCountMinMaxFailure", "The parameter requires at least %d value(s) and no more than %d value(s) - %d value(s) were provided.", a.Min, a.Max, n)
	}
	return v, nil
}

// ValidateNotNull refuses null; with Empty also empty strings and collections,
// with Blank white space instead of empty strings.
type ValidateNotNull struct{ Empty, Blank bool }

// Name returns the attribute's name.
func (a *ValidateNotNull) Name() string {
	switch {
	case a.Blank:
		return "ValidateNotNullOrWhiteSpace"
	case a.Empty:
		return "ValidateNotNullOrEmpty"
	}
	return "ValidateNotNull"
}

// The texts of ValidateNotNull and its relatives.
const (
	textNull            = "The argument is null. Provide a valid value for the argument, and then try running the command again."
	textNullElement     = "The argument has a null value, or an element of the argument collection contains a null value. Provide a collection that does not contain any null values, and then try the command again."
	textEmpty           = "The argument is null or empty. Provide an argument that is not null or empty, and then try the command again."
	textEmptyCollection = "The argument is null, empty, or an element of the argument collection contains a null value. Supply a collection that does not contain any null values and then try the command again."
	textBlank           = "The argument is null, empty, or consists of only white-space characters. Provide an argument that contains non white-space characters, and then try the command again."
	textBlankElement    = "An element of the argument collection is null, empty, or consists of only white-space characters. Supply a collection that does not contain any those values and then try the command again."
)

// Apply checks the argument and its elements.
func (a *ValidateNotNull) Apply(_ value.Env, v value.Value) (value.Value, error) {
	bare := value.Unwrap(v)
	switch d, dict := value.As[*value.Dict](bare); {
	case bare.IsNull() && a.Empty:
		return v, invalid("ArgumentIsNull", textEmpty)
	case bare.IsNull():
		return v, invalid("ArgumentIsNull", textNull)
	case isList(bare):
		return v, a.checkElements(itemsOf(bare))
	case dict && a.Empty && d.Len() == 0:
		return v, invalid("ArgumentIsEmpty", textEmptyCollection)
	case a.lacks(bare) && a.Blank:
		return v, invalid("ArgumentIsEmptyOrWhiteSpace", textBlank)
	case a.lacks(bare):
		return v, invalid("ArgumentIsEmpty", textEmpty)
	}
	return v, nil
}

// lacks reports whether v is a string without what the attribute asks for.
func (a *ValidateNotNull) lacks(v value.Value) bool {
	if !a.Empty || v.Kind() != value.KindString {
		return false
	}
	return v.Text() == "" || a.Blank && strings.TrimSpace(v.Text()) == ""
}

func (a *ValidateNotNull) checkElements(items []value.Value) error {
	if a.Empty && len(items) == 0 {
		return invalid("ArgumentIsEmpty", textEmptyCollection)
	}
	for _, item := range items {
		switch item = value.Unwrap(item); {
		case item.IsNull() && a.Empty:
			return invalid("ArgumentIsNull", textEmptyCollection)
		case item.IsNull():
			return invalid("ArgumentIsNull", textNullElement)
		case a.lacks(item) && a.Blank:
			return invalid("ArgumentCollectionContainsEmptyOrWhiteSpace", textBlankElement)
		case a.lacks(item):
			return invalid("ArgumentCollectionContainsEmpty", textEmptyCollection)
		}
	}
	return nil
}
