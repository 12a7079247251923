package gallery

import (
	"fmt"
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/patterns"
	"exolab/runtime"
	"exolab/runtime/value"
)

type policyKey struct{}

// policy is whether the gallery of a session is trusted.
func policy(s *runtime.Session) string {
	if known, ok := s.Services[policyKey{}].(string); ok {
		return known
	}
	return "Untrusted"
}

// GetPSRepository is Get-PSRepository.
type GetPSRepository struct {
	Name []string `ps:"notnullorempty,position=0,pipeline,byname"`
}

// Process emits the gallery.
func (c *GetPSRepository) Process(ctx *runtime.Context) error {
	if len(c.Name) > 0 && !patterns.MatchAny(c.Name, galleryName) {
		return ctx.WriteError(scriptError(fmt.Sprintf("No repository with the name '%s' was found.", c.Name[0]), "ErrorRepositoryNotFound", c.Name[0]))
	}
	o := value.NewObject(6)
	o.TypeNames = []string{"Microsoft.PowerShell.Commands.PSRepository", "System.Management.Automation.PSCustomObject", "System.Object"}
	trust := policy(ctx.Session())
	o.Set("Name", value.Str(galleryName))
	o.Set("SourceLocation", value.Str("https://www.powershellgallery.com/api/v2"))
	o.Set("Trusted", value.Bool(trust == "Trusted"))
	o.Set("Registered", value.Bool(true))
	o.Set("InstallationPolicy", value.Str(trust))
	o.Set("PackageManagementProvider", value.Str("NuGet"))
	return ctx.Emit(value.Obj(o))
}

// SetPSRepository is Set-PSRepository.
type SetPSRepository struct {
	Name                      string         `ps:"notnullorempty,mandatory,position=0"`
	SourceLocation            value.Value    `ps:"position=1"`
	PublishLocation           value.Value    `ps:""`
	Credential                value.Value    `ps:"type=pscredential,byname"`
	InstallationPolicy        string         `ps:"validateset=Trusted|Untrusted"`
	Proxy                     value.Value    `ps:"byname"`
	PackageManagementProvider string         `ps:""`
	Force                     cmdlets.Switch `ps:""`
}

// Process notes the policy.
func (c *SetPSRepository) Process(ctx *runtime.Context) error {
	if !strings.EqualFold(c.Name, galleryName) {
		return ctx.WriteError(scriptError(fmt.Sprintf("No repository with the name '%s' was found.", c.Name), "ErrorRepositoryNotFound", c.Name))
	}
	if strings.EqualFold(c.InstallationPolicy, "Trusted") {
		ctx.Session().Services[policyKey{}] = "Trusted"
	} else if c.InstallationPolicy != "" {
		ctx.Session().Services[policyKey{}] = "Untrusted"
	}
	return nil
}
