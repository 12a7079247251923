package tenant

import (
	"fmt"
	"strings"
	"time"
)

// Flavours of an organization.
const (
	FlavourCloud  = "cloud"
	FlavourOnPrem = "onprem"
)

// Organization is what is true of the organization as a whole.
type Organization struct {
	// Name identifies the organization in a data directory, ignoring case.
	Name string
	// Flavour is FlavourCloud or FlavourOnPrem.
	Flavour string
	// AuditProfile names the audit policy in force; see ProfileByName.
	AuditProfile string
	// Domains are the accepted domains, the default one first.
	Domains []string
	// AuditDisabled is Get-OrganizationConfig's: true turns auditing off for all.
	AuditDisabled bool
	// FixedClock is the organization's present; nil for the real time.
	FixedClock *time.Time
	// Properties are all further properties.
	Properties Bag
}

// onByDefaultSince is when mailbox auditing came to be on by default.
var onByDefaultSince = time.Date(2019, 1, 1, 0, 0, 0, 0, time.UTC)

// currentSince is when the present default set was complete.
var currentSince = time.Date(2020, 3, 1, 0, 0, 0, 0, time.UTC)

var organizationFields = []field[Organization]{
	{"Name", func(o *Organization) any { return o.Name }, func(o *Organization, v any) error { return setText(&o.Name, v) }},
	{"Clock", func(o *Organization) any { return timeValue(o.FixedClock) }, func(o *Organization, v any) error { return setTimePointer(&o.FixedClock, v) }},
	{"Flavour", func(o *Organization) any { return o.Flavour }, func(o *Organization, v any) error { return setText(&o.Flavour, v) }},
	{"AuditProfile", func(o *Organization) any { return o.AuditProfile }, func(o *Organization, v any) error { return setText(&o.AuditProfile, v) }},
	{"Domains", func(o *Organization) any { return textList(o.Domains) }, func(o *Organization, v any) error { return setTexts(&o.Domains, v) }},
	{"AuditDisabled", func(o *Organization) any { return o.AuditDisabled }, func(o *Organization, v any) error { return setBool(&o.AuditDisabled, v) }},
}

// NewOrganization reads an organization from its properties and fills in what
// follows from the rest: the flavour, and the audit profile of its time.
func NewOrganization(b Bag) (*Organization, error) {
	o := &Organization{}
	var err error
	if o.Properties, err = readFields(o, organizationFields, b); err != nil {
		return nil, err
	}
	if o.Name == "" {
		return nil, fmt.Errorf("an organization needs a Name")
	}
	return o, o.complete()
}

func (o *Organization) complete() error {
	switch strings.ToLower(o.Flavour) {
	case "", FlavourCloud:
		o.Flavour = FlavourCloud
	case FlavourOnPrem:
		o.Flavour = FlavourOnPrem
	default:
		return fmt.Errorf("%q is not a Flavour: use cloud or onprem", o.Flavour)
	}
	if len(o.Domains) == 0 && strings.Contains(o.Name, ".") {
		o.Domains = []string{strings.ToLower(o.Name)}
	}
	if o.AuditProfile == "" {
		o.AuditProfile = o.profileOfItsTime()
	}
	_, err := ProfileByName(o.AuditProfile)
	return err
}

func (o *Organization) profileOfItsTime() string {
	switch {
	case o.Flavour == FlavourOnPrem:
		return ProfileOnPrem
	case o.FixedClock == nil:
		return ProfileCurrent
	}
	return ProfileAt(*o.FixedClock)
}

// ProfileAt names the profile that the service had at a time.
func ProfileAt(t time.Time) string {
	switch {
	case t.Before(onByDefaultSince):
		return Profile2017
	case t.Before(currentSince):
		return Profile2019
	}
	return ProfileCurrent
}

// Bag returns all properties in the order of the record form.
func (o *Organization) Bag() Bag { return writeFields(o, organizationFields, o.Properties) }

// Profile returns the audit policy in force.
func (o *Organization) Profile() *Profile {
	if p, err := ProfileByName(o.AuditProfile); err == nil {
		return p
	}
	return &profiles[len(profiles)-1]
}

// Clock returns the organization's clock.
func (o *Organization) Clock() Clock {
	if o.FixedClock != nil {
		return FixedClock(*o.FixedClock)
	}
	return RealClock{}
}

// DefaultDomain is the domain of new addresses.
func (o *Organization) DefaultDomain() string {
	if len(o.Domains) > 0 {
		return o.Domains[0]
	}
	return strings.ToLower(strings.ReplaceAll(o.Name, " ", "")) + ".com"
}

// TenantID is the directory's identifier of the organization, which follows from
// its name.
func (o *Organization) TenantID() string { return DerivedGUID(o.Name, "tenant") }

// RemoteSession reports whether cmdlets answer as through a remote session:
// their objects carry RunspaceId.
func (o *Organization) RemoteSession() bool {
	remote, _ := o.Properties.Get("RemoteSession")
	on, _ := remote.(bool)
	return on
}

// OneKind reports whether the organization has the cmdlets of its flavour alone;
// otherwise it is a hybrid one, which has those of both.
func (o *Organization) OneKind() bool {
	v, _ := o.Properties.Get("OneKind")
	on, _ := v.(bool)
	return on
}
