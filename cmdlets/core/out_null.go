package core

import (
	"exolab/runtime"
	"exolab/runtime/value"
)

// OutNull is Out-Null.
type OutNull struct {
	InputObject value.Value `ps:"type=psobject,pipeline"`
}

// Process throws the object away.
func (c *OutNull) Process(*runtime.Context) error { return nil }
