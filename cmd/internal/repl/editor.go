package repl

import (
	"errors"
	"io"
	"os"
	"path/filepath"

	"github.com/chzyer/readline"

	"exolab/runtime"
)

// editor is the line editor on a terminal. Everything of readline stands in
// this file.
type editor struct {
	instance *readline.Instance
}

const historyFile = "history.txt"

func newEditor(data string) (*editor, error) {
	config := &readline.Config{InterruptPrompt: "", EOFPrompt: "", HistorySearchFold: true}
	if data != "" {
		if err := os.MkdirAll(data, 0o700); err == nil {
			config.HistoryFile = filepath.Join(data, historyFile)
		}
	}
	instance, err := readline.NewEx(config)
	if err != nil {
		return nil, err
	}
	return &editor{instance}, nil
}

// Close gives the terminal back.
func (e *editor) Close() { _ = e.instance.Close() }

func (e *editor) readLine(prompt string) (string, error) {
	e.instance.SetPrompt(prompt)
	text, err := e.instance.Readline()
	switch {
	case errors.Is(err, readline.ErrInterrupt):
		return "", errInterrupt
	case err != nil:
		return "", io.EOF
	}
	return text, nil
}

// answer reads the answer to a question of a script; it goes into no history.
func (e *editor) answer(prompt string, masked bool) (string, error) {
	text, err := e.read(prompt, masked)
	if errors.Is(err, errInterrupt) {
		err = runtime.ErrStopped
	}
	return text, err
}

func (e *editor) read(prompt string, masked bool) (string, error) {
	if masked {
		text, err := e.instance.ReadPassword(prompt)
		return string(text), err
	}
	e.instance.HistoryDisable()
	defer e.instance.HistoryEnable()
	return e.readLine(prompt)
}
