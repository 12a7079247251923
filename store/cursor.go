package store

import (
	"sync/atomic"

	"github.com/dgraph-io/badger/v4"
)

// cursor walks the keys with a prefix, forwards or back. It gives the memory of
// what was read back from time to time.
type cursor struct {
	*badger.Iterator
	mapped *mapped
}

// cursor returns a cursor, to be closed before the transaction ends.
func (v txnValues) cursor(prefix []byte, back bool) *cursor {
	options := badger.DefaultIteratorOptions
	options.Prefix = prefix
	options.PrefetchValues = false
	options.Reverse = back
	return &cursor{v.txn.NewIterator(options), v.mapped}
}

// seekCost is about what finding a key makes resident, in bytes: the system maps
// the surroundings of each page as well, of the index and of the block.
const seekCost = 64 << 10

// Seek goes to a key, or the next behind it.
func (c *cursor) Seek(key []byte) {
	c.mapped.count(seekCost)
	c.Iterator.Seek(key)
}

// Next goes on by one key.
func (c *cursor) Next() {
	c.mapped.count(c.Item().EstimatedSize())
	c.Iterator.Next()
}

// mapped counts what is read of the tables of a database. Badger maps them into
// memory, where what was read stays resident: a search across ten million entries
// would have gigabytes.
type mapped struct {
	db   *badger.DB
	read atomic.Int64
}

const (
	// mostMapped is the number of bytes that are read before the memory is given
	// back; the files have less, for tables are compressed.
	mostMapped = 64 << 20
	// manyTables is the number of tables whose indexes, which are checked when
	// the database is opened, take so much memory that it is given back at once.
	manyTables = 100
)

func newMapped(db *badger.DB) *mapped {
	m := &mapped{db: db}
	if len(db.Tables()) > manyTables {
		m.release()
	}
	return m
}

func (m *mapped) count(n int64) {
	if m != nil && m.read.Add(n) >= mostMapped {
		m.read.Store(0)
		m.release()
	}
}

// release gives back the memory of the tables that cannot be unmapped meanwhile:
// those that were there before an iterator over all was made, which keeps them,
// and are still there after.
func (m *mapped) release() {
	before := map[uint64]bool{}
	for _, t := range m.db.Tables() {
		before[t.ID] = true
	}
	kept := map[uint64]bool{}
	_ = m.db.View(func(txn *badger.Txn) error {
		it := txn.NewIterator(badger.IteratorOptions{})
		defer it.Close()
		for _, t := range m.db.Tables() {
			if before[t.ID] {
				kept[t.ID] = true
			}
		}
		releaseTables(m.db.Opts().Dir, kept)
		return nil
	}) // a database that is being closed needs no release
}
