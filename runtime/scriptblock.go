package runtime

import (
	"exolab/parser"
	"exolab/runtime/dotnet/system"
	"exolab/runtime/value"
)

// ScriptBlock is a block of script with the session state it belongs to: a
// `{ }` value, a function's body or a script file.
type ScriptBlock struct {
	value.Extended
	AST  *parser.ScriptBlock
	code *code
	// state is the session state that the block was written in, or nil to run
	// below its caller's scope.
	state *scopeState
	// isFilter makes an unnamed body the process block.
	isFilter bool
	// frame is reused by calls that run in one scope after another.
	frame *Frame
	// metadata is filled on first use by Metadata.
	metadata *Metadata
	// isScript is set for the block of a script file: $script: names its scope.
	isScript bool
	// isMain is set for the script that the program was started with.
	isMain bool
	// function is the name of the function whose body the block is, or "".
	function string
	// definition is that function's statement.
	definition *parser.FunctionDefinition
	// id tells the block from others, once asked for.
	id value.Guid
	// debuggerHidden is kept for scripts that set it; there is no debugger.
	debuggerHidden bool
	// plan is how the block is called without the binder, once planned.
	plan    *callPlan
	planned bool
	// usings are the namespaces and types of the file around the block.
	usings *usingScope
}

// NewScriptBlock returns the block of a syntax tree, bound to no module.
func NewScriptBlock(ast *parser.ScriptBlock) *ScriptBlock {
	return &ScriptBlock{AST: ast, code: &code{ast: ast}, usings: usingsOf(ast.Usings)}
}

// ParseBlock parses text into a block bound to no module; name is the script's
// path, or "".
func ParseBlock(name, text string) (*ScriptBlock, error) {
	ast, err := parser.Parse(name, text)
	if err != nil {
		return nil, err
	}
	return NewScriptBlock(ast), nil
}

// ParseBlock parses text that is to be run in the session: its classes and
// enums are checked, too.
func (s *Session) ParseBlock(name, text string) (*ScriptBlock, error) {
	ast, err := s.parseChecked(name, text)
	if err != nil {
		return nil, err
	}
	return NewScriptBlock(ast), nil
}

// Inner returns the block of a `{ }` that is written in b: it belongs to the
// same session state and sees the same usings.
func (b *ScriptBlock) Inner(ast *parser.ScriptBlock) *ScriptBlock {
	return &ScriptBlock{AST: ast, code: &code{ast: ast}, state: b.state, usings: b.usings}
}

// PSType returns the type of script blocks.
func (b *ScriptBlock) PSType() *value.Type { return value.TypeScriptBlock }

// Text is what ToString returns: the source between the braces.
func (b *ScriptBlock) Text() string { return b.AST.Source.Slice(b.AST.Body) }

// File is the path of the script that holds the block, or "".
func (b *ScriptBlock) File() string { return b.AST.Source.Name }

// Home returns the module or closure scope the block is bound to, or nil.
func (b *ScriptBlock) Home() *Scope {
	if b.state == nil || b.state.top.parent == nil {
		return nil
	}
	return b.state.top
}

// Bind makes the block run in the session state of a module's scope.
func (b *ScriptBlock) Bind(home *Scope) *ScriptBlock {
	bound := *b
	bound.state, bound.frame, bound.plan, bound.planned = home.state, nil, nil, false
	return &bound
}

// Closure returns a block that sees the present local variables of scope as
// they are now (GetNewClosure).
func (b *ScriptBlock) Closure(scope *Scope) *ScriptBlock {
	home := newStateScope(scope.Global())
	for _, v := range scope.Variables() {
		if v.Options() == 0 && v.mode != varComputed {
			captured := home.ensure(v.Name, v.folded)
			captured.Value, captured.mode = v.Value, varPlain
		}
	}
	return b.Bind(home)
}

// Invoke calls the block with arguments and returns its output.
func (b *ScriptBlock) Invoke(env value.Env, args ...value.Value) (value.Value, error) {
	f, ok := env.(*Frame)
	if !ok {
		return value.Null, nil
	}
	var out Collector
	inv := Invocation{Args: args, NewScope: true, Scope: f.scope, Out: &out}
	if len(args) > 0 {
		inv.Underscore, inv.HasUnderscore = args[0], true
	}
	err := f.session.InvokeBlock(b, inv)
	return out.Value(), err
}

// InvokeCallback runs the block as a delegate.
func (b *ScriptBlock) InvokeCallback(env value.Env, handler bool, args ...value.Value) (value.Value, error) {
	f, ok := env.(*Frame)
	if !ok {
		return value.Null, nil
	}
	var out Collector
	inv := Invocation{Args: args, NewScope: true, Scope: f.scope, Out: &out}
	if handler {
		inv.This, inv.HasThis = args[0], true
		inv.Underscore, inv.HasUnderscore = args[1], true
	}
	err := f.session.InvokeBlock(b, inv)
	return out.Value(), err
}

