package store

import (
	"encoding/binary"
	"errors"
	"time"

	"exolab/store/tenant"
)

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
	b := newBulk(s)
	return &draft{records: &records{keyValues: b, number: n, lexicon: newLexicon()}, bulk: b}, nil
}

// A draft that wrote more bytes than settleAbove is brought into one level of
// tables at once; otherwise every later run would go on with that, and take the
// memory for it.
const (
	settleAbove   = 768 << 20
	settleWorkers = 2
)

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
	if d.bulk.written > settleAbove {
		if err := s.db.Flatten(settleWorkers); err != nil {
			return nil, err
		}
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
	d.bulk.out.cancel()
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
