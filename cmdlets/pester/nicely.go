package pester

import (
	"strconv"
	"strings"

	"exolab/runtime"
	"exolab/runtime/operator"
	"exolab/runtime/value"
)

// shownItems is how many elements of a collection a message shows.
const shownItems = 10

// nicely is a value as Pester's messages write it.
func nicely(env value.Env, v value.Value) string {
	v = value.Unwrap(v)
	switch {
	case v.IsNull() || v.IsVoid():
		return "$null"
	case v.Kind() == value.KindBool:
		return "$" + strings.ToLower(value.ToString(env, v))
	case v.Kind() == value.KindString:
		if v.Text() == "" {
			return "<empty>"
		}
		return "'" + v.Text() + "'"
	case v.Kind() == value.KindDateTime:
		text, _ := value.Format(env, v, "o", nil)
		return text
	}
	if t, ok := value.As[*value.Type](v); ok {
		return "[" + value.TypeText(t) + "]"
	}
	if b, ok := value.As[*runtime.ScriptBlock](v); ok {
		return "{" + b.Text() + "}"
	}
	if list := operator.Elements(v); list != nil {
		return nicelyList(env, list)
	}
	return value.ToString(env, v)
}

func nicelyList(env value.Env, list []value.Value) string {
	var parts []string
	for i, item := range list {
		if i == shownItems {
			break
		}
		parts = append(parts, nicely(env, item))
	}
	more := ""
	if len(list) > shownItems {
		more = ", ..." + strconv.Itoa(len(list)-shownItems) + " more"
	}
	return "@(" + strings.Join(parts, ", ") + more + ")"
}

// nicelyType is a type as messages write it; nil stands for $null's.
func nicelyType(t *value.Type) string {
	if t == nil {
		return "$null"
	}
	return "[" + value.TypeText(t) + "]"
}

// formatBecause is the reason of an assertion inside its message.
func formatBecause(reason string) string {
	reason = strings.TrimSpace(reason)
	if reason == "" {
		return ""
	}
	return " because " + strings.TrimSpace(strings.TrimPrefix(reason, "because ")) + ","
}

// joinAnd lists items as a sentence does.
func joinAnd(items []string, threshold int) string {
	if len(items) < threshold || len(items) < 2 {
		return strings.Join(items, ", ")
	}
	return strings.Join(items[:len(items)-1], ", ") + " and " + items[len(items)-1]
}
