package management

import (
	"fmt"
	"os"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/files"
	"exolab/cmdlets/internal/providers"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// GetLocation is Get-Location.
type GetLocation struct {
	PSProvider []string       `ps:"byname,set=Location"`
	PSDrive    []string       `ps:"byname,set=Location"`
	Stack      cmdlets.Switch `ps:"set=Stack"`
	StackName  []string       `ps:"byname,set=Stack"`
}

// SetLocation is Set-Location.
type SetLocation struct {
	Path        string         `ps:"position=0,pipeline,byname,set=Path"`
	LiteralPath string         `ps:"alias=PSPath|LP,mandatory,byname,set=LiteralPath"`
	PassThru    cmdlets.Switch `ps:""`
	StackName   string         `ps:"byname,set=Stack"`
}

// PushLocation is Push-Location.
type PushLocation struct {
	Path        string         `ps:"position=0,pipeline,byname,set=Path"`
	LiteralPath string         `ps:"alias=PSPath|LP,byname,set=LiteralPath"`
	PassThru    cmdlets.Switch `ps:""`
	StackName   string         `ps:"byname"`
}

// PopLocation is Pop-Location.
type PopLocation struct {
	PassThru  cmdlets.Switch `ps:""`
	StackName string         `ps:"byname"`
}

// Process emits the current location or the pushed ones.
func (c *GetLocation) Process(ctx *runtime.Context) error {
	s := ctx.Session()
	if ctx.ParameterSet() == "Stack" {
		names := c.StackName
		if len(names) == 0 {
			names = []string{""}
		}
		for _, name := range names {
			list, ok := providers.Stack(s, name)
			if !ok {
				if err := ctx.WriteError(noStack(name)); err != nil {
					return err
				}
			}
			for _, p := range list {
				if err := ctx.Emit(value.Obj(&providers.PathInfo{Place: p})); err != nil {
					return err
				}
			}
		}
		return nil
	}
	if len(c.PSProvider)+len(c.PSDrive) > 0 {
		return c.ofDrives(ctx)
	}
	return emitLocation(ctx)
}

// ofDrives emits the current locations of the drives that are named, of the
// current drive of a provider if only that is named.
func (c *GetLocation) ofDrives(ctx *runtime.Context) error {
	s := ctx.Session()
	for _, name := range c.PSDrive {
		d := providers.FindDrive(s, name)
		if d == nil {
			rec := providers.NoDrive(name)
			rec.ID = "GetLocationNoMatchingDrive"
			if err := ctx.WriteError(rec); err != nil {
				return err
			}
			continue
		}
		if err := ctx.Emit(value.Obj(&providers.PathInfo{Place: providers.LocationOf(s, d)})); err != nil {
			return err
		}
	}
	for _, name := range c.PSProvider {
		p := providers.FindProvider(s, name)
		if p == nil {
			if err := ctx.WriteError(errs.New("System.Management.Automation.ProviderNotFoundException",
				fmt.Sprintf("Cannot find a provider with the name '%s'.", name), "GetLocationNoMatchingProvider", value.ObjectNotFound, value.Str(name))); err != nil {
				return err
			}
			continue
		}
		for _, d := range providers.Drives(s) {
			if d.Provider != p {
				continue
			}
			if err := ctx.Emit(value.Obj(&providers.PathInfo{Place: providers.LocationOf(s, d)})); err != nil {
				return err
			}
			break
		}
	}
	return nil
}

func emitLocation(ctx *runtime.Context) error {
	return ctx.Emit(value.Obj(&providers.PathInfo{Place: providers.Current(ctx.Session())}))
}

func noStack(name string) *errs.Record {
	return errs.New("System.Management.Automation.PSArgumentException",
		fmt.Sprintf("Cannot find location stack '%s'. It does not exist or it is not a container.", name), "Argument", value.InvalidArgument, value.Null)
}

// Process goes to the location.
func (c *SetLocation) Process(ctx *runtime.Context) error {
	s := ctx.Session()
	switch {
	case ctx.ParameterSet() == "Stack":
		if _, ok := providers.Stack(s, c.StackName); !ok && c.StackName != "" {
			return ctx.WriteError(noStack(c.StackName))
		}
		providers.SetDefaultStack(s, c.StackName)
	case c.Path == "-" || c.Path == "+":
		if moved := c.Path == "-" && providers.Back(s) || c.Path == "+" && providers.Forward(s); !moved {
			way := map[string]string{"-": "backwards", "+": "forward"}[c.Path]
			return ctx.WriteError(errs.New("System.InvalidOperationException", "There is no location history left to navigate "+way+".",
				"System.InvalidOperationException", value.InvalidOperation, value.Null))
		}
	default:
		p, rec := c.target(ctx)
		if rec != nil {
			return ctx.WriteError(rec)
		}
		providers.Visit(s, p)
	}
	if !c.PassThru {
		return nil
	}
	return emitLocation(ctx)
}

func (c *SetLocation) target(ctx *runtime.Context) (providers.Place, *errs.Record) {
	path, literal := c.Path, c.LiteralPath != ""
	if literal {
		path = c.LiteralPath
	}
	if path == "" {
		path, _ = os.UserHomeDir()
	}
	return container(ctx.Session(), path, literal)
}

// container finds the one folder or drive that a path leads to.
func container(s *runtime.Session, path string, literal bool) (providers.Place, *errs.Record) {
	places, rec := providers.Expand(s, path, providers.Options{Literal: literal, Force: true})
	if rec != nil {
		return providers.Place{}, rec
	}
	if len(places) > 1 {
		return providers.Place{}, errs.New("System.Management.Automation.PSArgumentException",
			fmt.Sprintf("Cannot set the location because path '%s' resolved to multiple containers. You can only set the location to a single container at a time.", path),
			"Argument", value.InvalidArgument, value.Null)
	}
	if len(places) == 0 || !places[0].IsContainer() {
		full, _ := providers.Resolve(s, path)
		return providers.Place{}, files.PathNotFound(full.Path)
	}
	return places[0], nil
}

// Process remembers the current location and goes to another one.
func (c *PushLocation) Process(ctx *runtime.Context) error {
	path, literal := c.Path, c.LiteralPath != ""
	if literal {
		path = c.LiteralPath
	}
	target := providers.Current(ctx.Session())
	if path != "" {
		var rec *errs.Record
		if target, rec = container(ctx.Session(), path, literal); rec != nil {
			return ctx.WriteError(rec)
		}
	}
	providers.Push(ctx.Session(), c.StackName)
	providers.GoTo(ctx.Session(), target)
	if !c.PassThru {
		return nil
	}
	return emitLocation(ctx)
}

// Process goes back to the location pushed last.
func (c *PopLocation) Process(ctx *runtime.Context) error {
	if !providers.Pop(ctx.Session(), c.StackName) && c.StackName != "" {
		return ctx.WriteError(noStack(c.StackName))
	}
	if !c.PassThru {
		return nil
	}
	return emitLocation(ctx)
}
