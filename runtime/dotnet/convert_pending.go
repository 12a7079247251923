package dotnet

import (
	"strconv"
	"strings"

	"exolab/runtime/value"
)

// castTo converts by value.
func castTo(env value.Env, v value.Value, t *value.Type) (value.Value, error) {
	v = value.Unwrap(v)
	switch {
	case t == value.TypeString:
		return value.Str(toText(env, v)), nil
	case t == value.TypeDouble && v.IsInteger():
		return value.Double(float64(v.Int64())), nil
	case t.Elem != nil:
		return castArray(env, v, t)
	case numeric(t.Kind) && t.Enum == nil:
		if v.IsNumber() && t.Kind < value.KindSingle && !numericFloat(v) {
			return value.Integer(t.Kind, v.Int64()), nil
		}
		if v.Kind() == value.KindString {
			if n, err := strconv.ParseInt(strings.TrimSpace(v.Text()), 10, 64); err == nil && t.Kind < value.KindSingle {
				return value.Integer(t.Kind, n), nil
			}
		}
	case t.Enum != nil && v.Kind() == value.KindString:
		for i, n := range t.Enum.Names {
			if strings.EqualFold(n, v.Text()) {
				return value.Enum(t, t.Enum.Values[i]), nil
			}
		}
	case t.Enum != nil && v.IsInteger():
		return value.Enum(t, v.Int64()), nil
	}
	return value.Null, throw("System.Management.Automation.PSInvalidCastException", "Cannot convert value \"%s\" to type \"%s\".", toText(env, v), t.FullName)
}

func numericFloat(v value.Value) bool { return v.Kind() >= value.KindSingle }

func castArray(env value.Env, v value.Value, t *value.Type) (value.Value, error) {
	items := []value.Value{v}
	if c, ok := elements(v); ok {
		items = nil
		_ = c.Enumerate(func(e value.Value) error { items = append(items, e); return nil })
	}
	out := make([]value.Value, len(items))
	for i, e := range items {
		var err error
		if out[i], err = convert(env, e, t.Elem); err != nil {
			return value.Null, err
		}
	}
	return value.Obj(&value.Array{Elem: t.Elem, Items: out}), nil
}

func toText(_ value.Env, v value.Value) string {
	switch {
	case v.IsNull():
		return ""
	case v.Kind() == value.KindString:
		return v.Text()
	case v.IsInteger():
		return strconv.FormatInt(v.Int64(), 10)
	}
	s, _ := value.ToString(nil, v)
	return s
}
