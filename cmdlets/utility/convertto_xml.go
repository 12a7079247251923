package utility

import (
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/objects"
	"exolab/runtime"
	"exolab/runtime/dotnet"
	"exolab/runtime/dotnet/xmldom"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// ConvertToXml is ConvertTo-Xml.
type ConvertToXml struct {
	Depth             int            `ps:"range=1:2147483647"`
	InputObject       value.Value    `ps:"type=psobject,allownull,mandatory,position=0,pipeline"`
	NoTypeInformation cmdlets.Switch `ps:""`
	As                string         `ps:"validateset=Stream|String|Document,notnullorempty"`

	body  strings.Builder
	begun bool
}

// NewConvertToXml returns a ConvertTo-Xml with its defaults.
func NewConvertToXml() any { return &ConvertToXml{Depth: 1, As: "Document"} }

const xmlHead = `<?xml version="1.0" encoding="utf-8"?>`

// Process writes one object: at once with -As Stream, else into the document.
func (c *ConvertToXml) Process(ctx *runtime.Context) error {
	if !strings.EqualFold(c.As, "Stream") {
		x := c.writer(ctx, 1)
		x.element("Object", "", c.InputObject, c.Depth)
		c.body.WriteString(x.out.String())
		return nil
	}
	if !c.begun {
		c.begun = true
		if err := emitLines(ctx, []string{xmlHead, "<Objects>"}); err != nil {
			return err
		}
	}
	x := c.writer(ctx, 0)
	x.element("Object", "", c.InputObject, c.Depth)
	return emitLines(ctx, []string{strings.TrimPrefix(x.out.String(), "\n")})
}

func (c *ConvertToXml) writer(ctx *runtime.Context, level int) *xmlWriter {
	return &xmlWriter{env: ctx.Env(), typed: !bool(c.NoTypeInformation), level: level}
}

// End emits the document.
func (c *ConvertToXml) End(ctx *runtime.Context) error {
	if strings.EqualFold(c.As, "Stream") {
		if !c.begun {
			return nil
		}
		return emitLines(ctx, []string{"</Objects>"})
	}
	text := xmlHead + "\n<Objects>" + c.body.String() + "\n</Objects>"
	if c.body.Len() == 0 {
		text = xmlHead + "\n<Objects />"
	}
	if strings.EqualFold(c.As, "String") {
		return emitLines(ctx, []string{text})
	}
	doc, err := xmldom.ParseXML(text)
	if err != nil {
		return ctx.Throw(errs.New("System.Xml.XmlException", err.Error(), "XmlException", value.InvalidData, value.Null))
	}
	return ctx.Emit(value.Obj(doc))
}

// xmlWriter writes objects as Object and Property elements.
type xmlWriter struct {
	env   value.Env
	typed bool
	level int
	out   strings.Builder
}

func (x *xmlWriter) line(text string) {
	x.out.WriteString("\n" + strings.Repeat("  ", x.level) + text)
}

// element writes a value as an Object element, or as the Property of that
// name.
func (x *xmlWriter) element(tag, name string, v value.Value, depth int) {
	head := tag
	if name != "" {
		head += ` Name="` + xmlAttribute(name) + `"`
	}
	if t := value.TypeOf(v); t != nil && x.typed {
		head += ` Type="` + xmlAttribute(dotnet.DisplayName(t)) + `"`
	}
	if v.IsNull() {
		x.line("<" + head + " />")
		return
	}
	bare := value.Unwrap(v)
	if d, ok := value.As[*value.Dict](bare); ok {
		x.nest(tag, head, d.Len() > 0, func() { x.entries(d, depth) })
		return
	}
	if list, ok := bare.Object().(value.Enumerable); ok {
		any := false
		_ = list.Enumerate(func(value.Value) error { any = true; return nil })
		x.nest(tag, head, any, func() {
			_ = list.Enumerate(func(item value.Value) error { x.element("Property", "", item, depth); return nil })
		})
		return
	}
	if columns := objects.Columns(x.env, bare); x.isComplex(bare) && depth > 0 && len(columns) > 0 {
		x.nest(tag, head, true, func() {
			for i := range columns {
				read, _ := columns[i].Read(x.env, bare)
				x.element("Property", columns[i].Name, read, depth-1)
			}
		})
		return
	}
	x.text(tag, head, bare)
}

// isComplex reports whether a value is written property by property.
func (x *xmlWriter) isComplex(v value.Value) bool {
	if v.Kind() != value.KindObject {
		return false
	}
	switch v.Object().(type) {
	case value.Guid, value.Version, value.URI, *runtime.ScriptBlock:
		return false
	}
	return true
}

func (x *xmlWriter) text(tag, head string, v value.Value) {
	text := value.ToString(x.env, v)
	if v.Kind() != value.KindObject {
		text = objects.CultureText(x.env, v)
	}
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

func (x *xmlWriter) entries(d *value.Dict, depth int) {
	d.Each(func(key, v value.Value) bool {
		x.element("Property", "Key", key, depth)
		x.element("Property", "Value", v, depth)
		return true
	})
}

func xmlEscape(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(s)
}

func xmlAttribute(s string) string { return strings.ReplaceAll(xmlEscape(s), `"`, "&quot;") }
