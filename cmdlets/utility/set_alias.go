package utility

import (
	"fmt"

	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// SetAlias is Set-Alias.
type SetAlias struct {
	Name        string         `ps:"mandatory,position=0,byname"`
	Value       string         `ps:"mandatory,position=1,byname"`
	Description string         `ps:""`
	Option      int            `ps:"type=System.Management.Automation.ScopedItemOptions"`
	PassThru    cmdlets.Switch `ps:""`
	Scope       string         `ps:""`
	Force       cmdlets.Switch `ps:""`
}

// NewAlias is New-Alias.
type NewAlias struct {
	Name        string         `ps:"mandatory,position=0,byname"`
	Value       string         `ps:"mandatory,position=1,byname"`
	Description string         `ps:""`
	Option      int            `ps:"type=System.Management.Automation.ScopedItemOptions"`
	PassThru    cmdlets.Switch `ps:""`
	Scope       string         `ps:""`
	Force       cmdlets.Switch `ps:""`
}

// Process sets the alias.
func (c *SetAlias) Process(ctx *runtime.Context) error {
	return aliasRequest{c.Name, c.Value, c.Description, c.Option, c.Scope, bool(c.Force), bool(c.PassThru)}.set(ctx, "Set Alias")
}

// Process makes an alias that does not exist yet.
func (c *NewAlias) Process(ctx *runtime.Context) error {
	at, err := scopeByName(ctx, c.Scope)
	if err != nil {
		return err
	}
	if at.Aliases()[value.Fold(c.Name)] != nil && !bool(c.Force) {
		return ctx.WriteError(aliasExists(c.Name))
	}
	return aliasRequest{c.Name, c.Value, c.Description, c.Option, c.Scope, bool(c.Force), bool(c.PassThru)}.set(ctx, "New Alias")
}

// aliasRequest is what Set-Alias and New-Alias are asked for.
type aliasRequest struct {
	name, value, description string
	options                  int
	scope                    string
	force, passThru          bool
}

func (r aliasRequest) set(ctx *runtime.Context, action string) error {
	if ok, err := ctx.ShouldProcess(fmt.Sprintf("Name: %s Value: %s", r.name, r.value), action); err != nil || !ok {
		return err
	}
	at, err := scopeByName(ctx, r.scope)
	if err != nil {
		return err
	}
	folded := value.Fold(r.name)
	if r.scope == "" {
		if known := at.Global().Aliases()[folded]; known != nil && known.Options&runtime.OptionAllScope != 0 {
			at = at.Global()
		}
	}
	if known := at.Aliases()[folded]; known != nil {
		if rec := protectedAlias(known, r); rec != nil {
			return ctx.WriteError(rec)
		}
		if !ctx.Bound("Option") {
			r.options = known.Options
		}
	}
	a := &runtime.Command{Name: r.name, Kind: runtime.AliasCommand, Target: r.value, Description: r.description, Options: r.options}
	at.SetAlias(a)
	if !r.passThru {
		return nil
	}
	return ctx.Emit(value.Obj(a))
}

// protectedAlias is the error for an alias that may not be changed so, or nil.
func protectedAlias(known *runtime.Command, r aliasRequest) *errs.Record {
	refuse := func(id, text string) *errs.Record {
		return errs.New("System.Management.Automation.SessionStateUnauthorizedAccessException", fmt.Sprintf(text, r.name), id, value.WriteError, value.Str(r.name))
	}
	if known.Options&runtime.OptionConstant != 0 || known.Options&runtime.OptionReadOnly != 0 && !r.force {
		return refuse("AliasNotWritable", "Alias is not writeable because alias %s is read-only or constant and cannot be written to.")
	}
	if known.Options&runtime.OptionAllScope != 0 && r.options&runtime.OptionAllScope == 0 && r.options != 0 {
		return refuse("AliasAllScopeOptionCannotBeRemoved", "The AllScope option cannot be removed from the alias '%s'.")
	}
	return nil
}
