package core

import (
	"exolab/runtime"
	"exolab/runtime/value"
)

// GetPSCallStack is Get-PSCallStack.
type GetPSCallStack struct{}

// Process emits the running blocks, the innermost first.
func (GetPSCallStack) Process(ctx *runtime.Context) error {
	for _, frame := range ctx.CallStack() {
		if err := ctx.Emit(value.Obj(frame)); err != nil {
			return err
		}
	}
	return nil
}
