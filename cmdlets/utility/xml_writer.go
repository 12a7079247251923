package utility

import (
	"strings"

	"exolab/cmdlets/internal/objects"
	"exolab/runtime"
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// xmlWriter writes objects as Object and Property elements.
type xmlWriter struct {
	env   value.Env
	typed bool
	level int
	out   strings.Builder
	err   error
}

func (x *xmlWriter) line(text string) {
	x.out.WriteString("\n" + strings.Repeat("  ", x.level) + text)
}

// element writes a value as an Object element, or as the Property of that name.
// A collection is opened at any depth, an object only above depth 0.
func (x *xmlWriter) element(tag, name string, v value.Value, depth int) {
	if v.IsNull() {
		x.line("<" + x.head(tag, name, "") + " />")
		return
	}
	bare := value.Unwrap(v)
	head := x.head(tag, name, dotnet.TypeString(value.TypeOf(v)))
	if !isXMLObject(bare) {
		x.text(tag, head, rawText(x.env, bare))
		return
	}
	if d, ok := value.As[*value.Dict](bare); ok {
		x.nest(tag, head, d.Len() > 0, func() { x.entries(d, depth) })
		return
	}
	if list, ok := bare.Object().(value.Enumerable); ok {
		x.items(tag, head, list, depth)
		return
	}
	members := objects.Properties(x.env, v)
	if depth > 0 {
		x.nest(tag, head, len(members) > 0, func() { x.properties(v, members, depth-1) })
		return
	}
	x.shortened(tag, head, v, members)
}

// head is what stands between the angle brackets of a start tag.
func (x *xmlWriter) head(tag, name, typeName string) string {
	if name != "" {
		tag += ` Name="` + xmlAttribute(name) + `"`
	}
	if typeName != "" && x.typed {
		tag += ` Type="` + xmlAttribute(typeName) + `"`
	}
	return tag
}

// isXMLObject reports whether a value is not written as one text.
func isXMLObject(v value.Value) bool {
	if v.Kind() != value.KindObject {
		return false
	}
	switch v.Object().(type) {
	case value.Guid, value.Version, value.URI, *runtime.ScriptBlock:
		return false
	}
	switch value.TypeOf(v).FullName {
	case "System.Byte[]", "System.Xml.XmlDocument", "System.Security.SecureString", "System.Management.Automation.SemanticVersion":
		return false
	}
	return true
}

// rawText is a value's text as .NET makes it.
func rawText(env value.Env, v value.Value) string {
	if v.Kind() != value.KindObject {
		return objects.CultureText(env, v)
	}
	if _, ok := v.Object().(value.Enumerable); ok {
		return value.TypeOf(v).FullName
	}
	return value.ToString(env, v)
}

func (x *xmlWriter) items(tag, head string, list value.Enumerable, depth int) {
	any := false
	_ = list.Enumerate(func(value.Value) error { any = true; return nil })
	x.nest(tag, head, any, func() {
		_ = list.Enumerate(func(item value.Value) error { x.element("Property", "", item, depth); return nil })
	})
}

func (x *xmlWriter) entries(d *value.Dict, depth int) {
	d.Each(func(key, v value.Value) bool {
		x.element("Property", "Key", key, depth)
		x.element("Property", "Value", v, depth)
		return true
	})
}

// properties writes the properties of an object; a null has the type that the
// property is declared with.
func (x *xmlWriter) properties(of value.Value, members []*value.Member, depth int) {
	for _, m := range members {
		got, err := dotnet.ReadMember(x.env, of, m)
		if err != nil || got.IsNull() {
			x.line("<" + x.head("Property", m.Name, (&dotnet.MemberInfo{Of: of, Member: m}).TypeName(x.env)) + " />")
			continue
		}
		x.element("Property", m.Name, got, depth)
	}
}

// shortened writes an object below the depth: its text, and behind it the
// members of its own.
func (x *xmlWriter) shortened(tag, head string, v value.Value, members []*value.Member) {
	var own []*value.Member
	for _, m := range members {
		if dotnet.Attached(v, value.Fold(m.Name)) != nil {
			own = append(own, m)
		}
	}
	text := value.ToString(x.env, v)
	if len(own) == 0 {
		x.text(tag, head, text)
		return
	}
	x.nest(tag, head, true, func() {
		x.text("Property", x.head("Property", "", "System.String"), text)
		for _, m := range own {
			x.note(v, m)
		}
	})
}

// note writes a member of an object's own; PowerShell has no text for a null.
func (x *xmlWriter) note(of value.Value, m *value.Member) {
	got, err := dotnet.ReadMember(x.env, of, m)
	if err == nil && got.IsNull() {
		err = nullReference()
	}
	if err != nil {
		x.err = err
		return
	}
	x.text("Property", x.head("Property", m.Name, (&dotnet.MemberInfo{Of: of, Member: m}).PSType().FullName), rawText(x.env, value.Unwrap(got)))
}

func (x *xmlWriter) text(tag, head, text string) {
	x.line("<" + head + ">" + xmlEscape(text) + "</" + tag + ">")
}

func (x *xmlWriter) nest(tag, head string, any bool, inside func()) {
	if !any {
		x.line("<" + head + " />")
		return
	}
	x.line("<" + head + ">")
	x.level++
	inside()
	x.level--
	x.line("</" + tag + ">")
}

func xmlEscape(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(s)
}

func xmlAttribute(s string) string { return strings.ReplaceAll(xmlEscape(s), `"`, "&quot;") }
