package runtime

import (
	"fmt"

	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// guarded runs fn. A panic with an exception is that exception, as value.Claim
// has it; any other panic becomes an error that says it is a defect of
// exolab, so that the session goes on.
func guarded(fn func() error) (err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case *value.Exception:
			err = r
		default:
			err = errs.Terminating(errs.New("System.InvalidOperationException",
				fmt.Sprintf("This is a defect of exolab, not of the script: %v.", r), "ExolabDefect", value.NotSpecified, value.Null))
		}
	}()
	return fn()
}
