package store

import (
	"slices"
	"testing"
	"time"

	"github.com/dgraph-io/badger/v4"
	"github.com/stretchr/testify/require"

	"exolab/store/tenant"
)

// What tests need of the inside of this package: they are outside it, because
// the organization that they use is made by package seed.

// FullPage is how many entries a search reads at once.
const FullPage = fullPage

// WriteNewerSchema leaves the mark of a newer version in a store.
func WriteNewerSchema(s Store) error {
	return s.(*badgerStore).db.Update(func(txn *badger.Txn) error {
		return txn.Set(number(0).key(typeSchema), []byte{schemaVersion + 1})
	})
}

// ReleaseTables gives the memory back that the tables of a store take.
func ReleaseTables(s Store) { s.(*badgerStore).mapped.release() }

// BareWriting is how long Badger takes to write what is in a store into a new one.
func BareWriting(b *testing.B, from Store) time.Duration {
	b.Helper()
	var pairs []pair
	require.NoError(b, from.(*badgerStore).view(func(kv keyValues) error {
		return kv.scan(nil, func(key, value []byte) error {
			pairs = append(pairs, pair{slices.Clone(key), slices.Clone(value)})
			return nil
		})
	}))
	dir := b.TempDir()
	start := time.Now()
	db, err := openBadger(dir, Options{})
	require.NoError(b, err)
	batch := db.NewWriteBatch()
	for _, p := range pairs {
		require.NoError(b, batch.Set(p.key, p.value))
	}
	require.NoError(b, batch.Flush())
	require.NoError(b, db.Close())
	return time.Since(start)
}

// BareIteration is how long Badger takes, at best, to read the audit entries that
// lie between the times of each mailbox.
func BareIteration(b *testing.B, tn Tenant, mailboxes map[tenant.GUID]*tenant.AuditQuery) time.Duration {
	b.Helper()
	t := tn.(*badgerTenant)
	best := time.Duration(0)
	for range 3 {
		start := time.Now()
		require.NoError(b, t.store.read(func(v txnValues) error {
			it := v.cursor(t.number.key(typeAudit), true)
			defer it.Close()
			for mailbox, times := range mailboxes {
				for it.Seek(t.number.auditKey(mailbox, times.End, 0)); it.Valid(); it.Next() {
					if timeIn(it.Item().Key(), auditTimeAt).Before(times.Start) || tenant.GUID(it.Item().Key()[5:auditTimeAt]) != mailbox {
						break
					}
					if err := it.Item().Value(func([]byte) error { return nil }); err != nil {
						return err
					}
				}
			}
			return nil
		}))
		if took := time.Since(start); best == 0 || took < best {
			best = took
		}
	}
	return best
}
