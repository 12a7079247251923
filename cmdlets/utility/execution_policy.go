package utility

import (
	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// GetExecutionPolicy is Get-ExecutionPolicy.
type GetExecutionPolicy struct {
	Scope int            `ps:"type=Microsoft.PowerShell.ExecutionPolicyScope,position=0,byname"`
	List  cmdlets.Switch `ps:""`
}

// SetExecutionPolicy is Set-ExecutionPolicy.
type SetExecutionPolicy struct {
	ExecutionPolicy int            `ps:"type=Microsoft.PowerShell.ExecutionPolicy,mandatory,position=0,pipeline"`
	Scope           int            `ps:"type=Microsoft.PowerShell.ExecutionPolicyScope,position=1,byname"`
	Force           cmdlets.Switch `ps:""`
}

var executionScopes = []string{"MachinePolicy", "UserPolicy", "Process", "CurrentUser", "LocalMachine"}

// Process emits the policy: without Windows nothing is ever restricted.
func (c *GetExecutionPolicy) Process(ctx *runtime.Context) error {
	policy := mustType(ctx, "Microsoft.PowerShell.ExecutionPolicy")
	if !c.List {
		return ctx.Emit(value.Enum(policy, 0))
	}
	for i, name := range executionScopes {
		out := value.NewObject(2)
		scope, err := value.Convert(ctx.Env(), value.Str(name), mustType(ctx, "Microsoft.PowerShell.ExecutionPolicyScope"))
		if err != nil {
			return err
		}
		out.Set("Scope", scope)
		n := int64(5)
		if i == len(executionScopes)-1 {
			n = 0
		}
		out.Set("ExecutionPolicy", value.Enum(policy, n))
		if err := ctx.Emit(value.Obj(out)); err != nil {
			return err
		}
	}
	return nil
}

// Process refuses, as PowerShell does where there is no Windows.
func (c *SetExecutionPolicy) Process(ctx *runtime.Context) error {
	return ctx.Throw(errs.New("System.PlatformNotSupportedException", "Operation is not supported on this platform.",
		"System.PlatformNotSupportedException", value.NotSpecified, value.Null))
}
