package store

import (
	"sync"
	"time"

	"exolab/store/tenant"
)

// badgerTenant is one organization of a badgerStore.
type badgerTenant struct {
	store   *badgerStore
	number  number
	name    string
	lexicon *lexicon

	mu     sync.Mutex
	fixed  *time.Time // of the organization's clock
	limits *ageLimits // nil until first needed
}

var _ Tenant = (*badgerTenant)(nil)

func (s *badgerStore) tenant(entry directoryEntry) (Tenant, error) {
	l, err := s.lexiconOf(entry.number)
	if err != nil {
		return nil, err
	}
	t := &badgerTenant{store: s, number: entry.number, name: entry.name, lexicon: l}
	err = t.View(func(r Reader) error {
		org, err := r.Organization()
		if err == nil {
			t.setClock(org)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return t, nil
}

func (t *badgerTenant) setClock(org *tenant.Organization) {
	t.mu.Lock()
	t.fixed = org.FixedClock
	t.mu.Unlock()
}

func (t *badgerTenant) Name() string { return t.name }

func (t *badgerTenant) Now() time.Time {
	if now := t.store.options.Now; now != nil {
		return now.UTC()
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.fixed != nil {
		return t.fixed.UTC()
	}
	return time.Now().UTC()
}

func (t *badgerTenant) records(kv keyValues) *records {
	return &records{keyValues: kv, number: t.number, lexicon: t.lexicon}
}

func (t *badgerTenant) View(f func(Reader) error) error {
	return t.store.view(func(kv keyValues) error { return f(t.records(kv)) })
}

func (t *badgerTenant) Update(f func(Writer) error) error {
	t.store.writing.Lock()
	defer t.store.writing.Unlock()
	var r *records
	texts := 0
	err := t.store.change(func(kv keyValues) error {
		r = t.records(kv)
		err := f(r)
		if err == nil {
			texts, err = r.finish()
		}
		return err
	})
	if err != nil {
		return err
	}
	t.lexicon.flushed(texts)
	if r.org != nil {
		t.setClock(r.org)
	}
	return nil
}
