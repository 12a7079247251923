package format

import (
	"exolab/runtime/value"
)

// generator makes the records of one view.
type generator interface {
	start(f *Formatter, v value.Value) *Start
	entry(f *Formatter, v value.Value) (*Entry, error)
	// applies reports whether objects of these types belong into the view.
	applies(names []string) bool
	// database is the default view it follows, or nil.
	database() *view
}

// maxTableColumns is how many properties a table shows that was not told
// which.
const maxTableColumns = 10

// choose finds the view for the first object.
func (f *Formatter) choose(v value.Value) (generator, error) {
	names := f.names.of(v)
	if f.options == nil {
		if w := f.findView(names, func(w *view) bool { return w.kind != viewOutOfBand }); w != nil {
			return f.fromView(w), nil
		}
		return f.fromProperties(f.shapeFor(v), v), nil
	}
	shape := f.options.Shape
	if len(f.options.Columns) > 0 {
		return f.fromProperties(shape, v), nil
	}
	fits := func(w *view) bool {
		return viewShapes[w.kind] == shape && (f.options.View == "" || value.Fold(w.name) == value.Fold(f.options.View))
	}
	if w := f.findView(names, fits); w != nil {
		return f.fromView(w), nil
	}
	if f.options.View != "" {
		return nil, f.viewNotFound(v)
	}
	return f.fromProperties(shape, v), nil
}

// maxTableProperties is up to how many properties objects are a table.
const maxTableProperties = 4

// shapeFor is the shape of objects that have no view.
func (f *Formatter) shapeFor(v value.Value) Shape {
	n := len(defaultSet(f.env, v, f.names.of(v)))
	if n == 0 {
		n = len(propertyNames(f.env, v))
	}
	if n <= maxTableProperties {
		return Table
	}
	return List
}

func (f *Formatter) fromView(w *view) generator {
	base := viewOf{view: w}
	switch w.kind {
	case viewTable:
		return &tableGenerator{viewOf: base, columns: w.fields()}
	case viewList:
		return &listGenerator{viewOf: base}
	case viewWide:
		return &wideGenerator{viewOf: base}
	}
	return &customGenerator{viewOf: base}
}

func (f *Formatter) fromProperties(shape Shape, v value.Value) generator {
	switch shape {
	case Table:
		columns := activeColumns(f, v, true)
		asked := f.options != nil && len(f.options.Columns) > 0
		if !asked && len(columns) > maxTableColumns && len(defaultSet(f.env, v, f.names.of(v))) == 0 {
			columns = columns[:maxTableColumns]
		}
		return &tableGenerator{columns: columns}
	case Wide:
		return &wideGenerator{}
	case Custom:
		return &customGenerator{}
	}
	return &listGenerator{}
}

// viewOf is what generators share: the default view, if they follow one.
type viewOf struct{ view *view }

func (g viewOf) database() *view { return g.view }

func (g viewOf) applies(names []string) bool {
	if g.view == nil {
		return true
	}
	for _, n := range names {
		for _, t := range g.view.types {
			if n == t {
				return true
			}
		}
	}
	return false
}

type tableGenerator struct {
	viewOf
	columns []*Column
	wrap    bool
}

func (g *tableGenerator) start(f *Formatter, v value.Value) *Start {
	s := &Start{Shape: Table}
	for _, c := range g.columns {
		col := column{label: c.heading(), width: c.Width, align: c.Align}
		if g.view == nil && col.align == AlignDefault {
			col.align = f.alignment(c, v)
		}
		if g.view != nil && c.Label != "" {
			_, found := propertyName(f.env, v, c.Label)
			col.custom = !found
		}
		s.columns = append(s.columns, col)
	}
	if g.view != nil {
		s.autoSize, s.hideHeader, g.wrap = g.view.autoSize, g.view.hide, g.view.wrap
	}
	if o := f.options; o != nil {
		s.autoSize = s.autoSize || o.AutoSize
		s.hideHeader = s.hideHeader || o.HideHeaders
		s.repeat = o.Repeat
		g.wrap = g.wrap || o.Wrap
	}
	if s.autoSize && g.view != nil {
		for i := range s.columns {
			s.columns[i].width = 0
		}
	}
	return s
}

