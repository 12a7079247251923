package store

import (
	"bytes"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// BenchmarkImport100000 imports JSON Lines. x-bare is how many times as long it
// takes as writing the same keys and values with Badger's WriteBatch.
func BenchmarkImport100000(b *testing.B) {
	const entries = 100_000
	var text bytes.Buffer
	largeOrganization(&text, 100, entries)
	imported := func() Store {
		s, err := Open(b.TempDir(), Options{})
		require.NoError(b, err)
		_, err = s.Import(bytes.NewReader(text.Bytes()), ImportOptions{})
		require.NoError(b, err)
		return s
	}
	s := imported()
	bare := bareWriting(b, s)
	require.NoError(b, s.Close())
	b.SetBytes(int64(text.Len()))
	for b.Loop() {
		require.NoError(b, imported().Close())
	}
	each := b.Elapsed() / time.Duration(b.N)
	b.ReportMetric(entries/each.Seconds(), "entries/s")
	b.ReportMetric(each.Seconds()/bare.Seconds(), "x-bare")
}

// bareWriting is how long Badger takes to write what is in a store into a new one.
func bareWriting(b *testing.B, from Store) time.Duration {
	b.Helper()
	var pairs []pair
	require.NoError(b, from.(*badgerStore).view(func(kv keyValues) error {
		return kv.scan(nil, func(key, value []byte) error {
			pairs = append(pairs, pair{slices.Clone(key), slices.Clone(value)})
			return nil
		})
	}))
	dir := b.TempDir()
	start := time.Now()
	db, err := openBadger(dir, Options{})
	require.NoError(b, err)
	batch := db.NewWriteBatch()
	for _, p := range pairs {
		require.NoError(b, batch.Set(p.key, p.value))
	}
	require.NoError(b, batch.Flush())
	require.NoError(b, db.Close())
	return time.Since(start)
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

func BenchmarkOpenSeeded(b *testing.B) {
	dir := b.TempDir()
	s, err := Open(dir, Options{})
	require.NoError(b, err)
	_, err = Seed(s, SeedOptions{})
	require.NoError(b, err)
	require.NoError(b, s.Close())
	benchmarkOpen(b, dir)
}

// benchmarkOpen opens and closes the default organization of a directory.
func benchmarkOpen(b *testing.B, dir string) {
	for b.Loop() {
		s, err := Open(dir, Options{})
		require.NoError(b, err)
		_, err = s.Open("")
		require.NoError(b, err)
		require.NoError(b, s.Close())
	}
}
