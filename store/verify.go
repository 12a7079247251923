package store

import (
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/dgraph-io/badger/v4"
	"github.com/dgraph-io/badger/v4/table"
)

// footerField is the size of a length at the end of a table file.
const footerField = 4

// checkTables looks whether the table files of a directory end as they should.
// Badger reads them in goroutines of its own, where a panic over a file that was
// cut short could not be caught; what lies between is covered by checksums. Only
// the files that the manifest lists count: a process that was killed leaves
// others behind half written, which Badger removes.
func checkTables(dir string, o badger.Options) error {
	file, err := os.Open(filepath.Join(dir, badger.ManifestFilename))
	if err != nil {
		return nil // a new directory, or one that Badger will complain about
	}
	defer file.Close()
	manifest, _, err := badger.ReplayManifestFile(file, 0, o)
	if err != nil {
		return nil // Badger will tell
	}
	for id := range manifest.Tables {
		sound, err := tableIsSound(table.NewFilename(id, dir))
		if errors.Is(err, fs.ErrNotExist) {
			sound, err = false, nil
		}
		if err != nil {
			return openError(dir, err)
		}
		if !sound {
			return damaged(dir)
		}
	}
	return nil
}

// tableIsSound checks the lengths at the end of a file: index, its length,
// checksum, its length.
func tableIsSound(name string) (bool, error) {
	file, err := os.Open(name)
	if err != nil {
		return false, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return false, err
	}
	rest := info.Size()
	for range 2 {
		if rest < footerField {
			return false, nil
		}
		rest -= footerField
		length, err := lengthAt(file, rest)
		if err != nil {
			return false, err
		}
		if rest -= length; rest < 0 {
			return false, nil
		}
	}
	return true, nil
}

func lengthAt(r io.ReaderAt, offset int64) (int64, error) {
	var field [footerField]byte
	if _, err := r.ReadAt(field[:], offset); err != nil {
		return 0, err
	}
	return int64(binary.BigEndian.Uint32(field[:])), nil
}
