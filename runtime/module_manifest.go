package runtime

import (
	"fmt"
	"path/filepath"
	"strings"

	"exolab/runtime/errs"
	"exolab/runtime/modulespec"
	"exolab/runtime/value"
)

// manifestMembers are the keys that a module manifest may have.
const manifestMembers = "ModuleToProcess, NestedModules, GUID, Author, CompanyName, Copyright, ModuleVersion, Description, PowerShellVersion, PowerShellHostName, " +
	"PowerShellHostVersion, CLRVersion, DotNetFrameworkVersion, ProcessorArchitecture, RequiredModules, TypesToProcess, FormatsToProcess, ScriptsToProcess, PrivateData, " +
	"RequiredAssemblies, ModuleList, FileList, FunctionsToExport, VariablesToExport, AliasesToExport, CmdletsToExport, DscResourcesToExport, CompatiblePSEditions, " +
	"HelpInfoURI, RootModule, DefaultCommandPrefix"

// manifest is the hashtable of a .psd1 file.
type manifest struct {
	data *value.Dict
	path string
}

func (m manifest) text(key string) string {
	v, _ := m.data.GetText(key)
	return value.ToString(nil, v)
}

// list is a list of texts; nil when the manifest does not say.
func (m manifest) list(key string) []string {
	v, ok := m.data.GetText(key)
	if !ok || v.IsNull() {
		return nil
	}
	out := []string{}
	for _, item := range value.Items(v) {
		out = append(out, value.ToString(nil, item))
	}
	return out
}

// specs are the modules that a key names; paths start at the manifest.
func (m manifest) specs(env value.Env, key string) ([]*modulespec.Spec, error) {
	v, ok := m.data.GetText(key)
	if !ok || v.IsNull() {
		return nil, nil
	}
	var out []*modulespec.Spec
	for _, item := range value.Items(v) {
		spec, err := modulespec.New(env, item)
		if err != nil {
			return nil, m.invalid("ArgumentException", fmt.Sprintf("The member '%s' in the module manifest is not valid: %s. Verify that a valid value is specified for this field in the '%s' file.",
				key, err.Error(), m.path))
		}
		out = append(out, spec)
	}
	return out, nil
}

// located is a specification whose path is seen from the manifest.
func (m manifest) located(spec *modulespec.Spec) modulespec.Spec {
	out := *spec
	name := strings.ReplaceAll(spec.Name, "\\", "/")
	if strings.Contains(name, "/") && !filepath.IsAbs(name) {
		out.Name = filepath.Join(filepath.Dir(m.path), name)
	}
	return out
}

// invalid is the error of a manifest that cannot be used.
func (m manifest) invalid(exception, message string) error {
	return &errs.Error{Record: errs.New("System."+exception, message, "Modules_InvalidManifest", value.ResourceUnavailable, value.Str(m.path))}
}

// manifestOf reads a .psd1 file.
func (s *Session) manifestOf(path string) (manifest, error) {
	m := manifest{path: path}
	block, err := s.LoadScript(path)
	if err != nil {
		return m, m.invalid("MissingMemberException", "The module manifest '"+path+"' could not be processed because it is not a valid PowerShell module manifest file. "+
			"Remove the elements that are not permitted: "+err.Error())
	}
	var out Collector
	if err := s.InvokeBlock(block, Invocation{NewScope: true, Scope: s.Global, Out: &out, Quiet: true}); err != nil {
		return m, err
	}
	data, ok := value.As[*value.Dict](out.Value())
	if !ok {
		return m, m.invalid("ArgumentException", "Processing the module manifest file '"+path+"' did not result in a valid manifest object. "+
			"Update the file to contain a valid PowerShell module manifest. A valid manifest can be created using the New-ModuleManifest cmdlet.")
	}
	m.data = data
	return m, m.check()
}

