package store

// SeedName is the name of the organization that a new data directory begins with.
const SeedName = "Contoso"

// SeedOptions change the seeded organization.
type SeedOptions struct{}

// Seed makes the organization "Contoso".
func Seed(s Store, o SeedOptions) (Tenant, error) { return nil, nil }
