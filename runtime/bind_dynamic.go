package runtime

import (
	"strings"

	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// dynamicSource is an Executable whose parameters depend on others. What it
// returns stands for itself in Metadata: Params marked Dynamic, and Bind takes
// their indexes.
type dynamicSource interface {
	DynamicParameters(ctx *Context) ([]*Param, error)
}

// bindDynamic adds the parameters that depend on what has been bound and binds
// the arguments left over to them.
func (c *Context) bindDynamic(args []boundArg) ([]boundArg, error) {
	source, ok := c.exec.(dynamicSource)
	if !ok {
		return args, nil
	}
	c.nameSet()
	params, err := source.DynamicParameters(c)
	if err != nil || len(params) == 0 {
		return args, err
	}
	meta := *c.meta
	meta.Params = append(meta.Params[:len(meta.Params):len(meta.Params)], params...)
	meta.plan = nil
	if err := meta.conflict(); err != nil {
		return args, err
	}
	before := c.plan
	c.meta, c.plan = &meta, meta.planOf()
	if c.sets != everySet {
		c.sets = translate(before, c.plan, c.sets)
	}
	grow := len(meta.Params) - len(c.bound)
	c.bound = append(c.bound, make([]bool, grow)...)
	if c.values != nil {
		c.values = append(c.values, make([]value.Value, grow)...)
	}
	if args, err = c.bindNamed(args); err != nil {
		return args, err
	}
	args, deferred, err := c.bindPositional(args)
	if err == nil && deferred != nil {
		err = deferred
	}
	return args, err
}

// translate carries a mask over to a plan with more sets.
func translate(from, to *bindPlan, mask setMask) setMask {
	var out setMask
	for i, name := range from.sets {
		if mask&(1<<i) != 0 {
			out |= to.bit(name)
		}
	}
	return out
}

// bindDefaultValues binds what $PSDefaultParameterValues says for the command.
func (c *Context) bindDefaultValues() error {
	v := c.session.defaultParameterValues(c)
	if v == nil || v.Len() == 0 || !c.meta.CmdletBinding {
		return nil
	}
	if off, ok := v.GetText("Disabled"); ok && value.Truth(off) {
		return nil
	}
	var err error
	v.Each(func(key, to value.Value) bool {
		command, param, ok := splitDefaultKey(keyText(key))
		if !ok || !matchesWildcard(command, c.command.Name) {
			return true
		}
		arg := boundArg{name: param, named: true}
		i, matchErr := c.match(&arg)
		if matchErr != nil || i < 0 || c.bound[i] || !c.plan.in(i, c.sets) {
			return true
		}
		if block, isBlock := value.As[*ScriptBlock](to); isBlock {
			out, runErr := c.Collect(block, value.Null)
			if runErr != nil {
				err = runErr
				return false
			}
			to = (&Collector{Items: out}).Value()
		}
		arg.value, arg.hasValue = to, true
		if _, bindErr := c.bindArg(i, &arg, true); bindErr != nil {
			if e, isBinding := bindErr.(*bindingError); isBinding {
				err = errs.Terminating(e.record)
				return false
			}
		}
		return true
	})
	return err
}

// splitDefaultKey takes a key of $PSDefaultParameterValues apart.
func splitDefaultKey(key string) (command, param string, ok bool) {
	command, param, ok = strings.Cut(key, ":")
	return strings.Trim(strings.TrimSpace(command), "'\""), strings.Trim(strings.TrimSpace(param), "'\""), ok
}
