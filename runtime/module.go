package runtime

import (
	"path/filepath"
	"sort"
	"strings"

	"exolab/runtime/modulespec"
	"exolab/runtime/value"
)

// TypeModule is System.Management.Automation.PSModuleInfo.
var TypeModule = automationType("PSModuleInfo", value.TypeObject)

// Module is a loaded script module: its session state and what it exports.
type Module struct {
	value.Extended
	Name, Path, Version, Description, Author string
	// Manifest is set for modules with a manifest, Dynamic for New-Module's.
	Manifest, Dynamic bool
	// Builtin marks modules of cmdlets that are part of the program; kind is
	// the ModuleType of such a module, commands lists its cmdlets.
	Builtin  bool
	kind     string
	commands func() []*Command
	scope    *Scope
	// chosen is set once Export-ModuleMember said what to export.
	chosen                        bool
	functions, aliases, variables []string
	exported                      []*Command
	// GUID is the one of its manifest; data is the manifest itself.
	GUID string
	data *value.Dict
	// Access is a ModuleAccessMode: whether the module may be removed.
	Access int64
	// onRemove runs before the module is removed; nil for nothing.
	onRemove *ScriptBlock
	// required are the modules that were imported before it, nested those that
	// it is made of.
	required, nested []*Module
}

// PSType returns PSModuleInfo.
func (m *Module) PSType() *value.Type { return TypeModule }

// String is the module's name.
func (m *Module) String() string { return m.Name }

// Scope is the scope of the module's own functions and variables; nil for a
// module that has none.
func (m *Module) Scope() *Scope { return m.scope }

// Spec names the module with its version and GUID.
func (m *Module) Spec() *modulespec.Spec {
	return &modulespec.Spec{Name: m.Name, Version: m.Version, GUID: m.GUID}
}

// Exported lists the functions and aliases that the module exports.
func (m *Module) Exported() []*Command {
	if m.commands != nil {
		return m.commands()
	}
	return m.exported
}

// Modules lists the loaded script modules in order of loading.
func (s *Session) Modules() []*Module { return s.modules }

// FindModule returns the loaded module of that name, or nil.
func (s *Session) FindModule(name string) *Module {
	for _, m := range s.modules {
		if value.Fold(m.Name) == value.Fold(name) || m.Path == name {
			return m
		}
	}
	return nil
}

// CurrentModule returns the module that code in the scope belongs to, or nil.
func (s *Scope) CurrentModule() *Module {
	m, _ := s.script.module.(*Module)
	return m
}

// NewModule makes a module of a script block and runs it with args; what it
// puts out goes to out.
func (s *Session) NewModule(name, path string, block *ScriptBlock, args []value.Value, out Sink) (*Module, error) {
	m := &Module{Name: name, Path: path, Version: "0.0"}
	m.scope = newStateScope(s.Global)
	m.scope.module = m
	body := *block
	body.isScript = false
	bound := body.Bind(m.scope)
	err := s.InvokeBlock(bound, Invocation{Scope: m.scope, Args: args, Out: out})
	if err != nil {
		return nil, err
	}
	return m, nil
}

// Export adds to what the module exports (Export-ModuleMember).
func (m *Module) Export(functions, aliases, variables []string) {
	m.chosen = true
	m.functions = append(m.functions, functions...)
	m.aliases = append(m.aliases, aliases...)
	m.variables = append(m.variables, variables...)
}

// restrict leaves out of the exports what a manifest does not list; nil lists
// say nothing.
func (m *Module) restrict(functions, aliases, variables []string) {
	m.settle()
	if functions != nil {
		m.functions = both(m.functions, functions)
	}
	if aliases != nil {
		m.aliases = both(m.aliases, aliases)
	}
	if variables != nil {
		m.variables = both(m.variables, variables)
	}
}

// both keeps the patterns of a manifest, unless the script exports less.
func both(script, manifest []string) []string {
	if len(script) == 1 && script[0] == "*" {
		return manifest
	}
	var out []string
	for _, name := range script {
		for _, pattern := range manifest {
			if matchesWildcard(pattern, name) {
				out = append(out, name)
				break
			}
		}
	}
	return out
}

// settle applies the default: all functions and aliases.
func (m *Module) settle() {
	if !m.chosen {
		m.chosen, m.functions, m.aliases = true, []string{"*"}, []string{"*"}
	}
}

// Import puts the exports of a module into a scope and notes it as loaded.
// prefix goes before the nouns of its functions.
func (s *Session) Import(m *Module, into *Scope, prefix string) {
	s.importExports(m, ImportOptions{Into: into, Prefix: prefix})
	s.note(m)
}

// note remembers a module as loaded.
func (s *Session) note(m *Module) {
	for _, known := range s.modules {
		if known == m || known.Path == m.Path && value.Fold(known.Name) == value.Fold(m.Name) {
			return
		}
	}
	s.modules = append(s.modules, m)
}

