// Package runtime runs PowerShell syntax trees: scopes, the parameter binder,
// the pipeline, functions and classes, streams and the host interface. It
// knows no cmdlet and no store; those are given to a Session as Commands.
//
// # How a script runs
//
// A script block is compiled once, on first run, to closures over a *Frame.
// A pipeline is a chain of stages; a stage pushes each object into the next
// one by Emit (synchronously, no goroutines), so the order of side effects is
// PowerShell's. break, continue, return, exit, throw and "stop the upstream
// commands" travel as typed Go errors.
package runtime

import (
	"context"

	"exolab/runtime/value"
)

// Session is one PowerShell session: global scope, commands, location, host.
// It is not safe for concurrent use.
type Session struct {
	Host  Host
	Types *value.TypeTable
	// accelerators are the short names of types that scripts have added.
	accelerators map[string]*value.Type
	Commands     *CommandTable
	// Global is the outermost scope.
	Global *Scope
	// Ctx ends the running pipeline when it is cancelled (Ctrl-C).
	Ctx context.Context
	// Services holds what cmdlet packages attach to a session (the store, the
	// transcript, random numbers), keyed by a private type of theirs.
	Services map[any]any
	// Fresh makes a session of the same kind with scopes of its own, for scripts
	// that run commands apart from themselves; nil says that there is none.
	Fresh func() (*Session, error)
	// OnDrive turns a path on a drive ("TestDrive:\\x.txt") into the operating
	// system's; paths that begin with no drive of files stay as they are. nil
	// means that there are no drives.
	OnDrive func(path string) string
	// Clock returns the present in UTC ticks since the year 1.
	Clock func() int64
	// Observer, if set, is told of each command when it ends.
	Observer func(*Context)

	// typeData holds the members given to types, by folded type name, and
	// extendedNames the names as they were written.
	typeData      map[string]*value.Members
	extendedNames map[string]string

	sessionState
}

// Sink receives the output of a stage or statement, one object at a time. A
// returned error must be passed up at once.
type Sink interface {
	Emit(v value.Value) error
}

// SinkFunc makes a function a Sink.
type SinkFunc func(v value.Value) error

// Emit calls the function.
func (f SinkFunc) Emit(v value.Value) error { return f(v) }

// Collector is a Sink that keeps everything.
type Collector struct {
	Items []value.Value
}

// Emit appends v.
func (c *Collector) Emit(v value.Value) error {
	if err := value.CheckGrowth(c.Items); err != nil {
		return err
	}
	c.Items = append(c.Items, v)
	return nil
}

// Value returns what a variable gets from the collected output: nothing, the
// only item, or an Object[].
func (c *Collector) Value() value.Value {
	switch len(c.Items) {
	case 0:
		return value.Void
	case 1:
		return c.Items[0]
	}
	return value.List(c.Items...)
}
