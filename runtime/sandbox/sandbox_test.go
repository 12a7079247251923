package sandbox

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// restrict allows one directory for the length of a test.
func restrict(t *testing.T, dir string) {
	require.NoError(t, Restrict(dir))
	t.Cleanup(func() { roots.Store(nil) })
}

func TestResolveFollowsLinksAsTheKernelDoes(t *testing.T) {
	base, err := filepath.EvalSymlinks(t.TempDir())
	require.NoError(t, err)
	require.NoError(t, os.MkdirAll(filepath.Join(base, "a", "b"), 0o755))
	require.NoError(t, os.Symlink("a/b", filepath.Join(base, "relative")))
	require.NoError(t, os.Symlink(filepath.Join(base, "a"), filepath.Join(base, "absolute")))
	require.NoError(t, os.Symlink("nowhere/at/all", filepath.Join(base, "dangling")))
	for path, want := range map[string]string{
		"a/x": "a/x", "relative/x": "a/b/x", "absolute/x": "a/x", "relative/../x": "a/x", "absolute/../x": "x", "a/./b//c": "a/b/c",
		"dangling": "nowhere/at/all", "missing/../x": "x",
	} {
		got, err := resolve(base+"/"+path, true)
		require.NoError(t, err)
		require.Equal(t, filepath.Join(base, want), got, path)
	}
	entry, err := resolve(base+"/absolute/../relative", false)
	require.NoError(t, err)
	require.Equal(t, filepath.Join(base, "relative"), entry)
}

func TestLinksInACircle(t *testing.T) {
	base := t.TempDir()
	require.NoError(t, os.Symlink("two", filepath.Join(base, "one")))
	require.NoError(t, os.Symlink("one", filepath.Join(base, "two")))
	_, err := resolve(filepath.Join(base, "one"), true)
	require.ErrorContains(t, err, "too many symbolic links")
}

func TestRefusal(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	restrict(t, in)
	require.NoError(t, WriteFile(filepath.Join(in, "x"), nil, 0o644))
	require.NoError(t, WriteFile(os.DevNull, nil, 0o644))
	_, err := OpenFile(out, os.O_RDONLY, 0)
	require.NoError(t, err, "reading is free")
	err = WriteFile(filepath.Join(out, "x"), nil, 0o644)
	require.ErrorIs(t, err, ErrOutside)
	require.True(t, errors.Is(err, fs.ErrPermission))
	require.Contains(t, Denied(err, "x"), "--allow-write")
	require.NotContains(t, Denied(fs.ErrPermission, "x"), "--allow-write")
	// A name that only begins like an allowed one is another directory.
	require.ErrorIs(t, MkdirAll(in+"2", 0o755), ErrOutside)
	require.ErrorIs(t, RemoveAll(in), ErrOutside)
	require.NoError(t, MkdirAll(in, 0o755))
}
