// Package seed makes the organization that a new data directory begins with:
// mailboxes of the people whom the documentation names, their permissions and
// rules, and a history of what they did.
package seed

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"exolab/store"
	"exolab/store/internal/random"
	"exolab/store/tenant"
)

// Name is the organization's name where none is asked for.
const Name = "Contoso"

// domains are its domains, the default one first.
var domains = []string{"contoso.com", "contoso.onmicrosoft.com"}

// Options change the organization that is made.
type Options struct {
	store.CreateOptions
	// Name of the organization; "" for Contoso.
	Name string
	// Seed varies names of machines, times and subjects. The same seed and clock
	// give the same organization, byte for byte.
	Seed uint64
	// Clock fixes the organization's present; nil leaves the real time, and the
	// history leads up to the moment of seeding.
	Clock *time.Time
	// Days of audit history before the present; 0 for 90.
	Days int
	// Mailboxes is the number of mailboxes; the people of the documentation come
	// first, further ones have made-up names. 0 is them alone.
	Mailboxes int
	// Flavour is cloud or onprem for an organization with the cmdlets of one kind
	// alone; "" for a hybrid one in the cloud.
	Flavour string
	// Entries is the number of audit entries of the history; 0 for a few each day.
	Entries int
	// Progress is told the number of written entries.
	Progress store.Progress
	// Stage writes what is to happen in the organization besides, after the history.
	Stage func(w store.Writer, now time.Time) error
}

// The most that New makes.
const (
	MaxMailboxes = 1000
	MaxEntries   = 10_000_000
)

// usualDays is the usual length of the history, in days.
const usualDays = 90

// New makes an organization with mailboxes, permissions, rules, groups and an
// audit history.
func New(s store.Store, o Options) (store.Tenant, error) {
	if o.Name == "" {
		o.Name = Name
	}
	if o.Days == 0 {
		o.Days = usualDays
	}
	if o.Mailboxes < 0 || o.Mailboxes > MaxMailboxes || o.Entries < 0 || o.Entries > MaxEntries {
		return nil, refuse("An organization is made with up to %d mailboxes and %d audit entries.", MaxMailboxes, MaxEntries)
	}
	properties := tenant.BagOf("Name", o.Name)
	if o.Flavour != "" {
		properties = tenant.BagOf("Name", o.Name, "Flavour", o.Flavour, "OneKind", true)
	}
	org, err := tenant.NewOrganization(properties)
	if err != nil {
		return nil, refuse("%s.", err)
	}
	org.Domains = domains
	org.Properties.Set("RemoteSession", true)
	now := time.Now().UTC()
	if o.Clock != nil {
		now = o.Clock.UTC()
		org.FixedClock = &now
	}
	return s.Create(org, o.CreateOptions, func(w store.Writer) error {
		g := &seeder{Writer: w, org: org, random: random.New(o.Seed), now: now, options: o}
		if err := g.run(); err != nil || o.Stage == nil {
			return err
		}
		return o.Stage(w, now)
	})
}

// OpenOrNew gives an organization by name, "" for the current one. If the store
// has none yet and no other name is asked for, it makes one first; made tells so.
func OpenOrNew(s store.Store, name string, o Options) (t store.Tenant, made bool, err error) {
	t, err = s.Open(name)
	if err == nil || !errors.Is(err, store.ErrUnknown) {
		return t, false, err
	}
	list, listErr := s.List()
	if listErr != nil || len(list) > 0 || name != "" && tenant.FoldName(name) != tenant.FoldName(Name) {
		return nil, false, err
	}
	t, err = New(s, o)
	return t, err == nil, err
}

func refuse(format string, args ...any) error {
	return &store.Error{Reason: store.ErrAccess, Text: fmt.Sprintf(format, args...)}
}

// seeder writes the organization.
type seeder struct {
	store.Writer
	org       *tenant.Organization
	random    *random.Source
	now       time.Time
	options   Options
	mailboxes []*tenant.Mailbox
	byAlias   map[string]*tenant.Mailbox
	// delegates are those who have full access to a mailbox.
	delegates map[*tenant.Mailbox][]*tenant.Mailbox
}

