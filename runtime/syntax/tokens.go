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
		if strings.HasPrefix(strings.TrimPrefix(t.Text, "@"), `"`) {
			return quoted(t.Text, "Expandable"), typeExpandable
		}
		return quoted(t.Text, "Literal"), typeLiteral
	case parser.KindExpandable:
		return quoted(t.Text, "Expandable"), typeExpandable
	case parser.KindRedirect:
		return "Redirection", typeFile
	case parser.KindMerge:
		return "Redirection", typeMerging
	case parser.KindKeyword:
		return keyword(t.Text), typeToken
	case parser.KindArgument:
		return "Generic", typeToken
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

// keyword is the kind of a keyword, "" for any other word.
func keyword(word string) string {
	if v := member(typeTokenKind, word); v.Int64() >= firstKeyword {
		return nameOf(typeTokenKind, v)
	}
	return ""
}

// word tells plain names from words with other characters.
func word(t parser.Token) (string, *value.Type) {
	if kind := keyword(t.Text); kind != "" && t.Kind == parser.KindCommand {
		return kind, typeToken
	}
	for _, r := range t.Text {
		if r != '_' && (r < '0' || r > '9' && r < 'A' || r > 'Z' && r < 'a' || r > 'z' && r < 0x80) {
			return "Generic", typeStringToken
		}
	}
	return "Identifier", typeStringToken
}

// The flags of what a token is used for.
const (
	flagKeyword = 0x10
	flagCommand = 0x80000
	flagMember  = 0x100000
	flagType    = 0x200000
)

// flags are those of the token's kind and of what it is used for. A keyword that
// names a command, or is an argument of one, is none.
func (t *Token) flags() int64 {
	flags := flagsOfKind(t.kind)
	switch t.role {
	case parser.KindCommand:
		return flags&^flagKeyword | flagCommand
	case parser.KindMember:
		return flags | flagMember
	case parser.KindType:
		return flags | flagType
	}
	return flags
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
	dotnet.NewRows(t, m).Get("string Value", property(func(t *Token) value.Value { return value.Str(stringContent(t)) }))
}

// stringContent is what stands between the quotes of a string.
func stringContent(t *Token) string {
	text := t.text()
	switch t.kind {
	case "StringLiteral", "StringExpandable":
		return strings.Trim(text, text[:1])
	case "HereStringLiteral", "HereStringExpandable":
		_, body, _ := strings.Cut(text, "\n")
		return strings.TrimSuffix(body[:max(0, len(body)-2)], "\n")
	}
	return text
}

// variableName is a variable's name without its marks.
func variableName(t *Token) string {
	return strings.TrimSuffix(strings.TrimPrefix(t.text()[1:], "{"), "}")
}

func loadVariableToken(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Get("string Name", property(func(t *Token) value.Value { return value.Str(variableName(t)) }))
	r.Get("System.Management.Automation.VariablePath VariablePath", property(func(t *Token) value.Value { return value.Obj(&VariablePath{variableName(t)}) }))
}

func loadParameterToken(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Get("string ParameterName", property(func(t *Token) value.Value {
		return value.Str(strings.TrimSuffix(strings.TrimLeft(t.text(), "-\u2013\u2014\u2015"), ":"))
	}))
	r.Get("bool UsedColon", property(func(t *Token) value.Value { return value.Bool(strings.HasSuffix(t.text(), ":")) }))
}
