package format

import (
	"encoding/xml"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"exolab/runtime/value"
)

// Views are the views that a session read from files: those that stand before
// the default views, and those behind them.
type Views struct{ before, after []*view }

type viewsKey struct{}

// ViewsOf returns the views among a session's services, making them first.
func ViewsOf(services map[any]any) *Views {
	known, _ := services[viewsKey{}].(*Views)
	if known == nil {
		known = &Views{}
		services[viewsKey{}] = known
	}
	return known
}

// servicer is an environment that has services.
type servicer interface{ Service(key any) any }

// findView returns the first view that is good for the types of an object.
func (f *Formatter) findView(names []string, good func(*view) bool) *view {
	if f.added == nil {
		return findView(names, good)
	}
	if w := firstView(f.added.before, names, good); w != nil {
		return w
	}
	if w := findView(names, good); w != nil {
		return w
	}
	return firstView(f.added.after, names, good)
}

func firstView(list []*view, names []string, good func(*view) bool) *view {
	for _, name := range names {
		for _, w := range list {
			if slices.ContainsFunc(w.types, func(t string) bool { return strings.EqualFold(t, name) }) && good(w) {
				return w
			}
		}
	}
	return nil
}

// xmlNode is one element of a view file.
type xmlNode struct {
	XMLName xml.Name
	Text    string    `xml:",chardata"`
	Nodes   []xmlNode `xml:",any"`
}

// at finds the element that a path of names leads to; nil for none.
func (n *xmlNode) at(path ...string) *xmlNode {
	for _, name := range path {
		if n == nil {
			return nil
		}
		i := slices.IndexFunc(n.Nodes, func(c xmlNode) bool { return c.XMLName.Local == name })
		if i < 0 {
			return nil
		}
		n = &n.Nodes[i]
	}
	return n
}

// text is the trimmed text of the element that a path leads to.
func (n *xmlNode) text(path ...string) string {
	if found := n.at(path...); found != nil {
		return strings.TrimSpace(found.Text)
	}
	return ""
}

// all are the elements of a name.
func (n *xmlNode) all(name string) []*xmlNode {
	var found []*xmlNode
	if n != nil {
		for i := range n.Nodes {
			if n.Nodes[i].XMLName.Local == name {
				found = append(found, &n.Nodes[i])
			}
		}
	}
	return found
}

// viewReader reads one view file.
type viewReader struct {
	compile func(text string) (value.Invoker, error)
	sets    map[string][]string
	control map[string]*xmlNode
	err     error
}

// ReadFile adds the views of a view file's text, before the default views or
// behind them. compile makes script blocks.
func (v *Views) ReadFile(text []byte, before bool, compile func(text string) (value.Invoker, error)) error {
	var root xmlNode
	if err := xml.Unmarshal(text, &root); err != nil {
		return fmt.Errorf("the file is no XML: %w", err)
	}
	if root.XMLName.Local != "Configuration" {
		return fmt.Errorf("the root element is %s, not Configuration", root.XMLName.Local)
	}
	r := &viewReader{compile: compile, sets: map[string][]string{}, control: controlsOf(&root)}
	for _, set := range root.at("SelectionSets").all("SelectionSet") {
		r.sets[set.text("Name")] = typeNames(set.at("Types"))
	}
	var list []*view
	for _, n := range root.at("ViewDefinitions").all("View") {
		if w := r.view(n); w != nil {
			list = append(list, w)
		}
	}
	if r.err != nil {
		return r.err
	}
	if before {
		v.before = append(list, v.before...)
	} else {
		v.after = append(v.after, list...)
	}
	return nil
}

// controlsOf are the custom controls that views name.
func controlsOf(n *xmlNode) map[string]*xmlNode {
	controls := map[string]*xmlNode{}
	for _, c := range n.at("Controls").all("Control") {
		controls[c.text("Name")] = c.at("CustomControl")
	}
	return controls
}

func typeNames(n *xmlNode) []string {
	var names []string
	for _, t := range n.all("TypeName") {
		names = append(names, strings.TrimSpace(t.Text))
	}
	return names
}

// selected are the types that an element names, itself or by sets.
func (r *viewReader) selected(n *xmlNode) []string {
	names := typeNames(n)
	for _, set := range n.all("SelectionSetName") {
		names = append(names, r.sets[strings.TrimSpace(set.Text)]...)
	}
	return names
}

