package parser

// QuoteKind tells how a string was written.
type QuoteKind int

// The ways to write a string.
const (
	BareWord QuoteKind = iota
	SingleQuoted
	DoubleQuoted
	SingleQuotedHere
	DoubleQuotedHere
)

// StringConstant is a string without anything to expand.
type StringConstant struct {
	Span
	Value string
	Quote QuoteKind
}

// ExpandableString is a double-quoted string with variables or
// subexpressions.
type ExpandableString struct {
	Span
	// Value is the text with escapes resolved and variables as written.
	Value string
	Quote QuoteKind
	// Parts are the pieces in order: *StringConstant for literal text (not
	// counted as nodes), *VariableExpression and *SubExpression.
	Parts []Expression
}

// NumberKind is the .NET type of a number literal.
type NumberKind int

// The kinds of number literal.
const (
	NumberInt32 NumberKind = iota
	NumberInt64
	NumberDouble
	NumberDecimal
	NumberBigInteger
	NumberSByte
	NumberByte
	NumberInt16
	NumberUInt16
	NumberUInt32
	NumberUInt64
)

// NumberConstant is a number literal (ConstantExpression in PowerShell).
type NumberConstant struct {
	Span
	Kind NumberKind
	// Int holds the bits of the integer kinds up to 64 bits.
	Int int64
	// Float holds the value of a double.
	Float float64
	// Text holds a decimal or big integer in plain decimal notation, its
	// suffix and multiplier already applied.
	Text string
}

// VariableExpression is `$name`, `${name}`, `$scope:name` or `@name`.
type VariableExpression struct {
	Span
	// Name is the path as written without sigil and braces, scope included.
	Name     string
	Splatted bool
}

// MemberExpression is `target.member` or `target::member`.
type MemberExpression struct {
	Span
	Target          Expression
	Member          Expression
	Static          bool
	NullConditional bool
}

// InvokeMemberExpression is `target.member(args)`.
type InvokeMemberExpression struct {
	Span
	Target          Expression
	Member          Expression
	Arguments       []Expression
	GenericArgs     []*TypeName
	Static          bool
	NullConditional bool
	// BaseConstructor marks `: base(...)` before a constructor's body.
	BaseConstructor bool
}

// IndexExpression is `target[index]`.
type IndexExpression struct {
	Span
	Target, Index   Expression
	NullConditional bool
}

// BinaryExpression is `left op right`. Operator is lower case with its dash
// ("-eq", "-ceq", "-isplit") or a symbol ("+", "..", "??"). `-ieq` is kept as
// "-ieq"; the plain form is "-eq".
type BinaryExpression struct {
	Span
	Left         Expression
	Operator     string
	OperatorSpan Span
	Right        Expression
}

// UnaryExpression is `-x`, `!x`, `-not x`, `-bnot x`, `-split x`, `-join x`,
// `++x`, `x++` and so on. `,x` is an ArrayLiteral. Postfix is set for `x++` and `x--`.
type UnaryExpression struct {
	Span
	Operator string
	Operand  Expression
	Postfix  bool
}

// TernaryExpression is `condition ? a : b`.
type TernaryExpression struct {
	Span
	Condition, IfTrue, IfFalse Expression
}

// ConvertExpression is `[type]operand`.
type ConvertExpression struct {
	Span
	Type    *TypeConstraint
	Operand Expression
}

// AttributedExpression is `[attribute()]operand`, as on a variable.
type AttributedExpression struct {
	Span
	Attribute *Attribute
	Operand   Expression
}

// TypeExpression is `[type]` as a value.
type TypeExpression struct {
	Span
	Type *TypeName
}

// ArrayLiteral is `a, b, c`.
type ArrayLiteral struct {
	Span
	Elements []Expression
}

// ArrayExpression is `@( ... )`.
type ArrayExpression struct {
	Span
	Body *StatementBlock
}

// SubExpression is `$( ... )`.
type SubExpression struct {
	Span
	Body *StatementBlock
}

// ParenExpression is `( pipeline )`. Pipeline may be an assignment.
type ParenExpression struct {
	Span
	Pipeline Statement
}

// Hashtable is `@{ key = value; ... }`.
type Hashtable struct {
	Span
	Entries []HashtableEntry
}

// HashtableEntry is one `key = value`.
type HashtableEntry struct {
	Key   Expression
	Value Statement
}

// ScriptBlockExpression is `{ ... }` as a value.
type ScriptBlockExpression struct {
	Span
	Block *ScriptBlock
}

// UsingExpression is `$using:x`.
type UsingExpression struct {
	Span
	Operand Expression
}

// ErrorExpression stands where an expression could not be parsed.
type ErrorExpression struct {
	Span
	Nested []Node
}

func (*StringConstant) expression()         {}
func (*ExpandableString) expression()       {}
func (*NumberConstant) expression()         {}
func (*VariableExpression) expression()     {}
func (*MemberExpression) expression()       {}
func (*InvokeMemberExpression) expression() {}
func (*IndexExpression) expression()        {}
func (*BinaryExpression) expression()       {}
func (*UnaryExpression) expression()        {}
func (*TernaryExpression) expression()      {}
func (*ConvertExpression) expression()      {}
func (*AttributedExpression) expression()   {}
func (*TypeExpression) expression()         {}
func (*ArrayLiteral) expression()           {}
func (*ArrayExpression) expression()        {}
func (*SubExpression) expression()          {}
func (*ParenExpression) expression()        {}
func (*Hashtable) expression()              {}
func (*ScriptBlockExpression) expression()  {}
func (*UsingExpression) expression()        {}
func (*ErrorExpression) expression()        {}

func (*StringConstant) commandElement()         {}
func (*ExpandableString) commandElement()       {}
func (*NumberConstant) commandElement()         {}
func (*VariableExpression) commandElement()     {}
func (*MemberExpression) commandElement()       {}
func (*InvokeMemberExpression) commandElement() {}
func (*IndexExpression) commandElement()        {}
func (*BinaryExpression) commandElement()       {}
func (*UnaryExpression) commandElement()        {}
func (*TernaryExpression) commandElement()      {}
func (*ConvertExpression) commandElement()      {}
func (*AttributedExpression) commandElement()   {}
func (*TypeExpression) commandElement()         {}
func (*ArrayLiteral) commandElement()           {}
func (*ArrayExpression) commandElement()        {}
func (*SubExpression) commandElement()          {}
func (*ParenExpression) commandElement()        {}
func (*Hashtable) commandElement()              {}
func (*ScriptBlockExpression) commandElement()  {}
func (*UsingExpression) commandElement()        {}
func (*ErrorExpression) commandElement()        {}
