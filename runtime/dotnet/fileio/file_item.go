package fileio

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/netfmt"
	"exolab/runtime/sandbox"
	"exolab/runtime/value"
)

var (
	typeFileSystemInfo = &value.Type{Name: "FileSystemInfo", FullName: "System.IO.FileSystemInfo", Kind: value.KindObject, Base: value.TypeObject, IsAbstract: true}
	typeFileInfo       = &value.Type{Name: "FileInfo", FullName: "System.IO.FileInfo", Kind: value.KindObject, Base: typeFileSystemInfo}
	typeDirectoryInfo  = &value.Type{Name: "DirectoryInfo", FullName: "System.IO.DirectoryInfo", Kind: value.KindObject, Base: typeFileSystemInfo}
)

// FileItem is a System.IO.FileInfo or DirectoryInfo. What the file system says
// is read once, on first use, as .NET does.
type FileItem struct {
	value.Extended
	// Path is the full path, Original the one the object was made from.
	Path, Original string
	// Directory is set for a DirectoryInfo.
	Directory bool

	info   fs.FileInfo
	asked  bool
	absent bool
}

// NewFileItem returns the FileInfo or, for a folder, DirectoryInfo of a full
// path; info may be nil.
func NewFileItem(path string, directory bool, info fs.FileInfo) *FileItem {
	return &FileItem{Path: path, Original: path, Directory: directory, info: info, asked: info != nil}
}

// PSType returns FileInfo or DirectoryInfo.
func (f *FileItem) PSType() *value.Type {
	if f.Directory {
		return typeDirectoryInfo
	}
	return typeFileInfo
}

// String is the path that the object was made from.
func (f *FileItem) String() string { return f.Original }

// Name is the last part of the path.
func (f *FileItem) Name() string { return filepath.Base(f.Path) }

// Stat returns what the file system knows of the file, nil where there is none.
func (f *FileItem) Stat() fs.FileInfo {
	if !f.asked {
		f.asked = true
		info, err := os.Stat(f.Path)
		f.info, f.absent = info, err != nil
	}
	if f.absent {
		return nil
	}
	return f.info
}

// Refresh forgets what was read.
func (f *FileItem) Refresh() { f.asked, f.absent, f.info = false, false, nil }

// Suffix is the last part of the name from its dot on.
func (f *FileItem) Suffix() string { return extension(f.Path) }

// Exists reports whether there is a file (or folder) of that path.
func (f *FileItem) Exists() bool {
	info := f.Stat()
	return info != nil && info.IsDir() == f.Directory
}

// LastWrite is the time of the last change.
func (f *FileItem) LastWrite(local bool) netfmt.DateTime {
	return momentOf(f.Stat(), written, local)
}

// Attributes returns .NET's FileAttributes, -1 where there is no file.
func (f *FileItem) Attributes() int64 {
	info := f.Stat()
	if info == nil {
		return -1
	}
	n := fileAttributes(info)
	if link, err := os.Lstat(f.Path); err == nil && link.Mode()&fs.ModeSymlink != 0 {
		n = n&^128 | 1024
	}
	return n
}

// LinkTarget is where a symbolic link leads to, or "".
func (f *FileItem) LinkTarget() string {
	target, err := os.Readlink(f.Path)
	if err != nil {
		return ""
	}
	return target
}

func newDirectoryItem(path string) value.Value { return value.Obj(NewFileItem(path, true, nil)) }

func optional(s string) value.Value {
	if s == "" {
		return value.Null
	}
	return value.Str(s)
}

func loadFileSystemInfo(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	item := func(sig string, f func(f *FileItem) value.Value) {
		b.Get(sig, func(v value.Value) value.Value { return f(dotnet.Of[*FileItem](v)) })
	}
	attributes := func(_ value.Env, v value.Value) (value.Value, error) {
		return value.Enum(dotnet.MustType("System.IO.FileAttributes"), dotnet.Of[*FileItem](v).Attributes()), nil
	}
	item("string FullName", func(f *FileItem) value.Value { return value.Str(f.Path) })
	item("string Extension", func(f *FileItem) value.Value { return value.Str(f.Suffix()) })
	item("string Name", func(f *FileItem) value.Value { return value.Str(f.Name()) })
	item("bool Exists", func(f *FileItem) value.Value { return value.Bool(f.Exists()) })
	for _, what := range []fileMoment{created, accessed, written} {
		for _, zone := range []string{"", "Utc"} {
			b.Property("datetime "+what.String()+zone, func(_ value.Env, v value.Value) (value.Value, error) {
				return dotnet.DateValue(momentOf(dotnet.Of[*FileItem](v).Stat(), what, zone == "")), nil
			}, setFileTime(what))
		}
	}
	item("string LinkTarget", func(f *FileItem) value.Value { return optional(f.LinkTarget()) })
	loadModeProperty(b)
	b.Property("System.IO.FileAttributes Attributes", attributes, setAttributes)
	b.Method("void Refresh()", dotnet.Run(func(c *value.Call) { dotnet.Of[*FileItem](c.This).Refresh() }))
	b.Method("string ToString()", dotnet.Give(func(c *value.Call) value.Value { return value.Str(dotnet.Of[*FileItem](c.This).Original) }))
}

