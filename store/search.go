package store

import (
	"iter"
	"slices"
	"time"

	"exolab/store/tenant"
)

// A log is read in pages, each in a short transaction of its own: whoever takes
// the entries may be slow, or write to the store in between. Pages grow, so that
// asking for the newest entry costs little.
const (
	firstPage = 16
	fullPage  = 1024
)

// walkBack yields the records under a prefix whose time, at an offset of the
// key, is within the bounds, newest first. read may decline a record.
func walkBack[T any](s *badgerStore, prefix []byte, timeAt int, start, end time.Time,
	read func(key, value []byte) (T, bool, error),
) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		from := after(prefix)
		if !end.IsZero() {
			from = appendTime(slices.Clone(prefix), end)
			from = append(from, 0xff, 0xff, 0xff, 0xff, 0xff) // past any sequence number
		}
		for size := firstPage; from != nil; size = min(size*4, fullPage) {
			page, next, err := readPage(s, prefix, from, size, timeAt, start, read)
			for _, record := range page {
				if !yield(record, nil) {
					return
				}
			}
			if err != nil {
				var none T
				yield(none, damagedOr(s.dir, err))
				return
			}
			from = next
		}
	}
}

// readPage reads up to size records back from a key; next is where to go on, nil
// at the end.
func readPage[T any](s *badgerStore, prefix, from []byte, size, timeAt int, start time.Time,
	read func(key, value []byte) (T, bool, error),
) (page []T, next []byte, err error) {
	page = make([]T, 0, size)
	err = s.read(func(v txnValues) error {
		it := v.cursor(prefix, true)
		defer it.Close()
		for it.Seek(from); it.Valid(); it.Next() {
			item := it.Item()
			key := item.Key()
			if len(key) < timeAt+timeSuffixSize {
				return errCodec
			}
			if slices.Equal(key, from) {
				continue // where the page before ended
			}
			if !start.IsZero() && timeIn(key, timeAt).Before(start) {
				return nil
			}
			err := item.Value(func(value []byte) error {
				record, accepted, err := read(key, value)
				if accepted && err == nil {
					page = append(page, record)
				}
				return err
			})
			if err != nil {
				return err
			}
			if len(page) == size {
				next = slices.Clone(key)
				return nil
			}
		}
		return nil
	})
	return page, next, err
}

func (t *badgerTenant) Audit(m *tenant.Mailbox, q tenant.AuditQuery) iter.Seq2[*tenant.AuditEntry, error] {
	return t.auditOf(m.ExchangeGUID, q.NotBefore(m.Expires(t.Now())))
}

// auditOf is Audit without the age limit.
func (t *badgerTenant) auditOf(mailbox tenant.GUID, q tenant.AuditQuery) iter.Seq2[*tenant.AuditEntry, error] {
	return walkBack(t.store, t.number.guidKey(typeAudit, mailbox), auditTimeAt, q.Start, q.End,
		func(key, value []byte) (*tenant.AuditEntry, bool, error) {
			e, err := decodeEntry(t.lexicon, mailbox, timeIn(key, auditTimeAt), value, &q, false)
			return e, e != nil, err
		})
}

func (t *badgerTenant) Unified(start, end time.Time) iter.Seq2[*tenant.UnifiedAuditRecord, error] {
	return walkBack(t.store, t.number.key(typeUnified), logTimeAt, start, end,
		func(_, value []byte) (*tenant.UnifiedAuditRecord, bool, error) {
			b, err := decode(t.lexicon, value)
			if err != nil {
				return nil, false, err
			}
			record, err := tenant.NewUnifiedAuditRecord(b)
			return record, err == nil, err
		})
}

func (t *badgerTenant) AdminLog(start, end time.Time) iter.Seq2[*tenant.AdminAuditEntry, error] {
	return walkBack(t.store, t.number.key(typeAdminLog), logTimeAt, start, end,
		func(_, value []byte) (*tenant.AdminAuditEntry, bool, error) {
			b, err := decode(t.lexicon, value)
			if err != nil {
				return nil, false, err
			}
			entry, err := tenant.NewAdminAuditEntry(b)
			return entry, err == nil, err
		})
}
