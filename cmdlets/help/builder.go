package help

import (
	"fmt"
	"strconv"
	"strings"

	"exolab/runtime"
	"exolab/runtime/value"
)

// builder makes the help object of a documented command.
type builder struct {
	command  *runtime.Command
	name     string
	sections *sections
	examples []example
}

func (b *builder) build() topic {
	s := b.sections
	synopsis := strings.TrimSpace(s.synopsis)
	details := node("details", text("name", b.name))
	if s.synopsis != "" {
		p := paragraphs("description", synopsis)
		details.Set(p.name, p.value)
	}
	parameters := b.parameters()
	full := object([]string{commandHelp, "HelpInfo"}, child("details", details), child("syntax", b.syntax()),
		child("parameters", node("parameters", children("parameter", parameters))))
	add := func(p prop) { full.Set(p.name, p.value) }
	if s.description != "" {
		add(paragraphs("description", strings.TrimSpace(s.description)))
	}
	if s.notes != "" {
		add(child("alertSet", node("alertSet", paragraphs("alert", strings.TrimSpace(s.notes)))))
	}
	if len(b.examples) > 0 {
		add(child("examples", node("examples", children("example", b.exampleNodes()))))
	}
	if len(s.inputs) > 0 {
		add(child("inputTypes", node("inputTypes", children("inputType", typeNodes("inputType", s.inputs)))))
	}
	if outputs := b.outputs(); len(outputs) > 0 {
		add(child("returnValues", node("returnValues", children("returnValue", typeNodes("returnValue", outputs)))))
	}
	if len(s.links) > 0 {
		add(child("relatedLinks", node("relatedLinks", children("navigationLink", linkNodes(s.links)))))
	}
	category := categoryOf(b.command)
	for _, p := range []prop{text("Name", b.name), text("Category", category), text("Synopsis", synopsis),
		orNull("Component", s.component), orNull("Role", s.role), orNull("Functionality", s.functionality), text("ModuleName", b.command.Module)} {
		add(p)
	}
	return topic{name: b.name, category: category, module: b.command.Module, synopsis: synopsis, full: value.Obj(full), parameters: parameters}
}

func orNull(name, s string) prop {
	if s == "" {
		return prop{name, value.Null}
	}
	return text(name, s)
}

// outputs are the types that the comments name, or else OutputType.
func (b *builder) outputs() []string {
	if meta := b.command.Meta(); len(b.sections.outputs) == 0 && meta != nil {
		return meta.OutputTypes
	}
	return b.sections.outputs
}

func typeNodes(name string, list []string) []*value.PSObject {
	out := make([]*value.PSObject, len(list))
	for i, s := range list {
		out[i] = node(name, child("type", node("type", text("name", strings.TrimSpace(s)))))
	}
	return out
}

func linkNodes(list []string) []*value.PSObject {
	out := make([]*value.PSObject, len(list))
	for i, link := range list {
		name := "linkText"
		if isAddress(link) {
			name = "uri"
		}
		out[i] = node("navigationLink", text(name, link))
	}
	return out
}

// blankParagraphs follow the remarks of an example, for the space below it.
const blankParagraphs = 4

func (b *builder) exampleNodes() []*value.PSObject {
	out := make([]*value.PSObject, len(b.examples))
	for i, e := range b.examples {
		line := strings.Repeat("-", 26)
		remarks := strings.TrimSpace(e.remarks)
		if remarks != "" {
			remarks += "\n"
		}
		out[i] = node("example", text("title", fmt.Sprintf("%s EXAMPLE %d %s", line, i+1, line)), paragraphs("introduction", e.prompt),
			text("code", e.code), paragraphs("remarks", append([]string{remarks}, make([]string, blankParagraphs)...)...))
	}
	return out
}

func (b *builder) syntax() *value.PSObject {
	var items []*value.PSObject
	meta := b.command.Meta()
	for _, set := range b.command.ParameterSets() {
		var list []*value.PSObject
		for _, p := range meta.Params {
			if place := placeIn(set, p); place != nil && isOwn(p) {
				list = append(list, b.parameter(p, place, true))
			}
		}
		item := node("syntaxItem", text("name", b.name))
		if len(list) > 0 {
			c := children("parameter", list)
			item.Set(c.name, c.value)
		}
		items = append(items, item)
	}
	return node("syntax", children("syntaxItem", items))
}

// placeIn is how a parameter stands in a set, or nil.
func placeIn(set runtime.SetInfo, p *runtime.Param) *runtime.ParamSet {
	for _, q := range set.Params {
		if q.Param == p {
			return q.Place
		}
	}
	return nil
}

// isOwn reports whether a parameter is no common one.
func isOwn(p *runtime.Param) bool {
	return !p.Common || p.Name == "WhatIf" || p.Name == "Confirm"
}

func (b *builder) parameters() []*value.PSObject {
	var out []*value.PSObject
	meta := b.command.Meta()
	if meta == nil {
		return nil
	}
	for _, p := range meta.Params {
		if isOwn(p) && len(p.Sets) > 0 {
			out = append(out, b.parameter(p, &p.Sets[0], false))
		}
	}
	return out
}

// parameter makes the help on one parameter, shorter for a syntax line.
func (b *builder) parameter(p *runtime.Param, place *runtime.ParamSet, forSyntax bool) *value.PSObject {
	o := node("parameter")
	add := func(p prop) { o.Set(p.name, p.value) }
	if description := strings.TrimSpace(b.sections.parameters[strings.ToUpper(p.Name)]); description != "" {
		add(paragraphs("description", description))
	}
	typ := p.Type
	if typ.IsArray() {
		typ = typ.Elem
	}
	if !forSyntax {
		add(text("defaultValue", defaultText(p)))
	}
	switch {
	case typ.Enum != nil:
		add(child("parameterValueGroup", node("parameterValueGroup", prop{"parameterValue", value.Strings(typ.Enum.Names...)})))
	case !forSyntax || !p.Switch:
		required := strconv.FormatBool(!p.Switch)
		d := &value.Decorated{Inner: value.Str(p.Type.Name)}
		d.Extend().Members.Set("required", value.Str(required))
		add(prop{"parameterValue", value.Obj(d)})
	}
	add(text("name", p.Name))
	if !forSyntax {
		add(child("type", node("type", text("name", p.Type.Name))))
	}
	position := "named"
	if place.Position >= 0 {
		position = strconv.Itoa(place.Position + 1)
	}
	add(text("required", strconv.FormatBool(place.Mandatory)))
	add(text("globbing", "false"))
	add(text("pipelineInput", pipelineText(place)))
	add(text("position", position))
	add(text("aliases", strings.Join(p.Aliases, ", ")))
	return o
}

func pipelineText(place *runtime.ParamSet) string {
	switch {
	case place.Pipeline && place.PipelineByName:
		return "true (ByValue, ByPropertyName)"
	case place.Pipeline:
		return "true (ByValue)"
	case place.PipelineByName:
		return "true (ByPropertyName)"
	}
	return "false"
}

// defaultText is the default of a parameter: as written, or what a value type
// has before it is set.
func defaultText(p *runtime.Param) string {
	switch {
	case p.DefaultText != "":
		return p.DefaultText
	case p.Switch || p.Type == value.TypeBoolean:
		return "False"
	case p.HasType && p.Type.Kind >= value.KindSByte && p.Type.Kind <= value.KindDecimal:
		return "0"
	}
	return ""
}
