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
	b := classBrowser{f: f, depth: defaultDepth}
	var columns []*Column
	if f.options != nil {
		columns = f.options.Columns
		if f.options.Depth > 0 {
			b.depth = f.options.Depth
		}
	}
	b.top(v, columns)
	e.lines = b.lines
	return e, nil
}

// classBrowser writes objects as Format-Custom does: class, braces, properties.
type classBrowser struct {
	f      *Formatter
	depth  int
	lines  []complexLine
	indent int
	text   strings.Builder
}

const classIndent = 2

// newLine ends a line, an empty one too.
func (b *classBrowser) newLine() {
	b.lines = append(b.lines, complexLine{b.indent, b.text.String()})
	b.text.Reset()
}

func (b *classBrowser) line(text string) {
	b.text.WriteString(text)
	b.newLine()
}

// indented writes further to the right.
func (b *classBrowser) indented(write func()) {
	b.indent += classIndent
	write()
	b.indent -= classIndent
}

// top writes an object with the columns that were asked for, and the end of
// its last line.
func (b *classBrowser) top(v value.Value, columns []*Column) {
	each := enumerate(v)
	switch {
	case isScalar(v, b.f.names.of(v)):
		b.leaf(v)
	case each != nil:
		b.enumeration(each, 0)
	default:
		b.object(v, 0, columns)
	}
	b.newLine()
}

func (b *classBrowser) leaf(v value.Value) {
	b.line(cellText(b.f.env, v, b.f.limit, false))
}

func (b *classBrowser) object(v value.Value, level int, columns []*Column) {
	if len(columns) > 0 {
		columns = resolve(b.f.env, columns, v, false)
	} else if set := defaultSet(b.f.env, v, b.f.names.of(v)); len(set) > 0 {
		columns = columnsOf(set)
	} else {
		columns = columnsOf(propertyNames(b.f.env, v))
	}
	b.line("class " + className(b.f.names.of(v)))
	b.line("{")
	b.indented(func() {
		for _, c := range columns {
			b.property(c, v, level)
		}
	})
	b.line("}")
}

// className is the last part of the object's type name.
func className(names []string) string {
	if len(names) == 0 {
		return "PSObject"
	}
	return names[0][strings.LastIndexByte(names[0], '.')+1:]
}

// property writes a property. A collection is opened at any depth; what is in
// it is not.
func (b *classBrowser) property(c *Column, of value.Value, level int) {
	b.text.WriteString(c.source() + " = ")
	got, _, err := b.f.expression(c, of)
	if err != nil {
		got = value.Str(b.f.failed(c, of, err))
	}
	if c.Depth != nil {
		outer := b.depth
		b.depth = *c.Depth
		defer func() { b.depth = outer }()
	}
	if each := enumerate(got); each != nil {
		b.newLine()
		b.indented(func() { b.enumeration(each, level+1) })
	} else if b.isLeaf(got, level) {
		b.leaf(got)
	} else {
		b.newLine()
		b.indented(func() { b.object(got, level+1, nil) })
	}
}

func (b *classBrowser) isLeaf(v value.Value, level int) bool {
	return level >= b.depth || v.IsNull() || isScalar(v, b.f.names.of(v))
}

// enumeration writes a collection, and an empty line behind it.
func (b *classBrowser) enumeration(each func(func(value.Value) error) error, level int) {
	b.line("[")
	b.indented(func() {
		shown := 0
		_ = each(func(item value.Value) error {
			if b.f.limit >= 0 && shown == b.f.limit {
				b.line(ellipsis)
				return errEnough
			}
			shown++
			b.item(item, level)
			return nil
		})
	})
	b.line("]")
	b.newLine()
}

func (b *classBrowser) item(v value.Value, level int) {
	if b.isLeaf(v, level) {
		b.leaf(v)
	} else if inner := enumerate(v); inner != nil {
		b.newLine()
		b.indented(func() { b.enumeration(inner, level+1) })
	} else {
		b.object(v, level+1, nil)
	}
}
