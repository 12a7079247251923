package objects

import (
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// unsupported is the exception of a hashtable that is no valid element of a
// property list.
const unsupported = "Specified method is not supported."

// Keys says which hashtable entries an element of a property list may hold.
type Keys struct {
	// Options are the folded names of entries besides label and expression;
	// unambiguous beginnings are accepted.
	Options []string
	// Label is set where a label may be given.
	Label bool
}

// ParseList reads a -Property list. A malformed element is an error of the
// command.
func ParseList(ctx *runtime.Context, list []value.Value, keys Keys) ([]Expression, error) {
	all := make([]Expression, 0, len(list))
	for _, v := range list {
		if err := keys.check(ctx, v); err != nil {
			return nil, err
		}
		e := NewExpression(ctx.Env(), v)
		e.complete(keys)
		all = append(all, e)
	}
	return all, nil
}

func (k Keys) check(ctx *runtime.Context, v value.Value) error {
	table, ok := value.As[*value.Dict](v)
	if !ok {
		return nil
	}
	var failure error
	hasExpression := false
	table.Each(func(key, _ value.Value) bool {
		name := value.Fold(value.ToString(ctx.Env(), key))
		switch {
		case expressionKeys[name]:
			hasExpression = true
		case k.Label && labelKeys[name]:
		case k.option(name) == "":
			failure = ctx.Throw(errs.New("System.NotSupportedException", unsupported, "DictionaryKeyIllegal", value.InvalidArgument, v))
		}
		return failure == nil
	})
	if failure == nil && !hasExpression {
		return ctx.Throw(errs.New("System.NotSupportedException", unsupported, "DictionaryKeyMandatoryEntry", value.InvalidArgument, v))
	}
	return failure
}

// option returns the full name of an option that name abbreviates, or "".
func (k Keys) option(name string) string {
	for _, o := range k.Options {
		if len(name) > 0 && len(name) <= len(o) && o[:len(name)] == name {
			return o
		}
	}
	return ""
}

// complete gives the options their full names.
func (e *Expression) complete(keys Keys) {
	full := map[string]value.Value{}
	for name, v := range e.Options {
		full[keys.option(name)] = v
	}
	e.Options = full
}
