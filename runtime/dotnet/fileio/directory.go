package fileio

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/sandbox"
	"exolab/runtime/value"
)

var typeDirectory = &value.Type{Name: "Directory", FullName: "System.IO.Directory", Kind: value.KindObject, Base: value.TypeObject, IsAbstract: true}

func fileAttributes(info fs.FileInfo) int64 {
	var n int64
	if info.IsDir() {
		n |= 16
	}
	if info.Mode()&0o200 == 0 {
		n |= 1
	}
	if strings.HasPrefix(info.Name(), ".") {
		n |= 2
	}
	if n == 0 {
		return 128
	}
	return n
}

func loadDirectory(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	b.Static("bool Exists(string path)", dotnet.Give(func(c *value.Call) value.Value {
		info, err := os.Stat(fullPath(c.Env, dotnet.TextArg(c, 0)))
		return value.Bool(dotnet.TextArg(c, 0) != "" && err == nil && info.IsDir())
	}))
	b.Static("System.IO.DirectoryInfo CreateDirectory(string path)", OnFile(func(path string, _ *value.Call) (value.Value, error) {
		if err := sandbox.MkdirAll(path, 0o755); err != nil {
			return value.Null, IOError(err, path)
		}
		return newDirectoryItem(path), nil
	}))
	b.Static("System.IO.DirectoryInfo CreateDirectory(string path, System.IO.UnixFileMode unixCreateMode)", OnFile(func(path string, c *value.Call) (value.Value, error) {
		if err := sandbox.MkdirAll(path, modeOf(c.Args[1])); err != nil {
			return value.Null, IOError(err, path)
		}
		return newDirectoryItem(path), nil
	}))
	loadLinks(b, true)
	b.Static("void Delete(string path, bool recursive = false)", OnFile(func(path string, c *value.Call) (value.Value, error) {
		if _, err := os.Stat(path); err != nil {
			return value.Null, dotnet.Throw("System.IO.DirectoryNotFoundException", "Could not find a part of the path '%s'.", path)
		}
		if dotnet.BoolArg(c, 1) {
			return value.Void, IOError(sandbox.RemoveAll(path), path)
		}
		return value.Void, IOError(sandbox.Remove(path), path)
	}))
	loadDirectoryMore(b)
	b.Static("string GetCurrentDirectory()", dotnet.Give(func(c *value.Call) value.Value { return value.Str(c.Env.WorkingDirectory()) }))
	b.Static("System.IO.DirectoryInfo CreateTempSubdirectory(string prefix = \"\")", func(c *value.Call) (value.Value, error) {
		prefix := ""
		if len(c.Args) > 0 {
			prefix = dotnet.TextArg(c, 0)
		}
		path, err := sandbox.MkdirTemp("", prefix+"*")
		return newDirectoryItem(path), IOError(err, path)
	})
	b.Static("string[] GetLogicalDrives()", dotnet.Give(func(*value.Call) value.Value { return value.Strings("/") }))
	for name, wants := range map[string]func(isDir bool) bool{
		"Files":             func(isDir bool) bool { return !isDir },
		"Directories":       func(isDir bool) bool { return isDir },
		"FileSystemEntries": func(bool) bool { return true },
	} {
		list := OnFile(func(path string, c *value.Call) (value.Value, error) { return listDirectory(path, c, wants) })
		for _, verb := range []string{"string[] Get", "System.Collections.Generic.IEnumerable[string] Enumerate"} {
			b.Static(verb+name+"(string path)", list)
			b.Static(verb+name+"(string path, string searchPattern)", list)
			b.Static(verb+name+"(string path, string searchPattern, System.IO.SearchOption searchOption)", list)
			b.Static(verb+name+"(string path, string searchPattern, System.IO.EnumerationOptions enumerationOptions)", list)
		}
	}
}

func listDirectory(path string, c *value.Call, wants func(isDir bool) bool) (value.Value, error) {
	pattern, deep := "*", false
	if len(c.Args) > 1 {
		pattern = dotnet.TextArg(c, 1)
	}
	if len(c.Args) > 2 {
		if options, ok := value.As[*enumeration](c.Args[2]); ok {
			return options.enumerate(path, pattern, wants)
		}
		deep = c.Args[2].Int64() == 1
	}
	var out []string
	err := filepath.WalkDir(path, func(p string, e fs.DirEntry, err error) error {
		if err != nil || p == path {
			return err
		}
		if wants(e.IsDir()) && (pattern == "*.*" || dotnet.WildcardFolded(pattern, e.Name())) {
			out = append(out, p)
		}
		if e.IsDir() && !deep {
			return filepath.SkipDir
		}
		return nil
	})
	if err != nil {
		return value.Null, dotnet.Throw("System.IO.DirectoryNotFoundException", "Could not find a part of the path '%s'.", path)
	}
	return value.Strings(out...), nil
}
