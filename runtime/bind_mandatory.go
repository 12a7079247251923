package runtime

import (
	"errors"

	"exolab/parser"
)

// missing lists the unbound parameters that are mandatory in the sets in use.
// With waiting, those that the pipeline can still give are left out.
func (c *Context) missing(waiting bool) []int {
	sets := c.sets
	if fallback := c.plan.fallback; waiting && fallback != 0 && sets&fallback != 0 {
		sets = fallback
	}
	several := validSets(sets) > 1 || sets == everySet && len(c.plan.sets) > 1
	var out []int
	for _, i := range c.plan.mandatory {
		if c.bound[i] {
			continue
		}
		demanded := false
		c.plan.setsOf(c.meta.Params[i], sets, func(set *ParamSet, mask setMask) bool {
			if !set.Mandatory || several && waiting && mask != everySet {
				return true
			}
			if waiting && (set.Pipeline || set.PipelineByName) {
				return true
			}
			demanded = true
			return false
		})
		if demanded {
			out = append(out, i)
		}
	}
	return out
}

// askMandatory prompts for missing mandatory parameters, or fails where
// nobody can answer.
func (c *Context) askMandatory() error {
	if len(c.plan.mandatory) == 0 {
		return nil
	}
	list := c.missing(c.expecting)
	if len(list) == 0 {
		return nil
	}
	host := c.session.Host
	if host == nil || !host.Interactive() {
		return c.missingMandatory(c.paramNames(list))
	}
	answers, err := c.promptFor(list)
	if errors.Is(err, ErrEndOfInput) {
		if err := host.Text("", true, -1, -1); err != nil {
			return err
		}
		return c.missingMandatory(c.paramNames(list))
	}
	if err != nil {
		return err
	}
	for k, i := range list {
		if _, err := c.bindArg(i, &boundArg{hasValue: true, value: answers[k], span: parser.Span{}}, true); err != nil {
			return err
		}
	}
	return nil
}

func (c *Context) paramNames(list []int) []string {
	names := make([]string, len(list))
	for k, i := range list {
		names[k] = c.meta.Params[i].Name
	}
	return names
}

// mandatoryAfterInput reports the parameters that a pipeline object should
// have given and did not.
func (c *Context) mandatoryAfterInput() []int {
	if len(c.plan.mandatory) == 0 {
		return nil
	}
	return c.missing(false)
}
