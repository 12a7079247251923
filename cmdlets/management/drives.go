package management

import (
	"fmt"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/patterns"
	"exolab/cmdlets/internal/providers"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// GetPSDrive is Get-PSDrive.
type GetPSDrive struct {
	Name        []string `ps:"notnullorempty,position=0,byname,set=Name"`
	LiteralName []string `ps:"mandatory,position=0,byname,set=LiteralName"`
	Scope       string   `ps:"byname"`
	PSProvider  []string `ps:"byname"`
}

// NewPSDrive is New-PSDrive.
type NewPSDrive struct {
	Name        string      `ps:"mandatory,position=0,byname"`
	PSProvider  string      `ps:"mandatory,position=1,byname"`
	Root        string      `ps:"allowemptystring,mandatory,position=2,byname"`
	Description string      `ps:"byname"`
	Scope       string      `ps:"byname"`
	Credential  value.Value `ps:"type=pscredential,byname"`
}

// RemovePSDrive is Remove-PSDrive.
type RemovePSDrive struct {
	Name        []string       `ps:"allownull,allowemptycollection,mandatory,position=0,byname,set=Name"`
	LiteralName []string       `ps:"mandatory,position=0,byname,set=LiteralName"`
	PSProvider  []string       `ps:"byname"`
	Scope       string         `ps:"byname"`
	Force       cmdlets.Switch `ps:""`
}

// GetPSProvider is Get-PSProvider.
type GetPSProvider struct {
	PSProvider []string `ps:"notnullorempty,position=0,byname"`
}

// Process emits the drives of those names.
func (c *GetPSDrive) Process(ctx *runtime.Context) error {
	names, literal := c.Name, false
	if ctx.ParameterSet() == "LiteralName" {
		names, literal = c.LiteralName, true
	}
	if len(names) == 0 {
		names = []string{"*"}
	}
	for _, name := range names {
		found := false
		for _, d := range providers.Drives(ctx.Session()) {
			same := value.Fold(d.Name) == value.Fold(name) || !literal && patterns.Match(name, d.Name)
			if !same || len(c.PSProvider) > 0 && !patterns.MatchAny(c.PSProvider, d.Provider.Name) {
				continue
			}
			found = true
			if err := ctx.Emit(value.Obj(d)); err != nil {
				return err
			}
		}
		if !found && (literal || !patterns.HasWildcard(name)) {
			if err := ctx.WriteError(driveMissing(name)); err != nil {
				return err
			}
		}
	}
	return nil
}

func driveMissing(name string) *errs.Record {
	rec := providers.NoDrive(name)
	rec.ID = "GetDriveNoMatchingDrive"
	return rec
}

// Process makes a drive for a folder.
func (c *NewPSDrive) Process(ctx *runtime.Context) error {
	s := ctx.Session()
	target := fmt.Sprintf("Name: %s Provider: %s Root: %s", c.Name, c.PSProvider, c.Root)
	if ok, err := ctx.ShouldProcess(target, "New drive"); err != nil || !ok {
		return err
	}
	provider := providers.FindProvider(s, c.PSProvider)
	if provider == nil {
		return ctx.Throw(errs.New("System.Management.Automation.ProviderNotFoundException",
			fmt.Sprintf("Cannot find a provider with the name '%s'.", c.PSProvider), "ProviderNotFound", value.ObjectNotFound, value.Str(c.PSProvider)))
	}
	if providers.FindDrive(s, c.Name) != nil {
		return ctx.WriteError(errs.New("System.Management.Automation.SessionStateException",
			fmt.Sprintf("A drive with the name '%s' already exists.", c.Name), "DriveAlreadyExists", value.ResourceExists, value.Str(c.Name)))
	}
	root, rec := providers.Resolve(s, c.Root)
	if rec != nil {
		return ctx.Throw(rec)
	}
	if !root.IsContainer() {
		return ctx.WriteError(errs.New("System.IO.IOException",
			fmt.Sprintf("The specified drive root \"%s\" either does not exist, or it is not a folder.", root.Path), "DriveRootError", value.ReadError, value.Str(c.Name)))
	}
	d := &providers.Drive{Name: c.Name, Root: root.Path, Description: c.Description, Provider: provider, Items: root.Drive.Items}
	providers.AddDrive(s, d)
	return ctx.Emit(value.Obj(d))
}

// Process forgets drives.
func (c *RemovePSDrive) Process(ctx *runtime.Context) error {
	for _, name := range append(c.Name, c.LiteralName...) {
		found := false
		for _, d := range append([]*providers.Drive(nil), providers.Drives(ctx.Session())...) {
			if !patterns.Match(name, d.Name) {
				continue
			}
			found = true
			if ok, err := ctx.ShouldProcess(fmt.Sprintf("Name: %s Provider: %s Root: %s", d.Name, d.Provider, d.Root), "Remove Drive"); err != nil || !ok {
				return err
			}
			providers.RemoveDrive(ctx.Session(), d)
		}
		if !found && !patterns.HasWildcard(name) {
			if err := ctx.WriteError(providers.NoDrive(name)); err != nil {
				return err
			}
		}
	}
	return nil
}

// Process emits the providers of those names.
func (c *GetPSProvider) Process(ctx *runtime.Context) error {
	for _, p := range providers.Providers(ctx.Session()) {
		if len(c.PSProvider) > 0 && !patterns.MatchAny(c.PSProvider, p.Name) {
			continue
		}
		if err := ctx.Emit(value.Obj(p)); err != nil {
			return err
		}
	}
	return nil
}
