package runtime

import (
	"fmt"
	"path/filepath"
	"strings"

	"exolab/runtime/errs"
	"exolab/runtime/modulespec"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// loadManifest loads the modules of a .psd1 file and applies its lists.
func (s *Session) loadManifest(path string, spec *modulespec.Spec, o ImportOptions) (*Module, error) {
	data, err := s.manifestOf(path)
	if err != nil {
		return nil, err
	}
	version := data.text("ModuleVersion")
	if folder, err := netfmt.ParseVersion(filepath.Base(filepath.Dir(path))); err == nil && folder.String() != version {
		return nil, errOtherVersion
	}
	if !spec.Accepts(version, data.text("GUID")) {
		return nil, errOtherVersion
	}
	required, err := s.loadRequired(data, o)
	if err != nil {
		return nil, err
	}
	m, err := s.loadParts(data, o)
	if err != nil {
		return nil, err
	}
	m.describe(data)
	m.required = required
	m.restrict(data.list("FunctionsToExport"), data.list("AliasesToExport"), data.list("VariablesToExport"))
	return m, nil
}

// loadRequired imports the modules that must be there before.
func (s *Session) loadRequired(data manifest, o ImportOptions) ([]*Module, error) {
	specs, err := data.specs(s.Env(), "RequiredModules")
	if err != nil {
		return nil, err
	}
	var out []*Module
	for _, spec := range specs {
		m, err := s.ImportModule(data.located(spec), ImportOptions{Into: s.Global, Out: o.Out})
		if err != nil {
			return nil, data.invalid("MissingMemberException", s.notLoaded(data, spec))
		}
		out = append(out, m)
	}
	return out, nil
}

// notLoaded is the message for a required module that is not there.
func (s *Session) notLoaded(data manifest, spec *modulespec.Spec) string {
	what := "The required module '" + spec.Name + "'"
	if known := s.FindModule(spec.Name); known != nil {
		switch {
		case spec.GUID != "" && !strings.EqualFold(spec.GUID, known.GUID):
			what += " with GUID '" + spec.GUID + "'"
		case spec.Version != "" && spec.Maximum != "":
			what += " with MinimumVersion '" + spec.Version + "' and MaximumVersion '" + spec.Maximum + "'"
		case spec.Maximum != "":
			what += " with MaximumVersion '" + spec.Maximum + "'"
		case spec.Versioned():
			what += " with version '" + spec.Required + spec.Version + "'"
		}
	}
	return what + " is not loaded. Load the module or remove the module from 'RequiredModules' in the file '" + data.path + "'."
}

// loadParts runs a manifest's scripts, reads its view and type files, and loads
// its nested modules and its root module.
func (s *Session) loadParts(data manifest, o ImportOptions) (*Module, error) {
	if err := s.processFiles(data, o); err != nil {
		return nil, err
	}
	nested, err := s.loadNested(data, o)
	if err != nil {
		return nil, err
	}
	m := &Module{scope: newStateScope(s.Global)}
	m.scope.module = m
	if root := data.root(); root != "" {
		if m, err = s.loadPart(data, &modulespec.Spec{Name: root}, "RootModule", o); err != nil {
			return nil, err
		}
	}
	for _, n := range nested {
		m.nested = append(m.nested, n)
		s.adopt(m, n)
	}
	return m, nil
}

// processFiles runs ScriptsToProcess in the scope of the caller and reads the
// files of TypesToProcess and FormatsToProcess.
func (s *Session) processFiles(data manifest, o ImportOptions) error {
	run := func(code, path string) error {
		block, err := s.ParseBlock("", code)
		if err != nil {
			return err
		}
		return s.InvokeBlock(block, Invocation{Scope: o.Into, Args: []value.Value{value.Str(filepath.Join(filepath.Dir(data.path), filepath.FromSlash(path)))}, Out: o.Out})
	}
	for _, step := range [...]struct{ key, code string }{
		{"ScriptsToProcess", ". $args[0]"}, {"TypesToProcess", "Update-TypeData -AppendPath $args[0]"}, {"FormatsToProcess", "Update-FormatData -AppendPath $args[0]"}} {
		for _, path := range data.list(step.key) {
			if err := run(step.code, path); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *Session) loadNested(data manifest, o ImportOptions) ([]*Module, error) {
	specs, err := data.specs(s.Env(), "NestedModules")
	if err != nil {
		return nil, err
	}
	var out []*Module
	for _, spec := range specs {
		m, err := s.loadPart(data, spec, "NestedModules", o)
		if err != nil {
			return nil, err
		}
		out = append(out, m)
	}
	return out, nil
}

// loadPart loads a module that a manifest names: a file beside it, or a module
// known by name.
func (s *Session) loadPart(data manifest, spec *modulespec.Spec, field string, o ImportOptions) (*Module, error) {
	beside := filepath.Join(filepath.Dir(data.path), strings.ReplaceAll(spec.Name, "\\", "/"))
	files := withExtensions(beside)
	if isModuleFile(beside) && fileExists(beside) {
		files = []string{beside}
	}
	if !isModuleFile(spec.Name) {
		files = append(files, append(filesOfFolder(beside), s.moduleFiles(spec.Name)...)...)
	}
	for _, path := range files {
		if path == data.path {
			continue
		}
		m, err := s.loadModule(path, spec, o)
		if err != errOtherVersion {
			return m, err
		}
	}
	if s.knowsModule(spec.Name) {
		return &Module{Name: spec.Name, Builtin: true, Version: "7.0.0.0"}, nil
	}
	return nil, &errs.Error{Record: errs.New("System.Management.Automation.PSInvalidOperationException", fmt.Sprintf("The module to process '%s', listed in field '%s' of module manifest '%s' was not processed "+
		"because no valid module was found in any module directory.", spec.Name, strings.Replace(field, "RootModule", "ModuleToProcess/RootModule", 1), data.path),
		"Modules_ModuleFileNotFound", value.ResourceUnavailable, value.Str(stem(data.path)))}
}
