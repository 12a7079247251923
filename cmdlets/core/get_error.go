package core

import (
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// GetError is Get-Error.
type GetError struct {
	InputObject value.Value `ps:"type=psobject,notnullorempty,position=0,pipeline,set=Error"`
	Newest      *int        `ps:"alias=Last,range=1:2147483647,set=Newest"`
}

// Process emits error records with everything they hold to be shown.
func (c *GetError) Process(ctx *runtime.Context) error {
	if ctx.Bound("InputObject") {
		return c.emit(ctx, c.InputObject)
	}
	n := 1
	if c.Newest != nil {
		n = *c.Newest
	}
	list := ctx.Session().Errors().Items
	for _, v := range list[:min(n, len(list))] {
		if err := c.emit(ctx, v); err != nil {
			return err
		}
	}
	return nil
}

// emit puts the record out as one that is shown in full.
func (c *GetError) emit(ctx *runtime.Context, v value.Value) error {
	rec, ok := value.As[*errs.Record](v)
	if !ok {
		return ctx.Emit(v)
	}
	shown := *rec
	shown.Extended = value.Extended{}
	const full = "System.Management.Automation.ErrorRecord"
	shown.Extend().TypeNames = []string{full + "#PSExtendedError", full, "System.Object"}
	return ctx.Emit(value.Obj(&shown))
}
