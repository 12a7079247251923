package help

import "exolab/runtime/value"

// parameterName writes the line with a parameter's name and type.
func (p *page) parameterName(v value.Value) {
	p.Text("-" + p.text(v, "name"))
	if of := p.get(v, "parameterValue"); !of.IsNull() {
		open, end := " [<", ">]"
		if p.text(of, "required") == "true" {
			open, end = " <", ">"
		}
		p.Text(open + value.ToString(p.env, of) + end)
	}
	p.NewLine()
}

func (p *page) commonParameters() {
	p.Line("<CommonParameters>")
	p.Frame(func() { p.Text(commonParametersText); p.NewLine() })
	p.NewLine()
}

func (p *page) fullParameters(v value.Value) {
	p.each(v, "parameter", p.fullParameter)
	p.commonParameters()
}

// fullParameter is what -Full and -Parameter show of a parameter.
func (p *page) fullParameter(v value.Value) {
	p.parameterName(v)
	p.Frame(func() {
		p.paragraphs(v, "description")
		p.NewLine()
		p.Line("Required?                    " + p.text(v, "required"))
		p.Line("Position?                    " + p.text(v, "position"))
		p.Line("Default value                " + p.text(v, "defaultValue"))
		p.Line("Accept pipeline input?       " + p.text(v, "pipelineInput"))
		p.Line("Aliases                      " + p.text(v, "aliases"))
		p.Line("Accept wildcard characters?  " + p.text(v, "globbing"))
		p.NewLine()
	})
}

// undocumented is the help on a command that nothing documents.
func (p *page) undocumented(v value.Value) {
	p.undocumentedHead(v)
	p.undocumentedTail(v)
}

func (p *page) undocumentedHead(v value.Value) {
	p.section("NAME", func() {
		p.Line(p.text(p.get(v, "details"), "name"))
		p.NewLine()
	})
	p.section("SYNTAX", func() {
		p.each(p.get(v, "Syntax"), "syntaxItem", func(line value.Value) {
			p.Line(value.ToString(p.env, line))
			p.NewLine()
		})
		p.NewLine()
	})
}

func (p *page) undocumentedTail(v value.Value) {
	p.section("ALIASES", func() { p.Line(p.text(v, "aliases")) })
	p.NewLine()
	p.section("REMARKS", func() { p.Line(p.text(v, "remarks")) })
}

func (p *page) undocumentedFull(v value.Value) {
	p.undocumentedHead(v)
	p.section("PARAMETERS", func() {
		p.each(p.get(v, "parameters"), "parameter", p.undocumentedParameter)
		if value.Truth(p.get(v, "CommonParameters")) {
			p.commonParameters()
		}
	})
	for _, heading := range []string{"INPUTS", "OUTPUTS"} {
		p.section(heading, func() {
			p.Line(none)
			p.NewLine()
		})
	}
	p.undocumentedTail(v)
}

func (p *page) undocumentedParameter(v value.Value) {
	p.Text("-" + p.text(v, "name"))
	if of := p.get(v, "parameterValue"); !of.IsNull() {
		p.Text(" <" + value.ToString(p.env, of) + ">")
	}
	p.NewLine()
	p.Frame(func() {
		p.NewLine()
		p.Line("Required?                    " + p.text(v, "required"))
		p.Line("Position?                    " + p.text(v, "position"))
		p.Line("Accept pipeline input?       " + p.text(v, "pipelineInput"))
		p.Line("Parameter set name           " + p.text(v, "parameterSetName"))
		p.Line("Aliases                      " + p.text(v, "aliases"))
		p.Line("Dynamic?                     " + p.text(v, "isDynamic"))
		p.Line("Accept wildcard characters?  " + p.text(v, "globbing"))
		p.NewLine()
	})
}
