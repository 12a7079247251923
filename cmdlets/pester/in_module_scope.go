package pester

import (
	"exolab/runtime"
	"exolab/runtime/value"
)

// InModuleScope is InModuleScope.
type InModuleScope struct {
	ModuleName   string               `ps:"mandatory,position=0"`
	ScriptBlock  *runtime.ScriptBlock `ps:"mandatory,position=1"`
	Parameters   *value.Dict          `ps:""`
	ArgumentList []value.Value        `ps:"allownull,allowemptycollection"`
}

// Process runs the block where the module's own functions and variables are
// known; -Parameters are known by name as well.
func (c *InModuleScope) Process(ctx *runtime.Context) error {
	scope, err := moduleScope(ctx, c.ModuleName)
	if err != nil {
		return err
	}
	inner := runtime.NewScope(scope)
	inv := runtime.Invocation{Scope: inner, Out: ctx.Out(), Args: c.ArgumentList}
	if c.Parameters != nil {
		defineData(inner, value.Obj(c.Parameters))
		if c.ScriptBlock.AST.Params != nil {
			inv.Named = c.Parameters
		}
	}
	return ctx.Session().InvokeBlock(c.ScriptBlock.Bind(inner), inv)
}

// moduleScope is the scope of a loaded module.
func moduleScope(ctx *runtime.Context, name string) (*runtime.Scope, error) {
	module := ctx.Session().FindModule(name)
	if module == nil {
		return nil, thrown(ctx, "System.Management.Automation.RuntimeException", "No modules named '"+name+"' are currently loaded.")
	}
	if module.Scope() == nil {
		return nil, thrown(ctx, "System.Management.Automation.RuntimeException", "Module '"+name+"' is not a Script module and its functions cannot be mocked.")
	}
	return module.Scope(), nil
}

// moduleOfMock is the module that a mock is for: the one that is named, else
// the one whose code asks.
func moduleOfMock(ctx *runtime.Context, named string) string {
	if m := ctx.Scope().CurrentModule(); named == "" && m != nil {
		return m.Name
	}
	return named
}
