package task

import (
	"strings"

	"exolab/store"
	"exolab/store/tenant"
)

const (
	kindDatabase = "mailboxDatabase"
	// defaultDatabase is the database of an organization on premises that has
	// recorded no other, and of the mailboxes that name none.
	defaultDatabase = "Mailbox Database 1"
)

// Database finds a mailbox database.
func Database(r store.Reader, name string) (*tenant.Object, error) {
	if o, err := r.Object(kindDatabase, name); err == nil {
		return o, nil
	}
	if strings.EqualFold(name, defaultDatabase) {
		return &tenant.Object{Kind: kindDatabase, Identity: defaultDatabase, Properties: tenant.BagOf("Name", defaultDatabase, "Server", "EX01", "Recovery", false,
			"ReplicationType", "None", "Mounted", true)}, nil
	}
	return nil, Failure(ExNotFound, "Couldn't find database \"%s\". Make sure you have typed it correctly.", name)
}

// CheckServer reports an error for the name of a server that the organization does
// not have; "" is none in particular.
func CheckServer(r store.Reader, name string) error {
	host, _, _ := strings.Cut(name, ".")
	if name == "" || strings.EqualFold(host, onPremisesServer) {
		return nil
	}
	if _, err := r.Object("exchangeServer", host); err == nil {
		return nil
	}
	return Failure(ExNotFound, "The server \"%s\" wasn't found. Make sure you typed the server name correctly.", name)
}

// CheckUnit reports an error for an organizational unit that the organization does
// not have; "" is none in particular. All recipients lie in one unit.
func CheckUnit(r store.Reader, name string) error {
	if name == "" {
		return nil
	}
	org, err := r.Organization()
	if err != nil {
		return err
	}
	domain := strings.ToLower(org.DefaultDomain())
	if ContainsFold([]string{domain, domain + "/Users", "Users"}, strings.TrimSuffix(name, "/")) {
		return nil
	}
	return Failure(ExNotFound, "The organizational unit \"%s\" couldn't be found. Make sure that you have typed the organizational unit name correctly.", name)
}

// DatabaseOf names the database that a mailbox lies in; without a mailbox it is
// the one of the mailboxes that the system itself uses.
func DatabaseOf(m *tenant.Mailbox) string {
	if m != nil {
		if name := m.Properties.Text("Database"); name != "" {
			return name
		}
	}
	return defaultDatabase
}

// IsDismounted reports whether a database of an organization on premises is out
// of service.
func IsDismounted(r store.Reader, name string) bool {
	if org, err := r.Organization(); err != nil || org.Flavour != tenant.FlavourOnPrem {
		return false
	}
	o, err := r.Object(kindDatabase, name)
	if err != nil {
		return false
	}
	mounted, _ := o.Properties.Get("Mounted")
	return mounted == false
}
