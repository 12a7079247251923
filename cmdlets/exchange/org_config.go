package exchange

import (
	"fmt"
	"strings"

	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

// singleton is a configuration of which an organization has one.
type singleton struct{ noun, kind, shape, parameter string }

var singletons = []singleton{
	{"OrganizationConfig", "organizationConfig", "OrganizationConfig", "-AuditDisabled $true"},
	{"AdminAuditLogConfig", "adminAuditLogConfig", "AdminAuditLogConfig", "-UnifiedAuditLogIngestionEnabled $false"},
	{"TransportConfig", "transportConfig", "", "-SmtpClientAuthenticationDisabled $true"},
}

var singletonCmdlets = func() []cmdlet {
	var out []cmdlet
	for _, s := range singletons {
		property := strings.TrimPrefix(strings.Fields(s.parameter)[0], "-")
		words := strings.ToLower(spaced(s.noun))
		changed := strings.NewReplacer("$true", "True", "$false", "False").Replace(strings.Fields(s.parameter)[1])
		out = append(out,
			permissionCmdlet("Get-"+s.noun, "Gives the "+words+".", fmt.Sprintf("@(Get-%s).Count", s.noun), "1", s.get),
			permissionCmdlet("Set-"+s.noun, "Changes the "+words+".", fmt.Sprintf("Set-%s %s; (Get-%s).%s", s.noun, s.parameter, s.noun, property), changed, s.set))
	}
	return out
}()

// stored returns what was set, and the organization.
func (s singleton) stored(r store.Reader) (*tenant.Object, *tenant.Organization, error) {
	org, err := r.Organization()
	if err != nil {
		return nil, nil, err
	}
	for o, err := range r.Objects(s.kind) {
		return o, org, err
	}
	return &tenant.Object{Kind: s.kind, Identity: org.Name}, org, nil
}

func (s singleton) object(o *tenant.Object, org *tenant.Organization) value.Value {
	noun := configNoun{noun: s.noun}
	if s.shape == "" {
		return noun.object(o)
	}
	out := newObject(s.shape)
	out.putKnown(o.Properties)
	if s.kind == "adminAuditLogConfig" {
		if _, set := o.Properties.Get("UnifiedAuditLogIngestionEnabled"); !set {
			out.set("UnifiedAuditLogIngestionEnabled", value.Bool(org.Flavour == tenant.FlavourCloud))
		}
		out.text("Name", "Admin Audit Log Settings", "Identity", "Admin Audit Log Settings")
		return out.value()
	}
	out.set("AuditDisabled", value.Bool(org.AuditDisabled))
	out.text("Name", org.DefaultDomain(), "Identity", org.DefaultDomain(), "DisplayName", org.Name, "OrganizationId", organizationID(org), "Guid", derivedGUID(org.Name, "tenant"))
	return out.value()
}

func (s singleton) get(c *call) error {
	var shown value.Value
	err := c.view(func(r store.Reader) error {
		o, org, err := s.stored(r)
		if err == nil {
			shown = s.object(o, org)
		}
		return err
	})
	if err != nil {
		return c.report(err)
	}
	return c.emit(shown)
}

func (s singleton) set(c *call) error {
	words := strings.ToLower(spaced(s.noun))
	if ok, err := c.confirm("Setting the " + words + "."); !ok || err != nil {
		return err
	}
	changed := false
	err := c.update(func(w store.Writer) error {
		o, org, err := s.stored(w)
		if err != nil {
			return err
		}
		if changed, err = c.setProperties(w, s.shape, objectProperties{o}, nil); err != nil || !changed {
			return err
		}
		if s.kind == "organizationConfig" && c.has("AuditDisabled") {
			o.Properties.Remove("AuditDisabled")
			org.AuditDisabled = c.on("AuditDisabled")
			if err := w.PutOrganization(org); err != nil {
				return err
			}
		}
		return firstOf(w.PutObject(o), c.logChange(w, org.Name))
	})
	if err == nil && !changed {
		return c.unchanged(words)
	}
	return c.report(err)
}
