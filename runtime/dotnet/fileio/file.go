package fileio

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"exolab/runtime/dotnet"
	"exolab/runtime/dotnet/numbers"
	"exolab/runtime/dotnet/text"
	"exolab/runtime/interrupt"
	"exolab/runtime/memory"
	"exolab/runtime/sandbox"
	"exolab/runtime/value"
)

var typeFile = &value.Type{Name: "File", FullName: "System.IO.File", Kind: value.KindObject, Base: value.TypeObject, IsAbstract: true}

// IOError turns an error of the file system into .NET's exception for a path.
func IOError(err error, path string) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, syscall.ENOTEMPTY):
		return dotnet.Throw("System.IO.IOException", "Directory not empty : '%s'", path)
	case errors.Is(err, fs.ErrNotExist):
		if _, statErr := os.Stat(filepath.Dir(path)); statErr != nil {
			return dotnet.Throw("System.IO.DirectoryNotFoundException", "Could not find a part of the path '%s'.", path)
		}
		e := value.NewException("System.IO.FileNotFoundException", "Could not find file '"+path+"'.")
		dotnet.SetData(e, "FileName", value.Str(path))
		return e
	case errors.Is(err, fs.ErrExist):
		return dotnet.Throw("System.IO.IOException", "The file '%s' already exists.", path)
	case errors.Is(err, memory.ErrExceeded):
		return value.OutOfMemory()
	case errors.Is(err, interrupt.ErrStopped):
		return interrupt.ErrStopped
	case errors.Is(err, fs.ErrPermission):
		return dotnet.Throw("System.UnauthorizedAccessException", "%s", sandbox.Denied(err, path))
	}
	if info, statErr := os.Stat(path); statErr == nil && info.IsDir() {
		return dotnet.Throw("System.UnauthorizedAccessException", "Access to the path '%s' is denied.", path)
	}
	return dotnet.Throw("System.IO.IOException", "The process cannot access the file '%s'.", path)
}

// pathArgument is the full path that an argument names.
func pathArgument(c *value.Call, i int) (string, error) {
	if dotnet.TextArg(c, i) == "" {
		return "", dotnet.ThrowParam(dotnet.ExArgument, "path", "The value cannot be an empty string.")
	}
	return fullPath(c.Env, dotnet.TextArg(c, i)), nil
}

// OnFile makes a body whose first argument is a path.
func OnFile(f func(path string, c *value.Call) (value.Value, error)) dotnet.Body {
	return func(c *value.Call) (value.Value, error) {
		path, err := pathArgument(c, 0)
		if err != nil {
			return value.Null, err
		}
		return f(path, c)
	}
}

func loadFile(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	b.Static("bool Exists(string path)", dotnet.Give(func(c *value.Call) value.Value {
		info, err := os.Stat(fullPath(c.Env, dotnet.TextArg(c, 0)))
		return value.Bool(dotnet.TextArg(c, 0) != "" && err == nil && !info.IsDir())
	}))
	loadFileReading(b)
	loadFileWriting(b)
	loadFileStreams(b)
	b.Static("void Delete(string path)", OnFile(func(path string, _ *value.Call) (value.Value, error) {
		if err := sandbox.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return value.Null, IOError(err, path)
		}
		return value.Void, nil
	}))
	loadLinks(b, false)
	loadUnixModes(b)
	b.Static("void Copy(string sourceFileName, string destFileName, bool overwrite = false)", copyFile)
	b.Static("void Move(string sourceFileName, string destFileName, bool overwrite = false)", moveFile)
	loadFileTimes(b)
	loadFileMore(b)
	b.Static("System.IO.FileAttributes GetAttributes(string path)", OnFile(func(path string, _ *value.Call) (value.Value, error) {
		info, err := os.Stat(path)
		if err != nil {
			return value.Null, IOError(err, path)
		}
		return value.Enum(dotnet.MustType("System.IO.FileAttributes"), fileAttributes(info)), nil
	}))
}

func loadFileReading(b dotnet.Rows) {
	read := func(f func(s string) value.Value) dotnet.Body {
		return OnFile(func(path string, c *value.Call) (value.Value, error) {
			raw, err := sandbox.ReadFile(path)
			if err != nil {
				return value.Null, IOError(err, path)
			}
			by := text.EncodingUTF8
			if len(c.Args) > 1 {
				by = dotnet.Of[*text.Encoding](c.Args[1])
			}
			return f(by.DecodeFile(raw)), nil
		})
	}
	all := read(func(s string) value.Value { return value.Str(s) })
	lines := read(func(s string) value.Value { return value.Strings(splitLines(s)...) })
	b.Static("string ReadAllText(string path)", all)
	b.Static("string ReadAllText(string path, System.Text.Encoding encoding)", all)
	b.Static("string[] ReadAllLines(string path)", lines)
	b.Static("string[] ReadAllLines(string path, System.Text.Encoding encoding)", lines)
	b.Static("System.Collections.Generic.IEnumerable[string] ReadLines(string path)", lines)
	b.Static("System.Collections.Generic.IEnumerable[string] ReadLines(string path, System.Text.Encoding encoding)", lines)
	b.Static("byte[] ReadAllBytes(string path)", OnFile(func(path string, _ *value.Call) (value.Value, error) {
		raw, err := sandbox.ReadFile(path)
		if err != nil {
			return value.Null, IOError(err, path)
		}
		return numbers.ByteArray(raw), nil
	}))
}

