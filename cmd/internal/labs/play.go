package labs

import (
	"os"
	"path/filepath"
	"strings"
	"time"

	"exolab/cmd/internal/shell"
	cmdlets "exolab/cmdlets/lab"
	"exolab/runtime"
	"exolab/store"
	"exolab/store/lab"
)

// Play is a lab that is open: its organization, the learner's session and how
// far the learner has come.
type Play struct {
	variant *lab.Variant
	home    *Home
	org     *organization
	sh      *shell.Shell
	// before is the organization as it was set up; nil until it is needed.
	before snapshot
	state  *state
	// saved is the number of changes when the organization was last kept.
	saved   int
	opened  time.Time
	current *line
}

// line is a command that the learner entered.
type line struct {
	Text   string         `json:"text"`
	Calls  []cmdlets.Call `json:"calls,omitempty"`
	Failed bool           `json:"failed,omitempty"`
}

// How much of a line is kept: a loop may run thousands of commands.
const (
	maxCalls  = 200
	maxValues = 50
)

// Options say how a lab is opened.
type Options struct {
	Streams shell.Streams
	// Interactive allows questions to the learner.
	Interactive bool
	// NoColour forbids escape sequences.
	NoColour bool
}

// Open opens a lab: where it was left, if it was begun before, else from its
// set-up. resumed tells which.
func (h *Home) Open(v *lab.Variant, o Options) (p *Play, resumed bool, err error) {
	if err := h.lock(v.Lab); err != nil {
		return nil, false, err
	}
	p = &Play{variant: v, home: h, opened: time.Now()}
	if p.state, p.org, err = h.load(v); err == nil && p.org == nil {
		err = p.setUp()
	} else {
		resumed = err == nil
	}
	if err == nil {
		err = p.openShell(o)
	}
	if err != nil {
		h.unlock(v.Lab)
		return nil, false, err
	}
	if !resumed {
		p.event(lab.Event{Event: lab.EventStart})
	}
	return p, resumed, h.keep(p)
}

// setUp makes the organization anew and forgets what was done.
func (p *Play) setUp() error {
	org, err := p.home.build(p.variant)
	if err != nil {
		return err
	}
	if p.org != nil {
		_ = p.org.store.Close()
	}
	p.org, p.saved = org, org.writes
	p.state = newState(p.variant)
	if err := p.home.Forget(p.variant.Lab); err != nil {
		return err
	}
	if p.before, err = takeSnapshot(org.tenant); err != nil {
		return err
	}
	return p.layFiles()
}

// layFiles puts the lab's files into the learner's folder; what has their
// names is overwritten, anything else stays.
func (p *Play) layFiles() error {
	directory, err := p.home.files(p.variant.Lab)
	if err != nil {
		return err
	}
	for name := range p.variant.Scripts {
		if below, ok := strings.CutPrefix(name, lab.Files); ok {
			if err := os.WriteFile(filepath.Join(directory, filepath.Base(below)), []byte(p.variant.Script(name)), 0o600); err != nil {
				return err
			}
		}
	}
	return nil
}

func (p *Play) openShell(o Options) error {
	now := p.variant.Now
	directory, err := p.home.files(p.variant.Lab)
	if err != nil {
		return err
	}
	p.sh, err = shell.New(shell.Options{Config: shell.Config{Memory: true, Now: &now, NoColour: o.NoColour}, NonInteractive: !o.Interactive,
		Streams: o.Streams, Directory: directory})
	if err != nil {
		return err
	}
	p.sh.Organizations.Use(p.org.tenant)
	cmdlets.Register(p.sh.Session)
	cmdlets.Serve(p.sh.Session, p)
	p.sh.Session.Observer = p.observe
	return p.sh.Session.Execute("", promptFunction, &runtime.Collector{})
}

// promptFunction shows the lab and the task in the prompt.
const promptFunction = `function prompt { "[$(lab prompt)] PS> " }`

