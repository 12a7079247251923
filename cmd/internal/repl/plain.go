package repl

import (
	"bufio"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/mattn/go-runewidth"
	"golang.org/x/term"

	"exolab/cmd/internal/console"
	"exolab/runtime"
)

// The keys that the plain editor knows.
const (
	keyInterrupt = 0x03
	keyBackspace = 0x08
	keyEnter     = '\r'
	keyNewline   = '\n'
	keyEscape    = 0x1b
	keyDelete    = 0x7f
)

// plainEditor reads lines as pwsh does where PSReadLine is absent: typed text
// is shown, Backspace takes back, Ctrl-C drops the line, and every other
// control key does nothing.
type plainEditor struct {
	terminal *os.File
	keys     *bufio.Reader
	console  *console.Console
	guard    *terminalGuard
}

func newPlainEditor(c *console.Console, terminal *os.File) *plainEditor {
	return &plainEditor{terminal: terminal, keys: bufio.NewReader(terminal), console: c, guard: newTerminalGuard(quietTerminal(terminal))}
}

// Close gives the terminal back.
func (e *plainEditor) Close() { e.guard.close() }

// remember does nothing: there is no history to go back to.
func (e *plainEditor) remember(string) {}

func (e *plainEditor) readLine(prompt string) (string, error) { return e.read(prompt, false) }

func (e *plainEditor) answer(prompt string, masked bool) (string, error) {
	text, err := e.read(prompt, masked)
	if err == errInterrupt {
		err = runtime.ErrStopped
	}
	return text, err
}

func (e *plainEditor) read(prompt string, masked bool) (text string, err error) {
	err = e.prompted(prompt, func() (err error) {
		text, err = e.edit(masked)
		return err
	})
	return text, err
}

// prompted shows a prompt and reads with the keys as they come.
func (e *plainEditor) prompted(prompt string, read func() error) error {
	state, err := term.MakeRaw(int(e.terminal.Fd()))
	if err != nil {
		return io.EOF
	}
	defer func() { _ = term.Restore(int(e.terminal.Fd()), state) }()
	if err := e.show(strings.ReplaceAll(prompt, "\n", "\r\n")); err != nil {
		return io.EOF
	}
	return read()
}

// key waits for a key that is not shown.
func (e *plainEditor) key(prompt string) (key rune, err error) {
	err = e.prompted(prompt, func() (err error) {
		if key, _, err = e.keys.ReadRune(); err != nil {
			return io.EOF
		}
		e.console.SetInLine(false)
		if key == keyInterrupt {
			return runtime.ErrStopped
		}
		if prompt == "" {
			return nil
		}
		return e.show("\r\n")
	})
	return key, err
}

// edit handles keys until Enter or Ctrl-C.
func (e *plainEditor) edit(masked bool) (string, error) {
	var line []rune
	for {
		key, size, err := e.keys.ReadRune()
		if err != nil {
			return "", io.EOF
		}
		switch {
		case key == keyEnter || key == keyNewline:
			err = e.show("\r\n")
			e.console.SetInLine(false)
			return string(line), err
		case key == keyInterrupt:
			e.keys.Discard(e.keys.Buffered())
			e.console.SetInLine(len(line) > 0)
			return "", errInterrupt
		case key == keyBackspace || key == keyDelete:
			if len(line) > 0 {
				err = e.erase(line[len(line)-1], masked)
				line = line[:len(line)-1]
			}
		case key == keyEscape:
			e.skipSequence()
		case key < ' ' || key == utf8.RuneError && size == 1:
		default:
			line = append(line, key)
			err = e.show(shown(key, masked))
		}
		if err != nil {
			return "", io.EOF
		}
	}
}

func shown(key rune, masked bool) string {
	if masked {
		return "*"
	}
	return string(key)
}

func (e *plainEditor) erase(key rune, masked bool) error {
	return e.show(strings.Repeat("\b \b", runewidth.StringWidth(shown(key, masked))))
}

// skipSequence passes over the rest of what an arrow or function key sends.
func (e *plainEditor) skipSequence() {
	if e.keys.Buffered() == 0 {
		return
	}
	if first, _ := e.keys.ReadByte(); first != '[' && first != 'O' {
		return
	}
	for e.keys.Buffered() > 0 {
		if c, _ := e.keys.ReadByte(); c >= 0x40 && c <= 0x7e {
			return
		}
	}
}

func (e *plainEditor) show(text string) error {
	if _, err := io.WriteString(e.console, text); err != nil {
		return err
	}
	return e.console.Sync()
}
