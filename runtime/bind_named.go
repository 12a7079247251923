package runtime

import (
	"strings"

	"exolab/runtime/value"
)

// match finds the parameter that an argument's name means: an exact name or
// alias, else an unambiguous beginning of one; -1 when there is none.
func (c *Context) match(a *boundArg) (int, error) {
	folded := strings.TrimPrefix(value.Fold(a.name), "-")
	if i, ok := c.plan.names[folded]; ok {
		return i, nil
	}
	if a.name == "" {
		return -1, nil
	}
	found := c.beginningWith(folded)
	switch len(found) {
	case 0:
		return -1, nil
	case 1:
		return found[0], nil
	}
	own := found[:0:0]
	for _, i := range found {
		if !c.meta.Params[i].Common {
			own = append(own, i)
		}
	}
	if len(own) == 1 {
		return own[0], nil
	}
	return -1, c.ambiguousName(a, found)
}

// beginningWith lists the parameters that have a name or alias beginning so;
// dynamic ones count only where there is no other.
func (c *Context) beginningWith(folded string) []int {
	var found, dynamic []int
	for i, p := range c.meta.Params {
		switch {
		case !hasPrefix(p, folded):
		case p.Dynamic:
			dynamic = append(dynamic, i)
		default:
			found = append(found, i)
		}
	}
	if found == nil {
		return dynamic
	}
	return found
}

func hasPrefix(p *Param, folded string) bool {
	if strings.HasPrefix(value.Fold(p.Name), folded) {
		return true
	}
	for _, alias := range p.Aliases {
		if strings.HasPrefix(value.Fold(alias), folded) {
			return true
		}
	}
	return false
}

// pairing is an argument with the parameter that its name means.
type pairing struct {
	arg   boundArg
	param int
}

// pair joins names with the values behind them.
func (c *Context) pair(args []boundArg) ([]pairing, error) {
	out := make([]pairing, 0, len(args))
	for k := 0; k < len(args); k++ {
		a := args[k]
		if !a.named {
			out = append(out, pairing{a, -1})
			continue
		}
		i, err := c.match(&a)
		if err != nil {
			return nil, err
		}
		if i >= 0 && !a.hasValue {
			next := k + 1
			switch {
			case c.meta.Params[i].Switch:
				a.value, a.hasValue, a.span = value.Switch(true), true, a.nameSpan
			case next == len(args):
				return nil, c.missingArgument(&a, c.meta.Params[i])
			case args[next].named:
				other, err := c.match(&args[next])
				if err != nil {
					return nil, err
				}
				if other >= 0 || args[next].hasValue {
					return nil, c.missingArgument(&a, c.meta.Params[i])
				}
				a.value, a.hasValue, a.span = value.Str(args[next].parameterText()), true, args[next].span
				k = next
			default:
				a.value, a.hasValue, a.span, a.text = args[next].value, true, args[next].span, args[next].text
				k = next
			}
		}
		out = append(out, pairing{a, i})
	}
	return out, nil
}

// bindNamed binds the arguments that have a name and returns the others.
func (c *Context) bindNamed(args []boundArg) ([]boundArg, error) {
	named := false
	for i := range args {
		named = named || args[i].named
	}
	if !named {
		return args, nil
	}
	pairs, err := c.pair(args)
	if err != nil {
		return nil, err
	}
	// What is written out wins over what a splatted table says.
	for _, splatted := range [...]bool{false, true} {
		for k := range pairs {
			p := &pairs[k]
			if p.param < 0 || p.arg.splat != splatted {
				continue
			}
			if c.bound[p.param] {
				if splatted {
					continue
				}
				return nil, c.boundTwice(&p.arg, c.meta.Params[p.param])
			}
			if _, err := c.bindArg(p.param, &p.arg, true); err != nil {
				return nil, err
			}
		}
	}
	rest := args[:0:0]
	for k := range pairs {
		if pairs[k].param < 0 {
			rest = append(rest, pairs[k].arg)
		}
	}
	return rest, nil
}
