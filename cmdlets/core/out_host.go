package core

import (
	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/format"
	"exolab/runtime/value"
)

// hostOutput shows objects on the console, apart from what the session itself
// has under way.
type hostOutput struct{ output *format.Output }

type hostLines struct{ host runtime.Host }

// WriteLine writes a line to the host.
func (l hostLines) WriteLine(line string) error { return l.host.Text(line, true, -1, -1) }

func (h *hostOutput) begin(ctx *runtime.Context, lines format.LineWriter) {
	h.output = format.NewLineOutput(ctx.Env(), lines, format.ConsoleWidth(ctx.Host().Width))
	if host, ok := ctx.Host().(runtime.ColourHost); ok && host.Coloured() {
		h.output.SetStyle(func() format.Style { return format.StyleOf(ctx.Env()) })
	}
}

// OutHost is Out-Host.
type OutHost struct {
	Paging      cmdlets.Switch `ps:""`
	InputObject value.Value    `ps:"type=psobject,pipeline"`

	host hostOutput
}

// Begin makes the formatter.
func (c *OutHost) Begin(ctx *runtime.Context) error {
	var lines format.LineWriter = hostLines{ctx.Host()}
	if host, ok := ctx.Host().(runtime.Pager); ok && bool(c.Paging) {
		lines = &pagedLines{ctx: ctx, to: lines, host: host}
	}
	c.host.begin(ctx, lines)
	return nil
}

// Process shows one object.
func (c *OutHost) Process(*runtime.Context) error { return c.host.output.Emit(c.InputObject) }

// End closes what is open.
func (c *OutHost) End(*runtime.Context) error { return c.host.output.Flush() }

// OutDefault is Out-Default.
type OutDefault struct {
	Transcript  cmdlets.Switch `ps:""`
	InputObject value.Value    `ps:"type=psobject,pipeline"`

	host hostOutput
}

// Begin makes the formatter.
func (c *OutDefault) Begin(ctx *runtime.Context) error {
	c.host.begin(ctx, hostLines{ctx.Host()})
	return nil
}

// Process shows one object.
func (c *OutDefault) Process(*runtime.Context) error { return c.host.output.Emit(c.InputObject) }

// End closes what is open.
func (c *OutDefault) End(*runtime.Context) error { return c.host.output.Flush() }