func splitLines(s string) []string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.ReplaceAll(s, "\r", "\n")
	if s == "" {
		return nil
	}
	return strings.Split(strings.TrimSuffix(s, "\n"), "\n")
}

func loadFileWriting(b dotnet.Rows) {
	write := func(flags int, content func(v value.Value) string) dotnet.Body {
		return OnFile(func(path string, c *value.Call) (value.Value, error) {
			by := text.EncodingUTF8
			if len(c.Args) > 2 {
				by = dotnet.Of[*text.Encoding](c.Args[2])
			}
			_, statErr := os.Stat(path)
			raw := by.Encode(content(c.Args[1]))
			if flags&os.O_TRUNC != 0 || statErr != nil {
				raw = append(by.Preamble(), raw...)
			}
			return value.Void, WriteFile(path, flags, raw)
		})
	}
	whole := func(v value.Value) string { return v.Text() }
	lines := func(v value.Value) string {
		var out strings.Builder
		for _, line := range dotnet.ItemsOf(v) {
			out.WriteString(line.Text() + "\n")
		}
		return out.String()
	}
	const replace, extend = os.O_CREATE | os.O_TRUNC, os.O_CREATE | os.O_APPEND
	for _, encoding := range []string{"", ", System.Text.Encoding encoding"} {
		b.Static("void WriteAllText(string path, string contents"+encoding+")", write(replace, whole))
		b.Static("void AppendAllText(string path, string contents"+encoding+")", write(extend, whole))
		b.Static("void WriteAllLines(string path, string[] contents"+encoding+")", write(replace, lines))
		b.Static("void WriteAllLines(string path, System.Collections.Generic.IEnumerable[string] contents"+encoding+")", write(replace, lines))
		b.Static("void AppendAllLines(string path, System.Collections.Generic.IEnumerable[string] contents"+encoding+")", write(extend, lines))
	}
	b.Static("void WriteAllBytes(string path, byte[] bytes)", OnFile(func(path string, c *value.Call) (value.Value, error) {
		return value.Void, WriteFile(path, replace, numbers.Bytes(c.Args[1]))
	}))
}

// WriteFile writes bytes as the flags of sandbox.OpenFile say, with .NET's errors.
func WriteFile(path string, flags int, raw []byte) error {
	f, err := sandbox.OpenFile(path, os.O_WRONLY|flags, 0o644)
	if err != nil {
		return IOError(err, path)
	}
	if _, err = f.Write(raw); err == nil {
		err = f.Close()
	}
	if err != nil {
		return IOError(err, path)
	}
	return nil
}

func copyFile(c *value.Call) (value.Value, error) {
	from, err := pathArgument(c, 0)
	if err != nil {
		return value.Null, err
	}
	to, err := pathArgument(c, 1)
	if err != nil {
		return value.Null, err
	}
	raw, err := sandbox.ReadFile(from)
	if err != nil {
		return value.Null, IOError(err, from)
	}
	if _, statErr := os.Stat(to); statErr == nil && !dotnet.BoolArg(c, 2) {
		return value.Null, dotnet.Throw("System.IO.IOException", "The file '%s' already exists.", to)
	}
	return value.Void, WriteFile(to, os.O_CREATE|os.O_TRUNC, raw)
}

func moveFile(c *value.Call) (value.Value, error) {
	from, err := pathArgument(c, 0)
	if err != nil {
		return value.Null, err
	}
	to, err := pathArgument(c, 1)
	if err != nil {
		return value.Null, err
	}
	if _, statErr := os.Stat(from); statErr != nil {
		return value.Null, IOError(statErr, from)
	}
	if _, statErr := os.Stat(to); statErr == nil && !dotnet.BoolArg(c, 2) {
		return value.Null, dotnet.Throw("System.IO.IOException", "Cannot create a file when that file already exists.")
	}
	if err := sandbox.Rename(from, to); err != nil {
		return value.Null, IOError(err, to)
	}
	return value.Void, nil
}
