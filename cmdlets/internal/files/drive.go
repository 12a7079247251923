package files

import (
	"os"
	"path/filepath"
	"strings"

	"exolab/runtime"
)

// Drives maps the letters of Windows drives, in lower case, to directories.
// Default holds the drives that are not listed, each as a folder of its
// letter; it is "" where Windows paths are not mapped. Make makes such a folder
// at its first use.
type Drives struct {
	Letters map[string]string
	Default string
	Make    func(dir string)
}

type drivesKey struct{}

// SetDrives gives a session its Windows drives.
func SetDrives(s *runtime.Session, d Drives) { s.Services[drivesKey{}] = d }

// OnWindowsDrive turns `C:\folder` into the directory that stands for it.
func OnWindowsDrive(s *runtime.Session, path string) string {
	if len(path) < 2 || path[1] != ':' || !isLetter(path[0]) {
		return path
	}
	d, ok := s.Services[drivesKey{}].(Drives)
	if !ok {
		return path
	}
	letter, rest := strings.ToLower(path[:1]), strings.ReplaceAll(path[2:], `\`, "/")
	if dir, ok := d.Letters[letter]; ok {
		return asSpelled(dir, rest)
	}
	if d.Default == "" {
		return path
	}
	dir := filepath.Join(d.Default, strings.ToUpper(letter))
	if _, err := os.Lstat(dir); err != nil && d.Make != nil {
		d.Make(dir)
	}
	return asSpelled(dir, rest)
}

// asSpelled joins a folder and a path below it, whose parts are spelled as what is
// there: on Windows upper and lower case are the same.
func asSpelled(dir, rest string) string {
	whole := filepath.Join(dir, rest)
	below, err := filepath.Rel(dir, whole)
	if err != nil || strings.HasPrefix(below, "..") {
		return whole
	}
	for part := range strings.SplitSeq(below, "/") {
		dir = filepath.Join(dir, spelled(dir, part))
	}
	return dir
}

// spelled returns the name of an entry of a folder as it is spelled there; a name
// that nothing has stays as it is.
func spelled(dir, name string) string {
	if _, err := os.Lstat(filepath.Join(dir, name)); err == nil {
		return name
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return name
	}
	for _, e := range entries {
		if strings.EqualFold(e.Name(), name) {
			return e.Name()
		}
	}
	return name
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// Mapped reports whether a path begins with a Windows drive that stands for a
// directory.
func Mapped(s *runtime.Session, path string) bool { return OnWindowsDrive(s, path) != path }
