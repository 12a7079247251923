package store

import (
	"errors"
	"os"
)

// OpenBeside opens a data directory for reading, also while another process has
// it open; then it reads a copy of the files as they are at the moment, which
// Close removes. Nothing can be changed. Errors are those of Open; ErrLocked if
// the other process changes the files faster than they can be copied.
//
// Badger offers no reading beside a writer: its lock is exclusive, and with
// BypassLockGuard the reader would map tables that the writer cuts to nothing
// when it has merged them, which ends the reader with SIGBUS; links to the tables
// are cut just the same. A read-only opening also refuses the log of a memtable
// that is still being written. A copy is what a killed process leaves behind,
// from which the store always opens (TestKilledProcess).
func OpenBeside(dir string, o Options) (Store, error) {
	s, locked := Open(dir, o)
	if !errors.Is(locked, ErrLocked) {
		return s, locked
	}
	copied, err := os.MkdirTemp("", "exolab-copy-")
	if err != nil {
		return nil, locked
	}
	c := &copiedStore{directory: copied}
	if err = copyDirectory(dir, copied); err == nil {
		c.Store, err = openCopy(dir, copied, o)
	}
	if err != nil {
		_ = os.RemoveAll(copied)
		if errors.Is(err, ErrNoSpace) {
			return nil, err
		}
		return nil, locked
	}
	return c, nil
}

// openCopy opens a copy of a directory.
func openCopy(dir, copied string, o Options) (Store, error) {
	if err := checkTables(copied, badgerOptions(copied, Options{})); err != nil {
		return nil, err
	}
	db, err := openBadger(copied, Options{})
	if err != nil {
		return nil, err
	}
	o.ReadOnly = true
	return newStore(db, dir, o)
}

// copiedStore is a store on a copy of its directory.
type copiedStore struct {
	Store
	directory string
}

// Close removes the copy.
func (c *copiedStore) Close() error {
	err := c.Store.Close()
	if removed := os.RemoveAll(c.directory); err == nil {
		err = removed
	}
	return err
}
