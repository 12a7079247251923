package format

import (
	"strconv"
	"strings"

	"exolab/runtime/value"
)

// customControl is a custom view as a view file has it.
type customControl struct {
	reader  *viewReader
	control *xmlNode
	// named are the controls that expressions may name.
	named map[string]*xmlNode
}

// customPrinter writes what a custom control shows of an object.
type customPrinter struct {
	f       *Formatter
	control *customControl
	lines   []complexLine
	line    strings.Builder
	indent  int
	// first is the indent of the next line where it has one of its own.
	first *int
	// dirty is set once the line has text.
	dirty bool
}

// lines are the lines of the control for an object.
func (c *customControl) lines(f *Formatter, v value.Value) []complexLine {
	p := &customPrinter{f: f, control: c}
	p.print(c.control, v)
	p.flush(false)
	return p.lines
}

// flush ends a line; an empty one counts where always is set.
func (p *customPrinter) flush(always bool) {
	if !p.dirty && !always {
		return
	}
	indent := p.indent
	if p.first != nil {
		indent, p.first = *p.first, nil
	}
	for _, text := range splitLines(p.line.String()) {
		p.lines = append(p.lines, complexLine{indent, text})
		indent = p.indent
	}
	p.line.Reset()
	p.dirty = false
}

// print writes the entry of a control that fits the object.
func (p *customPrinter) print(control *xmlNode, v value.Value) {
	entries := control.at("CustomEntries").all("CustomEntry")
	names := p.f.names.of(v)
	for _, strict := range []bool{true, false} {
		for _, entry := range entries {
			types := p.control.reader.selected(entry.at("EntrySelectedBy"))
			if strict && len(types) > 0 && firstView([]*view{{types: types}}, names, func(*view) bool { return true }) != nil || !strict && len(types) == 0 {
				p.items(entry.at("CustomItem"), v)
				return
			}
		}
	}
}

func (p *customPrinter) items(n *xmlNode, v value.Value) {
	if n == nil {
		return
	}
	for i := range n.Nodes {
		item := &n.Nodes[i]
		switch item.XMLName.Local {
		case "Text":
			p.write(item.Text)
		case "NewLine":
			count, _ := strconv.Atoi(item.text("Count"))
			for range max(count, 1) {
				p.flush(true)
			}
		case "ExpressionBinding":
			p.binding(item, v)
		case "Frame":
			p.frame(item, v)
		}
	}
}

func (p *customPrinter) write(text string) {
	p.line.WriteString(text)
	p.dirty = true
}

// frame indents what stands in it.
func (p *customPrinter) frame(n *xmlNode, v value.Value) {
	number := func(name string) int {
		k, _ := strconv.Atoi(n.text(name))
		return k
	}
	p.flush(false)
	outer := p.indent
	p.indent += number("LeftIndent")
	if shift := number("FirstLineIndent") - number("FirstLineHanging"); shift != 0 {
		first := max(p.indent+shift, 0)
		p.first = &first
	}
	p.items(n.at("CustomItem"), v)
	p.flush(false)
	p.indent, p.first = outer, nil
}

// binding shows a value: of a property, of a script block, or the object's own,
// by a control or as text.
func (p *customPrinter) binding(n *xmlNode, v value.Value) {
	if condition := n.at("ItemSelectionCondition"); condition != nil && !p.holds(condition, v) {
		return
	}
	got := v
	if n.at("PropertyName") != nil || n.at("ScriptBlock") != nil {
		var err error
		if got, _, err = p.f.expression(p.control.reader.expression(n), v); err != nil || got.IsNull() {
			return
		}
	}
	control := n.at("CustomControl")
	if name := n.text("CustomControlName"); name != "" {
		control = p.control.named[name]
	}
	show := func(item value.Value) error {
		if control == nil {
			p.write(cellText(p.f.env, item, p.f.limit, false))
		} else {
			p.print(control, item)
		}
		return nil
	}
	if each := enumerate(got); each != nil && n.at("EnumerateCollection") != nil {
		_ = each(show)
		return
	}
	_ = show(got)
}

func (p *customPrinter) holds(condition *xmlNode, v value.Value) bool {
	got, _, err := p.f.expression(p.control.reader.expression(condition), v)
	return err == nil && value.Truth(got)
}
