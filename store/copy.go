package store

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/dgraph-io/badger/v4"
	"github.com/dgraph-io/badger/v4/table"
)

// errMoving is a directory whose files were merged while they were copied.
var errMoving = errors.New("the files change too fast")

// copyAttempts is how often a copy is begun anew when tables went in between.
const copyAttempts = 10

// copyDirectory copies the files of a store that another process may be writing
// to. The order makes the copy a state that the store was in:
//
//  1. The logs of the memtables. What is appended to them later is not there;
//     a change that is half there is dropped when the copy is opened.
//  2. The manifest. A log that went before it was copied is in a table of this
//     manifest: Badger enters the table first. Such a table may hold later
//     changes as well, but always all up to the last of them.
//  3. The tables of the manifest, which never change. If one is gone, it was
//     merged into others: the copying begins anew.
//  4. The value logs, to which values are written before their keys.
func copyDirectory(from, to string) error {
	for range copyAttempts {
		err := copyOnce(from, to)
		if !errors.Is(err, errMoving) {
			return err
		}
	}
	return errMoving
}

func copyOnce(from, to string) error {
	if err := removeMatching(to, "*.mem"); err != nil {
		return err
	}
	if err := copyMatching(from, to, "*.mem"); err != nil {
		return err
	}
	for _, name := range []string{badger.ManifestFilename, badger.KeyRegistryFileName} {
		if err := copyFile(filepath.Join(from, name), filepath.Join(to, name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	if err := copyTables(from, to); err != nil {
		return err
	}
	return copyMatching(from, to, "*.vlog")
}

func removeMatching(dir, pattern string) error {
	names, err := filepath.Glob(filepath.Join(dir, pattern))
	for _, name := range names {
		err = errors.Join(err, os.Remove(name))
	}
	return err
}

// copyMatching copies files by their names; those that went meanwhile are left out.
func copyMatching(from, to, pattern string) error {
	names, err := filepath.Glob(filepath.Join(from, pattern))
	if err != nil {
		return err
	}
	for _, name := range names {
		if err := copyFile(name, filepath.Join(to, filepath.Base(name))); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// copyTables copies the tables that the copied manifest lists and that are not
// copied yet.
func copyTables(from, to string) error {
	manifest, err := os.Open(filepath.Join(to, badger.ManifestFilename))
	if err != nil {
		return err
	}
	defer manifest.Close()
	listed, _, err := badger.ReplayManifestFile(manifest, 0, badgerOptions(to, Options{}))
	if err != nil {
		return err
	}
	for id := range listed.Tables {
		target := table.NewFilename(id, to)
		if sound, err := tableIsSound(target); err == nil && sound {
			continue
		}
		err := copyFile(table.NewFilename(id, from), target)
		if errors.Is(err, fs.ErrNotExist) {
			return errMoving
		}
		if err != nil {
			return err
		}
		if sound, err := tableIsSound(target); err != nil || !sound {
			return errors.Join(errMoving, os.Remove(target)) // it was cut to nothing
		}
	}
	return nil
}

// copyFile copies a file without storing blocks of zeros: logs are many times
// longer than what is in them.
func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	err = copySparse(out, in, filepath.Dir(to))
	if closeErr := out.Close(); err == nil {
		err = closeErr
	}
	return writeError(filepath.Dir(to), err)
}

func copySparse(out *os.File, in io.Reader, dir string) error {
	block, zeros := make([]byte, 64<<10), make([]byte, 64<<10)
	size := int64(0)
	for {
		n, err := io.ReadFull(in, block)
		if n > 0 && !bytes.Equal(block[:n], zeros[:n]) {
			if err := checkSpace(dir); err != nil {
				return err
			}
			if _, err := out.WriteAt(block[:n], size); err != nil {
				return err
			}
		}
		size += int64(n)
		switch {
		case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
			return out.Truncate(size)
		case err != nil:
			return err
		}
	}
}
