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

	Credential        value.Value    `ps:"type=pscredential,byname,set=ComputerName"`
	Port              int            `ps:"range=1:65535,set=ComputerName"`
	UseSSL            cmdlets.Switch `ps:"set=ComputerName"`
	ConfigurationName string         `ps:"byname,set=ComputerName"`
	ApplicationName   string         `ps:"byname,set=ComputerName"`
	ThrottleLimit     int            `ps:"set=Session|ComputerName"`
	AsJob             cmdlets.Switch `ps:"set=Session|ComputerName"`
	HideComputerName  cmdlets.Switch `ps:"alias=HCN,set=Session|ComputerName"`
	JobName           string         `ps:"set=Session|ComputerName"`
	SessionOption     value.Value    `ps:"set=ComputerName"`
	Authentication    string         `ps:"validateset=Default|Basic|Negotiate|NegotiateWithImplicitCredential|Credssp|Digest|Kerberos,set=ComputerName"`

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
