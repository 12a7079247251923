package runtime

import (
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// Context is what a running command may do: write to the streams, ask what
// was bound, confirm, run script blocks. One Context serves one invocation of
// a command, from Begin to Clean.
//
// Every method that returns an error returns one that the command must pass
// up at once: it says that the pipeline ends (an error action of Stop, a
// downstream command that has enough, Ctrl-C).
type Context struct {
	session *Session
	command *Command
	meta    *Metadata
	exec    Executable
	out     Sink
	scope   *Scope
	inv     *errs.Invocation
	set     string
	input   value.Value
	// expecting is set for a command that stands behind another one.
	expecting bool
	// bound says which parameters have been given, by index.
	bound []bool
	// values holds what was bound to them.
	values []value.Value
}

// Session returns the session that runs the command.
func (c *Context) Session() *Session { return c.session }

// Env returns the session as computed members and conversions need it.
func (c *Context) Env() value.Env { return nil }

// Host returns the session's host.
func (c *Context) Host() Host { return c.session.Host }

// Scope returns the scope that the command was called from.
func (c *Context) Scope() *Scope { return c.scope }

// Command returns the command that runs.
func (c *Context) Command() *Command { return c.command }

// Invocation says by which text the command was called.
func (c *Context) Invocation() *errs.Invocation { return c.inv }

// Emit writes one object to the success stream as it is: a collection stays
// one object.
func (c *Context) Emit(v value.Value) error {
	if v.IsVoid() {
		return nil
	}
	return c.out.Emit(v)
}

// Out returns the success stream as a Sink.
func (c *Context) Out() Sink { return c.out }

// Input returns the present pipeline object; it is Void where there is none.
func (c *Context) Input() value.Value { return c.input }

// ExpectingInput reports whether the command stands behind another one.
func (c *Context) ExpectingInput() bool { return c.expecting }

// ParameterSet returns the name of the parameter set in use.
func (c *Context) ParameterSet() string { return c.set }

// Bound reports whether the parameter of that name (in any case) was given by
// the caller or the pipeline.
func (c *Context) Bound(name string) bool {
	i := c.meta.Index(value.Fold(name))
	return i >= 0 && i < len(c.bound) && c.bound[i]
}
