package store_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"strconv"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/store"
	"exolab/store/seed"
)

// writer changes a store without pause: both attributes of a mailbox to the
// number of the step, and from time to time a whole organization.
type writer struct {
	acknowledged atomic.Int64
	ended        atomic.Bool
	done         chan struct{}
}

func startWriter(t *testing.T, s store.Store) *writer {
	t.Helper()
	tn, _, err := seed.OpenOrNew(s, "", seed.Options{Clock: &testNow})
	require.NoError(t, err)
	w := &writer{done: make(chan struct{})}
	var text bytes.Buffer
	largeOrganization(&text, 5, crashEntries)
	change(t, tn, 0)
	go func() {
		defer close(w.done)
		for step := 1; !w.ended.Load(); step++ {
			change(t, tn, step)
			w.acknowledged.Store(int64(step))
			if step%50 == 0 {
				_, err := s.Import(bytes.NewReader(text.Bytes()), store.ImportOptions{CreateOptions: store.CreateOptions{Replace: true}})
				require.NoError(t, err)
			}
		}
	}()
	return w
}

func (w *writer) stop() {
	w.ended.Store(true)
	<-w.done
}

// checkState wants a store that is whole and has at least the changes up to one.
func checkState(t *testing.T, s store.Store, last int) {
	t.Helper()
	checkChanges(t, s, last)
	if tn, err := s.Open("Large"); err == nil {
		counts, err := tn.Counts()
		require.NoError(t, err)
		require.Equal(t, crashEntries, counts.AuditEntries)
	}
}

func TestReadingBesideAWriter(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", t.TempDir())
	s, err := store.Open(dir, store.Options{})
	require.NoError(t, err)
	defer s.Close()
	w := startWriter(t, s)
	defer w.stop()
	for range 10 {
		last := int(w.acknowledged.Load())
		beside, err := store.OpenBeside(dir, store.Options{})
		require.NoError(t, err)
		checkState(t, beside, last)
		var out bytes.Buffer
		require.NoError(t, beside.Export(&out, "", nil))
		require.ErrorIs(t, beside.Select(seed.Name), store.ErrReadOnly)
		require.NoError(t, beside.Close())
	}
	left, err := filepath.Glob(filepath.Join(os.TempDir(), "*"))
	require.NoError(t, err)
	require.Empty(t, left)
	t.Logf("%s changes in the meantime", strconv.Itoa(int(w.acknowledged.Load())))
}

// hashOf is the SHA-256 of what an organization exports.
func hashOf(t *testing.T, s store.Store, name string) string {
	t.Helper()
	sum := sha256.New()
	require.NoError(t, s.Export(sum, name, nil))
	return hex.EncodeToString(sum.Sum(nil))
}

// TestBackupWhileWriting restores backups that were written while the store was
// changed, and compares each with a store in which the same changes were made up
// to the same one.
func TestBackupWhileWriting(t *testing.T) {
	s, err := store.Open(t.TempDir(), store.Options{})
	require.NoError(t, err)
	defer s.Close()
	w := startWriter(t, s)
	defer w.stop()

	same := memory(t)
	reference, err := seed.New(same, seed.Options{Clock: &testNow})
	require.NoError(t, err)
	var text bytes.Buffer
	largeOrganization(&text, 5, crashEntries)
	_, err = same.Import(&text, store.ImportOptions{})
	require.NoError(t, err)

	made, seen := 0, map[int]bool{}
	for range 5 {
		first := int(w.acknowledged.Load())
		var backup bytes.Buffer
		require.NoError(t, s.Backup(&backup))
		last := int(w.acknowledged.Load()) + 1 // it may be made and not yet acknowledged
		restored := memory(t)
		require.NoError(t, restored.Restore(&backup))
		step := stepOf(t, restored)
		require.GreaterOrEqual(t, step, first)
		require.LessOrEqual(t, step, last)
		for ; made <= step; made++ {
			change(t, reference, made)
		}
		require.Equal(t, hashOf(t, same, seed.Name), hashOf(t, restored, seed.Name))
		if _, err := restored.Open("Large"); err == nil {
			require.Equal(t, hashOf(t, same, "Large"), hashOf(t, restored, "Large"))
		}
		seen[step] = true
	}
	require.Greater(t, len(seen), 1, "nothing was written between the backups")
}

// stepOf is the last change that a store has.
func stepOf(t *testing.T, s store.Store) int {
	t.Helper()
	tn, err := s.Open(seed.Name)
	require.NoError(t, err)
	var step int
	require.NoError(t, tn.View(func(r store.Reader) error {
		m, err := r.Mailbox("donh")
		require.NoError(t, err)
		step, err = strconv.Atoi(m.Properties.Text("CustomAttribute1"))
		return err
	}))
	return step
}
