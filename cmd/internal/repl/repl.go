// Package repl is the prompt: it reads commands from a terminal or from
// redirected input and runs them one after another.
package repl

import (
	"errors"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"exolab/cmd/internal/console"
	"exolab/cmd/internal/shell"
	"exolab/parser"
)

// Options says how the prompt begins.
type Options struct {
	In io.Reader
	// NoLogo leaves the banner out; Banner is its text.
	NoLogo bool
	Banner string
	// Data is the directory for the history; "" keeps none.
	Data string
	// Plain is the prompt of pwsh without PSReadLine: no history, no
	// completion, no colours.
	Plain bool
	// Before and After, if set, are told of each command that is entered, before
	// it runs and when it has run.
	Before, After func(text string)
}

const continuation = ">> "

// line reads one line of input after a prompt; io.EOF ends the input and
// errInterrupt (Ctrl-C) drops what was entered so far.
type line func(prompt string) (string, error)

var errInterrupt = errors.New("interrupted")

// lineEditor reads from a terminal.
type lineEditor interface {
	// readLine reads a line of a command.
	readLine(prompt string) (string, error)
	// answer reads the answer to a question of a script.
	answer(prompt string, masked bool) (string, error)
	// key shows a prompt and waits for a key that is not shown.
	key(prompt string) (rune, error)
	// remember keeps a whole entry for the history.
	remember(entry string)
	// Close gives the terminal back.
	Close()
}

func newLineEditor(sh *shell.Shell, terminal *os.File, o Options) lineEditor {
	if o.Plain {
		return newPlainEditor(sh.Console, terminal)
	}
	editor, err := newEditor(sh, terminal, o.Data)
	if err != nil {
		return nil
	}
	return editor
}

// Run reads and runs commands until exit or the end of input, and returns the
// exit code.
func Run(sh *shell.Shell, o Options) int {
	read, remember, hints := source{line: redirected(sh.Console)}, func(string) {}, false
	if file, ok := o.In.(*os.File); ok && term.IsTerminal(int(file.Fd())) {
		if editor := newLineEditor(sh, file, o); editor != nil {
			defer editor.Close()
			sh.Console.SetLineReader(editor.answer)
			sh.Console.SetKeyReader(editor.key)
			read, remember, hints = source{editor.readLine, !o.Plain}, editor.remember, true
		}
	}
	if !o.NoLogo && o.Banner != "" {
		_ = sh.Console.Text(o.Banner, true, -1, -1)
	}
	sh.Console.SetNestedPrompt(func() error {
		loop(sh, read, sh.Session.RunLine)
		return nil
	})
	return loop(sh, read, func(text string) (int, bool) {
		remember(text)
		h := hinter{sh: sh}
		h.before()
		if o.Before != nil {
			o.Before(text)
		}
		code, exited := runLine(sh, text)
		switch {
		case !hints || exited:
		case o.Plain:
			h.feedback()
		default:
			h.after()
		}
		if o.After != nil && !exited {
			o.After(text)
		}
		return code, exited
	})
}

// loop runs entries until exit or the end of input, where $? decides.
func loop(sh *shell.Shell, read source, run func(text string) (code int, exited bool)) int {
	for {
		text, err := promptedEntry(sh, read)
		switch {
		case errors.Is(err, errInterrupt):
			continue
		case err != nil:
			return exitCode(sh)
		case blank(text):
			continue
		}
		if code, exited := run(text); exited {
			return code
		}
	}
}

// exitCode is that of a session whose input has ended.
func exitCode(sh *shell.Shell) int {
	if sh.Session.OK() {
		return 0
	}
	return 1
}

func runLine(sh *shell.Shell, text string) (code int, exited bool) {
	sh.BeginLine()
	defer sh.EndLine()
	return sh.Session.RunLine(text)
}

func redirected(c *console.Console) line {
	return func(prompt string) (string, error) {
		text, err := c.ReadPrompt(prompt)
		if errors.Is(err, console.ErrEndOfInput) {
			return "", io.EOF
		}
		return text, err
	}
}

func promptedEntry(sh *shell.Shell, read source) (string, error) {
	if err := sh.Console.StartLine(); err != nil {
		return "", err
	}
	return entry(sh.Session.Prompt(), read)
}

// source is where lines come from. An eager one ends a command where it is
// complete, as PSReadLine does; otherwise a command that took several lines
// ends with a blank one, as in PowerShell without it.
type source struct {
	line  line
	eager bool
}

// entry reads one whole command. Where it has asked for more by `>> `, blank
// lines become part of it only if the source is eager.
func entry(prompt string, read source) (string, error) {
	text, err := read.line(prompt)
	if err != nil || !incomplete(text) {
		return text, err
	}
	for {
		more, err := read.line(continuation)
		switch {
		case err != nil:
			return "", err
		case read.eager:
			if text += "\n" + more; !incomplete(text) {
				return text, nil
			}
		case !blank(more):
			text += "\n" + more
		case !incomplete(text):
			return text, nil
		}
	}
}

func blank(text string) bool { return strings.TrimSpace(text) == "" }

func incomplete(text string) bool {
	_, err := parser.Parse("", text)
	return err != nil && parser.Incomplete(err)
}

// RunSilent is `pwsh -Command -`: commands from redirected input without
// prompt or echo. An unfinished command at the end of input is dropped.
func RunSilent(sh *shell.Shell) int {
	next := func(string) (string, error) { return sh.Console.NextLine() }
	for {
		text, err := entry("", source{line: next})
		switch {
		case err != nil:
			return exitCode(sh)
		case blank(text):
			continue
		}
		if code, exited := runLine(sh, text); exited {
			return code
		}
	}
}
