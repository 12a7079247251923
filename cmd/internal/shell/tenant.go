package shell

import (
	"fmt"
	"io"
	"sync"
	"time"

	"exolab/store"
	"exolab/store/seed"
)

// ticksToUnix is the number of 100 ns ticks from the year 1 to 1970.
const ticksToUnix = 621355968000000000

// Organizations opens the store and the organization when they are first
// needed, so that a script that uses no Exchange cmdlet does not wait for them.
type Organizations struct {
	config  Config
	notices io.Writer

	mu     sync.Mutex
	store  store.Store
	tenant store.Tenant
}

// NewOrganizations returns the organizations that a configuration names.
// Notices of exolab itself go to notices, which may be nil.
func NewOrganizations(c Config, notices io.Writer) *Organizations {
	return &Organizations{config: c, notices: notices}
}

// Store opens the data directory.
func (o *Organizations) Store() (store.Store, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.open()
}

func (o *Organizations) open() (store.Store, error) {
	if o.store != nil {
		return o.store, nil
	}
	s, err := store.Open(o.config.Data, store.Options{Memory: o.config.Memory, Now: o.config.Now})
	if err != nil {
		return nil, err
	}
	o.store = s
	return s, nil
}

// Tenant opens the organization, seeding one on first use.
func (o *Organizations) Tenant() (store.Tenant, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.tenant != nil {
		return o.tenant, nil
	}
	s, err := o.open()
	if err != nil {
		return nil, err
	}
	t, seeded, err := seed.OpenOrNew(s, o.config.Tenant, seed.Options{Clock: o.config.Now})
	if err != nil {
		return nil, err
	}
	if seeded && o.notices != nil && !o.config.Memory {
		fmt.Fprintf(o.notices, "exolab: created the organization %s in %s\n", t.Name(), o.config.Data)
	}
	o.tenant = t
	return t, nil
}

// Use puts an organization in the place of the one that the configuration
// names. It is not closed with the others.
func (o *Organizations) Use(t store.Tenant) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.tenant = t
}

// Ticks is the present of the organization's clock, in UTC ticks since the
// year 1. An organization that was not opened yet is opened only if its clock
// could be another than the machine's.
func (o *Organizations) Ticks() int64 {
	now := time.Now()
	switch {
	case o.config.Now != nil:
		now = *o.config.Now
	case !o.config.NoExchange && !o.config.Memory:
		if t, err := o.Tenant(); err == nil {
			now = t.Now()
		}
	}
	return ticksToUnix + now.UnixNano()/100
}

// Directory is the data directory, or "" if everything is in memory.
func (o *Organizations) Directory() string {
	if o.config.Memory {
		return ""
	}
	return o.config.Data
}

// Close closes the store if it was opened.
func (o *Organizations) Close() error {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.store == nil {
		return nil
	}
	err := o.store.Close()
	o.store, o.tenant = nil, nil
	return err
}
