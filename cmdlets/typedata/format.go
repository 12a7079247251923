package typedata

import (
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// UpdateFormatData is Update-FormatData.
type UpdateFormatData struct {
	AppendPath  []string `ps:"alias=PSPath|Path,notnull,position=0,pipeline,byname,set=FileSet"`
	PrependPath []string `ps:"notnull,set=FileSet"`
}

// Process refuses view files: views are built in.
func (c *UpdateFormatData) Process(ctx *runtime.Context) error {
	if len(c.AppendPath)+len(c.PrependPath) == 0 {
		return nil
	}
	return ctx.WriteError(errs.New("System.NotSupportedException", "Update-FormatData with a file of views is not emulated by exolab.",
		"NotEmulated", value.NotImplemented, value.Null))
}
