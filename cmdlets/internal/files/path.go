package files

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/memory"
	"exolab/runtime/sandbox"
	"exolab/runtime/value"
)

// Resolve returns the operating system's path for a path as scripts write it:
// relative to the current location, with backslashes, `~`, a provider prefix
// or a Windows drive.
func Resolve(s *runtime.Session, path string) string {
	if _, rest, ok := strings.Cut(path, "::"); ok {
		path = rest
	}
	return s.FilePath(path)
}

// Failure returns the error record for a failed operation on a file, with
// .NET's exception and words.
func Failure(err error, path, id string, category value.Category) *errs.Record {
	exception, message := "System.IO.IOException", err.Error()
	var inner *fs.PathError
	if errors.As(err, &inner) {
		message = inner.Err.Error()
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		exception, message = missing(path)
	case errors.Is(err, fs.ErrPermission):
		exception, message = "System.UnauthorizedAccessException", sandbox.Denied(err, path)
		category = value.PermissionDenied
	case errors.Is(err, memory.ErrExceeded):
		return errs.FromException(value.OutOfMemory())
	case errors.Is(err, syscall.ENOSPC):
		message = fmt.Sprintf("No space left on device : '%s'", path)
		category = value.WriteError
	case errors.Is(err, syscall.EISDIR):
		exception, message = "System.UnauthorizedAccessException", fmt.Sprintf("Access to the path '%s' is denied.", path)
	}
	return errs.New(exception, message, id, category, value.Str(path))
}

// missing tells a missing file from a missing folder, as .NET does.
func missing(path string) (exception, message string) {
	if _, err := os.Stat(filepath.Dir(path)); err != nil {
		return "System.IO.DirectoryNotFoundException", fmt.Sprintf("Could not find a part of the path '%s'.", path)
	}
	return "System.IO.FileNotFoundException", fmt.Sprintf("Could not find file '%s'.", path)
}

// PathNotFound is the record of a path that leads nowhere.
func PathNotFound(path string) *errs.Record {
	return errs.New("System.Management.Automation.ItemNotFoundException", fmt.Sprintf("Cannot find path '%s' because it does not exist.", path),
		"PathNotFound", value.ObjectNotFound, value.Str(path))
}
