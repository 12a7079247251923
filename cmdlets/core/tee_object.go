package core

import (
	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/value"
)

// TeeObject is Tee-Object.
type TeeObject struct {
	InputObject value.Value    `ps:"type=psobject,pipeline"`
	FilePath    string         `ps:"alias=Path,mandatory,position=0,set=File"`
	LiteralPath string         `ps:"alias=PSPath|LP,mandatory,set=LiteralFile"`
	Append      cmdlets.Switch `ps:"set=File"`
	Encoding    value.Value    `ps:"type=System.Text.Encoding,notnullorempty,transform=encoding,set=File|LiteralFile"`
	Variable    string         `ps:"mandatory,set=Variable"`

	file *OutFile
	kept []value.Value
}

// Begin opens the file.
func (c *TeeObject) Begin(ctx *runtime.Context) error {
	if c.Variable != "" {
		return nil
	}
	c.file = &OutFile{FilePath: c.FilePath, LiteralPath: c.LiteralPath, Append: c.Append, Encoding: c.Encoding}
	return c.file.Begin(ctx)
}

// Process keeps one object and passes it on.
func (c *TeeObject) Process(ctx *runtime.Context) error {
	if c.file == nil {
		if err := value.CheckGrowth(c.kept); err != nil {
			return err
		}
		c.kept = append(c.kept, c.InputObject)
	} else {
		c.file.InputObject = c.InputObject
		if err := c.file.Process(ctx); err != nil {
			return err
		}
	}
	return ctx.Emit(c.InputObject)
}

// End sets the variable.
func (c *TeeObject) End(ctx *runtime.Context) error {
	if c.file != nil {
		return c.file.End(ctx)
	}
	kept := value.Null
	switch len(c.kept) {
	case 0:
	case 1:
		kept = c.kept[0]
	default:
		kept = value.Obj(value.NewArray(c.kept))
	}
	return ctx.Scope().Set(c.Variable, kept)
}

// Clean closes the file.
func (c *TeeObject) Clean(ctx *runtime.Context) error {
	if c.file == nil {
		return nil
	}
	return c.file.Clean(ctx)
}