// check refuses keys that no manifest has.
func (m manifest) check() error {
	known := strings.ToLower(", " + manifestMembers + ", ")
	var unknown []string
	m.data.Each(func(key, _ value.Value) bool {
		if name := value.ToString(nil, key); !strings.Contains(known, ", "+strings.ToLower(name)+", ") {
			unknown = append(unknown, "'"+name+"'")
		}
		return true
	})
	if needed := m.text("PowerShellVersion"); versionAbove(needed, engineVersion) {
		return &errs.Error{Record: errs.New("System.InvalidOperationException", fmt.Sprintf("The version of PowerShell on this computer is '%s'. The module '%s' requires "+
			"a minimum PowerShell version of '%s' to run. Verify that you have the minimum required version of PowerShell installed, and then try again.", engineVersion, m.path, needed),
			"Modules_InsufficientPowerShellVersion", value.ResourceUnavailable, value.Str(m.path))}
	}
	if len(unknown) > 0 {
		return &errs.Error{Record: errs.New("System.InvalidOperationException", fmt.Sprintf("The '%s' module cannot be imported because its manifest contains one or more members that are not valid. "+
			"The valid manifest members are (%s). Remove the members that are not valid (%s), then try to import the module again.", m.path, "'"+strings.ReplaceAll(manifestMembers, ", ", "', '")+"'", strings.Join(unknown, ", ")),
			"Modules_InvalidManifestMember", value.InvalidData, value.Str(m.path))}
	}
	if m.text("ModuleToProcess") != "" && m.text("RootModule") != "" {
		return &errs.Error{Record: errs.New("System.InvalidOperationException", "The module manifest cannot contain both the 'ModuleToProcess' and 'RootModule' members. "+
			"Change the module manifest file to remove one of these members at '"+m.path+"', and then try again.",
			"Modules_ModuleManifestCannotContainBothModuleToProcessAndRootModule", value.InvalidOperation, value.Str(m.path))}
	}
	if m.text("ModuleVersion") == "" {
		return m.invalid("MissingMemberException", "The member 'ModuleVersion' is not present in the module manifest. This member must exist and be assigned "+
			"a version number of the form 'n.n.n.n'. Add the missing member to the file '"+m.path+"'.")
	}
	return nil
}

// root is the module that the manifest is for, or "".
func (m manifest) root() string {
	if name := m.text("RootModule"); name != "" {
		return name
	}
	return m.text("ModuleToProcess")
}

// readManifest describes the module of a .psd1 file without loading it.
func (s *Session) readManifest(path string) (*Module, error) {
	data, err := s.manifestOf(path)
	if err != nil {
		return nil, err
	}
	m := &Module{}
	m.describe(data)
	for _, name := range data.list("FunctionsToExport") {
		if !strings.ContainsAny(name, "*?[") {
			m.exported = append(m.exported, &Command{Name: name, Kind: FunctionCommand, Module: m.Name})
		}
	}
	for _, name := range data.list("AliasesToExport") {
		if !strings.ContainsAny(name, "*?[") {
			m.exported = append(m.exported, &Command{Name: name, Kind: AliasCommand, Module: m.Name})
		}
	}
	required, err := data.specs(s.Env(), "RequiredModules")
	for _, spec := range required {
		m.required = append(m.required, &Module{Name: spec.Name, Version: spec.Version, GUID: spec.GUID})
	}
	return m, err
}

// describe fills in what a manifest says of its module.
func (m *Module) describe(data manifest) {
	m.Name, m.Path, m.Manifest, m.data = stem(data.path), data.path, true, data.data
	m.Version, m.Description, m.Author, m.GUID = data.text("ModuleVersion"), data.text("Description"), data.text("Author"), data.text("GUID")
	switch strings.ToLower(filepath.Ext(data.root())) {
	case "":
		m.kind = "Manifest"
	case ".dll", ".exe":
		m.kind = "Binary"
	default:
		m.kind = "Script"
	}
	if data.root() != "" && m.kind == "Manifest" {
		m.kind = "Script"
	}
}

// Listed is a list of texts in a module's manifest.
func (m *Module) Listed(key string) []string {
	if m.data == nil {
		return nil
	}
	return manifest{data: m.data}.list(key)
}

// Root is the RootModule of a module's manifest, or "".
func (m *Module) Root() string {
	if m.data == nil {
		return ""
	}
	return manifest{data: m.data}.root()
}

// Linked are the names of the modules that a key of a module's manifest lists.
func (m *Module) Linked(env value.Env, key string) []string {
	var out []string
	if m.data != nil {
		specs, _ := manifest{data: m.data, path: m.Path}.specs(env, key)
		for _, spec := range specs {
			out = append(out, spec.Name)
		}
	}
	return out
}

// Holds reports whether a file lies below the folder of a module, with one of
// the extensions if it is not there without.
func (m *Module) Holds(name string, extensions ...string) bool {
	path := filepath.Join(directoryOf(m.Path), strings.ReplaceAll(name, "\\", "/"))
	if filepath.IsAbs(name) {
		path = name
	}
	if !strings.HasPrefix(path, directoryOf(m.Path)+"/") {
		return false
	}
	if fileExists(path) {
		return true
	}
	for _, ext := range extensions {
		if fileExists(path + ext) {
			return true
		}
	}
	return false
}

// HasModule reports whether a module of that name or path could be loaded.
func (s *Session) HasModule(name string) bool {
	return len(s.moduleFiles(name)) > 0 || s.knowsModule(name)
}
