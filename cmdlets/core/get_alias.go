package core

import (
	"exolab/cmdlets/internal/patterns"
	"exolab/cmdlets/internal/scopes"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// GetAlias is Get-Alias.
type GetAlias struct {
	Name       []string `ps:"notnullorempty,set=Default,position=0,pipeline,byname"`
	Exclude    []string `ps:""`
	Scope      string   `ps:""`
	Definition []string `ps:"notnullorempty,set=Definition"`
}

// Process emits the aliases by name, or by the command they stand for.
func (c *GetAlias) Process(ctx *runtime.Context) error {
	if ctx.ParameterSet() == "Definition" {
		return c.byDefinition(ctx)
	}
	scope, err := scopes.ByName(ctx, c.Scope)
	if err != nil {
		return err
	}
	names := c.Name
	if len(names) == 0 {
		names = []string{"*"}
	}
	for _, name := range names {
		found := false
		for _, alias := range visibleAliases(scope) {
			if !patterns.Match(name, alias.Name) || c.excluded(alias.Name) {
				continue
			}
			found = true
			if err := ctx.Emit(value.Obj(resolved(ctx, alias))); err != nil {
				return err
			}
		}
		if !found && !patterns.HasWildcard(name) {
			if err := ctx.WriteError(aliasNotFound(name)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *GetAlias) excluded(name string) bool {
	return len(c.Exclude) > 0 && patterns.MatchAny(c.Exclude, name)
}

func (c *GetAlias) byDefinition(ctx *runtime.Context) error {
	scope, err := scopes.ByName(ctx, c.Scope)
	if err != nil {
		return err
	}
	for _, definition := range c.Definition {
		found := false
		for _, alias := range visibleAliases(scope) {
			if !patterns.Match(definition, alias.Target) || c.excluded(alias.Name) {
				continue
			}
			found = true
			if err := ctx.Emit(value.Obj(resolved(ctx, alias))); err != nil {
				return err
			}
		}
		if !found && !patterns.HasWildcard(definition) {
			if err := ctx.WriteError(errs.New("System.Management.Automation.ItemNotFoundException",
				"This command cannot find a matching alias because an alias with the definition '"+definition+"' does not exist.",
				"ItemNotFoundException", value.ObjectNotFound, value.Str(definition))); err != nil {
				return err
			}
		}
	}
	return nil
}

// resolved is an alias that knows its command.
func resolved(ctx *runtime.Context, alias *runtime.Command) *runtime.Command {
	return ctx.Session().ResolvedAlias(ctx.Scope(), alias)
}
