package runtime

import (
	"os"
	"path"
	"path/filepath"

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
