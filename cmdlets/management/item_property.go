package management

import (
	"fmt"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/objects"
	"exolab/cmdlets/internal/patterns"
	"exolab/cmdlets/internal/providers"
	"exolab/runtime"
	"exolab/runtime/dotnet"
	"exolab/runtime/dotnet/fileio"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// GetItemProperty is Get-ItemProperty.
type GetItemProperty struct {
	pipedPath
	Name []string `ps:"alias=PSProperty,position=1"`
	filters
	Credential value.Value `ps:"type=pscredential,byname"`
}

// GetItemPropertyValue is Get-ItemPropertyValue.
type GetItemPropertyValue struct {
	Path        []string `ps:"notnullorempty,position=0,pipeline,byname,set=Path"`
	LiteralPath []string `ps:"alias=PSPath|LP,mandatory,byname,set=LiteralPath"`
	Name        []string `ps:"alias=PSProperty,mandatory,position=1"`
	filters
	Credential value.Value `ps:"type=pscredential,byname"`
}

// SetItemProperty is Set-ItemProperty.
type SetItemProperty struct {
	Path        []string       `ps:"mandatory,position=0,byname,set=propertyPSObjectPathSet|propertyValuePathSet"`
	LiteralPath []string       `ps:"alias=PSPath|LP,mandatory,byname,set=propertyValueLiteralPathSet|propertyPSObjectLiteralPathSet"`
	Name        string         `ps:"alias=PSProperty,mandatory,position=1,byname,set=propertyValuePathSet|propertyValueLiteralPathSet"`
	Value       value.Value    `ps:"allownull,mandatory,position=2,byname,set=propertyValuePathSet|propertyValueLiteralPathSet"`
	InputObject value.Value    `ps:"type=psobject,mandatory,pipeline,byname,set=propertyPSObjectPathSet|propertyPSObjectLiteralPathSet"`
	PassThru    cmdlets.Switch `ps:""`
	Force       cmdlets.Switch `ps:""`
	filters
	Credential value.Value `ps:"type=pscredential,byname"`
}

// Process emits the items, or custom objects with the named properties.
func (c *GetItemProperty) Process(ctx *runtime.Context) error {
	paths, o := both(c.Path, c.LiteralPath)
	o.Force = true
	c.narrow(&o)
	return providers.Each(ctx, paths, o, func(p providers.Place) error {
		if p.Flat() {
			return ctx.WriteError(notSupported())
		}
		item := p.Item()
		if len(c.Name) == 0 {
			return ctx.Emit(item)
		}
		out := value.NewObject(len(c.Name) + 6)
		for _, pattern := range c.Name {
			found := false
			for _, m := range objects.Properties(ctx.Env(), item) {
				if !patterns.Match(pattern, m.Name) {
					continue
				}
				found = true
				v, err := dotnet.ReadMember(ctx.Env(), item, m)
				if err != nil {
					return err
				}
				out.Set(m.Name, v)
			}
			if !found {
				if err := ctx.WriteError(propertyMissing(pattern)); err != nil {
					return err
				}
			}
		}
		if out.Len() == 0 {
			return nil
		}
		notes := &item.Object().(*fileio.FileItem).Extend().Members
		for i, name := range notes.Shape().Names() {
			if name != "PSIsContainer" {
				out.Set(name, notes.At(i))
			}
		}
		return ctx.Emit(value.Obj(out))
	})
}

func propertyMissing(name string) *errs.Record {
	return errs.New("System.Management.Automation.PSArgumentException", fmt.Sprintf("Property %s does not exist.", name), "Argument", value.InvalidArgument, value.Null)
}

// Process emits the values of the named properties.
func (c *GetItemPropertyValue) Process(ctx *runtime.Context) error {
	paths, o := both(c.Path, c.LiteralPath)
	if len(paths) == 0 {
		paths = []string{"."}
	}
	o.Force = true
	c.narrow(&o)
	return providers.Each(ctx, paths, o, func(p providers.Place) error {
		for _, name := range c.Name {
			v, found, err := dotnet.Property(ctx.Env(), p.Item(), dotnet.NameOf(name))
			if err == nil && !found {
				err = ctx.WriteError(propertyMissing(name))
			} else if err == nil {
				err = ctx.Emit(v)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// Process sets a property of each file, or those that an object names.
func (c *SetItemProperty) Process(ctx *runtime.Context) error {
	paths, o := both(c.Path, c.LiteralPath)
	o.Force = true
	c.narrow(&o)
	return providers.Each(ctx, paths, o, func(p providers.Place) error {
		if p.Flat() {
			return ctx.WriteError(notSupported())
		}
		if c.Name != "" {
			return c.set(ctx, p, c.Name, c.Value)
		}
		for _, m := range objects.Properties(ctx.Env(), c.InputObject) {
			v, err := dotnet.ReadMember(ctx.Env(), c.InputObject, m)
			if err == nil {
				err = c.set(ctx, p, m.Name, v)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}

func (c *SetItemProperty) set(ctx *runtime.Context, p providers.Place, name string, to value.Value) error {
	text := value.ToString(ctx.Env(), to)
	if ok, err := ctx.ShouldProcess(fmt.Sprintf("Item: %s Property: %s Value: %s", p.Path, name, text), "Set Property "+kindOf(p)); err != nil || !ok {
		return err
	}
	item := p.Item()
	if dotnet.GetMember(ctx.Env(), item, dotnet.NameOf(name)) == nil {
		return ctx.WriteError(propertyMissing(name))
	}
	if err := dotnet.SetProperty(ctx.Env(), item, dotnet.NameOf(name), to); err != nil {
		return ctx.WriteError(runtime.RecordOf(err))
	}
	if !c.PassThru {
		return nil
	}
	out := value.NewObject(1)
	out.Set(name, to)
	return ctx.Emit(value.Obj(out))
}
