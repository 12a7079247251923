package help

import (
	"strconv"
	"strings"

	"exolab/runtime"
	"exolab/runtime/value"
)

// Topic is the help of one command.
type Topic struct {
	Name, Category, Synopsis string
	Comment                  *Comment
	// Syntax holds a line for each parameter set.
	Syntax     []string
	Parameters []Parameter
	Examples   []Example
	Aliases    []string
	Outputs    []string
}

// Example is one example of a topic.
type Example struct{ Title, Prompt, Code, Remarks string }

// Parameter is what help says about a parameter.
type Parameter struct {
	Name, Type, Description, Default, Pipeline, Position string
	Required, IsSwitch                                   bool
}

// FromCommand makes the topic of a command.
func FromCommand(c *runtime.Command, name string, comment *Comment) *Topic {
	t := &Topic{Name: name, Comment: comment, Category: categoryOf(c)}
	var meta *runtime.Metadata
	if c.Metadata != nil {
		meta = c.Metadata()
	}
	if meta == nil {
		meta = &runtime.Metadata{}
	}
	if comment == nil {
		comment = &Comment{}
	}
	t.Synopsis = strings.TrimSpace(comment.Synopsis)
	t.Outputs = comment.Outputs
	if len(t.Outputs) == 0 {
		t.Outputs = meta.OutputTypes
	}
	for _, p := range meta.Params {
		if p.Common && p.Name != "WhatIf" && p.Name != "Confirm" || p.DontShow {
			continue
		}
		t.Parameters = append(t.Parameters, parameterOf(p, comment.Parameters[strings.ToUpper(p.Name)]))
	}
	for _, set := range setNames(meta) {
		t.Syntax = append(t.Syntax, syntaxLine(name, meta, set))
	}
	for i, text := range comment.Examples {
		prompt, code, remarks := ExampleParts(text)
		t.Examples = append(t.Examples, Example{exampleTitle(i + 1), prompt, code, remarks})
	}
	return t
}

func exampleTitle(n int) string {
	return "-------------------------- EXAMPLE " + strconv.Itoa(n) + " --------------------------"
}

// AddExample adds an example that is given in parts.
func (t *Topic) AddExample(code, remarks string) {
	t.Examples = append(t.Examples, Example{exampleTitle(len(t.Examples) + 1), "PS > ", code, remarks})
}

func categoryOf(c *runtime.Command) string {
	switch c.Kind {
	case runtime.FunctionCommand:
		return "Function"
	case runtime.FilterCommand:
		return "Filter"
	case runtime.ScriptFileCommand:
		return "ExternalScript"
	}
	return "Cmdlet"
}

func setNames(meta *runtime.Metadata) []string {
	var names []string
	seen := map[string]bool{runtime.AllSets: true}
	for _, p := range meta.Params {
		for _, s := range p.Sets {
			if !seen[s.Name] {
				seen[s.Name] = true
				names = append(names, s.Name)
			}
		}
	}
	if len(names) == 0 {
		return []string{runtime.AllSets}
	}
	return names
}

func setOf(p *runtime.Param, name string) *runtime.ParamSet {
	for i := range p.Sets {
		if s := &p.Sets[i]; s.Name == name || s.Name == runtime.AllSets {
			return s
		}
	}
	return nil
}

// syntaxLine is how a command is called by one parameter set.
func syntaxLine(name string, meta *runtime.Metadata, set string) string {
	parts := []string{name}
	for _, p := range meta.Params {
		s := setOf(p, set)
		if s == nil || p.Common && p.Name != "WhatIf" && p.Name != "Confirm" || p.DontShow {
			continue
		}
		text := "-" + p.Name
		if s.Position >= 0 {
			text = "[" + text + "]"
		}
		text += valueText(p)
		if !s.Mandatory {
			text = "[" + text + "]"
		}
		parts = append(parts, text)
	}
	return strings.Join(append(parts, "[<CommonParameters>]"), " ")
}

func valueText(p *runtime.Param) string {
	element := p.Type
	if element != nil && element.Elem != nil {
		element = element.Elem
	}
	switch {
	case p.Switch:
		return ""
	case element != nil && element.Enum != nil:
		return " {" + strings.Join(element.Enum.Names, " | ") + "}"
	}
	return " <" + typeName(p.Type) + ">"
}

func typeName(t *value.Type) string {
	if t == nil {
		return "Object"
	}
	return t.Name
}

func parameterOf(p *runtime.Param, description string) Parameter {
	out := Parameter{Name: p.Name, Type: typeName(p.Type), Description: strings.TrimRight(description, "\n"), Default: p.DefaultText,
		Position: "named", Pipeline: "false", IsSwitch: p.Switch}
	if len(p.Sets) == 0 {
		return out
	}
	s := p.Sets[0]
	out.Required = s.Mandatory
	if s.Position >= 0 {
		out.Position = strconv.Itoa(s.Position + 1)
	}
	var ways []string
	if s.Pipeline {
		ways = append(ways, "ByValue")
	}
	if s.PipelineByName {
		ways = append(ways, "ByPropertyName")
	}
	if len(ways) > 0 {
		out.Pipeline = "true (" + strings.Join(ways, ", ") + ")"
	}
	if p.Switch && out.Default == "" {
		out.Default = "False"
	}
	return out
}
