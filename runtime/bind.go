package runtime

import (
	"exolab/runtime/value"
)

// bindCommandLine binds the arguments of a call: by name, by position, the
// remaining ones; then it resolves the parameter set and asks for what is
// mandatory and missing.
func (c *Context) bindCommandLine(args []boundArg) error {
	c.sets = everySet
	args, err := c.bindNamed(args)
	if err != nil {
		return err
	}
	args, deferred, err := c.bindPositional(args)
	if err != nil {
		return err
	}
	if err := c.bindDefaultValues(); err != nil {
		return err
	}
	if !c.meta.CmdletBinding {
		c.rest = remainingValues(args)
		return nil
	}
	if len(c.plan.sets) > 0 {
		if err := c.resolveSet(true, false); err != nil {
			return err
		}
	}
	if args, err = c.bindDynamic(args); err != nil {
		return err
	}
	if args, err = c.bindRemaining(args); err != nil {
		return err
	}
	if err := c.refuse(args, deferred); err != nil {
		return err
	}
	return c.settle()
}

// settle decides the parameter set as far as it can be decided before the
// first pipeline object and asks for mandatory parameters.
func (c *Context) settle() error {
	if err := c.resolveSet(c.expecting, !c.expecting); err != nil {
		return err
	}
	if c.expecting && validSets(c.sets) > 1 {
		c.sets = c.setsOpenToPipeline()
	}
	if err := c.askMandatory(); err != nil {
		return err
	}
	c.before = c.sets
	c.nameSet()
	return nil
}

// nameSet notes the name of the parameter set in use.
func (c *Context) nameSet() {
	mask, fallback := c.sets, c.plan.fallback
	if fallback != 0 && mask&fallback != 0 && (mask == everySet || validSets(mask) > 1) {
		mask = fallback
	}
	c.set = c.plan.setName(mask)
}

// remainingValues makes $args of what a simple function did not bind.
func remainingValues(args []boundArg) []value.Value {
	var out []value.Value
	for i := range args {
		a := &args[i]
		if a.text == "--" && !a.named {
			continue
		}
		if a.named {
			out = append(out, parameterValue(a))
		}
		if a.hasValue {
			out = append(out, a.value)
		}
	}
	return out
}

// parameterNote marks a string in $args that was a parameter's name, so that
// @args passes it on as one.
const parameterNote = "<CommandParameterName>"

func parameterValue(a *boundArg) value.Value {
	text := &value.Decorated{Inner: value.Str(a.parameterText())}
	text.Extend().Members.SetMember(&value.Member{Name: parameterNote, Kind: value.NoteProperty, Value: value.Str(a.name), Hidden: true})
	return value.Obj(text)
}

// parameterIn returns the name of the parameter that a splatted value was.
func parameterIn(v value.Value) (name string, ok bool) {
	d, ok := v.Object().(*value.Decorated)
	if !ok || d.Extension() == nil {
		return "", false
	}
	i := d.Extension().Members.IndexOf(value.Fold(parameterNote))
	if i < 0 {
		return "", false
	}
	return d.Extension().Members.MemberAt(i).Value.Text(), true
}

// refuse reports the first argument that no parameter took; deferred is the
// failed conversion of a parameter that could have taken it.
func (c *Context) refuse(args []boundArg, deferred error) error {
	switch {
	case len(args) == 0:
		return nil
	case deferred != nil:
		return deferred
	case args[0].named:
		return c.parameterNotFound(&args[0])
	}
	return c.positionalNotFound(&args[0])
}

// store hands a fitting value to the command.
func (c *Context) store(i int, v value.Value) error {
	p := c.meta.Params[i]
	if !c.bound[i] {
		c.bound[i] = true
		if mask := c.plan.masks[i]; mask != everySet {
			c.sets &= mask
		}
	}
	if c.values == nil {
		c.values = make([]value.Value, len(c.bound))
	}
	c.values[i] = v
	if p.Common {
		if err := c.bindCommon(p, v); err != nil {
			return err
		}
		if !c.script() {
			return nil
		}
	}
	return c.exec.Bind(i, v)
}

// bindArg binds one argument to a parameter.
func (c *Context) bindArg(i int, a *boundArg, coerce bool) (bool, error) {
	if c.delays(i, a.value) {
		c.delayed = append(c.delayed, delayedArg{param: i, arg: *a})
		c.bound[i] = true
		if mask := c.plan.masks[i]; mask != everySet {
			c.sets &= mask
		}
		return true, nil
	}
	v, fits, err := c.admit(i, a.value, a.text, a.span, coerce)
	if err != nil || !fits {
		return false, err
	}
	return true, c.store(i, v)
}

// bindRemaining gives the arguments left over to the parameter that takes
// them, if there is one.
func (c *Context) bindRemaining(args []boundArg) ([]boundArg, error) {
	if len(args) == 0 || len(c.plan.remaining) == 0 {
		return args, nil
	}
	target := -1
	for _, i := range c.plan.remaining {
		if c.bound[i] || !c.plan.in(i, c.sets) || !c.takesRemaining(i) {
			continue
		}
		if target >= 0 {
			return args, c.ambiguousSet()
		}
		target = i
	}
	if target < 0 {
		return args, nil
	}
	for k := range args {
		if !args[k].named {
			args[k].value = c.asWritten(args[k].value, args[k].text)
		}
	}
	items := remainingValues(args)
	v := value.Obj(&value.Sequence{T: c.listOfObjects(), Items: items})
	if len(items) == 1 {
		if a, ok := value.As[*value.Array](items[0]); ok && a.Elem == nil {
			v = items[0]
		}
	}
	arg := boundArg{hasValue: true, value: v, span: args[0].span}
	_, err := c.bindArg(target, &arg, true)
	return nil, err
}

func (c *Context) takesRemaining(i int) bool {
	found := false
	c.plan.setsOf(c.meta.Params[i], c.sets, func(set *ParamSet, _ setMask) bool {
		found = set.Remaining
		return !found
	})
	return found
}

// listOfObjects is List<object>, the type of remaining arguments.
func (c *Context) listOfObjects() *value.Type {
	if def, ok := c.session.Types.Lookup("System.Collections.Generic.List`1"); ok {
		return value.GenericOf(def, value.TypeObject)
	}
	return value.TypeArrayList
}
