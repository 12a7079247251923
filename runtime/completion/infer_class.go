package completion

import (
	"strings"

	"exolab/parser"
	"exolab/runtime/value"
)

// definition is the class or enum that the text defines under a name.
func (c *completer) definition(name string) *parser.TypeDefinition {
	var found *parser.TypeDefinition
	parser.Walk(c.mainTree(), func(n parser.Node) bool {
		if d, ok := n.(*parser.TypeDefinition); ok && strings.EqualFold(d.Name, name) {
			found = d
		}
		return found == nil
	})
	return found
}

// this is the class whose method stands around a place of a tree.
func (c *completer) this(tree *parser.ScriptBlock, at int) *shape {
	for _, n := range pathTo(tree, at) {
		if d, ok := n.(*parser.TypeDefinition); ok {
			return c.definedShape(d, true)
		}
	}
	return nil
}

// definedShape is an object of a class of the text; hidden members are known
// inside of it.
func (c *completer) definedShape(d *parser.TypeDefinition, inside bool) *shape {
	s := &shape{typ: value.TypeObject}
	if d.Kind == parser.EnumType {
		s.typ = value.TypeEnum
		s.fields = append(s.fields, field{name: "value__", value: ofType(value.TypeInt32)})
	}
	for _, m := range d.Members {
		switch m := m.(type) {
		case *parser.PropertyMember:
			if !m.Static && (inside || !m.Hidden) && d.Kind != parser.EnumType {
				s.fields = append(s.fields, field{name: m.Name, value: c.constrained(m.Type)})
			}
		case *parser.FunctionMember:
			if !m.Static && !m.Constructor && (inside || !m.Hidden) {
				s.fields = append(s.fields, field{name: m.Name, value: c.constrained(m.ReturnType), method: true})
			}
		}
	}
	for _, base := range d.Bases {
		if of := c.constrained(base); of != nil && of.typ != nil && !of.typ.IsInterface {
			s.more = append(s.more, of)
		}
	}
	return s
}

func (c *completer) constrained(t *parser.TypeConstraint) *shape {
	if t == nil || t.Type == nil {
		return nil
	}
	return c.typeNamed(t.Type.String())
}

// definedStatic lists the static members of a class or enum of the text.
func (c *completer) definedStatic(d *parser.TypeDefinition, prefix string) []Match {
	base := value.TypeObject
	if d.Kind == parser.EnumType {
		base = value.TypeEnum
	}
	members := map[string]*value.Member{"new": {Name: "new", Kind: value.DotNetMethod}}
	for _, m := range append(extraStaticMembers(base), staticMembers(base)...) {
		members[value.Fold(m.Name)] = m
	}
	for _, m := range d.Members {
		switch m := m.(type) {
		case *parser.PropertyMember:
			if m.Static || d.Kind == parser.EnumType {
				members[value.Fold(m.Name)] = &value.Member{Name: m.Name}
			}
		case *parser.FunctionMember:
			if m.Static && !m.Hidden {
				members[value.Fold(m.Name)] = &value.Member{Name: m.Name, Kind: value.DotNetMethod}
			}
		}
	}
	return memberMatches(members, prefix)
}

// inferDefinedStatic is what a static member of a class of the text is.
func (c *completer) inferDefinedStatic(class, name string) *shape {
	d := c.definition(class)
	if d == nil {
		return nil
	}
	if strings.EqualFold(name, "new") {
		return c.definedShape(d, false)
	}
	for _, m := range d.Members {
		switch m := m.(type) {
		case *parser.PropertyMember:
			if strings.EqualFold(m.Name, name) {
				return c.constrained(m.Type)
			}
		case *parser.FunctionMember:
			if strings.EqualFold(m.Name, name) {
				return c.constrained(m.ReturnType)
			}
		}
	}
	return nil
}

// definedTypes lists the classes and enums of the text.
func (c *completer) definedTypes(fits func(string) bool) []Match {
	var matches []Match
	parser.Walk(c.mainTree(), func(n parser.Node) bool {
		if d, ok := n.(*parser.TypeDefinition); ok && fits(d.Name) {
			matches = append(matches, Match{Text: d.Name, ListItem: d.Name, Kind: Type, ToolTip: d.Name})
		}
		return true
	})
	return matches
}
