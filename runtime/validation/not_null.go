package validation

import (
	"strings"

	"exolab/runtime/value"
)

// NotNull refuses null; with Empty also empty strings and collections,
// with Blank white space instead of empty strings.
type NotNull struct{ Empty, Blank bool }

// Name returns the attribute's name.
func (a *NotNull) Name() string {
	switch {
	case a.Blank:
		return "ValidateNotNullOrWhiteSpace"
	case a.Empty:
		return "ValidateNotNullOrEmpty"
	}
	return "ValidateNotNull"
}

// The texts of NotNull and its relatives.
const (
	textNull            = "The argument is null. Provide a valid value for the argument, and then try running the command again."
	textNullElement     = "The argument has a null value, or an element of the argument collection contains a null value. Provide a collection that does not contain any null values, and then try the command again."
	textEmpty           = "The argument is null or empty. Provide an argument that is not null or empty, and then try the command again."
	textEmptyCollection = "The argument is null, empty, or an element of the argument collection contains a null value. Supply a collection that does not contain any null values and then try the command again."
	textBlank           = "The argument is null, empty, or consists of only white-space characters. Provide an argument that contains non white-space characters, and then try the command again."
	textBlankElement    = "An element of the argument collection is null, empty, or consists of only white-space characters. Supply a collection that does not contain any those values and then try the command again."
)

// Apply checks the argument and its elements.
func (a *NotNull) Apply(_ value.Env, v value.Value) (value.Value, error) {
	bare := value.Unwrap(v)
	switch d, dict := value.As[*value.Dict](bare); {
	case bare.IsNull() && a.Empty:
		return v, Invalid("ArgumentIsNull", textEmpty)
	case bare.IsNull():
		return v, Invalid("ArgumentIsNull", textNull)
	case value.IsList(bare):
		return v, a.checkElements(value.Items(bare))
	case dict && a.Empty && d.Len() == 0:
		return v, Invalid("ArgumentIsEmpty", textEmptyCollection)
	case a.lacks(bare) && a.Blank:
		return v, Invalid("ArgumentIsEmptyOrWhiteSpace", textBlank)
	case a.lacks(bare):
		return v, Invalid("ArgumentIsEmpty", textEmpty)
	}
	return v, nil
}

// lacks reports whether v is a string without what the attribute asks for.
func (a *NotNull) lacks(v value.Value) bool {
	if !a.Empty || v.Kind() != value.KindString {
		return false
	}
	return v.Text() == "" || a.Blank && strings.TrimSpace(v.Text()) == ""
}

func (a *NotNull) checkElements(items []value.Value) error {
	if a.Empty && len(items) == 0 {
		return Invalid("ArgumentIsEmpty", textEmptyCollection)
	}
	for _, item := range items {
		switch item = value.Unwrap(item); {
		case item.IsNull() && a.Empty:
			return Invalid("ArgumentIsNull", textEmptyCollection)
		case item.IsNull():
			return Invalid("ArgumentIsNull", textNullElement)
		case a.lacks(item) && a.Blank:
			return Invalid("ArgumentCollectionContainsEmptyOrWhiteSpace", textBlankElement)
		case a.lacks(item):
			return Invalid("ArgumentCollectionContainsEmpty", textEmptyCollection)
		}
	}
	return nil
}
