package store

import (
	"time"

	"exolab/store/tenant"
)

// ageLimits are how long the mailboxes of an organization keep their entries, as
// of a change of the store.
type ageLimits struct {
	change    uint64
	mailboxes map[tenant.GUID]time.Duration
}

// expiries returns the moment of each mailbox before which its entries are past
// their age limit.
func (t *badgerTenant) expiries() (map[tenant.GUID]time.Time, error) {
	t.mu.Lock()
	limits := t.limits
	t.mu.Unlock()
	if change := t.store.changes.Load(); limits == nil || limits.change != change {
		limits = &ageLimits{change, map[tenant.GUID]time.Duration{}}
		if err := t.View(limits.read); err != nil {
			return nil, err
		}
		t.mu.Lock()
		t.limits = limits
		t.mu.Unlock()
	}
	now, expiries := t.Now(), make(map[tenant.GUID]time.Time, len(limits.mailboxes))
	for mailbox, limit := range limits.mailboxes {
		expiries[mailbox] = now.Add(-limit)
	}
	return expiries, nil
}

func (l *ageLimits) read(r Reader) error {
	for m, err := range r.Mailboxes() {
		if err != nil {
			return err
		}
		l.mailboxes[m.ExchangeGUID] = m.AuditLogAgeLimit
	}
	return nil
}
