package activity

import (
	"errors"
	"fmt"
	"io"

	"exolab/store"
	"exolab/store/record"
)

// Line is an activity of a script and where it stands.
type Line struct {
	Number   int // 1 is the first
	Activity Activity
}

// ReadScript reads a script of activities as JSON Lines, each of the kind
// "activity" with the parameters of Invoke-ExolabActivity as properties. A bad
// line gives a *store.LineError.
func ReadScript(r io.Reader) ([]Line, error) {
	var out []Line
	for read, err := range record.ReadAll(r) {
		if err == nil && read.Kind != "activity" {
			err = fmt.Errorf("its kind is %q; a script has activities only", read.Kind)
		}
		var a Activity
		if err == nil {
			a, err = activityOf(read.Record)
		}
		if err != nil && read.Line > 0 {
			return nil, &store.LineError{Line: read.Line, Text: err.Error()}
		}
		if err != nil {
			return nil, err
		}
		out = append(out, Line{read.Line, a})
	}
	return out, nil
}

// activityOf is the activity of a record; the mailbox that it names is a property.
func activityOf(r record.Record) (Activity, error) {
	if r.HasMailbox {
		r.Properties.Set("Mailbox", r.Mailbox)
	}
	a, err := FromBag(r.Properties)
	if err == nil {
		_, err = findKind(a.Activity)
	}
	return a, err
}

// Outcome is what became of a line of a script.
type Outcome struct {
	Line    Line
	Result  *Result
	Refusal *Error // why it was refused, or nil
}

// RunScript performs the activities one after the other, each in a transaction of
// its own: what was refused changes nothing, and the script goes on.
func RunScript(t store.Tenant, script []Line, progress store.Progress) ([]Outcome, error) {
	var out []Outcome
	for i, line := range script {
		o := Outcome{Line: line}
		err := t.Update(func(w store.Writer) error {
			engine, err := New(t, w, t.Now())
			if err != nil {
				return err
			}
			o.Result, err = engine.Perform(line.Activity)
			return err
		})
		if err != nil && !errors.As(err, &o.Refusal) {
			return out, err
		}
		out = append(out, o)
		if progress != nil {
			progress(i + 1)
		}
	}
	return out, nil
}
