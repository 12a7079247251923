package core

import (
	"exolab/runtime"
)

// InvokeExpression is Invoke-Expression.
type InvokeExpression struct {
	Command string `ps:"mandatory,position=0,pipeline"`
}

// Process runs the text in the caller's scope.
func (c *InvokeExpression) Process(ctx *runtime.Context) error {
	block, err := ctx.Session().ParseBlock("", c.Command)
	if err != nil {
		// The error is shown at the command, not inside the text.
		rec := runtime.RecordOf(err)
		rec.Invocation = nil
		return ctx.Throw(rec)
	}
	return ctx.Session().InvokeBlock(block, runtime.Invocation{Scope: ctx.Scope(), Out: ctx.Out()})
}
