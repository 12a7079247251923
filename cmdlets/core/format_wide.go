package core

import (
	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/format"
	"exolab/runtime/value"
)

// FormatWide is Format-Wide.
type FormatWide struct {
	Property     value.Value    `ps:"position=0"`
	AutoSize     cmdlets.Switch `ps:""`
	Column       int            `ps:"range=1:2147483647"`
	GroupBy      value.Value    `ps:""`
	View         string         `ps:""`
	ShowError    cmdlets.Switch `ps:""`
	DisplayError cmdlets.Switch `ps:""`
	Force        cmdlets.Switch `ps:""`
	Expand       string         `ps:"validateset=CoreOnly|EnumOnly|Both"`
	InputObject  value.Value    `ps:"type=psobject,pipeline"`

	formatting formatting
}

// Begin reads the property.
func (c *FormatWide) Begin(ctx *runtime.Context) error {
	if bool(c.AutoSize) && ctx.Bound("Column") {
		return invalidFormat(ctx, "FormatCannotSpecifyAutosizeAndColumns", "The AutoSize and Column parameters cannot be used together.")
	}
	var property []value.Value
	if !c.Property.IsNull() {
		property = []value.Value{c.Property}
	}
	return c.formatting.begin(ctx, format.Options{Shape: format.Wide, AutoSize: bool(c.AutoSize), WideColumns: c.Column},
		formatArguments{property, c.GroupBy, c.View, c.Expand, wideKeys, bool(c.ShowError), bool(c.DisplayError), bool(c.Force)})
}

// Process formats one object.
func (c *FormatWide) Process(ctx *runtime.Context) error {
	return c.formatting.object(ctx, c.InputObject)
}

// End closes the view.
func (c *FormatWide) End(*runtime.Context) error { return c.formatting.end() }
