package core

import (
	"os"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/files"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/format"
	"exolab/runtime/value"
)

// OutFile is Out-File.
type OutFile struct {
	FilePath    string         `ps:"alias=Path,mandatory,position=0,set=ByPath"`
	LiteralPath string         `ps:"alias=PSPath|LP,mandatory,byname,set=ByLiteralPath"`
	Encoding    value.Value    `ps:"type=System.Text.Encoding,notnullorempty,transform=encoding,position=1"`
	Append      cmdlets.Switch `ps:""`
	Force       cmdlets.Switch `ps:""`
	NoClobber   cmdlets.Switch `ps:"alias=NoOverwrite"`
	Width       int            `ps:"range=2:2147483647"`
	NoNewline   cmdlets.Switch `ps:""`
	InputObject value.Value    `ps:"type=psobject,pipeline"`

	file   *files.TextWriter
	output *format.Output
}

// Begin opens the file.
func (c *OutFile) Begin(ctx *runtime.Context) error {
	written := c.FilePath
	if written == "" {
		written = c.LiteralPath
	}
	path := files.Resolve(ctx.Session(), written)
	if ok, err := ctx.ShouldProcess(path, ""); err != nil || !ok {
		return err
	}
	if c.NoClobber && !c.Append {
		if _, err := os.Stat(path); err == nil {
			return ctx.Throw(errs.New("System.IO.IOException", "The file '"+path+"' already exists.", "NoClobber", value.ResourceExists, value.Str(path)))
		}
	}
	encoding := files.EncodingOf(c.Encoding)
	var err error
	c.file, err = files.Create(path, files.WriteOptions{Encoding: encoding, Append: bool(c.Append), Force: bool(c.Force)})
	if err != nil {
		return ctx.Throw(files.Failure(err, path, "FileOpenFailure", value.OpenError))
	}
	c.output = format.NewTextOutput(ctx.Env(), c, fixedWidth(ctx, c.Width))
	return nil
}

// WriteLine takes a line of the formatter.
func (c *OutFile) WriteLine(line string) error {
	if !c.NoNewline {
		line += "\n"
	}
	_, err := c.file.Write([]byte(line))
	return err
}

// Process shows one object in the file.
func (c *OutFile) Process(*runtime.Context) error {
	if c.output == nil {
		return nil
	}
	return c.output.Emit(c.InputObject)
}

// End writes what is pending.
func (c *OutFile) End(*runtime.Context) error {
	if c.output == nil {
		return nil
	}
	return c.output.Flush()
}

// Clean closes the file.
func (c *OutFile) Clean(*runtime.Context) error {
	if c.file == nil {
		return nil
	}
	return c.file.Close()
}
