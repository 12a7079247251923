package evidence

import (
	"iter"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/store"
	"exolab/store/record"
	"exolab/store/tenant"
)

// checker stands for a store: it takes records as an import would, without
// keeping them. A database would make a run a thousand times slower, and its
// goroutines would look like something new in every run.
type checker struct {
	store.Store
	store.Tenant
	store.Writer
	t   *testing.T
	org *tenant.Organization
}

func (c *checker) Open(string) (store.Tenant, error) { return c, nil }

func (c *checker) Update(f func(store.Writer) error) error { return f(c) }

func (c *checker) Organization() (*tenant.Organization, error) { return c.org, nil }

func (c *checker) PutOrganization(*tenant.Organization) error { return nil }

// ImportRecords fails the test for a record that a store would not take: bad rows
// are kept as remainders and end no import.
func (c *checker) ImportRecords(records iter.Seq2[record.Numbered, error], _ store.ImportOptions) (store.ImportResult, error) {
	reader := record.NewReader()
	for r, err := range records {
		if err != nil {
			return store.ImportResult{}, err
		}
		require.NoError(c.t, c.take(r.Record))
		line := record.Append(nil, r.Kind, r.Mailbox, r.Properties)
		again, err := reader.Read(strings.TrimSuffix(string(line), "\n"))
		require.NoError(c.t, err)
		require.Equal(c.t, string(line), string(record.Append(nil, again.Kind, again.Mailbox, again.Properties)))
	}
	return store.ImportResult{}, nil
}

func (c *checker) take(r record.Record) (err error) {
	switch r.Kind {
	case "organization":
		c.org, err = tenant.NewOrganization(r.Properties)
	case "mailbox":
		_, err = tenant.NewMailbox(r.Properties, c.org)
	case kindEntry:
		_, err = tenant.NewAuditEntry(tenant.GUID{}, r.Properties)
	case kindUnified:
		_, err = tenant.NewUnifiedAuditRecord(r.Properties)
	case "adminAuditEntry":
		_, err = tenant.NewAdminAuditEntry(r.Properties)
	default:
		_, err = tenant.NewObject(r.Kind, r.Properties)
	}
	return err
}

func FuzzImport(f *testing.F) {
	f.Add(purviewText(2))
	f.Add("[" + auditData(1, start, "x") + "]")
	f.Add(`<SearchResults><Event Cmdlet="x" RunDate="2015-10-18T15:48:15Z"/></SearchResults>`)
	f.Add("Operation,LastAccessed,LogonType,MailboxOwnerUPN\nMove,4/15/2017 6:49:05 AM,Owner,a@b.c\n")
	f.Fuzz(func(t *testing.T, text string) {
		in, err := Open(strings.NewReader(text))
		if err != nil {
			return
		}
		if format := Peek(in); format > Activities {
			_, _ = Import(&checker{t: t}, in, format, "Fuzz", store.ImportOptions{})
		}
	})
}
