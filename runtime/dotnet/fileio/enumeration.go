package fileio

import (
	"io/fs"
	"math"
	"path/filepath"
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// enumeration is an EnumerationOptions: which entries of a folder are listed.
type enumeration struct {
	value.Extended
	recurse, ignoreInaccessible bool
	depth, skip                 int64
	casing, matchType, buffer   int64
	special                     bool
}

var typeEnumeration = dotnet.EngineType("System.IO.EnumerationOptions")

// PSType returns EnumerationOptions.
func (*enumeration) PSType() *value.Type { return typeEnumeration }

// Values of EnumerationOptions.
const (
	attributeHidden = 2
	attributeSystem = 4
	caseInsensitive = 2
)

func loadEnumeration(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	of := dotnet.Of[*enumeration]
	flag := func(name string, field func(e *enumeration) *bool) {
		b.Property("bool "+name, func(_ value.Env, v value.Value) (value.Value, error) { return value.Bool(*field(of(v))), nil },
			func(_ value.Env, v, to value.Value) error { *field(of(v)) = to.AsBool(); return nil })
	}
	choice := func(enum, name string, field func(e *enumeration) *int64) {
		b.Property(enum+" "+name, func(_ value.Env, v value.Value) (value.Value, error) {
			if enum == "int" {
				return value.Int(int(*field(of(v)))), nil
			}
			return value.Enum(dotnet.MustType(enum), *field(of(v))), nil
		}, func(_ value.Env, v, to value.Value) error { *field(of(v)) = to.Int64(); return nil })
	}
	flag("RecurseSubdirectories", func(e *enumeration) *bool { return &e.recurse })
	flag("IgnoreInaccessible", func(e *enumeration) *bool { return &e.ignoreInaccessible })
	choice("int", "BufferSize", func(e *enumeration) *int64 { return &e.buffer })
	choice("System.IO.FileAttributes", "AttributesToSkip", func(e *enumeration) *int64 { return &e.skip })
	choice("System.IO.MatchType", "MatchType", func(e *enumeration) *int64 { return &e.matchType })
	choice("System.IO.MatchCasing", "MatchCasing", func(e *enumeration) *int64 { return &e.casing })
	choice("int", "MaxRecursionDepth", func(e *enumeration) *int64 { return &e.depth })
	flag("ReturnSpecialDirectories", func(e *enumeration) *bool { return &e.special })
	b.Constructor("()", dotnet.Give(func(*value.Call) value.Value {
		return value.Obj(&enumeration{ignoreInaccessible: true, depth: math.MaxInt32, skip: attributeHidden | attributeSystem})
	}))
}

// enumerate lists the entries below a folder by the options.
func (e *enumeration) enumerate(path, pattern string, wants func(isDir bool) bool) (value.Value, error) {
	var out []string
	if e.special && wants(true) {
		for _, special := range [...]string{".", ".."} {
			if dotnet.WildcardFolded(pattern, special) {
				out = append(out, filepath.Join(path)+"/"+special)
			}
		}
	}
	matches := func(name string) bool {
		if e.casing == caseInsensitive {
			return dotnet.WildcardFolded(strings.ToLower(pattern), strings.ToLower(name))
		}
		return pattern == "*.*" || dotnet.WildcardFolded(pattern, name)
	}
	err := filepath.WalkDir(path, func(p string, entry fs.DirEntry, err error) error {
		if err != nil && p != path && e.ignoreInaccessible {
			return filepath.SkipDir
		}
		if err != nil || p == path {
			return err
		}
		info, err := entry.Info()
		if err != nil {
			return nil
		}
		if n := fileAttributes(info); n&e.skip != 0 {
			if entry.IsDir() {
				return filepath.SkipDir
			}
			return nil
		}
		if wants(entry.IsDir()) && matches(entry.Name()) {
			out = append(out, p)
		}
		depth := int64(strings.Count(strings.TrimPrefix(p, path), "/"))
		if entry.IsDir() && (!e.recurse || depth > e.depth) {
			return filepath.SkipDir
		}
		return nil
	})
	if err != nil {
		return value.Null, dotnet.Throw("System.IO.DirectoryNotFoundException", "Could not find a part of the path '%s'.", path)
	}
	return value.Strings(out...), nil
}
