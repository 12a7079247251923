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
	plan    *bindPlan
	exec    Executable
	out     Sink
	// frame is the caller's; its scope is where the command was called from.
	frame *Frame
	inv   *errs.Invocation
	stage *processor

	// set is the name of the parameter set in use; sets are those still
	// possible, before those possible before pipeline input.
	set          string
	sets, before setMask
	input        value.Value
	// expecting is set for a command that stands behind another one.
	expecting bool
	// ready is set once a pipeline object has been bound in full.
	ready bool
	// failed is set once the command wrote an error: $? is false then.
	failed bool
	// position counts the commands of the pipeline from 1.
	position int
	// bound says which parameters have been given, by index; given those that
	// the command line gave. values holds what was bound, when anything was.
	bound, given []bool
	values       []value.Value
	// rest is $args.
	rest    []value.Value
	delayed []delayedArg
	common  *commonParameters
	confirm confirmation
}

// Session returns the session that runs the command.
func (c *Context) Session() *Session { return c.session }

// Env returns what computed members and conversions need of the session.
func (c *Context) Env() value.Env { return c.frame }

// Host returns the session's host.
func (c *Context) Host() Host { return c.session.Host }

// Scope returns the scope that the command was called from.
func (c *Context) Scope() *Scope { return c.frame.scope }

// Command returns the command that runs.
func (c *Context) Command() *Command { return c.command }

// Metadata returns the parameters of the command that runs.
func (c *Context) Metadata() *Metadata { return c.meta }

// Invocation says by which text the command was called.
func (c *Context) Invocation() *errs.Invocation { return c.inv }

// CallerInvocation says by which text the function or script that calls this
// command was called: its $MyInvocation. It is nil at the prompt.
func (c *Context) CallerInvocation() *errs.Invocation {
	call := c.frame.call
	switch {
	case call == nil:
		return nil
	case call.ctx != nil:
		return call.ctx.inv
	case call.site != nil:
		return call.site.invocation(call)
	}
	return nil
}

// Emit writes one object to the success stream as it is: a collection stays
// one object.
func (c *Context) Emit(v value.Value) error {
	if v.IsVoid() {
		return nil
	}
	return c.out.Emit(v)
}

// Enumerate writes an object to the success stream, taking collections apart
// as the pipeline does.
func (c *Context) Enumerate(v value.Value) error { return enumerateTo(c.out, v) }

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
	i, ok := c.plan.names[value.Fold(name)]
	return ok && c.bound[i]
}

// BoundParameters returns the given parameters by name, as $PSBoundParameters;
// a script's command and its invocation share one dictionary.
func (c *Context) BoundParameters() *value.Dict {
	if e, ok := c.exec.(*blockExecutable); ok {
		return e.call.boundParameters()
	}
	d := newBoundParameters()
	for i, p := range c.meta.Params {
		if i < len(c.bound) && c.bound[i] && c.values != nil {
			d.Set(value.Str(p.Name), c.values[i])
		}
	}
	return d
}

// Remaining returns the unbound arguments of a command without CmdletBinding.
func (c *Context) Remaining() []value.Value { return c.rest }

// RunBlock runs a script block with $_ set to underscore, in the caller's
// scope; its output goes to the success stream.
func (c *Context) RunBlock(b *ScriptBlock, underscore value.Value, args ...value.Value) error {
	return c.session.InvokeBlock(b, Invocation{Args: args, Underscore: underscore, HasUnderscore: true, Scope: c.frame.scope, Out: c.out})
}

// Collect runs a script block as RunBlock does and returns its output.
func (c *Context) Collect(b *ScriptBlock, underscore value.Value, args ...value.Value) ([]value.Value, error) {
	var out Collector
	err := c.session.InvokeBlock(b, Invocation{Args: args, Underscore: underscore, HasUnderscore: true, Scope: c.frame.scope, Out: &out, Quiet: true})
	return out.Items, err
}

// StopUpstream returns the error by which a command says that it wants no
// more input: commands before it end without their End, commands after it go on.
func (c *Context) StopUpstream() error { return &stopUpstream{stage: c.stage} }

// Cancelled returns the error to pass up when the pipeline is being stopped
// (Ctrl-C), else nil. Long loops that emit nothing ask it now and then.
func (c *Context) Cancelled() error { return c.session.cancelled() }

// label gives a record the position, id suffix and activity of the command,
// unless an inner command did.
func (c *Context) label(rec *errs.Record) {
	if rec.Invocation != nil {
		return
	}
	rec.Invocation = c.inv
	switch name := c.command.errorName(); {
	case rec.ID == "":
		rec.ID = name
	case name != "":
		rec.ID += "," + name
	}
	if rec.Activity == "" {
		rec.Activity = c.command.Name
	}
	if rec.StackTrace == "" {
		rec.StackTrace = c.frame.stackTrace()
	}
}

// errorName is what FullyQualifiedErrorId says about the command.
func (c *Command) errorName() string {
	if c.Kind == CmdletCommand && c.ClassName != "" {
		return c.ClassName
	}
	return c.Name
}

// PSType returns the type of $PSCmdlet.
func (c *Context) PSType() *value.Type { return TypePSScriptCmdlet }
