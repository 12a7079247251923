package modules

import (
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// ExportModuleMember is Export-ModuleMember.
type ExportModuleMember struct {
	Function []string `ps:"allowemptycollection,position=0,pipeline,byname"`
	Cmdlet   []string `ps:"allowemptycollection,byname"`
	Variable []string `ps:"notnull,byname"`
	Alias    []string `ps:"notnull,byname"`
}

// Process notes what the running module exports.
func (c *ExportModuleMember) Process(ctx *runtime.Context) error {
	m := ctx.Scope().CurrentModule()
	if m == nil {
		return ctx.Throw(errs.New("System.InvalidOperationException",
			"The Export-ModuleMember cmdlet can only be called from inside a module.",
			"Modules_CanOnlyExecuteExportModuleMemberInsideAModule", value.PermissionDenied, value.Null))
	}
	m.Export(c.Function, c.Alias, c.Variable)
	return nil
}