// alignment follows the first object's value: numbers, enums and the like
// stand right, texts and everything else left.
func (f *Formatter) alignment(c *Column, v value.Value) Align {
	got, found, err := f.expression(c, v)
	if err != nil || !found || got.IsNull() {
		return AlignLeft
	}
	switch k := got.Kind(); {
	case k == value.KindString:
		return AlignLeft
	case isScalarKind(k):
		return AlignRight
	}
	names := f.names.of(got)
	if names[0] != "System.String" && isScalar(got, names) {
		return AlignRight
	}
	return AlignLeft
}

func (g *tableGenerator) entry(f *Formatter, v value.Value) (*Entry, error) {
	e := &Entry{kind: tableEntry, cells: make([]string, len(g.columns)), multiLine: g.wrap}
	columns := g.columns
	if g.view != nil && len(g.view.variants) > 0 {
		columns = g.view.fieldsFor(f.names.of(v))
	}
	for i, c := range columns[:min(len(columns), len(e.cells))] {
		e.cells[i] = f.field(c, v, true)
	}
	return e, nil
}

type listGenerator struct{ viewOf }

func (g *listGenerator) start(*Formatter, value.Value) *Start { return &Start{Shape: List} }

func (g *listGenerator) entry(f *Formatter, v value.Value) (*Entry, error) {
	return listOf(f, g.view, v), nil
}

// listOf makes the list entry of an object, by a view or by its properties.
func listOf(f *Formatter, w *view, v value.Value) *Entry {
	var columns []*Column
	if w != nil {
		columns = w.fieldsFor(f.names.of(v))
	} else {
		columns = activeColumns(f, v, false)
	}
	e := &Entry{kind: listEntry, labels: make([]string, 0, len(columns)), cells: make([]string, 0, len(columns))}
	for _, c := range columns {
		if c.shown != nil && !f.holds(c.shown, v) {
			continue
		}
		e.labels = append(e.labels, c.heading())
		e.cells = append(e.cells, f.field(c, v, false))
	}
	return e
}

// holds reports whether a condition of a view is met.
func (f *Formatter) holds(condition *Column, v value.Value) bool {
	got, _, err := f.expression(condition, v)
	return err == nil && value.Truth(got)
}

type wideGenerator struct{ viewOf }

// wideColumn is the property that a wide view shows of an object: the one asked
// for, else the name of the object, else nothing but its text.
func wideColumn(f *Formatter, v value.Value) *Column {
	if len(f.options.Columns) > 0 {
		if found := resolve(f.env, f.options.Columns[:1], v, true); len(found) > 0 {
			return found[0]
		}
		return f.options.Columns[0]
	}
	names := propertyNames(f.env, v)
	for _, pattern := range []string{"name", "id", "key", "*key", "*name", "*id"} {
		for _, c := range expandWildcard(f.env, NewColumn(pattern), v) {
			return c
		}
	}
	if len(names) > 0 {
		return NewColumn(names[0])
	}
	return NewColumn("")
}

func (g *wideGenerator) start(f *Formatter, _ value.Value) *Start {
	s := &Start{Shape: Wide}
	if f.options != nil {
		s.autoSize, s.wideColumns = f.options.AutoSize, f.options.WideColumns
	}
	return s
}

func (g *wideGenerator) entry(f *Formatter, v value.Value) (*Entry, error) {
	if g.view != nil {
		return &Entry{kind: wideEntry, cells: []string{f.field(g.view.fieldsFor(f.names.of(v))[0], v, false)}}, nil
	}
	return &Entry{kind: wideEntry, cells: []string{f.field(wideColumn(f, v), v, false)}}, nil
}
