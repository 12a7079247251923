package organization

import (
	"fmt"
	"strings"

	"exolab/cmdlets/exchange/shapes"
	"exolab/cmdlets/exchange/task"
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
	{"IRMConfiguration", "irmConfiguration", "", "-SearchEnabled $false"},
	{"ExternalInOutlook", "externalInOutlook", "", "-Enabled $true"},
}

func singletonCmdlets() []task.Cmdlet {
	var out []task.Cmdlet
	for _, s := range singletons {
		property := strings.TrimPrefix(strings.Fields(s.parameter)[0], "-")
		words := strings.ToLower(task.Spaced(s.noun))
		changed := strings.NewReplacer("$true", "True", "$false", "False").Replace(strings.Fields(s.parameter)[1])
		out = append(out,
			task.New("Get-"+s.noun, "Gives the "+words+".", fmt.Sprintf("@(Get-%s).Count", s.noun), "1", s.get),
			task.New("Set-"+s.noun, "Changes the "+words+".", fmt.Sprintf("Set-%s %s; (Get-%s).%s", s.noun, s.parameter, s.noun, property), changed, s.set))
	}
	return out
}

// stored returns what was set, and the organization.
func (s singleton) stored(r store.Reader) (*tenant.Object, *tenant.Organization, error) {
	org, err := r.Organization()
	if err != nil {
		return nil, nil, err
	}
	for o, err := range r.Objects(s.kind) {
		return o, org, err
	}
	fresh := &tenant.Object{Kind: s.kind, Identity: org.Name}
	if n := NounNamed(s.noun); n != nil {
		fresh.Properties = n.builtIn()[0]
		fresh.Identity = fresh.Properties.Text("Name")
	}
	return fresh, org, nil
}

func (s singleton) object(o *tenant.Object, org *tenant.Organization) value.Value {
	noun := Noun{Noun: s.noun}
	if s.shape == "" {
		return noun.Object(o)
	}
	out := shapes.New(s.shape)
	out.PutKnown(o.Properties)
	if s.kind == "adminAuditLogConfig" {
		if _, set := o.Properties.Get("UnifiedAuditLogIngestionEnabled"); !set {
			out.Set("UnifiedAuditLogIngestionEnabled", value.Bool(org.Flavour == tenant.FlavourCloud))
		}
		out.Text("Name", "Admin Audit Log Settings", "Identity", "Admin Audit Log Settings")
		return out.Value()
	}
	out.Set("AuditDisabled", value.Bool(org.AuditDisabled))
	out.Set("IsDehydrated", value.Bool(org.Has(tenant.QuirkDehydrated)))
	out.Text("Name", org.DefaultDomain(), "Identity", org.DefaultDomain(), "DisplayName", org.Name, "OrganizationId", shapes.OrganizationID(org), "Guid", org.TenantID())
	return out.Value()
}

func (s singleton) get(c *task.Call) error {
	var shown value.Value
	err := c.View(func(r store.Reader) error {
		o, org, err := s.stored(r)
		if err == nil {
			shown = s.object(o, org)
		}
		return err
	})
	return c.EmitOrReport(shown, err)
}

// current gives an object what the organization itself says of its properties, so
// that setting what is so already changes nothing.
func (s singleton) current(o *tenant.Object, org *tenant.Organization) {
	switch s.kind {
	case "organizationConfig":
		o.Properties.Set("AuditDisabled", org.AuditDisabled)
	case "adminAuditLogConfig":
		if _, set := o.Properties.Get("UnifiedAuditLogIngestionEnabled"); !set {
			o.Properties.Set("UnifiedAuditLogIngestionEnabled", org.Flavour == tenant.FlavourCloud)
		}
	}
}

func (s singleton) set(c *task.Call) error {
	words := strings.ToLower(task.Spaced(s.noun))
	if ok, err := c.Confirm("Setting the " + words + "."); !ok || err != nil {
		return err
	}
	changed := false
	err := c.Update(func(w store.Writer) error {
		o, org, err := s.stored(w)
		if err != nil {
			return err
		}
		s.current(o, org)
		if changed, err = c.SetProperties(w, s.shape, task.ObjectProperties{Object: o}, nil); err != nil || !changed {
			return err
		}
		if s.kind == "organizationConfig" {
			o.Properties.Remove("AuditDisabled")
		}
		if s.kind == "organizationConfig" && c.Has("AuditDisabled") {
			org.AuditDisabled = c.On("AuditDisabled")
			if err := w.PutOrganization(org); err != nil {
				return err
			}
		}
		return w.PutObject(o)
	})
	if err == nil && !changed {
		return c.Unchanged(words)
	}
	return c.Report(err)
}
