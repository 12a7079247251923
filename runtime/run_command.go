package runtime

import (
	"errors"

	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// RunCommand runs text as `pwsh -Command text` does. args are $args of
// -CommandWithArgs; input yields the lines of redirected standard input when
// the text asks for $input.
func (s *Session) RunCommand(text string, args []string, input func() []string) int {
	s.computed("input", func() value.Value { return value.Strings(input()...) })
	if args != nil {
		s.Global.SetPlain("args", stringList(args))
	}
	code := 0
	_ = s.remembered(text, func() error {
		code = s.RunText(text)
		return nil
	})
	return code
}

func stringList(list []string) value.Value {
	items := make([]value.Value, len(list))
	for i, s := range list {
		items[i] = value.Str(s)
	}
	return value.List(items...)
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
	switch {
	case errors.Is(err, ErrNonInteractive):
		return value.Void, c.Throw(errs.New("System.InvalidOperationException", err.Error(), "InvalidOperation", value.InvalidOperation, value.Null))
	case IsStopped(err):
		return value.Void, err
	case err != nil:
		return value.Void, nil
	}
	return value.Str(answer), nil
}
