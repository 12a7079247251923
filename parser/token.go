package parser

// TokenKind classifies a token of the source text.
type TokenKind uint8

// The kinds of token.
const (
	KindEOF TokenKind = iota
	KindNewLine
	KindSemi
	KindComma
	KindLParen
	KindRParen
	KindLCurly
	KindRCurly
	KindLBracket
	KindRBracket
	KindAtParen
	KindAtCurly
	KindDollarParen
	KindPipe
	KindAndAnd
	KindOrOr
	KindAmpersand
	KindDot
	KindColonColon
	KindColon
	KindQuestion
	KindQuestionDot
	KindQuestionBracket
	KindAssign
	KindOperator
	KindNot
	KindPlusPlus
	KindMinusMinus
	KindParameter
	KindVariable
	KindSplat
	KindNumber
	KindString
	KindExpandable
	KindWord
	KindCommand
	// KindArgument is a keyword that stands as the argument of a command.
	KindArgument
	KindMember
	KindType
	KindKeyword
	KindLabel
	KindRedirect
	KindMerge
	KindRedirectIn
	KindVerbatim
	KindComment
	KindInvalid
)

// Token is one lexical element of a text, for colouring and completion.
type Token struct {
	Span
	Kind TokenKind
	// Text is the token as written.
	Text string
}

// mode is how the scanner reads the next token: as a word of a command or as
// part of an expression.
type mode uint8

const (
	commandMode mode = iota
	expressionMode
)

// token is a scanned token with the value that the parser needs.
type token struct {
	Span
	kind TokenKind
	// pos and stop are offsets in the scanner's own text, which differs from
	// the source inside a subexpression of a string with doubled quotes.
	pos, stop int
	text      string
	// value is the decoded string, the name of a variable or parameter, the
	// lower-case keyword or the normalised operator.
	value  string
	quote  QuoteKind
	parts  []stringPart
	number *NumberConstant
	// colon is set for a parameter written with a colon.
	colon bool
	// append, from and to describe a redirection.
	append   bool
	from, to Stream
	mode     mode
	signed   bool
}

// stringPart is a piece of an expandable string: literal text, a variable or
// a subexpression.
type stringPart struct {
	Span
	literal  string
	variable string
	// sub is set for a subexpression.
	sub *subText
	// isVariable tells a variable from literal text.
	isVariable bool
}

// subText is the source of `$( ... )` inside a string.
type subText struct {
	// text is what stands between the parentheses, at start to end.
	text       string
	start, end int
	// skips are the places in text where source bytes were left out, because
	// a quote was doubled or escaped.
	skips []skip
}

// skip says that source bytes were dropped before offset at of a rewritten
// text.
type skip struct{ at, size int }

var keywords = map[string]bool{
	"begin": true, "break": true, "catch": true, "class": true, "clean": true,
	"configuration": true, "continue": true, "data": true, "define": true, "do": true,
	"dynamicparam": true, "else": true, "elseif": true, "end": true, "enum": true,
	"exit": true, "filter": true, "finally": true, "for": true, "foreach": true,
	"from": true, "function": true, "hidden": true, "if": true, "in": true,
	"inlinescript": true, "parallel": true, "param": true, "process": true,
	"return": true, "sequence": true, "static": true, "switch": true, "throw": true,
	"trap": true, "try": true, "until": true, "using": true, "var": true,
	"while": true, "workflow": true,
}

// dashOperators maps the binary and unary word operators to their binary
// precedence; 0 marks an operator that is unary only.
var dashOperators = map[string]int{
	"and": precLogical, "or": precLogical, "xor": precLogical,
	"band": precBitwise, "bor": precBitwise, "bxor": precBitwise,
	"not": 0, "bnot": 0,
	"f": precFormat, "is": precComparison, "isnot": precComparison, "as": precComparison,
	"shl": precComparison, "shr": precComparison, "join": precComparison,
}

// The binary precedences, loosest first.
const (
	precLogical = iota + 1
	precBitwise
	precComparison
	precCoalesce
	precAdd
	precMultiply
	precFormat
	precRange
)

// comparisonNames lists the operators that have case variants.
var comparisonNames = []string{
	"eq", "ne", "gt", "ge", "lt", "le", "like", "notlike", "match", "notmatch",
	"replace", "contains", "notcontains", "in", "notin", "split",
}