// Close keeps what the learner did and frees the lab.
func (p *Play) Close() error {
	err := p.home.keep(p)
	p.home.unlock(p.variant.Lab)
	if closeErr := p.sh.Close(); err == nil {
		err = closeErr
	}
	if closeErr := p.org.store.Close(); err == nil {
		err = closeErr
	}
	return err
}

// Shell is the learner's session.
func (p *Play) Shell() *shell.Shell { return p.sh }

// Before notes a command that the learner enters, before it runs.
func (p *Play) Before(text string) { p.current = &line{Text: text} }

// After notes that the command has run and keeps what it changed. It returns
// what there is to say: that a task is passed.
func (p *Play) After() string {
	if p.current == nil {
		return ""
	}
	entered := *p.current
	p.current = nil
	if isLabCommand(entered) {
		return p.noteKeeping(p.home.keep(p))
	}
	entered.Failed = !p.sh.Session.OK()
	p.state.Lines = append(p.state.Lines, entered)
	said := p.quietCheck()
	return said + p.noteKeeping(p.home.keep(p))
}

func isLabCommand(l line) bool {
	return len(l.Calls) > 0 && l.Calls[0].Command == "lab"
}

func (p *Play) noteKeeping(err error) string {
	if err == nil {
		return ""
	}
	return "The lab's state could not be kept: " + err.Error() + "\n"
}

// Enter runs one command as if the learner had entered it.
func (p *Play) Enter(text string) string {
	p.Before(text)
	p.sh.BeginLine()
	p.sh.Session.RunLine(text)
	p.sh.EndLine()
	return p.After()
}

// Variant is the lab that is open.
func (p *Play) Variant() *lab.Variant { return p.variant }

// Tenant is the lab's organization.
func (p *Play) Tenant() (store.Tenant, error) { return p.org.tenant, nil }

// History lists the commands that were run since the set-up.
func (p *Play) History() []cmdlets.Call {
	var calls []cmdlets.Call
	for i, l := range p.state.Lines {
		for _, c := range l.Calls {
			c.ID, c.Line, c.Failed = i+1, l.Text, l.Failed
			calls = append(calls, c)
		}
	}
	return calls
}

// Answer returns a submitted answer.
func (p *Play) Answer(name string) (string, bool) {
	v, ok := p.state.Answers[name]
	return v, ok
}

// Diff lists what differs from the set-up.
func (p *Play) Diff() ([]cmdlets.Change, error) {
	if p.before == nil {
		fresh, err := build(p.variant)
		if err != nil {
			return nil, err
		}
		defer fresh.store.Close()
		if p.before, err = takeSnapshot(fresh.tenant); err != nil {
			return nil, err
		}
	}
	now, err := takeSnapshot(p.org.tenant)
	if err != nil {
		return nil, err
	}
	return now.changes(p.before), nil
}

// event writes a line of the progress log. A log that cannot be written must
// not stop the lab: lab list says so.
func (p *Play) event(e lab.Event) {
	e.Time, e.Learner = time.Now().UTC().Truncate(time.Second), p.home.Learner
	e.Lab, e.Hash, e.Variant = p.variant.ID, p.variant.Hash, p.variant.Seed
	_ = p.home.Log().Append(e)
}

// seconds is the time spent in the lab.
func (p *Play) seconds() int { return p.state.Seconds + int(time.Since(p.opened).Seconds()) }

// copyFiles copies the learner's files for a check, so that it keeps nothing.
// Without files there is nothing to copy, and the folder itself serves.
func copyFiles(from string) (dir string, remove func(), err error) {
	entries, err := os.ReadDir(from)
	if err != nil || len(entries) == 0 {
		return from, func() {}, nil
	}
	dir, err = os.MkdirTemp("", "exolab-check-")
	if err != nil {
		return "", nil, err
	}
	remove = func() { _ = os.RemoveAll(dir) }
	if err := os.CopyFS(dir, os.DirFS(from)); err != nil {
		remove()
		return "", nil, err
	}
	return filepath.Clean(dir), remove, nil
}
