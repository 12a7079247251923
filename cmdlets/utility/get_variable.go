package utility

import (
	"sort"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/patterns"
	"exolab/cmdlets/internal/scopes"
	"exolab/runtime"
	"exolab/runtime/value"
)

// GetVariable is Get-Variable.
type GetVariable struct {
	Name      []string       `ps:"notnullorempty,position=0,pipeline,byname"`
	ValueOnly cmdlets.Switch `ps:""`
	Include   []string       `ps:""`
	Exclude   []string       `ps:""`
	Scope     string         `ps:"notnullorempty"`
}

// Process emits the variables whose names match.
func (c *GetVariable) Process(ctx *runtime.Context) error {
	names := c.Name
	if len(names) == 0 {
		names = []string{"*"}
	}
	for _, name := range names {
		found, err := matchingVariables(ctx, c.Scope, name, c.Include, c.Exclude)
		if err != nil {
			return err
		}
		if len(found) == 0 && !patterns.HasWildcard(name) {
			if err := ctx.WriteError(variableNotFound(name)); err != nil {
				return err
			}
		}
		for _, v := range found {
			if err := c.emit(ctx, v); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *GetVariable) emit(ctx *runtime.Context, v *runtime.Variable) error {
	if c.ValueOnly {
		return ctx.Emit(v.Read())
	}
	return ctx.Emit(value.Obj(v))
}

// matchingVariables lists the variables of a scope (or, for "", of all scopes
// that are seen) by a name or wildcard, sorted by name.
func matchingVariables(ctx *runtime.Context, scope, name string, include, exclude []string) ([]*runtime.Variable, error) {
	at, err := scopes.ByName(ctx, scope)
	if err != nil {
		return nil, err
	}
	if !patterns.HasWildcard(name) {
		v := at.Lookup(value.Fold(name))
		if scope != "" {
			v = at.Local(value.Fold(name))
		}
		if v == nil || !patterns.Selected(v.Name, include, exclude) {
			return nil, nil
		}
		return []*runtime.Variable{v}, nil
	}
	seen := map[string]bool{}
	var found []*runtime.Variable
	for ; at != nil; at = at.Parent() {
		for _, v := range at.Variables() {
			folded := value.Fold(v.Name)
			if !seen[folded] && patterns.Match(name, v.Name) && patterns.Selected(v.Name, include, exclude) {
				found = append(found, v)
			}
			seen[folded] = true
		}
		if scope != "" {
			break
		}
	}
	sort.SliceStable(found, func(i, j int) bool { return value.Fold(found[i].Name) < value.Fold(found[j].Name) })
	return found, nil
}
