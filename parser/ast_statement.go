package parser

// StatementBlock is a braced list of statements.
type StatementBlock struct {
	Span
	Statements []Statement
	Traps      []*TrapStatement
}

// Pipeline is one or more elements joined by `|`. A lone expression statement
// is a Pipeline with one CommandExpression.
type Pipeline struct {
	Span
	Elements   []PipelineElement
	Background bool
}

// PipelineChain is `left && right` or `left || right`. Left is a
// *PipelineChain or a *Pipeline.
type PipelineChain struct {
	Span
	Left       Statement
	Right      *Pipeline
	Or         bool
	Background bool
}

// Command is a command invocation: name and arguments.
type Command struct {
	Span
	Invocation InvocationOperator
	// Elements[0] is the command name or the expression that yields it.
	Elements     []CommandElement
	Redirections []Redirection
}

// InvocationOperator tells `name`, `& name` and `. name` apart.
type InvocationOperator int

// The invocation operators.
const (
	InvokeNone InvocationOperator = iota
	InvokeCall
	InvokeDot
)

// CommandExpression is an expression as a pipeline element.
type CommandExpression struct {
	Span
	Expression   Expression
	Redirections []Redirection
}

// CommandParameter is `-Name` or `-Name:argument` in a command.
type CommandParameter struct {
	Span
	// Name has no dash and no colon.
	Name string
	// NameSpan is the range of `-Name` (with the colon, if any).
	NameSpan Span
	Argument Expression
}

// FileRedirection is `> file`, `2>> file`, ...
type FileRedirection struct {
	Span
	From   Stream
	Append bool
	Target Expression
}

// MergingRedirection is `2>&1`, `*>&1`, ...
type MergingRedirection struct {
	Span
	From, To Stream
}

// AssignmentStatement is `left op right`. Operator is "=", "+=", "-=", "*=",
// "/=", "%=" or "??=".
type AssignmentStatement struct {
	Span
	Left         Expression
	Operator     string
	OperatorSpan Span
	Right        Statement
}

// IfStatement is if/elseif/else.
type IfStatement struct {
	Span
	Clauses []IfClause
	Else    *StatementBlock
}

// IfClause is one condition and its block.
type IfClause struct {
	Condition Statement
	Body      *StatementBlock
}

// SwitchFlags are the options of a switch statement.
type SwitchFlags struct {
	Regex, Wildcard, Exact, CaseSensitive, File, Parallel bool
}

// SwitchStatement is `switch -flags (condition) { ... }`.
type SwitchStatement struct {
	Span
	Label string
	Flags SwitchFlags
	// Condition is the value to test, or the path with -File.
	Condition Statement
	Clauses   []SwitchClause
	Default   *StatementBlock
}

// SwitchClause is a pattern (any expression or script block) and its block.
type SwitchClause struct {
	Pattern Expression
	Body    *StatementBlock
}

// ForStatement is `for (init; condition; iterator) { }`; each part may be nil.
type ForStatement struct {
	Span
	Label                     string
	Init, Condition, Iterator Statement
	Body                      *StatementBlock
}

// ForEachStatement is `foreach ($v in condition) { }`.
type ForEachStatement struct {
	Span
	Label         string
	Variable      *VariableExpression
	Condition     Statement
	ThrottleLimit Expression
	Parallel      bool
	Body          *StatementBlock
}

// WhileStatement is `while (condition) { }`.
type WhileStatement struct {
	Span
	Label     string
	Condition Statement
	Body      *StatementBlock
}

// DoWhileStatement is `do { } while (condition)`.
type DoWhileStatement struct {
	Span
	Label     string
	Condition Statement
	Body      *StatementBlock
}

// DoUntilStatement is `do { } until (condition)`.
type DoUntilStatement struct {
	Span
	Label     string
	Condition Statement
	Body      *StatementBlock
}

// TryStatement is try/catch/finally.
type TryStatement struct {
	Span
	Body    *StatementBlock
	Catches []*CatchClause
	Finally *StatementBlock
}

// CatchClause catches the listed types, or everything when there are none.
type CatchClause struct {
	Span
	Types []*TypeConstraint
	Body  *StatementBlock
}

// TrapStatement is `trap [type] { }`.
type TrapStatement struct {
	Span
	Type *TypeConstraint
	Body *StatementBlock
}

// ThrowStatement is `throw [value]`.
type ThrowStatement struct {
	Span
	Value Statement
}

// ReturnStatement is `return [value]`.
type ReturnStatement struct {
	Span
	Value Statement
}

// ExitStatement is `exit [value]`.
type ExitStatement struct {
	Span
	Value Statement
}

// BreakStatement is `break [label]`; Label may be any expression.
type BreakStatement struct {
	Span
	Label Expression
}

// ContinueStatement is `continue [label]`.
type ContinueStatement struct {
	Span
	Label Expression
}

// DataStatement is `data [name] [-SupportedCommand ...] { }`.
type DataStatement struct {
	Span
	Variable string
	Commands []Expression
	Body     *StatementBlock
}

// BlockStatement is `parallel { }` or `sequence { }` of a workflow.
type BlockStatement struct {
	Span
	Kind string
	Body *StatementBlock
}

// ErrorStatement stands where the source could not be parsed. Nested is what
// could be read of it.
type ErrorStatement struct {
	Span
	Nested []Node
	// Keyword is the token that began a broken switch statement or joined a
	// broken pipeline chain, or "".
	Keyword string
	// Flags are the parameters that a broken switch statement had.
	Flags []ErrorFlag
	// Conditions and Bodies are what a broken switch statement had in
	// parentheses and in braces.
	Conditions, Bodies []Node
}

// ErrorFlag is a parameter of a broken statement with its argument, if any.
type ErrorFlag struct {
	Name     string
	At       Span
	Argument Node
}

func (*Pipeline) statement()            {}
func (*PipelineChain) statement()       {}
func (*CommandExpression) statement()   {}
func (*Command) statement()             {}
func (*AssignmentStatement) statement() {}
func (*IfStatement) statement()         {}
func (*SwitchStatement) statement()     {}
func (*ForStatement) statement()        {}
func (*ForEachStatement) statement()    {}
func (*WhileStatement) statement()      {}
func (*DoWhileStatement) statement()    {}
func (*DoUntilStatement) statement()    {}
func (*TryStatement) statement()        {}
func (*TrapStatement) statement()       {}
func (*ThrowStatement) statement()      {}
func (*ReturnStatement) statement()     {}
func (*ExitStatement) statement()       {}
func (*BreakStatement) statement()      {}
func (*ContinueStatement) statement()   {}
func (*DataStatement) statement()       {}
func (*BlockStatement) statement()      {}
func (*ErrorStatement) statement()      {}
func (*FunctionDefinition) statement()  {}
func (*TypeDefinition) statement()      {}
func (*UsingStatement) statement()      {}

func (*Command) pipelineElement()           {}
func (*CommandExpression) pipelineElement() {}

func (*FileRedirection) redirection()    {}
func (*MergingRedirection) redirection() {}

func (*CommandParameter) commandElement() {}
