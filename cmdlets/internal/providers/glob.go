package providers

import (
	"os"
	"path/filepath"
	"sort"
	"strings"

	"exolab/cmdlets/internal/files"
	"exolab/cmdlets/internal/patterns"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// Options says which of the places that a path leads to are wanted.
type Options struct {
	// Literal takes wildcards in paths as they are.
	Literal bool
	// Force includes hidden files.
	Force            bool
	Filter           string
	Include, Exclude []string
	// AllowMissing gives a place without an item, too, for a path without
	// wildcards.
	AllowMissing bool
}

// Selects reports whether an item of that name passes -Filter, -Include and
// -Exclude.
func (o *Options) Selects(name string) bool {
	return (o.Filter == "" || matchFilter(o.Filter, name)) && patterns.Selected(name, o.Include, o.Exclude)
}

// matchFilter matches a file system filter: `*.*` is every name.
func matchFilter(filter, name string) bool {
	return filter == "*.*" || patterns.Match(filter, name)
}

// HasWildcard reports whether a path has a wildcard that is not escaped.
func HasWildcard(path string) bool {
	for i := 0; i < len(path); i++ {
		switch path[i] {
		case '`':
			i++
		case '*', '?', '[':
			return true
		}
	}
	return false
}

// Unescape takes the backticks of a path away.
func Unescape(path string) string {
	if !strings.Contains(path, "`") {
		return path
	}
	var out strings.Builder
	for i := 0; i < len(path); i++ {
		if path[i] == '`' && i+1 < len(path) {
			i++
		}
		out.WriteByte(path[i])
	}
	return out.String()
}

// Expand returns the places that a path leads to. A path without wildcards
// that leads nowhere gives a record.
func Expand(s *runtime.Session, path string, o Options) ([]Place, *errs.Record) {
	if o.Literal || !HasWildcard(path) {
		if !o.Literal {
			path = Unescape(path)
		}
		p, rec := Resolve(s, path)
		if rec != nil {
			return nil, rec
		}
		if !o.AllowMissing && !p.Exists() {
			return nil, files.PathNotFound(p.Path)
		}
		if !o.Selects(p.Name()) {
			return nil, nil
		}
		return []Place{p}, nil
	}
	p, rec := Resolve(s, path)
	if rec != nil {
		return nil, rec
	}
	if p.Flat() {
		return p.matchFlat(o), nil
	}
	var out []Place
	for _, found := range globFiles(p.Path, o.Force) {
		place := Place{Drive: p.Drive, Path: found}
		if o.Selects(place.Name()) {
			out = append(out, place)
		}
	}
	return out, nil
}

func (p Place) matchFlat(o Options) []Place {
	var out []Place
	for _, item := range p.Drive.Items.List() {
		name := p.Drive.Items.NameOf(item)
		if patterns.Match(p.Path, name) && o.Selects(name) {
			out = append(out, Place{Drive: p.Drive, Path: name})
		}
	}
	return out
}

// globFiles lists the files that an absolute pattern matches, folder by folder.
func globFiles(pattern string, force bool) []string {
	found := []string{"/"}
	parts := strings.Split(strings.Trim(pattern, "/"), "/")
	for i, part := range parts {
		var next []string
		last := i == len(parts)-1
		for _, dir := range found {
			if !HasWildcard(part) {
				if path := filepath.Join(dir, Unescape(part)); exists(path) {
					next = append(next, path)
				}
				continue
			}
			for _, e := range Entries(dir) {
				if (last || e.IsDir()) && (force || !Hidden(e.Name()) || part[0] == '.') && patterns.Match(part, e.Name()) {
					next = append(next, filepath.Join(dir, e.Name()))
				}
			}
		}
		found = next
	}
	return found
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// Hidden reports whether a file is left out unless -Force is given.
func Hidden(name string) bool { return strings.HasPrefix(name, ".") }

// Entries lists a folder as PowerShell does: folders, then files, each by
// name.
func Entries(dir string) []os.DirEntry {
	list, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	sort.SliceStable(list, func(i, j int) bool {
		if a, b := list[i].IsDir(), list[j].IsDir(); a != b {
			return a
		}
		return netfmt.CompareCulture(list[i].Name(), list[j].Name(), true) < 0
	})
	return list
}

// Children lists what is below a container and passes the options.
func (p Place) Children(o Options) []Place {
	var out []Place
	if p.Flat() {
		for _, item := range p.Drive.Items.List() {
			if name := p.Drive.Items.NameOf(item); o.Selects(name) {
				out = append(out, Place{Drive: p.Drive, Path: name})
			}
		}
		return out
	}
	for _, e := range Entries(p.Path) {
		if (o.Force || !Hidden(e.Name())) && o.Selects(e.Name()) {
			out = append(out, p.Child(e.Name()))
		}
	}
	return out
}

// Each calls yield for each place that the paths lead to; a record for a path
// that leads nowhere is written as an error of the command.
func Each(ctx *runtime.Context, paths []string, o Options, yield func(Place) error) error {
	for _, path := range paths {
		if path == "" && !o.Literal {
			if err := ctx.WriteError(emptyPath()); err != nil {
				return err
			}
			continue
		}
		places, rec := Expand(ctx.Session(), path, o)
		if rec != nil {
			if err := ctx.WriteError(rec); err != nil {
				return err
			}
			continue
		}
		for _, p := range places {
			if err := refuseCredential(ctx, p); err != nil {
				return err
			}
			if err := yield(p); err != nil {
				return err
			}
		}
	}
	return nil
}

// refuseCredential says that no drive takes -Credential once it is made.
func refuseCredential(ctx *runtime.Context, p Place) error {
	if !ctx.Bound("Credential") {
		return nil
	}
	message := "The FileSystem provider supports credentials only on the New-PSDrive cmdlet. Perform the operation again without specifying credentials."
	if p.Flat() {
		message = "The provider does not support the use of credentials. Perform the operation again without specifying credentials."
	}
	return ctx.Throw(errs.New("System.Management.Automation.PSNotSupportedException", message, "NotSupported", value.NotImplemented, value.Null))
}

func emptyPath() *errs.Record {
	return errs.New("System.Management.Automation.PSArgumentException", "Cannot process argument because the value of argument \"path\" is not valid. Change the value of the \"path\" argument and run the operation again.",
		"Argument", value.InvalidArgument, value.Null)
}
