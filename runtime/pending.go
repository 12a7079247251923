package runtime

// Declarations that the files of this package are still to fill in.

type sessionState struct{}
type frameState struct{}

// Scope is one variable scope.
type Scope struct{}

// ScriptBlock is a block of script with its scope.
type ScriptBlock struct{}

// CommandTable finds commands.
type CommandTable struct{}

// Context is what a running command may do.
type Context struct{}
