package graph

import (
	"strings"

	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

const models = "Microsoft.Graph.PowerShell.Models."

// GetDomain is Get-MgDomain.
type GetDomain struct {
	DomainID string         `ps:"DomainId,set=Get,mandatory,help=The domain's name."`
	All      cmdlets.Switch `ps:"set=List,help=Gives all pages; there is one."`
	Property []string       `ps:"alias=Select,help=The properties to fill; all of them are."`
}

// Process emits the domain, or all of them.
func (c *GetDomain) Process(ctx *runtime.Context) error {
	var found []value.Value
	err := ask(ctx, func(_ store.Reader, org *tenant.Organization) error {
		for _, name := range org.Domains {
			if c.DomainID == "" || strings.EqualFold(name, c.DomainID) {
				found = append(found, domainObject(org, name))
			}
		}
		return nil
	})
	if err == nil && c.DomainID != "" && len(found) == 0 {
		return missing(ctx, c.DomainID)
	}
	return emit(ctx, found, err)
}

func domainObject(org *tenant.Organization, name string) value.Value {
	return value.Obj(objectOf(models+"MicrosoftGraphDomain", "AuthenticationType", value.Str("Managed"), "AvailabilityStatus", value.Null, "Id", value.Str(name),
		"IsAdminManaged", value.True, "IsDefault", value.Bool(strings.EqualFold(name, org.DefaultDomain())), "IsInitial", value.Bool(isInitial(name)),
		"IsRoot", value.True, "IsVerified", value.True, "Manufacturer", value.Null, "Model", value.Null, "PasswordNotificationWindowInDays", value.Null,
		"PasswordValidityPeriodInDays", value.Null, "SupportedServices", value.Strings("Email", "OfficeCommunicationsOnline")))
}

// isInitial reports whether a domain is the one that the organization began with.
func isInitial(name string) bool {
	return strings.HasSuffix(strings.ToLower(name), ".onmicrosoft.com")
}

// GetOrganization is Get-MgOrganization.
type GetOrganization struct {
	OrganizationID string         `ps:"OrganizationId,set=Get,mandatory,help=The organization's id."`
	All            cmdlets.Switch `ps:"set=List,help=Gives all pages; there is one."`
	Property       []string       `ps:"alias=Select,help=The properties to fill; all of them are."`
}

// Process emits the organization.
func (c *GetOrganization) Process(ctx *runtime.Context) error {
	var found []value.Value
	err := ask(ctx, func(_ store.Reader, org *tenant.Organization) error {
		if c.OrganizationID != "" && !strings.EqualFold(c.OrganizationID, org.TenantID()) {
			return nil
		}
		var domains []value.Value
		for _, name := range org.Domains {
			domains = append(domains, value.Obj(objectOf(models+"MicrosoftGraphVerifiedDomain", "Capabilities", value.Str("Email, OfficeCommunicationsOnline"),
				"IsDefault", value.Bool(strings.EqualFold(name, org.DefaultDomain())), "IsInitial", value.Bool(isInitial(name)), "Name", value.Str(name), "Type", value.Str("Managed"))))
		}
		found = append(found, value.Obj(objectOf(models+"MicrosoftGraphOrganization", "CountryLetterCode", value.Str("US"), "DisplayName", value.Str(org.Name),
			"Id", value.Str(org.TenantID()), "OnPremisesSyncEnabled", value.Null, "TenantType", value.Str("AAD"), "VerifiedDomains", value.List(domains...))))
		return nil
	})
	if err == nil && len(found) == 0 {
		return missing(ctx, c.OrganizationID)
	}
	return emit(ctx, found, err)
}

func emit(ctx *runtime.Context, list []value.Value, err error) error {
	for i := 0; err == nil && i < len(list); i++ {
		err = ctx.Emit(list[i])
	}
	return err
}

// missing is the service's answer to an id that nothing has.
func missing(ctx *runtime.Context, id string) error {
	return ctx.WriteError(errs.New("System.Exception", "[Request_ResourceNotFound] : Resource '"+id+"' does not exist or one of its queried reference-property objects are not present.",
		"Request_ResourceNotFound", value.InvalidOperation, value.Str(id)))
}
