package runtime

import "exolab/runtime/value"

// bindPositional binds arguments without a name to parameters by position.
// It returns what is left over, and the failed conversion to report if
// nothing else takes the argument.
func (c *Context) bindPositional(args []boundArg) (rest []boundArg, deferred error, err error) {
	if len(args) == 0 || len(c.plan.positions) == 0 {
		return args, nil, nil
	}
	if c.plan.contested && c.positionsClash() {
		return nil, nil, c.ambiguousPosition()
	}
	next := 0
	rest = args[:0:0]
	for g := range c.plan.positions {
		group := &c.plan.positions[g]
		if !c.groupOpen(group) {
			continue
		}
		skipped := unknownParameters(args[next:])
		rest = append(rest, args[next:next+skipped]...)
		next += skipped
		if next == len(args) {
			break
		}
		taken, failed, err := c.bindGroup(group, &args[next])
		if err != nil {
			return nil, nil, err
		}
		if !taken {
			rest = append(rest, args[next])
			if failed != nil {
				deferred = failed
			}
		}
		next++
	}
	return append(rest, args[next:]...), deferred, nil
}

// positionsClash reports whether two parameters that are still to be bound
// share a position in one set.
func (c *Context) positionsClash() bool {
	for g := range c.plan.positions {
		group := c.plan.positions[g].params
		for i, p := range group {
			for _, q := range group[:i] {
				if !c.bound[p.param] && !c.bound[q.param] && p.clashes(q) && p.sets&c.sets != 0 {
					return true
				}
			}
		}
	}
	return false
}

// unknownParameters returns how many arguments belong to the parameters at the
// start of args that nothing has bound: each takes the plain argument behind
// it along.
func unknownParameters(args []boundArg) int {
	n := 0
	for n < len(args) && args[n].named {
		bare := !args[n].hasValue
		n++
		if bare && n < len(args) && !args[n].named {
			n++
		}
	}
	return n
}

// groupOpen reports whether a position still has an unbound parameter in the
// valid sets.
func (c *Context) groupOpen(g *positionGroup) bool {
	for _, p := range g.params {
		if !c.bound[p.param] && (p.sets == everySet || p.sets&c.sets != 0) {
			return true
		}
	}
	return false
}

// bindGroup tries the parameters of one position: the default set before the
// others, without conversion before with conversion.
func (c *Context) bindGroup(g *positionGroup, a *boundArg) (taken bool, deferred, err error) {
	if len(g.params) == 1 {
		return c.bindPosition(g.params[0].param, a, true)
	}
	for _, coerce := range [...]bool{false, true} {
		for _, sets := range [...]setMask{c.plan.fallback & c.sets, c.sets} {
			if sets == 0 {
				continue
			}
			for _, p := range g.params {
				if c.bound[p.param] || p.sets != everySet && p.sets&sets == 0 {
					continue
				}
				ok, failed, err := c.bindPosition(p.param, a, coerce)
				if err != nil || ok {
					return ok, nil, err
				}
				if failed != nil {
					deferred = failed
				}
			}
		}
	}
	return false, deferred, nil
}

// bindPosition binds one argument; a failed conversion of a cmdlet's
// parameter is not final, because another parameter may take the argument.
func (c *Context) bindPosition(i int, a *boundArg, coerce bool) (taken bool, deferred, err error) {
	if c.bound[i] {
		return false, nil, nil
	}
	ok, err := c.bindArg(i, a, coerce)
	if e, isBinding := err.(*bindingError); isBinding && (e.kind == exBinding || e.cause == ErrOtherParameter) {
		return false, err, nil
	}
	return ok, nil, err
}

// ErrOtherParameter is the error by which a ParamAttribute leaves an argument
// to another parameter at the same position.
var ErrOtherParameter error = value.NewException("System.Management.Automation.ValidationMetadataException",
	"The argument stands for another parameter.")
