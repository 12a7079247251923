package dotnet

import (
	"fmt"

	"exolab/runtime/value"
)

// callBest chooses the overload for the call's arguments, converts them and
// runs it.
func callBest(m *value.Method, name string, call *value.Call) (value.Value, error) {
	args, choice := call.Args, m.Last
	if choice == nil || !madeFor(choice, args) {
		var err error
		if choice, err = choose(m, name, args); err != nil {
			return value.Null, err
		}
		remember(m, choice, args)
	}
	if !choice.Exact {
		var err error
		if call.Args, err = bind(call.Env, name, choice, args); err != nil {
			return value.Null, err
		}
	}
	result, err := callGuarded(choice.Overload, call)
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

// madeFor reports whether a remembered choice holds for the arguments.
func madeFor(choice *value.Choice, args []value.Value) bool {
	if len(choice.Args) != len(args) {
		return false
	}
	for i, arg := range args {
		if value.TypeOf(arg) != choice.Args[i] {
			return false
		}
		switch arg.Object().(type) {
		case *value.Decorated, *Reference:
			return false
		}
	}
	return true
}

// remember keeps the choice for the next call, if the arguments' types alone
// have made it: those of an Object[] depend on its elements too.
func remember(m *value.Method, choice *value.Choice, args []value.Value) {
	types := make([]*value.Type, len(args))
	exact := len(choice.Params) == len(args)
	for i, arg := range args {
		types[i] = value.TypeOf(arg)
		switch arg.Object().(type) {
		case *value.Decorated, *Reference:
			return
		}
		if types[i] == value.TypeObjectArray {
			return
		}
		exact = exact && takesAsItIs(&choice.Params[i], types[i], len(m.Overloads) == 1)
	}
	choice.Args, choice.Exact = types, exact
	m.Last = choice
}

// takesAsItIs reports whether an argument has the very type of its parameter.
// The only overload also takes anything as an object.
func takesAsItIs(p *value.Param, arg *value.Type, single bool) bool {
	return !p.ByRef && !p.Rest && (arg == p.Type || single && p.Type == value.TypeObject)
}

// bind converts the arguments and fills in what was not given.
func bind(env value.Env, name string, c *value.Choice, args []value.Value) ([]value.Value, error) {
	params := c.Params
	out := make([]value.Value, len(params))
	for i, p := range params {
		if c.Expanded && i == len(params)-1 {
			rest, err := bindRest(env, name, p, c.Types[i].Elem, args[i:])
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
		v, err := bindOne(env, name, p, c.Types[i], args[i])
		if err != nil {
			return nil, err
		}
		out[i] = v
	}
	return out, nil
}

func bindRest(env value.Env, name string, p value.Param, elem *value.Type, args []value.Value) (value.Value, error) {
	items := make([]value.Value, len(args))
	for i, arg := range args {
		v, err := bindOne(env, name, p, elem, arg)
		if err != nil {
			return value.Null, err
		}
		items[i] = v
	}
	return value.Obj(&value.Array{Elem: elem, Items: items}), nil
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
