package pester

import (
	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// The error ids by which a test says that it was skipped or found nothing.
const (
	idSkipped      = "PesterTestSkipped"
	idInconclusive = "PesterTestInconclusive"
)

// SetItResult is Set-ItResult.
type SetItResult struct {
	Inconclusive cmdlets.Switch `ps:"mandatory,set=Inconclusive"`
	Skipped      cmdlets.Switch `ps:"mandatory,set=Skipped"`
	Pending      cmdlets.Switch `ps:"mandatory,set=Pending"`
	Because      string         `ps:""`
}

// Process ends the test with the outcome that it names.
func (c *SetItResult) Process(ctx *runtime.Context) error {
	id, message := idSkipped, "is skipped"
	if c.Inconclusive {
		id, message = idInconclusive, "is inconclusive"
	}
	if c.Because != "" {
		because := formatBecause(c.Because)
		message += "," + because[:len(because)-1]
	}
	rec := errs.New("System.Exception", message, id, value.InvalidResult, value.Null)
	rec.Invocation, rec.Thrown = ctx.Invocation(), true
	return &errs.Error{Record: rec, Thrown: true}
}
