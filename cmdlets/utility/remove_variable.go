package utility

import (
	"exolab/cmdlets"
	"exolab/cmdlets/internal/patterns"
	"exolab/runtime"
	"exolab/runtime/value"
)

// RemoveVariable is Remove-Variable.
type RemoveVariable struct {
	Name    []string       `ps:"mandatory,position=0,byname"`
	Include []string       `ps:""`
	Exclude []string       `ps:""`
	Force   cmdlets.Switch `ps:""`
	Scope   string         `ps:"notnullorempty"`
}

// Process removes the variables whose names match.
func (c *RemoveVariable) Process(ctx *runtime.Context) error {
	return eachVariable(ctx, variableSelection{c.Name, c.Include, c.Exclude, c.Scope}, "Remove variable", func(v *runtime.Variable) error {
		if protected(v, bool(c.Force)) {
			return ctx.WriteError(variableNotWritable(v.Name, "VariableNotRemovable", cannotRemove))
		}
		folded := value.Fold(v.Name)
		for at := ctx.Scope(); at != nil; at = at.Parent() {
			if at.Local(folded) == v {
				at.Remove(folded)
				break
			}
		}
		return nil
	})
}

// ClearVariable is Clear-Variable.
type ClearVariable struct {
	Name     []string       `ps:"mandatory,position=0,byname"`
	Include  []string       `ps:""`
	Exclude  []string       `ps:""`
	Force    cmdlets.Switch `ps:""`
	PassThru cmdlets.Switch `ps:""`
	Scope    string         `ps:"notnullorempty"`
}

// Process sets the variables whose names match to $null.
func (c *ClearVariable) Process(ctx *runtime.Context) error {
	return eachVariable(ctx, variableSelection{c.Name, c.Include, c.Exclude, c.Scope}, "Clear variable", func(v *runtime.Variable) error {
		if protected(v, bool(c.Force)) {
			return ctx.WriteError(variableNotWritable(v.Name, "VariableNotWritable", cannotOverwrite))
		}
		v, err := c.clear(ctx, v)
		if err != nil || v == nil {
			return err
		}
		if c.PassThru {
			return ctx.Emit(value.Obj(v))
		}
		return nil
	})
}

// clear empties a variable: the one that was found with -Scope or -Force, else
// that of the present scope, which hides an outer one.
func (c *ClearVariable) clear(ctx *runtime.Context, v *runtime.Variable) (*runtime.Variable, error) {
	if c.Scope != "" || bool(c.Force) || ctx.Scope().Local(value.Fold(v.Name)) == v {
		v.Force(value.Null)
		return v, nil
	}
	if err := ctx.Scope().Set(v.Name, value.Null); err != nil {
		return nil, ctx.WriteError(runtime.RecordOf(err))
	}
	return ctx.Scope().Lookup(value.Fold(v.Name)), nil
}

type variableSelection struct {
	names, include, exclude []string
	scope                   string
}

// eachVariable calls do for each selected variable after asking; a plain name
// that is not there is an error.
func eachVariable(ctx *runtime.Context, s variableSelection, action string, do func(v *runtime.Variable) error) error {
	for _, name := range s.names {
		found, err := matchingVariables(ctx, s.scope, name, s.include, s.exclude)
		if err != nil {
			return err
		}
		if len(found) == 0 && !patterns.HasWildcard(name) {
			if err := ctx.WriteError(variableNotFound(name)); err != nil {
				return err
			}
		}
		for _, v := range found {
			ok, err := ctx.ShouldProcess("Name: "+v.Name, action)
			if err != nil {
				return err
			}
			if !ok {
				continue
			}
			if err := do(v); err != nil {
				return err
			}
		}
	}
	return nil
}
