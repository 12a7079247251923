package runtime

import (
	"exolab/parser"
	"exolab/runtime/value"
)

// exprFunc is a compiled expression.
type exprFunc func(f *Frame) (value.Value, error)

// stmtFunc is a compiled statement; its output goes to f.out.
type stmtFunc func(f *Frame) error

// Frame is one activation of a compiled script block.
type Frame struct {
	session *Session
	scope   *Scope
	block   *ScriptBlock
	// out receives what statements write to the success stream.
	out Sink
	// source is where spans of this frame point to.
	source *parser.Source

	frameState
}

// Service returns what a package attached to the session, or nil.
func (f *Frame) Service(key any) any { return f.session.Services[key] }

// Session returns the session the frame runs in.
func (f *Frame) Session() *Session { return f.session }

// stage is one element of a compiled pipeline: a command with its arguments,
// or (only as the first element) an expression.
type stage struct {
	span parser.Span
	// expression is set for an expression stage.
	expression exprFunc
	invocation parser.InvocationOperator
	// name is the constant command name; nameOf yields it (a string, a
	// ScriptBlock or a CommandInfo) where it is computed.
	name         string
	nameOf       exprFunc
	nameSpan     parser.Span
	arguments    []argument
	redirections []redirection
}

// argument is one argument of a command as written.
type argument struct {
	span parser.Span
	// param is the parameter's name without dash, "" for a plain argument.
	param     string
	paramSpan parser.Span
	// dash is the dash as written if it is not the plain one.
	dash string
	// colon is set for -Name:value, where value belongs to the parameter
	// whatever its type; then value is not nil.
	colon bool
	value exprFunc
	// splat is set for @name.
	splat bool
	// bare is set for an unquoted word: its text as written, for commands
	// that need it (and for "-5", "--" and the like).
	bare string
}

// redirection is a compiled redirection of a stage.
type redirection struct {
	from   parser.Stream
	merge  bool
	to     parser.Stream
	append bool
	target exprFunc
	span   parser.Span
}
