package store

import (
	"bytes"
	"os"
	"path/filepath"
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

// million is a store of a million entries, made once and kept for further runs
// if EXOLAB_BENCH_STORE names a directory.
func million(b *testing.B) string {
	b.Helper()
	dir := os.Getenv("EXOLAB_BENCH_STORE")
	if dir == "" {
		dir = b.TempDir()
	} else if _, err := os.Stat(filepath.Join(dir, "MANIFEST")); err == nil {
		return dir
	}
	s, err := Open(dir, Options{})
	require.NoError(b, err)
	reader, writer, err := os.Pipe()
	require.NoError(b, err)
	go func() {
		defer writer.Close()
		largeOrganization(writer, 100, 1_000_000)
	}()
	start := time.Now()
	_, err = s.Import(reader, ImportOptions{})
	require.NoError(b, err)
	require.NoError(b, s.Close())
	b.Logf("import of a million: %s", time.Since(start))
	return dir
}

func BenchmarkMillion(b *testing.B) {
	if testing.Short() {
		b.Skip("makes a store of a million entries")
	}
	dir := million(b)
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
	require.NoError(b, tn.View(func(r Reader) (err error) { box, err = r.Mailbox("user7@large.com"); return err }))
	day := testNow.AddDate(0, 0, -30).Truncate(24 * time.Hour)
	count := func(b *testing.B, entries func(func(*tenant.AuditEntry, error) bool)) {
		n := 0
		for _, err := range entries {
			require.NoError(b, err)
			n++
		}
		b.ReportMetric(float64(n), "entries")
	}
	b.Run("MailboxDay", func(b *testing.B) {
		for b.Loop() {
			count(b, tn.Audit(box, tenant.AuditQuery{Start: day, End: day.AddDate(0, 0, 1)}))
		}
	})
	b.Run("ActorWeek", func(b *testing.B) {
		for b.Loop() {
			count(b, tn.AuditAll(AuditQuery{Actors: []string{"User 9"}, AuditQuery: tenant.AuditQuery{Start: day, End: day.AddDate(0, 0, 7)}}))
		}
	})
	b.Run("NewestOfMailbox", func(b *testing.B) {
		for b.Loop() {
			for _, err := range tn.Audit(box, tenant.AuditQuery{}) {
				require.NoError(b, err)
				break
			}
		}
	})
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
