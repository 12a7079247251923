package dotnet

import (
	"strings"

	"exolab/runtime/value"
)

// collectionMethod finds .Where() and .ForEach(), which everything has.
func collectionMethod(folded string) func(value.Env, value.Value, []value.Value) (value.Value, error) {
	switch folded {
	case "where":
		return whereMethod
	case "foreach":
		return forEachMethod
	}
	return nil
}

// ItemsOf lists the elements of a collection; a single value is its own only element.
func ItemsOf(v value.Value) []value.Value {
	if c, ok := elements(v); ok {
		var out []value.Value
		_ = c.Enumerate(func(e value.Value) error {
			out = append(out, e)
			return nil
		})
		return out
	}
	if v.IsNull() {
		return nil
	}
	return []value.Value{v}
}

// whereMethod is $c.Where({...}, mode, count).
func whereMethod(env value.Env, v value.Value, args []value.Value) (value.Value, error) {
	if len(args) == 0 || len(args) > 3 {
		return value.Null, errNoOverload("Where", len(args))
	}
	test, ok := args[0].Object().(value.Invoker)
	if !ok {
		return value.Null, errNoOverload("Where", len(args))
	}
	mode, count := "default", 0
	if len(args) > 1 {
		mode = strings.ToLower(ToText(env, args[1]))
	}
	if len(args) > 2 {
		n, err := convert(env, args[2], value.TypeInt32)
		if err != nil {
			return value.Null, err
		}
		count = int(n.Int64())
	}
	w := whereFilter{mode: mode, count: count}
	for _, item := range ItemsOf(v) {
		result, err := invokeItem(env, test, item)
		if err != nil {
			return value.Null, err
		}
		if w.take(item, TruthOf(result)) {
			break
		}
	}
	return w.result(), nil
}

type whereFilter struct {
	mode       string
	count      int
	out, other []value.Value
	switched   bool
}

// take sorts one item in; it reports that no more items are needed.
func (w *whereFilter) take(item value.Value, matched bool) bool {
	switch w.mode {
	case "split":
		if matched && (w.count == 0 || len(w.out) < w.count) {
			w.out = append(w.out, item)
		} else {
			w.other = append(w.other, item)
		}
		return false
	case "until":
		if matched {
			return true
		}
		w.out = append(w.out, item)
	case "skipuntil":
		if w.switched = w.switched || matched; w.switched {
			w.out = append(w.out, item)
		}
	default:
		if matched {
			w.out = append(w.out, item)
		}
	}
	limit := w.count
	if limit == 0 && w.mode == "first" {
		limit = 1
	}
	return limit > 0 && w.mode != "last" && len(w.out) >= limit
}

func (w *whereFilter) result() value.Value {
	if w.mode == "split" {
		return value.List(objectCollection(w.out), objectCollection(w.other))
	}
	if w.mode == "last" {
		keep := max(w.count, 1)
		w.out = w.out[max(0, len(w.out)-keep):]
	}
	return objectCollection(w.out)
}

func objectCollection(items []value.Value) value.Value {
	return value.Obj(&value.Sequence{T: collectionOf(typePSObject), Items: items})
}

// forEachMethod is $c.ForEach(...): a script block, a type to convert to, or
// the name of a property or method.
func forEachMethod(env value.Env, v value.Value, args []value.Value) (value.Value, error) {
	if len(args) == 0 {
		return value.Null, errNoOverload("ForEach", 0)
	}
	var out []value.Value
	for _, item := range ItemsOf(v) {
		result, err := forEachItem(env, item, args)
		if err != nil {
			return value.Null, err
		}
		out = appendFlat(out, result)
	}
	return objectCollection(out), nil
}

func forEachItem(env value.Env, item value.Value, args []value.Value) (value.Value, error) {
	switch f := args[0].Object().(type) {
	case *value.Type:
		return CastTo(env, item, f)
	case value.Invoker:
		return invokeItem(env, f, item, args[1:]...)
	}
	name := NameOf(ToText(env, args[0]))
	m := GetMember(env, item, name)
	if m != nil && m.Method != nil {
		return invokeMember(env, item, m, name.Text, args[1:])
	}
	if len(args) > 1 {
		return value.Void, SetProperty(env, item, name, args[1])
	}
	result, _, err := Property(env, item, name)
	return result, err
}

func invokeItem(env value.Env, f value.Invoker, item value.Value, args ...value.Value) (value.Value, error) {
	if t, ok := f.(ItemInvoker); ok {
		return t.InvokeItem(env, item, args...)
	}
	return f.Invoke(env, append([]value.Value{item}, args...)...)
}

// ItemInvoker is a script block that can run with $_ set apart from its
// arguments.
type ItemInvoker interface {
	value.Invoker
	// InvokeItem calls it with $_ and arguments.
	InvokeItem(env value.Env, item value.Value, args ...value.Value) (value.Value, error)
}
