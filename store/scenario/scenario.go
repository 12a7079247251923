// Package scenario makes organizations in which something has happened: an
// incident among the usual noise, and the truth about it for trainers.
//
// An incident is a story of activities and changes, told in Go over a stage that
// performs them at their times and writes down what they left in the logs.
package scenario

import (
	"fmt"
	"strings"
	"time"

	"exolab/store"
	"exolab/store/seed"
	"exolab/store/tenant"
)

// Scenario is one incident.
type Scenario struct {
	// Name selects it.
	Name string
	// Title and Brief are what a trainee is told.
	Title, Brief string
	// Questions are what a trainee is to find out, with the answers.
	Questions []Question
	play      func(*stage)
}

// Question is one thing to find out.
type Question struct{ Question, Answer string }

// All returns the scenarios in the order in which they are listed.
func All() []Scenario {
	return []Scenario{delegateSnooping, massDeletion, sendAsFraud, forwardingRule, forwardingMailbox, hiddenRule, auditBypass, businessEmailCompromise}
}

// Names lists their names.
func Names() []string {
	var names []string
	for _, s := range All() {
		names = append(names, s.Name)
	}
	return names
}

// Find finds a scenario by name, ignoring case.
func Find(name string) (Scenario, error) {
	for _, s := range All() {
		if strings.EqualFold(s.Name, name) {
			return s, nil
		}
	}
	return Scenario{}, fmt.Errorf("there is no scenario %q; the scenarios are %s", name, strings.Join(Names(), ", "))
}

// New makes an organization as the options say and plays the scenario in it.
// The same options and the same clock give the same organization.
func New(s store.Store, sc Scenario, o seed.Options) (store.Tenant, error) {
	o.Stage = func(w store.Writer, now time.Time) error {
		st, err := newStage(w, now, o.Seed)
		if err != nil {
			return err
		}
		sc.play(st)
		if st.err != nil {
			return fmt.Errorf("the scenario %s cannot be played: %w", sc.Name, st.err)
		}
		return writeTruth(w, sc, st.steps)
	}
	return seed.New(s, o)
}

// kindTruth is the kind of the objects that hold the truth.
const kindTruth = "groundTruth"

// truthIdentity is the object that says which scenario was played.
const truthIdentity = "scenario"

func writeTruth(w store.Writer, sc Scenario, steps []Step) error {
	questions := make([]any, len(sc.Questions))
	for i, q := range sc.Questions {
		questions[i] = tenant.BagOf("Question", q.Question, "Answer", q.Answer)
	}
	err := w.PutObject(&tenant.Object{Kind: kindTruth, Identity: truthIdentity,
		Properties: tenant.BagOf("Name", sc.Name, "Title", sc.Title, "Brief", sc.Brief, "Questions", questions)})
	for i, step := range steps {
		if err != nil {
			return err
		}
		err = w.PutObject(&tenant.Object{Kind: kindTruth, Identity: fmt.Sprintf("step %04d", i+1), Properties: step.bag()})
	}
	return err
}