func (g *seeder) run() error {
	g.byAlias = make(map[string]*tenant.Mailbox, len(mailboxes))
	g.delegates = map[*tenant.Mailbox][]*tenant.Mailbox{}
	for _, step := range []func() error{
		g.putMailboxes, g.putLicences, g.putPermissions, g.putRules, g.putRecipients, g.putObjects, g.putHistory, g.putAdminLog, g.putUnified, g.putSettings, g.putDevices, g.putTraces,
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func (g *seeder) putMailboxes() error {
	for i, row := range append(slices.Clone(mailboxes), furtherPeople(g.options.Mailboxes-len(mailboxes))...) {
		address := row.alias + "@" + row.domain
		created := g.now.AddDate(0, 0, -400-i*3).Truncate(time.Second)
		m, err := tenant.NewMailbox(tenant.BagOf(
			"DisplayName", row.name,
			"Name", row.name,
			"Alias", row.alias,
			"UserPrincipalName", strings.ToLower(address),
			"PrimarySmtpAddress", strings.ToLower(address),
			"EmailAddresses", addressesOf(row),
			"RecipientTypeDetails", row.kind,
			"ExchangeGuid", g.random.GUID().String(),
			"Guid", g.random.GUID().String(),
			"ExternalDirectoryObjectId", g.random.GUID().String(),
			"Sid", fmt.Sprintf("S-1-5-21-2127521184-1604012920-1887927527-%d", 1601+i),
			"SamAccountName", "$"+strings.ToUpper(g.random.Word(6))+"-"+strings.ToUpper(g.random.Word(12)),
			"WhenCreated", created,
			"WhenChanged", created,
			"Office", row.office,
			"Department", row.department,
		), g.org)
		if err != nil {
			return err
		}
		m.GrantSendOnBehalfTo = row.onBehalf
		if err := g.PutMailbox(m); err != nil {
			return err
		}
		g.mailboxes = append(g.mailboxes, m)
		g.byAlias[row.alias] = m
	}
	return nil
}

// addressesOf gives a mailbox an address in each domain.
func addressesOf(row mailboxRow) []any {
	addresses := []any{"SMTP:" + strings.ToLower(row.alias) + "@" + row.domain}
	for _, domain := range domains {
		if domain != row.domain {
			addresses = append(addresses, "smtp:"+strings.ToLower(row.alias)+"@"+domain)
		}
	}
	return addresses
}

func (g *seeder) putPermissions() error {
	for _, m := range g.mailboxes {
		for _, b := range []tenant.Bag{
			tenant.BagOf("User", `NT AUTHORITY\SELF`, "AccessRights", []any{"FullAccess", "ReadPermission"}),
			tenant.BagOf("User", `NT AUTHORITY\SELF`, "Scope", tenant.ScopeRecipient, "AccessRights", []any{"SendAs"}),
			tenant.BagOf("User", "Default", "FolderName", `\Calendar`, "AccessRights", []any{"AvailabilityOnly"}),
			tenant.BagOf("User", "Anonymous", "FolderName", `\Calendar`, "AccessRights", []any{"None"}),
		} {
			if err := g.putPermission(m, b); err != nil {
				return err
			}
		}
	}
	for _, row := range append(slices.Clone(permissions), furtherPermissions(g.options.Mailboxes-len(mailboxes))...) {
		m, user := g.byAlias[row.mailbox], g.byAlias[row.user]
		b := tenant.BagOf("User", user.UserPrincipalName, "Scope", row.scope, "FolderName", row.folder, "AccessRights", []any{row.right})
		if err := g.putPermission(m, b); err != nil {
			return err
		}
		if row.right == "FullAccess" {
			g.delegates[m] = append(g.delegates[m], user)
		}
	}
	return nil
}

func (g *seeder) putPermission(m *tenant.Mailbox, b tenant.Bag) error {
	p, err := tenant.NewPermission(m.ExchangeGUID, b)
	if err != nil {
		return err
	}
	return g.PutPermission(p)
}

func (g *seeder) putRules() error {
	for _, row := range inboxRules {
		m := g.byAlias[row.mailbox]
		b := tenant.BagOf("Name", row.name, "Enabled", true, "Priority", row.priority, row.condition, row.words)
		if row.folder != "" {
			b.Set("MoveToFolder", row.folder)
		}
		if row.forwardTo != "" {
			b.Set("ForwardTo", []any{row.forwardTo})
		}
		rule, err := tenant.NewInboxRule(m.ExchangeGUID, b)
		if err != nil {
			return err
		}
		if err := g.PutInboxRule(rule); err != nil {
			return err
		}
	}
	return nil
}

func (g *seeder) putRecipients() error {
	for _, row := range recipients {
		b := tenant.BagOf("DisplayName", row.name, "Name", row.name, "Alias", row.alias,
			"PrimarySmtpAddress", row.address, "RecipientTypeDetails", row.kind, "Guid", g.random.GUID().String(),
			"ExternalDirectoryObjectId", tenant.DerivedGUID("object", row.address))
		if row.external {
			b.Set("ExternalEmailAddress", "SMTP:"+row.address)
		}
		if len(row.members) > 0 {
			members := make([]any, len(row.members))
			for i, alias := range row.members {
				members[i] = g.byAlias[alias].UserPrincipalName
			}
			b.Set("Members", members)
			b.Set("ManagedBy", members[:1])
		}
		r, err := tenant.NewRecipient(b, g.org)
		if err != nil {
			return err
		}
		if err := g.PutRecipient(r); err != nil {
			return err
		}
	}
	return nil
}

func (g *seeder) putObjects() error {
	var objects []*tenant.Object
	for i, domain := range domains {
		objects = append(objects, &tenant.Object{Kind: "acceptedDomain", Identity: domain, Properties: tenant.BagOf(
			"Name", domain, "DomainName", domain, "DomainType", "Authoritative", "Default", i == 0)})
	}
	for _, row := range roleGroups {
		members := make([]any, len(row.members))
		for i, alias := range row.members {
			members[i] = g.byAlias[alias].UserPrincipalName
		}
		roles := make([]any, len(row.roles))
		for i, role := range row.roles {
			roles[i] = role
		}
		objects = append(objects, &tenant.Object{Kind: "roleGroup", Identity: row.name, Properties: tenant.BagOf(
			"Name", row.name, "DisplayName", row.name, "Members", members, "Roles", roles)})
	}
	for _, o := range objects {
		if err := g.PutObject(o); err != nil {
			return err
		}
	}
	return nil
}
