package core

import (
	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/format"
	"exolab/runtime/value"
)

// OutGridView is Out-GridView: a table on the console in place of a window.
type OutGridView struct {
	InputObject value.Value    `ps:"type=psobject,pipeline"`
	Title       string         `ps:"notnullorempty"`
	Wait        cmdlets.Switch `ps:"set=Wait"`
	OutputMode  string         `ps:"validateset=None|Single|Multiple,set=OutputMode"`
	PassThru    cmdlets.Switch `ps:"set=PassThru"`

	host  hostOutput
	table *format.Formatter
	rows  []value.Value
}

// Begin shows the title and opens the table.
func (c *OutGridView) Begin(ctx *runtime.Context) error {
	c.host.begin(ctx, hostLines{ctx.Host()})
	c.table = format.NewFormatter(ctx.Env(), &format.Options{Shape: format.Table}, func(r format.Record) error { return c.host.output.Emit(value.Obj(r)) })
	if c.Title == "" {
		return nil
	}
	return ctx.Host().Text(c.Title, true, -1, -1)
}

// Process shows one object.
func (c *OutGridView) Process(*runtime.Context) error {
	c.rows = append(c.rows, c.InputObject)
	return c.table.Object(c.InputObject)
}

// End closes the table and passes the rows on as though all, or with
// -OutputMode Single the first, were chosen.
func (c *OutGridView) End(ctx *runtime.Context) error {
	if err := c.table.End(); err != nil {
		return err
	}
	if err := c.host.output.Flush(); err != nil {
		return err
	}
	switch {
	case !bool(c.PassThru) && value.Fold(c.OutputMode) != "single" && value.Fold(c.OutputMode) != "multiple":
		return nil
	case value.Fold(c.OutputMode) == "single" && len(c.rows) > 1:
		c.rows = c.rows[:1]
	}
	for _, row := range c.rows {
		if err := ctx.Emit(row); err != nil {
			return err
		}
	}
	return nil
}
