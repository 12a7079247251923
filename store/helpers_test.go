package store_test

import (
	"bytes"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"exolab/store"
	"exolab/store/seed"
)

var testNow = time.Date(2024, 6, 5, 15, 0, 0, 0, time.UTC)

// memory opens an empty store in memory.
func memory(t testing.TB) store.Store {
	t.Helper()
	s, err := store.Open("", store.Options{Memory: true})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, s.Close()) })
	return s
}

// seeded gives the seeded organization with a fixed clock, in memory.
func seeded(t testing.TB) (store.Store, store.Tenant) {
	t.Helper()
	s := memory(t)
	tn, err := seed.New(s, seed.Options{Clock: &testNow})
	require.NoError(t, err)
	return s, tn
}

func export(t testing.TB, s store.Store, name string) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, s.Export(&out, name, nil))
	return out.Bytes()
}
