package runtime

import (
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// ShippedModule describes a module whose cmdlets are part of the program.
type ShippedModule struct {
	Name, Version, Description, Author string
	// Directory is where Get-Module -ListAvailable says that it lies.
	Directory string
	// Kind is its ModuleType: Manifest, Script or Binary.
	Kind string
	// FromGallery marks what Install-Module would have brought.
	FromGallery bool
}

// Ship makes modules of the program known to Get-Module -ListAvailable,
// Import-Module and #requires.
func (s *Session) Ship(list ...ShippedModule) { s.shipped = append(s.shipped, list...) }

// Shipped lists the modules that are part of the program.
func (s *Session) Shipped() []ShippedModule { return s.shipped }

// ShippedNamed returns the module of the program with that name, or nil.
func (s *Session) ShippedNamed(name string) *ShippedModule {
	folded := value.Fold(name)
	for i := range s.shipped {
		if value.Fold(s.shipped[i].Name) == folded {
			return &s.shipped[i]
		}
	}
	return nil
}

// Describe makes the PSModuleInfo of a module of the program.
func (s *Session) Describe(d *ShippedModule) *Module {
	return &Module{Name: d.Name, Version: d.Version, Description: d.Description, Author: d.Author, Builtin: true, kind: d.Kind,
		Path: d.Directory + "/" + d.Name + "/" + d.Name + ".psd1", commands: func() []*Command { return s.commandsOf(d.Name) }}
}

// commandsOf lists the cmdlets of a module of the program by name.
func (s *Session) commandsOf(name string) []*Command {
	var out []*Command
	folded := value.Fold(name)
	for _, c := range s.Commands.All() {
		if value.Fold(c.Module) == folded {
			out = append(out, c)
		}
	}
	return out
}

// ImportShipped notes a module of the program as loaded; nil if there is none.
func (s *Session) ImportShipped(name string) *Module {
	if known := s.FindModule(name); known != nil && known.Builtin {
		return known
	}
	d := s.ShippedNamed(name)
	if d == nil {
		return nil
	}
	m := s.Describe(d)
	s.modules = append(s.modules, m)
	return m
}

// versionOf shows a module's version as a Version; text that is none is 0.0.
func versionOf(m *Module) value.Value {
	v, err := netfmt.ParseVersion(m.Version)
	if err != nil {
		v, _ = netfmt.ParseVersion("0.0")
	}
	return value.Obj(value.Version{Version: v})
}
