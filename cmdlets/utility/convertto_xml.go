package utility

import (
	"strings"

	"exolab/cmdlets"
	"exolab/runtime"
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

	body strings.Builder
}

// NewConvertToXml returns a ConvertTo-Xml with its defaults.
func NewConvertToXml() any { return &ConvertToXml{Depth: 1, As: "Document"} }

const xmlHead = `<?xml version="1.0" encoding="utf-8"?>`

// Begin writes what stands above the objects of a stream.
func (c *ConvertToXml) Begin(ctx *runtime.Context) error {
	if !c.streams() {
		return nil
	}
	return emitLines(ctx, []string{xmlHead, "<Objects>"})
}

func (c *ConvertToXml) streams() bool { return strings.EqualFold(c.As, "Stream") }

// Process writes one object: at once with -As Stream, else into the document.
func (c *ConvertToXml) Process(ctx *runtime.Context) error {
	x := &xmlWriter{env: ctx.Env(), typed: !bool(c.NoTypeInformation)}
	if !c.streams() {
		x.level = 1
	}
	x.element("Object", "", c.InputObject, c.Depth)
	if x.err != nil {
		return x.err
	}
	if !c.streams() {
		c.body.WriteString(x.out.String())
		return nil
	}
	return emitLines(ctx, []string{strings.TrimPrefix(x.out.String(), "\n")})
}

// End emits the document.
func (c *ConvertToXml) End(ctx *runtime.Context) error {
	if c.streams() {
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
