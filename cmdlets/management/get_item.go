package management

import (
	"exolab/cmdlets"
	"exolab/cmdlets/internal/providers"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// GetItem is Get-Item.
type GetItem struct {
	Path        []string       `ps:"mandatory,position=0,pipeline,byname,set=Path"`
	LiteralPath []string       `ps:"alias=PSPath|LP,mandatory,byname,set=LiteralPath"`
	Filter      string         `ps:""`
	Include     []string       `ps:""`
	Exclude     []string       `ps:""`
	Force       cmdlets.Switch `ps:""`
	Credential  value.Value    `ps:"type=pscredential,byname"`
}

// Process emits the items at the paths.
func (c *GetItem) Process(ctx *runtime.Context) error {
	paths, o := both(c.Path, c.LiteralPath)
	o.Force, o.Filter, o.Include, o.Exclude = bool(c.Force), c.Filter, c.Include, c.Exclude
	return providers.Each(ctx, paths, o, func(p providers.Place) error {
		if !p.Flat() && !o.Force && providers.Hidden(p.Name()) {
			return ctx.WriteError(errs.New("System.IO.IOException", "Could not find item "+p.Path+".", "ItemNotFound", value.ObjectNotFound, value.Str(p.Path)))
		}
		return ctx.Enumerate(p.Item())
	})
}

// both returns the paths of the parameter set in use.
func both(paths, literal []string) ([]string, providers.Options) {
	if literal != nil {
		return literal, providers.Options{Literal: true}
	}
	return paths, providers.Options{}
}
