package store_test

import (
	"iter"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"exolab/store"
	"exolab/store/seed"
	"exolab/store/tenant"
)

// BenchmarkSearch searches organizations of 10,000 and a million entries, and of
// as many as EXOLAB_BENCH_ENTRIES says. EXOLAB_BENCH_STORE names a directory in
// which they are kept for further runs.
//
// x-bare is how many times as long a search takes as Badger's bare iteration over
// the keys and values between the newest and the oldest entry found, in each of
// the mailboxes; peak-MB is the most memory that the process had meanwhile.
func BenchmarkSearch(b *testing.B) {
	sizes := []int{10_000, 1_000_000}
	if n, err := strconv.Atoi(os.Getenv("EXOLAB_BENCH_ENTRIES")); err == nil {
		sizes = append(sizes, n)
	}
	for _, size := range sizes {
		if size > 10_000 && testing.Short() {
			continue
		}
		b.Run(strconv.Itoa(size), func(b *testing.B) { benchmarkSearch(b, seededDirectory(b, size)) })
	}
}

// seededDirectory is a directory with an organization of so many entries.
func seededDirectory(b *testing.B, entries int) string {
	b.Helper()
	dir := b.TempDir()
	if kept := os.Getenv("EXOLAB_BENCH_STORE"); kept != "" {
		dir = filepath.Join(kept, strconv.Itoa(entries))
	}
	s, err := store.Open(dir, store.Options{})
	require.NoError(b, err)
	defer func() { require.NoError(b, s.Close()) }()
	if _, err := s.Open(""); err == nil {
		return dir
	}
	start := time.Now()
	_, err = seed.New(s, seed.Options{Mailboxes: seed.MaxMailboxes, Entries: entries, Clock: &testNow})
	require.NoError(b, err)
	b.Logf("%d entries made in %s", entries, time.Since(start))
	return dir
}

// benchSearch is a search that is measured.
type benchSearch struct {
	name string
	most int // entries that are taken, 0 for all
	run  func(t store.Tenant, box *tenant.Mailbox) iter.Seq2[*tenant.AuditEntry, error]
}

// benchSearches take entries of a day and of a week a month ago, or the newest.
func benchSearches() []benchSearch {
	type entries = iter.Seq2[*tenant.AuditEntry, error]
	start := testNow.AddDate(0, 0, -30).Truncate(24 * time.Hour)
	day := tenant.AuditQuery{Start: start, End: start.AddDate(0, 0, 1)}
	week := tenant.AuditQuery{Start: start, End: start.AddDate(0, 0, 7)}
	sendAs := []string{"SendAs"}
	return []benchSearch{
		{"MailboxDay", 0, func(t store.Tenant, box *tenant.Mailbox) entries { return t.Audit(box, day) }},
		{"NewestOfMailbox", 1, func(t store.Tenant, box *tenant.Mailbox) entries { return t.Audit(box, tenant.AuditQuery{}) }},
		{"First10OfAll", 10, func(t store.Tenant, _ *tenant.Mailbox) entries { return t.AuditAll(store.AuditQuery{}) }},
		{"ActorWeek", 0, func(t store.Tenant, _ *tenant.Mailbox) entries {
			return t.AuditAll(store.AuditQuery{Actors: []string{"Pilar Pinilla"}, AuditQuery: week})
		}},
		{"FirstOfOperation", 1, func(t store.Tenant, _ *tenant.Mailbox) entries {
			return t.AuditAll(store.AuditQuery{AuditQuery: tenant.AuditQuery{Operations: sendAs}})
		}},
		{"OperationWeek", 0, func(t store.Tenant, _ *tenant.Mailbox) entries {
			return t.AuditAll(store.AuditQuery{AuditQuery: tenant.AuditQuery{Start: week.Start, End: week.End, Operations: sendAs}})
		}},
	}
}

func benchmarkSearch(b *testing.B, dir string) {
	b.Run("Open", func(b *testing.B) { benchmarkOpen(b, dir) })
	s, err := store.Open(dir, store.Options{})
	require.NoError(b, err)
	defer s.Close()
	tn, err := s.Open("")
	require.NoError(b, err)
	var box *tenant.Mailbox
	require.NoError(b, tn.View(func(r store.Reader) (err error) { box, err = r.Mailbox("pilarp"); return err }))
	for _, search := range benchSearches() {
		b.Run(search.name, func(b *testing.B) {
			forgetPeak()
			var found found
			for b.Loop() {
				found = newFound()
				for e, err := range search.run(tn, box) {
					require.NoError(b, err)
					if found.add(e); found.count == search.most {
						break
					}
				}
			}
			each := b.Elapsed() / time.Duration(b.N)
			b.ReportMetric(float64(peakMemory()), "peak-MB")
			b.ReportMetric(float64(found.count), "entries")
			b.ReportMetric(each.Seconds()/store.BareIteration(b, tn, found.mailboxes).Seconds(), "x-bare")
		})
	}
}

// found is where the entries of a search lie.
type found struct {
	count     int
	mailboxes map[tenant.GUID]*tenant.AuditQuery // their times
}

func newFound() found { return found{mailboxes: map[tenant.GUID]*tenant.AuditQuery{}} }

func (f *found) add(e *tenant.AuditEntry) {
	f.count++
	if times := f.mailboxes[e.Mailbox]; times != nil {
		times.Start = e.LastAccessed
		return
	}
	f.mailboxes[e.Mailbox] = &tenant.AuditQuery{Start: e.LastAccessed, End: e.LastAccessed}
}

// forgetPeak lets peakMemory begin anew, where the system can.
func forgetPeak() { _ = os.WriteFile("/proc/self/clear_refs", []byte("5"), 0) }

// peakMemory is the most resident memory of the process in MB, 0 if it is not known.
func peakMemory() int {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	_, text, _ := strings.Cut(string(status), "VmHWM:")
	kilobytes, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(strings.SplitN(text, "\n", 2)[0]), " kB"))
	if err != nil {
		return 0
	}
	return kilobytes >> 10
}
