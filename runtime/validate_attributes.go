package runtime

import (
	"cmp"
	"strings"

	"exolab/runtime/netfmt"

	"exolab/runtime/value"
)

// ValidateSet admits the listed values.
type ValidateSet struct {
	Values        []string
	CaseSensitive bool
	// ErrorMessage replaces the usual text; {0} is the value, {1} the set.
	ErrorMessage string
	// generate gives the values of a set whose class makes them; nil otherwise.
	generate func() []string
}

// Name returns "ValidateSet".
func (*ValidateSet) Name() string { return "ValidateSet" }

// Apply checks every element of the argument.
func (a *ValidateSet) Apply(env value.Env, v value.Value) (value.Value, error) {
	values := a.Values
	if a.generate != nil {
		values = a.generate()
	}
	return v, eachElement(v, func(item value.Value) error {
		text := textOf(env, item)
		for _, known := range values {
			if known == text || !a.CaseSensitive && strings.EqualFold(known, text) {
				return nil
			}
		}
		set := strings.Join(values, ",")
		if a.ErrorMessage != "" {
			return invalid("ValidateSetFailure", "%s", strings.NewReplacer("{0}", text, "{1}", set).Replace(a.ErrorMessage))
		}
		return invalid("ValidateSetFailure", "The argument \"%s\" does not belong to the set \"%s\" specified by the ValidateSet attribute. Supply an argument that is in the set and then try the command again.", text, set)
	})
}

// ValidateRange admits numbers between two bounds, or of a kind (positive,
// nonnegative, negative, nonpositive).
type ValidateRange struct {
	Min, Max value.Value
	Kind     string
}

// Name returns "ValidateRange".
func (*ValidateRange) Name() string { return "ValidateRange" }

// Apply checks every element of the argument.
func (a *ValidateRange) Apply(env value.Env, v value.Value) (value.Value, error) {
	return v, eachElement(v, func(item value.Value) error {
		if a.Kind != "" {
			return a.checkKind(env, item)
		}
		return a.checkBounds(env, item)
	})
}

// enumNumber is the number of an enum value, any other value itself.
func enumNumber(v value.Value) value.Value {
	if t := value.TypeOf(v); t.Enum != nil {
		return value.Int(int(v.Int64()))
	}
	return v
}

