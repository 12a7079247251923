package labs

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"exolab/parser"
)

// pollEvery is how often a watched script is looked at.
const pollEvery = 300 * time.Millisecond

// Watch runs a script each time that it is saved, on the lab as it was when
// watching began, and checks the open task. It ends when every task is passed
// or ctx is.
func (p *Play) Watch(ctx context.Context, file string, out io.Writer) error {
	start, err := p.org.backup()
	if err != nil {
		return err
	}
	var seen time.Time
	fmt.Fprintf(out, "Watching %s. Save it to have it run and checked; Ctrl-C ends.\n", file)
	for {
		info, err := os.Stat(file)
		if err != nil {
			return fmt.Errorf("the script %s is not there", file)
		}
		if info.ModTime() != seen {
			seen = info.ModTime()
			if err := p.runWatched(file, start, out); err != nil {
				return err
			}
			if p.done() {
				return nil
			}
		}
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(pollEvery):
		}
	}
}

// runWatched runs the script once, from where watching began.
func (p *Play) runWatched(file string, start []byte, out io.Writer) error {
	raw, err := os.ReadFile(file)
	if err != nil {
		return fmt.Errorf("the script %s cannot be read", file)
	}
	fmt.Fprintf(out, "\n--- %s ---\n", time.Now().Format("15:04:05"))
	text := parser.Decode(raw)
	if _, err := parser.Parse(file, text); err != nil {
		fmt.Fprintf(out, "The script has a syntax error and was not run:\n%s\n", strings.TrimSpace(err.Error()))
		return nil
	}
	org, err := restored(p.variant, start)
	if err != nil {
		return err
	}
	_ = p.org.store.Close()
	p.org, p.saved = org, -1
	p.sh.Organizations.Use(org.tenant)
	task := p.state.Task
	_, err = io.WriteString(out, p.RunScript(file))
	if err != nil || p.state.Task != task {
		return err
	}
	said, err := p.checkText(false)
	if err == nil {
		_, err = fmt.Fprintln(out, said)
	}
	return err
}

// RunScript runs a script file in the lab as if the learner had called it.
func (p *Play) RunScript(file string) string {
	return p.Enter("& '" + strings.ReplaceAll(file, "'", "''") + "'")
}
