package core

import (
	"errors"

	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/format"
	"exolab/runtime/value"
)

const pagePrompt = "<SPACE> next page; <CR> next line; Q quit"

// pagedLines stops after each page until a key is pressed.
type pagedLines struct {
	ctx     *runtime.Context
	to      format.LineWriter
	host    runtime.Pager
	written int
}

// WriteLine writes a line and asks for a key where the page is full; one line
// of it is for the prompt.
func (p *pagedLines) WriteLine(line string) error {
	if err := p.to.WriteLine(line); err != nil {
		return err
	}
	p.written++
	if room := p.host.Height() - 1; room <= 0 || p.written < room {
		return nil
	}
	return p.ask()
}

func (p *pagedLines) ask() error {
	prompt := pagePrompt
	for {
		key, err := p.host.ReadKey(prompt)
		switch {
		case errors.Is(err, runtime.ErrNonInteractive):
			p.written = 0
			return nil
		case err != nil:
			return err
		}
		switch key {
		case 'q', 'Q':
			return errs.Terminating(errs.New("System.Management.Automation.HaltCommandException", "The command was stopped by the user.",
				"HaltCommandException", value.OperationStopped, value.Null))
		case ' ':
			p.written = 0
			return nil
		case '\r', '\n':
			p.written--
			return nil
		}
	}
}
