package auditlog

import (
	"iter"
	"slices"
	"strconv"
	"strings"
	"time"

	"exolab/cmdlets/exchange/task"
	"exolab/store"
	"exolab/store/tenant"
)

// unifiedHit is what a search of the unified log found: a record, or a mailbox
// audit entry whose record is made when it is shown.
type unifiedHit struct {
	at     time.Time
	record func() *tenant.UnifiedAuditRecord
}

// unifiedFilter is what narrows a search.
type unifiedFilter struct {
	operations, users, addresses, objects []string
	kind, text                            string
	// kept tells whether the log still has what a user did at some time.
	kept func(user string, at time.Time) bool
}

func newUnifiedFilter(c *task.Call) *unifiedFilter {
	return &unifiedFilter{operations: c.Texts("Operations"), users: c.Texts("UserIds"), addresses: c.Texts("IPAddresses"), objects: c.Texts("ObjectIds"),
		kind: c.Text("RecordType"), text: strings.ToLower(strings.Trim(c.Text("FreeText"), "*"))}
}

// head looks at what is known without AuditData.
func (f *unifiedFilter) head(recordType string, user func() string, operation string) bool {
	return (len(f.operations) == 0 || task.ContainsFold(f.operations, operation)) && (len(f.users) == 0 || task.ContainsFold(f.users, user())) &&
		(f.kind == "" || strings.EqualFold(f.kind, recordType) || strconv.Itoa(tenant.RecordTypeNumber(recordType)) == f.kind)
}

// needsData reports whether AuditData has to be looked at.
func (f *unifiedFilter) needsData() bool {
	return f.text != "" || len(f.addresses)+len(f.objects) > 0
}

func (f *unifiedFilter) data(auditData string) bool {
	return strings.Contains(strings.ToLower(auditData), f.text) && containsAny(auditData, f.addresses) && containsAny(auditData, f.objects)
}

// mailboxKinds are the record types that mailbox audit entries have.
var mailboxKinds = map[string]bool{"": true, "2": true, "3": true, "50": true, "exchangeitem": true, "exchangeitemgroup": true, "exchangeitemaggregated": true}

// unifiedHits yields what a search finds in the unified log proper and in the
// mailbox audit logs, which it holds as well, newest first, and says how many
// that are up to a limit. Every record tells the number, so it must be known
// before the first.
func unifiedHits(c *task.Call, t store.Tenant, start, end time.Time, limit int) (hits iter.Seq2[unifiedHit, error], count int, err error) {
	f := newUnifiedFilter(c)
	short, err := shortRetention(c, start)
	if err != nil {
		return nil, 0, err
	}
	oldest := t.Now().Add(-tenant.StandardRetention)
	f.kept = func(user string, at time.Time) bool { return !at.Before(oldest) || !short[tenant.FoldName(user)] }
	search := func(bool) iter.Seq2[unifiedHit, error] { return f.ofLog(t, start, end) }
	if mailboxKinds[strings.ToLower(f.kind)] {
		known, gaps, err := background(c, t)
		if err != nil {
			return nil, 0, err
		}
		search = func(headsOnly bool) iter.Seq2[unifiedHit, error] {
			return merged(f.ofLog(t, start, end), without(gaps, f.ofMailboxes(t, known, start, end, headsOnly)))
		}
	}
	if f.countable() && len(short) == 0 {
		count, err = counted(search(true), limit)
		return search(false), count, err
	}
	found, err := collected(search(false), limit)
	return eachOf(found), len(found), err
}

// background returns who is who, and when the unified log took nothing in.
func background(c *task.Call, t store.Tenant) (known people, gaps []store.Span, err error) {
	err = c.View(func(r store.Reader) (err error) {
		known, err = peopleOf(r)
		return err
	})
	if err == nil {
		gaps, err = store.IngestionGaps(t)
	}
	return known, gaps, err
}

// countable reports whether a hit is known without the properties of an entry:
// then the log is read twice, first to count, instead of keeping what was found.
func (f *unifiedFilter) countable() bool { return len(f.users) == 0 && !f.needsData() }

func counted(hits iter.Seq2[unifiedHit, error], limit int) (int, error) {
	count := 0
	for _, err := range hits {
		if err != nil {
			return 0, err
		}
		if count++; count == limit {
			break
		}
	}
	return count, nil
}

func collected(hits iter.Seq2[unifiedHit, error], limit int) ([]unifiedHit, error) {
	var found []unifiedHit
	for hit, err := range hits {
		if err != nil {
			return nil, err
		}
		if found = append(found, hit); len(found) == limit {
			break
		}
	}
	return found, nil
}

