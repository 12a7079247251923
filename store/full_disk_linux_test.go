package store_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/store"
	"exolab/store/seed"
)

// smallDisk mounts a file system of a size in memory.
func smallDisk(t *testing.T, size string) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size="+size); err != nil {
		t.Skipf("a small file system cannot be mounted: %v (it takes the rights of root)", err)
	}
	t.Cleanup(func() { require.NoError(t, syscall.Unmount(dir, syscall.MNT_DETACH)) })
	return dir
}

// fullDisk names the small disk for the process that fills it.
const fullDisk = "EXOLAB_FULL_DISK"

// On a full disk a change is refused in one sentence, and the store is as it was
// once there is room again.
func TestFullDisk(t *testing.T) {
	disk := smallDisk(t, "160m")
	writer := exec.Command(os.Args[0], "-test.run=^TestFullDiskWriter$")
	writer.Env = append(os.Environ(), fullDisk+"="+disk)
	said, err := writer.CombinedOutput()
	require.NoError(t, err, string(said))

	dir := filepath.Join(disk, "data")
	_, err = store.Open(dir, store.Options{})
	require.ErrorIs(t, err, store.ErrNoSpace)
	require.NoError(t, os.Remove(filepath.Join(disk, "filler")))
	s, err := store.Open(dir, store.Options{})
	require.NoError(t, err)
	defer s.Close()
	checkChanges(t, s, 1)
	tn, err := s.Open("")
	require.NoError(t, err)
	change(t, tn, 3)
	checkChanges(t, s, 3)
}

// TestFullDiskWriter is not a test of its own: TestFullDisk runs it in a process
// of its own, which ends with the disk full.
func TestFullDiskWriter(t *testing.T) {
	disk := os.Getenv(fullDisk)
	if disk == "" {
		t.Skip("runs only inside TestFullDisk")
	}
	dir := filepath.Join(disk, "data")
	s, err := store.Open(dir, store.Options{})
	require.NoError(t, err)
	tn, err := seed.New(s, seed.Options{Clock: &testNow})
	require.NoError(t, err)
	change(t, tn, 1)
	fill(t, filepath.Join(disk, "filler"))
	err = tn.Update(func(w store.Writer) error { t.Error("no change may begin"); return nil })
	require.EqualError(t, err, "There is no space left for the data directory "+dir+"; nothing was changed.")
	var text bytes.Buffer
	largeOrganization(&text, 2, 100)
	_, err = s.Import(&text, store.ImportOptions{})
	require.ErrorIs(t, err, store.ErrNoSpace)
	checkChanges(t, s, 1) // reading goes on
	require.NoError(t, s.Close())
}

// fill writes until the disk is full.
func fill(t *testing.T, name string) {
	t.Helper()
	file, err := os.Create(name)
	require.NoError(t, err)
	block := make([]byte, 1<<20)
	for err == nil {
		_, err = file.Write(block)
	}
	require.ErrorIs(t, err, syscall.ENOSPC)
	require.NoError(t, file.Close())
}

// A directory that may only be read is refused in one sentence and stays as it is.
func TestReadOnlyDirectory(t *testing.T) {
	disk := smallDisk(t, "160m")
	dir := filepath.Join(disk, "data")
	s, err := store.Open(dir, store.Options{})
	require.NoError(t, err)
	_, err = seed.New(s, seed.Options{Clock: &testNow})
	require.NoError(t, err)
	require.NoError(t, s.Close())
	require.NoError(t, syscall.Mount("", disk, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""))
	_, err = store.Open(dir, store.Options{})
	require.ErrorIs(t, err, store.ErrAccess)
	require.Contains(t, err.Error(), dir)
	s, err = store.Open(dir, store.Options{ReadOnly: true})
	require.NoError(t, err)
	defer s.Close()
	_, err = s.Open("")
	require.NoError(t, err)
}
