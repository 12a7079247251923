package runtime

import (
	"exolab/runtime/value"
)

// Scope is one variable scope. Callees see the variables, functions and
// aliases of their callers through parent; an assignment makes a variable in
// the scope it runs in.
//
// Variables are cells that never move: a removed variable stays as an unset
// cell, so frames may keep pointers to the cells of their own scope.
type Scope struct {
	parent *Scope
	// script is the scope that $script: names: the nearest script file's or
	// module's, else the global scope.
	script *Scope
	vars   []*Variable
	index  map[string]*Variable
	// cells is a reserve from which the first variables are taken.
	cells     []Variable
	functions map[string]*Command
	aliases   map[string]*Command
	// types are the classes and enums defined here, by folded name.
	types map[string]*value.Type
	// call holds the automatic variables of the invocation that made the scope.
	call *callState
	// strict is the strict mode set in this scope; 0 means inherited.
	strict int
	// state is the session state that the scope belongs to.
	state *scopeState
	// module is set in a module's own top scope.
	module any
}

// scopeIndexFrom is the number of variables above which a scope keeps a map.
const scopeIndexFrom = 12

// NewScope returns an empty scope below parent, which is nil for the global
// scope.
func NewScope(parent *Scope) *Scope {
	s := &Scope{parent: parent}
	if parent != nil {
		s.script, s.state = parent.script, parent.state
	} else {
		s.script, s.state = s, &scopeState{top: s, current: s}
	}
	return s
}

// newScriptScope returns a scope that $script: names.
func newScriptScope(parent *Scope) *Scope {
	s := NewScope(parent)
	s.script = s
	return s
}

// scopeState is a session state's chain of scopes: the global one or a
// module's. Code of one state called from another goes on below the scope that
// its own state was running.
type scopeState struct{ top, current *Scope }

// newStateScope returns the top scope of a new session state.
func newStateScope(parent *Scope) *Scope {
	s := newScriptScope(parent)
	s.state = &scopeState{top: s, current: s}
	return s
}

// Parent returns the scope of the caller; nil for the global scope.
func (s *Scope) Parent() *Scope { return s.parent }

// Script returns the scope that $script: names here.
func (s *Scope) Script() *Scope { return s.script }

// Global returns the outermost scope.
func (s *Scope) Global() *Scope {
	for s.parent != nil {
		s = s.parent
	}
	return s
}

// cell returns the scope's own cell of that name, set or not, or nil.
func (s *Scope) cell(folded string) *Variable {
	if s.index != nil {
		return s.index[folded]
	}
	for _, v := range s.vars {
		if v.folded == folded {
			return v
		}
	}
	return nil
}

// ensure returns the scope's own cell of that name, making an unset one.
func (s *Scope) ensure(name, folded string) *Variable {
	if v := s.cell(folded); v != nil {
		return v
	}
	var v *Variable
	if n := len(s.cells); n > 0 {
		v, s.cells = &s.cells[0], s.cells[1:]
	} else {
		v = &Variable{}
	}
	v.Name, v.folded = name, folded
	s.vars = append(s.vars, v)
	if s.index != nil {
		s.index[folded] = v
	} else if len(s.vars) > scopeIndexFrom {
		s.index = make(map[string]*Variable, 2*len(s.vars))
		for _, known := range s.vars {
			s.index[known.folded] = known
		}
	}
	return v
}

// Local returns the variable of that folded name in this very scope, or nil.
func (s *Scope) Local(folded string) *Variable {
	if v := s.cell(folded); v != nil && v.mode != varUnset {
		return v
	}
	if s.call != nil && isAutomatic(folded) {
		return s.call.materialise(s, folded)
	}
	return nil
}

// Lookup returns the variable of that folded name as seen from this scope, or
// nil. Private variables of outer scopes are not seen.
func (s *Scope) Lookup(folded string) *Variable {
	automatic := isAutomatic(folded)
	for at := s; at != nil; at = at.parent {
		if v := at.cell(folded); v != nil && v.mode != varUnset && (at == s || !v.isPrivate()) {
			return v
		}
		if automatic && at.call != nil {
			if v := at.call.materialise(at, folded); v != nil {
				return v
			}
		}
	}
	return nil
}

