package core

import (
	"exolab/cmdlets"
	"exolab/cmdlets/internal/objects"
	"exolab/runtime"
	"exolab/runtime/format"
	"exolab/runtime/value"
)

// FormatWide is Format-Wide.
type FormatWide struct {
	Property value.Value    `ps:"position=0"`
	AutoSize cmdlets.Switch `ps:""`
	Column   int            `ps:"range=1:2147483647"`
	formatting
}

// Begin reads the property.
func (c *FormatWide) Begin(ctx *runtime.Context) error {
	if bool(c.AutoSize) && ctx.Bound("Column") {
		return invalidFormat(ctx, "FormatCannotSpecifyAutosizeAndColumns", "Cmdlet parameters AutoSize and Column are mutually exclusive.")
	}
	var property []value.Value
	if !c.Property.IsNull() {
		property = []value.Value{c.Property}
	}
	return c.begin(ctx, format.Options{Shape: format.Wide, AutoSize: bool(c.AutoSize), WideColumns: c.Column}, property, objects.WideDefinition)
}
