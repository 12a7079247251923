package syntax

import (
	"strings"

	"exolab/runtime/value"
)

// enumType makes an enum whose values count from first.
func enumType(name string, first int64, names string) *value.Type {
	info := &value.EnumInfo{Underlying: value.KindInt32, Names: strings.Fields(names)}
	for i := range info.Names {
		info.Values = append(info.Values, first+int64(i))
	}
	return &value.Type{Name: name, FullName: namespace + name, Kind: value.KindEnum, Base: value.TypeEnum, IsValueType: true, Enum: info}
}

var (
	typeTokenKind   = tokenKinds()
	typeStringKind  = enumType("StringConstantType", 0, "SingleQuoted SingleQuotedHereString DoubleQuoted DoubleQuotedHereString BareWord")
	typeStream      = enumType("RedirectionStream", 0, "All Output Error Warning Verbose Debug Information")
	typeUsingKind   = enumType("UsingStatementKind", 0, "Assembly Command Module Namespace Type")
	typeSwitchFlags = flags("SwitchFlags", "None File Regex Wildcard Exact CaseSensitive Parallel")
	typeLoopFlags   = flags("ForEachFlags", "None Parallel")
	typeTokenFlags  = tokenFlags()
)

// tokenFlags is the enum of what a token is used for.
func tokenFlags() *value.Type {
	t := enumType("TokenFlags", 0, `None BinaryPrecedenceLogical BinaryPrecedenceBitwise BinaryPrecedenceComparison BinaryPrecedenceCoalesce
		BinaryPrecedenceAdd BinaryPrecedenceMultiply BinaryPrecedenceFormat BinaryPrecedenceRange BinaryPrecedenceMask Keyword
		ScriptBlockBlockName BinaryOperator UnaryOperator CaseSensitiveOperator TernaryOperator SpecialOperator AssignmentOperator
		ParseModeInvariant TokenInError DisallowedInRestrictedMode PrefixOrPostfixOperator CommandName MemberName TypeName AttributeName
		CanConstantFold StatementDoesntSupportAttributes`)
	t.Enum.Flags = true
	t.Enum.Values = []int64{0, 1, 2, 5, 7, 9, 10, 12, 13, 15, 0x10, 0x20, 0x100, 0x200, 0x400, 0x800, 0x1000, 0x2000, 0x8000, 0x10000,
		0x20000, 0x40000, 0x80000, 0x100000, 0x200000, 0x400000, 0x800000, 0x1000000}
	return t
}

// flags makes an enum whose values, behind the first, are bits.
func flags(name, names string) *value.Type {
	t := enumType(name, 0, names)
	t.Enum.Flags = true
	for i := 1; i < len(t.Enum.Values); i++ {
		t.Enum.Values[i] = 1 << (i - 1)
	}
	return t
}

// tokenKinds is the enum of what a token can be: operators and the like first,
// then the keywords.
func tokenKinds() *value.Type {
	t := enumType("TokenKind", 0, `Unknown Variable SplattedVariable Parameter Number Label Identifier Generic NewLine LineContinuation Comment
		EndOfInput StringLiteral StringExpandable HereStringLiteral HereStringExpandable LParen RParen LCurly RCurly LBracket RBracket
		AtParen AtCurly DollarParen Semi AndAnd OrOr Ampersand Pipe Comma MinusMinus PlusPlus DotDot ColonColon Dot Exclaim Multiply
		Divide Rem Plus Minus Equals PlusEquals MinusEquals MultiplyEquals DivideEquals RemainderEquals Redirection RedirectInStd
		Format Not Bnot And Or Xor Band Bor Bxor Join Ieq Ine Ige Igt Ilt Ile Ilike Inotlike Imatch Inotmatch Ireplace Icontains
		Inotcontains Iin Inotin Isplit Ceq Cne Cge Cgt Clt Cle Clike Cnotlike Cmatch Cnotmatch Creplace Ccontains Cnotcontains Cin
		Cnotin Csplit Is IsNot As PostfixPlusPlus PostfixMinusMinus Shl Shr Colon QuestionMark QuestionQuestionEquals
		QuestionQuestion QuestionDot QuestionLBracket`)
	keywords := enumType("", firstKeyword, `Begin Break Catch Class Continue Data Define Do Dynamicparam Else ElseIf End Exit Filter Finally For
		Foreach From Function If In Param Process Return Switch Throw Trap Try Until Using Var While Workflow Parallel Sequence
		InlineScript Configuration DynamicKeyword Public Private Static Interface Enum Namespace Module Type Assembly Command Hidden
		Base Default Clean`)
	t.Enum.Names = append(t.Enum.Names, keywords.Enum.Names...)
	t.Enum.Values = append(t.Enum.Values, keywords.Enum.Values...)
	return t
}

// firstKeyword is the number of the first keyword among the kinds of token.
const firstKeyword = 119

// member returns the value of an enum by name, in any case.
func member(t *value.Type, name string) value.Value {
	for i, known := range t.Enum.Names {
		if strings.EqualFold(known, name) {
			return value.Enum(t, t.Enum.Values[i])
		}
	}
	return value.Enum(t, 0)
}

// nameOf returns the name of a value of an enum.
func nameOf(t *value.Type, v value.Value) string {
	for i, known := range t.Enum.Values {
		if known == v.Int64() {
			return t.Enum.Names[i]
		}
	}
	return ""
}

// symbolKinds are the kinds of the tokens that are not words.
var symbolKinds = map[string]string{"(": "LParen", ")": "RParen", "{": "LCurly", "}": "RCurly", "[": "LBracket", "]": "RBracket",
	"@(": "AtParen", "@{": "AtCurly", "$(": "DollarParen", ";": "Semi", "&&": "AndAnd", "||": "OrOr", "&": "Ampersand", "|": "Pipe",
	",": "Comma", "--": "MinusMinus", "++": "PlusPlus", "..": "DotDot", "::": "ColonColon", ".": "Dot", "!": "Exclaim",
	"*": "Multiply", "/": "Divide", "%": "Rem", "+": "Plus", "-": "Minus", "=": "Equals", "+=": "PlusEquals", "-=": "MinusEquals",
	"*=": "MultiplyEquals", "/=": "DivideEquals", "%=": "RemainderEquals", "-f": "Format", ":": "Colon", "?": "QuestionMark",
	"??=": "QuestionQuestionEquals", "??": "QuestionQuestion", "?.": "QuestionDot", "?[": "QuestionLBracket", "<": "RedirectInStd"}

// operatorKind is the kind of an operator as the tree holds it.
func operatorKind(op string) value.Value {
	if name, ok := symbolKinds[op]; ok {
		return member(typeTokenKind, name)
	}
	name := strings.TrimPrefix(op, "-")
	if v := member(typeTokenKind, name); v.Int64() != 0 {
		return v
	}
	return member(typeTokenKind, "I"+name)
}
