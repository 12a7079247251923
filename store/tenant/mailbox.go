package tenant

import (
	"fmt"
	"strings"
	"time"
)

// DefaultAgeLimit is how long a mailbox keeps audit entries unless told otherwise.
const DefaultAgeLimit = 90 * day

// Mailbox is a user, shared, room, equipment or group mailbox.
type Mailbox struct {
	DisplayName               string
	Name                      string
	Alias                     string
	UserPrincipalName         string
	PrimarySMTPAddress        string
	EmailAddresses            []string // proxy addresses: "SMTP:primary", "smtp:another"
	RecipientTypeDetails      string
	ExchangeGUID              GUID
	GUID                      GUID
	ExternalDirectoryObjectID string
	SID                       string // the LogonUserSid of the owner's own entries
	SAMAccountName            string
	DistinguishedName         string
	LegacyExchangeDN          string

	AuditEnabled       bool
	AuditLogAgeLimit   time.Duration
	AuditAdmin         ActionSet
	AuditDelegate      ActionSet
	AuditOwner         ActionSet
	DefaultAuditSet    LogonSet // the logon types that follow the service's defaults
	AuditBypassEnabled bool     // the owner's own activity, in any mailbox, is not logged

	ForwardingAddress          string
	ForwardingSMTPAddress      string
	DeliverToMailboxAndForward bool
	GrantSendOnBehalfTo        []string
	HiddenFromAddressLists     bool
	LitigationHoldEnabled      bool
	LitigationHoldDate         *time.Time
	LitigationHoldOwner        string
	IssueWarningQuota          Quota
	ProhibitSendQuota          Quota
	ProhibitSendReceiveQuota   Quota
	WhenCreated                *time.Time
	WhenChanged                *time.Time

	// Properties are all further properties, in the order in which they came.
	Properties Bag
}

// NewMailbox reads a mailbox from its properties. What the bag does not name
// follows from the rest: names from each other, addresses from the primary one,
// audit settings from the organization's profile.
func NewMailbox(b Bag, org *Organization) (*Mailbox, error) {
	m := &Mailbox{AuditLogAgeLimit: DefaultAgeLimit}
	var err error
	if m.Properties, err = readFields(m, mailboxFields, b); err != nil {
		return nil, err
	}
	if m.PrimarySMTPAddress == "" {
		m.PrimarySMTPAddress = primaryOf(m.EmailAddresses)
	}
	if m.PrimarySMTPAddress == "" {
		return nil, fmt.Errorf("a mailbox needs a PrimarySmtpAddress")
	}
	if _, given := b.Get("AuditEnabled"); !given {
		m.AuditEnabled = org.Profile().OnByDefault
	}
	if v, given := b.Get("AuditLogAgeLimit"); !given || v == nil {
		m.AuditLogAgeLimit = DefaultAgeLimit
	}
	m.completeNames(org)
	m.completeAudit(b, org.PolicyOf(m))
	return m, nil
}

func primaryOf(addresses []string) string {
	for _, a := range addresses {
		if address, ok := strings.CutPrefix(a, "SMTP:"); ok {
			return address
		}
	}
	return ""
}

// completeNames derives the names and addresses that were not given.
func (m *Mailbox) completeNames(org *Organization) {
	local, _, _ := strings.Cut(m.PrimarySMTPAddress, "@")
	kind := "UserMailbox"
	for _, derived := range []struct{ to, from *string }{
		{&m.Alias, &local},
		{&m.DisplayName, &m.Name},
		{&m.DisplayName, &m.Alias},
		{&m.Name, &m.DisplayName},
		{&m.UserPrincipalName, &m.PrimarySMTPAddress},
		{&m.SAMAccountName, &m.Alias},
		{&m.RecipientTypeDetails, &kind},
	} {
		if *derived.to == "" {
			*derived.to = *derived.from
		}
	}
	if len(m.EmailAddresses) == 0 {
		m.EmailAddresses = []string{"SMTP:" + m.PrimarySMTPAddress}
	}
	if m.DistinguishedName == "" {
		m.DistinguishedName = "CN=" + escapeDN(m.Name) + "," + organizationalUnit(org)
	}
	if m.GUID.IsZero() {
		m.GUID = deriveGUID(org.Name, "guid", m.PrimarySMTPAddress)
	}
	if m.ExchangeGUID.IsZero() {
		m.ExchangeGUID = deriveGUID(org.Name, "mailbox", m.PrimarySMTPAddress)
	}
	if m.LegacyExchangeDN == "" {
		m.LegacyExchangeDN = legacyDN(m.GUID, m.Alias)
	}
}

