package core

import (
	"exolab/cmdlets"
	"exolab/cmdlets/internal/patterns"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// ImportModule is Import-Module.
type ImportModule struct {
	Global              cmdlets.Switch `ps:""`
	Prefix              string         `ps:"notnull"`
	Name                []string       `ps:"mandatory,position=0,pipeline,set=Name|WinCompat"`
	ModuleInfo          []value.Value  `ps:"type=psmoduleinfo[],mandatory,position=0,pipeline,set=ModuleInfo"`
	Function            []string       `ps:"notnull"`
	Cmdlet              []string       `ps:"notnull"`
	Variable            []string       `ps:"notnull"`
	Alias               []string       `ps:"notnull"`
	Force               cmdlets.Switch `ps:""`
	SkipEditionCheck    cmdlets.Switch `ps:""`
	PassThru            cmdlets.Switch `ps:""`
	MinimumVersion      string         `ps:"alias=Version,set=Name|WinCompat"`
	MaximumVersion      string         `ps:"set=Name|WinCompat"`
	RequiredVersion     string         `ps:"set=Name|WinCompat"`
	ArgumentList        []value.Value  `ps:"alias=Args"`
	DisableNameChecking cmdlets.Switch `ps:""`
	NoClobber           cmdlets.Switch `ps:"alias=NoOverwrite"`
	Scope               string         `ps:"validateset=Local|Global"`
}

// Process loads the modules and imports what they export.
func (c *ImportModule) Process(ctx *runtime.Context) error {
	into := ctx.Scope().Script()
	switch {
	case value.Fold(c.Scope) == "local":
		into = ctx.Scope()
	case bool(c.Global) || value.Fold(c.Scope) == "global":
		into = ctx.Scope().Global()
	}
	for _, v := range c.ModuleInfo {
		if m, ok := value.As[*runtime.Module](v); ok {
			ctx.Session().Import(m, into, c.Prefix)
			if err := c.pass(ctx, m); err != nil {
				return err
			}
		}
	}
	for _, name := range c.Name {
		m, err := ctx.Session().ImportModule(name, runtime.ImportOptions{Into: into, Prefix: c.Prefix, Force: bool(c.Force),
			Functions: c.Function, Aliases: c.Alias, Variables: c.Variable, Arguments: c.ArgumentList, Out: ctx.Out()})
		if failed, ok := err.(*errs.Error); ok && failed.Record.Invocation == nil {
			err = ctx.WriteError(failed.Record)
		}
		if err != nil {
			return err
		}
		if m != nil {
			if err := c.pass(ctx, m); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *ImportModule) pass(ctx *runtime.Context, m *runtime.Module) error {
	if !c.PassThru {
		return nil
	}
	return ctx.Emit(value.Obj(m))
}

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

// GetModule is Get-Module.
type GetModule struct {
	Name               []string       `ps:"position=0,pipeline,set=Loaded|Available"`
	FullyQualifiedName []value.Value  `ps:"byname,set=Loaded|Available"`
	All                cmdlets.Switch `ps:"set=Loaded|Available"`
	ListAvailable      cmdlets.Switch `ps:"set=Available,mandatory"`
	PSEdition          string         `ps:"set=Available"`
	SkipEditionCheck   cmdlets.Switch `ps:"set=Available"`
	Refresh            cmdlets.Switch `ps:"set=Available"`
}

// Process emits the loaded modules, or all that could be loaded.
func (c *GetModule) Process(ctx *runtime.Context) error {
	for _, m := range c.modules(ctx.Session()) {
		if len(c.Name) > 0 && !patterns.MatchAny(c.Name, m.Name) {
			continue
		}
		if err := ctx.Emit(value.Obj(m)); err != nil {
			return err
		}
	}
	return nil
}

func (c *GetModule) modules(s *runtime.Session) []*runtime.Module {
	if !c.ListAvailable {
		return s.Modules()
	}
	var out []*runtime.Module
	shipped := s.Shipped()
	for i := range shipped {
		out = append(out, s.Describe(&shipped[i]))
	}
	return out
}

// RemoveModule is Remove-Module.
type RemoveModule struct {
	Name       []string       `ps:"mandatory,position=0,pipeline,set=name"`
	ModuleInfo []value.Value  `ps:"type=psmoduleinfo[],mandatory,position=0,pipeline,set=ModuleInfo"`
	Force      cmdlets.Switch `ps:""`
}

// Process unloads the modules.
func (c *RemoveModule) Process(ctx *runtime.Context) error {
	s := ctx.Session()
	for _, v := range c.ModuleInfo {
		if m, ok := value.As[*runtime.Module](v); ok {
			s.RemoveModule(m)
		}
	}
	for _, name := range c.Name {
		m := s.FindModule(name)
		if m == nil {
			if err := ctx.WriteError(errs.New("System.InvalidOperationException",
				"No modules were removed. Verify that the specification of modules to remove is correct and those modules exist in the runspace.",
				"Modules_NoModulesRemoved", value.ResourceUnavailable, value.Null)); err != nil {
				return err
			}
			continue
		}
		s.RemoveModule(m)
	}
	return nil
}

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
