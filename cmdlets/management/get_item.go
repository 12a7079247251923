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
	pipedPath
	filters
	Force      cmdlets.Switch `ps:""`
	Credential value.Value    `ps:"type=pscredential,byname"`
}

// Process emits the items at the paths.
func (c *GetItem) Process(ctx *runtime.Context) error {
	paths, o := both(c.Path, c.LiteralPath)
	o.Force = bool(c.Force)
	c.narrow(&o)
	return providers.Each(ctx, paths, o, func(p providers.Place) error {
		if !p.Flat() && !o.Force && providers.Hidden(p.Name()) {
			return ctx.WriteError(errs.New("System.IO.IOException", "Could not find item "+p.Path+".", "ItemNotFound", value.ObjectNotFound, value.Str(p.Path)))
		}
		return ctx.Enumerate(p.Item())
	})
}
