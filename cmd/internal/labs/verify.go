package labs

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"time"

	"exolab/cmd/internal/shell"
	"exolab/parser"
	"exolab/store"
	"exolab/store/lab"
	"exolab/store/tenant"
)

// variants are those on which a solution is proved, besides the plain lab.
var variants = []int{1, 2, 3}

// slowCheck is how long the check of one task may take, in the best of
// slowTries. Tests lengthen it.
var slowCheck = 300 * time.Millisecond

const slowTries = 5

// Proof is what verify found out about one lab.
type Proof struct {
	Lab      string        `json:"lab"`
	Problems []string      `json:"problems,omitempty"`
	Tasks    int           `json:"tasks"`
	Wrong    int           `json:"wrongAnswers"`
	Slowest  time.Duration `json:"slowestCheck"`
	Took     time.Duration `json:"took"`

	prepared map[int][]byte
}

func (p *Proof) add(format string, args ...any) {
	if text := fmt.Sprintf(format, args...); !slices.Contains(p.Problems, text) {
		p.Problems = append(p.Problems, text)
	}
}

// Verify proves that a lab is right: unsolved at the start, solved by its
// solution, also in other variants, and each wrong answer found by the test
// that it names. known are the cmdlets that the labs before have taught.
func Verify(l *lab.Lab, known map[string]bool) *Proof {
	begun := time.Now()
	p := &Proof{Lab: l.Name(), Tasks: len(l.Tasks), Wrong: len(l.Wrongs()), prepared: map[int][]byte{}}
	v := l.Variant(0)
	p.texts(v)
	p.taught(v, known)
	p.deterministic(v)
	p.solution(v)
	for _, n := range variants {
		p.solution(l.Variant(n))
	}
	for _, name := range l.Wrongs() {
		p.wrong(v, name)
	}
	if p.Wrong < 2 {
		p.add("there are fewer than two wrong answers")
	}
	p.emptied(v)
	p.Took = time.Since(begun)
	return p
}

// deterministic sets the lab up twice.
func (p *Proof) deterministic(v *lab.Variant) {
	var exports [2]bytes.Buffer
	for i := range exports {
		org, err := build(v)
		if err != nil {
			p.add("%s", err)
			return
		}
		err = org.store.Export(&exports[i], "", nil)
		if kept, backupErr := org.backup(); backupErr == nil && i == 0 {
			p.prepared[v.Seed] = kept
		}
		_ = org.store.Close()
		if err != nil {
			p.add("the organization cannot be exported: %s", err)
			return
		}
	}
	if !bytes.Equal(exports[0].Bytes(), exports[1].Bytes()) {
		p.add("the set-up is not deterministic: two runs differ")
	}
}

// play opens a lab that nobody keeps.
func (p *Proof) play(v *lab.Variant) (*Play, func(), error) {
	home := &Home{prepared: p.prepared}
	l, _, err := home.Open(v, Options{NoColour: true, Streams: shell.Streams{In: strings.NewReader(""), Out: &bytes.Buffer{}, Err: &bytes.Buffer{}}})
	if err != nil {
		return nil, nil, err
	}
	return l, func() { _ = l.Close(); home.Close() }, nil
}

// solution proves that each task is open before its part of the solution and
// done after it.
func (p *Proof) solution(v *lab.Variant) {
	which := "the solution"
	if v.Seed != 0 {
		which = fmt.Sprintf("variant %d: the solution", v.Seed)
	}
	parts, err := v.Solutions()
	if err != nil {
		p.add("%s", err)
		return
	}
	l, done, err := p.play(v)
	if err != nil {
		p.add("%s", err)
		return
	}
	defer done()
	for i, part := range parts {
		if l.state.Task != i {
			p.add("%s: task %d is passed before its part of the solution", which, l.state.Task)
			return
		}
		if r, ok := p.checked(l, i); ok && r.Passed {
			p.add("%s: task %d is passed before anything was done", which, i+1)
		}
		if err := l.enterAll(part); err != nil {
			p.add("%s: %s", which, err)
		}
		if l.state.Task == i {
			r, ok := p.checked(l, i)
			if ok && !r.Passed {
				p.add("%s does not pass task %d: %s", which, i+1, explain(r))
			}
			return
		}
	}
}

