package core

import (
	"exolab/cmdlets"
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
	GroupBy          value.Value    `ps:""`
	View             string         `ps:""`
	ShowError        cmdlets.Switch `ps:""`
	DisplayError     cmdlets.Switch `ps:""`
	Force            cmdlets.Switch `ps:""`
	Expand           string         `ps:"validateset=CoreOnly|EnumOnly|Both"`
	InputObject      value.Value    `ps:"type=psobject,pipeline"`

	formatting formatting
}

// Begin reads the columns.
func (c *FormatTable) Begin(ctx *runtime.Context) error {
	return c.formatting.begin(ctx, format.Options{Shape: format.Table, AutoSize: bool(c.AutoSize), Wrap: bool(c.Wrap),
		HideHeaders: bool(c.HideTableHeaders), Repeat: bool(c.RepeatHeader)},
		formatArguments{c.Property, c.GroupBy, c.View, c.Expand, tableKeys, bool(c.ShowError), bool(c.DisplayError), bool(c.Force)})
}

// Process formats one object.
func (c *FormatTable) Process(ctx *runtime.Context) error {
	return c.formatting.object(ctx, c.InputObject)
}

// End closes the table.
func (c *FormatTable) End(*runtime.Context) error { return c.formatting.end() }
