package syntax

import (
	"strings"

	"exolab/parser"
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

var (
	typeToken       = languageType("Token", value.TypeObject, loadToken)
	typeStringToken = languageType("StringToken", typeToken, loadStringToken)
	typeVariable    = languageType("VariableToken", typeToken, loadVariableToken)
	typeParameter   = languageType("ParameterToken", typeToken, loadParameterToken)
	typeNumber      = languageType("NumberToken", typeToken, nil)
	typeLabel       = languageType("LabelToken", typeToken, nil)
	typeLiteral     = languageType("StringLiteralToken", typeStringToken, nil)
	typeExpandable  = languageType("StringExpandableToken", typeStringToken, nil)
	typeFile        = languageType("FileRedirectionToken", typeToken, nil)
	typeMerging     = languageType("MergingRedirectionToken", typeToken, nil)

	tokenTypes = []*value.Type{typeStringToken, typeVariable, typeParameter, typeNumber, typeLabel, typeLiteral, typeExpandable, typeFile, typeMerging}
)

// Token is one token of a text.
type Token struct {
	source *parser.Source
	span   parser.Span
	kind   string
	class  *value.Type
	// role is the parser's kind: what a word is used for.
	role parser.TokenKind
}

// PSType returns the token's class.
func (t *Token) PSType() *value.Type { return t.class }

// String is the token as written.
func (t *Token) String() string { return t.text() }

func (t *Token) text() string { return t.source.Slice(t.span) }

// Tokens lists the tokens of a text, with the one that ends it.
func Tokens(source *parser.Source) []value.Value {
	var list []value.Value
	end := int32(0)
	for _, t := range parser.Tokens(source.Text) {
		if t.Start < end {
			continue // inside an expandable string
		}
		end = t.End
		kind, class := describe(t)
		list = append(list, value.Obj(&Token{source, t.Span, kind, class, t.Kind}))
	}
	last := parser.Span{Start: int32(len(source.Text)), End: int32(len(source.Text))}
	return append(list, value.Obj(&Token{source: source, span: last, kind: "EndOfInput", class: typeToken}))
}

// describe returns PowerShell's kind and class of one of the parser's tokens.
func describe(t parser.Token) (kind string, class *value.Type) {
	switch t.Kind {
	case parser.KindNewLine:
		return "NewLine", typeToken
	case parser.KindComment:
		return "Comment", typeToken
	case parser.KindVariable:
		return "Variable", typeVariable
	case parser.KindSplat:
		return "SplattedVariable", typeVariable
	case parser.KindNumber:
		return "Number", typeNumber
	case parser.KindParameter:
		return "Parameter", typeParameter
	case parser.KindLabel:
		return "Label", typeLabel
	case parser.KindString:
		return quoted(t.Text, "Literal"), typeLiteral
	case parser.KindExpandable:
		return quoted(t.Text, "Expandable"), typeExpandable
	case parser.KindRedirect:
		return "Redirection", typeFile
	case parser.KindMerge:
		return "Redirection", typeMerging
	case parser.KindKeyword:
		return t.Text, typeToken
	case parser.KindWord, parser.KindCommand, parser.KindMember, parser.KindType:
		return word(t)
	}
	return nameOf(typeTokenKind, operatorKind(strings.ToLower(t.Text))), typeToken
}

func quoted(text, form string) string {
	switch {
	case strings.HasPrefix(text, "@"):
		return "HereString" + form
	case strings.HasPrefix(text, `"`) || strings.HasPrefix(text, "'"):
		return "String" + form
	}
	return "Generic"
}

// word tells plain names from words with other characters.
func word(t parser.Token) (string, *value.Type) {
	for _, r := range t.Text {
		if r != '_' && (r < '0' || r > '9' && r < 'A' || r > 'Z' && r < 'a' || r > 'z' && r < 0x80) {
			return "Generic", typeStringToken
		}
	}
	return "Identifier", typeStringToken
}

// flags tells keywords, commands, members and types from other words.
func (t *Token) flags() int64 {
	if kind := member(typeTokenKind, t.kind).Int64(); kind >= firstKeyword {
		return 0x10
	}
	return map[parser.TokenKind]int64{parser.KindCommand: 0x80000, parser.KindMember: 0x100000, parser.KindType: 0x200000}[t.role]
}

func loadToken(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Get("string Text", property(func(t *Token) value.Value { return value.Str(t.text()) }))
	r.Get(ast+"TokenKind Kind", property(func(t *Token) value.Value { return member(typeTokenKind, t.kind) }))
	r.Get(ast+"TokenFlags TokenFlags", property(func(t *Token) value.Value { return value.Enum(typeTokenFlags, t.flags()) }))
	r.Get("bool HasError", property(func(*Token) value.Value { return value.False }))
	r.Get(ast+"IScriptExtent Extent", property(func(t *Token) value.Value { return value.Obj(NewExtent(t.source, t.span)) }))
}

func loadStringToken(t *value.Type, m *value.Members) {
	dotnet.NewRows(t, m).Get("string Value", property(func(t *Token) value.Value {
		text := t.text()
		switch t.kind {
		case "StringLiteral", "StringExpandable":
			return value.Str(strings.Trim(text, text[:1]))
		case "HereStringLiteral", "HereStringExpandable":
			_, body, _ := strings.Cut(text, "\n")
			return value.Str(strings.TrimSuffix(body[:max(0, len(body)-2)], "\n"))
		}
		return value.Str(text)
	}))
}

func loadVariableToken(t *value.Type, m *value.Members) {
	name := func(t *Token) string {
		text := t.text()[1:]
		return strings.TrimSuffix(strings.TrimPrefix(text, "{"), "}")
	}
	r := dotnet.NewRows(t, m)
	r.Get("string Name", property(func(t *Token) value.Value { return value.Str(name(t)) }))
	r.Get("System.Management.Automation.VariablePath VariablePath", property(func(t *Token) value.Value { return value.Obj(&VariablePath{name(t)}) }))
}

func loadParameterToken(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Get("string ParameterName", property(func(t *Token) value.Value {
		return value.Str(strings.TrimSuffix(strings.TrimLeft(t.text(), "-\u2013\u2014\u2015"), ":"))
	}))
	r.Get("bool UsedColon", property(func(t *Token) value.Value { return value.Bool(strings.HasSuffix(t.text(), ":")) }))
}
