package help

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/format"
	"exolab/runtime/value"
)

// page is where a view writes; env reads properties.
type page struct {
	*format.Page
	env value.Env
}

// get reads a property of a help object; Null when there is none.
func (p *page) get(v value.Value, name string) value.Value {
	if v.IsNull() {
		return value.Null
	}
	got, _, err := dotnet.Property(p.env, v, dotnet.NameOf(name))
	if err != nil {
		return value.Null
	}
	return got
}

// text is the text of a property.
func (p *page) text(v value.Value, name string) string {
	return value.ToString(p.env, p.get(v, name))
}

// each calls write for a property's value, or for each of its elements.
func (p *page) each(v value.Value, name string, write func(value.Value)) {
	got := p.get(v, name)
	if got.IsNull() {
		return
	}
	if list, ok := value.As[*value.Array](got); ok {
		for _, item := range list.Items {
			write(item)
		}
		return
	}
	write(got)
}

// paragraphs writes the paragraphs of a property, each ended by a new line.
func (p *page) paragraphs(v value.Value, name string) {
	p.each(v, name, func(paragraph value.Value) { p.Line(p.text(paragraph, "Text")) })
}

// section writes a heading and, indented, what is under it.
func (p *page) section(heading string, write func()) {
	p.Line(heading)
	p.Frame(write)
}