func (a *ValidateRange) checkBounds(env value.Env, v value.Value) error {
	bound := a.Min
	if bound.IsNull() {
		bound = a.Max
	}
	t := value.TypeOf(bound)
	given := v
	if t.Enum == nil {
		given = enumNumber(v)
	}
	converted, err := value.Convert(env, given, t)
	if err != nil || t != value.TypeOf(v) && !given.IsNumber() {
		return invalid("ValidationRangeElementType", "The argument cannot be validated because its type \"%s\" is not the same type (\"%s\") as the maximum and minimum limits of the parameter. Make sure the argument is of type %s and then try the command again.",
			value.TypeOf(v).FullName, t.FullName, t.FullName)
	}
	if v.Kind() == value.KindDouble && converted.Kind() != value.KindDouble {
		// 5.4 is more than 5, although it converts to 5.
		converted = v
	}
	if !a.Min.IsNull() && order(converted, a.Min) < 0 {
		low := textOf(env, a.Min)
		return invalid("ValidateRangeTooSmall", "The %s argument is less than the minimum allowed range of %s. Supply an argument that is greater than or equal to %s and then try the command again.", textOf(env, v), low, low)
	}
	if !a.Max.IsNull() && order(converted, a.Max) > 0 {
		high := textOf(env, a.Max)
		return invalid("ValidateRangeTooBig", "The %s argument is greater than the maximum allowed range of %s. Supply an argument that is less than or equal to %s and then try the command again.", textOf(env, v), high, high)
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

func (a *ValidateRange) checkKind(env value.Env, v value.Value) error {
	text := textOf(env, v)
	v = enumNumber(v)
	if !v.IsNumber() {
		return invalid("ValidationRangeElementType", "The argument \"%s\" cannot be validated because it is not a number.", text)
	}
	n := number(v)
	switch {
	case a.Kind == "positive" && n <= 0:
		return invalid("ValidateRangePositiveFailure", "The argument \"%s\" cannot be validated because its value is not greater than zero.", text)
	case a.Kind == "nonnegative" && n < 0:
		return invalid("ValidateRangeNonNegativeFailure", "The argument \"%s\" cannot be validated because its value is not greater than or equal to zero.", text)
	case a.Kind == "negative" && n >= 0:
		return invalid("ValidateRangeNegativeFailure", "The argument \"%s\" cannot be validated because its value is greater than or equal to zero.", text)
	case a.Kind == "nonpositive" && n > 0:
		return invalid("ValidateRangeNonPositiveFailure", "The argument \"%s\" cannot be validated because its value is greater than zero.", text)
	}
	return nil
}

// ValidatePattern admits strings that match a regular expression.
type ValidatePattern struct {
	Pattern       string
	CaseSensitive bool
	ErrorMessage  string
}

// Name returns "ValidatePattern".
func (*ValidatePattern) Name() string { return "ValidatePattern" }

// Apply checks every element of the argument.
func (a *ValidatePattern) Apply(env value.Env, v value.Value) (value.Value, error) {
	return v, eachElement(v, func(item value.Value) error {
		text := textOf(env, item)
		matched, err := matchRegex(a.Pattern, text, a.CaseSensitive)
		if err != nil {
			return err
		}
		if matched {
			return nil
		}
		if a.ErrorMessage != "" {
			return invalid("ValidatePatternFailure", "%s", strings.NewReplacer("{0}", text, "{1}", a.Pattern).Replace(a.ErrorMessage))
		}
		return invalid("ValidatePatternFailure", "The argument \"%s\" does not match the \"%s\" pattern. Supply an argument that matches \"%s\" and try the command again.", text, a.Pattern, a.Pattern)
	})
}

// ValidateScript admits what a script block says $true to.
type ValidateScript struct {
	Block        *ScriptBlock
	ErrorMessage string
	session      *Session
}

// Name returns "ValidateScript".
func (*ValidateScript) Name() string { return "ValidateScript" }

// Apply runs the block for every element of the argument.
func (a *ValidateScript) Apply(env value.Env, v value.Value) (value.Value, error) {
	return v, eachElement(v, func(item value.Value) error {
		var out Collector
		saved := a.session.propagate
		a.session.propagate = true
		err := a.session.InvokeBlock(a.Block, Invocation{Underscore: item, HasUnderscore: true, NewScope: true, Out: &out})
		a.session.propagate = saved
		if err != nil {
			if IsFlow(err) {
				return err
			}
			return invalid("ValidateScriptFailure", "%s", exceptionOf(err).Message)
		}
		if value.Truth(out.Value()) {
			return nil
		}
		text := textOf(env, item)
		if a.ErrorMessage != "" {
			return invalid("ValidateScriptFailure", "%s", strings.NewReplacer("{0}", text, "{1}", a.Block.Text()).Replace(a.ErrorMessage))
		}
		return invalid("ValidateScriptFailure", "The \"%s\" validation script for the argument with value \"%s\" did not return a result of True. Determine why the validation script failed, and then try the command again.", a.Block.Text(), text)
	})
}

// ValidateLength admits strings of some lengths.
type ValidateLength struct{ Min, Max int }

// Name returns "ValidateLength".
func (*ValidateLength) Name() string { return "ValidateLength" }

// Apply checks every element of the argument.
func (a *ValidateLength) Apply(_ value.Env, v value.Value) (value.Value, error) {
	return v, eachElement(v, func(item value.Value) error {
		if item.Kind() != value.KindString {
			return invalid("ValidateLengthNotString", "The ValidateLength attribute cannot be applied to an argument that is not a string.")
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

// ValidateCount admits collections of some lengths.
type ValidateCount struct{ Min, Max int }

// Name returns "ValidateCount".
func (*ValidateCount) Name() string { return "ValidateCount" }

// Apply counts the elements of the argument.
func (a *ValidateCount) Apply(_ value.Env, v value.Value) (value.Value, error) {
	bare := value.Unwrap(v)
	n := 0
	switch {
	case isList(bare):
		n = len(itemsOf(bare))
	case !bare.IsNull():
		d, ok := value.As[*value.Dict](bare)
		if !ok {
			return v, invalid("NotAnArrayParameter", "The parameter must be an array to be validated with ValidateCount. Because the provided argument is not an array, it cannot be validated.")
		}
		n = d.Len()
	}
	if n < a.Min {
		return v, invalid("ValidateCountMinLengthFailure", "The number of provided arguments, (%d), is fewer than the minimum number of allowed arguments (%d). Specify more than %d arguments and then try the command again.", n, a.Min, a.Min)
	}
	if n > a.Max {
		return v, invalid("ValidateCountMaxLengthFailure", "The parameter requires no more than %d value(s) - %d value(s) were provided.", a.Max, n)
	}
	return v, nil
}

// ValidateNotNull refuses null; with Empty also empty strings and
// collections, with Blank also white space.
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

// Apply checks the argument and its elements.
func (a *ValidateNotNull) Apply(_ value.Env, v value.Value) (value.Value, error) {
	bare := value.Unwrap(v)
	if bare.IsNull() || a.lacks(bare) {
		return v, a.failure(bare)
	}
	if !isList(bare) {
		if d, ok := value.As[*value.Dict](bare); ok && a.Empty && d.Len() == 0 {
			return v, a.failure(bare)
		}
		return v, nil
	}
	items := itemsOf(bare)
	if a.Empty && len(items) == 0 {
		return v, a.elementFailure()
	}
	for _, item := range items {
		if item = value.Unwrap(item); item.IsNull() || a.lacks(item) {
			return v, a.elementFailure()
		}
	}
	return v, nil
}

func (a *ValidateNotNull) lacks(v value.Value) bool {
	if !a.Empty || v.Kind() != value.KindString {
		return false
	}
	return v.Text() == "" || a.Blank && strings.TrimSpace(v.Text()) == ""
}

func (a *ValidateNotNull) failure(v value.Value) error {
	switch {
	case a.Blank && !v.IsNull():
		return invalid("ArgumentIsEmptyOrWhiteSpace", "The argument is null, empty, or consists of only white-space characters. Provide an argument that contains non white-space characters, and then try the command again.")
	case a.Empty:
		return invalid("ArgumentIsEmpty", "The argument is null or empty. Provide an argument that is not null or empty, and then try the command again.")
	}
	return invalid("ArgumentIsNull", "The argument is null. Provide a valid value for the argument, and then try running the command again.")
}

func (a *ValidateNotNull) elementFailure() error {
	switch {
	case a.Blank:
		return invalid("ArgumentCollectionContainsWhiteSpace", "The argument is null, empty, or an element of the argument collection contains a null value or consists of only white-space characters. Supply a collection that does not contain any null values or values that consist of only white-space characters and then try the command again.")
	case a.Empty:
		return invalid("ArgumentCollectionContainsNull", "The argument is null, empty, or an element of the argument collection contains a null value. Supply a collection that does not contain any null values and then try the command again.")
	}
	return invalid("ArgumentCollectionContainsNull", "The argument has a null value, or an element of the argument collection contains a null value. Provide a collection that does not contain any null values, and then try the command again.")
}

// convertTo is an outer one of several type constraints.
type convertTo struct{ t *value.Type }

// Name returns "ArgumentTypeConverter".
func (*convertTo) Name() string { return "ArgumentTypeConverter" }

// Apply converts the argument.
func (a *convertTo) Apply(env value.Env, v value.Value) (value.Value, error) {
	return value.Convert(env, v, a.t)
}

// Transforms marks a transformation.
func (*convertTo) Transforms() {}

// unknownType reports a type constraint that names no type.
type unknownType struct{ err error }

// Name returns "ArgumentTypeConverter".
func (*unknownType) Name() string { return "ArgumentTypeConverter" }

// Apply fails.
func (a *unknownType) Apply(_ value.Env, v value.Value) (value.Value, error) { return v, a.err }

// Transforms marks a transformation.
func (*unknownType) Transforms() {}
