package gallery

import (
	"exolab/cmdlets"
	"exolab/cmdlets/internal/patterns"
	"exolab/runtime"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// galleryName is the repository that PowerShellGet knows by default.
const galleryName = "PSGallery"

// FindModule is Find-Module.
type FindModule struct {
	Name                []string       `ps:"notnullorempty,position=0,pipeline,byname"`
	MinimumVersion      string         `ps:"byname"`
	MaximumVersion      string         `ps:"byname"`
	RequiredVersion     string         `ps:"byname"`
	AllVersions         cmdlets.Switch `ps:""`
	IncludeDependencies cmdlets.Switch `ps:""`
	Filter              string         `ps:""`
	Tag                 []string       `ps:"notnull"`
	Includes            []string       `ps:"validateset=DscResource|Cmdlet|Function|RoleCapability"`
	Command             []string       `ps:"notnull"`
	Proxy               value.Value    `ps:"byname"`
	ProxyCredential     value.Value    `ps:"byname"`
	Repository          []string       `ps:"notnullorempty"`
	Credential          value.Value    `ps:"type=pscredential,byname"`
	AllowPrerelease     cmdlets.Switch `ps:""`
}

// Process emits the modules of the gallery that fit.
func (c *FindModule) Process(ctx *runtime.Context) error {
	found := map[string]bool{}
	for _, m := range ctx.Session().Shipped() {
		if !m.FromGallery || len(c.Name) > 0 && !patterns.MatchAny(c.Name, m.Name) {
			continue
		}
		for _, name := range c.Name {
			found[name] = found[name] || patterns.Match(name, m.Name)
		}
		if err := ctx.Emit(galleryItem(m)); err != nil {
			return err
		}
	}
	for _, name := range c.Name {
		if found[name] || patterns.HasWildcard(name) {
			continue
		}
		if err := ctx.WriteError(noMatch(name, "Microsoft.PowerShell.PackageManagement.Cmdlets.FindPackage")); err != nil {
			return err
		}
	}
	return nil
}

// galleryItem is what Find-Module shows of a module.
func galleryItem(m runtime.ShippedModule) value.Value {
	o := value.NewObject(8)
	o.TypeNames = []string{"Microsoft.PowerShell.Commands.PSRepositoryItemInfo", "System.Management.Automation.PSCustomObject", "System.Object"}
	o.Set("Name", value.Str(m.Name))
	o.Set("Version", value.Str(m.Version))
	o.Set("Type", value.Str("Module"))
	o.Set("Description", value.Str(m.Description))
	o.Set("Author", value.Str(m.Author))
	o.Set("CompanyName", value.Str(m.Author))
	o.Set("Repository", value.Str(galleryName))
	return value.Obj(o)
}

// installedModule is what Get-InstalledModule shows of a module.
func installedModule(m runtime.ShippedModule) value.Value {
	v := galleryItem(m)
	if o, ok := value.As[*value.PSObject](v); ok {
		o.Set("InstalledLocation", value.Str(m.Directory+"/"+m.Name+"/"+m.Version))
	}
	return v
}

// GetInstalledModule is Get-InstalledModule.
type GetInstalledModule struct {
	Name            []string       `ps:"notnullorempty,position=0,byname"`
	MinimumVersion  string         `ps:"byname"`
	RequiredVersion string         `ps:"byname"`
	MaximumVersion  string         `ps:"byname"`
	AllVersions     cmdlets.Switch `ps:""`
	AllowPrerelease cmdlets.Switch `ps:""`
}

// Process emits the modules that came from the gallery.
func (c *GetInstalledModule) Process(ctx *runtime.Context) error {
	found := false
	for _, m := range ctx.Session().Shipped() {
		if !m.FromGallery || len(c.Name) > 0 && !patterns.MatchAny(c.Name, m.Name) {
			continue
		}
		found = true
		if err := ctx.Emit(installedModule(m)); err != nil {
			return err
		}
	}
	if len(c.Name) == 1 && !found && !patterns.HasWildcard(c.Name[0]) {
		return ctx.WriteError(noMatch(c.Name[0], "Microsoft.PowerShell.PackageManagement.Cmdlets.GetPackage"))
	}
	return nil
}

// GetPackageProvider is Get-PackageProvider.
type GetPackageProvider struct {
	Name           []string       `ps:"position=0"`
	ListAvailable  cmdlets.Switch `ps:""`
	Force          cmdlets.Switch `ps:""`
	ForceBootstrap cmdlets.Switch `ps:""`
}

// providers are the package providers with their versions.
var providers = [][2]string{{"NuGet", "3.0.0.1"}, {"PowerShellGet", "2.2.5.0"}}

// Process emits the providers.
func (c *GetPackageProvider) Process(ctx *runtime.Context) error { return emitProviders(ctx, c.Name) }

func emitProviders(ctx *runtime.Context, names []string) error {
	for _, p := range providers {
		if len(names) > 0 && !patterns.MatchAny(names, p[0]) {
			continue
		}
		version, err := netfmt.ParseVersion(p[1])
		if err != nil {
			return err
		}
		o := value.NewObject(3)
		o.TypeNames = []string{"Microsoft.PackageManagement.Implementation.PackageProvider", "System.Object"}
		o.Set("Name", value.Str(p[0]))
		o.Set("Version", value.Obj(value.Version{Version: version}))
		if err := ctx.Emit(value.Obj(o)); err != nil {
			return err
		}
	}
	return nil
}

// InstallPackageProvider is Install-PackageProvider.
type InstallPackageProvider struct {
	Name            []string       `ps:"notnullorempty,mandatory,position=0"`
	RequiredVersion string         `ps:""`
	MinimumVersion  string         `ps:""`
	MaximumVersion  string         `ps:""`
	Credential      value.Value    `ps:"type=pscredential"`
	Scope           string         `ps:"validateset=CurrentUser|AllUsers"`
	Source          []string       `ps:""`
	Proxy           value.Value    `ps:""`
	AllVersions     cmdlets.Switch `ps:""`
	Force           cmdlets.Switch `ps:""`
	ForceBootstrap  cmdlets.Switch `ps:""`
}

// Process emits the providers, which are there.
func (c *InstallPackageProvider) Process(ctx *runtime.Context) error {
	return emitProviders(ctx, c.Name)
}
