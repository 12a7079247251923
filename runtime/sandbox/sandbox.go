// Package sandbox is the one gate between scripts and the file system: what a
// script writes, moves, removes or changes goes through its functions, which
// are those of package os with a question before them. Reading needs no leave
// but the user's own rights.
//
// Until Restrict is called everything is allowed, as a library and its tests
// need it; the program calls it before the first script runs.
package sandbox

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
)

// roots are the resolved directories below which scripts may write; nil allows
// everything.
var roots atomic.Pointer[[]string]

// Restrict lets scripts write below these directories only, wherever symbolic
// links and ".." lead. Directories that do not exist yet are taken as named.
func Restrict(dirs ...string) error {
	list := make([]string, 0, len(dirs))
	for _, dir := range dirs {
		root, err := resolve(dir, true)
		if err != nil {
			return err
		}
		list = append(list, root)
	}
	roots.Store(&list)
	return nil
}

// ErrOutside is the cause of a refusal. It counts as fs.ErrPermission.
var ErrOutside error = outside{}

type outside struct{}

func (outside) Error() string {
	return "scripts may write only below the directory that exolab was started in, its data directory, the temporary directory and the folders given by --allow-write"
}

func (outside) Is(target error) bool { return target == fs.ErrPermission }

// Denied is the text of a denied access: .NET's, with the rule where it was the
// sandbox that refused.
func Denied(err error, path string) string {
	if errors.Is(err, ErrOutside) {
		return fmt.Sprintf("Access to the path '%s' is denied: %s.", path, ErrOutside)
	}
	return fmt.Sprintf("Access to the path '%s' is denied.", path)
}

// target asks for leave to change what a path leads to.
func target(op, path string) error {
	return ask(op, path, true)
}

// entry asks for leave to change the directory entry itself, as removing and
// renaming do: a link there is not followed, and a root is not its own entry.
func entry(op, path string) error {
	return ask(op, path, false)
}

func ask(op, path string, follow bool) error {
	list := roots.Load()
	if list == nil || path == os.DevNull {
		return nil
	}
	resolved, err := resolve(path, follow)
	if err != nil {
		return &fs.PathError{Op: op, Path: path, Err: err}
	}
	for _, root := range *list {
		if below(resolved, root) || follow && resolved == root {
			return nil
		}
	}
	return &fs.PathError{Op: op, Path: path, Err: ErrOutside}
}

func below(path, root string) bool {
	return strings.HasPrefix(path, strings.TrimSuffix(root, string(filepath.Separator))+string(filepath.Separator)) && path != root
}

// maxLinks is how many symbolic links a path may lead through.
const maxLinks = 40

// resolve returns the absolute path without symbolic links; the last part is
// followed only if follow is set. Parts that do not exist stay as they are.
func resolve(path string, follow bool) (string, error) {
	if !filepath.IsAbs(path) {
		// Not filepath.Abs: it takes ".." away before links are followed.
		dir, err := os.Getwd()
		if err != nil {
			return "", err
		}
		path = dir + string(filepath.Separator) + path
	}
	volume := filepath.VolumeName(path)
	done := volume + string(filepath.Separator)
	rest := parts(path[len(volume):])
	for links := 0; len(rest) > 0; {
		next := rest[0]
		rest = rest[1:]
		if next == ".." {
			done = filepath.Dir(done)
			continue
		}
		here := filepath.Join(done, next)
		link, err := os.Readlink(here)
		if err != nil || len(rest) == 0 && !follow {
			done = here
			continue
		}
		if links++; links > maxLinks {
			return "", fmt.Errorf("too many symbolic links")
		}
		if filepath.IsAbs(link) {
			done = filepath.VolumeName(link) + string(filepath.Separator)
			link = link[len(filepath.VolumeName(link)):]
		}
		rest = append(parts(link), rest...)
	}
	return done, nil
}

// parts splits a path at its separators; empty parts and "." go.
func parts(path string) []string {
	var out []string
	for part := range strings.SplitSeq(filepath.ToSlash(path), "/") {
		if part != "" && part != "." {
			out = append(out, part)
		}
	}
	return out
}