func eachOf(found []unifiedHit) iter.Seq2[unifiedHit, error] {
	return func(yield func(unifiedHit, error) bool) {
		for _, hit := range found {
			if !yield(hit, nil) {
				return
			}
		}
	}
}

// without leaves out what happened while the unified log took nothing in.
func without(gaps []store.Span, hits iter.Seq2[unifiedHit, error]) iter.Seq2[unifiedHit, error] {
	if len(gaps) == 0 {
		return hits
	}
	return func(yield func(unifiedHit, error) bool) {
		for hit, err := range hits {
			if err == nil && slices.ContainsFunc(gaps, func(gap store.Span) bool { return gap.Includes(hit.at) }) {
				continue
			}
			if !yield(hit, err) {
				return
			}
		}
	}
}

func (f *unifiedFilter) ofLog(t store.Tenant, start, end time.Time) iter.Seq2[unifiedHit, error] {
	return func(yield func(unifiedHit, error) bool) {
		for r, err := range t.Unified(start, end) {
			if err == nil && (!f.head(r.RecordType, func() string { return r.UserIDs }, r.Operations) || !f.kept(r.UserIDs, r.CreationDate) ||
				f.needsData() && !f.data(r.AuditData)) {
				continue
			}
			hit := unifiedHit{record: func() *tenant.UnifiedAuditRecord { return r }}
			if err == nil {
				hit.at = r.CreationDate
			}
			if !yield(hit, err) {
				return
			}
		}
	}
}

// ofMailboxes yields the hits in the mailbox audit logs. Those of heads alone have
// no record and serve to count.
func (f *unifiedFilter) ofMailboxes(t store.Tenant, known people, start, end time.Time, headsOnly bool) iter.Seq2[unifiedHit, error] {
	organization := tenant.DerivedGUID(t.Name(), "tenant")
	q := store.AuditQuery{AuditQuery: tenant.AuditQuery{Start: start, End: end, Operations: f.operations}, Actors: known.actors(f.users), HeadsOnly: headsOnly}
	skim := newSkim(f)
	return func(yield func(unifiedHit, error) bool) {
		for e, err := range t.AuditAll(q) {
			if err != nil {
				yield(unifiedHit{}, err)
				return
			}
			if !f.head(recordTypeOf(e), func() string { return known.userOf(e) }, e.Operation) || !headsOnly && !f.kept(known.userOf(e), e.LastAccessed) {
				continue
			}
			hit := unifiedHit{e.LastAccessed.Truncate(time.Second), func() *tenant.UnifiedAuditRecord { return unifiedRecordOf(e, organization, known) }}
			if f.needsData() && (!skim.admits(e, e.Operation, known.userOf(e), known.addresses[e.Mailbox]) || !f.data(hit.record().AuditData)) {
				continue
			}
			if !yield(hit, nil) {
				return
			}
		}
	}
}

// actors are the names under which mailbox audit entries have some users: their
// display names and SIDs.
func (p people) actors(users []string) []string {
	var out []string
	for _, user := range users {
		out = append(out, user)
		out = append(out, p.names[tenant.FoldName(user)]...)
	}
	return out
}

// merged yields the hits of two searches, newest first; of one moment the first
// search's come first.
func merged(a, b iter.Seq2[unifiedHit, error]) iter.Seq2[unifiedHit, error] {
	return func(yield func(unifiedHit, error) bool) {
		next, stop := iter.Pull2(b)
		defer stop()
		other, otherErr, more := next()
		for hit, err := range a {
			for more && (otherErr != nil || other.at.After(hit.at)) {
				if !yield(other, otherErr) {
					return
				}
				other, otherErr, more = next()
			}
			if !yield(hit, err) {
				return
			}
		}
		for more {
			if !yield(other, otherErr) {
				return
			}
			other, otherErr, more = next()
		}
	}
}

// shortRetention are the users, by folded account, whose records the log drops
// before the oldest one that a search from some time on could find: those without
// advanced auditing.
func shortRetention(c *task.Call, start time.Time) (map[string]bool, error) {
	short := map[string]bool{}
	if c.Tenant.Now().Sub(start) <= tenant.StandardRetention {
		return short, nil
	}
	return short, c.View(func(r store.Reader) error {
		org, err := r.Organization()
		if err != nil {
			return err
		}
		for m, err := range r.Mailboxes() {
			if err != nil {
				return err
			}
			if m.UnifiedRetention(org.Profile()) < tenant.PremiumRetention {
				short[tenant.FoldName(m.UserPrincipalName)] = true
			}
		}
		return nil
	})
}
