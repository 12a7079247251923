package dotnet

import (
	"slices"

	"exolab/runtime/value"
)

// inference finds the type arguments of a generic method from the types of its
// arguments: the candidates for each type parameter. A candidate of nil is
// that of $null.
type inference map[*value.Type][]*value.Type

// infer returns the types of the method's parameters with its type parameters
// replaced, or false if the arguments do not tell all of these.
func infer(o *value.Overload, args []value.Value) ([]*value.Type, bool) {
	if len(args) != len(o.Params) && !hasRest(o) || len(args) < len(o.Params)-1 {
		return nil, false
	}
	plain, spread := inference{}, inference{}
	last := len(o.Params) - 1
	known, spreads := len(args) == len(o.Params), hasRest(o)
	for i, arg := range args {
		from := effectiveType(arg)
		if known {
			known = plain.unify(o.Params[i].Type, from)
		}
		if spreads && i < last {
			spreads = spread.unify(o.Params[i].Type, from)
		} else if spreads {
			spreads = spread.unify(o.Params[last].Type.Elem, from)
		}
	}
	if known {
		if types, ok := plain.apply(o); ok {
			return types, true
		}
	}
	if spreads {
		return spread.apply(o)
	}
	return nil, false
}

// effectiveType is the type of an argument; an Object[] all of whose elements
// have one type counts as an array of that type.
func effectiveType(arg value.Value) *value.Type {
	arg = value.Unwrap(arg)
	list, ok := arg.Object().(*value.Array)
	if !ok || list.Elem != nil || len(list.Items) == 0 {
		return value.TypeOf(arg)
	}
	first := value.TypeOf(value.Unwrap(list.Items[0]))
	for _, item := range list.Items {
		if first == nil || value.TypeOf(value.Unwrap(item)) != first {
			return value.TypeObjectArray
		}
	}
	return value.ArrayOf(first)
}

// unify compares a parameter's type with an argument's and notes what the type
// parameters would have to be.
func (c inference) unify(param, arg *value.Type) bool {
	switch {
	case !isOpenType(param):
		return true
	case param.IsTypeParameter:
		if !slices.Contains(c[param], arg) {
			c[param] = append(c[param], arg)
		}
		return true
	case arg == nil:
		return true
	case param.Elem != nil:
		return arg.Elem != nil && c.unify(param.Elem, arg.Elem)
	case param.Definition == typeNullable:
		return c.unify(param.Args[0], arg)
	}
	return c.unifyConstructed(param, arg)
}

func (c inference) unifyConstructed(param, arg *value.Type) bool {
	for _, candidate := range slices.Concat([]*value.Type{arg}, arg.Implements()) {
		if candidate.Definition == param.Definition {
			for i := range param.Args {
				if !c.unify(param.Args[i], candidate.Args[i]) {
					return false
				}
			}
			return true
		}
	}
	return arg.Base != nil && c.unifyConstructed(param, arg.Base)
}

// apply replaces the type parameters of the method by what was found.
func (c inference) apply(o *value.Overload) ([]*value.Type, bool) {
	types := make([]*value.Type, len(o.Params))
	for i, p := range o.Params {
		if types[i] = c.replace(p.Type); types[i] == nil {
			return nil, false
		}
	}
	return types, true
}

// replace returns t without type parameters, or nil if one of them is not known.
func (c inference) replace(t *value.Type) *value.Type {
	switch {
	case !isOpenType(t):
		return t
	case t.IsTypeParameter:
		return commonType(c[t])
	case t.Elem != nil:
		if elem := c.replace(t.Elem); elem != nil {
			return value.ArrayOf(elem)
		}
		return nil
	}
	args := make([]*value.Type, len(t.Args))
	for i, arg := range t.Args {
		if args[i] = c.replace(arg); args[i] == nil {
			return nil
		}
	}
	return value.GenericOf(t.Definition, args...)
}

// commonType is the candidate to which all others convert, or nil. $null goes
// with reference types only and tells nothing by itself.
func commonType(candidates []*value.Type) *value.Type {
	null := slices.Contains(candidates, nil)
	for _, t := range candidates {
		if t == nil || null && t.IsValueType {
			continue
		}
		if !slices.ContainsFunc(candidates, func(other *value.Type) bool { return other != nil && !t.IsAssignableFrom(other) }) {
			return t
		}
	}
	return nil
}

// isOpenType reports whether a type parameter of a generic method occurs in t.
func isOpenType(t *value.Type) bool {
	return t.IsTypeParameter || t.Elem != nil && isOpenType(t.Elem) || slices.ContainsFunc(t.Args, isOpenType)
}
