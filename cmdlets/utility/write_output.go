package utility

import (
	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/value"
)

// WriteOutput is Write-Output.
type WriteOutput struct {
	InputObject value.Value    `ps:"allownull,allowemptycollection,mandatory,position=0,pipeline,remaining"`
	NoEnumerate cmdlets.Switch `ps:""`
}

// Process emits the input, taken apart unless -NoEnumerate was given.
func (c *WriteOutput) Process(ctx *runtime.Context) error {
	if c.NoEnumerate {
		return ctx.Emit(c.InputObject)
	}
	return ctx.Enumerate(c.InputObject)
}
