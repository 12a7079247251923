package runtime

import "exolab/runtime/value"

// Declarations that the files of this package are still to fill in.

type sessionState struct{}
type frameState struct{}

// Scope is one variable scope.
type Scope struct{}

// ScriptBlock is a block of script with its scope.
type ScriptBlock struct{}

// PSType returns the type of script blocks.
func (b *ScriptBlock) PSType() *value.Type { return value.TypeScriptBlock }

// CommandTable finds commands.
type CommandTable struct{}

// Invocation says how to run a script block: with which arguments, $_, input
// and scope, and where its output goes.
type Invocation struct {
	Args          []value.Value
	Underscore    value.Value
	HasUnderscore bool
	Input         []value.Value
	// NewScope runs the block in a scope of its own, below Scope.
	NewScope bool
	Scope    *Scope
	Out      Sink
}

// InvokeBlock runs a script block.
func (s *Session) InvokeBlock(b *ScriptBlock, inv Invocation) error { return nil }
