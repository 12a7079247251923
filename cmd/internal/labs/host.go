package labs

import (
	"errors"
	"time"

	cmdlets "exolab/cmdlets/lab"
	"exolab/store"
	"exolab/store/lab"
)

// setupHost serves the cmdlets of a lab's set-up.
type setupHost struct {
	variant *lab.Variant
	org     *organization
}

var errSetup = errors.New("There is no learner while a lab is set up.")

// Variant is the lab that is set up.
func (h *setupHost) Variant() *lab.Variant { return h.variant }

// Tenant is the organization that is set up.
func (h *setupHost) Tenant() (store.Tenant, error) { return h.org.tenant, nil }

// SetClock sets the organization's present.
func (h *setupHost) SetClock(at time.Time) time.Time {
	before := h.org.past
	h.org.past = at
	return before
}

// History is empty: nobody has typed anything.
func (h *setupHost) History() []cmdlets.Call { return nil }

// Answer finds none.
func (h *setupHost) Answer(string) (string, bool) { return "", false }

// Submit refuses.
func (h *setupHost) Submit(string, string) (string, error) { return "", errSetup }

// Diff is empty.
func (h *setupHost) Diff() ([]cmdlets.Change, error) { return nil, nil }

// Command refuses.
func (h *setupHost) Command([]string) (string, bool, error) { return "", false, errSetup }

// checkHost serves the cmdlets of a check: what the learner did, but an
// organization whose changes are thrown away.
type checkHost struct {
	*Play
	scratch store.Tenant
}

// Tenant is the organization as the check sees it.
func (h *checkHost) Tenant() (store.Tenant, error) { return h.scratch, nil }

// Submit refuses: a check answers nothing.
func (h *checkHost) Submit(string, string) (string, error) {
	return "", errors.New("A check cannot submit answers.")
}

// Command refuses: a check runs no words of the prompt.
func (h *checkHost) Command([]string) (string, bool, error) {
	return "", false, errors.New("A check cannot run lab commands.")
}