func setAttributes(_ value.Env, v, to value.Value) error {
	f := dotnet.Of[*FileItem](v)
	info := f.Stat()
	if info == nil {
		return IOError(fs.ErrNotExist, f.Path)
	}
	mode := info.Mode().Perm() | 0o200
	if to.Int64()&1 != 0 {
		mode &^= 0o222
	}
	f.Refresh()
	return IOError(sandbox.Chmod(f.Path, mode), f.Path)
}

func setFileTime(what fileMoment) func(env value.Env, v, to value.Value) error {
	return func(_ value.Env, v, to value.Value) error {
		f := dotnet.Of[*FileItem](v)
		f.Refresh()
		return setMoment(f.Path, what, to)
	}
}

func loadFileInfo(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	loadFileTypeData(b)
	b.Constructor("(string fileName)", newItem(false))
	b.Property("long Length", func(_ value.Env, v value.Value) (value.Value, error) {
		f := dotnet.Of[*FileItem](v)
		info := f.Stat()
		if info == nil || info.IsDir() {
			return value.Null, IOError(fs.ErrNotExist, f.Path)
		}
		return value.Long(info.Size()), nil
	}, nil)
	b.Get("string DirectoryName", func(v value.Value) value.Value { return value.Str(filepath.Dir(dotnet.Of[*FileItem](v).Path)) })
	b.Get("System.IO.DirectoryInfo Directory", func(v value.Value) value.Value { return newDirectoryItem(filepath.Dir(dotnet.Of[*FileItem](v).Path)) })
	b.Property("bool IsReadOnly", func(_ value.Env, v value.Value) (value.Value, error) {
		n := dotnet.Of[*FileItem](v).Attributes()
		return value.Bool(n >= 0 && n&1 != 0), nil
	}, func(env value.Env, v, to value.Value) error { return setAttributes(env, v, value.Int(int(to.Int64()))) })
	b.Method("void Delete()", dotnet.Do(func(c *value.Call) error {
		f := dotnet.Of[*FileItem](c.This)
		f.Refresh()
		return IOError(sandbox.Remove(f.Path), f.Path)
	}))
	copyTo := func(c *value.Call) (value.Value, error) {
		path := dotnet.Of[*FileItem](c.This).Path
		if _, err := copyFile(&value.Call{Env: c.Env, Args: []value.Value{value.Str(path), c.Args[0], c.Args[1]}}); err != nil {
			return value.Null, err
		}
		return value.Obj(NewFileItem(fullPath(c.Env, dotnet.TextArg(c, 0)), false, nil)), nil
	}
	b.Method("System.IO.FileInfo CopyTo(string destFileName, bool overwrite = false)", copyTo)
	b.Method("void MoveTo(string destFileName, bool overwrite = false)", moveItemTo)
	loadEncryption(b.Method, "")
	b.Method("System.IO.FileStream Open(System.IO.FileStreamOptions options)", func(c *value.Call) (value.Value, error) {
		return openWith(dotnet.Of[*FileItem](c.This).Path, c)
	})
	loadItemLinks(b)
	loadItemOpening(b)
}

func moveItemTo(c *value.Call) (value.Value, error) {
	f := dotnet.Of[*FileItem](c.This)
	to := fullPath(c.Env, dotnet.TextArg(c, 0))
	if _, err := os.Stat(to); err == nil && (len(c.Args) < 2 || !dotnet.BoolArg(c, 1)) {
		return value.Null, IOError(fs.ErrExist, to)
	}
	if err := sandbox.Rename(f.Path, to); err != nil {
		return value.Null, IOError(err, f.Path)
	}
	f.Path, f.Original = to, to
	f.Refresh()
	return value.Void, nil
}

