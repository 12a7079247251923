package store_test

import (
	"bytes"
	"os"
	"regexp"
	"strconv"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/store"
)

// residentTables is how much of the tables of a directory is in the process's
// memory, in KB.
func residentTables(t *testing.T, dir string) int {
	t.Helper()
	smaps, err := os.ReadFile("/proc/self/smaps")
	require.NoError(t, err)
	total := 0
	for _, m := range regexp.MustCompile(regexp.QuoteMeta(dir)+`/\d+\.sst\n(?:.*\n)*?Rss: +(\d+) kB`).FindAllSubmatch(smaps, -1) {
		n, err := strconv.Atoi(string(m[1]))
		require.NoError(t, err)
		total += n
	}
	return total
}

func TestReleasedTablesAreReadAgain(t *testing.T) {
	dir := t.TempDir()
	s, err := store.Open(dir, store.Options{})
	require.NoError(t, err)
	var text bytes.Buffer
	largeOrganization(&text, 5, 20_000)
	_, err = s.Import(&text, store.ImportOptions{})
	require.NoError(t, err)
	require.NoError(t, s.Close())

	opened, err := store.Open(dir, store.Options{})
	require.NoError(t, err)
	defer opened.Close()
	first := hashOf(t, opened, "")
	before := residentTables(t, dir)
	require.Greater(t, before, 1000)
	store.ReleaseTables(opened)
	require.Less(t, residentTables(t, dir), before/4)
	require.Equal(t, first, hashOf(t, opened, ""))

	var reading sync.WaitGroup
	reading.Go(func() {
		for range 50 {
			store.ReleaseTables(opened)
		}
	})
	for range 3 {
		require.Equal(t, first, hashOf(t, opened, ""))
	}
	reading.Wait()
}
