package shapes

import "exolab/runtime/value"

// toString is the ToString of Exchange's objects: their identity.
var toString = &value.Member{Name: "ToString", Kind: value.ScriptMethod, Hidden: true, Method: &value.Method{Name: "ToString",
	Overloads: []*value.Overload{{Returns: "string", Call: identityText}}}}

func identityText(c *value.Call) (value.Value, error) {
	o, ok := value.As[*value.PSObject](c.This)
	if !ok {
		return value.Str(""), nil
	}
	for _, name := range []string{"identity", "name", "id"} {
		if v, found := o.Get(name); found && !v.IsNull() {
			return value.Str(value.ToString(c.Env, v)), nil
		}
	}
	if len(o.TypeNames) > 0 {
		return value.Str(o.TypeNames[0]), nil
	}
	return value.Str(""), nil
}

// WithText gives an object the ToString of Exchange's objects.
func WithText(o *value.PSObject) { o.SetMember(toString) }
