package runtime

import "exolab/runtime/value"

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
