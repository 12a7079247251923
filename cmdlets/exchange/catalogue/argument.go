package catalogue

import (
	"strings"

	"exolab/runtime/value"
)

// conversion gives an argument the type of its parameter before the binder
// does: the service's cmdlets are functions at the client, whose binder names
// the transformation when it fails.
type conversion struct{ to *value.Type }

// Name is how the binder names the attribute.
func (conversion) Name() string { return "ArgumentTypeConverter" }

// Transforms marks the attribute as one that changes the argument.
func (conversion) Transforms() {}

// Apply converts the argument.
func (a conversion) Apply(env value.Env, v value.Value) (value.Value, error) {
	if bare := value.Unwrap(v); a.to == value.TypeBoolean && bare.Kind() == value.KindString {
		return booleanOf(bare.Text())
	}
	return value.Convert(env, v, a.to)
}

// booleanOf reads the words that the service takes for a Boolean.
func booleanOf(text string) (value.Value, error) {
	switch strings.ToLower(strings.TrimPrefix(strings.TrimSpace(text), "$")) {
	case "true":
		return value.Bool(true), nil
	case "false":
		return value.Bool(false), nil
	}
	return value.Null, value.NewException("System.Management.Automation.ArgumentTransformationMetadataException",
		"Cannot convert value \"System.String\" to type \"System.Boolean\". Boolean parameters accept only Boolean values and numbers, such as $True, $False, 1 or 0.")
}
