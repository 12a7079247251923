package jsonschema

import (
	"encoding/json"
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"
)

const falseSchema = "All values fail against the false schema"

// describe words an error by its kind; kinds that only group others say nothing.
func describe(document any, e *jsonschema.ValidationError) []Fault {
	at := pointer(e.InstanceLocation)
	if extra, ok := e.ErrorKind.(*kind.AdditionalProperties); ok {
		var faults []Fault
		for _, name := range extra.Properties {
			faults = append(faults, Fault{falseSchema, pointer(append(slices.Clone(e.InstanceLocation), name))})
		}
		return faults
	}
	if t, ok := e.ErrorKind.(*kind.Type); ok && isInteger(valueAt(document, e.InstanceLocation)) {
		return []Fault{{fmt.Sprintf("Value is \"integer\" but should be %s", wanted(t.Want)), at}}
	}
	message := valueMessage(e.ErrorKind)
	if message == "" {
		message = countMessage(e.ErrorKind)
	}
	if message == "" {
		return nil
	}
	return []Fault{{message, at}}
}

// valueAt is the value that a path leads to.
func valueAt(document any, path []string) any {
	for _, part := range path {
		switch d := document.(type) {
		case map[string]any:
			document = d[part]
		case []any:
			i, err := strconv.Atoi(part)
			if err != nil || i >= len(d) {
				return nil
			}
			document = d[i]
		}
	}
	return document
}

func isInteger(v any) bool {
	n, ok := v.(json.Number)
	return ok && !strings.ContainsAny(n.String(), ".eE")
}

// valueMessage words what is wrong with a value itself.
func valueMessage(k jsonschema.ErrorKind) string {
	switch k := k.(type) {
	case *kind.Type:
		return fmt.Sprintf("Value is %q but should be %s", k.Got, wanted(k.Want))
	case *kind.Required:
		return fmt.Sprintf("Required properties %s are not present", compact(k.Missing))
	case *kind.DependentRequired:
		return fmt.Sprintf("Some required property dependencies are missing: %s", compact(map[string][]string{k.Prop: k.Missing}))
	case *kind.Enum:
		return "Value should match one of the values specified by the enum"
	case *kind.Const:
		return "Expected " + string(compact(k.Want))
	case *kind.Pattern:
		return "The string value is not a match for the indicated regular expression"
	case *kind.Format:
		return fmt.Sprintf("Value does not match format %q", k.Want)
	case *kind.FalseSchema:
		return falseSchema
	case *kind.Minimum:
		return fmt.Sprintf("%s should be at least %s", number(k.Got), number(k.Want))
	case *kind.Maximum:
		return fmt.Sprintf("%s should be at most %s", number(k.Got), number(k.Want))
	case *kind.ExclusiveMinimum:
		return fmt.Sprintf("%s should be greater than %s", number(k.Got), number(k.Want))
	case *kind.ExclusiveMaximum:
		return fmt.Sprintf("%s should be less than %s", number(k.Got), number(k.Want))
	case *kind.MultipleOf:
		return fmt.Sprintf("%s should be a multiple of %s", number(k.Got), number(k.Want))
	}
	return ""
}

// countMessage words what is wrong with the number of something.
func countMessage(k jsonschema.ErrorKind) string {
	switch k := k.(type) {
	case *kind.MinLength:
		return fmt.Sprintf("Value should be at least %d characters", k.Want)
	case *kind.MaxLength:
		return fmt.Sprintf("Value should be at most %d characters", k.Want)
	case *kind.MinItems:
		return fmt.Sprintf("Value has fewer than %d items", k.Want)
	case *kind.MaxItems:
		return fmt.Sprintf("Value has more than %d items", k.Want)
	case *kind.UniqueItems:
		return "Value should be an array with unique items"
	case *kind.MinProperties:
		return fmt.Sprintf("Value has fewer than %d properties", k.Want)
	case *kind.MaxProperties:
		return fmt.Sprintf("Value has more than %d properties", k.Want)
	case *kind.Contains:
		return "Expected array to contain at least 1 matching item but found none"
	case *kind.OneOf:
		return fmt.Sprintf("Expected 1 matching subschema but found %d", len(k.Subschemas))
	case *kind.Not:
		return "Expected no matching subschema"
	}
	return ""
}

// wanted is one type, or a list of them.
func wanted(types []string) string {
	if len(types) == 1 {
		return fmt.Sprintf("%q", types[0])
	}
	return string(compact(types))
}

// compact is the JSON text of a value.
func compact(v any) []byte {
	text, err := json.Marshal(v)
	if err != nil {
		return []byte(fmt.Sprint(v))
	}
	return text
}

// number is the shortest text of a number.
func number(r *big.Rat) string {
	if r.IsInt() {
		return r.Num().String()
	}
	return strings.TrimRight(r.FloatString(15), "0")
}
