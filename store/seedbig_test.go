package store

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func BenchmarkSeed100000(b *testing.B) {
	for b.Loop() {
		s, err := Open(b.TempDir(), Options{})
		require.NoError(b, err)
		_, err = Seed(s, SeedOptions{Mailboxes: 100, Entries: 100_000, Clock: &testNow})
		require.NoError(b, err)
		require.NoError(b, s.Close())
	}
}
