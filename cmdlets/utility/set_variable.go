package utility

import (
	"fmt"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/patterns"
	"exolab/cmdlets/internal/scopes"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// SetVariable is Set-Variable.
type SetVariable struct {
	Name        []string       `ps:"mandatory,position=0,byname"`
	Value       value.Value    `ps:"position=1,pipeline,byname"`
	Include     []string       `ps:""`
	Exclude     []string       `ps:""`
	Description string         `ps:""`
	Option      *int           `ps:"type=System.Management.Automation.ScopedItemOptions"`
	Force       cmdlets.Switch `ps:""`
	Visibility  int            `ps:"type=System.Management.Automation.SessionStateEntryVisibility"`
	PassThru    cmdlets.Switch `ps:""`
	Append      cmdlets.Switch `ps:""`
	Scope       string         `ps:"notnullorempty"`

	input []value.Value
}

// Process collects piped values.
func (c *SetVariable) Process(ctx *runtime.Context) error {
	if ctx.Bound("Value") {
		c.input = append(c.input, c.Value)
	}
	return nil
}

// End sets the variables.
func (c *SetVariable) End(ctx *runtime.Context) error {
	to := value.Null
	switch len(c.input) {
	case 0:
	case 1:
		to = c.input[0]
	default:
		to = value.List(c.input...)
	}
	for _, name := range c.Name {
		if err := c.set(ctx, name, to); err != nil {
			return err
		}
	}
	return nil
}

func (c *SetVariable) set(ctx *runtime.Context, name string, to value.Value) error {
	if ok, err := ctx.ShouldProcess("Name: "+name+" Value: "+value.ToString(ctx.Env(), to), "Set variable"); err != nil || !ok {
		return err
	}
	found, err := matchingVariables(ctx, c.Scope, name, c.Include, c.Exclude)
	if err != nil {
		return err
	}
	at, err := scopes.ByName(ctx, c.Scope)
	if err != nil {
		return err
	}
	isNew := false
	if !patterns.HasWildcard(name) {
		if !patterns.Selected(name, c.Include, c.Exclude) {
			return nil
		}
		found = found[:0]
		if local := at.Local(value.Fold(name)); local != nil {
			found = append(found, local)
		} else if err := at.Set(name, value.Null); err != nil {
			return ctx.WriteError(runtime.RecordOf(err))
		} else {
			found, isNew = append(found, at.Lookup(value.Fold(name))), true
		}
	}
	for _, v := range found {
		if err := c.change(ctx, v, to, isNew); err != nil {
			return err
		}
	}
	return nil
}

// change sets a variable; isNew tells that the cmdlet has just made it.
func (c *SetVariable) change(ctx *runtime.Context, v *runtime.Variable, to value.Value, isNew bool) error {
	if protected(v, bool(c.Force)) {
		return ctx.WriteError(variableNotWritable(v.Name, "VariableNotWritable", cannotOverwrite))
	}
	if !isNew && c.Option != nil && *c.Option&runtime.OptionConstant != 0 {
		return ctx.WriteError(variableNotWritable(v.Name, "VariableCannotBeMadeConstant", cannotBecomeConstant))
	}
	options := v.Options()
	v.SetOptions(options &^ runtime.OptionReadOnly)
	if ctx.Bound("Value") {
		if c.Append {
			to = c.appended(v.Read())
		}
		if err := v.Assign(to); err != nil {
			return ctx.Throw(runtime.RecordOf(err))
		}
	}
	if c.Option != nil {
		options = *c.Option
	}
	if value.Fold(c.Scope) == "private" {
		options |= runtime.OptionPrivate
	}
	v.SetOptions(options)
	if ctx.Bound("Description") {
		v.SetDescription(c.Description)
	}
	if c.PassThru {
		return ctx.Emit(value.Obj(v))
	}
	return nil
}

// appended are the values of a variable with those of the command behind them.
func (c *SetVariable) appended(old value.Value) value.Value {
	var all []value.Value
	if list, ok := old.Object().(*value.Array); ok {
		all = append(all, list.Items...)
	} else if !old.IsNull() {
		all = append(all, old)
	}
	return value.List(append(all, c.input...)...)
}

// NewVariable is New-Variable.
type NewVariable struct {
	Name        string         `ps:"mandatory,position=0,byname"`
	Value       value.Value    `ps:"position=1,pipeline,byname"`
	Description string         `ps:""`
	Option      int            `ps:"type=System.Management.Automation.ScopedItemOptions"`
	Visibility  int            `ps:"type=System.Management.Automation.SessionStateEntryVisibility"`
	Force       cmdlets.Switch `ps:""`
	PassThru    cmdlets.Switch `ps:""`
	Scope       string         `ps:"notnullorempty"`
}

// Process makes the variable; one that exists is an error without -Force.
func (c *NewVariable) Process(ctx *runtime.Context) error {
	at, err := scopes.ByName(ctx, c.Scope)
	if err != nil {
		return err
	}
	if ok, err := ctx.ShouldProcess("Name: "+c.Name+" Value: "+value.ToString(ctx.Env(), c.Value), "New variable"); err != nil || !ok {
		return err
	}
	if known := at.Local(value.Fold(c.Name)); known != nil {
		if !c.Force {
			return ctx.WriteError(errs.New("System.Management.Automation.SessionStateException",
				fmt.Sprintf("A variable with name '%s' already exists.", c.Name), "VariableAlreadyExists", value.ResourceExists, value.Str(c.Name)))
		}
		if protected(known, true) {
			return ctx.WriteError(variableNotWritable(c.Name, "VariableNotWritable", cannotOverwrite))
		}
		at.Remove(value.Fold(c.Name))
	}
	v := at.SetPlain(c.Name, c.Value)
	options := c.Option
	if value.Fold(c.Scope) == "private" {
		options |= runtime.OptionPrivate
	}
	v.SetOptions(options)
	v.SetDescription(c.Description)
	if c.PassThru {
		return ctx.Emit(value.Obj(v))
	}
	return nil
}
