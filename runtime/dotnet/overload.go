package dotnet

import (
	"fmt"

	"exolab/runtime/value"
)

// candidate is an overload that fits the number of arguments; expanded means
// that the last arguments go one by one into the params array.
type candidate struct {
	o        *value.Overload
	expanded bool
}

// callBest chooses the overload for the call's arguments, converts them and
// runs it.
func callBest(m *value.Method, name string, call *value.Call) (value.Value, error) {
	args := call.Args
	o, single := m.Last, len(m.Overloads) == 1
	if o == nil || !takesAsTheyAre(o, args, single) {
		best, err := choose(m, name, args)
		if err != nil {
			return value.Null, err
		}
		call.Args, err = bind(call.Env, name, best, args)
		if err != nil {
			return value.Null, err
		}
		if o = best.o; !best.expanded && takesAsTheyAre(o, args, single) {
			m.Last = o
		}
	}
	result, err := callGuarded(o, call)
	if err != nil {
		if name == "new" {
			name = ".ctor"
		}
		return value.Null, wrapCall(name, len(args), err)
	}
	return result, nil
}

// callGuarded runs an overload. A panic with an exception is that exception, as
// value.Claim has it; any other panic is reported as a defect of exolab, by the
// member's own call.
func callGuarded(o *value.Overload, call *value.Call) (result value.Value, err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case *value.Exception:
			err = r
		default:
			err = Throw("System.InvalidOperationException", fmt.Sprintf("This is a defect of exolab, not of the script: %v.", r))
		}
	}()
	return o.Call(call)
}

// takesAsTheyAre reports whether each argument has the very type of its
// parameter. No conversion ranks higher than that, so that such an overload,
// once chosen, is the choice for all arguments of these types. The only
// overload also takes anything as an object.
func takesAsTheyAre(o *value.Overload, args []value.Value, single bool) bool {
	if len(o.Params) != len(args) {
		return false
	}
	for i, arg := range args {
		p := &o.Params[i]
		if p.ByRef || p.Rest || value.TypeOf(arg) != p.Type && !(single && p.Type == value.TypeObject) {
			return false
		}
		switch arg.Object().(type) {
		case *value.Decorated, *Reference:
			return false
		}
	}
	return true
}

func choose(m *value.Method, name string, args []value.Value) (candidate, error) {
	var best candidate
	if len(m.Overloads) == 1 && len(m.Overloads[0].Params) == len(args) && accepts(m.Overloads[0], false, len(args)) && !hasRest(m.Overloads[0]) {
		return candidate{o: m.Overloads[0]}, nil
	}
	found, fitting := 0, false
	for _, o := range m.Overloads {
		for _, expanded := range [...]bool{false, true} {
			if !accepts(o, expanded, len(args)) {
				continue
			}
			next := candidate{o, expanded}
			fits := next.fits(args)
			if found++; found == 1 || fits && !fitting || fits == fitting && better(next, best, args) {
				best, fitting = next, fits
			}
		}
	}
	if found == 0 {
		return best, errNoOverload(name, len(args))
	}
	return best, nil
}

// fits reports whether each argument has a conversion to its parameter. What
// does not fit is chosen only if nothing does: the conversion then says why.
func (c candidate) fits(args []value.Value) bool {
	for i, arg := range args {
		if rank(arg, c.paramAt(i)) == rankNone {
			return false
		}
	}
	return true
}

// accepts reports whether an overload can take n arguments.
func accepts(o *value.Overload, expanded bool, n int) bool {
	count := len(o.Params)
	rest := hasRest(o)
	if expanded {
		return rest && n >= required(o)
	}
	return n <= count && n >= required(o) && (!rest || n == count)
}

func hasRest(o *value.Overload) bool {
	return len(o.Params) > 0 && o.Params[len(o.Params)-1].Rest
}

func required(o *value.Overload) int {
	for i, p := range o.Params {
		if p.Optional || p.Rest {
			return i
		}
	}
	return len(o.Params)
}

// paramAt returns the type that argument i must have.
func (c candidate) paramAt(i int) value.Param {
	last := len(c.o.Params) - 1
	if c.expanded && i >= last {
		p := c.o.Params[last]
		p.Type = p.Type.Elem
		return p
	}
	return c.o.Params[i]
}

// better reports whether a is a better choice than b for the arguments: ranks
// of earlier arguments weigh more, as in PowerShell.
func better(a, b candidate, args []value.Value) bool {
	score, tie := 0, 0
	for i, arg := range args {
		weight := len(args) - i
		pa, pb := a.paramAt(i), b.paramAt(i)
		ra, rb := rank(arg, pa), rank(arg, pb)
		switch {
		case ra > rb:
			score += weight
		case ra < rb:
			score -= weight
		default:
			tie += weight * specificity(pa.Type, pb.Type, ra)
		}
	}
	if score != 0 {
		return score > 0
	}
	if tie != 0 {
		return tie > 0
	}
	if a.expanded != b.expanded {
		return b.expanded
	}
	return len(a.o.Params) < len(b.o.Params)
}

// bind converts the arguments and fills in what was not given.
func bind(env value.Env, name string, c candidate, args []value.Value) ([]value.Value, error) {
	params := c.o.Params
	out := make([]value.Value, len(params))
	for i, p := range params {
		if c.expanded && i == len(params)-1 {
			rest, err := bindRest(env, name, p, args[i:])
			if err != nil {
				return nil, err
			}
			out[i] = rest
			break
		}
		if i >= len(args) {
			out[i] = p.Default
			continue
		}
		v, err := bindOne(env, name, p, p.Type, args[i])
		if err != nil {
			return nil, err
		}
		out[i] = v
	}
	return out, nil
}

func bindRest(env value.Env, name string, p value.Param, args []value.Value) (value.Value, error) {
	items := make([]value.Value, len(args))
	for i, arg := range args {
		v, err := bindOne(env, name, p, p.Type.Elem, arg)
		if err != nil {
			return value.Null, err
		}
		items[i] = v
	}
	return value.Obj(&value.Array{Elem: p.Type.Elem, Items: items}), nil
}

func bindOne(env value.Env, name string, p value.Param, t *value.Type, arg value.Value) (value.Value, error) {
	if r, ok := value.As[*Reference](arg); ok {
		if p.ByRef {
			return arg, nil
		}
		if t != value.TypeObject && t != typeReference {
			arg = r.Get()
		}
	} else if p.ByRef {
		e := methodError("NonRefArgumentToRefParameterMsg",
			fmt.Sprintf("Argument: '%s' should be a System.Management.Automation.PSReference. Use [ref].", p.Name))
		return value.Null, e
	}
	v, err := convert(env, arg, t)
	if err != nil {
		return value.Null, errArgument(name, p.Name, t, arg, err)
	}
	return v, nil
}

func errArgument(method, param string, t *value.Type, arg value.Value, err error) error {
	shown := value.CultureText(arg)
	e := methodError("MethodArgumentConversionInvalidCastArgument", fmt.Sprintf(
		"Cannot convert argument \"%s\", with value: \"%s\", for \"%s\" to type \"%s\": \"%s\"", param, shown, method, DisplayName(t), err.Error()))
	if inner, ok := err.(*value.Exception); ok {
		e.Inner = inner
	}
	return e
}

// CallMethod calls a method group on an object, choosing the overload as
// scripts do; base methods of script classes are called so.
func CallMethod(env value.Env, this value.Value, m *value.Method, args []value.Value) (value.Value, error) {
	return callBest(m, m.Name, &value.Call{Env: env, This: this, Args: args})
}
