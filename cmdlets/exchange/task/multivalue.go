package task

import (
	"slices"
	"strings"

	"exolab/cmdlets/exchange/shapes"
	"exolab/runtime/value"
)

// MultiValue is an argument of a multi-valued property: values that take the
// place of the old ones, or values to add and to remove.
type MultiValue struct {
	replace     bool
	Values      []string
	Add, Remove []string
}

// ReadMultiValue reads a list, one text with commas, @{Add=…;Remove=…}, or
// $null, ” and None for nothing.
func ReadMultiValue(env value.Env, v value.Value) MultiValue {
	d, ok := value.As[*value.Dict](value.Unwrap(v))
	if !ok {
		list := shapes.TextsOf(env, v)
		if len(list) == 1 && strings.EqualFold(list[0], "None") {
			list = nil
		}
		return MultiValue{replace: true, Values: list}
	}
	var m MultiValue
	for _, part := range []struct {
		key string
		to  *[]string
	}{{"Add", &m.Add}, {"Remove", &m.Remove}} {
		if item, found := d.Get(value.Str(part.key)); found {
			*part.to = shapes.TextsOf(env, item)
		}
	}
	return m
}

// Apply returns the new values of a property that has the old ones.
func (m MultiValue) Apply(old []string) []string {
	if m.replace {
		return m.Values
	}
	out := slices.Clone(old)
	for _, v := range m.Add {
		if !ContainsFold(out, v) {
			out = append(out, v)
		}
	}
	return slices.DeleteFunc(out, func(v string) bool { return ContainsFold(m.Remove, v) })
}

// Mapped returns the argument with every value turned into another.
func (m MultiValue) Mapped(f func(string) (string, error)) (MultiValue, error) {
	out := MultiValue{replace: m.replace}
	for _, part := range []struct{ from, to *[]string }{{&m.Values, &out.Values}, {&m.Add, &out.Add}, {&m.Remove, &out.Remove}} {
		for _, v := range *part.from {
			mapped, err := f(v)
			if err != nil {
				return out, err
			}
			*part.to = append(*part.to, mapped)
		}
	}
	return out, nil
}

// ContainsFold reports whether a list has a text, ignoring case.
func ContainsFold(list []string, v string) bool {
	return slices.ContainsFunc(list, func(s string) bool { return strings.EqualFold(s, v) })
}

// AnyOfTexts turns texts into a list for the store.
func AnyOfTexts(list []string) []any {
	out := make([]any, len(list))
	for i, s := range list {
		out[i] = s
	}
	return out
}

// TextsIn are the texts of a stored list.
func TextsIn(v any) []string {
	list, _ := v.([]any)
	var out []string
	for _, item := range list {
		if s, ok := item.(string); ok {
			out = append(out, s)
		}
	}
	return out
}
