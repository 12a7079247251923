package store

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"exolab/store/tenant"
)

func BenchmarkImport100000(b *testing.B) {
	var text bytes.Buffer
	largeOrganization(&text, 100, 100_000)
	for b.Loop() {
		s, err := Open(b.TempDir(), Options{})
		require.NoError(b, err)
		_, err = s.Import(bytes.NewReader(text.Bytes()), ImportOptions{})
		require.NoError(b, err)
		require.NoError(b, s.Close())
	}
	b.SetBytes(int64(text.Len()))
}

// BenchmarkSeed100000 makes an organization of 100 mailboxes and 100,000 entries.
func BenchmarkSeed100000(b *testing.B) {
	for b.Loop() {
		s, err := Open(b.TempDir(), Options{})
		require.NoError(b, err)
		_, err = Seed(s, SeedOptions{Mailboxes: 100, Entries: 100_000, Clock: &testNow})
		require.NoError(b, err)
		require.NoError(b, s.Close())
	}
}

// BenchmarkSearch searches organizations of 10,000 and a million entries, and of
// as many as EXOLAB_BENCH_ENTRIES says. EXOLAB_BENCH_STORE names a directory in
// which they are kept for further runs.
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
		if _, err := os.Stat(filepath.Join(dir, "MANIFEST")); err == nil {
			return dir
		}
	}
	s, err := Open(dir, Options{})
	require.NoError(b, err)
	start := time.Now()
	_, err = Seed(s, SeedOptions{Mailboxes: MaxMailboxes, Entries: entries, Clock: &testNow})
	require.NoError(b, err)
	require.NoError(b, s.Close())
	b.Logf("%d entries made in %s", entries, time.Since(start))
	return dir
}

func benchmarkSearch(b *testing.B, dir string) {
	b.Run("Open", func(b *testing.B) {
		for b.Loop() {
			s, err := Open(dir, Options{})
			require.NoError(b, err)
			_, err = s.Open("")
			require.NoError(b, err)
			require.NoError(b, s.Close())
		}
	})
	s, err := Open(dir, Options{})
	require.NoError(b, err)
	defer s.Close()
	tn, err := s.Open("")
	require.NoError(b, err)
	var box *tenant.Mailbox
	require.NoError(b, tn.View(func(r Reader) (err error) { box, err = r.Mailbox("pilarp"); return err }))
	day := testNow.AddDate(0, 0, -30).Truncate(24 * time.Hour)
	week := tenant.AuditQuery{Start: day, End: day.AddDate(0, 0, 7)}
	for _, search := range []struct {
		name    string
		most    int // entries that are taken, 0 for all
		entries func() func(func(*tenant.AuditEntry, error) bool)
	}{
		{"MailboxDay", 0, func() func(func(*tenant.AuditEntry, error) bool) {
			return tn.Audit(box, tenant.AuditQuery{Start: day, End: day.AddDate(0, 0, 1)})
		}},
		{"NewestOfMailbox", 1, func() func(func(*tenant.AuditEntry, error) bool) { return tn.Audit(box, tenant.AuditQuery{}) }},
		{"ActorWeek", 0, func() func(func(*tenant.AuditEntry, error) bool) {
			return tn.AuditAll(AuditQuery{Actors: []string{"Pilar Pinilla"}, AuditQuery: week})
		}},
		{"FirstOfOperation", 1, func() func(func(*tenant.AuditEntry, error) bool) {
			return tn.AuditAll(AuditQuery{AuditQuery: tenant.AuditQuery{Operations: []string{"SendAs"}}})
		}},
		{"OperationWeek", 0, func() func(func(*tenant.AuditEntry, error) bool) {
			return tn.AuditAll(AuditQuery{AuditQuery: tenant.AuditQuery{Start: week.Start, End: week.End, Operations: []string{"SendAs"}}})
		}},
	} {
		b.Run(search.name, func(b *testing.B) {
			for b.Loop() {
				n := 0
				for _, err := range search.entries() {
					require.NoError(b, err)
					if n++; n == search.most {
						break
					}
				}
				b.ReportMetric(float64(n), "entries")
			}
		})
	}
}

func BenchmarkOpenSeeded(b *testing.B) {
	dir := b.TempDir()
	s, err := Open(dir, Options{})
	require.NoError(b, err)
	_, err = Seed(s, SeedOptions{})
	require.NoError(b, err)
	require.NoError(b, s.Close())
	for b.Loop() {
		s, err := Open(dir, Options{})
		require.NoError(b, err)
		_, err = s.Open("")
		require.NoError(b, err)
		require.NoError(b, s.Close())
	}
}
