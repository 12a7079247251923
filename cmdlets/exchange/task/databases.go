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
