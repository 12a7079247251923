package core

import (
	"exolab/cmdlets"
	"exolab/cmdlets/internal/scopes"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// SetAlias is Set-Alias; with Fresh it is New-Alias, which replaces nothing.
type SetAlias struct {
	Fresh       bool
	Name        string         `ps:"mandatory,position=0,byname"`
	Value       string         `ps:"mandatory,position=1,byname"`
	Description string         `ps:""`
	Option      int            `ps:"type=System.Management.Automation.ScopedItemOptions"`
	PassThru    cmdlets.Switch `ps:""`
	Scope       string         `ps:""`
	Force       cmdlets.Switch `ps:""`
}

// Process defines the alias.
func (c *SetAlias) Process(ctx *runtime.Context) error {
	action := "Set Alias"
	if c.Fresh {
		action = "New Alias"
	}
	if ok, err := ctx.ShouldProcess("Name: "+c.Name+" Value: "+c.Value, action); err != nil || !ok {
		return err
	}
	scope, err := scopes.ByName(ctx, c.Scope)
	if err != nil {
		return err
	}
	known := scope.Aliases()[value.Fold(c.Name)]
	if known == nil {
		if outer := scope.Alias(value.Fold(c.Name)); outer != nil && outer.Options&runtime.OptionAllScope != 0 {
			known = outer
		}
	}
	if c.Fresh && known != nil && !bool(c.Force) {
		return ctx.WriteError(errs.New("System.Management.Automation.SessionStateException",
			"The alias is not allowed, because an alias with the name '"+c.Name+"' already exists.",
			"AliasAlreadyExists", value.ResourceExists, value.Str(c.Name)))
	}
	if rec := aliasProblem(known, c.Option, bool(c.Force)); rec != nil {
		return ctx.WriteError(rec)
	}
	alias := &runtime.Command{Name: c.Name, Kind: runtime.AliasCommand, Target: c.Value, Options: c.Option, Description: c.Description}
	if known != nil && known.Options&runtime.OptionAllScope != 0 {
		scope = scope.Global()
	}
	scope.SetAlias(alias)
	if c.PassThru {
		return ctx.Emit(value.Obj(alias))
	}
	return nil
}

// RemoveAlias is Remove-Alias.
type RemoveAlias struct {
	Name  []string       `ps:"mandatory,position=0,pipeline,byname"`
	Scope string         `ps:""`
	Force cmdlets.Switch `ps:""`
}

// Process takes the aliases away.
func (c *RemoveAlias) Process(ctx *runtime.Context) error {
	scope, err := scopes.ByName(ctx, c.Scope)
	if err != nil {
		return err
	}
	for _, name := range c.Name {
		known := scope.Alias(value.Fold(name))
		if known == nil {
			if err := ctx.WriteError(aliasNotFound(name)); err != nil {
				return err
			}
			continue
		}
		if known.Options&runtime.OptionConstant != 0 || known.Options&runtime.OptionReadOnly != 0 && !bool(c.Force) {
			if err := ctx.WriteError(errs.New(sessionStateUnauthorized,
				"Alias was not removed because alias "+name+" is constant or read-only.",
				"AliasNotRemovable", value.WriteError, value.Str(name))); err != nil {
				return err
			}
			continue
		}
		scope.RemoveAlias(value.Fold(name))
	}
	return nil
}

func aliasNotFound(name string) *errs.Record {
	return errs.New("System.Management.Automation.ItemNotFoundException",
		"This command cannot find a matching alias because an alias with the name '"+name+"' does not exist.",
		"ItemNotFoundException", value.ObjectNotFound, value.Str(name))
}
