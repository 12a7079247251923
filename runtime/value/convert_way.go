package value

// Way tells by which of the types' own members a conversion goes.
type Way uint8

// The ways, in the order in which they are looked for.
const (
	NoWay Way = iota
	ByParse
	ByConstructor
	ByImplicitCast
	ByExplicitCast
	// ByElements makes a collection of the value's elements, ByElement one that
	// holds the value itself.
	ByElements
	ByElement
	// ByProperties makes an empty object and sets its properties.
	ByProperties
)

// WayTo tells by which members a value of type from, which is neither assignable
// nor basic, would become a to. It only looks; the conversion may fail.
func WayTo(from, to *Type) Way {
	if from == TypeString && parserOf(to) != nil {
		return ByParse
	}
	constructors := to.Members().Constructors
	if constructors != nil && !to.IsAbstract && constructorFor(from, to, constructors) != nil {
		return ByConstructor
	}
	for _, owner := range [2]*Type{to, from} {
		for i, name := range castOperators {
			if castOperator(owner, name, from, to) != nil {
				return ByImplicitCast + Way(i)
			}
		}
	}
	return wayOfParts(from, to)
}

// wayOfParts tells whether a value becomes a to by its entries, properties or
// elements. Basic types other than text do not.
func wayOfParts(from, to *Type) Way {
	switch {
	case TypeIDictionary.IsAssignableFrom(from):
		if _, ok := parameterless(to); ok || to.IsValueType && to.Kind == KindObject {
			return ByProperties
		}
		return NoWay
	case from.Kind != KindObject && from.Kind != KindString && from.Kind != KindTimeSpan || from.Enum != nil:
		return NoWay
	case elementConstructor(to) != nil:
		if to.Args[0].IsAssignableFrom(from) {
			return ByElement
		}
		return ByElements
	case from == TypePSCustomObject:
		if _, ok := parameterless(to); ok {
			return ByProperties
		}
	}
	return NoWay
}

// parameterless finds the constructor without parameters.
func parameterless(t *Type) (*Overload, bool) {
	constructors := t.Members().Constructors
	if t.IsAbstract || constructors == nil {
		return nil, false
	}
	for _, o := range constructors.Overloads {
		if len(o.Params) == 0 {
			return o, true
		}
	}
	return nil, false
}
