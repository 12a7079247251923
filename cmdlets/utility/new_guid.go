package utility

import (
	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/dotnet/dates"
	"exolab/runtime/errs"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// NewGuid is New-Guid.
type NewGuid struct {
	Empty       cmdlets.Switch `ps:"set=Empty"`
	InputObject string         `ps:"position=0,pipeline,set=InputObject"`
}

// GetUICulture is Get-UICulture.
type GetUICulture struct {
}

// GetCulture is Get-Culture.
type GetCulture struct {
	Name            []string       `ps:"notnull,position=0,pipeline,set=Name"`
	NoUserOverrides cmdlets.Switch `ps:"set=CurrentCulture|Name"`
	ListAvailable   cmdlets.Switch `ps:"set=ListAvailable"`
}

// GetHost is Get-Host.
type GetHost struct {
}

// Process emits a new GUID, the empty one, or the one that a text says.
func (c *NewGuid) Process(ctx *runtime.Context) error {
	var g netfmt.Guid
	switch {
	case bool(c.Empty):
	case ctx.Bound("InputObject"):
		v, err := value.Convert(ctx.Env(), value.Str(c.InputObject), value.TypeGuid)
		if err != nil {
			return ctx.WriteError(errs.New("System.FormatException", "Unrecognized Guid format.", "StringNotRecognizedAsGuid", value.InvalidArgument, value.Str(c.InputObject)))
		}
		return ctx.Emit(v)
	default:
		g = netfmt.NewGuid()
	}
	return ctx.Emit(value.Obj(value.Guid{Guid: g}))
}

// Process emits the culture of the user interface.
func (c *GetUICulture) Process(ctx *runtime.Context) error {
	return ctx.Emit(value.Obj(dates.CultureOf("en-US")))
}

// Process emits the current culture or the named ones.
func (c *GetCulture) Process(ctx *runtime.Context) error {
	if len(c.Name) == 0 {
		return ctx.Emit(value.Obj(dates.CultureOf("en-US")))
	}
	for _, name := range c.Name {
		v, err := value.Convert(ctx.Env(), value.Str(name), mustType(ctx, "System.Globalization.CultureInfo"))
		if err != nil {
			err = ctx.WriteError(errs.New("System.Globalization.CultureNotFoundException", "Culture is not supported. (Parameter 'name')\n"+name+" is an invalid culture identifier.",
				"ItemNotFoundException", value.ObjectNotFound, value.Str(name)))
		} else {
			err = ctx.Emit(v)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func mustType(ctx *runtime.Context, name string) *value.Type {
	if t, ok := ctx.Session().LookupType(name); ok {
		return t
	}
	return value.TypeObject
}

// Process emits the host.
func (c *GetHost) Process(ctx *runtime.Context) error { return ctx.Emit(ctx.Env().Variable("Host")) }
