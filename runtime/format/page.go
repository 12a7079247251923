package format

import (
	"strings"

	"exolab/runtime/value"
)

// Page collects the lines of a custom view: text is written into the current
// line, frames indent it.
type Page struct {
	lines  []complexLine
	line   strings.Builder
	indent int
}

// Text adds to the current line.
func (p *Page) Text(s string) { p.line.WriteString(s) }

// NewLine ends the current line, be it empty or not.
func (p *Page) NewLine() {
	p.lines = append(p.lines, complexLine{p.indent, p.line.String()})
	p.line.Reset()
}

// Line adds a whole line.
func (p *Page) Line(s string) {
	p.Text(s)
	p.NewLine()
}

// Frame indents what write adds by four cells.
func (p *Page) Frame(write func()) {
	const width = 4
	p.indent += width
	write()
	p.indent -= width
}

// addedCustom are the custom views of AddCustomView by name.
var addedCustom = map[string]func(value.Env, value.Value) []complexLine{}

// AddCustomView adds the custom view of a type, named as the type. It is to be
// called before the first object is shown.
func AddCustomView(typeName string, write func(p *Page, env value.Env, v value.Value)) {
	AddViews("C\t" + typeName + "\t" + typeName + "\t\t\t\n")
	addedCustom[typeName] = func(env value.Env, v value.Value) []complexLine {
		var p Page
		write(&p, env, v)
		p.NewLine()
		return p.lines
	}
}
