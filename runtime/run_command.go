package runtime

import (
	"errors"

	"exolab/parser"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// Outcome is how the text of a command line ended.
type Outcome struct {
	// Code is the exit code of a program that has nothing else to do.
	Code int
	// Exited tells that exit was called, Failed that an error ended the text.
	Exited, Failed bool
}

// RunCommand runs text as `pwsh -Command text` does. args are what the command
// line has for it; input yields the lines of redirected standard input when
// the text asks for $input.
func (s *Session) RunCommand(text string, args Arguments, input func() []string) Outcome {
	s.computed("input", func() value.Value { return value.Strings(input()...) })
	s.SetMainInput(input)
	err := s.remembered(text, func() error {
		if len(args) == 0 {
			return s.Execute("", text, s.hostSink())
		}
		return s.executeWith(text, args)
	})
	_, exited := err.(*ExitError)
	return Outcome{Code: s.exitCodeOf(err, commandMode), Exited: exited, Failed: err != nil && !exited}
}

// executeWith runs text in the global scope, with arguments as a script has
// them.
func (s *Session) executeWith(text string, args Arguments) error {
	ast, err := s.parseChecked("", text)
	if err != nil {
		return err
	}
	block := NewScriptBlock(ast)
	block.isMain = true
	st := stage{invocation: parser.InvokeDot, nameOf: constant(value.Obj(block)), arguments: args}
	f := s.topFrame(parser.NewSource("", ""))
	err = f.runPipeline([]stage{st}, s.hostSink())
	s.ok = s.mainOK
	return err
}

// SetMainInput gives the script that RunFile starts its $input: the lines of
// redirected standard input, read when the script asks for them.
func (s *Session) SetMainInput(lines func() []string) { s.mainInput = lines }

// RunLine runs what was entered at a prompt: errors are shown and the session
// goes on. exited tells that exit was called, with its code.
func (s *Session) RunLine(text string) (code int, exited bool) {
	err := s.remembered(text, func() error { return s.Execute("", text, s.hostSink()) })
	if exit, ok := err.(*ExitError); ok {
		_ = s.Host.Flush()
		return exit.Code, true
	}
	return s.exitCodeOf(err, commandMode), false
}

// Prompt returns the text of the prompt: what the function prompt returns, or
// PowerShell's own.
//
// It leaves $? as it was; errors go into $Error and are not shown.
func (s *Session) Prompt() string {
	prompt := s.Global.Function("prompt")
	if prompt == nil {
		return "PS>"
	}
	ok, before := s.ok, s.streams
	s.streams = &streams{error: &Collector{}}
	defer func() { s.ok, s.streams = ok, before }()
	var out Collector
	if err := s.InvokeBlock(prompt.Block, Invocation{Scope: s.Global, NewScope: true, Out: &out}); err != nil {
		if !isPipelineFlow(err) {
			s.rememberError(RecordOf(err))
		}
		return "PS>"
	}
	text := ""
	if len(out.Items) > 0 {
		text = value.ToString(s.Env(), out.Items[0])
	}
	if text == "" {
		return "PS>"
	}
	return text
}

// RecordError puts an error into $Error without showing it, as happens to the
// errors of calculated properties.
func (s *Session) RecordError(err error) { s.rememberError(RecordOf(err)) }

// ReadLine asks the host for a line; Void says that there was none.
func (c *Context) ReadLine(prompt string, masked bool) (value.Value, error) {
	answer, err := c.session.Host.ReadLine(prompt, masked)
	return c.answered(value.Str(answer), err)
}

// answered is the answer to a question: Void where nobody answered, and an
// error of the command where nobody can.
func (c *Context) answered(answer value.Value, err error) (value.Value, error) {
	switch {
	case errors.Is(err, ErrNonInteractive):
		return value.Void, c.Throw(errs.New("System.InvalidOperationException", err.Error(), "InvalidOperation", value.InvalidOperation, value.Null))
	case IsStopped(err):
		return value.Void, err
	case err != nil:
		return value.Void, nil
	}
	return answer, nil
}
