package catalogue

import (
	"fmt"
	"strings"

	"exolab/runtime/value"
)

// enumeration admits the names of an Exchange enumeration, in any case and
// several with commas, and their numbers.
type enumeration struct {
	typeName string
	values   []string
}

// Name is how the binder names the attribute.
func (*enumeration) Name() string { return "ArgumentTypeConverter" }

// Choices are the names of the enumeration.
func (a *enumeration) Choices() []string { return a.values }

// Transforms marks the attribute as one that changes the argument.
func (*enumeration) Transforms() {}

// Converts marks the attribute as one whose failures are those of a conversion to
// the parameter's type.
func (*enumeration) Converts() {}

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
	if bare := value.Unwrap(v); text == "" || bare.IsNumber() || bare.Kind() == value.KindBool {
		return v, nil
	}
	names := strings.Split(text, ",")
	for i, name := range names {
		spelled := a.spelled(strings.TrimSpace(name))
		if spelled == "" {
			return v, a.unknown(text)
		}
		names[i] = spelled
	}
	return value.Str(strings.Join(names, ", ")), nil
}

// spelled is a name as the enumeration has it, "" for another one.
func (a *enumeration) spelled(name string) string {
	for _, known := range a.values {
		if strings.EqualFold(known, name) {
			return known
		}
	}
	return ""
}

func (a *enumeration) unknown(text string) error {
	typeName := strings.TrimSuffix(a.typeName, "[]")
	if !strings.Contains(typeName, ".") {
		typeName = "Microsoft.Exchange.Data." + typeName
	}
	return value.NewException("System.Management.Automation.PSInvalidCastException", fmt.Sprintf("Cannot convert value \"%s\" to type \"%s\" due to enumeration values that are not valid. "+
		"Specify one of the following enumeration values and try again. The possible enumeration values are \"%s\".", text, typeName, strings.Join(a.values, ",")))
}
