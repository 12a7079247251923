package core

import (
	"exolab/cmdlets/internal/objects"
	"exolab/runtime"
	"exolab/runtime/format"
	"exolab/runtime/value"
)

// FormatList is Format-List.
type FormatList struct {
	Property []value.Value `ps:"position=0"`
	formatting
}

// Begin reads the properties.
func (c *FormatList) Begin(ctx *runtime.Context) error {
	return c.begin(ctx, format.Options{Shape: format.List}, c.Property, objects.ListDefinition)
}
