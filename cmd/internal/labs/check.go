package labs

import (
	"context"
	"fmt"
	"strings"
	"time"

	specs "exolab/cmdlets"
	cmdlets "exolab/cmdlets/lab"
	"exolab/cmdlets/pester"
	"exolab/runtime"
	"exolab/runtime/value"
	"exolab/store/lab"
)

// Result is what the check of one task found.
type Result struct {
	// Task counts from 1.
	Task   int    `json:"task"`
	Title  string `json:"title"`
	Passed bool   `json:"passed"`
	// Tests are the facts that were looked at, in order.
	Tests []Fact `json:"tests"`
	// Defect says why the check could not be run to its end.
	Defect string `json:"defect,omitempty"`

	took time.Duration
}

// Fact is one It of a check.
type Fact struct {
	Name    string `json:"name"`
	Passed  bool   `json:"passed"`
	Found   string `json:"found,omitempty"`
	Because string `json:"because,omitempty"`
}

// failed is the first fact that does not hold, or nil.
func (r *Result) failed() *Fact {
	for i := range r.Tests {
		if !r.Tests[i].Passed {
			return &r.Tests[i]
		}
	}
	return nil
}

// Failing names all facts that do not hold.
func (r *Result) Failing() []string {
	var names []string
	for _, t := range r.Tests {
		if !t.Passed {
			names = append(names, t.Name)
		}
	}
	return names
}

// Check looks at one task, counted from 0, in a session of its own. What the
// check changes is not kept.
func (p *Play) Check(task int) (*Result, error) {
	v := p.variant
	title := v.Fill(v.Tasks[task].Title)
	result := &Result{Task: task + 1, Title: title}
	file := v.Source + "/" + lab.Check
	block, err := runtime.ParseBlock(file, v.Script(lab.Check))
	if err != nil {
		return nil, &lab.Problem{File: file, Text: err.Error()}
	}
	directory, err := p.home.files(v.Lab)
	if err != nil {
		return nil, err
	}
	directory, remove, err := copyFiles(directory)
	if err != nil {
		return nil, err
	}
	defer remove()
	view := p.org.scratch(v)
	defer view.close()
	sh, err := silentShell(v, view, directory)
	if err != nil {
		return nil, err
	}
	defer sh.Close()
	cmdlets.Serve(sh.Session, &checkHost{Play: p, scratch: view})
	limit, stop := context.WithTimeout(context.Background(), checkLimit)
	defer stop()
	sh.Session.Ctx = limit
	begun := time.Now()
	run, err := runCheck(sh.Session, file, block, title)
	result.took = time.Since(begun)
	result.fill(run, err, limit.Err() != nil)
	return result, nil
}

// runCheck runs the tests of one task.
func runCheck(s *runtime.Session, file string, block *runtime.ScriptBlock, only string) (*pester.Run, error) {
	check := &checkCommand{file: file, block: block, only: only}
	specs.Register(s, []specs.Spec{{Name: checkName, Module: "Exolab.Labs", Synopsis: "Runs a check.", New: func() any { return check }}})
	err := s.Execute("", checkName, &runtime.Collector{})
	if err == nil {
		err = check.err
	}
	return check.run, err
}

const checkName = "Invoke-LabCheck"

// checkCommand is the command as which a check runs.
type checkCommand struct {
	file, only string
	block      *runtime.ScriptBlock
	run        *pester.Run
	err        error
}

// End runs the check.
func (c *checkCommand) End(ctx *runtime.Context) error {
	c.run, c.err = pester.RunBlock(ctx, c.file, c.block, c.only)
	return nil
}

// fill takes over what the run found.
func (r *Result) fill(run *pester.Run, err error, late bool) {
	switch {
	case late:
		r.Defect = fmt.Sprintf("the check took longer than %s and was stopped", checkLimit)
		return
	case err != nil:
		r.Defect = err.Error()
		return
	}
	for _, t := range run.Tests {
		if t.Outcome == pester.NotRun || t.Outcome == pester.Skipped {
			continue
		}
		fact := Fact{Name: t.Name, Passed: t.Outcome == pester.Passed}
		if !fact.Passed {
			if defect := fact.explain(t); defect != "" && r.Defect == "" {
				r.Defect = defect
			}
		}
		r.Tests = append(r.Tests, fact)
	}
	for _, b := range run.FailedBlocks {
		r.Defect = pester.FailureText(b.Error)
	}
	if len(run.FailedFiles) > 0 {
		r.Defect = "the check could not be run"
	}
	if len(r.Tests) == 0 && r.Defect == "" {
		r.Defect = "the check looks at nothing"
	}
	r.Passed = r.Defect == "" && r.failed() == nil
}

// explain takes over what a failed assertion found. An error of another kind
// is a defect of the check.
func (f *Fact) explain(t *pester.Test) (defect string) {
	if len(t.Errors) == 0 {
		return ""
	}
	rec := t.Errors[0]
	failure, ok := value.As[*pester.Failure](value.Unwrap(rec.Target))
	if !ok {
		return strings.Split(pester.FailureText(rec), "\n")[0]
	}
	f.Because = failure.Because
	switch failure.Actual {
	case "$true", "$false", "$null", "@()", "<empty>":
	default:
		if !strings.HasPrefix(failure.Actual, "{") {
			f.Found = failure.Actual
		}
	}
	return ""
}