// importExports puts the exports of a module into a scope.
func (s *Session) importExports(m *Module, o ImportOptions) {
	if m.Builtin {
		s.ImportShipped(m.Name)
		return
	}
	into, prefix := o.Into, o.Prefix
	m.settle()
	m.exported = nil
	for _, c := range sortedCommands(m.scope.functions) {
		if !matchesAny(m.functions, c.Name) {
			continue
		}
		c.Module = m.Name
		shown := c
		if prefix != "" {
			renamed := *c
			renamed.Name = withPrefix(c.Name, prefix)
			shown = &renamed
		}
		m.exported = append(m.exported, shown)
		if o.NoClobber && s.commandNamed(into, shown.Name) {
			continue
		}
		into.SetFunction(shown)
	}
	for _, c := range sortedCommands(m.scope.aliases) {
		if matchesAny(m.aliases, c.Name) {
			c.Module = m.Name
			m.exported = append(m.exported, c)
			into.SetAlias(c)
		}
	}
	for _, v := range m.scope.Variables() {
		if matchesAny(m.variables, v.Name) {
			into.SetPlain(v.Name, v.Read())
		}
	}
}

// adopt makes what a nested module exports part of the module around it.
func (s *Session) adopt(m, nested *Module) {
	if nested.scope == nil {
		return
	}
	s.importExports(nested, ImportOptions{Into: m.scope})
	if m.chosen {
		for _, c := range nested.exported {
			if c.Kind == AliasCommand {
				m.aliases = append(m.aliases, c.Name)
			} else {
				m.functions = append(m.functions, c.Name)
			}
		}
	}
}

// commandNamed reports whether a function or cmdlet of that name can be seen.
func (s *Session) commandNamed(from *Scope, name string) bool {
	for at := from; at != nil; at = at.parent {
		if at.functions[value.Fold(name)] != nil {
			return true
		}
	}
	return len(s.Commands.byName[value.Fold(name)]) > 0
}

func sortedCommands(table map[string]*Command) []*Command {
	names := make([]string, 0, len(table))
	for name := range table {
		names = append(names, name)
	}
	sort.Strings(names)
	out := make([]*Command, len(names))
	for i, name := range names {
		out[i] = table[name]
	}
	return out
}

func matchesAny(patterns []string, name string) bool {
	for _, p := range patterns {
		if matchesWildcard(p, name) {
			return true
		}
	}
	return false
}

func withPrefix(name, prefix string) string {
	verb, noun, ok := strings.Cut(name, "-")
	if !ok {
		return prefix + name
	}
	return verb + "-" + prefix + noun
}

// UnloadModule runs what a module does when it is removed, and removes it.
func (s *Session) UnloadModule(m *Module) error {
	if m.onRemove != nil {
		scope := m.scope
		if scope == nil {
			scope = s.Global
		}
		if err := s.InvokeBlock(m.onRemove, Invocation{NewScope: true, Scope: scope, Args: []value.Value{value.Obj(m)}, Out: discard}); err != nil {
			return err
		}
	}
	s.RemoveModule(m)
	return nil
}

// RemoveModule forgets a module and takes its exports away.
func (s *Session) RemoveModule(m *Module) {
	for _, c := range m.exported {
		folded := value.Fold(c.Name)
		for at := s.current; at != nil; at = at.parent {
			if at.functions[folded] == c {
				delete(at.functions, folded)
			}
			if at.aliases[folded] == c {
				delete(at.aliases, folded)
			}
		}
	}
	for i, known := range s.modules {
		if known == m {
			s.modules = append(s.modules[:i:i], s.modules[i+1:]...)
			return
		}
	}
}

// knowsModule reports whether the program itself brings the cmdlets of a
// module.
func (s *Session) knowsModule(name string) bool {
	if s.ShippedNamed(name) != nil {
		return true
	}
	folded := value.Fold(name)
	for _, list := range s.Commands.byName {
		for _, c := range list {
			if value.Fold(c.Module) == folded {
				return true
			}
		}
	}
	return false
}

// Is reports whether the module is the one that is meant.
func (m *Module) Is(spec *modulespec.Spec) bool {
	same := matchesWildcard(spec.Name, m.Name)
	if isModulePath(spec.Name) {
		path := strings.ReplaceAll(spec.Name, "\\", "/")
		path = strings.TrimSuffix(path, "/")
		same = m.Path != "" && (m.Path == path || strings.TrimSuffix(m.Path, filepath.Ext(m.Path)) == path ||
			directoryOf(m.Path) == path || directoryOf(directoryOf(m.Path)) == path && filepath.Base(path) == m.Name)
	}
	return same && spec.Accepts(m.Version, m.GUID)
}

// Supports reports whether the module is made for an edition of PowerShell;
// without a manifest that says so it is for Desktop.
func (m *Module) Supports(edition string) bool {
	if m.Builtin {
		return true
	}
	editions := []string{"Desktop"}
	if m.data != nil {
		if list := (manifest{data: m.data}).list("CompatiblePSEditions"); len(list) > 0 {
			editions = list
		}
	}
	for _, e := range editions {
		if strings.EqualFold(e, edition) {
			return true
		}
	}
	return false
}

// RequiredBy is a loaded module that needs this one, or nil.
func (s *Session) RequiredBy(m *Module) *Module {
	for _, other := range s.modules {
		for _, r := range other.required {
			if r == m {
				return other
			}
		}
	}
	return nil
}
