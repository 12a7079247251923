package runtime

import (
	"os"

	"exolab/parser"
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// languageType returns a type of System.Management.Automation.Language.
func languageType(name string, base *value.Type, load func(*value.Type, *value.Members)) *value.Type {
	t := engineType(name, load)
	t.FullName, t.Base = "System.Management.Automation.Language."+name, base
	return t
}

var (
	typeParser         = languageType("Parser", value.TypeObject, loadParser)
	typeParseError     = languageType("ParseError", value.TypeObject, loadParseError)
	typeScriptExtent   = languageType("InternalScriptExtent", value.TypeObject, loadScriptExtent)
	typeScriptPosition = languageType("InternalScriptPosition", value.TypeObject, loadScriptPosition)
	typeAst            = languageType("Ast", value.TypeObject, loadAst)
	typeScriptBlockAst = languageType("ScriptBlockAst", typeAst, nil)
	typeToken          = languageType("Token", value.TypeObject, nil)
)

// scriptExtent is a stretch of a script's text.
type scriptExtent struct {
	source *parser.Source
	span   parser.Span
}

// scriptPosition is one end of an extent.
type scriptPosition struct {
	source *parser.Source
	offset int32
}

// parseFault is one syntax error that a script asked the parser for.
type parseFault struct {
	extent scriptExtent
	fault  *parser.ParseError
}

// scriptAst is the syntax tree of a whole text.
type scriptAst struct{ extent scriptExtent }

// PSType returns the type of extents.
func (*scriptExtent) PSType() *value.Type { return typeScriptExtent }

// PSType returns the type of positions.
func (*scriptPosition) PSType() *value.Type { return typeScriptPosition }

// PSType returns ParseError.
func (*parseFault) PSType() *value.Type { return typeParseError }

// PSType returns ScriptBlockAst.
func (*scriptAst) PSType() *value.Type { return typeScriptBlockAst }

// String is the text of the extent.
func (e *scriptExtent) String() string { return e.source.Slice(e.span) }

// String is the error's message.
func (p *parseFault) String() string { return p.fault.Message }

// String is the text of the script.
func (a *scriptAst) String() string { return a.extent.String() }

func loadParser(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	const out = "out System.Management.Automation.Language.Token[] tokens, out System.Management.Automation.Language.ParseError[] errors)"
	const result = "System.Management.Automation.Language.ScriptBlockAst "
	r.Static(result+"ParseInput(string input, "+out, func(c *value.Call) (value.Value, error) {
		return parseFor(c, "", c.Args[0].Text())
	})
	r.Static(result+"ParseInput(string input, string fileName, "+out, func(c *value.Call) (value.Value, error) {
		return parseFor(c, c.Args[1].Text(), c.Args[0].Text())
	})
	r.Static(result+"ParseFile(string fileName, "+out, func(c *value.Call) (value.Value, error) {
		name := c.Args[0].Text()
		text, err := os.ReadFile(name)
		if err != nil {
			return value.Null, value.NewException("System.IO.FileNotFoundException", "Could not find file '"+name+"'.")
		}
		return parseFor(c, name, parser.Decode(text))
	})
}

// parseFor parses text and writes its errors to the call's last argument.
func parseFor(c *value.Call, name, text string) (value.Value, error) {
	source := parser.NewSource(name, text)
	list := []value.Value{}
	if _, err := parser.Parse(name, text); err != nil {
		all, ok := err.(*parser.ParseErrors)
		if !ok {
			return value.Null, err
		}
		source = all.Source
		for _, one := range all.Errors {
			list = append(list, value.Obj(&parseFault{scriptExtent{source, one.Span}, one}))
		}
	}
	errors := value.NewArray(list)
	errors.Elem = typeParseError
	if ref, ok := value.As[*dotnet.Reference](c.Args[len(c.Args)-1]); ok {
		if err := ref.Set(value.Obj(errors)); err != nil {
			return value.Null, err
		}
	}
	whole := parser.Span{End: int32(len(text))}
	return value.Obj(&scriptAst{scriptExtent{source, whole}}), nil
}

func loadParseError(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Get("System.Management.Automation.Language.InternalScriptExtent Extent", property(func(p *parseFault) value.Value { return value.Obj(&p.extent) }))
	r.Get("string ErrorId", property(func(p *parseFault) value.Value { return value.Str(p.fault.ID) }))
	r.Get("string Message", property(func(p *parseFault) value.Value { return value.Str(p.fault.Message) }))
	r.Get("bool IncompleteInput", property(func(p *parseFault) value.Value { return value.Bool(p.fault.Incomplete) }))
}

func loadAst(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Get("System.Management.Automation.Language.InternalScriptExtent Extent", property(func(a *scriptAst) value.Value { return value.Obj(&a.extent) }))
}

func loadScriptExtent(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Get("string File", property(func(e *scriptExtent) value.Value { return fileName(e.source) }))
	r.Get("string Text", property(func(e *scriptExtent) value.Value { return value.Str(e.String()) }))
	ends := map[string]func(e *scriptExtent) *scriptPosition{
		"Start": func(e *scriptExtent) *scriptPosition { return &scriptPosition{e.source, e.span.Start} },
		"End":   func(e *scriptExtent) *scriptPosition { return &scriptPosition{e.source, e.span.End} },
	}
	for _, name := range []string{"Start", "End"} {
		end := ends[name]
		r.Get("System.Management.Automation.Language.InternalScriptPosition "+name+"ScriptPosition",
			property(func(e *scriptExtent) value.Value { return value.Obj(end(e)) }))
		r.Get("int "+name+"LineNumber", property(func(e *scriptExtent) value.Value { return value.Int(end(e).place().Line) }))
		r.Get("int "+name+"ColumnNumber", property(func(e *scriptExtent) value.Value { return value.Int(end(e).place().Column) }))
		r.Get("int "+name+"Offset", property(func(e *scriptExtent) value.Value { return value.Int(end(e).units()) }))
	}
}

func loadScriptPosition(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Get("string File", property(func(p *scriptPosition) value.Value { return fileName(p.source) }))
	r.Get("int LineNumber", property(func(p *scriptPosition) value.Value { return value.Int(p.place().Line) }))
	r.Get("int ColumnNumber", property(func(p *scriptPosition) value.Value { return value.Int(p.place().Column) }))
	r.Get("int Offset", property(func(p *scriptPosition) value.Value { return value.Int(p.units()) }))
	r.Get("string Line", property(func(p *scriptPosition) value.Value { return value.Str(p.source.Line(p.place().Line)) }))
}

func (p *scriptPosition) place() parser.Position { return p.source.Position(p.offset) }

// units is the offset in UTF-16 units, as .NET counts.
func (p *scriptPosition) units() int { return len(value.Units(p.source.Text[:p.offset])) }

// fileName is the path of a script, or null for text that is in no file.
func fileName(s *parser.Source) value.Value {
	if s.Name == "" {
		return value.Null
	}
	return value.Str(s.Name)
}
