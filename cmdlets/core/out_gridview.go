package core

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/files"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/format"
	"exolab/runtime/sandbox"
	"exolab/runtime/value"
)

// OutGridView is Out-GridView. PowerShell for Windows opens a window; exolab
// opens none and writes a page with a table that can be searched and sorted.
type OutGridView struct {
	InputObject value.Value    `ps:"type=psobject,pipeline"`
	Title       string         `ps:"notnullorempty"`
	Wait        cmdlets.Switch `ps:"set=Wait"`
	OutputMode  string         `ps:"validateset=None|Single|Multiple,set=OutputMode"`
	PassThru    cmdlets.Switch `ps:"set=PassThru"`

	table *format.Formatter
	grid  grid
}

// Begin refuses what needs somebody who chooses rows.
func (c *OutGridView) Begin(ctx *runtime.Context) error {
	asked := ""
	switch {
	case bool(c.PassThru):
		asked = "PassThru"
	case value.Fold(c.OutputMode) == "single" || value.Fold(c.OutputMode) == "multiple":
		asked = "OutputMode " + c.OutputMode
	}
	if asked != "" {
		return ctx.Throw(errs.New("System.NotSupportedException", "Out-GridView -"+asked+" is not emulated: exolab opens no window in which rows could be chosen.",
			"NotEmulated", value.NotImplemented, value.Null))
	}
	c.grid.Title = c.Title
	c.table = format.NewFormatter(ctx.Env(), &format.Options{Shape: format.Table}, c.add)
	return nil
}

// add takes a record of the table into the grid.
func (c *OutGridView) add(r format.Record) error {
	switch r := r.(type) {
	case *format.Start:
		c.grid.Columns = r.Labels()
	case *format.Entry:
		c.grid.Rows = append(c.grid.Rows, r.Cells())
	}
	return nil
}

// Process adds one object.
func (c *OutGridView) Process(*runtime.Context) error { return c.table.Object(c.InputObject) }

// End writes the page and says where it is.
func (c *OutGridView) End(ctx *runtime.Context) error {
	if err := c.table.End(); err != nil {
		return err
	}
	path, err := c.grid.save(os.TempDir())
	if err != nil {
		return ctx.Throw(files.Failure(err, path, "FileOpenFailure", value.OpenError))
	}
	return ctx.WriteHost("Out-GridView wrote "+path, true, -1, -1)
}

// save writes the page to a new file in dir and returns its path.
func (g *grid) save(dir string) (string, error) {
	page := g.page()
	for n := 1; ; n++ {
		path := filepath.Join(dir, fmt.Sprintf("exolab-grid-%d-%d.html", os.Getpid(), n))
		file, err := sandbox.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return path, err
		}
		_, err = file.WriteString(page)
		return path, errors.Join(err, file.Close())
	}
}
