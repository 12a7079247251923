package exchange

import (
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
	return value.Convert(env, v, a.to)
}
