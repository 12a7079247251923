package core

import (
	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/format"
	"exolab/runtime/value"
)

// FormatCustom is Format-Custom.
type FormatCustom struct {
	Property     []value.Value  `ps:"position=0"`
	Depth        int            `ps:"range=1:2147483647"`
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
func (c *FormatCustom) Begin(ctx *runtime.Context) error {
	return c.formatting.begin(ctx, format.Options{Shape: format.Custom, Depth: c.Depth},
		formatArguments{c.Property, c.GroupBy, c.View, c.Expand, customKeys, bool(c.ShowError), bool(c.DisplayError), bool(c.Force)})
}

// Process formats one object.
func (c *FormatCustom) Process(ctx *runtime.Context) error {
	return c.formatting.object(ctx, c.InputObject)
}

// End closes the view.
func (c *FormatCustom) End(*runtime.Context) error { return c.formatting.end() }
