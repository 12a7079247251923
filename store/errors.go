package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/dgraph-io/badger/v4"
)

// The reasons for which the store refuses something. Test with errors.Is; the
// text of the error that carries one is a full sentence for the user.
var (
	ErrLocked   = errors.New("store is locked")
	ErrNewer    = errors.New("store is of a newer version")
	ErrDamaged  = errors.New("store is damaged")
	ErrNoSpace  = errors.New("no space left")
	ErrAccess   = errors.New("store is not accessible")
	ErrReadOnly = errors.New("store is read-only")
	ErrUnknown  = errors.New("organization is not there")
	ErrExists   = errors.New("organization is already there")
	ErrTooLarge = errors.New("change is too large for one transaction")
)

// Error is what the store refuses, in a sentence, and why.
type Error struct {
	// Reason is one of the Err variables of this package.
	Reason error
	// Text is one sentence that says what is wrong and what to do.
	Text string
}

// Error returns the sentence.
func (e *Error) Error() string { return e.Text }

// Unwrap returns the reason.
func (e *Error) Unwrap() error { return e.Reason }

func refuse(reason error, format string, args ...any) error {
	return &Error{Reason: reason, Text: fmt.Sprintf(format, args...)}
}

// LineError is a line of an import file that cannot be taken.
type LineError struct {
	Line int // 1 is the first
	Text string
}

// Error names the line and what is wrong with it.
func (e *LineError) Error() string {
	return fmt.Sprintf("Line %d: %s. Nothing was imported.", e.Line, strings.TrimSuffix(e.Text, "."))
}

// openError turns what Badger says about a directory into one sentence.
func openError(dir string, err error) error {
	text := err.Error()
	switch {
	case isNoSpace(err):
		return noSpace(dir)
	case strings.Contains(text, "Cannot acquire directory lock"), strings.Contains(text, "Another process is using"):
		return refuse(ErrLocked, "The data directory %s is in use by another exolab process%s; "+
			"end that one, or use --data or --memory.", dir, holder(dir))
	case errors.Is(err, fs.ErrPermission):
		return refuse(ErrAccess, "The data directory %s cannot be opened: access is denied.", dir)
	case errors.Is(err, syscall.EROFS), strings.Contains(text, syscall.EROFS.Error()):
		return refuse(ErrAccess, "The data directory %s cannot be opened: its file system may only be read.", dir)
	case errors.Is(err, syscall.ENOTDIR), errors.Is(err, fs.ErrExist):
		return refuse(ErrAccess, "The data directory %s cannot be opened: it is not a directory.", dir)
	case errors.Is(err, fs.ErrNotExist):
		return refuse(ErrAccess, "The data directory %s does not exist.", dir)
	case strings.Contains(text, "unsupported version"), strings.Contains(text, "external magic number"):
		return newer(dir)
	}
	return damaged(dir)
}

// lockFile is where Badger writes the process that has a directory open.
const lockFile = "LOCK"

// holder names the process that has a directory open, in parentheses; "" if that
// is not known, as of one that only reads.
func holder(dir string) string {
	text, err := os.ReadFile(filepath.Join(dir, lockFile))
	pid := strings.TrimSpace(string(text))
	if err != nil || pid == "" {
		return ""
	}
	return " (pid " + pid + ")"
}

func newer(dir string) error {
	return refuse(ErrNewer, "The data directory %s was written by a newer version of exolab; "+
		"use that version, or another directory with --data.", dir)
}

func damaged(dir string) error {
	return refuse(ErrDamaged, "The data directory %s is damaged and cannot be read; "+
		"restore a backup into a new directory, or move it away to start afresh.", dir)
}

func noSpace(dir string) error {
	return refuse(ErrNoSpace, "There is no space left for the data directory %s; nothing was changed.", dir)
}

func isNoSpace(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || errors.Is(err, syscall.EFBIG) ||
		strings.Contains(err.Error(), "no space left on device")
}

// writeError turns what Badger says about a commit into one sentence; errors of
// other origin stay as they are.
func writeError(dir string, err error) error {
	switch {
	case err == nil:
		return nil
	case isNoSpace(err):
		return noSpace(dir)
	case errors.Is(err, badger.ErrTxnTooBig):
		return refuse(ErrTooLarge, "The change is too large to be made at once; nothing was changed.")
	case errors.Is(err, badger.ErrReadOnlyTxn):
		return refuse(ErrReadOnly, "The data directory %s is open for reading only.", dir)
	}
	return err
}
