package sandbox

import (
	"io/fs"
	"os"
	"time"
)

// OpenFile is os.OpenFile; opening for reading alone is always allowed.
func OpenFile(name string, flag int, perm fs.FileMode) (*os.File, error) {
	if flag&(os.O_WRONLY|os.O_RDWR|os.O_CREATE|os.O_TRUNC|os.O_APPEND) != 0 {
		if err := target("open", name); err != nil {
			return nil, err
		}
	}
	return os.OpenFile(name, flag, perm)
}

// WriteFile is os.WriteFile.
func WriteFile(name string, data []byte, perm fs.FileMode) error {
	if err := target("open", name); err != nil {
		return err
	}
	return os.WriteFile(name, data, perm)
}

// Truncate is os.Truncate.
func Truncate(name string, size int64) error {
	if err := target("truncate", name); err != nil {
		return err
	}
	return os.Truncate(name, size)
}

// MkdirAll is os.MkdirAll.
func MkdirAll(path string, perm fs.FileMode) error {
	if err := target("mkdir", path); err != nil {
		return err
	}
	return os.MkdirAll(path, perm)
}

// Remove is os.Remove.
func Remove(name string) error {
	if err := entry("remove", name); err != nil {
		return err
	}
	return os.Remove(name)
}

// RemoveAll is os.RemoveAll, which follows no links.
func RemoveAll(path string) error {
	if err := entry("remove", path); err != nil {
		return err
	}
	return os.RemoveAll(path)
}

// Rename is os.Rename; both places must be allowed.
func Rename(from, to string) error {
	if err := entry("rename", from); err != nil {
		return err
	}
	if err := entry("rename", to); err != nil {
		return err
	}
	return os.Rename(from, to)
}

// Symlink is os.Symlink. It may point anywhere: what is written through it is
// asked for then.
func Symlink(to, name string) error {
	if err := entry("symlink", name); err != nil {
		return err
	}
	return os.Symlink(to, name)
}

// Link is os.Link. A second name for a file is a way to write to it, so that
// the file itself must be allowed too.
func Link(to, name string) error {
	if err := target("link", to); err != nil {
		return err
	}
	if err := entry("link", name); err != nil {
		return err
	}
	return os.Link(to, name)
}

// Chmod is os.Chmod.
func Chmod(name string, mode fs.FileMode) error {
	if err := target("chmod", name); err != nil {
		return err
	}
	return os.Chmod(name, mode)
}

// Chtimes is os.Chtimes.
func Chtimes(name string, accessed, modified time.Time) error {
	if err := target("chtimes", name); err != nil {
		return err
	}
	return os.Chtimes(name, accessed, modified)
}

// CreateTemp is os.CreateTemp. A script may have set where temporary files go.
func CreateTemp(dir, pattern string) (*os.File, error) {
	if dir == "" {
		dir = os.TempDir()
	}
	if err := target("open", dir); err != nil {
		return nil, err
	}
	return os.CreateTemp(dir, pattern)
}

// MkdirTemp is os.MkdirTemp, by the same rule.
func MkdirTemp(dir, pattern string) (string, error) {
	if dir == "" {
		dir = os.TempDir()
	}
	if err := target("mkdir", dir); err != nil {
		return "", err
	}
	return os.MkdirTemp(dir, pattern)
}
