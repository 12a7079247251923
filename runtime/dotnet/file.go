package dotnet

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"exolab/runtime/value"
)

var typeFile = &value.Type{Name: "File", FullName: "System.IO.File", Kind: value.KindObject, Base: value.TypeObject, IsAbstract: true}

// ioError turns an error of the file system into .NET's exception for a path.
func ioError(err error, path string) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if _, statErr := os.Stat(filepath.Dir(path)); statErr != nil {
			return throw("System.IO.DirectoryNotFoundException", "Could not find a part of the path '%s'.", path)
		}
		e := value.NewException("System.IO.FileNotFoundException", "Could not find file '"+path+"'.")
		setData(e, "FileName", value.Str(path))
		return e
	case errors.Is(err, fs.ErrExist):
		return throw("System.IO.IOException", "The file '%s' already exists.", path)
	case errors.Is(err, fs.ErrPermission):
		return throw("System.UnauthorizedAccessException", "Access to the path '%s' is denied.", path)
	}
	if info, statErr := os.Stat(path); statErr == nil && info.IsDir() {
		return throw("System.UnauthorizedAccessException", "Access to the path '%s' is denied.", path)
	}
	return throw("System.IO.IOException", "The process cannot access the file '%s'.", path)
}

// pathArgument is the full path that an argument names.
func pathArgument(c *value.Call, i int) (string, error) {
	if text(c, i) == "" {
		return "", throwParam(exArgument, "path", "The value cannot be an empty string.")
	}
	return fullPath(c.Env, text(c, i)), nil
}

// onFile makes a body whose first argument is a path.
func onFile(f func(path string, c *value.Call) (value.Value, error)) body {
	return func(c *value.Call) (value.Value, error) {
		path, err := pathArgument(c, 0)
		if err != nil {
			return value.Null, err
		}
		return f(path, c)
	}
}

func loadFile(t *value.Type, m *value.Members) {
	b := table{t, m}
	b.static("bool Exists(string path)", give(func(c *value.Call) value.Value {
		info, err := os.Stat(fullPath(c.Env, text(c, 0)))
		return value.Bool(text(c, 0) != "" && err == nil && !info.IsDir())
	}))
	loadFileReading(b)
	loadFileWriting(b)
	loadFileStreams(b)
	b.static("void Delete(string path)", onFile(func(path string, _ *value.Call) (value.Value, error) {
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return value.Null, ioError(err, path)
		}
		return value.Void, nil
	}))
	b.static("void Copy(string sourceFileName, string destFileName, bool overwrite = false)", copyFile)
	b.static("void Move(string sourceFileName, string destFileName, bool overwrite = false)", moveFile)
	for _, zone := range []string{"", "Utc"} {
		for _, what := range []string{"GetLastWriteTime", "GetCreationTime", "GetLastAccessTime"} {
			b.static("datetime "+what+zone+"(string path)", onFile(func(path string, _ *value.Call) (value.Value, error) {
				return fileTime(path, zone == "")
			}))
		}
	}
	b.static("System.IO.FileAttributes GetAttributes(string path)", onFile(func(path string, _ *value.Call) (value.Value, error) {
		info, err := os.Stat(path)
		if err != nil {
			return value.Null, ioError(err, path)
		}
		return value.Enum(mustType("System.IO.FileAttributes"), fileAttributes(info)), nil
	}))
}

func loadFileReading(b table) {
	read := func(f func(s string) value.Value) body {
		return onFile(func(path string, c *value.Call) (value.Value, error) {
			raw, err := os.ReadFile(path)
			if err != nil {
				return value.Null, ioError(err, path)
			}
			by := encodingUTF8
			if len(c.Args) > 1 {
				by = of[*Encoding](c.Args[1])
			}
			return f(by.decodeFile(raw)), nil
		})
	}
	all := read(func(s string) value.Value { return value.Str(s) })
	lines := read(func(s string) value.Value { return value.Strings(splitLines(s)...) })
	b.static("string ReadAllText(string path)", all)
	b.static("string ReadAllText(string path, System.Text.Encoding encoding)", all)
	b.static("string[] ReadAllLines(string path)", lines)
	b.static("string[] ReadAllLines(string path, System.Text.Encoding encoding)", lines)
	b.static("System.Collections.Generic.IEnumerable[string] ReadLines(string path)", lines)
	b.static("byte[] ReadAllBytes(string path)", onFile(func(path string, _ *value.Call) (value.Value, error) {
		raw, err := os.ReadFile(path)
		if err != nil {
			return value.Null, ioError(err, path)
		}
		return ByteArray(raw), nil
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

func loadFileWriting(b table) {
	write := func(flags int, content func(v value.Value) string) body {
		return onFile(func(path string, c *value.Call) (value.Value, error) {
			by := encodingUTF8
			if len(c.Args) > 2 {
				by = of[*Encoding](c.Args[2])
			}
			_, statErr := os.Stat(path)
			raw := by.encode(content(c.Args[1]))
			if flags&os.O_TRUNC != 0 || statErr != nil {
				raw = append(by.preamble(), raw...)
			}
			return value.Void, writeFile(path, flags, raw)
		})
	}
	whole := func(v value.Value) string { return v.Text() }
	lines := func(v value.Value) string {
		var out strings.Builder
		for _, line := range itemsOf(v) {
			out.WriteString(line.Text() + "\n")
		}
		return out.String()
	}
	const replace, extend = os.O_CREATE | os.O_TRUNC, os.O_CREATE | os.O_APPEND
	for _, encoding := range []string{"", ", System.Text.Encoding encoding"} {
		b.static("void WriteAllText(string path, string contents"+encoding+")", write(replace, whole))
		b.static("void AppendAllText(string path, string contents"+encoding+")", write(extend, whole))
		b.static("void WriteAllLines(string path, string[] contents"+encoding+")", write(replace, lines))
		b.static("void WriteAllLines(string path, System.Collections.Generic.IEnumerable[string] contents"+encoding+")", write(replace, lines))
		b.static("void AppendAllLines(string path, System.Collections.Generic.IEnumerable[string] contents"+encoding+")", write(extend, lines))
	}
	b.static("void WriteAllBytes(string path, byte[] bytes)", onFile(func(path string, c *value.Call) (value.Value, error) {
		return value.Void, writeFile(path, replace, Bytes(c.Args[1]))
	}))
}

func writeFile(path string, flags int, raw []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|flags, 0o644)
	if err != nil {
		return ioError(err, path)
	}
	if _, err = f.Write(raw); err == nil {
		err = f.Close()
	}
	if err != nil {
		return ioError(err, path)
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
	raw, err := os.ReadFile(from)
	if err != nil {
		return value.Null, ioError(err, from)
	}
	if _, statErr := os.Stat(to); statErr == nil && !truth(c, 2) {
		return value.Null, throw("System.IO.IOException", "The file '%s' already exists.", to)
	}
	return value.Void, writeFile(to, os.O_CREATE|os.O_TRUNC, raw)
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
		return value.Null, ioError(statErr, from)
	}
	if _, statErr := os.Stat(to); statErr == nil && !truth(c, 2) {
		return value.Null, throw("System.IO.IOException", "Cannot create a file when that file already exists.")
	}
	if err := os.Rename(from, to); err != nil {
		return value.Null, ioError(err, to)
	}
	return value.Void, nil
}
