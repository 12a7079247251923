package runtime

import (
	"errors"

	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// jumpKind tells the statements that leave a block apart.
type jumpKind uint8

const (
	jumpBreak jumpKind = iota
	jumpContinue
	jumpReturn
)

// jump is break, continue or return on its way to the statement it ends. It
// is never shown to anybody.
type jump struct {
	kind jumpKind
	// label is folded; "" means the innermost loop.
	label string
}

// Error names the jump; it only shows where a jump was lost by mistake.
func (j *jump) Error() string { return [...]string{"break", "continue", "return"}[j.kind] }

var (
	errBreak    = &jump{kind: jumpBreak}
	errContinue = &jump{kind: jumpContinue}
	errReturn   = &jump{kind: jumpReturn}
)

// ExitError is the exit statement on its way up; it ends the script.
type ExitError struct {
	Code int
}

// Error names the statement.
func (e *ExitError) Error() string { return "exit" }

// IsFlow reports whether err is control flow - a jump, exit, a stop of the
// upstream commands or a cancellation - and not an error to be reported.
func IsFlow(err error) bool {
	return leavesBlock(err) || isPipelineFlow(err)
}

// leavesBlock reports whether err is a statement that leaves the block it stands
// in: break, continue, return or exit.
func leavesBlock(err error) bool {
	switch err.(type) {
	case *jump, *ExitError:
		return true
	}
	return false
}

// Passes reports whether a command that goes on after errors of the script
// blocks it runs must not go on after err: control flow, and what ends the
// script unless the script catches it.
func Passes(err error) bool {
	switch err := err.(type) {
	case *value.Exception:
		return err.Final
	case *errs.Error:
		return err.Record.Exception.Final
	}
	return IsFlow(err)
}

// endOfBlock turns the jump of a return statement into a normal end.
func endOfBlock(err error) error {
	if err == errReturn {
		return nil
	}
	return err
}

// loopAction says what a loop does after its body ended with err.
type loopAction uint8

const (
	loopGoOn loopAction = iota
	loopLeave
	loopFail
)

// afterBody decides how a loop with that folded label goes on.
func afterBody(err error, label string) loopAction {
	if err == nil || err == errContinue {
		return loopGoOn
	}
	if err == errBreak {
		return loopLeave
	}
	var j *jump
	if !errors.As(err, &j) || j.kind == jumpReturn || j.label == "" || j.label != label {
		return loopFail
	}
	if j.kind == jumpContinue {
		return loopGoOn
	}
	return loopLeave
}

func labelled(kind jumpKind, label string) error {
	if label == "" {
		if kind == jumpBreak {
			return errBreak
		}
		return errContinue
	}
	return &jump{kind: kind, label: value.Fold(label)}
}
