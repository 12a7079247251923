package store

import (
	"fmt"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/dgraph-io/badger/v4"
	"github.com/dgraph-io/badger/v4/options"
)

// schemaVersion is raised when an older exolab could not read the store any more.
const schemaVersion = 1

// Options change how a store is opened.
type Options struct {
	// Memory keeps everything in memory; the directory is not used.
	Memory bool
	// ReadOnly lets several processes read one directory; nothing can be changed.
	ReadOnly bool
	// Now fixes the clock of every organization; nil leaves each its own.
	Now *time.Time
}

// badgerStore is the Store on Badger.
type badgerStore struct {
	db      *badger.DB
	mapped  *mapped // nil for a store in memory
	dir     string
	options Options

	writing  sync.Mutex    // held by whoever changes something
	changes  atomic.Uint64 // counts what was changed
	mu       sync.Mutex    // guards lexicons
	lexicons map[number]*lexicon
}

var _ Store = (*badgerStore)(nil)

// Open opens a data directory, making it if it is not there. The error is of
// type *Error: ErrLocked, ErrNewer, ErrDamaged, ErrNoSpace or ErrAccess.
func Open(dir string, o Options) (Store, error) {
	if o.Memory {
		dir = ""
	} else if err := checkDirectory(dir, o); err != nil {
		return nil, err
	}
	db, err := openBadger(dir, o)
	if err != nil {
		return nil, openError(dir, err)
	}
	return newStore(db, dir, o)
}

// newStore makes the store of a database, which it closes if that fails.
func newStore(db *badger.DB, dir string, o Options) (Store, error) {
	s := &badgerStore{db: db, dir: dir, options: o, lexicons: map[number]*lexicon{}}
	if !o.Memory {
		s.mapped = newMapped(db)
	}
	if err := s.prepare(); err != nil {
		_ = db.Close() // the first error is the one to tell
		return nil, err
	}
	return s, nil
}

func checkDirectory(dir string, o Options) error {
	if o.ReadOnly {
		if _, err := os.Stat(dir); err != nil {
			return openError(dir, err)
		}
		return checkTables(dir, badgerOptions(dir, o))
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return openError(dir, err)
	}
	if err := checkSpace(dir); err != nil {
		return err
	}
	return checkTables(dir, badgerOptions(dir, o))
}

// The sizes with which Badger is run. Its defaults are those of a server: a
// table of 64 MB in memory, a block cache of 256 MB, a value log of 1 GB.
const (
	memTableSize   = 16 << 20
	blockCacheSize = 16 << 20
	valueLogSize   = 16 << 20
	valueThreshold = 1 << 20
	// tableSize is that of the tables of every level: compactions keep several of
	// them in memory, and Badger's own tables of the lower levels have 64 MB.
	tableSize = 4 << 20
)

// openBadger opens the database. A process that was killed just after making a
// log file leaves it without a length; Badger then gives it one and fails, once
// for each such file.
func openBadger(dir string, o Options) (db *badger.DB, err error) {
	const unbegun, logFiles = "Create a new file", 8
	for range logFiles {
		db, err = tryBadger(dir, o)
		if err == nil || o.ReadOnly || !strings.Contains(err.Error(), unbegun) {
			break
		}
	}
	return db, err
}

// tryBadger opens the database; a panic over damaged files becomes an error.
func tryBadger(dir string, o Options) (db *badger.DB, err error) {
	defer func() {
		if r := recover(); r != nil {
			db, err = nil, fmt.Errorf("opening failed: %v", r)
		}
	}()
	return badger.Open(badgerOptions(dir, o))
}

func badgerOptions(dir string, o Options) badger.Options {
	settings := badger.DefaultOptions(dir).
		WithInMemory(o.Memory).
		WithReadOnly(o.ReadOnly).
		WithMemTableSize(memTableSize).
		WithNumMemtables(3).
		WithNumLevelZeroTables(4).
		WithNumLevelZeroTablesStall(12).
		WithValueLogFileSize(valueLogSize).
		WithValueThreshold(valueThreshold).
		WithBlockCacheSize(blockCacheSize).
		WithCompression(options.Snappy).
		WithNumCompactors(2).
		WithDetectConflicts(false). // one writer at a time: badgerStore.writing
		WithChecksumVerificationMode(options.OnBlockRead).
		WithMetricsEnabled(false).
		WithBaseTableSize(tableSize).
		WithLogger(nil)
	settings.TableSizeMultiplier = 1
	return settings
}

// prepare checks the version of the store and removes what an interrupted import
// left behind.
func (s *badgerStore) prepare() error {
	version := 0
	err := s.read(func(v txnValues) error {
		value, err := v.get(number(0).key(typeSchema))
		if err == nil && len(value) > 0 {
			version = int(value[0])
		}
		return err
	})
	switch {
	case err != nil:
		return damaged(s.dir)
	case version > schemaVersion:
		return newer(s.dir)
	case s.options.ReadOnly:
		return nil
	case version == 0:
		return s.change(func(kv keyValues) error {
			return kv.set(number(0).key(typeSchema), []byte{schemaVersion})
		})
	}
	return s.removeGarbage()
}

// change runs a function in one transaction on the store.
func (s *badgerStore) change(f func(kv keyValues) error) error {
	if s.options.ReadOnly {
		return writeError(s.dir, badger.ErrReadOnlyTxn)
	}
	if err := checkSpace(s.dir); err != nil {
		return err
	}
	err := s.db.Update(func(txn *badger.Txn) error { return f(txnValues{txn, s.mapped}) })
	s.changes.Add(1)
	return damagedOr(s.dir, writeError(s.dir, err))
}

func (s *badgerStore) view(f func(kv keyValues) error) error {
	err := s.read(func(v txnValues) error { return f(v) })
	return damagedOr(s.dir, err)
}

// read runs a function in one transaction that changes nothing; errors stay as
// they are.
func (s *badgerStore) read(f func(v txnValues) error) error {
	return s.db.View(func(txn *badger.Txn) error { return f(txnValues{txn, s.mapped}) })
}

// Close writes the pending tables. On a full disk it leaves them to the next
// opening, and the directory to the end of the process: what was acknowledged
// stands in the logs already, and a table that finds no room ends the process.
func (s *badgerStore) Close() error {
	s.writing.Lock()
	defer s.writing.Unlock()
	if checkSpace(s.dir) != nil {
		return nil
	}
	return writeError(s.dir, s.db.Close())
}

// lexiconOf returns the lexicon of an organization, reading it at first.
func (s *badgerStore) lexiconOf(n number) (*lexicon, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if l := s.lexicons[n]; l != nil {
		return l, nil
	}
	l := newLexicon()
	if err := s.view(func(kv keyValues) error { return l.load(n, kv) }); err != nil {
		return nil, err
	}
	s.lexicons[n] = l
	return l, nil
}
