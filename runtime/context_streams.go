package runtime

import (
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// Enumerate writes an object to the success stream, taking collections apart
// as the pipeline does.
func (c *Context) Enumerate(v value.Value) error { return c.Emit(v) }

// WriteError reports an error that does not end the command, unless the error
// action says so. The record gets the command's name, position and id suffix.
func (c *Context) WriteError(rec *errs.Record) error { return nil }

// Throw returns the error by which a command ends with that record
// (ThrowTerminatingError): `return ctx.Throw(rec)`.
func (c *Context) Throw(rec *errs.Record) error { return errs.Terminating(rec) }

// Warning writes to the warning stream.
func (c *Context) Warning(message string) error { return nil }

// Verbose writes to the verbose stream.
func (c *Context) Verbose(message string) error { return nil }

// Debug writes to the debug stream.
func (c *Context) Debug(message string) error { return nil }

// Information writes a message object with tags to the information stream.
func (c *Context) Information(message value.Value, tags ...string) error { return nil }

// WriteHost shows text on the console as Write-Host does: it is an
// information record tagged PSHOST that the host shows at once. Colours are
// ConsoleColor values, or -1.
func (c *Context) WriteHost(text string, newline bool, foreground, background int) error { return nil }

// Progress writes to the progress stream.
func (c *Context) Progress(p Progress) error { return nil }

// ShouldProcess asks, as -WhatIf, -Confirm and $ConfirmPreference demand, if
// action may be done to target; an empty action is the command's name.
func (c *Context) ShouldProcess(target, action string) (bool, error) { return true, nil }

// ShouldContinue asks a question whatever the preferences say.
func (c *Context) ShouldContinue(query, caption string) (bool, error) { return true, nil }

// StopUpstream returns the error by which a command says that it wants no
// more input: commands before it end without their End, commands after it go on.
func (c *Context) StopUpstream() error { return nil }

// Cancelled returns the error to pass up when the pipeline is being stopped
// (Ctrl-C), else nil. Long loops that emit nothing ask it now and then.
func (c *Context) Cancelled() error { return nil }

// RunBlock runs a script block with $_ set to underscore, in the caller's
// scope; its output goes to the success stream.
func (c *Context) RunBlock(b *ScriptBlock, underscore value.Value, args ...value.Value) error {
	return c.session.InvokeBlock(b, Invocation{Args: args, Underscore: underscore, HasUnderscore: true, Out: c.out})
}

// Collect runs a script block as RunBlock does and returns its output.
func (c *Context) Collect(b *ScriptBlock, underscore value.Value, args ...value.Value) ([]value.Value, error) {
	var out Collector
	err := c.session.InvokeBlock(b, Invocation{Args: args, Underscore: underscore, HasUnderscore: true, Out: &out})
	return out.Items, err
}

// BoundParameters returns the given parameters by name, as $PSBoundParameters.
func (c *Context) BoundParameters() *value.Dict { return value.NewHashtable() }

// Remaining returns the unbound arguments of a command without CmdletBinding.
func (c *Context) Remaining() []value.Value { return nil }
