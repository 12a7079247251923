package runtime

import (
	"exolab/parser"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// Declarations that the files of this package are still to fill in.

// CommandTable finds commands.
type CommandTable struct{}

type commandState struct{}

func (s *Session) startCommands(directory string) error { return nil }

// WorkingDirectory is the absolute path of the current location.
func (s *Session) WorkingDirectory() string { return "/" }

func (s *Session) cancelled() error { return s.Ctx.Err() }

func isPipelineFlow(err error) bool { return false }

func (s *Session) reportError(f *Frame, rec *errs.Record) error { return s.Host.Error(rec) }

func (f *Frame) runPipeline(stages []stage, out Sink) error { return nil }

// Metadata returns the parameters of the block.
func (b *ScriptBlock) Metadata(s *Session) *Metadata { return &Metadata{} }

func toSwitch(v value.Value) (value.Value, error) { return value.Switch(value.Truth(v)), nil }

func (f *Frame) attributes(list []*parser.Attribute) ([]ParamAttribute, error) { return nil, nil }

func isTransformation(a ParamAttribute) bool { return false }

// PSType returns the type of invocations.
func (c *Context) PSType() *value.Type { return value.TypeObject }

// PSType returns the type of commands.
func (c *Command) PSType() *value.Type { return value.TypeObject }

func parseErrorRecord(e *parser.ParseErrors) *errs.Record {
	return errs.New("System.Management.Automation.ParseException", e.Errors[0].Message, e.Errors[0].ID, value.ParserError, value.Null)
}
