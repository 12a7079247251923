package lab

import (
	"time"

	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/lab"
)

// Call is one command that was run, as it was bound.
type Call struct {
	// ID counts the lines that were entered, from 1; Line is the text.
	ID   int    `json:"id"`
	Line string `json:"-"`
	// Command is the resolved name; Parameters are the bound values as texts, by
	// parameter name.
	Command    string              `json:"command"`
	Parameters map[string][]string `json:"parameters,omitempty"`
	// Failed is set for lines that ended with an error.
	Failed bool `json:"-"`
}

// Change is a record of the organization that differs from the set-up.
type Change struct {
	// Kind is Mailbox, Recipient, Permission, InboxRule, Organization or the kind
	// of another object; Change is Added, Removed or Changed.
	Kind, Identity, Change string
	// Properties names what changed, in alphabetical order.
	Properties []string
}

// Host is what the cmdlets ask of the program that runs a lab.
type Host interface {
	// Variant is the lab with its values.
	Variant() *lab.Variant
	// Tenant is the lab's organization.
	Tenant() (store.Tenant, error)
	// History lists the commands that were run since the set-up.
	History() []Call
	// Answer returns a submitted answer.
	Answer(name string) (value string, ok bool)
	// Submit keeps an answer; the text says what became of it.
	Submit(name, value string) (string, error)
	// Diff lists what differs from the set-up.
	Diff() ([]Change, error)
	// Command runs one of the words of the prompt: task, check, hint, ...
	Command(words []string) (text string, quit bool, err error)
}

// Clock is a Host whose organization's present can be set.
type Clock interface {
	// SetClock sets the present and returns the one before.
	SetClock(at time.Time) (before time.Time)
}

type hostKey struct{}

// Serve lets the cmdlets of a session find their host.
func Serve(s *runtime.Session, h Host) { s.Services[hostKey{}] = h }

// hostOf returns the session's host, or the error that there is no lab.
func hostOf(ctx *runtime.Context) (Host, error) {
	if h, ok := ctx.Session().Services[hostKey{}].(Host); ok {
		return h, nil
	}
	return nil, refuse(ctx, "NoLab", "No lab is open. Start one with: exolab lab start")
}

// refuse is the error by which a cmdlet of labs ends.
func refuse(ctx *runtime.Context, id, text string) error {
	return ctx.Throw(errs.New("System.InvalidOperationException", text, id, value.InvalidOperation, value.Null))
}
