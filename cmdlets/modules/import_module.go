package modules

import (
	"fmt"

	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/modulespec"
	"exolab/runtime/value"
)

// ImportModule is Import-Module.
type ImportModule struct {
	Global              cmdlets.Switch `ps:""`
	Prefix              string         `ps:"notnull"`
	Name                []string       `ps:"mandatory,position=0,pipeline,set=Name|WinCompat"`
	FullyQualifiedName  []value.Value  `ps:"type=Microsoft.PowerShell.Commands.ModuleSpecification[],mandatory,position=0,pipeline,set=FullyQualifiedName"`
	ModuleInfo          []value.Value  `ps:"type=psmoduleinfo[],mandatory,position=0,pipeline,set=ModuleInfo"`
	Function            []string       `ps:"notnull"`
	Cmdlet              []string       `ps:"notnull"`
	Variable            []string       `ps:"notnull"`
	Alias               []string       `ps:"notnull"`
	Force               cmdlets.Switch `ps:""`
	SkipEditionCheck    cmdlets.Switch `ps:""`
	PassThru            cmdlets.Switch `ps:""`
	AsCustomObject      cmdlets.Switch `ps:""`
	MinimumVersion      value.Value    `ps:"alias=Version,type=version,set=Name|WinCompat"`
	MaximumVersion      string         `ps:"set=Name|WinCompat"`
	RequiredVersion     value.Value    `ps:"type=version,set=Name|WinCompat"`
	ArgumentList        []value.Value  `ps:"alias=Args"`
	DisableNameChecking cmdlets.Switch `ps:""`
	NoClobber           cmdlets.Switch `ps:"alias=NoOverwrite"`
	Scope               string         `ps:"validateset=Local|Global"`
}

// Begin refuses parameters that contradict each other.
func (c *ImportModule) Begin(ctx *runtime.Context) error {
	if bool(c.Global) && c.Scope != "" {
		return ctx.Throw(errs.New("System.InvalidOperationException", "The 'Global' and 'Scope' parameters cannot be specified together. "+
			"Remove one of these parameters, and then try running the command again.", "Modules_GlobalAndScopeParameterCannotBeSpecifiedTogether", value.InvalidOperation, value.Null))
	}
	return nil
}

// Process loads the modules and imports what they export.
func (c *ImportModule) Process(ctx *runtime.Context) error {
	for _, m := range objectsOf[*runtime.Module](c.ModuleInfo) {
		ctx.Session().Import(m, c.into(ctx), c.Prefix)
		if err := c.pass(ctx, m); err != nil {
			return err
		}
	}
	for _, spec := range objectsOf[*modulespec.Spec](c.FullyQualifiedName) {
		if err := c.load(ctx, *spec); err != nil {
			return err
		}
	}
	spec := modulespec.Spec{Version: versionText(c.MinimumVersion), Maximum: c.MaximumVersion, Required: versionText(c.RequiredVersion)}
	if err := modulespec.CheckMaximum(c.MaximumVersion); err != nil {
		return err
	}
	if spec.Version != "" && spec.Maximum != "" && !(&modulespec.Spec{Maximum: spec.Maximum}).Accepts(spec.Version, "") {
		return ctx.Throw(errs.New("System.Management.Automation.PSArgumentOutOfRangeException", fmt.Sprintf("The MinimumVersion '%s' should not be greater than MaximumVersion '%s'.",
			spec.Version, spec.Maximum), "ArgumentOutOfRange", value.InvalidArgument, value.Null))
	}
	for _, name := range c.Name {
		spec.Name = name
		if err := c.load(ctx, spec); err != nil {
			return err
		}
	}
	return nil
}

// into is the scope that gets the commands.
func (c *ImportModule) into(ctx *runtime.Context) *runtime.Scope {
	switch {
	case value.Fold(c.Scope) == "local":
		return ctx.Scope()
	case bool(c.Global) || value.Fold(c.Scope) == "global":
		return ctx.Scope().Global()
	}
	return ctx.Scope().Script()
}

func (c *ImportModule) load(ctx *runtime.Context, spec modulespec.Spec) error {
	m, err := ctx.Session().ImportModule(spec, runtime.ImportOptions{Into: c.into(ctx), Prefix: c.Prefix, Force: bool(c.Force), Hidden: bool(c.AsCustomObject),
		NoClobber: bool(c.NoClobber), Functions: c.Function, Aliases: c.Alias, Variables: c.Variable, Arguments: c.ArgumentList, Out: ctx.Out()})
	if failed, ok := err.(*errs.Error); ok && failed.Record.Invocation == nil && !failed.Statement {
		err = ctx.WriteError(failed.Record)
	}
	if err != nil || m == nil {
		return err
	}
	if c.AsCustomObject {
		return ctx.Emit(m.AsCustomObject())
	}
	return c.pass(ctx, m)
}

func (c *ImportModule) pass(ctx *runtime.Context, m *runtime.Module) error {
	if !c.PassThru {
		return nil
	}
	return ctx.Emit(value.Obj(m))
}

// versionText is a version as text, "" for none.
func versionText(v value.Value) string {
	if v.IsNull() {
		return ""
	}
	return value.ToString(nil, v)
}
