package runtime

import (
	"os"
	"path"
	"path/filepath"
	"sync"

	"github.com/dlclark/regexp2"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// getProperty returns the property of that name, and if there is one. Entries
// of dictionaries are no properties.
func getProperty(env value.Env, v value.Value, name string) (value.Value, bool, error) {
	of := dotnet.NameOf(name)
	m := dotnet.GetMember(env, v, of)
	if m == nil || m.Method != nil {
		return value.Null, false, nil
	}
	out, err := dotnet.ReadMember(env, v, m)
	return out, err == nil, err
}

// matchesWildcard compares a name with a pattern of * and ?, in any case.
func matchesWildcard(pattern, name string) bool {
	ok, err := path.Match(value.Fold(pattern), value.Fold(name))
	return ok && err == nil
}

// regexes keeps the compiled patterns of ValidatePattern.
var regexes sync.Map

// matchRegex reports whether text contains a match of a .NET pattern.
func matchRegex(pattern, text string, caseSensitive bool) (bool, error) {
	type key struct {
		pattern string
		exact   bool
	}
	k := key{pattern, caseSensitive}
	known, ok := regexes.Load(k)
	if !ok {
		var options regexp2.RegexOptions
		if !caseSensitive {
			options = regexp2.IgnoreCase
		}
		re, err := regexp2.Compile(pattern, options)
		if err != nil {
			return false, value.NewException("System.Text.RegularExpressions.RegexParseException", "Invalid pattern '"+pattern+"'.")
		}
		regexes.Store(k, re)
		known = re
	}
	return known.(*regexp2.Regexp).MatchString(text)
}

func fileExists(path string) bool {
	info, err := os.Stat(path)
	return err == nil && !info.IsDir()
}

// absolutePath joins a path to a directory unless it is absolute.
func absolutePath(directory, name string) string {
	if filepath.IsAbs(name) {
		return filepath.Clean(name)
	}
	return filepath.Join(directory, name)
}