func explain(r *Result) string {
	if r.Defect != "" {
		return r.Defect
	}
	f := r.failed()
	if f == nil {
		return "no test failed"
	}
	if f.Found != "" {
		return f.Name + " (found " + shorten(f.Found, 100) + ")"
	}
	return f.Name
}

// checked checks one task and notes how long that takes.
func (p *Proof) checked(l *Play, task int) (*Result, bool) {
	r, err := l.Check(task)
	if err != nil {
		p.add("%s", err)
		return nil, false
	}
	took := r.took
	for range slowTries {
		if took <= slowCheck || r.Defect != "" {
			break
		}
		// The machine may be busy with something else.
		if again, err := l.Check(task); err == nil {
			took = min(took, again.took)
		}
	}
	p.Slowest = max(p.Slowest, took)
	if took > slowCheck && r.Defect == "" {
		p.add("the check of task %d takes %s", task+1, took.Round(time.Millisecond))
	}
	return r, true
}

// enterAll runs the statements of a script one after another, as typed lines.
func (p *Play) enterAll(script string) error {
	tree, err := parser.Parse("", script)
	if err != nil {
		return err
	}
	if tree.End == nil {
		return nil
	}
	for _, statement := range tree.End.Statements {
		p.Enter(tree.Source.Slice(statement.Extent()))
	}
	return nil
}

// wrong proves that a wrong answer is found by the tests that it names, and by
// no others.
func (p *Proof) wrong(v *lab.Variant, name string) {
	w, err := v.WrongAnswer(name)
	if err != nil {
		p.add("%s", err)
		return
	}
	parts, err := v.Solutions()
	if err != nil {
		return
	}
	l, done, err := p.play(v)
	if err != nil {
		p.add("%s", err)
		return
	}
	defer done()
	for i := range w.Task {
		if err := l.enterAll(parts[i]); err != nil {
			p.add("%s: %s", name, err)
		}
	}
	if err := l.enterAll(w.Script); err != nil {
		p.add("%s: %s", name, err)
	}
	r, ok := p.checked(l, w.Task)
	if !ok {
		return
	}
	if r.Defect != "" {
		p.add("%s: the check itself failed: %s", name, r.Defect)
		return
	}
	failing := r.Failing()
	slices.Sort(failing)
	slices.Sort(w.Fails)
	if !slices.Equal(failing, w.Fails) {
		p.add("%s fails [%s], not [%s]", name, strings.Join(failing, "; "), strings.Join(w.Fails, "; "))
	}
}

// emptied proves that no task is passed in an organization without mailboxes,
// and that checks say so without failing themselves.
func (p *Proof) emptied(v *lab.Variant) {
	l, done, err := p.play(v)
	if err != nil {
		return
	}
	defer done()
	if err := l.org.tenant.Update(removeMailboxes); err != nil {
		p.add("the mailboxes cannot be removed: %s", err)
		return
	}
	for i := range v.Tasks {
		r, ok := p.checked(l, i)
		switch {
		case !ok:
		case r.Passed:
			p.add("task %d is passed without any mailbox", i+1)
		case r.Defect != "":
			p.add("without any mailbox the check of task %d fails itself: %s", i+1, r.Defect)
		}
	}
}

func removeMailboxes(w store.Writer) error {
	var all []*tenant.Mailbox
	for m, err := range w.Mailboxes() {
		if err != nil {
			return err
		}
		all = append(all, m)
	}
	for _, m := range all {
		if err := w.RemoveMailbox(m.ExchangeGUID); err != nil {
			return err
		}
	}
	return nil
}
