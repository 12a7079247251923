package core

import (
	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/completion"
)

// RegisterArgumentCompleter is Register-ArgumentCompleter.
type RegisterArgumentCompleter struct {
	CommandName    []string             `ps:"set=NativeCommandSet,mandatory,set=PowerShellSet"`
	ParameterName  string               `ps:"set=PowerShellSet,mandatory"`
	ScriptBlock    *runtime.ScriptBlock `ps:"mandatory,allownull"`
	Native         cmdlets.Switch       `ps:"set=NativeCommandSet"`
	NativeFallback cmdlets.Switch       `ps:"set=NativeFallbackSet"`
}

// Process keeps the block for the commands that it completes.
func (c *RegisterArgumentCompleter) Process(ctx *runtime.Context) error {
	registered := completion.RegisteredCompleters(ctx.Session())
	names := c.CommandName
	if len(names) == 0 {
		names = []string{""}
	}
	for _, name := range names {
		switch {
		case bool(c.Native) || bool(c.NativeFallback):
			registered.AddNative(name, c.ScriptBlock)
		default:
			registered.Add(name, c.ParameterName, c.ScriptBlock)
		}
	}
	return nil
}