// InvokeItem runs the block in the caller's scope with $_ set, as the methods
// ForEach and Where do.
func (b *ScriptBlock) InvokeItem(env value.Env, item value.Value, args ...value.Value) (value.Value, error) {
	f, ok := env.(*Frame)
	if !ok {
		return value.Null, nil
	}
	var out Collector
	err := f.session.InvokeBlock(b, Invocation{Args: args, Underscore: item, HasUnderscore: true, Scope: f.scope, Out: &out})
	return out.Value(), err
}

// InvokeQuietly runs the block with $_ set; its first error ends it and is
// returned, not shown.
func (b *ScriptBlock) InvokeQuietly(env value.Env, item value.Value) (value.Value, error) {
	f, ok := env.(*Frame)
	if !ok {
		return value.Null, nil
	}
	var out Collector
	err := f.session.InvokeBlock(b, Invocation{Underscore: item, HasUnderscore: true, Scope: f.scope, Out: &out, Quiet: true})
	return out.Value(), err
}

func (b *ScriptBlock) compiled() *code {
	if !b.code.done {
		b.code.compile()
	}
	return b.code
}

// outer returns the scope below which the block's own scope is made when it is
// called from caller: the caller's, or what its own session state was running
// when a module's code called it.
func (b *ScriptBlock) outer(caller *Scope) *Scope {
	if b.state == nil || caller != nil && caller.state == b.state {
		return caller
	}
	return b.state.current
}

// Invocation says how InvokeBlock runs a block.
type Invocation struct {
	Args []value.Value
	// Named are arguments by parameter name; nil for none.
	Named *value.Dict
	// Underscore is $_ when HasUnderscore is set.
	Underscore    value.Value
	HasUnderscore bool
	Input         []value.Value
	// NewScope runs the block in a scope of its own below Scope; otherwise it
	// runs in Scope itself.
	NewScope bool
	Scope    *Scope
	Out      Sink
	// This is $this for methods, when HasThis is set.
	This    value.Value
	HasThis bool
	// Quiet makes errors of statements end the block instead of being shown:
	// the caller decides what becomes of them.
	Quiet bool
}

// InvokeBlock runs a block as ForEach-Object, calculated properties and
// script methods do: without the pipeline around it. Without NewScope and
// arguments nothing is allocated after the first call in one scope.
func (s *Session) InvokeBlock(b *ScriptBlock, inv Invocation) error {
	if err := s.poll(); err != nil {
		return err
	}
	scope := inv.Scope
	if scope == nil {
		scope = s.current
	}
	scope = b.outer(scope)
	if inv.NewScope {
		scope = NewScope(scope)
	}
	saved := s.propagate
	s.propagate = saved || inv.Quiet
	err := s.runInvocation(b, scope, inv)
	s.propagate = saved
	return err
}

// runInvocation runs a block in the scope that was chosen for it.
func (s *Session) runInvocation(b *ScriptBlock, scope *Scope, inv Invocation) error {
	if inv.NewScope || len(inv.Args) > 0 || inv.Named != nil || b.AST.Params != nil {
		return s.callBlock(b, scope, inv)
	}
	f := b.frame
	if f == nil || f.busy || f.scope != scope || f.session != s {
		f = newFrame(s, b, scope, inv.Out)
		if b.frame == nil || !b.frame.busy {
			b.frame = f
		}
	}
	f.out, f.busy = inv.Out, true
	err := f.runWithUnderscore(inv)
	f.busy = false
	return err
}

func (f *Frame) runWithUnderscore(inv Invocation) error {
	var cell *Variable
	var saved value.Value
	var mode varMode
	if inv.HasUnderscore {
		cell = f.vars[underscoreSlot]
		if cell == nil {
			cell = f.scope.ensure("_", "_")
			f.vars[underscoreSlot] = cell
		}
		saved, mode = cell.Value, cell.mode
		cell.Value, cell.mode = inv.Underscore, varPlain
	}
	before, err := f.session.push(f.scope)
	if err == nil {
		err = f.runBlocks()
		f.session.pop(before)
	}
	if cell != nil {
		cell.Value, cell.mode = saved, mode
	}
	return err
}

// runBlocks runs the named blocks one after another, as a call without
// pipeline does.
func (f *Frame) runBlocks() error {
	c := f.code
	for _, list := range [...]*stmtList{c.begin, c.process, c.end} {
		if list == nil {
			continue
		}
		if err := endOfBlock(list.run(f)); err != nil {
			return err
		}
	}
	return nil
}

// identity is the GUID of the block, the same whenever it is asked for.
func (b *ScriptBlock) identity() value.Guid {
	if b.id == (value.Guid{}) {
		b.id = system.NewGuid()
	}
	return b.id
}
