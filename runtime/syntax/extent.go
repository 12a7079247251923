package syntax

import (
	"exolab/parser"
	"exolab/runtime/dotnet"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

var (
	typeExtent   = implementing(languageType("InternalScriptExtent", value.TypeObject, loadExtent), typeAnyExtent)
	typePosition = implementing(languageType("InternalScriptPosition", value.TypeObject, loadPosition), typeAnyPosition)
	typeError    = languageType("ParseError", value.TypeObject, loadError)

	typeAnyExtent   = &value.Type{Name: "IScriptExtent", FullName: namespace + "IScriptExtent", Kind: value.KindObject, IsInterface: true}
	typeAnyPosition = &value.Type{Name: "IScriptPosition", FullName: namespace + "IScriptPosition", Kind: value.KindObject, IsInterface: true}
)

func implementing(t, i *value.Type) *value.Type {
	t.Interfaces = append(t.Interfaces, i)
	return t
}

// ScriptOf returns the whole text that an Ast or a position belongs to, and for
// a position where it is, in UTF-16 units.
func ScriptOf(v value.Value) (text string, offset int, ok bool) {
	if p, is := value.As[*position](v); is {
		return p.source.Text, p.units(), true
	}
	if n, is := value.As[*Node](v); is {
		return n.tree.source.Text, 0, true
	}
	return "", 0, false
}

// Extent is a stretch of a script's text.
type Extent struct {
	source *parser.Source
	span   parser.Span
}

// NewExtent returns the extent of a range of a source.
func NewExtent(source *parser.Source, span parser.Span) *Extent { return &Extent{source, span} }

// At returns the source that the extent lies in, and where.
func (e *Extent) At() (*parser.Source, parser.Span) { return e.source, e.span }

// PSType returns the type of extents.
func (*Extent) PSType() *value.Type { return typeExtent }

// String is the text of the extent.
func (e *Extent) String() string { return e.source.Slice(e.span) }

// position is one end of an extent.
type position struct {
	source *parser.Source
	offset int32
}

// PSType returns the type of positions.
func (*position) PSType() *value.Type { return typePosition }

func (p *position) place() parser.Position { return p.source.Position(p.offset) }

// units is the offset in UTF-16 units, as .NET counts.
func (p *position) units() int { return len(value.Units(p.source.Text[:p.offset])) }

// Fault is one syntax error that a script asked the parser for.
type Fault struct {
	source *parser.Source
	fault  *parser.ParseError
}

// PSType returns ParseError.
func (*Fault) PSType() *value.Type { return typeError }

// String is the error's place and message.
func (f *Fault) String() string {
	return errs.PositionMessage(f.source, f.fault.Span) + "\n" + f.fault.Message
}

// Faults lists the errors that the parser found as objects.
func Faults(err error) *value.Array {
	all, ok := err.(*parser.ParseErrors)
	if !ok {
		return &value.Array{Elem: typeError}
	}
	list := make([]value.Value, len(all.Errors))
	for i, one := range all.Errors {
		list[i] = value.Obj(&Fault{all.Source, one})
	}
	return &value.Array{Elem: typeError, Items: list}
}

func loadError(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Get("System.Management.Automation.Language.IScriptExtent Extent", property(func(f *Fault) value.Value { return value.Obj(NewExtent(f.source, f.fault.Span)) }))
	r.Get("string ErrorId", property(func(f *Fault) value.Value { return value.Str(f.fault.ID) }))
	r.Get("string Message", property(func(f *Fault) value.Value { return value.Str(f.fault.Message) }))
	r.Get("bool IncompleteInput", property(func(f *Fault) value.Value { return value.Bool(f.fault.Incomplete) }))
}

func loadExtent(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Get("string File", property(func(e *Extent) value.Value { return textOrNull(e.source.Name) }))
	r.Get("string Text", property(func(e *Extent) value.Value { return value.Str(e.String()) }))
	for name, end := range map[string]func(e *Extent) *position{
		"Start": func(e *Extent) *position { return &position{e.source, e.span.Start} },
		"End":   func(e *Extent) *position { return &position{e.source, e.span.End} },
	} {
		r.Get("System.Management.Automation.Language.IScriptPosition "+name+"ScriptPosition",
			property(func(e *Extent) value.Value { return value.Obj(end(e)) }))
		r.Get("int "+name+"LineNumber", property(func(e *Extent) value.Value { return value.Int(end(e).place().Line) }))
		r.Get("int "+name+"ColumnNumber", property(func(e *Extent) value.Value { return value.Int(end(e).place().Column) }))
		r.Get("int "+name+"Offset", property(func(e *Extent) value.Value { return value.Int(end(e).units()) }))
	}
}

func loadPosition(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Get("string File", property(func(p *position) value.Value { return textOrNull(p.source.Name) }))
	r.Get("int LineNumber", property(func(p *position) value.Value { return value.Int(p.place().Line) }))
	r.Get("int ColumnNumber", property(func(p *position) value.Value { return value.Int(p.place().Column) }))
	r.Get("int Offset", property(func(p *position) value.Value { return value.Int(p.units()) }))
	r.Method("string GetFullScript()", func(c *value.Call) (value.Value, error) {
		text, _, _ := ScriptOf(c.This)
		return value.Str(text), nil
	})
	r.Get("string Line", property(func(p *position) value.Value { return value.Str(p.source.Line(p.place().Line)) }))
}
