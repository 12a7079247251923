package dotnet

import (
	"slices"

	"exolab/runtime/value"
)

// candidate is an overload that the arguments fit.
type candidate struct {
	*value.Choice
	generic bool
	// types are those of the parameters, one for each argument, and ranks those
	// of the arguments' conversions to them.
	types []*value.Type
	ranks []conversionRank
}

// choose finds the overload for the arguments. The only overload is taken as it
// is, so that the conversion of an argument says what is wrong with it.
func choose(m *value.Method, name string, args []value.Value) (*value.Choice, error) {
	if len(m.Overloads) == 1 {
		o := m.Overloads[0]
		if types := declaredTypes(o); len(types) == len(args) && !hasRest(o) && !slices.ContainsFunc(types, isOpenType) {
			return &value.Choice{Overload: o, Types: types}, nil
		}
	}
	var best candidate
	ambiguous := false
	for _, o := range m.Overloads {
		next, fits := fit(o, args)
		switch {
		case !fits:
		case best.Choice == nil:
			best = next
		default:
			switch order := compareCandidates(&best, &next, args); {
			case order == 0:
				ambiguous = true
			case order < 0:
				best, ambiguous = next, false
			}
		}
	}
	switch {
	case best.Choice == nil:
		return nil, errNoOverload(name, len(args))
	case ambiguous:
		return nil, errAmbiguous(name, len(args))
	}
	return best.Choice, nil
}

// fit grades an overload for the arguments; it reports false if one of them has
// no conversion to its parameter.
func fit(o *value.Overload, args []value.Value) (candidate, bool) {
	var c candidate
	if !accepts(o, len(args)) {
		return c, false
	}
	c.Choice = &value.Choice{Overload: o, Types: declaredTypes(o)}
	if c.generic = slices.ContainsFunc(c.Types, isOpenType); c.generic {
		var inferred bool
		if c.Types, inferred = infer(o, args); !inferred {
			return c, false
		}
	}
	c.types, c.ranks = make([]*value.Type, len(args)), make([]conversionRank, len(args))
	last := len(o.Params) - 1
	c.Expanded = hasRest(o) && len(args) <= last
	for i, arg := range args {
		p := min(i, last)
		c.types[i] = c.Types[p]
		c.ranks[i] = rankArgument(arg, c.Types[p], o.Params[p].ByRef)
		if p == last && hasRest(o) {
			c.gradeRest(i, arg, len(args) == len(o.Params))
		}
		if c.ranks[i] == rankNone {
			return c, false
		}
	}
	return c, true
}

func declaredTypes(o *value.Overload) []*value.Type {
	types := make([]*value.Type, len(o.Params))
	for i, p := range o.Params {
		types[i] = p.Type
	}
	return types
}

// gradeRest grades an argument for the params array, whose type is that of
// argument i: as the array itself where only this argument can be it and no
// element fits better, else as an element.
func (c *candidate) gradeRest(i int, arg value.Value, alone bool) {
	array := c.types[i]
	asElement := rankArgument(arg, array.Elem, false)
	if alone && c.ranks[i] >= asElement {
		return
	}
	c.Expanded = true
	c.ranks[i] = asElement
	c.types[i] = array.Elem
}

// accepts reports whether an overload can take n arguments.
func accepts(o *value.Overload, n int) bool {
	return n >= required(o) && (n <= len(o.Params) || hasRest(o))
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

// compareCandidates tells which of two overloads is the better: positive for a,
// negative for b, 0 if neither. Ranks of earlier arguments weigh more.
func compareCandidates(a, b *candidate, args []value.Value) int {
	better, weight := 0, len(args)
	for i := range args {
		better += weight * sign(int(a.ranks[i])-int(b.ranks[i]))
		if a.ranks[i] == b.ranks[i] && a.ranks[i] == rankUnrelatedArrays {
			elem := effectiveType(args[i]).Elem
			better += weight * sign(int(rankOf(elem, a.types[i].Elem))-int(rankOf(elem, b.types[i].Elem)))
		}
		weight--
	}
	if better == 0 {
		better = compareParameters(a, b)
	}
	if better == 0 {
		for i := range args {
			if a.types[i] != b.types[i] {
				return 0
			}
		}
		if better = compareForms(a, b); better == 0 {
			better = len(b.Params) - len(a.Params)
		}
	}
	return better
}

// compareParameters weighs parameter types of the same rank: the most specific
// where nothing is lost by the conversion, the most general where something is.
func compareParameters(a, b *candidate) int {
	better, weight := 0, len(a.ranks)
	for i := range a.ranks {
		ra, rb := a.ranks[i], b.ranks[i]
		if ra >= rankNullToValue && rb >= rankNullToValue && (ra >= rankNumericImplicit) == (rb >= rankNumericImplicit) {
			if ra >= rankNumericImplicit {
				weight = -weight
			}
			better += weight * sign(int(rankOf(b.types[i], a.types[i]))-int(rankOf(a.types[i], b.types[i])))
		}
		weight = max(weight, -weight) - 1
	}
	return better
}

// compareForms prefers, among overloads with the same parameter types, those
// without a params array spread out, and those that are not generic.
func compareForms(a, b *candidate) int {
	switch {
	case a.Expanded && b.Expanded:
		if len(a.Params) > len(b.Params) {
			return 1
		}
		return -1
	case a.Expanded:
		return -1
	case b.Expanded:
		return 1
	case a.generic != b.generic:
		if b.generic {
			return 1
		}
		return -1
	}
	return 0
}

func sign(n int) int {
	switch {
	case n > 0:
		return 1
	case n < 0:
		return -1
	}
	return 0
}
