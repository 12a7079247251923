package core

import (
	"exolab/cmdlets"
	"exolab/cmdlets/internal/objects"
	"exolab/runtime"
	"exolab/runtime/format"
	"exolab/runtime/value"
)

// FormatTable is Format-Table.
type FormatTable struct {
	AutoSize         cmdlets.Switch `ps:""`
	RepeatHeader     cmdlets.Switch `ps:""`
	HideTableHeaders cmdlets.Switch `ps:""`
	Wrap             cmdlets.Switch `ps:""`
	Property         []value.Value  `ps:"position=0"`
	formatting
}

// Begin reads the columns.
func (c *FormatTable) Begin(ctx *runtime.Context) error {
	return c.begin(ctx, format.Options{Shape: format.Table, AutoSize: bool(c.AutoSize), Wrap: bool(c.Wrap),
		HideHeaders: bool(c.HideTableHeaders), Repeat: bool(c.RepeatHeader)}, c.Property, objects.TableDefinition)
}
