package scenario

import (
	"errors"
	"time"

	"exolab/store"
	"exolab/store/tenant"
)

// Step is one thing that really happened.
type Step struct {
	At       time.Time
	Who      string // the account
	Where    string // the mailbox or object
	What     string // in a sentence
	Evidence []Evidence
}

// Evidence is a trace of a step, or why there is none.
type Evidence struct {
	// Log is "mailbox audit log", "admin audit log" or "none".
	Log string
	// Operation is that of the record, Identity the record's.
	Operation, Identity string
	// Note says why it was or was not logged.
	Note string
}

// Truth is what happened in an organization.
type Truth struct {
	Scenario, Title, Brief string
	Questions              []Question
	Steps                  []Step
}

// ErrNoTruth is returned for an organization in which no scenario was played.
var ErrNoTruth = errors.New("no scenario was played in this organization")

// ReadTruth reads the truth about an organization.
func ReadTruth(r store.Reader) (*Truth, error) {
	head, err := r.Object(kindTruth, truthIdentity)
	var missing *tenant.NotFoundError
	if errors.As(err, &missing) {
		return nil, ErrNoTruth
	}
	if err != nil {
		return nil, err
	}
	t := &Truth{Scenario: head.Properties.Text("Name"), Title: head.Properties.Text("Title"), Brief: head.Properties.Text("Brief")}
	for _, b := range head.Properties.Bags("Questions") {
		t.Questions = append(t.Questions, Question{b.Text("Question"), b.Text("Answer")})
	}
	for o, err := range r.ObjectsUnder(kindTruth, "step ") {
		if err != nil {
			return nil, err
		}
		t.Steps = append(t.Steps, stepOf(o.Properties))
	}
	return t, nil
}

func (s Step) bag() tenant.Bag {
	evidence := make([]any, len(s.Evidence))
	for i, e := range s.Evidence {
		evidence[i] = tenant.BagOf("Log", e.Log, "Operation", e.Operation, "Identity", e.Identity, "Note", e.Note)
	}
	return tenant.BagOf("Time", tenant.FormatTime(s.At), "Who", s.Who, "Where", s.Where, "What", s.What, "Evidence", evidence)
}

func stepOf(b tenant.Bag) Step {
	s := Step{Who: b.Text("Who"), Where: b.Text("Where"), What: b.Text("What")}
	s.At, _ = tenant.ParseTime(b.Text("Time"))
	for _, e := range b.Bags("Evidence") {
		s.Evidence = append(s.Evidence, Evidence{e.Text("Log"), e.Text("Operation"), e.Text("Identity"), e.Text("Note")})
	}
	return s
}
