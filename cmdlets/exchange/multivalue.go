package exchange

import (
	"slices"
	"strings"

	"exolab/runtime/value"
)

// multiValue is an argument of a multi-valued property: values that take the
// place of the old ones, or values to add and to remove.
type multiValue struct {
	replace     bool
	values      []string
	add, remove []string
}

// readMultiValue reads a list, one text with commas, @{Add=…;Remove=…}, or
// $null, ” and None for nothing.
func readMultiValue(env value.Env, v value.Value) multiValue {
	d, ok := value.As[*value.Dict](value.Unwrap(v))
	if !ok {
		list := textsOf(env, v)
		if len(list) == 1 && strings.EqualFold(list[0], "None") {
			list = nil
		}
		return multiValue{replace: true, values: list}
	}
	var m multiValue
	for _, part := range []struct {
		key string
		to  *[]string
	}{{"Add", &m.add}, {"Remove", &m.remove}} {
		if item, found := d.Get(value.Str(part.key)); found {
			*part.to = textsOf(env, item)
		}
	}
	return m
}

// apply returns the new values of a property that has the old ones.
func (m multiValue) apply(old []string) []string {
	if m.replace {
		return m.values
	}
	out := slices.Clone(old)
	for _, v := range m.add {
		if !containsFold(out, v) {
			out = append(out, v)
		}
	}
	return slices.DeleteFunc(out, func(v string) bool { return containsFold(m.remove, v) })
}

// mapped returns the argument with every value turned into another.
func (m multiValue) mapped(f func(string) (string, error)) (multiValue, error) {
	out := multiValue{replace: m.replace}
	for _, part := range []struct{ from, to *[]string }{{&m.values, &out.values}, {&m.add, &out.add}, {&m.remove, &out.remove}} {
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

func containsFold(list []string, v string) bool {
	return slices.ContainsFunc(list, func(s string) bool { return strings.EqualFold(s, v) })
}

func anyOfTexts(list []string) []any {
	out := make([]any, len(list))
	for i, s := range list {
		out[i] = s
	}
	return out
}

// textsIn are the texts of a stored list.
func textsIn(v any) []string {
	list, _ := v.([]any)
	var out []string
	for _, item := range list {
		if s, ok := item.(string); ok {
			out = append(out, s)
		}
	}
	return out
}
