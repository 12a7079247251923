package opath

import (
	"strings"

	"exolab/cmdlets/internal/patterns"
	"exolab/runtime/value"
)

func (c allOf) Holds(env value.Env, o *value.PSObject) bool {
	return c[0].Holds(env, o) && c[1].Holds(env, o)
}

func (c anyOf) Holds(env value.Env, o *value.PSObject) bool {
	return c[0].Holds(env, o) || c[1].Holds(env, o)
}

func (c notAny) Holds(env value.Env, o *value.PSObject) bool { return !c.Condition.Holds(env, o) }

// Holds compares the property, or, if it has several values, any of them. The
// negative operators hold where the positive ones do not.
func (c *comparison) Holds(env value.Env, o *value.PSObject) bool {
	v, _ := o.Get(c.property)
	switch c.operator {
	case "ne":
		return !c.any(env, v, "eq")
	case "notlike":
		return !c.any(env, v, "like")
	}
	return c.any(env, v, c.operator)
}

func (c *comparison) any(env value.Env, v value.Value, operator string) bool {
	items, several := value.ListItems(v)
	if !several {
		return c.one(env, v, operator)
	}
	if len(items) == 0 {
		return c.one(env, value.Null, operator)
	}
	for _, item := range items {
		if c.one(env, item, operator) {
			return true
		}
	}
	return false
}

func (c *comparison) one(env value.Env, v value.Value, operator string) bool {
	empty := v.IsNull() || v.Kind() == value.KindString && v.Text() == ""
	if c.literal.IsNull() || empty {
		missing := c.literal.IsNull() || value.ToString(env, c.literal) == ""
		return operator == "eq" && missing == empty
	}
	text := value.ToString(env, c.literal)
	switch operator {
	case "like":
		return patterns.Match(text, value.ToString(env, v))
	case "eq":
		if strings.EqualFold(value.ToString(env, v), text) {
			return true
		}
	}
	order, ok := compareLiteral(env, v, c.literal)
	if !ok {
		return false
	}
	switch operator {
	case "eq":
		return order == 0
	case "gt":
		return order > 0
	case "ge":
		return order >= 0
	case "lt":
		return order < 0
	}
	return order <= 0
}

// compareLiteral orders a property against a literal, which is read in the
// property's type.
func compareLiteral(env value.Env, v, literal value.Value) (int, bool) {
	if v.Kind() == value.KindBool {
		text := value.ToString(env, literal)
		return strings.Compare(value.Fold(value.ToString(env, v)), value.Fold(strings.TrimPrefix(text, "$"))), true
	}
	order, err := value.Compare(env, v, literal, true)
	return order, err == nil
}
