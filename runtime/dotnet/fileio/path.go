package fileio

import (
	"crypto/rand"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/dotnet/text"
	"exolab/runtime/sandbox"
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
	b := dotnet.NewRows(t, m)
	b.Constant("char DirectorySeparatorChar", value.Char('/'))
	b.Constant("char AltDirectorySeparatorChar", value.Char('/'))
	b.Constant("char PathSeparator", value.Char(':'))
	b.Constant("char VolumeSeparatorChar", value.Char('/'))
	onPath := func(sig string, f func(path string) value.Value) {
		b.Static(sig, dotnet.Give(func(c *value.Call) value.Value { return f(dotnet.TextArg(c, 0)) }))
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
	b.Static("string GetFullPath(string path)", func(c *value.Call) (value.Value, error) {
		if dotnet.TextArg(c, 0) == "" {
			return value.Null, dotnet.ThrowParam(dotnet.ExArgument, "path", "The value cannot be an empty string.")
		}
		return value.Str(fullPath(c.Env, dotnet.TextArg(c, 0))), nil
	})
	b.Static("string ChangeExtension(string path, string extension)", dotnet.Give(changeExtension))
	loadPathCombine(b)
	b.Static("string GetTempPath()", dotnet.Give(func(*value.Call) value.Value { return value.Str(strings.TrimSuffix(os.TempDir(), "/") + "/") }))
	b.Static("string GetTempFileName()", tempFile)
	b.Static("string GetRandomFileName()", dotnet.Give(func(*value.Call) value.Value {
		raw := make([]byte, 6)
		_, _ = rand.Read(raw)
		s := hex.EncodeToString(raw)
		return value.Str(s[:8] + "." + s[8:11])
	}))
	b.Static("char[] GetInvalidFileNameChars()", dotnet.Give(func(*value.Call) value.Value { return text.Chars([]uint16{0, '/'}) }))
	b.Static("string GetFullPath(string path, string basePath)", func(c *value.Call) (value.Value, error) {
		path, base := dotnet.TextArg(c, 0), dotnet.TextArg(c, 1)
		if !strings.HasPrefix(base, "/") {
			return value.Null, dotnet.ThrowParam(dotnet.ExArgument, "basePath", "Basepath argument is not fully qualified.")
		}
		if strings.HasPrefix(path, "/") {
			return value.Str(fullPath(c.Env, path)), nil
		}
		return value.Str(fullPath(c.Env, strings.TrimSuffix(base, "/")+"/"+path)), nil
	})
	b.Constant("char[] InvalidPathChars", text.Chars([]uint16{0}))
	b.Static("char[] GetInvalidPathChars()", dotnet.Give(func(*value.Call) value.Value { return text.Chars([]uint16{0}) }))
	b.Static("string GetRelativePath(string relativeTo, string path)", dotnet.Give(func(c *value.Call) value.Value {
		rel, err := filepath.Rel(fullPath(c.Env, dotnet.TextArg(c, 0)), fullPath(c.Env, dotnet.TextArg(c, 1)))
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
	path, ext := dotnet.TextArg(c, 0), dotnet.TextArg(c, 1)
	dir, name := splitName(path)
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		name = name[:i]
	}
	if !c.Args[1].IsNull() && !strings.HasPrefix(ext, ".") {
		ext = "." + ext
	}
	return value.Str(dir + name + ext)
}

func loadPathCombine(b dotnet.Rows) {
	joined := func(how func([]string) string) dotnet.Body {
		return dotnet.Give(func(c *value.Call) value.Value {
			var parts []string
			for _, a := range c.Args {
				for _, v := range dotnet.ItemsOf(a) {
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
		b.Static("string "+name+"(string path1, string path2)", joined(how))
		b.Static("string "+name+"(string path1, string path2, string path3)", joined(how))
		b.Static("string "+name+"(string path1, string path2, string path3, string path4)", joined(how))
		b.Static("string "+name+"(params string[] paths)", joined(how))
	}
}

func tempFile(*value.Call) (value.Value, error) {
	f, err := sandbox.CreateTemp("", "tmp*.tmp")
	if err != nil {
		return value.Null, IOError(err, os.TempDir())
	}
	return value.Str(f.Name()), f.Close()
}
