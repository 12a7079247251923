package gallery

import (
	"fmt"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/patterns"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// InstallModule is Install-Module.
type InstallModule struct {
	Name               []string       `ps:"notnullorempty,mandatory,position=0,byname,set=NameParameterSet"`
	InputObject        []value.Value  `ps:"notnull,mandatory,position=0,pipeline,byname,set=InputObject"`
	MinimumVersion     string         `ps:"byname,set=NameParameterSet"`
	MaximumVersion     string         `ps:"byname,set=NameParameterSet"`
	RequiredVersion    string         `ps:"byname,set=NameParameterSet"`
	Repository         []string       `ps:"notnullorempty,set=NameParameterSet"`
	Credential         value.Value    `ps:"type=pscredential,byname"`
	Scope              string         `ps:"validateset=CurrentUser|AllUsers"`
	Proxy              value.Value    `ps:"byname"`
	ProxyCredential    value.Value    `ps:"byname"`
	AllowClobber       cmdlets.Switch `ps:""`
	SkipPublisherCheck cmdlets.Switch `ps:""`
	Force              cmdlets.Switch `ps:""`
	AllowPrerelease    cmdlets.Switch `ps:"set=NameParameterSet"`
	AcceptLicense      cmdlets.Switch `ps:""`
	PassThru           cmdlets.Switch `ps:""`
}

// Process accepts the modules of the gallery, which are installed, and reports
// others as not found.
func (c *InstallModule) Process(ctx *runtime.Context) error {
	for _, name := range append(c.Name, namesOf(ctx, c.InputObject)...) {
		m := offered(ctx.Session(), name)
		if m == nil || c.RequiredVersion != "" && !sameVersion(m.Version, c.RequiredVersion) || olderThan(m.Version, c.MinimumVersion) {
			if err := ctx.WriteError(noMatch(name, "Microsoft.PowerShell.PackageManagement.Cmdlets.InstallPackage")); err != nil {
				return err
			}
			continue
		}
		if ok, err := ctx.ShouldProcess(fmt.Sprintf("Version '%s' of module '%s'", m.Version, m.Name), "Install-Module"); err != nil {
			return err
		} else if ok && bool(c.PassThru) {
			if err := ctx.Emit(installedModule(*m)); err != nil {
				return err
			}
		}
	}
	return nil
}

// UpdateModule is Update-Module.
type UpdateModule struct {
	Name            []string       `ps:"notnullorempty,position=0,byname"`
	RequiredVersion string         `ps:"notnullorempty,byname"`
	MaximumVersion  string         `ps:"notnullorempty,byname"`
	Credential      value.Value    `ps:"type=pscredential,byname"`
	Scope           string         `ps:"validateset=CurrentUser|AllUsers"`
	Proxy           value.Value    `ps:"byname"`
	ProxyCredential value.Value    `ps:"byname"`
	Force           cmdlets.Switch `ps:""`
	AllowPrerelease cmdlets.Switch `ps:""`
	AcceptLicense   cmdlets.Switch `ps:""`
	PassThru        cmdlets.Switch `ps:""`
}

// Process reports modules that are not installed.
func (c *UpdateModule) Process(ctx *runtime.Context) error {
	for _, name := range c.Name {
		if offered(ctx.Session(), name) != nil || patterns.HasWildcard(name) {
			continue
		}
		message := fmt.Sprintf("Module '%s' was not installed by using Install-Module, so it cannot be updated.", name)
		if err := ctx.WriteError(scriptError(message, "ModuleNotInstalledUsingInstallModuleCmdlet", name)); err != nil {
			return err
		}
	}
	return nil
}

// UninstallModule is Uninstall-Module.
type UninstallModule struct {
	Name            []string       `ps:"notnullorempty,mandatory,position=0,byname,set=NameParameterSet"`
	InputObject     []value.Value  `ps:"notnull,mandatory,position=0,pipeline,byname,set=InputObject"`
	MinimumVersion  string         `ps:"byname,set=NameParameterSet"`
	RequiredVersion string         `ps:"byname,set=NameParameterSet"`
	MaximumVersion  string         `ps:"byname,set=NameParameterSet"`
	AllVersions     cmdlets.Switch `ps:"set=NameParameterSet"`
	Force           cmdlets.Switch `ps:""`
	AllowPrerelease cmdlets.Switch `ps:"set=NameParameterSet"`
}

// Process says that the modules of the program stay.
func (c *UninstallModule) Process(ctx *runtime.Context) error {
	for _, name := range append(c.Name, namesOf(ctx, c.InputObject)...) {
		m := offered(ctx.Session(), name)
		if m == nil {
			if err := ctx.WriteError(noMatch(name, "Microsoft.PowerShell.PackageManagement.Cmdlets.UninstallPackage")); err != nil {
				return err
			}
			continue
		}
		if ok, err := ctx.ShouldProcess(fmt.Sprintf("Version '%s' of module '%s'", m.Version, m.Name), "Uninstall-Module"); err != nil {
			return err
		} else if ok {
			if err := ctx.Warning(fmt.Sprintf("The module '%s' is part of exolab and stays installed.", m.Name)); err != nil {
				return err
			}
		}
	}
	return nil
}

// offered is the module of the gallery with that name, or nil.
func offered(s *runtime.Session, name string) *runtime.ShippedModule {
	if m := s.ShippedNamed(name); m != nil && m.FromGallery {
		return m
	}
	return nil
}

// namesOf are the names of the modules that a pipeline passes on.
func namesOf(ctx *runtime.Context, list []value.Value) []string {
	var out []string
	for _, v := range list {
		if o, ok := value.As[*value.PSObject](v); ok {
			v, _ = o.Get("name")
		}
		out = append(out, value.ToString(ctx.Env(), v))
	}
	return out
}

func sameVersion(a, b string) bool {
	x, err := netfmt.ParseVersion(a)
	y, other := netfmt.ParseVersion(b)
	return err == nil && other == nil && x.Compare(y) == 0
}

// olderThan reports whether a version is below a minimum; "" asks for none.
func olderThan(version, minimum string) bool {
	x, err := netfmt.ParseVersion(version)
	y, other := netfmt.ParseVersion(minimum)
	return err == nil && other == nil && x.Compare(y) < 0
}

func noMatch(name, class string) *errs.Record {
	rec := errs.New("System.Exception", fmt.Sprintf("No match was found for the specified search criteria and module name '%s'. Try Get-PSRepository to see all available "+
		"registered module repositories.", name), "NoMatchFoundForCriteria", value.ObjectNotFound, value.Str(class))
	return rec
}

func scriptError(message, id, target string) *errs.Record {
	return errs.New("System.ArgumentException", message, id, value.InvalidOperation, value.Str(target))
}
