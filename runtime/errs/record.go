// Package errs holds PowerShell's error records and how a console shows them.
package errs

import (
	"exolab/parser"
	"exolab/runtime/value"
)

// TypeRecord is System.Management.Automation.ErrorRecord.
var TypeRecord = &value.Type{Name: "ErrorRecord", FullName: "System.Management.Automation.ErrorRecord",
	Kind: value.KindObject, Base: value.TypeObject}

// Record is an ErrorRecord: what happened, to what, and where.
type Record struct {
	value.Extended
	Exception *value.Exception
	// ID is the FullyQualifiedErrorId: "id,Command" once a command reported it.
	ID       string
	Category value.Category
	// Activity, Reason, TargetName and TargetType are CategoryInfo's parts;
	// empty ones are derived when asked for.
	Activity, Reason, TargetName, TargetType string
	Target                                   value.Value
	// Details replaces the exception's message when not empty (ErrorDetails).
	Details, RecommendedAction string
	Invocation                 *Invocation
	// StackTrace is ScriptStackTrace, innermost line first.
	StackTrace string
	// NoPosition marks an error shown without a source line (Write-Error at
	// the prompt, -Command and the like decide that when rendering).
	NoPosition bool
	// Thrown is set for errors raised by the throw statement.
	Thrown bool
}

// Invocation is where and by which command an error arose (InvocationInfo).
type Invocation struct {
	// Command is the command's name as resolved; Line the name as typed.
	Command, InvocationName string
	Source                  *parser.Source
	Span                    parser.Span
	// Bindings tells what the command was given; nil where nothing could be.
	Bindings         Bindings
	PipelinePosition int
	PipelineLength   int
	// HistoryID is the number that the history gives to the line which is being
	// executed; 0 where the invocation is none of a session.
	HistoryID int64
	// Script is set for script files and script blocks, whose names do not
	// head an error.
	Script bool
	// MyCommand is the CommandInfo of the command.
	MyCommand value.Object
	// Display is the extent that messages are to show instead of Span, if any.
	Display value.Object
}

// Bindings is what a command was given: the properties BoundParameters and
// UnboundArguments of its invocation. It is asked when they are read, so that a
// call does not pay for them.
type Bindings interface {
	BoundParameters() *value.Dict
	Remaining() []value.Value
}

// Cause is the invocation as an error tells it: the command and where it was
// called, but neither its arguments nor its place in the pipeline.
func (i *Invocation) Cause() *Invocation {
	if i.PipelineLength == 0 {
		return i
	}
	return &Invocation{Command: i.Command, InvocationName: i.InvocationName, Source: i.Source, Span: i.Span, HistoryID: i.HistoryID,
		Script: i.Script, MyCommand: i.MyCommand, Display: i.Display}
}

// PSType returns the type of error records.
func (r *Record) PSType() *value.Type { return TypeRecord }

// String is the record's text in string expansion: its message.
func (r *Record) String() string { return r.Message() }

// Message is what the console shows: the details' message or the exception's.
func (r *Record) Message() string {
	if r.Details != "" {
		return r.Details
	}
	return r.Exception.Message
}

// Error is a terminating error on its way up: the Go form of a
// RuntimeException. Every Go error that leaves a command is one, or one of
// the control-flow errors of package runtime.
type Error struct {
	Record *Record
	// Thrown marks errors raised by the throw statement.
	Thrown bool
	// Statement marks errors that end the statement but not the script
	// (RuntimeException from an expression), as against script-terminating.
	Statement bool
	// Stopped marks errors that an error action of Stop made terminating.
	Stopped bool
	// Decided marks errors that already ended a list of statements whose error
	// action was Stop: they end those around it, too, whatever theirs says.
	Decided bool
	// Leaving is the function that raised the error by ThrowTerminatingError:
	// the error ends it whatever its error action says, and then only its call.
	Leaving any
	// Left is set once the function that the error ended has noted it in its
	// error variable, until the error reaches the statement that called it.
	Left bool
}

// Error returns the message.
func (e *Error) Error() string { return e.Record.Message() }

// TypeInvocation is System.Management.Automation.InvocationInfo.
var TypeInvocation = &value.Type{Name: "InvocationInfo", FullName: "System.Management.Automation.InvocationInfo",
	Kind: value.KindObject, Base: value.TypeObject}

// PSType returns the type of InvocationInfo.
func (i *Invocation) PSType() *value.Type { return TypeInvocation }
