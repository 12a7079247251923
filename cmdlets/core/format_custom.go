package core

import (
	"exolab/cmdlets/internal/objects"
	"exolab/runtime"
	"exolab/runtime/format"
	"exolab/runtime/value"
)

// FormatCustom is Format-Custom.
type FormatCustom struct {
	Property []value.Value `ps:"position=0"`
	Depth    int           `ps:"range=1:2147483647"`
	formatting
}

// Begin reads the properties.
func (c *FormatCustom) Begin(ctx *runtime.Context) error {
	return c.begin(ctx, format.Options{Shape: format.Custom, Depth: c.Depth}, c.Property, objects.CustomDefinition)
}
