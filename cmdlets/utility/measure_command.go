package utility

import (
	"time"

	"exolab/runtime"
	"exolab/runtime/value"
)

// MeasureCommand is Measure-Command.
type MeasureCommand struct {
	InputObject value.Value          `ps:"type=psobject,pipeline"`
	Expression  *runtime.ScriptBlock `ps:"mandatory,position=0"`

	spent time.Duration
}

// Process runs the block in the caller's scope, without its output.
func (c *MeasureCommand) Process(ctx *runtime.Context) error {
	start := time.Now()
	_, err := ctx.Collect(c.Expression, c.InputObject)
	c.spent += time.Since(start)
	return err
}

// End emits the time that the block took.
func (c *MeasureCommand) End(ctx *runtime.Context) error {
	return ctx.Emit(value.Span(int64(c.spent) / 100))
}
