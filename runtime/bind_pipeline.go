package runtime

import (
	"strings"

	"exolab/parser"
	"exolab/runtime/value"
)

// delayedArg is a script block given to a parameter that takes pipeline
// input: it is run for each object and its result bound.
type delayedArg struct {
	param int
	arg   boundArg
}

// delays reports whether v is to be run per pipeline object rather than bound.
func (c *Context) delays(i int, v value.Value) bool {
	if !c.expecting || !c.meta.CmdletBinding {
		return false
	}
	if _, ok := value.As[*ScriptBlock](v); !ok {
		return false
	}
	t := c.meta.Params[i].Type
	if t.IsArray() {
		t = t.Elem
	}
	if t == value.TypeObject || t == value.TypePSObject || t == value.TypeScriptBlock {
		return false
	}
	takes := false
	c.plan.setsOf(c.meta.Params[i], c.sets, func(set *ParamSet, _ setMask) bool {
		takes = set.Pipeline || set.PipelineByName
		return !takes
	})
	return takes
}

// Each way in which the pipeline can give a parameter its value, in the order
// in which they are tried.
var pipelineStates = [...]struct{ byName, coerce bool }{{false, false}, {true, false}, {false, true}, {true, true}}

// bindInput binds one pipeline object. ok is false if the object could not be
// bound, which has been reported then.
func (c *Context) bindInput(v value.Value) (ok bool, err error) {
	c.input = v
	if !c.meta.CmdletBinding || c.plan == nil {
		return true, nil
	}
	if i := c.plan.direct; i >= 0 && len(c.delayed) == 0 && c.ready && !c.given[i] && !needsCheck(v) && isOfType(v, c.meta.Params[i].Type) {
		c.bound[i] = true
		c.values[i] = v
		return true, c.exec.Bind(i, v)
	}
	return c.bindInputFully(v)
}

// isOfType reports whether a parameter of type t takes v without conversion.
func isOfType(v value.Value, t *value.Type) bool {
	if t == value.TypeObject || t == value.TypePSObject {
		return true
	}
	_, decorated := value.As[*value.Decorated](v)
	return !decorated && value.TypeOf(v) == t
}

// needsCheck reports whether a mandatory parameter might refuse the object.
func needsCheck(v value.Value) bool {
	return v.IsNull() || v.Kind() == value.KindString && v.Text() == "" || value.IsList(v)
}

func (c *Context) bindInputFully(v value.Value) (ok bool, err error) {
	if err := c.unbindInput(); err != nil {
		return false, err
	}
	any, err := c.runDelayed(v)
	if err == nil {
		var more bool
		more, err = c.bindFromPipeline(v)
		any = any || more
	}
	if err == nil && !any {
		err = c.inputNotBound(v)
	}
	if err == nil {
		err = c.resolveSet(false, true)
	}
	if err == nil {
		if list := c.mandatoryAfterInput(); len(list) > 0 {
			err = c.inputLacks(list, v)
		}
	}
	if e, isBinding := err.(*bindingError); isBinding {
		return false, c.reportBinding(e)
	}
	if err != nil {
		return false, err
	}
	c.nameSet()
	c.ready = true
	return true, nil
}

