package providers

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"exolab/cmdlets/internal/files"
	"exolab/runtime"
	"exolab/runtime/dotnet/fileio"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// Place is where a path leads to, whether something is there or not.
type Place struct {
	Drive *Drive
	// Path is the operating system's path of a file, or the name of an item
	// of another drive ("" for the drive itself).
	Path string
}

// Flat reports whether the place is on a drive that is no file system.
func (p Place) Flat() bool { return p.Drive.Items != nil }

// Text is the path as PowerShell shows it.
func (p Place) Text() string {
	switch {
	case p.Flat() && p.Path == "":
		return p.Drive.Name + ":/"
	case p.Flat():
		return p.Drive.Name + ":" + p.Path
	case p.Drive.Name == "/":
		return p.Path
	}
	rest := strings.TrimPrefix(strings.TrimPrefix(p.Path, strings.TrimSuffix(p.Drive.Root, "/")), "/")
	return p.Drive.Name + ":/" + rest
}

// Message is the path as error messages show it: the provider's own.
func (p Place) Message() string { return p.Path }

// Name is the last part of the path.
func (p Place) Name() string {
	if p.Flat() {
		return p.Path
	}
	return filepath.Base(p.Path)
}

// Resolve finds the place that a path leads to from the current location. The
// record is that of a drive or provider that does not exist.
func Resolve(s *runtime.Session, path string) (Place, *errs.Record) {
	st := stateOf(s)
	if name, rest, ok := strings.Cut(path, "::"); ok && !strings.ContainsAny(name, "/") {
		p := FindProvider(s, name)
		if p == nil {
			return Place{}, noProvider(name)
		}
		for _, d := range st.drives {
			if d.Provider == p && (d.Items != nil || d.Name == "/") {
				return d.at0(s, rest), nil
			}
		}
	}
	if name, rest, ok := strings.Cut(path, ":"); ok && name != "" && !strings.ContainsAny(name, "/\\.~") {
		if d := FindDrive(s, name); d != nil {
			return d.at0(s, rest), nil
		}
		if full := files.Resolve(s, path); files.Mapped(s, path) {
			return Place{Drive: FindDrive(s, "/"), Path: full}, nil
		}
		return Place{}, NoDrive(name)
	}
	absolute := path != "" && (path[0] == '/' || path[0] == '\\')
	if st.current != nil && st.current.Items != nil && path != "" && path[0] != '~' && !absolute {
		return st.current.at0(s, path), nil
	}
	if absolute || path != "" && path[0] == '~' || st.current == nil {
		return Place{Drive: FindDrive(s, "/"), Path: files.Resolve(s, path)}, nil
	}
	return Place{Drive: st.current, Path: files.Resolve(s, path)}, nil
}

// at0 is the place of a path on the drive: seen from its root after a slash,
// else from the drive's own current location.
func (d *Drive) at0(s *runtime.Session, rest string) Place {
	rest = strings.ReplaceAll(rest, `\`, "/")
	if d.Items != nil {
		rest = strings.Trim(rest, "/")
		if rest == "." || rest == ".." {
			rest = ""
		}
		return Place{Drive: d, Path: strings.TrimPrefix(rest, "./")}
	}
	if strings.HasPrefix(rest, "/") {
		return Place{Drive: d, Path: filepath.Join(d.Root, rest)}
	}
	return Place{Drive: d, Path: filepath.Join(LocationOf(s, d).Path, rest)}
}

// NoDrive is the record of a drive that does not exist.
func NoDrive(name string) *errs.Record {
	return errs.New("System.Management.Automation.DriveNotFoundException",
		fmt.Sprintf("Cannot find drive. A drive with the name '%s' does not exist.", name), "DriveNotFound", value.ObjectNotFound, value.Str(name))
}

func noProvider(name string) *errs.Record {
	return errs.New("System.Management.Automation.ProviderNotFoundException",
		fmt.Sprintf("Cannot find a provider with the name '%s'.", name), "ProviderNotFound", value.ObjectNotFound, value.Str(name))
}

// Exists reports whether there is something at the place.
func (p Place) Exists() bool {
	if p.Flat() {
		return p.Path == "" || !p.Drive.Items.Get(p.Path).IsVoid()
	}
	_, err := os.Lstat(p.Path)
	return err == nil
}

// IsContainer reports whether the place is a folder or a drive.
func (p Place) IsContainer() bool {
	if p.Flat() {
		return p.Path == ""
	}
	info, err := os.Stat(p.Path)
	return err == nil && info.IsDir()
}

// Child is the place of that name below p.
func (p Place) Child(name string) Place {
	if p.Flat() {
		return Place{Drive: p.Drive, Path: name}
	}
	return Place{Drive: p.Drive, Path: filepath.Join(p.Path, name)}
}

// Item returns the object at the place, Void where there is nothing.
func (p Place) Item() value.Value {
	if p.Flat() {
		if p.Path == "" {
			return value.List(p.Drive.Items.List()...)
		}
		return p.Drive.Items.Get(p.Path)
	}
	info, err := os.Stat(p.Path)
	if err != nil {
		if info, err = os.Lstat(p.Path); err != nil {
			return value.Void
		}
	}
	item := fileio.NewFileItem(p.Path, info.IsDir(), info)
	p.Note(item)
	return value.Obj(item)
}

// Note gives an item the properties by which provider cmdlets find it again.
func (p Place) Note(item value.Extensible) {
	prefix := p.Drive.Provider.Prefix() + "::"
	notes := &item.Extend().Members
	notes.Set("PSPath", value.Str(prefix+p.Path))
	parent := ""
	if p.Path != "/" && !p.Flat() {
		parent = prefix + filepath.Dir(p.Path)
	}
	notes.Set("PSParentPath", value.Str(parent))
	notes.Set("PSChildName", value.Str(p.Name()))
	file, ok := item.(*fileio.FileItem)
	if ok {
		notes.Set("UnixStat", fileio.NewUnixStat(p.Path))
	}
	notes.Set("PSDrive", value.Obj(p.Drive))
	notes.Set("PSProvider", value.Obj(p.Drive.Provider))
	notes.Set("PSIsContainer", value.Bool(ok && file.Directory))
}

// OnDrive is the operating system's path of a path that begins with a drive of
// files; any other path stays as it is.
func OnDrive(s *runtime.Session, path string) string {
	name, rest, ok := strings.Cut(path, ":")
	if !ok || name == "" || strings.ContainsAny(name, `/\.~`) {
		return path
	}
	if d := FindDrive(s, name); d != nil && d.Items == nil {
		return filepath.Join(d.Root, strings.ReplaceAll(rest, `\`, "/"))
	}
	return files.OnWindowsDrive(s, path)
}