// completeAudit gives the logon types whose actions were not named the defaults
// of the profile, and finds which of the three follow the defaults.
func (m *Mailbox) completeAudit(given Bag, p *Profile) {
	_, setNamed := given.Get("DefaultAuditSet")
	for _, t := range LogonTypes {
		if _, named := given.Get("Audit" + t.String()); !named {
			*m.actions(t) = p.Default(t)
		}
		if !setNamed && *m.actions(t) == p.Default(t) {
			m.DefaultAuditSet |= Logons(t)
		}
	}
}

func (m *Mailbox) actions(t LogonType) *ActionSet {
	switch t {
	case LogonAdmin:
		return &m.AuditAdmin
	case LogonDelegate:
		return &m.AuditDelegate
	default:
		return &m.AuditOwner
	}
}

// Audited returns the actions that are logged for a logon type: those of the
// profile, as far as the mailbox's licence brings them, as long as the type is in
// DefaultAuditSet, else the mailbox's own.
func (m *Mailbox) Audited(p *Profile, t LogonType) ActionSet {
	if int(t) >= len(LogonTypes) {
		return 0
	}
	if p == GroupMailboxProfile() || p.OnByDefault && m.DefaultAuditSet.Has(t) {
		return m.Licensed(p, p.Default(t))
	}
	return *m.actions(t)
}

// FollowsDefaults reports whether the actions of a logon type are the profile's
// and would change with it.
func (m *Mailbox) FollowsDefaults(p *Profile, t LogonType) bool {
	return p == GroupMailboxProfile() || m.DefaultAuditSet.Has(t)
}

// SetAudited sets the actions of a logon type, which takes the type out of
// DefaultAuditSet.
func (m *Mailbox) SetAudited(t LogonType, actions ActionSet) {
	if int(t) >= len(LogonTypes) {
		return
	}
	*m.actions(t) = actions
	m.DefaultAuditSet &^= Logons(t)
}

// RestoreDefaults puts logon types back into DefaultAuditSet and gives them the
// profile's actions; the other types stay as they are.
func (m *Mailbox) RestoreDefaults(p *Profile, types LogonSet) {
	for _, t := range LogonTypes {
		if types.Has(t) {
			*m.actions(t) = p.Default(t)
			m.DefaultAuditSet |= Logons(t)
		}
	}
}

// Expires returns the moment before which the mailbox's audit entries are past
// their age limit.
func (m *Mailbox) Expires(now time.Time) time.Time { return now.Add(-m.AuditLogAgeLimit) }

// Bag returns all properties in the order of the record form.
func (m *Mailbox) Bag() Bag { return writeFields(m, mailboxFields, m.Properties) }

// Property returns a property by its Exchange name, ignoring case, and whether
// the mailbox has it.
func (m *Mailbox) Property(name string) (any, bool) {
	return property(m, mailboxFields, m.Properties, name)
}

// SetProperty sets a property by its Exchange name; a typed one checks the value.
func (m *Mailbox) SetProperty(name string, v any) error {
	return setProperty(m, mailboxFields, &m.Properties, name, v)
}

// Clone returns a copy that can be changed without touching the original.
func (m *Mailbox) Clone() *Mailbox {
	c := *m
	c.EmailAddresses = append([]string(nil), m.EmailAddresses...)
	c.GrantSendOnBehalfTo = append([]string(nil), m.GrantSendOnBehalfTo...)
	return &c
}
