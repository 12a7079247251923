package format

import (
	"strings"

	"exolab/runtime/value"
)

// grouping tells when a new group starts. The zero grouping has one group
// without a heading.
type grouping struct {
	by *Column
	// headline writes the whole heading in place of "   name: key".
	headline func(f *Formatter, key value.Value) string

	name  string
	key   value.Value
	known bool
}

// groupingOf is the grouping of a default view.
func groupingOf(w *view) grouping {
	g := grouping{by: NewColumn(w.groupBy)}
	if g.by != nil && w.name == errorView {
		g.by.Label = "ErrorIndex"
	}
	if strings.HasPrefix(w.name, "children") {
		g.headline = directoryHeading
	}
	return g
}

// directoryHeading stands above the items of a folder.
func directoryHeading(f *Formatter, key value.Value) string {
	path := text(f.env, key)
	if _, bare, ok := strings.Cut(path, "::"); ok {
		path = bare
	}
	return "    Directory: " + path
}

// update notes the group of an object and reports whether it is another one.
func (g *grouping) update(f *Formatter, v value.Value) bool {
	if g.by == nil {
		return false
	}
	column := g.by
	if found := resolve(f.env, []*Column{g.by}, v, false); len(found) > 0 {
		column = found[0]
	}
	key, found, err := f.expression(column, v)
	if err != nil || !found {
		return false
	}
	changed := !g.known || !sameKey(f.env, g.key, key)
	if changed {
		g.name = column.heading()
	}
	g.key, g.known = key, true
	return changed
}

func sameKey(env value.Env, a, b value.Value) bool {
	if a.IsNull() || b.IsNull() {
		return a.IsNull() && b.IsNull()
	}
	return strings.EqualFold(text(env, a), text(env, b))
}

// start is the record that opens the group of the object last noted.
func (g *grouping) start(f *Formatter) *GroupStart {
	if g.by == nil || !g.known {
		return &GroupStart{}
	}
	line := ""
	if g.headline != nil {
		line = g.headline(f, g.key)
	} else {
		line = "   " + g.name + ": " + cellText(f.env, g.key, f.limit, false)
	}
	return &GroupStart{hasHeading: true, heading: []complexLine{{text: line}}}
}