// Get returns the value of a variable as seen from this scope.
func (s *Scope) Get(folded string) (value.Value, bool) {
	v := s.Lookup(folded)
	if v == nil {
		return value.Null, false
	}
	return v.Read(), true
}

// Set does what `$name = v` does in this scope.
func (s *Scope) Set(name string, v value.Value) error {
	return s.target(name, value.Fold(name)).assign(v)
}

// target returns the cell that an assignment in this scope writes to.
func (s *Scope) target(name, folded string) *Variable {
	v := s.cell(folded)
	if v != nil && v.mode != varUnset {
		return v
	}
	if s.parent != nil && isAllScope(folded) {
		if g := s.Global().cell(folded); g != nil {
			return g
		}
	}
	if v == nil {
		v = s.ensure(name, folded)
	}
	return v
}

// SetPlain sets a variable of this very scope without regard to its options;
// the engine's own variables are set so.
func (s *Scope) SetPlain(name string, v value.Value) *Variable {
	cell := s.ensure(name, value.Fold(name))
	cell.Value = v
	if cell.mode == varUnset {
		cell.mode = varPlain
	}
	return cell
}

// Remove takes away the variable of that folded name in this very scope.
func (s *Scope) Remove(folded string) bool {
	v := s.cell(folded)
	if v == nil || v.mode == varUnset {
		return false
	}
	v.mode, v.Value, v.more = varUnset, value.Null, nil
	return true
}

// Variables lists the variables of this very scope in order of creation.
func (s *Scope) Variables() []*Variable {
	out := make([]*Variable, 0, len(s.vars))
	for _, v := range s.vars {
		if v.mode != varUnset {
			out = append(out, v)
		}
	}
	return out
}

// Function finds a function by folded name, as seen from this scope.
func (s *Scope) Function(folded string) *Command {
	for at := s; at != nil; at = at.parent {
		if c := at.functions[folded]; c != nil {
			return c
		}
	}
	return nil
}

// SetFunction defines a function in this scope.
func (s *Scope) SetFunction(c *Command) {
	if s.functions == nil {
		s.functions = map[string]*Command{}
	}
	s.functions[value.Fold(c.Name)] = c
}

// RemoveFunction takes away the nearest function of that folded name.
func (s *Scope) RemoveFunction(folded string) bool {
	for at := s; at != nil; at = at.parent {
		if at.functions[folded] != nil {
			delete(at.functions, folded)
			return true
		}
	}
	return false
}

// Functions returns the functions of this very scope by folded name. The
// caller must not change it.
func (s *Scope) Functions() map[string]*Command { return s.functions }

// Alias finds an alias by folded name, as seen from this scope.
func (s *Scope) Alias(folded string) *Command {
	for at := s; at != nil; at = at.parent {
		if c := at.aliases[folded]; c != nil {
			return c
		}
	}
	return nil
}

// SetAlias defines an alias in this scope.
func (s *Scope) SetAlias(c *Command) {
	if s.aliases == nil {
		s.aliases = map[string]*Command{}
	}
	s.aliases[value.Fold(c.Name)] = c
}

// RemoveAlias takes away the nearest alias of that folded name.
func (s *Scope) RemoveAlias(folded string) bool {
	for at := s; at != nil; at = at.parent {
		if at.aliases[folded] != nil {
			delete(at.aliases, folded)
			return true
		}
	}
	return false
}

// Aliases returns the aliases of this very scope by folded name. The caller
// must not change it.
func (s *Scope) Aliases() map[string]*Command { return s.aliases }

// StrictMode is the strict mode in force, as major version; 0 is off.
func (s *Scope) StrictMode() int {
	for at := s; at != nil; at = at.parent {
		if at.strict != 0 {
			return max(at.strict, 0)
		}
	}
	return 0
}

// SetStrictMode sets the strict mode of this scope; 0 turns it off.
func (s *Scope) SetStrictMode(version int) {
	s.strict = version
	if version == 0 {
		s.strict = -1
	}
}
