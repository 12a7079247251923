package help

import (
	"strings"

	"exolab/runtime/value"
)

// views show help objects, by the type that they are for.
var views = map[string]func(*page, value.Value){
	commandHelp:                   (*page).command,
	commandHelp + "#DetailedView": (*page).detailed,
	commandHelp + "#ExamplesView": (*page).examplesOnly,
	commandHelp + "#FullView":     (*page).fullCommand,
	commandHelp + "#details":      (*page).details,
	commandHelp + "#examples":     (*page).exampleList,
	commandHelp + "#example":      (*page).example,
	commandHelp + "#parameters":   (*page).fullParameters,
	commandHelp + "#parameter":    (*page).fullParameter,
	commandHelp + "#syntax":       (*page).syntax,
	commandHelp + "#relatedLinks": (*page).links,
	commandHelp + "#alertSet":     (*page).alerts,
	commandHelp + "#inputTypes":   func(p *page, v value.Value) { p.types(v, "inputType") },
	commandHelp + "#returnValues": func(p *page, v value.Value) { p.types(v, "returnValue") },
	"MamlParaTextItem":            func(p *page, v value.Value) { p.Line(p.text(v, "Text")) },
	defaultHelp:                   (*page).undocumented,
	defaultHelp + "#DetailedView": (*page).undocumentedFull,
	defaultHelp + "#FullView":     (*page).undocumentedFull,
	defaultHelp + "#parameter":    (*page).undocumentedParameter,
}

const commonParametersText = "This cmdlet supports the common parameters: Verbose, Debug,\n" +
	"ErrorAction, ErrorVariable, WarningAction, WarningVariable,\n" +
	"OutBuffer, PipelineVariable, and OutVariable. For more information, see\n" +
	"about_CommonParameters (https://go.microsoft.com/fwlink/?LinkID=113216). "

// command is the view without switches.
func (p *page) command(v value.Value) {
	p.head(v)
	p.section("RELATED LINKS", func() { p.links(p.get(v, "relatedLinks")) })
	p.NewLine()
	p.remarks(v)
}

// head is what the views begin with: name, synopsis, syntax and description.
func (p *page) head(v value.Value) {
	p.details(p.get(v, "details"))
	p.section("SYNTAX", func() {
		p.syntax(p.get(v, "syntax"))
		p.NewLine()
	})
	p.section("DESCRIPTION", func() {
		p.paragraphs(v, "description")
		p.NewLine()
	})
	p.NewLine()
}

func (p *page) details(v value.Value) {
	p.section("NAME", func() {
		p.Line(p.text(v, "name"))
		p.NewLine()
	})
	p.section("SYNOPSIS", func() {
		p.paragraphs(v, "description")
		p.NewLine()
		p.NewLine()
	})
}

func (p *page) syntax(v value.Value) {
	p.each(v, "syntaxItem", func(item value.Value) {
		p.Text(p.text(item, "name") + " ")
		p.each(item, "parameter", func(parameter value.Value) { p.Text(p.syntaxOf(parameter)) })
		p.Line("[<CommonParameters>]")
		p.NewLine()
	})
}

// syntaxOf is one parameter of a syntax line and a blank.
func (p *page) syntaxOf(v value.Value) string {
	argument := ""
	if group := p.get(v, "parameterValueGroup"); !group.IsNull() {
		var names []string
		p.each(group, "parameterValue", func(name value.Value) { names = append(names, value.ToString(p.env, name)) })
		argument = " {" + strings.Join(names, " | ") + "}"
	} else if of := p.get(v, "parameterValue"); !of.IsNull() {
		argument = " <" + value.ToString(p.env, of) + ">"
	}
	name := "-" + p.text(v, "name")
	if position := p.text(v, "position"); position != "" && !strings.EqualFold(position, "named") {
		name = "[" + name + "]"
	}
	if p.text(v, "required") != "true" {
		return "[" + name + argument + "] "
	}
	return name + argument + " "
}

func (p *page) links(v value.Value) {
	p.each(v, "navigationLink", func(link value.Value) {
		if s := p.get(link, "linkText"); s.IsNull() || s.Text() != "" {
			p.Text(value.ToString(p.env, s) + " ")
		}
		p.Line(p.text(link, "uri"))
	})
}

// remarks name the other views.
func (p *page) remarks(v value.Value) {
	name := p.text(p.get(v, "details"), "name")
	p.section("REMARKS", func() {
		p.Line(`To see the examples, type: "Get-Help ` + name + ` -Examples"`)
		p.Line(`For more information, type: "Get-Help ` + name + ` -Detailed"`)
		p.Line(`For technical information, type: "Get-Help ` + name + ` -Full"`)
		if links := p.get(p.get(v, "relatedLinks"), "navigationLink"); !links.IsNull() {
			p.Frame(func() { p.Text(`    For online help, type: "Get-Help ` + name + ` -Online"`) })
		}
	})
}

func (p *page) exampleList(v value.Value) { p.each(v, "example", p.example) }

func (p *page) example(v value.Value) {
	p.Line(p.text(v, "title"))
	p.NewLine()
	p.each(v, "introduction", func(prompt value.Value) { p.Text(p.text(prompt, "Text")) })
	p.Line(p.text(v, "code"))
	p.Line(p.text(v, "results"))
	p.paragraphs(v, "remarks")
}

func (p *page) examplesOnly(v value.Value) {
	p.details(p.get(v, "details"))
	p.Frame(func() { p.exampleList(p.get(v, "examples")) })
}

func (p *page) detailed(v value.Value) {
	p.head(v)
	p.section("PARAMETERS", func() {
		p.each(p.get(v, "parameters"), "parameter", func(parameter value.Value) {
			p.parameterName(parameter)
			p.Frame(func() {
				p.paragraphs(parameter, "description")
				p.NewLine()
			})
		})
		p.commonParameters()
	})
	p.Frame(func() { p.exampleList(p.get(v, "examples")) })
	p.remarks(v)
}

func (p *page) fullCommand(v value.Value) {
	p.head(v)
	p.section("PARAMETERS", func() { p.fullParameters(p.get(v, "parameters")) })
	p.section("INPUTS", func() {
		p.types(p.get(v, "inputTypes"), "inputType")
		p.NewLine()
	})
	p.section("OUTPUTS", func() {
		p.types(p.get(v, "returnValues"), "returnValue")
		p.NewLine()
	})
	if alerts := p.get(v, "alertSet"); !alerts.IsNull() {
		p.section("NOTES", func() { p.alerts(alerts) })
	}
	p.Frame(func() {
		p.exampleList(p.get(v, "examples"))
		p.NewLine()
	})
	p.section("RELATED LINKS", func() { p.links(p.get(v, "relatedLinks")) })
}

func (p *page) alerts(v value.Value) {
	p.Line(p.text(v, "title"))
	p.paragraphs(v, "alert")
	p.NewLine()
}

func (p *page) types(v value.Value, name string) {
	p.each(v, name, func(of value.Value) {
		p.Line(p.text(p.get(of, "type"), "name"))
		p.Frame(func() { p.paragraphs(of, "description") })
		p.NewLine()
	})
}
