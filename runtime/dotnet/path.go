package dotnet

import (
	"crypto/rand"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"

	"exolab/runtime/value"
)

var typePath = &value.Type{Name: "Path", FullName: "System.IO.Path", Kind: value.KindObject, Base: value.TypeObject, IsAbstract: true}

func isSeparator(c byte) bool { return c == '/' }

// splitName splits a path before its last name.
func splitName(path string) (dir, name string) {
	i := strings.LastIndexByte(path, '/') + 1
	return path[:i], path[i:]
}

func extension(path string) string {
	_, name := splitName(path)
	if i := strings.LastIndexByte(name, '.'); i >= 0 && i < len(name)-1 {
		return name[i:]
	}
	return ""
}

func stem(path string) string {
	_, name := splitName(path)
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		return name[:i]
	}
	return name
}

func combine(parts []string) string {
	out := ""
	for _, p := range parts {
		switch {
		case p == "":
		case out == "" || isSeparator(p[0]):
			out = p
		case isSeparator(out[len(out)-1]):
			out += p
		default:
			out += "/" + p
		}
	}
	return out
}

// fullPath makes a path absolute against the process's directory, which for
// scripts is the session's location.
func fullPath(env value.Env, path string) string {
	if !strings.HasPrefix(path, "/") {
		dir := "/"
		if env != nil {
			dir = env.WorkingDirectory()
		}
		path = dir + "/" + path
	}
	clean := filepath.Clean(path)
	if strings.HasSuffix(path, "/") && clean != "/" {
		clean += "/"
	}
	return clean
}

func loadPath(t *value.Type, m *value.Members) {
	b := table{t, m}
	b.constant("char DirectorySeparatorChar", value.Char('/'))
	b.constant("char AltDirectorySeparatorChar", value.Char('/'))
	b.constant("char PathSeparator", value.Char(':'))
	b.constant("char VolumeSeparatorChar", value.Char('/'))
	onPath := func(sig string, f func(path string) value.Value) {
		b.static(sig, give(func(c *value.Call) value.Value { return f(text(c, 0)) }))
	}
	onPath("string GetFileName(string path)", func(p string) value.Value { _, name := splitName(p); return value.Str(name) })
	onPath("string GetFileNameWithoutExtension(string path)", func(p string) value.Value { return value.Str(stem(p)) })
	onPath("string GetExtension(string path)", func(p string) value.Value { return value.Str(extension(p)) })
	onPath("string GetDirectoryName(string path)", directoryName)
	onPath("bool HasExtension(string path)", func(p string) value.Value { return value.Bool(extension(p) != "") })
	onPath("bool IsPathRooted(string path)", func(p string) value.Value { return value.Bool(strings.HasPrefix(p, "/")) })
	onPath("bool IsPathFullyQualified(string path)", func(p string) value.Value { return value.Bool(strings.HasPrefix(p, "/")) })
	onPath("string GetPathRoot(string path)", func(p string) value.Value {
		if strings.HasPrefix(p, "/") {
			return value.Str("/")
		}
		return value.Str("")
	})
	onPath("bool EndsInDirectorySeparator(string path)", func(p string) value.Value { return value.Bool(strings.HasSuffix(p, "/")) })
	onPath("string TrimEndingDirectorySeparator(string path)", func(p string) value.Value {
		if len(p) > 1 {
			p = strings.TrimSuffix(p, "/")
		}
		return value.Str(p)
	})
	onPath("bool Exists(string path)", func(p string) value.Value { _, err := os.Stat(p); return value.Bool(err == nil) })
	b.static("string GetFullPath(string path)", func(c *value.Call) (value.Value, error) {
		if text(c, 0) == "" {
			return value.Null, throwParam(exArgument, "path", "The value cannot be an empty string.")
		}
		return value.Str(fullPath(c.Env, text(c, 0))), nil
	})
	b.static("string ChangeExtension(string path, string extension)", give(changeExtension))
	loadPathCombine(b)
	b.static("string GetTempPath()", give(func(*value.Call) value.Value { return value.Str(strings.TrimSuffix(os.TempDir(), "/") + "/") }))
	b.static("string GetTempFileName()", tempFile)
	b.static("string GetRandomFileName()", give(func(*value.Call) value.Value {
		raw := make([]byte, 6)
		_, _ = rand.Read(raw)
		s := hex.EncodeToString(raw)
		return value.Str(s[:8] + "." + s[8:11])
	}))
	b.static("char[] GetInvalidFileNameChars()", give(func(*value.Call) value.Value { return chars([]uint16{0, '/'}) }))
	b.static("char[] GetInvalidPathChars()", give(func(*value.Call) value.Value { return chars([]uint16{0}) }))
	b.static("string GetRelativePath(string relativeTo, string path)", give(func(c *value.Call) value.Value {
		rel, err := filepath.Rel(fullPath(c.Env, text(c, 0)), fullPath(c.Env, text(c, 1)))
		if err != nil {
			return c.Args[1]
		}
		return value.Str(rel)
	}))
}

func directoryName(p string) value.Value {
	if p == "" || strings.Trim(p, "/") == "" {
		return value.Null
	}
	dir, _ := splitName(p)
	if trimmed := strings.TrimRight(dir, "/"); trimmed != "" || dir == "" {
		return value.Str(trimmed)
	}
	return value.Str("/")
}

func changeExtension(c *value.Call) value.Value {
	path, ext := text(c, 0), text(c, 1)
	dir, name := splitName(path)
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		name = name[:i]
	}
	if !c.Args[1].IsNull() && !strings.HasPrefix(ext, ".") {
		ext = "." + ext
	}
	return value.Str(dir + name + ext)
}

func loadPathCombine(b table) {
	joined := func(how func([]string) string) body {
		return give(func(c *value.Call) value.Value {
			var parts []string
			for _, a := range c.Args {
				for _, v := range itemsOf(a) {
					parts = append(parts, v.Text())
				}
			}
			return value.Str(how(parts))
		})
	}
	join := func(parts []string) string {
		out := ""
		for _, p := range parts {
			if out != "" && p != "" && !strings.HasSuffix(out, "/") && !strings.HasPrefix(p, "/") {
				out += "/"
			}
			out += p
		}
		return out
	}
	for name, how := range map[string]func([]string) string{"Combine": combine, "Join": join} {
		b.static("string "+name+"(string path1, string path2)", joined(how))
		b.static("string "+name+"(string path1, string path2, string path3)", joined(how))
		b.static("string "+name+"(string path1, string path2, string path3, string path4)", joined(how))
		b.static("string "+name+"(params string[] paths)", joined(how))
	}
}

func tempFile(*value.Call) (value.Value, error) {
	f, err := os.CreateTemp("", "tmp*.tmp")
	if err != nil {
		return value.Null, ioError(err, os.TempDir())
	}
	return value.Str(f.Name()), f.Close()
}
