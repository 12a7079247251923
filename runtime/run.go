package runtime

import (
	"os"
	"path/filepath"
	"unicode/utf16"

	"exolab/parser"
	"exolab/runtime/errs"
	"exolab/runtime/sandbox"
	"exolab/runtime/value"
)

// RunFile runs a script file as `pwsh -File path args` does and returns the
// exit code.
func (s *Session) RunFile(path string, args Arguments) int {
	block, err := s.LoadScript(path)
	if err != nil {
		s.showError(err)
		return 1
	}
	if err := s.importRequired(block, filepath.Base(path)); err != nil {
		s.showError(err)
		return 1
	}
	block.isMain = true
	st := stage{invocation: parser.InvokeDot, name: path, nameOf: constant(value.Obj(&Command{Name: filepath.Base(path), Kind: ScriptFileCommand,
		Path: block.File(), Block: block, Metadata: func() *Metadata { return block.Metadata(s) }}))}
	st.arguments = args
	f := s.topFrame(parser.NewSource("", ""))
	return s.exitCodeOf(f.runPipeline([]stage{st}, s.hostSink()), fileMode)
}

// RunText runs text as `pwsh -Command text` does, in the global scope, and
// returns the exit code: 0 if the last statement succeeded, 1 if not, or what
// exit said.
func (s *Session) RunText(text string) int {
	return s.exitCodeOf(s.Execute("", text, s.hostSink()), commandMode)
}

// Execute runs text in the global scope with its output going to out. The
// error is an *errs.Error, an *ExitError, or one of the parser's.
func (s *Session) Execute(name, text string, out Sink) error {
	ast, err := s.parseChecked(name, text)
	if err != nil {
		return err
	}
	b := NewScriptBlock(ast)
	return s.runTop(b, out)
}

func (s *Session) runTop(b *ScriptBlock, out Sink) error {
	f := newFrame(s, b, s.Global, out)
	f.call = &callState{block: b, frame: f}
	saved, savedRunning := s.Global.call, s.running
	s.Global.call, s.running = f.call, f.call
	before, err := s.push(s.Global)
	if err == nil {
		err = guarded(f.runTopBlocks)
		s.pop(before)
	}
	s.Global.call, s.running = saved, savedRunning
	return err
}

func (f *Frame) runTopBlocks() error {
	if err := f.importUsings(); err != nil {
		return err
	}
	return f.runBlocks()
}

// topFrame is a frame in the global scope for what the program itself runs.
func (s *Session) topFrame(source *parser.Source) *Frame {
	b := NewScriptBlock(&parser.ScriptBlock{Source: source})
	return newFrame(s, b, s.Global, s.hostSink())
}

// hostSink sends output to the host; after Ctrl-C nothing more is shown, not
// even by a finally block.
func (s *Session) hostSink() Sink {
	return SinkFunc(func(v value.Value) error {
		if err := s.cancelled(); err != nil {
			return err
		}
		return s.Host.Output(v)
	})
}

type exitMode uint8

const (
	fileMode exitMode = iota
	commandMode
)

// exitCodeOf shows the error that ended a script and returns the exit code.
func (s *Session) exitCodeOf(err error, mode exitMode) int {
	code := 0
	switch e := err.(type) {
	case nil:
		if mode == commandMode && !s.ok {
			code = 1
		}
	case *ExitError:
		code = e.Code
	case *jump:
	default:
		if !isPipelineFlow(err) {
			s.showError(err)
		}
		s.ok = s.ok && !IsStopped(err)
		code = 1
	}
	_ = s.Host.Flush()
	return code
}

// showError shows an error that nothing caught.
func (s *Session) showError(err error) {
	var rec *errs.Record
	switch e := err.(type) {
	case *errs.Error:
		rec = e.Record
	case *parser.ParseErrors:
		rec = parseErrorRecord(e)
		// Text that the host itself cannot parse leaves the bare exception.
		s.addError(value.Obj(rec.Exception))
	default:
		rec = s.topFrame(parser.NewSource("", "")).asError(err).Record
	}
	if _, unreadable := err.(*parser.ParseErrors); !unreadable {
		s.rememberError(rec)
	}
	_ = s.Host.Flush()
	_ = s.Host.Error(rec)
}

// LoadScript reads and parses a script file.
func (s *Session) LoadScript(path string) (*ScriptBlock, error) {
	path = absolutePath(s.location, path)
	text, err := ReadScript(path)
	if err != nil {
		return nil, err
	}
	ast, err := s.parseChecked(path, text)
	if err != nil {
		return nil, err
	}
	if err := checkRequirements(path, ast.Requires); err != nil {
		return nil, err
	}
	b := NewScriptBlock(ast)
	b.isScript = true
	return b, nil
}

// ReadScript reads the text of a script file; the error is PowerShell's.
func ReadScript(path string) (string, error) {
	data, err := sandbox.ReadFile(path)
	if err != nil {
		return "", scriptUnreadable(path, err)
	}
	return decodeScript(data), nil
}

func scriptUnreadable(path string, err error) error {
	if os.IsPermission(err) {
		e := value.NewException("System.UnauthorizedAccessException", "Access to the path '"+path+"' is denied.")
		e.ErrorID, e.Category = "UnauthorizedAccessException", value.PermissionDenied
		return e
	}
	e := value.NewException("System.Management.Automation.CommandNotFoundException",
		"The term '"+path+"' is not recognized as a name of a cmdlet, function, script file, or executable program.\n"+
			"Check the spelling of the name, or if a path was included, verify that the path is correct and try again.")
	e.ErrorID, e.Category, e.Target = "CommandNotFoundException", value.ObjectNotFound, value.Str(path)
	return e
}

// decodeScript turns the bytes of a script file into text: UTF-8 or UTF-16,
// told by the byte order mark.
func decodeScript(data []byte) string {
	switch {
	case len(data) >= 3 && data[0] == 0xEF && data[1] == 0xBB && data[2] == 0xBF:
		return string(data[3:])
	case len(data) >= 2 && data[0] == 0xFF && data[1] == 0xFE:
		return decodeUTF16(data[2:], 0)
	case len(data) >= 2 && data[0] == 0xFE && data[1] == 0xFF:
		return decodeUTF16(data[2:], 1)
	}
	return string(data)
}

// decodeUTF16 decodes pairs of bytes; low is the place of the low byte.
func decodeUTF16(data []byte, low int) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = uint16(data[2*i+low]) | uint16(data[2*i+1-low])<<8
	}
	return string(utf16.Decode(units))
}
