package core

import (
	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/format"
	"exolab/runtime/value"
)

// FormatList is Format-List.
type FormatList struct {
	Property     []value.Value  `ps:"position=0"`
	GroupBy      value.Value    `ps:""`
	View         string         `ps:""`
	ShowError    cmdlets.Switch `ps:""`
	DisplayError cmdlets.Switch `ps:""`
	Force        cmdlets.Switch `ps:""`
	Expand       string         `ps:"validateset=CoreOnly|EnumOnly|Both"`
	InputObject  value.Value    `ps:"type=psobject,pipeline"`

	formatting formatting
}

// Begin reads the properties.
func (c *FormatList) Begin(ctx *runtime.Context) error {
	return c.formatting.begin(ctx, format.Options{Shape: format.List},
		formatArguments{c.Property, c.GroupBy, c.View, c.Expand, listKeys, bool(c.ShowError), bool(c.DisplayError), bool(c.Force)})
}

// Process formats one object.
func (c *FormatList) Process(ctx *runtime.Context) error {
	return c.formatting.object(ctx, c.InputObject)
}

// End closes the list.
func (c *FormatList) End(*runtime.Context) error { return c.formatting.end() }