func (r *viewReader) view(n *xmlNode) *view {
	w := &view{name: n.text("Name"), types: r.selected(n.at("ViewSelectedBy"))}
	w.once.Do(func() {})
	if g := n.at("GroupBy"); g != nil {
		w.group = r.expression(g)
		w.group.Label = g.text("Label")
	}
	switch {
	case n.at("TableControl") != nil:
		r.table(w, n.at("TableControl"))
	case n.at("ListControl") != nil:
		w.kind = viewList
		r.entries(w, n.at("ListControl", "ListEntries").all("ListEntry"), "ListItems", "ListItem")
	case n.at("WideControl") != nil:
		w.kind = viewWide
		r.entries(w, n.at("WideControl", "WideEntries").all("WideEntry"), "", "WideItem")
		w.autoSize = n.at("WideControl", "AutoSize") != nil
	case n.at("CustomControl") != nil:
		w.kind = viewCustom
		local := controlsOf(n)
		for name, c := range r.control {
			if local[name] == nil {
				local[name] = c
			}
		}
		w.custom = &customControl{reader: r, control: n.at("CustomControl"), named: local}
	default:
		return nil
	}
	if len(w.parsed) == 0 && len(w.variants) > 0 {
		w.parsed = w.variants[0].parsed
	}
	if n.at("OutOfBand") != nil && w.kind == viewCustom {
		w.kind = viewOutOfBand
	}
	return w
}

var xmlAligns = map[string]Align{"left": AlignLeft, "center": AlignCenter, "right": AlignRight}

func (r *viewReader) table(w *view, n *xmlNode) {
	w.kind = viewTable
	w.autoSize, w.hide = n.at("AutoSize") != nil, n.at("HideTableHeaders") != nil
	headers := n.at("TableHeaders").all("TableColumnHeader")
	for _, row := range n.at("TableRowEntries").all("TableRowEntry") {
		variant := &view{kind: viewTable, types: r.selected(row.at("EntrySelectedBy")), wrap: row.at("Wrap") != nil}
		variant.once.Do(func() {})
		for i, item := range row.at("TableColumnItems").all("TableColumnItem") {
			c := r.expression(item)
			if i < len(headers) {
				c.Label = headers[i].text("Label")
				c.Width, _ = strconv.Atoi(headers[i].text("Width"))
				c.Align = xmlAligns[strings.ToLower(headers[i].text("Alignment"))]
			}
			if align := xmlAligns[strings.ToLower(item.text("Alignment"))]; align != AlignDefault {
				c.Align = align
			}
			variant.parsed = append(variant.parsed, c)
		}
		r.keep(w, variant)
	}
}

// entries reads the entries of a list or wide view.
func (r *viewReader) entries(w *view, entries []*xmlNode, group, item string) {
	for _, entry := range entries {
		variant := &view{kind: w.kind, types: r.selected(entry.at("EntrySelectedBy"))}
		variant.once.Do(func() {})
		from := entry
		if group != "" {
			from = entry.at(group)
		}
		for _, n := range from.all(item) {
			c := r.expression(n)
			c.Label = n.text("Label")
			if condition := n.at("ItemSelectionCondition"); condition != nil {
				c.shown = r.expression(condition)
			}
			variant.parsed = append(variant.parsed, c)
		}
		r.keep(w, variant)
	}
}

// keep makes an entry that names no types the view's own.
func (r *viewReader) keep(w, entry *view) {
	if len(entry.types) > 0 {
		w.variants = append(w.variants, entry)
		return
	}
	w.parsed, w.wrap = entry.parsed, entry.wrap
}

// expression reads PropertyName or ScriptBlock, with a FormatString.
func (r *viewReader) expression(n *xmlNode) *Column {
	var c *Column
	if script := n.at("ScriptBlock"); script != nil {
		c = &Column{ScriptText: strings.TrimSpace(script.Text)}
		block, err := r.compile(script.Text)
		if err != nil {
			r.err = fmt.Errorf("script block %q is not valid: %w", c.ScriptText, err)
		}
		c.Script = block
	} else {
		c = NewColumn(n.text("PropertyName"))
	}
	c.Format = n.text("FormatString")
	return c
}
