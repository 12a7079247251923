package runtime

import (
	"errors"

	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// Host is the program around the session: console, prompts, exit.
type Host interface {
	// Output renders an object that reached the end of the pipeline. The host
	// owns the formatter; Flush ends the current group of output (a table).
	Output(v value.Value) error
	Flush() error
	// Text writes text of Write-Host, with a trailing line break if newline.
	// Colours are ConsoleColor values, or -1.
	Text(text string, newline bool, foreground, background int) error
	Error(rec *errs.Record) error
	Warning(message string) error
	Verbose(message string) error
	Debug(message string) error
	// Information shows an information record that is to be seen (a message
	// of Write-Information; Write-Host goes through Text).
	Information(message string) error
	Progress(p Progress) error
	// ReadLine reads an answer after showing prompt. Masked input is not
	// echoed. ErrNonInteractive says that nobody can answer.
	ReadLine(prompt string, masked bool) (string, error)
	// Choice asks for one of the choices; see Choice.
	Choice(caption, message string, choices []Choice, defaultChoice int) (int, error)
	// Interactive reports whether prompts can be answered.
	Interactive() bool
	// Width is the console width in cells.
	Width() int
}

// NestedPrompter is a Host that can open a prompt while a command waits.
type NestedPrompter interface {
	// NestedPrompt reads and runs commands until exit.
	NestedPrompt() error
}

// Pager is a Host on a terminal, which can stop after each page.
type Pager interface {
	// Height is the number of lines of the terminal, 0 where there is none.
	Height() int
	// ReadKey waits for a key without showing it; behind a prompt it goes to
	// the next line. ErrNonInteractive says that there are no keys.
	ReadKey(prompt string) (rune, error)
}

// ColourHost is a Host that may show colours.
type ColourHost interface {
	// Coloured reports whether escape sequences are shown.
	Coloured() bool
}

// ErrorWriter is a Host that writes text of its own where errors go.
type ErrorWriter interface {
	ErrorText(text string) error
}

// ErrEndOfInput says that standard input ended before an answer.
var ErrEndOfInput = errors.New("end of input")

// ErrNonInteractive says that a prompt cannot be answered.
var ErrNonInteractive = errors.New("PowerShell is in NonInteractive mode. Read and Prompt functionality is not available.")

// Choice is one answer of a choice prompt; "&Yes" marks the hot key.
type Choice struct {
	Label, Help string
}

// choose asks the host for one of the choices. Where the input ends, the
// console host reads the answer that is not there.
func choose(h Host, caption, message string, choices []Choice, defaultChoice int) (int, error) {
	n, err := h.Choice(caption, message, choices, defaultChoice)
	if errors.Is(err, ErrEndOfInput) {
		return 0, value.NewException("System.NullReferenceException", "Object reference not set to an instance of an object.")
	}
	return n, err
}

// Progress is one Write-Progress record.
type Progress struct {
	Activity, Status, CurrentOperation string
	ID, ParentID, Percent, Seconds     int
	Completed                          bool
}
