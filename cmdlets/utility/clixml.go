package utility

import (
	"os"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/files"
	"exolab/cmdlets/internal/providers"
	"exolab/runtime"
	"exolab/runtime/clixml"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// ExportClixml is Export-Clixml.
type ExportClixml struct {
	Depth       int            `ps:"range=1:2147483647"`
	Path        string         `ps:"mandatory,position=0,set=ByPath"`
	LiteralPath string         `ps:"alias=PSPath|LP,mandatory,set=ByLiteralPath"`
	InputObject value.Value    `ps:"type=psobject,allownull,mandatory,pipeline"`
	Force       cmdlets.Switch `ps:""`
	NoClobber   cmdlets.Switch `ps:"alias=NoOverwrite"`
	Encoding    value.Value    `ps:"type=System.Text.Encoding,notnullorempty,transform=encoding"`

	file   *files.TextWriter
	writer *clixml.Writer
}

// ImportClixml is Import-Clixml.
type ImportClixml struct {
	Path              []string       `ps:"mandatory,position=0,pipeline,byname,set=ByPath"`
	LiteralPath       []string       `ps:"alias=PSPath|LP,mandatory,byname,set=ByLiteralPath"`
	IncludeTotalCount cmdlets.Switch `ps:""`
	Skip              *int64         `ps:"type=ulong"`
	First             *int64         `ps:"type=ulong"`
}

// ConvertToCliXml is ConvertTo-CliXml.
type ConvertToCliXml struct {
	InputObject value.Value `ps:"type=psobject,mandatory,position=0,pipeline"`
	Depth       int         `ps:"range=1:2147483647"`

	items []value.Value
}

// ConvertFromCliXml is ConvertFrom-CliXml.
type ConvertFromCliXml struct {
	InputObject string `ps:"mandatory,position=0,pipeline"`
}

// NewExportClixml returns an Export-Clixml with its defaults.
func NewExportClixml() any { return &ExportClixml{Depth: clixml.DefaultDepth} }

// NewConvertToCliXml returns a ConvertTo-CliXml with its defaults.
func NewConvertToCliXml() any { return &ConvertToCliXml{Depth: clixml.DefaultDepth} }

// Begin opens the file.
func (c *ExportClixml) Begin(ctx *runtime.Context) error {
	path := files.Resolve(ctx.Session(), c.Path+c.LiteralPath)
	if ok, err := ctx.ShouldProcess(path, ""); err != nil || !ok {
		return err
	}
	encoding := files.EncodingOf(c.Encoding)
	if _, err := os.Stat(path); err == nil && bool(c.NoClobber) {
		return ctx.Throw(errs.New("System.IO.IOException", "The file '"+path+"' already exists.", "NoClobber", value.ResourceExists, value.Str(path)))
	}
	file, err := files.Create(path, files.WriteOptions{Encoding: encoding, Force: bool(c.Force)})
	if err != nil {
		return ctx.Throw(files.Failure(err, path, "FileOpenFailure", value.OpenError))
	}
	c.file, c.writer = file, clixml.NewWriter(ctx.Env(), c.Depth)
	return nil
}

// Process adds an object.
func (c *ExportClixml) Process(*runtime.Context) error {
	if c.writer != nil {
		c.writer.Write(c.InputObject)
	}
	return nil
}

// End writes the document.
func (c *ExportClixml) End(ctx *runtime.Context) error {
	if c.writer == nil {
		return nil
	}
	if _, err := c.file.Write([]byte(c.writer.String())); err != nil {
		return ctx.Throw(files.Failure(err, c.Path, "FileOpenFailure", value.WriteError))
	}
	return c.Clean(ctx)
}

// Clean closes the file.
func (c *ExportClixml) Clean(*runtime.Context) error {
	if c.file == nil {
		return nil
	}
	err := c.file.Close()
	c.file = nil
	return err
}

// Process emits the objects of each file.
func (c *ImportClixml) Process(ctx *runtime.Context) error {
	paths, o := c.Path, providers.Options{AllowMissing: true}
	if len(c.LiteralPath) > 0 {
		paths, o.Literal = c.LiteralPath, true
	}
	return providers.Each(ctx, paths, o, func(p providers.Place) error {
		text, err := files.ReadText(p.Path, files.UTF8)
		if err != nil {
			return ctx.Throw(files.Failure(err, p.Path, "FileOpenFailure", value.OpenError))
		}
		return c.emit(ctx, text)
	})
}

func (c *ImportClixml) emit(ctx *runtime.Context, text string) error {
	items, err := clixml.Read(ctx.Env(), text)
	if err != nil {
		return ctx.Throw(notCLIXML(err))
	}
	if c.Skip != nil {
		items = items[min(int(*c.Skip), len(items)):]
	}
	if c.First != nil {
		items = items[:min(int(*c.First), len(items))]
	}
	for _, v := range items {
		if err := ctx.Emit(v); err != nil {
			return err
		}
	}
	return nil
}

func notCLIXML(err error) *errs.Record {
	return errs.New("System.Xml.XmlException", err.Error(), "System.Xml.XmlException", value.NotSpecified, value.Null)
}

// Process collects an object.
func (c *ConvertToCliXml) Process(*runtime.Context) error {
	c.items = append(c.items, c.InputObject)
	return nil
}

// End emits the document.
func (c *ConvertToCliXml) End(ctx *runtime.Context) error {
	return ctx.Emit(value.Str(clixml.Write(ctx.Env(), c.items, c.Depth)))
}

// Process collects the text.
func (c *ConvertFromCliXml) Process(ctx *runtime.Context) error {
	items, err := clixml.Read(ctx.Env(), c.InputObject)
	if err != nil {
		return ctx.Throw(notCLIXML(err))
	}
	for _, v := range items {
		if err := ctx.Emit(v); err != nil {
			return err
		}
	}
	return nil
}
