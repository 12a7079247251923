package runtime

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"exolab/runtime/errs"
	"exolab/runtime/modulespec"
	"exolab/runtime/value"
)

// ImportOptions says how ImportModule works.
type ImportOptions struct {
	// Into is the scope that gets the exports.
	Into *Scope
	// Prefix goes before the nouns of imported functions.
	Prefix string
	// Functions, Aliases and Variables narrow what is imported; nil is all.
	Functions, Aliases, Variables []string
	Arguments                     []value.Value
	// Force loads a module again that is loaded already.
	Force bool
	// Hidden loads the module without importing its commands or listing it.
	Hidden bool
	// NoClobber leaves the commands alone that are there already.
	NoClobber bool
	// Out receives what the module's script puts out.
	Out Sink
}

// deepestModule is how deep modules may load each other.
const deepestModule = 10

// errOtherVersion is the answer of a module file whose version or GUID is not
// what was asked for.
var errOtherVersion = errors.New("the module has another version")

// ImportModule loads the module that is meant and imports its exports.
func (s *Session) ImportModule(spec modulespec.Spec, o ImportOptions) (*Module, error) {
	if o.Out == nil {
		o.Out = discard
	}
	if m := s.loadedModule(&spec); m != nil {
		if !o.Force || m.Builtin {
			s.importExports(m, o)
			return m, nil
		}
		s.RemoveModule(m)
	}
	for _, path := range s.moduleFiles(spec.Name) {
		m, err := s.loadModule(path, &spec, o)
		if err == errOtherVersion {
			continue
		}
		if err != nil {
			return nil, err
		}
		if known := s.FindModule(path); known != nil {
			s.RemoveModule(known)
		}
		m.restrict(o.Functions, o.Aliases, o.Variables)
		if !o.Hidden {
			s.importExports(m, o)
			s.note(m)
		}
		return m, nil
	}
	if m := s.ImportShipped(spec.Name); m != nil && spec.Accepts(m.Version, m.GUID) {
		return m, nil
	}
	if s.knowsModule(spec.Name) && s.ShippedNamed(spec.Name) == nil {
		return &Module{Name: spec.Name, Builtin: true, Version: "7.0.0.0"}, nil
	}
	return nil, moduleNotFound(&spec)
}

// loadedModule is the loaded module that is meant, or nil.
func (s *Session) loadedModule(spec *modulespec.Spec) *Module {
	for _, m := range s.modules {
		same := strings.EqualFold(m.Name, spec.Name)
		if isModulePath(spec.Name) {
			same = m.Path != "" && contains(s.moduleFiles(spec.Name), m.Path)
		}
		if same && spec.Accepts(m.Version, m.GUID) {
			return m
		}
	}
	return nil
}

func contains(list []string, text string) bool {
	for _, s := range list {
		if s == text {
			return true
		}
	}
	return false
}

// loadModule runs the file of a module.
func (s *Session) loadModule(path string, spec *modulespec.Spec, o ImportOptions) (*Module, error) {
	s.moduleDepth++
	defer func() { s.moduleDepth-- }()
	if s.moduleDepth > deepestModule {
		return nil, errs.Terminating(errs.New("System.InvalidOperationException", fmt.Sprintf("Cannot load the module '%s' because the module nesting limit has been exceeded. "+
			"Modules can only be nested to %d levels. Evaluate and change the order in which you are loading modules to prevent exceeding the nesting limit, and then try running your script again.",
			path, deepestModule), "Modules_ModuleTooDeeplyNested", value.InvalidOperation, value.Str(path)))
	}
	if strings.EqualFold(filepath.Ext(path), ".psd1") {
		return s.loadManifest(path, spec, o)
	}
	if !spec.Accepts("0.0", noGUID) {
		return nil, errOtherVersion
	}
	block, err := s.LoadScript(path)
	if err != nil {
		return nil, err
	}
	return s.NewModule(stem(path), path, block, o.Arguments, o.Out)
}

// moduleNotFound says that no module is what was asked for.
func moduleNotFound(m *modulespec.Spec) error {
	what, id := "", "Modules_ModuleWithVersionNotFound"
	switch {
	case m.Required != "":
		what = " with version '" + m.Required + "'"
	case m.Version != "" && m.Maximum != "":
		what = " with MinimumVersion '" + m.Version + "' and MaximumVersion '" + m.Maximum + "'"
	case m.Version != "":
		what = " with version '" + m.Version + "'"
	case m.Maximum != "":
		what = " with MaximumVersion '" + m.Maximum + "'"
	default:
		id = "Modules_ModuleNotFound"
	}
	rec := errs.New("System.IO.FileNotFoundException",
		"The specified module '"+m.Name+"'"+what+" was not loaded because no valid module file was found in any module directory.",
		id, value.ResourceUnavailable, value.Str(m.Name))
	return &errs.Error{Record: rec}
}
