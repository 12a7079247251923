package management

import (
	"fmt"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/providers"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// SetItem is Set-Item.
type SetItem struct {
	namedPath
	Value    value.Value    `ps:"position=1,pipeline,byname"`
	Force    cmdlets.Switch `ps:""`
	PassThru cmdlets.Switch `ps:""`
	filters
	Credential value.Value `ps:"type=pscredential,byname"`

	command *commandOptions
}

// commandOptions are the parameters that Set-Item has on the drives of functions
// and aliases.
type commandOptions struct {
	Options *int `ps:"type=System.Management.Automation.ScopedItemOptions"`
}

// DynamicParameters offers -Options on the drives of functions and aliases.
func (c *SetItem) DynamicParameters(ctx *runtime.Context) (any, error) {
	paths, _ := both(c.Path, c.LiteralPath)
	if len(paths) == 0 {
		return nil, nil
	}
	p, rec := providers.Resolve(ctx.Session(), paths[0])
	if rec != nil || p.Drive.Name != "Function" && p.Drive.Name != "Alias" {
		return nil, nil
	}
	c.command = &commandOptions{}
	return c.command, nil
}

// ClearItem is Clear-Item.
type ClearItem struct {
	pipedPath
	Force cmdlets.Switch `ps:""`
	filters
	Credential value.Value `ps:"type=pscredential,byname"`
}

// InvokeItem is Invoke-Item.
type InvokeItem struct {
	pipedPath
	filters
	Credential value.Value `ps:"type=pscredential,byname"`
}

// Process sets the items, which drives without folders have.
func (c *SetItem) Process(ctx *runtime.Context) error {
	paths, o := both(c.Path, c.LiteralPath)
	o.AllowMissing, o.Force = true, true
	c.narrow(&o)
	return providers.Each(ctx, paths, o, func(p providers.Place) error {
		if !p.Flat() {
			return ctx.Throw(notSupported())
		}
		target := fmt.Sprintf("Item: %s Value: %s", p.Path, value.ToString(ctx.Env(), c.Value))
		if ok, err := ctx.ShouldProcess(target, "Set Item"); err != nil || !ok {
			return err
		}
		if err := c.set(ctx, p); err != nil {
			return err
		}
		if !c.PassThru {
			return nil
		}
		return ctx.Enumerate(p.Item())
	})
}

// set gives the item its value and options. A function without both goes away.
func (c *SetItem) set(ctx *runtime.Context, p providers.Place) error {
	options := c.command != nil && c.command.Options != nil
	switch {
	case options && !ctx.Bound("Value"):
	case !ctx.Bound("Value") && p.Drive.Name == "Function":
		return p.Drive.Items.Remove(p.Path)
	default:
		if err := p.Drive.Items.Set(ctx.Env(), p.Path, c.Value); err != nil {
			return err
		}
	}
	if command, ok := value.As[*runtime.Command](p.Drive.Items.Get(p.Path)); ok && options {
		command.Options = *c.command.Options
	}
	return nil
}

func notSupported() *errs.Record {
	return errs.New("System.Management.Automation.PSNotSupportedException", "Provider operation stopped because the provider does not support this operation.",
		"NotSupported", value.NotImplemented, value.Null)
}

// Process empties the items.
func (c *ClearItem) Process(ctx *runtime.Context) error {
	paths, o := both(c.Path, c.LiteralPath)
	o.Force = bool(c.Force)
	c.narrow(&o)
	return providers.Each(ctx, paths, o, func(p providers.Place) error {
		if !p.Flat() {
			return ctx.Throw(notSupported())
		}
		if ok, err := ctx.ShouldProcess("Item: "+p.Path, "Clear Item"); err != nil || !ok {
			return err
		}
		if p.Drive.Name == "Env" {
			return p.Drive.Items.Remove(p.Path)
		}
		return p.Drive.Items.Set(ctx.Env(), p.Path, value.Null)
	})
}

// Process prints the paths: opening a file would start another program, which
// exolab never does.
func (c *InvokeItem) Process(ctx *runtime.Context) error {
	paths, o := both(c.Path, c.LiteralPath)
	o.Force = true
	c.narrow(&o)
	return providers.Each(ctx, paths, o, func(p providers.Place) error {
		if ok, err := ctx.ShouldProcess("Item: "+p.Path, "Invoke Item"); err != nil || !ok {
			return err
		}
		return ctx.WriteHost(p.Path, true, -1, -1)
	})
}
