package format

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
)

// viewsText holds the default views, one a line, fields separated by tabs:
// kind (T, L, W, C, O), types with commas, name, grouping property, flags
// (w wraps, a sizes columns by content, h has no header), and columns or items
// separated by semicolons: label|property|width|alignment|format. A column
// without a property is computed; see computedColumns. A kind in small letters
// gives the view above other items for objects of the types.
//
//go:embed views.tsv
var viewsText string

// addedViews are those of AddViews.
var addedViews string

// AddViews adds default views in the form of views.tsv, one a line. It is to be
// called before the first object is shown.
func AddViews(text string) { addedViews += strings.TrimSuffix(text, "\n") + "\n" }

type viewKind uint8

const (
	viewTable viewKind = iota
	viewList
	viewWide
	viewCustom
	viewOutOfBand
)

var viewKinds = map[byte]viewKind{'T': viewTable, 'L': viewList, 'W': viewWide, 'C': viewCustom, 'O': viewOutOfBand}

var viewShapes = map[viewKind]Shape{viewTable: Table, viewList: List, viewWide: Wide, viewCustom: Custom}

// view is one default view.
type view struct {
	kind     viewKind
	types    []string
	name     string
	groupBy  string
	wrap     bool
	autoSize bool
	hide     bool
	columns  string
	order    int
	// variants have other items for some of the types.
	variants []*view
	// group and custom are those of views that were read from files.
	group  *Column
	custom *customControl

	once   sync.Once
	parsed []*Column
}

var viewIndex = sync.OnceValue(func() map[string][]*view {
	index := map[string][]*view{}
	order := 0
	var last *view
	for line := range strings.Lines(viewsText + addedViews) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		w := &view{kind: viewKinds[f[0][0]], types: strings.Split(f[1], ","), name: f[2], groupBy: f[3], columns: f[5], order: order,
			wrap: strings.Contains(f[4], "w"), autoSize: strings.Contains(f[4], "a"), hide: strings.Contains(f[4], "h")}
		order++
		if unicode.IsLower(rune(f[0][0])) {
			w.kind = last.kind
			last.variants = append(last.variants, w)
			continue
		}
		last = w
		for _, t := range w.types {
			index[t] = append(index[t], w)
		}
	}
	return index
})

// findView returns the first view that is good for the most specific of the
// type names, or nil.
func findView(names []string, good func(*view) bool) *view {
	if len(names) == len(customNames) && names[0] == customNames[0] {
		return nil
	}
	index := viewIndex()
	for _, name := range names {
		for _, w := range index[name] {
			if good(w) {
				return w
			}
		}
	}
	return nil
}

// fieldsFor returns the columns or items for an object of the given types.
func (w *view) fieldsFor(names []string) []*Column {
	for _, name := range names {
		for _, variant := range w.variants {
			if slices.Contains(variant.types, name) {
				return variant.fields()
			}
		}
	}
	return w.fields()
}

// fields returns the columns or items of a view.
func (w *view) fields() []*Column {
	w.once.Do(func() {
		if w.columns == "" {
			return
		}
		for _, text := range strings.Split(w.columns, ";") {
			w.parsed = append(w.parsed, w.field(text))
		}
	})
	return w.parsed
}

func (w *view) field(text string) *Column {
	f := strings.Split(text, "|")
	c := NewColumn(f[1])
	c.Label = strings.ReplaceAll(f[0], `\n`, "\n")
	if c.Name == "" {
		c.compute = computedColumn(w, c.Label)
		c.ScriptText = c.Label
	}
	if len(f) == 5 {
		c.Format = f[4]
	}
	if len(f) >= 4 {
		c.Width, _ = strconv.Atoi(f[2])
		c.Align = map[string]Align{"L": AlignLeft, "C": AlignCenter, "R": AlignRight}[f[3]]
	}
	return c
}
