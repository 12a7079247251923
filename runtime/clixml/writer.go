// Package clixml writes objects as PowerShell's CLIXML and reads them back.
package clixml

import (
	"strconv"
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// DefaultDepth is how deep the properties of objects are written unless -Depth
// says otherwise.
const DefaultDepth = 2

// deepest is where nesting ends whatever the depth: custom objects inside each
// other do not count.
const deepest = 50

const (
	head = `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">`
	tail = "\n</Objs>"
)

// Writer writes one CLIXML document.
type Writer struct {
	// Depth is how deep properties are followed.
	Depth int

	env     value.Env
	out     strings.Builder
	objects map[value.Object]int
	types   map[string]int
	next    int
	level   int
	any     bool
	// compact leaves out line breaks and indentation; stream is the stream
	// that the object being written belongs to.
	compact bool
	stream  string
}

// NewWriter begins a document.
func NewWriter(env value.Env, depth int) *Writer {
	return &Writer{Depth: depth, env: env, objects: map[value.Object]int{}, types: map[string]int{}, level: 1}
}

// NewStreams begins a document without line breaks that tells of each object
// what stream it belongs to.
func NewStreams(env value.Env) *Writer {
	w := NewWriter(env, DefaultDepth)
	w.compact = true
	return w
}

// WriteStream adds an object of a stream.
func (w *Writer) WriteStream(stream string, v value.Value) {
	w.stream = stream
	w.Write(v)
}

// Empty reports whether nothing was written.
func (w *Writer) Empty() bool { return !w.any }

// Write adds one object to the document.
func (w *Writer) Write(v value.Value) {
	w.any = true
	w.value("", v, w.Depth)
}

// String ends the document and returns it.
func (w *Writer) String() string {
	if !w.any {
		return strings.TrimSuffix(head, ">") + " />"
	}
	if w.compact {
		return head + w.out.String() + strings.TrimSpace(tail)
	}
	return head + w.out.String() + tail
}

func (w *Writer) line(text string) {
	if !w.compact {
		w.out.WriteByte('\n')
		for range w.level {
			w.out.WriteString("  ")
		}
	}
	w.out.WriteString(text)
}

// nameAttribute names a property, or the stream of a whole object.
func (w *Writer) nameAttribute(name string) string {
	switch {
	case name != "":
	case w.stream != "" && w.level == 1:
		return ` S="` + w.stream + `"`
	default:
		return ""
	}
	return ` N="` + strings.ReplaceAll(xmlText(escape(name)), `"`, "&quot;") + `"`
}

func xmlText(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(s)
}

// value writes one value, as the property or key of that name.
func (w *Writer) value(name string, v value.Value, depth int) {
	if v.IsNull() || w.level > 2*deepest {
		w.line("<Nil" + w.nameAttribute(name) + " />")
		return
	}
	if d, ok := v.Object().(*value.Decorated); ok {
		w.decorated(name, d, depth)
		return
	}
	if tag, text, ok := scalar(w.env, v); ok {
		w.scalar(name, tag, text)
		return
	}
	if v.Kind() == value.KindEnum {
		if depth == 0 {
			w.scalar(name, "S", value.ToString(w.env, v))
			return
		}
		w.enum(name, v)
		return
	}
	if ref, known := w.reference(v); known {
		w.line(`<Ref` + w.nameAttribute(name) + ` RefId="` + strconv.Itoa(ref) + `" />`)
		return
	}
	w.object(name, v, depth)
}

func (w *Writer) scalar(name, tag, text string) {
	w.line("<" + tag + w.nameAttribute(name) + ">" + xmlText(escape(text)) + "</" + tag + ">")
}

// reference returns the number of an object written before.
func (w *Writer) reference(v value.Value) (int, bool) {
	ref, known := w.objects[v.Object()]
	return ref, known
}

// start opens an Obj element and writes the type names.
func (w *Writer) start(name string, v value.Value, typed bool) {
	ref := w.next
	w.next++
	if o := v.Object(); o != nil {
		w.objects[o] = ref
	}
	w.line("<Obj" + w.nameAttribute(name) + ` RefId="` + strconv.Itoa(ref) + `">`)
	w.level++
	if !typed {
		return
	}
	names := dotnet.TypeNames(v)
	key := strings.Join(names, "\n")
	if len(names) == 0 {
		return
	}
	if n, known := w.types[key]; known {
		w.line(`<TNRef RefId="` + strconv.Itoa(n) + `" />`)
		return
	}
	n := len(w.types)
	w.types[key] = n
	w.line(`<TN RefId="` + strconv.Itoa(n) + `">`)
	for _, t := range names {
		w.out.WriteString("\n" + strings.Repeat("  ", w.level+1) + "<T>" + xmlText(escape(t)) + "</T>")
	}
	w.line("</TN>")
}

func (w *Writer) finish() {
	w.level--
	w.line("</Obj>")
}

func (w *Writer) enum(name string, v value.Value) {
	w.start(name, v, true)
	w.scalar("", "ToString", value.ToString(w.env, v))
	w.scalar("", "I32", strconv.FormatInt(v.Int64(), 10))
	w.finish()
}

// decorated writes a scalar that carries members of its own.
func (w *Writer) decorated(name string, d *value.Decorated, depth int) {
	ext := d.Extension()
	if ext == nil || ext.Members.Len() == 0 {
		w.value(name, d.Inner, depth)
		return
	}
	if tag, text, ok := scalar(w.env, d.Inner); ok {
		w.start(name, value.Obj(d), ext.TypeNames != nil)
		w.scalar("", tag, text)
		w.notes(&ext.Members, depth)
		w.finish()
		return
	}
	w.value(name, d.Inner, depth)
}

// object writes what is no scalar.
func (w *Writer) object(name string, v value.Value, depth int) {
	switch o := v.Object().(type) {
	case *value.PSObject:
		w.custom(name, v, o, depth)
		return
	case *value.Dict:
		w.start(name, v, true)
		w.dictionary(o, depth)
		w.finish()
		return
	}
	if items, ok := v.Object().(value.Enumerable); ok {
		w.start(name, v, true)
		w.items(items, containerTag(v), depth)
		w.finish()
		return
	}
	if depth == 0 {
		w.scalar(name, "S", value.ToString(w.env, v))
		return
	}
	w.start(name, v, true)
	w.scalar("", "ToString", value.ToString(w.env, v))
	w.properties(v, depth)
	w.finish()
}

// custom writes a custom object: its own properties do not count for depth.
func (w *Writer) custom(name string, v value.Value, o *value.PSObject, depth int) {
	if depth == 0 {
		w.start(name, v, false)
		w.scalar("", "S", value.ToString(w.env, v))
		w.notes(&o.Bag, depth)
		w.finish()
		return
	}
	w.start(name, v, true)
	if o.T != nil {
		w.scalar("", "ToString", value.ToString(w.env, v))
	}
	w.notes(&o.Bag, depth)
	w.finish()
}

// notes writes the members that an object carries itself.
func (w *Writer) notes(b *value.Bag, depth int) {
	if b.Len() == 0 {
		return
	}
	w.line("<MS>")
	w.level++
	for i := range b.Len() {
		m := b.MemberAt(i)
		switch {
		case m.Kind == value.NoteProperty:
			w.value(m.Name, m.Value, depth)
		case m.Kind <= value.CodeProperty && m.Get != nil:
			if v, err := m.Get(w.env, value.Null); err == nil {
				w.value(m.Name, v, depth)
			}
		}
	}
	w.level--
	w.line("</MS>")
}

// properties writes the properties of a .NET object: its own ones first, then
// those of the type data and those that it carries.
func (w *Writer) properties(v value.Value, depth int) {
	w.members(v, "Props", depth-1, func(m *value.Member) bool { return m.Kind == value.Property })
	w.members(v, "MS", depth-1, func(m *value.Member) bool { return m.Kind > value.Property && m.Kind <= value.CodeProperty })
}

func (w *Writer) members(v value.Value, tag string, depth int, wanted func(*value.Member) bool) {
	open := false
	for _, m := range dotnet.Members(w.env, v) {
		if !wanted(m) {
			continue
		}
		read, err := dotnet.ReadMember(w.env, v, m)
		if err != nil {
			continue
		}
		if !open {
			open = true
			w.line("<" + tag + ">")
			w.level++
		}
		if m.Kind == value.NoteProperty {
			w.value(m.Name, read, depth+1)
			continue
		}
		w.value(m.Name, read, depth)
	}
	if open {
		w.level--
		w.line("</" + tag + ">")
	}
}

// containerTag is the element that holds the items of a collection.
func containerTag(v value.Value) string {
	switch t := value.TypeOf(v); {
	case strings.HasPrefix(t.Name, "Queue"):
		return "QUE"
	case strings.HasPrefix(t.Name, "Stack"):
		return "STK"
	case value.TypeIList.IsAssignableFrom(t):
		return "LST"
	}
	return "IE"
}

func (w *Writer) items(list value.Enumerable, tag string, depth int) {
	open := false
	_ = list.Enumerate(func(item value.Value) error {
		if !open {
			open = true
			w.line("<" + tag + ">")
			w.level++
		}
		w.value("", item, depth)
		return nil
	})
	if !open {
		w.line("<" + tag + " />")
		return
	}
	w.level--
	w.line("</" + tag + ">")
}

func (w *Writer) dictionary(d *value.Dict, depth int) {
	if d.Len() == 0 {
		w.line("<DCT />")
		return
	}
	w.line("<DCT>")
	w.level++
	d.Each(func(key, v value.Value) bool {
		w.line("<En>")
		w.level++
		w.value("Key", key, depth)
		w.value("Value", v, depth)
		w.level--
		w.line("</En>")
		return true
	})
	w.level--
	w.line("</DCT>")
}

// Write returns the document of some objects.
func Write(env value.Env, items []value.Value, depth int) string {
	w := NewWriter(env, depth)
	for _, v := range items {
		w.Write(v)
	}
	return w.String()
}
