package core

import (
	"strings"

	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/format"
	"exolab/runtime/value"
)

// OutString is Out-String.
type OutString struct {
	Stream      cmdlets.Switch `ps:"set=StreamFormatting"`
	Width       int            `ps:"range=2:2147483647"`
	NoNewline   cmdlets.Switch `ps:"set=NoNewLineFormatting"`
	InputObject value.Value    `ps:"type=psobject,pipeline"`

	ctx    *runtime.Context
	output *format.Output
	text   strings.Builder
}

// Begin makes the formatter.
func (c *OutString) Begin(ctx *runtime.Context) error {
	c.ctx = ctx
	c.output = format.NewTextOutput(ctx.Env(), c, fixedWidth(ctx, c.Width))
	return nil
}

// fixedWidth is a width that was asked for, or what views use of the console's.
func fixedWidth(ctx *runtime.Context, width int) func() int {
	if width > 0 {
		return func() int { return width }
	}
	return format.ConsoleWidth(ctx.Host().Width)
}

// WriteLine takes a line of the formatter.
func (c *OutString) WriteLine(line string) error {
	if c.Stream {
		return c.ctx.Emit(value.Str(line))
	}
	c.text.WriteString(line)
	if !c.NoNewline {
		c.text.WriteByte('\n')
	}
	return nil
}

// Process shows one object.
func (c *OutString) Process(*runtime.Context) error { return c.output.Emit(c.InputObject) }

// End emits the text.
func (c *OutString) End(ctx *runtime.Context) error {
	if err := c.output.Flush(); err != nil || bool(c.Stream) {
		return err
	}
	return ctx.Emit(value.Str(c.text.String()))
}
