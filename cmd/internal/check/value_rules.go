package check

import (
	"slices"
	"strings"

	"exolab/parser"
	"exolab/runtime"
	"exolab/runtime/validation"
	"exolab/runtime/value"
)

// arguments calls see for each parameter of a call whose name is plain and the
// argument that it is given.
func (k *call) arguments(see func(p *runtime.Param, argument parser.Node)) {
	if !k.checkable() {
		return
	}
	meta := k.command.Meta()
	for i, e := range k.Elements[1:] {
		named, ok := e.(*parser.CommandParameter)
		if !ok {
			continue
		}
		means := candidates(meta, named.Name)
		if len(means) != 1 {
			continue
		}
		argument := parser.Node(named.Argument)
		if named.Argument == nil && i+2 < len(k.Elements) && !means[0].Switch {
			argument = k.Elements[i+2]
		}
		if argument != nil {
			see(means[0], argument)
		}
	}
}

// unknownValue looks for constants that are none of the values that a
// parameter takes.
func unknownValue(c *checker, n parser.Node) {
	call, ok := c.callOf(n)
	if !ok {
		return
	}
	call.arguments(func(p *runtime.Param, argument parser.Node) {
		list := []parser.Node{argument}
		if a, ok := argument.(*parser.ArrayLiteral); ok {
			list = nil
			for _, item := range a.Elements {
				list = append(list, item)
			}
		}
		for _, item := range list {
			text, constant := item.(*parser.StringConstant)
			if !constant {
				continue
			}
			if takes := refused(p, text.Value); takes != "" {
				c.found(text, "'"+text.Value+"' is no value of -"+p.Name+"; it takes "+takes+".")
			}
		}
	})
}

// refused says which values a parameter takes if a text is none of them.
func refused(p *runtime.Param, text string) string {
	for _, a := range p.Attributes {
		var list []string
		switch set := a.(type) {
		case *validation.Set:
			list = set.Values
		case interface{ Choices() []string }:
			list = set.Choices()
		default:
			continue
		}
		if !slices.ContainsFunc(list, func(known string) bool { return strings.EqualFold(known, text) }) {
			return someOf(list)
		}
	}
	t := p.Type
	if t != nil && t.IsArray() {
		t = t.Elem
	}
	switch {
	case t == value.TypeBoolean:
		return "$true or $false"
	case t != nil && t.Enum != nil && !strings.Contains(text, ",") && text != "" && (text[0] < '0' || text[0] > '9'):
		if !slices.ContainsFunc(t.Enum.Names, func(known string) bool { return strings.HasPrefix(value.Fold(known), value.Fold(text)) }) {
			return someOf(t.Enum.Names)
		}
	}
	return ""
}

// shownValues is how many values a message lists.
const shownValues = 12

func someOf(list []string) string {
	if len(list) > shownValues {
		return strings.Join(list[:shownValues], ", ") + ", ..."
	}
	return strings.Join(list, ", ")
}

// wrongParameterSet looks for parameters that cannot be used together.
func wrongParameterSet(c *checker, n parser.Node) {
	call, ok := c.callOf(n)
	if !ok || !call.checkable() {
		return
	}
	var first *runtime.Param
	var open map[string]bool
	for _, e := range call.Elements[1:] {
		named, ok := e.(*parser.CommandParameter)
		if !ok {
			continue
		}
		means := candidates(call.command.Meta(), named.Name)
		if len(means) != 1 {
			return
		}
		sets := setsOf(means[0])
		if sets == nil {
			continue
		}
		if open == nil {
			first, open = means[0], sets
			continue
		}
		left := map[string]bool{}
		for name := range open {
			if sets[name] {
				left[name] = true
			}
		}
		if len(left) == 0 {
			c.found(at(named.NameSpan), "-"+first.Name+" and -"+means[0].Name+" of "+call.command.Name+" cannot be used together.")
			return
		}
		open = left
	}
}

// setsOf are the parameter sets that a parameter belongs to, nil for all.
func setsOf(p *runtime.Param) map[string]bool {
	sets := map[string]bool{}
	for _, s := range p.Sets {
		if s.Name == runtime.AllSets {
			return nil
		}
		sets[s.Name] = true
	}
	if len(sets) == 0 {
		return nil
	}
	return sets
}
