package runtime

import (
	"os"
	"path/filepath"
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/errs"
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
	// Out receives what the module's script puts out.
	Out Sink
}

// ImportModule loads a module by name or path and imports its exports.
func (s *Session) ImportModule(name string, o ImportOptions) (*Module, error) {
	if o.Out == nil {
		o.Out = discard
	}
	path := s.modulePath(name)
	if path == "" {
		if m := s.ImportShipped(name); m != nil {
			return m, nil
		}
		if s.knowsModule(name) {
			return &Module{Name: name, Builtin: true, Version: "7.0.0.0"}, nil
		}
		return nil, moduleNotFound(name)
	}
	if known := s.FindModule(path); known != nil && !o.Force {
		s.Import(known, o.Into, o.Prefix)
		return known, nil
	}
	if known := s.FindModule(path); known != nil {
		s.RemoveModule(known)
	}
	m, err := s.loadModule(path, o)
	if err != nil {
		return nil, err
	}
	m.restrict(o.Functions, o.Aliases, o.Variables)
	s.Import(m, o.Into, o.Prefix)
	return m, nil
}

// loadModule runs the file of a module.
func (s *Session) loadModule(path string, o ImportOptions) (*Module, error) {
	if strings.EqualFold(filepath.Ext(path), ".psd1") {
		return s.loadManifest(path, o)
	}
	block, err := s.LoadScript(path)
	if err != nil {
		return nil, err
	}
	return s.NewModule(strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)), path, block, o.Arguments, o.Out)
}

// loadManifest loads the root module of a .psd1 file and applies its lists.
func (s *Session) loadManifest(path string, o ImportOptions) (*Module, error) {
	block, err := s.LoadScript(path)
	if err != nil {
		return nil, err
	}
	var out Collector
	if err := s.InvokeBlock(block, Invocation{NewScope: true, Scope: s.Global, Out: &out}); err != nil {
		return nil, err
	}
	data, ok := value.As[*value.Dict](out.Value())
	if !ok {
		return nil, moduleNotFound(path)
	}
	text := func(key string) string {
		v, _ := data.GetText(key)
		return value.ToString(s.Env(), v)
	}
	m := &Module{scope: newStateScope(s.Global)}
	m.scope.module = m
	root := text("RootModule")
	if root == "" {
		root = text("ModuleToProcess")
	}
	if root != "" {
		if m, err = s.loadModule(moduleFile(filepath.Join(filepath.Dir(path), root)), o); err != nil {
			return nil, err
		}
	}
	m.Name, m.Path, m.Manifest = strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)), path, true
	m.Version, m.Description, m.Author = text("ModuleVersion"), text("Description"), text("Author")
	m.restrict(manifestList(data, "FunctionsToExport"), manifestList(data, "AliasesToExport"), manifestList(data, "VariablesToExport"))
	return m, nil
}

// manifestList is a list of a manifest; nil when it does not say.
func manifestList(data *value.Dict, key string) []string {
	v, ok := data.GetText(key)
	if !ok || v.IsNull() {
		return nil
	}
	out := []string{}
	for _, item := range itemsOf(v) {
		out = append(out, value.ToString(nil, item))
	}
	return out
}

// modulePath finds the file of a module, or "".
func (s *Session) modulePath(name string) string {
	if strings.ContainsAny(name, "/\\") || strings.HasPrefix(name, ".") || isModuleFile(name) {
		return moduleFile(absolutePath(s.location, strings.ReplaceAll(name, "\\", "/")))
	}
	for _, dir := range filepath.SplitList(os.Getenv("PSModulePath")) {
		if found := moduleFile(filepath.Join(dir, name)); found != "" {
			return found
		}
	}
	return ""
}

func isModuleFile(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".psm1", ".psd1", ".ps1":
		return true
	}
	return false
}

// moduleFile completes a path: an extension is added, a folder stands for the
// module file of its name.
func moduleFile(path string) string {
	if isModuleFile(path) && fileExists(path) {
		return path
	}
	for _, base := range [...]string{path, filepath.Join(path, filepath.Base(path))} {
		for _, ext := range [...]string{".psd1", ".psm1"} {
			if fileExists(base + ext) {
				return base + ext
			}
		}
	}
	return ""
}

func moduleNotFound(name string) error {
	rec := errs.New("System.IO.FileNotFoundException",
		"The specified module '"+name+"' was not loaded because no valid module file was found in any module directory.",
		"Modules_ModuleNotFound", value.ResourceUnavailable, value.Str(name))
	return &errs.Error{Record: rec}
}

func loadModule(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	text := func(name string, get func(m *Module) string) {
		r.Get("string "+name, property(func(m *Module) value.Value { return value.Str(get(m)) }))
	}
	text("Name", func(m *Module) string { return m.Name })
	text("Path", func(m *Module) string { return m.Path })
	text("Description", func(m *Module) string { return m.Description })
	text("Author", func(m *Module) string { return m.Author })
	text("ModuleBase", func(m *Module) string { return directoryOf(m.Path) })
	r.Get("version Version", property(versionOf))
	text("ModuleType", func(m *Module) string {
		switch {
		case m.kind != "":
			return m.kind
		case m.Manifest && m.scope == nil:
			return "Manifest"
		}
		return "Script"
	})
	exported := func(name string, kinds ...CommandKind) {
		r.Get("System.Collections.Generic.Dictionary[string,System.Object] "+name, property(func(m *Module) value.Value {
			d := newBoundParameters()
			for _, c := range m.Exported() {
				for _, k := range kinds {
					if c.Kind == k {
						d.Set(value.Str(c.Name), value.Obj(c))
					}
				}
			}
			return value.Obj(d)
		}))
	}
	exported("ExportedFunctions", FunctionCommand, FilterCommand)
	exported("ExportedAliases", AliasCommand)
	exported("ExportedCmdlets", CmdletCommand)
	exported("ExportedCommands", FunctionCommand, FilterCommand, AliasCommand, CmdletCommand)
	r.Method("System.Object Invoke(scriptblock sb, Params System.Object[] args)", func(c *value.Call) (value.Value, error) {
		m, _ := value.As[*Module](c.This)
		b, ok := value.As[*ScriptBlock](c.Args[0])
		f, isFrame := c.Env.(*Frame)
		if !ok || !isFrame || m.scope == nil {
			return value.Null, nil
		}
		var out Collector
		err := f.session.InvokeBlock(b.Bind(m.scope), Invocation{NewScope: true, Scope: m.scope, Out: &out})
		return out.Value(), err
	})
}
