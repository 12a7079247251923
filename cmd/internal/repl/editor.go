package repl

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/chzyer/readline"
	"golang.org/x/term"

	"exolab/cmd/internal/console"
	"exolab/cmd/internal/shell"
	"exolab/runtime"
	"exolab/runtime/completion"
)

// editor is the line editor on a terminal, with completion and history.
// Everything of readline stands in this file.
//
// Readline edits a single line, so the line breaks of a pasted or recalled
// entry stand in it as lineBreak.
type editor struct {
	instance *readline.Instance
	paste    *pasteReader
	history  *history
	console  *console.Console
	guard    *terminalGuard
	out      io.Writer
}

// lineBreak stands for a line break inside the line that is edited.
const lineBreak = '⏎'

const (
	pasteOn  = "\x1b[?2004h"
	pasteOff = "\x1b[?2004l"
)

func newEditor(sh *shell.Shell, terminal *os.File, data string) (*editor, error) {
	state, err := term.GetState(int(terminal.Fd()))
	if err != nil {
		return nil, err
	}
	paste := &pasteReader{from: terminal}
	config := &readline.Config{
		InterruptPrompt: "^C", EOFPrompt: "", HistorySearchFold: true, DisableAutoSaveHistory: true,
		Stdin: readline.NewCancelableStdin(paste), AutoComplete: noCompletion{},
	}
	entries := openHistory(data)
	completions := &completionKeys{session: sh.Session}
	config.Listener = listeners{pasteKeys{paste}, completions, &historyKeys{history: entries}, &lastArgumentKeys{history: entries}}
	config.Painter = painter{coloured: sh.Console.Coloured()}
	instance, err := readline.NewEx(config)
	if err != nil {
		return nil, err
	}
	e := &editor{instance: instance, paste: paste, history: entries, console: sh.Console, out: os.Stdout,
		guard: newTerminalGuard(func() { _ = term.Restore(int(terminal.Fd()), state) })}
	completions.list = func(matches []completion.Match) {
		_, _ = io.WriteString(instance, matchList(matches, sh.Console.Width()))
	}
	for _, entry := range e.history.entries {
		e.recall(entry)
	}
	return e, nil
}

// recall makes an entry available to the arrow keys and Ctrl-R.
func (e *editor) recall(entry string) {
	_ = e.instance.SaveHistory(oneLine(entry))
}

// remember keeps an entry for this session and the next ones.
func (e *editor) remember(entry string) {
	e.recall(entry)
	e.history.add(entry)
}

// Close gives the terminal back.
func (e *editor) Close() {
	_ = e.instance.Close()
	e.guard.close()
}

// manyLines is from how many pasted line breaks on the editor asks before an
// entry runs.
const manyLines = 10

// readLine reads a line of a command; a long pasted script is run only if that
// is confirmed.
func (e *editor) readLine(prompt string) (string, error) {
	e.paste.takePasted()
	text, err := e.edit(prompt)
	if lines := e.paste.takePasted() + 1; err == nil && lines > manyLines {
		if !e.confirmed(lines) {
			return "", errInterrupt
		}
	}
	return text, err
}

// confirmed asks whether a pasted script is to be run.
func (e *editor) confirmed(lines int) bool {
	answer, err := e.edit(fmt.Sprintf("Run the %d lines that were pasted? [Y] Yes  [N] No (default is \"Y\"): ", lines))
	answer = strings.ToLower(strings.TrimSpace(answer))
	return err == nil && (answer == "" || answer == "y" || answer == "yes")
}

// edit reads a line with all keys of the editor.
func (e *editor) edit(prompt string) (string, error) {
	// Readline draws the prompt anew with each key: lines above its last one are
	// written once.
	head := strings.LastIndexByte(prompt, '\n') + 1
	fmt.Fprint(e.out, strings.ReplaceAll(prompt[:head], "\n", "\r\n")+pasteOn)
	defer fmt.Fprint(e.out, pasteOff)
	e.instance.SetPrompt(prompt[head:])
	text, err := e.instance.Readline()
	switch {
	case errors.Is(err, readline.ErrInterrupt):
		return "", errInterrupt
	case err != nil:
		return "", io.EOF
	}
	return strings.ReplaceAll(text, string(lineBreak), "\n"), nil
}

// answer reads the answer to a question of a script; it goes into no history.
func (e *editor) answer(prompt string, masked bool) (string, error) {
	text, err := e.read(prompt, masked)
	if errors.Is(err, errInterrupt) || errors.Is(err, readline.ErrInterrupt) {
		err = runtime.ErrStopped
	}
	return text, err
}

func (e *editor) read(prompt string, masked bool) (string, error) {
	if !masked {
		return e.edit(prompt)
	}
	e.paste.setPlain(true)
	defer e.paste.setPlain(false)
	config := e.instance.GenPasswordConfig()
	config.Prompt, config.EnableMask, config.MaskRune = prompt, true, '*'
	text, err := e.instance.ReadPasswordWithConfig(config)
	return string(text), err
}

// key waits for a key that is not shown: it makes any key end the line.
func (e *editor) key(prompt string) (rune, error) {
	e.paste.setSingle(true)
	defer e.paste.setSingle(false)
	config := e.instance.GenPasswordConfig()
	config.Prompt, config.EnableMask, config.MaskRune = prompt, true, 0
	text, err := e.instance.ReadPasswordWithConfig(config)
	if err != nil {
		return 0, runtime.ErrStopped
	}
	if key, size := utf8.DecodeRune(text); size > 0 {
		return key, nil
	}
	return keyEnter, nil
}

// listeners hand each key on to the first of them that handles it; all are
// told of it.
type listeners []readline.Listener

// OnChange is called after each key with the line and the cursor.
func (l listeners) OnChange(line []rune, cursor int, key rune) (newLine []rune, newCursor int, ok bool) {
	for _, one := range l {
		if changed, at, handled := one.OnChange(line, cursor, key); handled && !ok {
			newLine, newCursor, ok = changed, at, true
		}
	}
	return newLine, newCursor, ok
}

// noCompletion keeps readline from completing by itself: completionKeys does.
type noCompletion struct{}

// Do finds nothing.
func (noCompletion) Do([]rune, int) ([][]rune, int) { return nil, 0 }
