package runtime

import "math/bits"

// validSets counts the parameter sets that are still possible.
func validSets(mask setMask) int {
	if mask == everySet {
		return 1
	}
	return bits.OnesCount32(uint32(mask))
}

// resolveSet narrows the possible parameter sets after a round of binding.
// early is set before pipeline input has been seen; latch makes the default
// set final where it is chosen.
func (c *Context) resolveSet(early, latch bool) error {
	count := validSets(c.sets)
	fallback := c.plan.fallback
	switch {
	case count == 0:
		return c.ambiguousSet()
	case count > 1:
		switch {
		case fallback != 0 && c.sets&fallback != 0:
			if latch {
				c.sets = fallback
			}
		case early && c.openToPipeline():
		default:
			return c.resolveByMandatory()
		}
	case c.sets == everySet:
		switch {
		case early && c.openToPipeline():
		case fallback != 0:
			if latch {
				c.sets = fallback
			}
		case len(c.plan.sets) > 1:
			return c.resolveByMandatory()
		}
	}
	return nil
}

// openToPipeline reports whether an unbound parameter of the possible sets
// takes pipeline input.
func (c *Context) openToPipeline() bool {
	if !c.expecting {
		return false
	}
	for _, i := range c.plan.pipeline {
		if !c.bound[i] && c.plan.in(i, c.sets) {
			return true
		}
	}
	return false
}

// resolveByMandatory picks the only set without an unbound mandatory
// parameter.
func (c *Context) resolveByMandatory() error {
	left := c.sets & c.plan.all
	for _, i := range c.plan.mandatory {
		if c.bound[i] {
			continue
		}
		c.plan.setsOf(c.meta.Params[i], c.sets, func(set *ParamSet, mask setMask) bool {
			if set.Mandatory {
				left &^= mask
			}
			return true
		})
	}
	if left != 0 && c.meta.TakesFirstSet {
		left &= -left
	}
	if validSets(left) != 1 {
		return c.ambiguousSet()
	}
	c.sets = left
	return nil
}

// setsOpenToPipeline leaves out the sets that take no pipeline input any more,
// unless that leaves none.
func (c *Context) setsOpenToPipeline() setMask {
	var open setMask
	for _, i := range c.plan.pipeline {
		if c.bound[i] {
			continue
		}
		c.plan.setsOf(c.meta.Params[i], c.sets, func(set *ParamSet, mask setMask) bool {
			if set.Pipeline || set.PipelineByName {
				open |= mask
			}
			return true
		})
	}
	if open &= c.sets; open != 0 {
		return open
	}
	return c.sets
}
