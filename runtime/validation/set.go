package validation

import (
	"strings"

	"exolab/runtime/value"
)

// Set admits the listed values.
type Set struct {
	Values        []string
	CaseSensitive bool
	// ErrorMessage replaces the usual text; {0} is the value, {1} the set.
	ErrorMessage string
	// Generate gives the values of a set whose class makes them; nil otherwise.
	Generate func() ([]string, error)
}

// Name returns "ValidateSet".
func (*Set) Name() string { return "ValidateSet" }

// Apply checks every element of the argument.
func (a *Set) Apply(env value.Env, v value.Value) (value.Value, error) {
	values := a.Values
	if a.Generate != nil {
		var err error
		if values, err = a.Generate(); err != nil {
			return v, err
		}
	}
	return v, EachElement(v, func(item value.Value) error {
		text := value.ToString(env, item)
		for _, known := range values {
			if known == text || !a.CaseSensitive && strings.EqualFold(known, text) {
				return nil
			}
		}
		set := strings.Join(values, ",")
		if a.ErrorMessage != "" {
			return Invalid("ValidateSetFailure", "%s", strings.NewReplacer("{0}", text, "{1}", set).Replace(a.ErrorMessage))
		}
		return Invalid("ValidateSetFailure", "The argument \"%s\" does not belong to the set \"%s\" specified by the ValidateSet attribute. Supply an argument that is in the set and then try the command again.", text, set)
	})
}
