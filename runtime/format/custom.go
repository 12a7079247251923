package format

import (
	"strings"

	"exolab/runtime/value"
)

// defaultDepth is how deep custom views go.
const defaultDepth = 5

type customGenerator struct{ viewOf }

func (g *customGenerator) start(*Formatter, value.Value) *Start { return &Start{Shape: Custom} }

func (g *customGenerator) entry(f *Formatter, v value.Value) (*Entry, error) {
	e := &Entry{kind: complexEntry}
	if g.view != nil {
		e.lines = customLines(f, g.view, v)
		return e, nil
	}
	depth := defaultDepth
	if f.options != nil && f.options.Depth > 0 {
		depth = f.options.Depth
	}
	b := classBrowser{f: f, depth: depth}
	if isScalar(v, f.names.of(v)) {
		b.line(0, text(f.env, v))
	} else {
		var columns []*Column
		if f.options != nil {
			columns = f.options.Columns
		}
		b.object(v, 0, 0, columns)
	}
	b.line(0, "")
	e.lines = b.lines
	return e, nil
}

// classBrowser writes objects as Format-Custom does: class, braces, properties.
type classBrowser struct {
	f     *Formatter
	depth int
	lines []complexLine
}

func (b *classBrowser) line(indent int, text string) {
	b.lines = append(b.lines, complexLine{indent, text})
}

const classIndent = 2

func (b *classBrowser) object(v value.Value, indent, level int, columns []*Column) {
	if len(columns) > 0 {
		columns = resolve(b.f.env, columns, v, false)
	} else if set := defaultSet(b.f.env, v, b.f.names.of(v)); len(set) > 0 {
		columns = columnsOf(set)
	} else {
		columns = columnsOf(propertyNames(b.f.env, v))
	}
	b.line(indent, "class "+className(b.f.names.of(v)))
	b.line(indent, "{")
	for _, c := range columns {
		b.property(c, v, indent+classIndent, level)
	}
	b.line(indent, "}")
}

// className is the last part of the object's type name.
func className(names []string) string {
	if len(names) == 0 {
		return "PSObject"
	}
	return names[0][strings.LastIndexByte(names[0], '.')+1:]
}

func (b *classBrowser) property(c *Column, of value.Value, indent, level int) {
	got, _, err := b.f.expression(c, of)
	if err != nil {
		got = value.Null
	}
	depth := b.depth
	if c.Depth > 0 {
		depth = c.Depth
	}
	names := b.f.names.of(got)
	if got.IsNull() || isScalar(got, names) || level >= depth || isPlainStruct(got) {
		b.line(indent, c.heading()+" = "+b.f.field(c, of, false))
		return
	}
	b.line(indent, c.heading()+" = ")
	if each := enumerate(got); each != nil {
		b.enumeration(each, indent+classIndent, level+1)
		return
	}
	b.object(got, indent+classIndent, level+1, nil)
}

// isPlainStruct reports whether a value has no properties worth a class.
func isPlainStruct(v value.Value) bool {
	return v.Object() == nil && v.Kind() != value.KindDateTime && v.Kind() != value.KindTimeSpan
}

func (b *classBrowser) enumeration(each func(func(value.Value) error) error, indent, level int) {
	b.line(indent, "[")
	_ = each(func(item value.Value) error {
		if item.IsNull() || isScalar(item, b.f.names.of(item)) || level >= b.depth {
			b.line(indent+classIndent, text(b.f.env, item))
			return nil
		}
		b.object(item, indent+classIndent, level, nil)
		return nil
	})
	b.line(indent, "]")
}
