package activity

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"exolab/store"
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
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 1<<16), 16<<20)
	reader := store.NewRecordReader()
	var out []Line
	number := 0
	for lines.Scan() {
		number++
		text := strings.TrimPrefix(lines.Text(), "\ufeff")
		if strings.TrimSpace(text) == "" {
			continue
		}
		kind, b, err := reader.Read(text)
		if err == nil && kind != "activity" {
			err = fmt.Errorf("its kind is %q; a script has activities only", kind)
		}
		var a Activity
		if err == nil {
			a, err = FromBag(b)
		}
		if err == nil {
			_, err = findKind(a.Activity)
		}
		if err != nil {
			return nil, &store.LineError{Line: number, Text: err.Error()}
		}
		out = append(out, Line{number, a})
	}
	if errors.Is(lines.Err(), bufio.ErrTooLong) {
		return nil, &store.LineError{Line: number + 1, Text: "it is too long"}
	}
	return out, lines.Err()
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
