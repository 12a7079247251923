package runtime

import (
	"exolab/parser"
	"exolab/runtime/value"
)

// enumOrder lists the enums of a text so that each stands behind those whose
// members its own values use, and those that use each other in a circle.
func enumOrder(enums []*parser.TypeDefinition) (ordered, circular []*parser.TypeDefinition) {
	waiting := map[string]bool{}
	for _, d := range enums {
		waiting[value.Fold(d.Name)] = true
	}
	for len(enums) > 0 {
		var later []*parser.TypeDefinition
		for _, d := range enums {
			if usesEnum(d, waiting) {
				later = append(later, d)
				continue
			}
			delete(waiting, value.Fold(d.Name))
			ordered = append(ordered, d)
		}
		if len(later) == len(enums) {
			return ordered, later
		}
		enums = later
	}
	return ordered, nil
}

// usesEnum reports whether the values of an enum's members name one of the enums.
func usesEnum(d *parser.TypeDefinition, names map[string]bool) bool {
	found := false
	for _, m := range d.Members {
		p, ok := m.(*parser.PropertyMember)
		if !ok || p.Initial == nil {
			continue
		}
		parser.Walk(p.Initial, func(n parser.Node) bool {
			if t, ok := n.(*parser.TypeExpression); ok {
				folded := value.Fold(t.Type.Name)
				found = found || names[folded] && folded != value.Fold(d.Name)
			}
			return !found
		})
	}
	return found
}
