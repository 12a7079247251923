package management

import (
	"fmt"
	"strings"

	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// attributeFilter is what -Attributes asks for: one of the groups must hold,
// and a group holds if all its terms do.
type attributeFilter [][]attributeTerm

// attributeTerm is one attribute that must, or must not, be set.
type attributeTerm struct {
	bit    int64
	absent bool
}

const hiddenAttribute = 2

// attributesOf reads an expression of FileAttributes: a comma is "or", a plus
// sign "and", an exclamation mark "not".
func attributesOf(ctx *runtime.Context, v value.Value) (attributeFilter, error) {
	if v.IsNull() {
		return nil, nil
	}
	t, ok := ctx.Session().LookupType("System.IO.FileAttributes")
	if !ok {
		return nil, nil
	}
	var out attributeFilter
	items := []value.Value{v}
	if list, ok := value.As[*value.Array](value.Unwrap(v)); ok {
		items = list.Items
	}
	for _, item := range items {
		for group := range strings.SplitSeq(value.ToString(ctx.Env(), item), ",") {
			terms, err := attributeTerms(ctx, t, group)
			if err != nil {
				return nil, err
			}
			out = append(out, terms)
		}
	}
	return out, nil
}

func attributeTerms(ctx *runtime.Context, t *value.Type, group string) ([]attributeTerm, error) {
	var out []attributeTerm
	for word := range strings.SplitSeq(group, "+") {
		word = strings.TrimSpace(word)
		name, absent := strings.CutPrefix(word, "!")
		v, err := value.Convert(ctx.Env(), value.Str(strings.TrimSpace(name)), t)
		if err != nil || strings.TrimSpace(name) == "" {
			message := "The expression is not valid: it lacks the name of an attribute."
			if err != nil {
				message = err.Error()
			}
			return nil, ctx.Throw(errs.New("System.Management.Automation.ParameterBindingException",
				fmt.Sprintf("Cannot bind parameter 'Attributes'. %s", message), "CannotConvertArgumentNoMessage", value.InvalidArgument, value.Null))
		}
		out = append(out, attributeTerm{v.Int64(), absent})
	}
	return out, nil
}

// holds reports whether attributes are what is asked for; no filter asks for
// nothing.
func (f attributeFilter) holds(attributes int64) bool {
	for _, group := range f {
		all := true
		for _, term := range group {
			all = all && (attributes&term.bit != 0) != term.absent
		}
		if all {
			return true
		}
	}
	return f == nil
}

// namesHidden reports whether the filter says something about hidden files,
// which are left out otherwise.
func (f attributeFilter) namesHidden() bool {
	for _, group := range f {
		for _, term := range group {
			if term.bit == hiddenAttribute {
				return true
			}
		}
	}
	return false
}
