package runtime

import (
	"sort"
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// parameterSet is one parameter set of a command with its parameters.
type parameterSet struct {
	name      string
	isDefault bool
	params    []*parameterObject
}

// PSType returns CommandParameterSetInfo's type.
func (*parameterSet) PSType() *value.Type { return typeParameterSetInfo }

// parameterSets lists the sets of a command, each with its parameters: those
// with a position first, in order.
func (c *Command) parameterSets() []*parameterSet {
	meta := c.metadata()
	if meta == nil {
		return nil
	}
	plan := meta.planOf()
	names := plan.sets
	if len(names) == 0 {
		names = []string{AllSets}
	}
	out := make([]*parameterSet, 0, len(names))
	for _, name := range names {
		set := &parameterSet{name: name, isDefault: value.Fold(name) == value.Fold(meta.DefaultSet)}
		for _, p := range meta.Params {
			for i := range p.Sets {
				if s := &p.Sets[i]; s.Name == AllSets || value.Fold(s.Name) == value.Fold(name) {
					set.params = append(set.params, &parameterObject{param: p, set: s})
					break
				}
			}
		}
		sort.SliceStable(set.params, func(i, j int) bool { return placeInSyntax(set.params[i]) < placeInSyntax(set.params[j]) })
		out = append(out, set)
	}
	return out
}

// placeInSyntax puts positional parameters first and common ones last.
func placeInSyntax(p *parameterObject) int {
	switch {
	case p.set.Position >= 0:
		return p.set.Position
	case p.set.Mandatory:
		return 1 << 20
	case p.param.Common:
		return 1 << 22
	}
	return 1 << 21
}

func parameterSetsOf(c *Command) value.Value {
	sets := c.parameterSets()
	items := make([]value.Value, len(sets))
	for i, set := range sets {
		items[i] = value.Obj(set)
	}
	return value.List(items...)
}

func loadParameterSetInfo(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Get("string Name", property(func(s *parameterSet) value.Value { return value.Str(s.name) }))
	r.Get("bool IsDefault", property(func(s *parameterSet) value.Value { return value.Bool(s.isDefault) }))
	r.Get("System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.CommandParameterInfo] Parameters",
		property(func(s *parameterSet) value.Value {
			items := make([]value.Value, len(s.params))
			for i, p := range s.params {
				items[i] = value.Obj(p)
			}
			return value.List(items...)
		}))
	r.Method("string ToString()", func(c *value.Call) (value.Value, error) {
		s, _ := value.As[*parameterSet](c.This)
		return value.Str(s.String()), nil
	})
}

// String is the syntax of the set without the command's name.
func (s *parameterSet) String() string {
	var parts []string
	common := false
	for _, p := range s.params {
		if p.param.Common && p.param.Name != "WhatIf" && p.param.Name != "Confirm" {
			common = true
			continue
		}
		if !p.param.DontShow {
			parts = append(parts, p.syntax())
		}
	}
	if common {
		parts = append(parts, "[<CommonParameters>]")
	}
	return strings.Join(parts, " ")
}

// Syntax is how the command is called: one line for each parameter set.
func (c *Command) Syntax() []string {
	sets := c.parameterSets()
	out := make([]string, len(sets))
	for i, set := range sets {
		out[i] = strings.TrimSpace(c.Name + " " + set.String())
	}
	return out
}

// syntax is one parameter in a syntax line.
func (p *parameterObject) syntax() string {
	name := "-" + p.param.Name
	if p.param.Switch {
		if p.set.Mandatory {
			return name
		}
		return "[" + name + "]"
	}
	if p.set.Position >= 0 {
		name = "[" + name + "]"
	}
	text := name + " <" + p.typeText() + ">"
	if !p.set.Mandatory {
		return "[" + text + "]"
	}
	return text
}

// typeText is the parameter's type in a syntax line: the accelerator or the
// name without namespace.
func (p *parameterObject) typeText() string {
	name := dotnet.ShortName(p.param.Type)
	head, generic, _ := strings.Cut(name, "[")
	short := head[strings.LastIndexByte(head, '.')+1:]
	return short + name[len(name)-len(generic)-min(1, len(name)-len(head)):]
}
