package modules

import (
	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/value"
)

// NewModule is New-Module.
type NewModule struct {
	Name           string               `ps:"mandatory,position=0,pipeline,set=Name"`
	ScriptBlock    *runtime.ScriptBlock `ps:"notnull,mandatory,set=Name,position=1,set=ScriptBlock,position=0"`
	Function       []string             `ps:"notnull"`
	Cmdlet         []string             `ps:"notnull"`
	ReturnResult   cmdlets.Switch       `ps:""`
	AsCustomObject cmdlets.Switch       `ps:""`
	ArgumentList   []value.Value        `ps:"alias=Args,remaining"`
}

// Process makes a module of the script block and imports it.
func (c *NewModule) Process(ctx *runtime.Context) error {
	name := c.Name
	if name == "" {
		name = "__DynamicModule"
	}
	var out runtime.Collector
	m, err := ctx.Session().NewModule(name, "", c.ScriptBlock, c.ArgumentList, &out)
	if err != nil {
		return err
	}
	m.Dynamic = true
	if len(c.Function) > 0 {
		m.Export(c.Function, nil, nil)
	}
	if c.AsCustomObject {
		return ctx.Emit(m.AsCustomObject())
	}
	ctx.Session().Import(m, ctx.Scope().Script(), "")
	if c.ReturnResult {
		for _, v := range out.Items {
			if err := ctx.Emit(v); err != nil {
				return err
			}
		}
		return nil
	}
	return ctx.Emit(value.Obj(m))
}
