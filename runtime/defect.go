package runtime

import (
	"fmt"

	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// guarded runs fn; a panic in it becomes an error that says it is a defect of
// exolab, so that the session goes on.
func guarded(fn func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = errs.Terminating(errs.New("System.InvalidOperationException",
				fmt.Sprintf("This is a defect of exolab, not of the script: %v.", r), "ExolabDefect", value.NotSpecified, value.Null))
		}
	}()
	return fn()
}
