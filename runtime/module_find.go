package runtime

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"exolab/runtime/netfmt"
)

// moduleFiles lists the files that a module's name or path may mean, the best
// first.
func (s *Session) moduleFiles(name string) []string {
	if isModulePath(name) {
		path := strings.TrimSuffix(absolutePath(s.location, strings.ReplaceAll(name, "\\", "/")), "/")
		if isModuleFile(path) && fileExists(path) {
			return []string{path}
		}
		return append(withExtensions(path), filesOfFolder(path)...)
	}
	var out []string
	for _, dir := range moduleFolders() {
		folder := filepath.Join(dir, name)
		if !fileExists(folder) {
			folder = filepath.Join(dir, spelled(dir, name))
		}
		out = append(append(out, withExtensions(folder)...), filesOfFolder(folder)...)
	}
	return out
}

// isModulePath tells paths from names that are looked for in the folders of
// PSModulePath.
func isModulePath(name string) bool {
	return strings.ContainsAny(name, "/\\") || strings.HasPrefix(name, ".") || isModuleFile(name)
}

func isModuleFile(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".psm1", ".psd1", ".ps1":
		return true
	}
	return false
}

// moduleFolders are the folders of PSModulePath.
func moduleFolders() []string {
	return filepath.SplitList(strings.ReplaceAll(os.Getenv("PSModulePath"), "\\", "/"))
}

// spelled is a name as the folder writes it: names of modules are compared
// without case on every system.
func spelled(dir, name string) string {
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if strings.EqualFold(e.Name(), name) {
			return e.Name()
		}
	}
	return name
}

// withExtensions lists the module files that a path without extension may mean.
func withExtensions(path string) []string {
	var out []string
	for _, ext := range [...]string{".psd1", ".psm1"} {
		file := path + ext
		if !fileExists(file) {
			file = filepath.Join(filepath.Dir(path), spelled(filepath.Dir(path), filepath.Base(file)))
		}
		if fileExists(file) {
			out = append(out, file)
		}
	}
	return out
}

// filesOfFolder lists the module files of a folder: those of its folders named
// by versions, the highest first, then its own.
func filesOfFolder(folder string) []string {
	name := filepath.Base(folder)
	var versions []netfmt.Version
	entries, _ := os.ReadDir(folder)
	for _, e := range entries {
		if v, err := netfmt.ParseVersion(e.Name()); err == nil && e.IsDir() {
			versions = append(versions, v)
		}
	}
	slices.SortFunc(versions, func(a, b netfmt.Version) int { return b.Compare(a) })
	var out []string
	for _, v := range versions {
		if manifest := filepath.Join(folder, v.String(), name+".psd1"); fileExists(manifest) {
			out = append(out, manifest)
		}
	}
	return append(out, withExtensions(filepath.Join(folder, name))...)
}

// ModulesAt describes the modules that a path leads to, without loading them:
// all versions, the highest first.
func (s *Session) ModulesAt(path string) []*Module {
	var out []*Module
	described := ""
	for _, file := range s.moduleFiles(path) {
		if described == filepath.Dir(file) {
			continue
		}
		if m, err := s.DescribeModule(file); err == nil {
			out, described = append(out, m), filepath.Dir(file)
		}
	}
	return out
}

// AvailableModules describes the modules in the folders of PSModulePath,
// without loading them. A module's manifest goes before its script.
func (s *Session) AvailableModules() []*Module {
	var out []*Module
	for _, dir := range moduleFolders() {
		entries, _ := os.ReadDir(dir)
		for _, e := range entries {
			if e.IsDir() {
				out = append(out, s.ModulesAt(filepath.Join(dir, e.Name()))...)
			}
		}
	}
	return out
}

// DescribeModule reads what a module's file says of it, without loading it.
func (s *Session) DescribeModule(path string) (*Module, error) {
	path = absolutePath(s.location, path)
	if strings.EqualFold(filepath.Ext(path), ".psd1") {
		return s.readManifest(path)
	}
	return &Module{Name: stem(path), Path: path, Version: "0.0"}, nil
}

// stem is a file's name without folder and extension.
func stem(path string) string {
	return strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
}