func newItem(directory bool) dotnet.Body {
	return func(c *value.Call) (value.Value, error) {
		path, err := pathArgument(c, 0)
		if err != nil {
			return value.Null, err
		}
		f := NewFileItem(path, directory, nil)
		f.Original = dotnet.TextArg(c, 0)
		return value.Obj(f), nil
	}
}

func loadDirectoryInfo(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	loadFileTypeData(b)
	b.Constructor("(string path)", newItem(true))
	b.Get("System.IO.DirectoryInfo Parent", func(v value.Value) value.Value {
		path := dotnet.Of[*FileItem](v).Path
		if path == "/" {
			return value.Null
		}
		return newDirectoryItem(filepath.Dir(path))
	})
	b.Get("System.IO.DirectoryInfo Root", func(value.Value) value.Value { return newDirectoryItem("/") })
	b.Method("void Create()", dotnet.Do(func(c *value.Call) error {
		f := dotnet.Of[*FileItem](c.This)
		f.Refresh()
		return IOError(sandbox.MkdirAll(f.Path, 0o755), f.Path)
	}))
	b.Method("System.IO.DirectoryInfo CreateSubdirectory(string path)", func(c *value.Call) (value.Value, error) {
		path := filepath.Join(dotnet.Of[*FileItem](c.This).Path, dotnet.TextArg(c, 0))
		if err := sandbox.MkdirAll(path, 0o755); err != nil {
			return value.Null, IOError(err, path)
		}
		return newDirectoryItem(path), nil
	})
	b.Method("void Delete(bool recursive = false)", func(c *value.Call) (value.Value, error) {
		f := dotnet.Of[*FileItem](c.This)
		f.Refresh()
		if dotnet.BoolArg(c, 0) {
			return value.Void, IOError(sandbox.RemoveAll(f.Path), f.Path)
		}
		return value.Void, IOError(sandbox.Remove(f.Path), f.Path)
	})
	b.Method("void MoveTo(string destDirName)", moveItemTo)
	loadItemLinks(b)
	loadDirectoryLists(b)
}

// loadDirectoryLists adds GetFiles and its kin.
func loadDirectoryLists(b dotnet.Rows) {
	for name, wants := range map[string]struct {
		element string
		is      func(isDir bool) bool
	}{
		"Files":           {"System.IO.FileInfo", func(isDir bool) bool { return !isDir }},
		"Directories":     {"System.IO.DirectoryInfo", func(isDir bool) bool { return isDir }},
		"FileSystemInfos": {"System.IO.FileSystemInfo", func(bool) bool { return true }},
	} {
		list := func(c *value.Call) (value.Value, error) {
			args := append([]value.Value{c.This}, c.Args...)
			paths, err := listDirectory(dotnet.Of[*FileItem](c.This).Path, &value.Call{Env: c.Env, Args: args}, wants.is)
			if err != nil {
				return value.Null, err
			}
			items := dotnet.Of[*value.Array](paths).Items
			for i, p := range items {
				info, err := os.Stat(p.Text())
				items[i] = value.Obj(NewFileItem(p.Text(), err == nil && info.IsDir(), info))
			}
			return value.Obj(&value.Array{Elem: dotnet.MustType(wants.element), Items: items}), nil
		}
		for _, verb := range []string{wants.element + "[] Get", "System.Collections.Generic.IEnumerable[" + wants.element + "] Enumerate"} {
			b.Method(verb+name+"()", list)
			b.Method(verb+name+"(string searchPattern)", list)
			b.Method(verb+name+"(string searchPattern, System.IO.SearchOption searchOption)", list)
			b.Method(verb+name+"(string searchPattern, System.IO.EnumerationOptions enumerationOptions)", list)
		}
	}
}

// modeText is the Mode column: directory or link, archive, read-only, hidden,
// system.
func modeText(f *FileItem) string {
	n := f.Attributes()
	if n < 0 {
		return ""
	}
	mark := func(bit int64, letter string) string {
		if n&bit != 0 {
			return letter
		}
		return "-"
	}
	kind := mark(16, "d")
	if n&1024 != 0 {
		kind = "l"
	}
	return kind + mark(32, "a") + mark(1, "r") + mark(2, "h") + mark(4, "s")
}

// baseName is the name without its extension; folders have none.
func baseName(f *FileItem) string {
	if f.Directory {
		return f.Name()
	}
	return strings.TrimSuffix(f.Name(), f.Suffix())
}
