package catalogue

import (
	"fmt"
	"strings"

	"exolab/runtime/value"
)

// enumeration admits the names of an Exchange enumeration, in any case; the
// binder reports others in its own words for such types.
type enumeration struct {
	parameter string
	values    []string
}

// Name is how the binder names the attribute.
func (*enumeration) Name() string { return "ArgumentTypeConverter" }

// Choices are the names of the enumeration.
func (a *enumeration) Choices() []string { return a.values }

// Transforms marks the attribute as one that changes the argument.
func (*enumeration) Transforms() {}

// Apply gives the name as the enumeration spells it.
func (a *enumeration) Apply(env value.Env, v value.Value) (value.Value, error) {
	if items, ok := value.ListItems(v); ok {
		out := make([]value.Value, len(items))
		for i, item := range items {
			one, err := a.Apply(env, item)
			if err != nil {
				return v, err
			}
			out[i] = one
		}
		return value.List(out...), nil
	}
	text := value.ToString(env, v)
	for _, name := range a.values {
		if strings.EqualFold(name, text) {
			return value.Str(name), nil
		}
	}
	e := value.NewException("System.Management.Automation.ValidationMetadataException", fmt.Sprintf("Cannot convert value \"%s\" to type \"%s\" due to enumeration values that are not valid. "+
		"Specify one of the following enumeration values and try again. The possible enumeration values are \"%s\".", text, a.parameter, strings.Join(a.values, ",")))
	e.ErrorID, e.Category = "ParameterArgumentValidationError", value.InvalidData
	return v, e
}
