package store

import (
	"encoding/binary"
	"iter"
	"slices"
	"time"

	"github.com/dgraph-io/badger/v4"

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
	err = s.db.View(func(txn *badger.Txn) error {
		it := newBackIterator(txn, prefix)
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

func newBackIterator(txn *badger.Txn, prefix []byte) *badger.Iterator {
	options := badger.DefaultIteratorOptions
	options.Prefix = prefix
	options.PrefetchValues = false
	options.Reverse = true
	return txn.NewIterator(options)
}

func (t *badgerTenant) Audit(m *tenant.Mailbox, q tenant.AuditQuery) iter.Seq2[*tenant.AuditEntry, error] {
	return t.auditOf(m.ExchangeGUID, q.NotBefore(m.Expires(t.Now())))
}

// auditOf is Audit without the age limit.
func (t *badgerTenant) auditOf(mailbox tenant.GUID, q tenant.AuditQuery) iter.Seq2[*tenant.AuditEntry, error] {
	return walkBack(t.store, t.number.guidKey(typeAudit, mailbox), auditTimeAt, q.Start, q.End,
		func(key, value []byte) (*tenant.AuditEntry, bool, error) {
			e, err := decodeEntry(t.lexicon, mailbox, timeIn(key, auditTimeAt), value, &q)
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

// AuditAll goes back day by day: an index tells which mailboxes have entries of
// the wanted operation or actor on a day, and only those days are read.
func (t *badgerTenant) AuditAll(q AuditQuery) iter.Seq2[*tenant.AuditEntry, error] {
	return func(yield func(*tenant.AuditEntry, error) bool) {
		limits, err := t.ageLimits()
		if err != nil {
			yield(nil, err)
			return
		}
		day := ^uint32(0)
		if !q.End.IsZero() {
			day = dayNumber(q.End)
		}
		for {
			found, mailboxes, err := t.lastDay(q, day)
			if err != nil {
				yield(nil, err)
				return
			}
			if len(mailboxes) == 0 || !q.Start.IsZero() && found < dayNumber(q.Start) {
				return
			}
			entries, err := t.entriesOn(found, mailboxes, q, limits)
			for _, e := range entries {
				if !yield(e, nil) {
					return
				}
			}
			if err != nil {
				yield(nil, err)
				return
			}
			if found == 0 {
				return
			}
			day = found - 1
		}
	}
}

// ageLimits returns when the entries of each mailbox expire.
func (t *badgerTenant) ageLimits() (map[tenant.GUID]time.Time, error) {
	limits := map[tenant.GUID]time.Time{}
	now := t.Now()
	err := t.View(func(r Reader) error {
		for m, err := range r.Mailboxes() {
			if err != nil {
				return err
			}
			limits[m.ExchangeGUID] = m.Expires(now)
		}
		return nil
	})
	return limits, err
}

// dayPrefixes are the indexes that narrow a query most.
func (t *badgerTenant) dayPrefixes(q AuditQuery) [][]byte {
	if q.Actor != "" {
		return [][]byte{appendText(t.number.key(typeDayByActor), tenant.FoldName(q.Actor))}
	}
	var prefixes [][]byte
	for _, operation := range q.Operations {
		prefixes = append(prefixes, appendText(t.number.key(typeDayByOp), tenant.FoldName(operation)))
	}
	if prefixes == nil {
		prefixes = [][]byte{t.number.key(typeDay)}
	}
	return prefixes
}

// lastDay finds the last day up to a given one that has entries, and in which mailboxes.
func (t *badgerTenant) lastDay(q AuditQuery, upTo uint32) (uint32, []tenant.GUID, error) {
	var last uint32
	var mailboxes []tenant.GUID
	err := t.store.db.View(func(txn *badger.Txn) error {
		for _, prefix := range t.dayPrefixes(q) {
			it := newBackIterator(txn, prefix)
			from := append(appendDay(slices.Clone(prefix), upTo), make([]byte, guidSize)...)
			for i := len(prefix) + 4; i < len(from); i++ {
				from[i] = 0xff
			}
			for it.Seek(from); it.Valid(); it.Next() {
				key := it.Item().Key()
				if len(key) != len(prefix)+daySuffix {
					continue // of a longer name that has a zero byte in it
				}
				day := binary.BigEndian.Uint32(key[len(prefix):])
				if len(mailboxes) > 0 && day < last {
					break
				}
				if day > last || len(mailboxes) == 0 {
					last, mailboxes = day, nil
				}
				mailboxes = append(mailboxes, tenant.GUID(key[len(prefix)+4:]))
			}
			it.Close()
		}
		return nil
	})
	slices.SortFunc(mailboxes, func(a, b tenant.GUID) int { return slices.Compare(a[:], b[:]) })
	return last, slices.Compact(mailboxes), err
}

// entriesOn returns what a query accepts on one day, newest first.
func (t *badgerTenant) entriesOn(day uint32, mailboxes []tenant.GUID, q AuditQuery, limits map[tenant.GUID]time.Time) ([]*tenant.AuditEntry, error) {
	actor := tenant.FoldName(q.Actor)
	var out []*tenant.AuditEntry
	for _, mailbox := range mailboxes {
		within := q.NotBefore(dayStart(day))
		if limit, ok := limits[mailbox]; ok {
			within = within.NotBefore(limit)
		}
		if lastMoment := dayStart(day).Add(24*time.Hour - 1); within.End.IsZero() || within.End.After(lastMoment) {
			within.End = lastMoment
		}
		for e, err := range t.auditOf(mailbox, within) {
			if err != nil {
				return nil, err
			}
			if actor == "" || e.Actor() == actor {
				out = append(out, e)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b *tenant.AuditEntry) int { return b.LastAccessed.Compare(a.LastAccessed) })
	return out, nil
}
