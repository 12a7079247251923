package syntax

import (
	"strings"

	"exolab/parser"
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// The types of PowerShell's older view of tokens.
var (
	typePSParser     = automationType("PSParser", loadPSParser)
	typePSToken      = automationType("PSToken", loadPSToken)
	typePSParseError = automationType("PSParseError", loadPSParseError)
	typePSTokenType  = psTokenTypes()

	psParserTypes = []*value.Type{typePSParser, typePSToken, typePSParseError, typePSTokenType}
)

func automationType(name string, load func(*value.Type, *value.Members)) *value.Type {
	return &value.Type{Name: name, FullName: "System.Management.Automation." + name, Kind: value.KindObject, Base: value.TypeObject, Load: load}
}

func psTokenTypes() *value.Type {
	t := enumType("PSTokenType", 0, `Unknown Command CommandParameter CommandArgument Number String Variable Member LoopLabel Attribute Type
		Operator GroupStart GroupEnd Keyword Comment StatementSeparator NewLine LineContinuation Position`)
	t.FullName = "System.Management.Automation.PSTokenType"
	return t
}

// psToken is one token in the older view: its text, what it is for, its place.
type psToken struct {
	*Token
	use string
}

// PSType returns the type of such tokens.
func (t *psToken) PSType() *value.Type { return typePSToken }

// String is the name of the type, as objects without a text of their own have it.
func (t *psToken) String() string { return typePSToken.FullName }

// psUses are the uses of the kinds that are no operators, which are all others.
var psUses = map[string]string{"Variable": "Variable", "SplattedVariable": "Variable", "Parameter": "CommandParameter", "Number": "Number",
	"Label": "LoopLabel", "Identifier": "CommandArgument", "Generic": "CommandArgument", "NewLine": "NewLine", "LineContinuation": "LineContinuation",
	"Comment": "Comment", "StringLiteral": "String", "StringExpandable": "String", "HereStringLiteral": "String", "HereStringExpandable": "String",
	"LParen": "GroupStart", "RParen": "GroupEnd", "LCurly": "GroupStart", "RCurly": "GroupEnd", "AtParen": "GroupStart", "AtCurly": "GroupStart",
	"DollarParen": "GroupStart", "Semi": "StatementSeparator"}

// psUse is what PowerShell's older view says a token is for.
func psUse(t *Token) string {
	switch t.role {
	case parser.KindCommand:
		return "Command"
	case parser.KindMember:
		return "Member"
	case parser.KindType:
		return "Type"
	}
	if use := psUses[t.kind]; use != "" {
		return use
	}
	if member(typeTokenKind, t.kind).Int64() >= firstKeyword {
		return "Keyword"
	}
	return "Operator"
}

// content is the text without quotes, marks of variables and the like.
func (t *psToken) content() string {
	switch {
	case typeStringToken.IsAssignableFrom(t.class):
		return stringContent(t.Token)
	case t.class == typeVariable:
		return variableName(t.Token)
	}
	return t.text()
}

func loadPSToken(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Get("string Content", property(func(t *psToken) value.Value { return value.Str(t.content()) }))
	r.Get("System.Management.Automation.PSTokenType Type", property(func(t *psToken) value.Value { return member(typePSTokenType, t.use) }))
	r.Get("int Start", property(func(t *psToken) value.Value { return value.Int(int(t.span.Start)) }))
	r.Get("int Length", property(func(t *psToken) value.Value { return value.Int(int(t.span.End - t.span.Start)) }))
	place := func(name string, offset func(*psToken) int32, of func(line, column int) int) {
		r.Get("int "+name, property(func(t *psToken) value.Value {
			at := t.source.Position(offset(t))
			return value.Int(of(at.Line, at.Column))
		}))
	}
	start, end := func(t *psToken) int32 { return t.span.Start }, func(t *psToken) int32 { return t.span.End }
	line, column := func(line, _ int) int { return line }, func(_, column int) int { return column }
	place("StartLine", start, line)
	place("StartColumn", start, column)
	place("EndLine", end, line)
	place("EndColumn", end, column)
}

// psFault is a parse error in the older view.
type psFault struct {
	token   *psToken
	message string
}

// PSType returns the type of such errors.
func (f *psFault) PSType() *value.Type { return typePSParseError }

// String is the name of the type.
func (f *psFault) String() string { return typePSParseError.FullName }

func loadPSParseError(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Get("System.Management.Automation.PSToken Token", property(func(f *psFault) value.Value { return value.Obj(f.token) }))
	r.Get("string Message", property(func(f *psFault) value.Value { return value.Str(f.message) }))
}

func loadPSParser(t *value.Type, m *value.Members) {
	const result = "System.Collections.ObjectModel.Collection[System.Management.Automation.PSToken] "
	const errors = "out System.Collections.ObjectModel.Collection[System.Management.Automation.PSParseError] errors)"
	r := dotnet.NewRows(t, m)
	r.Static(result+"Tokenize(string script, "+errors, func(c *value.Call) (value.Value, error) {
		return tokenize(c.Args[0].Text(), c.Args[1])
	})
	r.Static(result+"Tokenize(System.Object[] script, "+errors, func(c *value.Call) (value.Value, error) {
		var text strings.Builder
		lines, _ := value.ListItems(c.Args[0])
		for _, line := range lines {
			if !line.IsNull() {
				text.WriteString(value.ToString(c.Env, line) + "\n")
			}
		}
		return tokenize(text.String(), c.Args[1])
	})
}

func tokenize(text string, errors value.Value) (value.Value, error) {
	block, err := parser.Parse("", text)
	all := Tokens(block.Source)
	tokens := make([]value.Value, 0, len(all))
	for _, v := range all[:len(all)-1] {
		t, _ := value.As[*Token](v)
		tokens = append(tokens, value.Obj(&psToken{t, psUse(t)}))
	}
	if ref, ok := value.As[*dotnet.Reference](errors); ok {
		var faults []value.Value
		if all, ok := err.(*parser.ParseErrors); ok {
			for _, one := range all.Errors {
				at := &psToken{&Token{source: all.Source, span: one.Span, class: typeToken}, "Position"}
				faults = append(faults, value.Obj(&psFault{at, one.Message}))
			}
		}
		if err := ref.Set(value.Obj(dotnet.NewCollectionOf(typePSParseError, faults))); err != nil {
			return value.Null, err
		}
	}
	return value.Obj(dotnet.NewCollectionOf(typePSToken, tokens)), nil
}
