package store

import (
	"bytes"
	"encoding/binary"
	"io"
	"slices"
	"strings"
	"time"

	"exolab/store/tenant"
)

// directoryEntry is what the store knows of an organization.
type directoryEntry struct {
	number  number
	name    string
	created time.Time
}

func directoryKey(name string) []byte {
	return append(number(0).key(typeDirectory), tenant.FoldName(name)...)
}

func (d directoryEntry) encode() []byte {
	out := binary.BigEndian.AppendUint32([]byte{codecVersion}, uint32(d.number))
	out = binary.BigEndian.AppendUint64(out, uint64(d.created.Unix()))
	return append(out, d.name...)
}

func decodeDirectory(value []byte) (directoryEntry, error) {
	if len(value) < 13 || value[0] != codecVersion {
		return directoryEntry{}, errCodec
	}
	return directoryEntry{
		number:  number(binary.BigEndian.Uint32(value[1:])),
		created: time.Unix(int64(binary.BigEndian.Uint64(value[5:])), 0).UTC(),
		name:    string(value[13:]),
	}, nil
}

// lookUp finds an organization, the current one for "".
func lookUp(kv keyValues, name string) (directoryEntry, bool, error) {
	key := directoryKey(name)
	if name == "" {
		current, err := kv.get(number(0).key(typeCurrent))
		if err != nil || len(current) < 2 {
			return directoryEntry{}, false, err
		}
		key = directoryKey(string(current[1:]))
	}
	value, err := kv.get(key)
	if err != nil || value == nil {
		return directoryEntry{}, false, err
	}
	d, err := decodeDirectory(value)
	return d, err == nil, err
}

func unknown(name string) error {
	if name == "" {
		return refuse(ErrUnknown, "The data directory has no organization yet; "+
			"make one with 'exolab tenant new' or 'exolab tenant import'.")
	}
	return refuse(ErrUnknown, "There is no organization %q in the data directory; "+
		"'exolab tenant list' shows those that are there.", name)
}

func (s *badgerStore) List() ([]Info, error) {
	var list []Info
	err := s.view(func(kv keyValues) error {
		current, found, err := lookUp(kv, "")
		if err != nil {
			return err
		}
		return kv.scan(number(0).key(typeDirectory), func(_, value []byte) error {
			d, err := decodeDirectory(value)
			list = append(list, Info{Name: d.name, Created: d.created, Current: found && d.number == current.number})
			return err
		})
	})
	slices.SortFunc(list, func(a, b Info) int {
		return strings.Compare(tenant.FoldName(a.Name), tenant.FoldName(b.Name))
	})
	return list, err
}

func (s *badgerStore) entry(name string) (directoryEntry, error) {
	var entry directoryEntry
	err := s.view(func(kv keyValues) error {
		found := false
		var err error
		entry, found, err = lookUp(kv, name)
		if err == nil && !found {
			err = unknown(name)
		}
		return err
	})
	return entry, err
}

func (s *badgerStore) Open(name string) (Tenant, error) {
	entry, err := s.entry(name)
	if err != nil {
		return nil, err
	}
	return s.tenant(entry)
}

func (s *badgerStore) Select(name string) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	entry, err := s.entry(name)
	if err != nil {
		return err
	}
	return s.change(func(kv keyValues) error { return setCurrent(kv, entry.name) })
}

func setCurrent(kv keyValues, name string) error {
	return kv.set(number(0).key(typeCurrent), append([]byte{codecVersion}, tenant.FoldName(name)...))
}

func (s *badgerStore) Remove(name string) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	entry, err := s.entry(name)
	if err != nil {
		return err
	}
	err = s.change(func(kv keyValues) error {
		current, found, err := lookUp(kv, "")
		if err != nil {
			return err
		}
		if found && current.number == entry.number {
			if err := passCurrentOn(kv, entry); err != nil {
				return err
			}
		}
		if err := kv.remove(directoryKey(entry.name)); err != nil {
			return err
		}
		return kv.set(garbageKey(entry.number), []byte{codecVersion})
	})
	if err != nil {
		return err
	}
	return s.removeGarbage()
}

// passCurrentOn makes another organization the current one, or none.
func passCurrentOn(kv keyValues, leaving directoryEntry) error {
	next := ""
	err := kv.scan(number(0).key(typeDirectory), func(_, value []byte) error {
		d, err := decodeDirectory(value)
		if err == nil && d.number != leaving.number {
			next = d.name
			return errStop
		}
		return err
	})
	if err != nil {
		return err
	}
	if next == "" {
		return kv.remove(number(0).key(typeCurrent))
	}
	return setCurrent(kv, next)
}

func garbageKey(n number) []byte {
	return binary.BigEndian.AppendUint32(number(0).key(typeGarbage), uint32(n))
}

// removeGarbage removes the keys of organizations that were deleted, replaced,
// or never finished.
func (s *badgerStore) removeGarbage() error {
	var numbers []number
	err := s.view(func(kv keyValues) error {
		return kv.scan(number(0).key(typeGarbage), func(key, _ []byte) error {
			if len(key) == 9 {
				numbers = append(numbers, number(binary.BigEndian.Uint32(key[5:])))
			}
			return nil
		})
	})
	for _, n := range numbers {
		if err != nil {
			return err
		}
		s.mu.Lock()
		delete(s.lexicons, n)
		s.mu.Unlock()
		if err = s.db.DropPrefix(n.prefix()); err != nil {
			return writeError(s.dir, err)
		}
		err = s.change(func(kv keyValues) error { return kv.remove(garbageKey(n)) })
	}
	return err
}

func (s *badgerStore) Backup(w io.Writer) error {
	_, err := s.db.Backup(w, 0)
	return writeError(s.dir, err)
}

func (s *badgerStore) Restore(r io.Reader) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	list, err := s.List()
	switch {
	case err != nil:
		return err
	case len(list) > 0:
		return refuse(ErrExists, "A backup can only be restored into an empty data directory.")
	}
	stream, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	if err := tryBackup(stream); err != nil {
		return refuse(ErrDamaged, "The backup is damaged or not a backup of exolab; nothing was restored.")
	}
	if err := s.db.Load(bytes.NewReader(stream), loadsAtOnce); err != nil {
		return writeError(s.dir, err)
	}
	return s.prepare()
}

// loadsAtOnce is how many parts of a backup Badger writes at a time.
const loadsAtOnce = 16

// tryBackup loads a backup into a database in memory that is thrown away: Badger
// may panic over a bad stream and cannot be used afterwards.
func tryBackup(stream []byte) (err error) {
	db, err := openBadger("", Options{Memory: true})
	if err != nil {
		return err
	}
	defer func() {
		if p := recover(); p != nil {
			err = errCodec
		}
	}()
	if err := db.Load(bytes.NewReader(stream), loadsAtOnce); err != nil {
		return err
	}
	return db.Close()
}