// unbindInput takes back what the previous object gave.
func (c *Context) unbindInput() error {
	if c.given == nil {
		c.given = append([]bool(nil), c.bound...)
		return nil
	}
	c.sets = c.before
	for _, i := range c.plan.pipeline {
		if c.bound[i] && !c.given[i] {
			c.bound[i] = false
			if u, ok := c.exec.(interface{ Unbind(i int) error }); ok {
				if err := u.Unbind(i); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// bindFromPipeline tries the ways of giving the object to parameters.
func (c *Context) bindFromPipeline(v value.Value) (any bool, err error) {
	for _, state := range pipelineStates {
		bound := false
		sets := c.sets
		if fallback := c.plan.fallback; fallback != 0 && sets&fallback != 0 {
			if bound, err = c.bindState(v, fallback, state.byName, state.coerce); err != nil {
				return any, err
			}
			if !bound {
				sets &^= fallback
				if c.sets == everySet {
					sets = c.plan.all &^ fallback
				}
			}
		}
		if !bound && sets != 0 {
			if bound, err = c.bindState(v, sets, state.byName, state.coerce); err != nil {
				return any, err
			}
		}
		any = any || bound
	}
	return any, nil
}

func (c *Context) bindState(v value.Value, sets setMask, byName, coerce bool) (any bool, err error) {
	for _, i := range c.plan.pipeline {
		if c.bound[i] || !c.plan.in(i, sets) || !c.plan.in(i, c.sets) || !c.takesInput(i, sets, byName) {
			continue
		}
		from := v
		if byName {
			var found bool
			if from, found, err = c.propertyFor(c.meta.Params[i], v); err != nil {
				return any, err
			}
			if !found {
				continue
			}
		}
		ok, err := c.bindInputTo(i, from, coerce)
		if err != nil {
			return any, err
		}
		any = any || ok
	}
	return any, nil
}

// bindInputTo binds a value from the pipeline; a failed conversion only means
// that the value does not fit.
func (c *Context) bindInputTo(i int, v value.Value, coerce bool) (bool, error) {
	fitting, fits, err := c.admit(i, v, "", parser.Span{}, coerce)
	if e, isBinding := err.(*bindingError); isBinding && e.cause != nil && e.kind != exValidation {
		return false, nil
	}
	if err != nil || !fits {
		return false, err
	}
	return true, c.store(i, fitting)
}

func (c *Context) takesInput(i int, sets setMask, byName bool) bool {
	takes := false
	c.plan.setsOf(c.meta.Params[i], sets, func(set *ParamSet, _ setMask) bool {
		takes = byName && set.PipelineByName || !byName && set.Pipeline
		return !takes
	})
	return takes
}

// propertyFor finds the property of v named like the parameter or one of its
// aliases.
func (c *Context) propertyFor(p *Param, v value.Value) (value.Value, bool, error) {
	if v.IsNull() {
		return value.Null, false, nil
	}
	found, ok, err := getProperty(c.Env(), v, p.Name)
	for k := 0; !ok && err == nil && k < len(p.Aliases); k++ {
		found, ok, err = getProperty(c.Env(), v, p.Aliases[k])
	}
	if err != nil {
		return value.Null, false, nil
	}
	return found, ok, nil
}

// runDelayed runs the script blocks bound to pipeline parameters.
func (c *Context) runDelayed(v value.Value) (any bool, err error) {
	for k := range c.delayed {
		d := &c.delayed[k]
		block, _ := value.As[*ScriptBlock](d.arg.value)
		out, err := c.Collect(block, v)
		if err != nil {
			return any, err
		}
		result := (&Collector{Items: out}).Value()
		fitting, _, err := c.admit(d.param, result, "", d.arg.span, true)
		if err != nil {
			return any, err
		}
		if err := c.store(d.param, fitting); err != nil {
			return any, err
		}
		any = true
	}
	return any, nil
}

func (c *Context) inputNotBound(v value.Value) error {
	e := c.fail(exBinding, "InputObjectNotBound", value.InvalidArgument, parser.Span{},
		"The input object cannot be bound to any parameters for the command either because the command does not take pipeline input or the input and its properties do not match any of the parameters that take pipeline input.")
	e.record.Target = v
	return e
}

func (c *Context) inputLacks(list []int, v value.Value) error {
	names := make([]string, len(list))
	for k, i := range list {
		names[k] = c.meta.Params[i].Name
	}
	e := c.fail(exBinding, "InputObjectMissingMandatory", value.InvalidArgument, parser.Span{},
		"The input object cannot be bound because it did not contain the information required to bind all mandatory parameters:  %s", strings.Join(names, " "))
	e.record.Target = v
	return e
}

// reportBinding writes the failure to bind one object; the pipeline goes on
// with the next.
func (c *Context) reportBinding(e *bindingError) error {
	return c.writeRecord(e.record, false)
}
