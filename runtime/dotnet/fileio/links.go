package fileio

import (
	"io/fs"
	"os"
	"path/filepath"

	"exolab/runtime/dotnet"
	"exolab/runtime/sandbox"
	"exolab/runtime/value"
)

// link makes a symbolic link.
func link(path, target string, directory bool) (value.Value, error) {
	if target == "" {
		return value.Null, dotnet.ThrowParam(dotnet.ExArgument, "pathToTarget", "The value cannot be an empty string.")
	}
	if err := sandbox.Symlink(target, path); err != nil {
		return value.Null, IOError(err, path)
	}
	return value.Obj(NewFileItem(path, directory, nil)), nil
}

// linkTarget is what a link leads to: the next step, or the last one if final;
// null for what is no link.
func linkTarget(path string, final bool) (value.Value, error) {
	info, err := os.Lstat(path)
	if err != nil {
		return value.Null, IOError(err, path)
	}
	if info.Mode()&fs.ModeSymlink == 0 {
		return value.Null, nil
	}
	target, err := os.Readlink(path)
	if final && err == nil {
		target, err = filepath.EvalSymlinks(path)
	}
	if err != nil {
		return value.Null, IOError(err, path)
	}
	if !filepath.IsAbs(target) {
		target = filepath.Join(filepath.Dir(path), target)
	}
	to, err := os.Stat(target)
	return value.Obj(NewFileItem(target, err == nil && to.IsDir(), nil)), nil
}

// loadLinks adds the links of File or Directory.
func loadLinks(b dotnet.Rows, directory bool) {
	b.Static("System.IO.FileSystemInfo CreateSymbolicLink(string path, string pathToTarget)", OnFile(func(path string, c *value.Call) (value.Value, error) {
		return link(path, dotnet.TextArg(c, 1), directory)
	}))
	b.Static("System.IO.FileSystemInfo ResolveLinkTarget(string linkPath, bool returnFinalTarget)", OnFile(func(path string, c *value.Call) (value.Value, error) {
		return linkTarget(path, dotnet.BoolArg(c, 1))
	}))
}

// loadItemLinks adds the links of FileInfo and DirectoryInfo.
func loadItemLinks(b dotnet.Rows) {
	b.Method("void CreateAsSymbolicLink(string pathToTarget)", dotnet.Do(func(c *value.Call) error {
		f := dotnet.Of[*FileItem](c.This)
		f.Refresh()
		_, err := link(f.Path, dotnet.TextArg(c, 0), f.Directory)
		return err
	}))
	b.Method("System.IO.FileSystemInfo ResolveLinkTarget(bool returnFinalTarget)", func(c *value.Call) (value.Value, error) {
		return linkTarget(dotnet.Of[*FileItem](c.This).Path, dotnet.BoolArg(c, 0))
	})
}

// loadModeProperty adds the permissions of an item.
func loadModeProperty(b dotnet.Rows) {
	b.Property("System.IO.UnixFileMode UnixFileMode", func(_ value.Env, v value.Value) (value.Value, error) {
		info := dotnet.Of[*FileItem](v).Stat()
		if info == nil {
			return unixMode(-1), nil
		}
		return unixMode(int64(permissions(info.Mode()))), nil
	}, func(_ value.Env, v, to value.Value) error {
		f := dotnet.Of[*FileItem](v)
		f.Refresh()
		return IOError(sandbox.Chmod(f.Path, modeOf(to)), f.Path)
	})
}

func unixMode(n int64) value.Value { return value.Enum(dotnet.MustType("System.IO.UnixFileMode"), n) }

// The bits above the permissions, as Unix and as Go write them.
var specialBits = [...]struct {
	unix uint32
	mode fs.FileMode
}{{0o4000, fs.ModeSetuid}, {0o2000, fs.ModeSetgid}, {0o1000, fs.ModeSticky}}

// permissions are the twelve bits of a mode as Unix numbers them.
func permissions(m fs.FileMode) uint32 {
	n := uint32(m.Perm())
	for _, bit := range specialBits {
		if m&bit.mode != 0 {
			n |= bit.unix
		}
	}
	return n
}

// modeOf is the mode of twelve bits.
func modeOf(v value.Value) fs.FileMode {
	n := uint32(v.Int64())
	m := fs.FileMode(n & 0o777)
	for _, bit := range specialBits {
		if n&bit.unix != 0 {
			m |= bit.mode
		}
	}
	return m
}

// loadUnixModes adds the modes of File.
func loadUnixModes(b dotnet.Rows) {
	b.Static("System.IO.UnixFileMode GetUnixFileMode(string path)", OnFile(func(path string, _ *value.Call) (value.Value, error) {
		info, err := os.Stat(path)
		if err != nil {
			return value.Null, IOError(err, path)
		}
		return unixMode(int64(permissions(info.Mode()))), nil
	}))
	b.Static("void SetUnixFileMode(string path, System.IO.UnixFileMode mode)", OnFile(func(path string, c *value.Call) (value.Value, error) {
		return value.Void, IOError(sandbox.Chmod(path, modeOf(c.Args[1])), path)
	}))
}

// loadItemOpening adds the ways to open, make and replace a file from its
// FileInfo: those of File, by the file's path.
func loadItemOpening(b dotnet.Rows) {
	file := func(name string) dotnet.Body {
		return func(c *value.Call) (value.Value, error) {
			f := dotnet.Of[*FileItem](c.This)
			f.Refresh()
			method := typeFile.Members().LookupStatic(value.Fold(name)).Method
			return dotnet.CallMethod(c.Env, value.Null, method, append([]value.Value{value.Str(f.Path)}, c.Args...))
		}
	}
	for _, sig := range [...]string{"System.IO.FileStream Create()", "System.IO.FileStream OpenRead()", "System.IO.FileStream OpenWrite()",
		"System.IO.StreamReader OpenText()", "System.IO.StreamWriter CreateText()", "System.IO.StreamWriter AppendText()",
		"System.IO.FileStream Open(System.IO.FileMode mode)", "System.IO.FileStream Open(System.IO.FileMode mode, System.IO.FileAccess access)",
		"System.IO.FileStream Open(System.IO.FileMode mode, System.IO.FileAccess access, System.IO.FileShare share)"} {
		b.Method(sig, file(methodName(sig)))
	}
	for _, more := range [...]string{"", ", bool ignoreMetadataErrors"} {
		b.Method("System.IO.FileInfo Replace(string destinationFileName, string destinationBackupFileName"+more+")", func(c *value.Call) (value.Value, error) {
			return replaceFile(c, dotnet.Of[*FileItem](c.This).Path)
		})
	}
}

// methodName is the name in a signature.
func methodName(sig string) string {
	for i := range sig {
		if sig[i] == '(' {
			_, name := dotnet.CutLast(sig[:i])
			return name
		}
	}
	return sig
}

// replaceFile puts a file in the place of another, of which a copy stays under
// the name of the second argument.
func replaceFile(c *value.Call, path string) (value.Value, error) {
	to := fullPath(c.Env, dotnet.TextArg(c, 0))
	if _, err := os.Stat(to); err != nil {
		return value.Null, IOError(err, to)
	}
	if backup := dotnet.TextArg(c, 1); backup != "" {
		if err := sandbox.Rename(to, fullPath(c.Env, backup)); err != nil {
			return value.Null, IOError(err, to)
		}
	}
	if err := sandbox.Rename(path, to); err != nil {
		return value.Null, IOError(err, path)
	}
	return value.Obj(NewFileItem(to, false, nil)), nil
}
