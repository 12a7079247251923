package core

import (
	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// InvokeCommand is Invoke-Command. Blocks run here and now: there is no other
// computer.
type InvokeCommand struct {
	Session      []value.Value        `ps:"notnullorempty,position=0,set=Session"`
	ComputerName []string             `ps:"alias=Cn,notnullorempty,position=0,set=ComputerName"`
	ScriptBlock  *runtime.ScriptBlock `ps:"alias=Command,mandatory,set=InProcess,position=0,set=Session|ComputerName,position=1"`
	NoNewScope   cmdlets.Switch       `ps:"set=InProcess"`
	InputObject  value.Value          `ps:"type=psobject,pipeline"`
	ArgumentList []value.Value        `ps:"alias=Args"`

	input []value.Value
}

// Process collects the input for $input.
func (c *InvokeCommand) Process(ctx *runtime.Context) error {
	if ctx.ExpectingInput() {
		c.input = append(c.input, c.InputObject)
	}
	return nil
}

// End runs the block.
func (c *InvokeCommand) End(ctx *runtime.Context) error {
	if len(c.ComputerName) > 0 {
		return ctx.Throw(errs.New("System.Management.Automation.Remoting.PSRemotingTransportException",
			"Connecting to remote server "+c.ComputerName[0]+" failed: remote computers are not emulated.",
			"RemotingNotEmulated", value.ConnectionError, value.Str(c.ComputerName[0])))
	}
	return ctx.Session().InvokeBlock(c.ScriptBlock, runtime.Invocation{Args: c.ArgumentList, Input: c.input,
		NewScope: !bool(c.NoNewScope), Scope: ctx.Scope(), Out: ctx.Out()})
}
