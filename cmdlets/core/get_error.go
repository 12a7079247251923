package core

import (
	"exolab/runtime"
	"exolab/runtime/format"
	"exolab/runtime/value"
)

// GetError is Get-Error.
type GetError struct {
	InputObject value.Value `ps:"type=psobject,notnullorempty,position=0,pipeline,set=Error"`
	Newest      *int        `ps:"alias=Last,range=1:2147483647,set=Newest"`
}

// Process emits errors with everything they hold to be shown. Several of them
// are numbered.
func (c *GetError) Process(ctx *runtime.Context) error {
	if ctx.Bound("InputObject") {
		return ctx.Emit(format.ExtendedError(c.InputObject))
	}
	n := 1
	if c.Newest != nil {
		n = *c.Newest
	}
	list := ctx.Session().Errors().Items
	list = list[:min(n, len(list))]
	for i, v := range list {
		shown := format.ExtendedError(v)
		if x, ok := shown.Object().(value.Extensible); ok && len(list) > 1 {
			x.Extend().Members.Set("PSErrorIndex", value.Int(i))
		}
		if err := ctx.Emit(shown); err != nil {
			return err
		}
	}
	return nil
}
