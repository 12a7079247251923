package store

import (
	"encoding/binary"
	"iter"
	"slices"
	"time"

	"exolab/store/tenant"
)

// AuditAll goes back day by day: an index tells which mailboxes have entries of
// the wanted operation or actor on a day, and only those days are read, in
// windows that are small at first, so that the newest entries come at once.
func (t *badgerTenant) AuditAll(q AuditQuery) iter.Seq2[*tenant.AuditEntry, error] {
	return func(yield func(*tenant.AuditEntry, error) bool) {
		limits, err := t.expiries()
		if err != nil {
			yield(nil, err)
			return
		}
		s := &searchAll{t: t, q: q, limits: limits, window: firstWindow}
		for _, actor := range q.Actors {
			s.actors = append(s.actors, tenant.FoldName(actor))
		}
		day := ^uint32(0)
		if !q.End.IsZero() {
			day = dayNumber(q.End)
		}
		for {
			found, mailboxes, err := s.lastDay(day)
			if err != nil {
				yield(nil, damagedOr(t.store.dir, err))
				return
			}
			if len(mailboxes) == 0 || !q.Start.IsZero() && found < dayNumber(q.Start) || !s.onDay(found, mailboxes, yield) || found == 0 {
				return
			}
			day = found - 1
		}
	}
}

// The windows of time in which a day is read. The first is short, for often few
// entries are wanted; one that gives few makes the next one longer. What few means
// grows with the entries that were taken already, between these bounds: each
// window costs a search in each mailbox, but entries take memory, unless they are
// heads alone.
const (
	firstWindow    = time.Second
	shortestWindow = time.Second
	longestWindow  = 24 * time.Hour
	fewAtFirst     = 512
	fewAtMost      = 2048
	fewHeadsAtMost = 32768
	manyTimesFew   = 4
)

// searchAll is one search across mailboxes.
type searchAll struct {
	t      *badgerTenant
	q      AuditQuery
	actors []string // folded
	limits map[tenant.GUID]time.Time
	window time.Duration
	taken  int // entries, so far
	// next is when a mailbox has its newest entry before the windows of the day
	// that were read; the zero time if all further ones are past its age limit.
	next map[tenant.GUID]time.Time
}

// prefixes are the indexes that narrow the search most.
func (s *searchAll) prefixes() [][]byte {
	n := s.t.number
	var prefixes [][]byte
	for _, actor := range s.actors {
		prefixes = append(prefixes, appendText(n.key(typeDayByActor), actor))
	}
	if prefixes != nil {
		return prefixes
	}
	for _, operation := range s.q.Operations {
		prefixes = append(prefixes, appendText(n.key(typeDayByOp), tenant.FoldName(operation)))
	}
	if prefixes == nil {
		prefixes = [][]byte{n.key(typeDay)}
	}
	return prefixes
}

// lastDay finds the last day up to a given one that has entries, and in which mailboxes.
func (s *searchAll) lastDay(upTo uint32) (uint32, []tenant.GUID, error) {
	var last uint32
	var mailboxes []tenant.GUID
	err := s.t.store.read(func(v txnValues) error {
		for _, prefix := range s.prefixes() {
			it := v.cursor(prefix, true)
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

// onDay yields what the query accepts on one day, newest first, and reports
// whether to go on.
func (s *searchAll) onDay(day uint32, mailboxes []tenant.GUID, yield func(*tenant.AuditEntry, error) bool) bool {
	s.next = make(map[tenant.GUID]time.Time, len(mailboxes))
	lower, end := dayStart(day), dayStart(day).Add(24*time.Hour-1)
	if !s.q.End.IsZero() && s.q.End.Before(end) {
		end = s.q.End
	}
	if s.q.Start.After(lower) {
		lower = s.q.Start
	}
	for !end.Before(lower) {
		begin := end.Add(1 - s.window)
		if begin.Before(lower) {
			begin = lower
		}
		entries, err := s.between(begin, end, mailboxes)
		for _, e := range entries {
			if !yield(e, nil) {
				return false
			}
		}
		if err != nil {
			yield(nil, damagedOr(s.t.store.dir, err))
			return false
		}
		s.adapt(len(entries))
		end = s.newestLeft()
	}
	return true
}

// adapt sizes the next window by the entries that the last one gave.
func (s *searchAll) adapt(entries int) {
	s.taken += entries
	most := fewAtMost
	if s.q.HeadsOnly {
		most = fewHeadsAtMost
	}
	few := min(max(s.taken/2, fewAtFirst), most)
	switch {
	case entries < few:
		s.window = min(longestWindow, s.window*2)
	case entries > few*manyTimesFew:
		s.window = max(shortestWindow, s.window/2)
	}
}

// newestLeft is when the newest entry lies that no window has had yet; the zero
// time if there is none.
func (s *searchAll) newestLeft() time.Time {
	var newest time.Time
	for _, next := range s.next {
		if next.After(newest) {
			newest = next
		}
	}
	return newest
}

// between returns the entries of some mailboxes between two times, newest first;
// those of one moment in the order of the mailboxes, then of their coming.
func (s *searchAll) between(begin, end time.Time, mailboxes []tenant.GUID) ([]*tenant.AuditEntry, error) {
	var out []*tenant.AuditEntry
	err := s.t.store.read(func(v txnValues) error {
		it := v.cursor(s.t.number.key(typeAudit), true)
		defer it.Close()
		for _, mailbox := range mailboxes {
			if next, known := s.next[mailbox]; known && next.Before(begin) {
				continue
			}
			var err error
			if out, err = s.ofMailbox(it, mailbox, begin, end, out); err != nil {
				return err
			}
			if limit, ok := s.limits[mailbox]; ok && s.next[mailbox].Before(limit) {
				s.next[mailbox] = time.Time{}
			}
		}
		return nil
	})
	slices.SortStableFunc(out, func(a, b *tenant.AuditEntry) int { return b.LastAccessed.Compare(a.LastAccessed) })
	return out, err
}

// ofMailbox appends a mailbox's entries between two times that are within its age
// limit, newest first.
func (s *searchAll) ofMailbox(it *cursor, mailbox tenant.GUID, begin, end time.Time, out []*tenant.AuditEntry) ([]*tenant.AuditEntry, error) {
	prefix := s.t.number.guidKey(typeAudit, mailbox)
	if limit, ok := s.limits[mailbox]; ok && limit.After(begin) {
		begin = limit
	}
	s.next[mailbox] = time.Time{}
	for it.Seek(append(appendTime(slices.Clone(prefix), end), 0xff, 0xff, 0xff, 0xff, 0xff)); it.ValidForPrefix(prefix); it.Next() {
		item := it.Item()
		key := item.Key()
		if len(key) < auditTimeAt+timeSuffixSize {
			return out, errCodec
		}
		at := timeIn(key, auditTimeAt)
		if at.Before(begin) {
			s.next[mailbox] = at
			break
		}
		err := item.Value(func(value []byte) error {
			e, err := decodeEntry(s.t.lexicon, mailbox, at, value, &s.q.AuditQuery, s.q.HeadsOnly && s.actors == nil)
			if err == nil && e != nil && (s.actors == nil || slices.Contains(s.actors, e.Actor())) {
				out = append(out, e)
			}
			return err
		})
		if err != nil {
			return out, err
		}
	}
	return out, nil
}
