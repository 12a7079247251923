package store_test

import (
	"bytes"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"exolab/store"
	"exolab/store/seed"
)

// BenchmarkImport100000 imports JSON Lines. x-bare is how many times as long it
// takes as writing the same keys and values with Badger's WriteBatch.
func BenchmarkImport100000(b *testing.B) {
	const entries = 100_000
	var text bytes.Buffer
	largeOrganization(&text, 100, entries)
	imported := func() store.Store {
		s, err := store.Open(b.TempDir(), store.Options{})
		require.NoError(b, err)
		_, err = s.Import(bytes.NewReader(text.Bytes()), store.ImportOptions{})
		require.NoError(b, err)
		return s
	}
	s := imported()
	bare := store.BareWriting(b, s)
	require.NoError(b, s.Close())
	b.SetBytes(int64(text.Len()))
	for b.Loop() {
		require.NoError(b, imported().Close())
	}
	each := b.Elapsed() / time.Duration(b.N)
	b.ReportMetric(entries/each.Seconds(), "entries/s")
	b.ReportMetric(each.Seconds()/bare.Seconds(), "x-bare")
}

// BenchmarkSeed100000 makes an organization of 100 mailboxes and 100,000 entries.
func BenchmarkSeed100000(b *testing.B) {
	for b.Loop() {
		s, err := store.Open(b.TempDir(), store.Options{})
		require.NoError(b, err)
		_, err = seed.New(s, seed.Options{Mailboxes: 100, Entries: 100_000, Clock: &testNow})
		require.NoError(b, err)
		require.NoError(b, s.Close())
	}
}

func BenchmarkOpenSeeded(b *testing.B) {
	dir := b.TempDir()
	s, err := store.Open(dir, store.Options{})
	require.NoError(b, err)
	_, err = seed.New(s, seed.Options{})
	require.NoError(b, err)
	require.NoError(b, s.Close())
	benchmarkOpen(b, dir)
}

// benchmarkOpen opens and closes the default organization of a directory.
func benchmarkOpen(b *testing.B, dir string) {
	for b.Loop() {
		s, err := store.Open(dir, store.Options{})
		require.NoError(b, err)
		_, err = s.Open("")
		require.NoError(b, err)
		require.NoError(b, s.Close())
	}
}
