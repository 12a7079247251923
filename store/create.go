package store

import (
	"encoding/binary"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/dgraph-io/badger/v4"

	"exolab/store/tenant"
)

// bulk collects the records of an organization that is being made. Log entries
// go to the database at once, under a number that no organization has yet; the
// rest stays in memory until the end, because it is read back and changed.
type bulk struct {
	store   *badgerStore
	batch   *badger.WriteBatch
	small   map[string][]byte
	written int
}

// isLog reports whether keys of a record type are written once and never read
// back while an organization is made.
func isLog(recordType byte) bool {
	return recordType == typeAudit || recordType == typeUnified || recordType == typeAdminLog
}

// spaceCheckEvery is the number of written bytes between two looks at free space.
const spaceCheckEvery = 8 << 20

func (b *bulk) set(key, value []byte) error {
	if !isLog(key[4]) {
		b.small[string(key)] = value
		return nil
	}
	before := b.written / spaceCheckEvery
	b.written += len(key) + len(value)
	if b.written/spaceCheckEvery != before {
		if err := checkSpace(b.store.dir); err != nil {
			return err
		}
	}
	return b.batch.Set(key, value)
}

func (b *bulk) get(key []byte) ([]byte, error) { return slices.Clone(b.small[string(key)]), nil }

func (b *bulk) remove(key []byte) error {
	delete(b.small, string(key))
	return nil
}

func (b *bulk) scan(prefix []byte, f func(key, value []byte) error) error {
	var keys []string
	for key := range b.small {
		if strings.HasPrefix(key, string(prefix)) {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	for _, key := range keys {
		err := f([]byte(key), b.small[key])
		if errors.Is(err, errStop) {
			return nil
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// flush writes what is still in memory, in the order of the keys.
func (b *bulk) flush() error {
	keys := make([]string, 0, len(b.small))
	for key := range b.small {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	for _, key := range keys {
		if err := b.batch.Set([]byte(key), b.small[key]); err != nil {
			return err
		}
	}
	return b.batch.Flush()
}

// draft is an organization that is being made.
type draft struct {
	*records
	bulk *bulk
}

// reserve takes a new number and marks it as garbage until it is published.
func (s *badgerStore) reserve() (number, error) {
	var n number
	err := s.change(func(kv keyValues) error {
		key := number(0).key(typeNumber)
		value, err := kv.get(key)
		if err != nil {
			return err
		}
		n = 1
		if len(value) == 5 {
			n = number(binary.BigEndian.Uint32(value[1:]))
		}
		if err := kv.set(key, binary.BigEndian.AppendUint32([]byte{codecVersion}, uint32(n+1))); err != nil {
			return err
		}
		return kv.set(garbageKey(n), []byte{codecVersion})
	})
	return n, err
}

func (s *badgerStore) newDraft() (*draft, error) {
	n, err := s.reserve()
	if err != nil {
		return nil, err
	}
	b := &bulk{store: s, batch: s.db.NewWriteBatch(), small: map[string][]byte{}}
	return &draft{records: &records{keyValues: b, number: n, lexicon: newLexicon()}, bulk: b}, nil
}

// publish writes the draft out and gives it its name in one transaction.
func (s *badgerStore) publish(d *draft, options CreateOptions) (Tenant, error) {
	org, err := d.organization()
	if err != nil {
		return nil, err
	}
	texts, err := d.finish()
	if err != nil {
		return nil, err
	}
	if err := d.bulk.flush(); err != nil {
		return nil, err
	}
	entry := directoryEntry{number: d.number, name: org.Name, created: time.Now()}
	err = s.change(func(kv keyValues) error {
		old, replaces, err := lookUp(kv, org.Name)
		if err != nil {
			return err
		}
		if replaces {
			if !options.Replace {
				return exists(org.Name)
			}
			if err := kv.set(garbageKey(old.number), []byte{codecVersion}); err != nil {
				return err
			}
		}
		return s.enter(kv, entry, options)
	})
	if err != nil {
		return nil, err
	}
	if err := s.removeGarbage(); err != nil {
		return nil, err
	}
	d.lexicon.flushed(texts)
	s.mu.Lock()
	s.lexicons[d.number] = d.lexicon
	s.mu.Unlock()
	return s.tenant(entry)
}

func (s *badgerStore) enter(kv keyValues, entry directoryEntry, options CreateOptions) error {
	if err := kv.set(directoryKey(entry.name), entry.encode()); err != nil {
		return err
	}
	if err := kv.remove(garbageKey(entry.number)); err != nil {
		return err
	}
	_, hasCurrent, err := lookUp(kv, "")
	if err != nil {
		return err
	}
	if options.Select || !hasCurrent {
		return setCurrent(kv, entry.name)
	}
	return nil
}

func exists(name string) error {
	return refuse(ErrExists, "There is already an organization %q in the data directory.", name)
}

// discard forgets a draft; what it wrote is removed.
func (s *badgerStore) discard(d *draft) {
	d.bulk.batch.Cancel()
	_ = s.removeGarbage() // if it fails, the next opening tries again
}

func (s *badgerStore) Create(org *tenant.Organization, options CreateOptions, fill func(Writer) error) (Tenant, error) {
	s.writing.Lock()
	defer s.writing.Unlock()
	if !options.Replace {
		if _, err := s.entry(org.Name); err == nil {
			return nil, exists(org.Name)
		} else if !errors.Is(err, ErrUnknown) {
			return nil, err
		}
	}
	return s.make(options, func(d *draft) error {
		if err := d.PutOrganization(org); err != nil {
			return err
		}
		if fill == nil {
			return nil
		}
		return fill(d)
	})
}

// make fills a draft and publishes it, or leaves no trace.
func (s *badgerStore) make(options CreateOptions, fill func(*draft) error) (Tenant, error) {
	d, err := s.newDraft()
	if err != nil {
		return nil, err
	}
	var t Tenant
	if err = fill(d); err == nil {
		t, err = s.publish(d, options)
	}
	if err != nil {
		s.discard(d)
		return nil, damagedOr(s.dir, writeError(s.dir, err))
	}
	return t, nil
}
