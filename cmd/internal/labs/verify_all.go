package labs

import (
	"fmt"
	"io"
	"strings"
	"time"

	"exolab/store/lab"
)

// Proofs is what verify found out about many labs.
type Proofs struct {
	Labs []*Proof      `json:"labs"`
	Took time.Duration `json:"took"`
}

// alwaysKnown are the commands of the prompt, which need no teaching.
var alwaysKnown = []string{"lab", "submit-labanswer"}

// VerifyAll proves labs one after another. Each may use what it teaches itself
// and what the labs teach that it needs, out of those given or of all.
func VerifyAll(labs, all []*lab.Lab) *Proofs {
	begun := time.Now()
	report := &Proofs{}
	for _, l := range labs {
		known := map[string]bool{}
		for _, name := range alwaysKnown {
			known[name] = true
		}
		learn(l, append(append([]*lab.Lab(nil), labs...), all...), known, map[string]bool{})
		report.Labs = append(report.Labs, Verify(l, known))
	}
	report.Took = time.Since(begun)
	return report
}

// learn adds what the labs teach that a lab needs, and those that they need.
func learn(l *lab.Lab, all []*lab.Lab, known, seen map[string]bool) {
	for _, id := range l.Needs {
		needed := lab.Find(all, id)
		if needed == nil || seen[id] {
			continue
		}
		seen[id] = true
		for _, name := range needed.Teaches {
			known[strings.ToLower(name)] = true
		}
		learn(needed, all, known, seen)
	}
}

// Failed reports whether a lab is not right.
func (p *Proofs) Failed() bool {
	for _, l := range p.Labs {
		if len(l.Problems) > 0 {
			return true
		}
	}
	return false
}

// Text writes the proofs as a table.
func (p *Proofs) Text(w io.Writer) error {
	fmt.Fprintf(w, "%-26s %5s %5s %12s %8s  %s\n", "LAB", "TASKS", "WRONG", "SLOWEST", "TOOK", "RESULT")
	wrong := 0
	for _, l := range p.Labs {
		result := "right"
		if len(l.Problems) > 0 {
			result = "NOT RIGHT"
			wrong++
		}
		fmt.Fprintf(w, "%-26s %5d %5d %12s %8s  %s\n", l.Lab, l.Tasks, l.Wrong, l.Slowest.Round(100*time.Microsecond), l.Took.Round(10*time.Millisecond), result)
		for _, problem := range l.Problems {
			fmt.Fprintf(w, "    %s\n", problem)
		}
	}
	_, err := fmt.Fprintf(w, "%d of %d labs are right, in %s.\n", len(p.Labs)-wrong, len(p.Labs), p.Took.Round(10*time.Millisecond))
	return err
}
