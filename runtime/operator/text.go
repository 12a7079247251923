package operator

import (
	"strings"

	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// Join is the binary -join.
func Join(env value.Env, l, r value.Value) (value.Value, error) {
	l = value.Unwrap(l)
	items := Elements(l)
	if items == nil {
		return value.Str(value.ToString(env, l)), nil
	}
	text, err := joined(env, items, value.ToString(env, r))
	return value.Str(text), err
}

// JoinAll is the unary -join.
func JoinAll(env value.Env, v value.Value) (value.Value, error) {
	return Join(env, v, value.Str(""))
}

func joined(env value.Env, items []value.Value, separator string) (string, error) {
	switch len(items) {
	case 0:
		return "", nil
	case 1:
		return value.ElementString(env, items[0]), nil
	}
	var b strings.Builder
	for i, e := range items {
		if i > 0 {
			b.WriteString(separator)
		}
		text := value.ElementString(env, e)
		if err := value.GrowText(&b, len(separator)+len(text)); err != nil {
			return "", err
		}
		b.WriteString(text)
	}
	return b.String(), nil
}

// Format is the -f operator. An array of objects holds the arguments; one of
// numbers, as any other collection, is a single argument.
func Format(env value.Env, l, r value.Value) (value.Value, error) {
	args := []value.Value{r}
	if list, ok := value.As[*value.Array](r); ok && (list.Elem == nil || !list.Elem.IsValueType) {
		args = list.Items
	}
	var space [128]byte
	text, err := value.AppendComposite(space[:0], env, value.ToString(env, l), args, netfmt.EnUS)
	if known, ok := err.(*value.Exception); ok && known.Final {
		return value.Null, err
	}
	if err != nil {
		e := fault("FormatError", "Error formatting a string: %s.", err.Error())
		e.Inner = value.NewException("System.FormatException", err.Error())
		return value.Null, e
	}
	return value.Str(string(text)), nil
}

// runeSize is the bytes that a character of a text takes in the general engine
// of regular expressions.
const runeSize = 4
