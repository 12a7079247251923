package runtime

import (
	"exolab/runtime/value"
)

// blockExecutable is one invocation of a script block - a function, a script
// file or `& { }` - inside a pipeline.
type blockExecutable struct {
	session *Session
	block   *ScriptBlock
	frame   *Frame
	scope   *Scope
	call    callState
	// dot is set when the block runs in its caller's scope.
	dot       bool
	outerCall *callState
	meta      *Metadata
	bound     []bool
	// dynamic are the parameters that the dynamicparam block declared.
	dynamic   []*Param
	declared  []*runtimeParameter
	underline *Variable
	// ran is set once a block of the body ran: then its clean block will, too.
	ran bool
}

// newExecutable prepares one invocation of the block. Its scope exists from
// now on, so that parameters and their defaults can be put there.
func (b *ScriptBlock) newExecutable(s *Session, dot bool, caller *Scope) *blockExecutable {
	e := &blockExecutable{session: s, block: b, dot: dot}
	switch {
	case dot:
		e.scope = b.outer(caller)
	case b.isScript:
		e.scope = newScriptScope(b.outer(caller))
	default:
		e.scope = NewScope(b.outer(caller))
	}
	e.frame = newFrame(s, b, e.scope, discard)
	e.call.block, e.call.frame, e.call.dot = b, e.frame, dot
	e.frame.call = &e.call
	e.outerCall = e.scope.call
	e.scope.call = &e.call
	if n := len(e.frame.code.names); !dot && n > 1 {
		e.scope.cells = make([]Variable, n-1)
	}
	return e
}

// Scope returns the scope that the block runs in.
func (e *blockExecutable) Scope() *Scope { return e.scope }

// Frame returns the frame that the block runs in; defaults of parameters and
// arguments of attributes are evaluated in it.
func (e *blockExecutable) Frame() *Frame { return e.frame }

// SetArgs sets $args.
func (e *blockExecutable) SetArgs(args []value.Value) { e.call.args = args }

func (e *blockExecutable) metadata() *Metadata {
	if e.meta == nil {
		e.meta = e.block.Metadata(e.session)
		e.call.noArgs = e.meta.CmdletBinding
		e.bound = make([]bool, len(e.meta.Params))
	}
	return e.meta
}

// parameter returns parameter i; the dynamic ones come behind the others.
func (e *blockExecutable) parameter(i int) *Param {
	params := e.metadata().Params
	if i < len(params) {
		return params[i]
	}
	return e.dynamic[i-len(params)]
}

// Bind stores the converted value of parameter i in its variable.
func (e *blockExecutable) Bind(i int, v value.Value) error {
	p := e.parameter(i)
	if i < len(e.bound) {
		e.bound[i] = true
	}
	if at := i - len(e.meta.Params); at >= 0 {
		e.declared[at].held, e.declared[at].isSet = v, true
	}
	e.call.boundParameters().Set(value.Str(p.Name), v)
	if p.Common || p.Dynamic {
		return nil
	}
	e.setParameter(p, v)
	return nil
}

// Unbind takes back what a pipeline object gave to parameter i.
func (e *blockExecutable) Unbind(i int) error {
	p := e.parameter(i)
	if i < len(e.bound) {
		e.bound[i] = false
	}
	if e.call.bound != nil {
		e.call.bound.Remove(value.Str(p.Name))
	}
	if p.Common || p.Dynamic {
		return nil
	}
	v, err := e.defaultOf(p)
	if err == nil {
		e.setParameter(p, v)
	}
	return err
}

// setParameter gives a parameter's variable its value and declared type.
func (e *blockExecutable) setParameter(p *Param, v value.Value) {
	cell := e.scope.ensure(p.Name, p.foldedName())
	cell.Value, cell.mode = v, varPlain
	if v.IsVoid() {
		cell.Value = value.Null
	}
	if !p.HasType && len(p.Attributes) == 0 {
		cell.more = nil
		return
	}
	if cell.more != nil {
		*cell.more = variableMore{}
	}
	var typ *value.Type
	if p.HasType {
		typ = p.Type
	}
	cell.constrain(e.frame, typ, p.Attributes)
}

// defaults fills the parameters that nothing was bound to.
func (e *blockExecutable) defaults() error {
	for i, p := range e.metadata().Params {
		if p.Common || p.Dynamic || i < len(e.bound) && e.bound[i] {
			continue
		}
		v, err := e.defaultOf(p)
		if err != nil {
			return err
		}
		e.setParameter(p, v)
	}
	return nil
}

func (e *blockExecutable) defaultOf(p *Param) (value.Value, error) {
	if p.Default == nil {
		return zeroOf(p), nil
	}
	v, err := p.Default(e.frame)
	if err != nil || !p.HasType {
		return v, err
	}
	converted, err := convertForVariable(e.frame, v, p.Type)
	if err != nil {
		return v, transformationError(p.Name, err)
	}
	return converted, nil
}

// Begin runs the defaults and the begin block.
func (e *blockExecutable) Begin(ctx *Context) error {
	e.call.ctx, e.frame.ctx, e.frame.out = ctx, ctx, ctx.Out()
	e.listInput(func() value.Object { return value.NewArrayList(nil) })
	return e.run(func() error {
		if err := e.frame.importUsings(); err != nil {
			return err
		}
		if err := e.defaults(); err != nil {
			return err
		}
		return e.runList(e.frame.code.begin)
	})
}

// Process runs the process block with $_ set, or keeps the input for $input.
func (e *blockExecutable) Process(ctx *Context) error {
	input := ctx.Input()
	list := e.frame.code.process
	if list == nil {
		if ctx.ExpectingInput() {
			e.keep(input)
		}
		return nil
	}
	if ctx.ExpectingInput() {
		e.setUnderscore(input)
		e.call.input = &inputEnumerator{enumerator{items: []value.Value{input}, at: -1}}
		e.listInput(func() value.Object { return value.NewArrayList([]value.Value{input}) })
		e.refreshInput()
	}
	return e.run(func() error { return e.runList(list) })
}

// End runs the end block.
func (e *blockExecutable) End(ctx *Context) error {
	if list := e.frame.code.end; list != nil {
		if e.frame.code.process != nil {
			// The process block has used up the input.
			e.call.input = &inputEnumerator{enumerator{at: -1}}
		}
		e.listInput(func() value.Object {
			if e.call.input == nil {
				return value.NewArray(nil)
			}
			return value.NewArray(e.call.input.items)
		})
		e.refreshInput()
		return e.run(func() error { return e.runList(list) })
	}
	return nil
}

// listInput makes $input of an advanced function the list that its next block
// is given.
func (e *blockExecutable) listInput(make func() value.Object) {
	if e.metadata().CmdletBinding {
		e.call.list = make()
	}
}

// Clean runs the clean block and gives the scope back to its owner.
func (e *blockExecutable) Clean(ctx *Context) error {
	var err error
	if list := e.frame.code.clean; list != nil && e.ran {
		// What a clean block puts out goes nowhere, and no error leaves it:
		// a try around the call does not end it at its first error.
		saved := e.session.propagate
		e.session.propagate, e.frame.out = false, discard
		err = e.run(func() error { return endOfBlock(list.run(e.frame)) })
		e.session.propagate = saved
	}
	if e.dot {
		e.scope.call = e.outerCall
		for _, name := range [...]string{"args", "input", "psboundparameters", "myinvocation", "psscriptroot", "pscommandpath"} {
			e.scope.Remove(name)
		}
	}
	return err
}

// DynamicParams runs the dynamicparam block and returns what it yields.
func (e *blockExecutable) DynamicParams(ctx *Context) (value.Value, error) {
	list := e.frame.code.dynamic
	if list == nil {
		return value.Void, nil
	}
	var out Collector
	e.call.ctx, e.frame.ctx, e.frame.out = ctx, ctx, &out
	err := e.run(func() error { return e.runList(list) })
	return out.Value(), err
}

func (e *blockExecutable) runList(list *stmtList) error {
	if list == nil || e.frame.exited {
		return nil
	}
	e.ran = true
	err := endOfBlock(list.run(e.frame))
	if e.block.isMain {
		e.session.mainOK = e.session.ok
	}
	if exit, ok := err.(*ExitError); ok && e.block.isScript && !e.block.isMain {
		// exit ends the script file that says it, not its caller.
		e.session.exitCode = value.Int(exit.Code)
		e.frame.exited = true
		return nil
	}
	return err
}

// run enters the block's scope for the time of fn.
func (e *blockExecutable) run(fn func() error) error {
	s := e.session
	before, err := s.push(e.scope)
	if err != nil {
		return err
	}
	e.call.outer, s.running = s.running, &e.call
	err = fn()
	s.running = e.call.outer
	s.pop(before)
	return err
}

func (e *blockExecutable) setUnderscore(v value.Value) {
	if e.underline == nil {
		e.underline = e.scope.ensure("_", "_")
	}
	e.underline.Value, e.underline.mode = v, varPlain
}

func (e *blockExecutable) keep(v value.Value) {
	if e.call.input == nil {
		e.call.input = &inputEnumerator{enumerator{at: -1}}
	}
	if len(e.call.input.items) == 0 {
		// A begin block that looked for input found none and is done with it.
		e.call.input.at = -1
	}
	e.call.input.items = append(e.call.input.items, v)
}

// refreshInput makes an already made $input variable hold the present input.
func (e *blockExecutable) refreshInput() {
	v := e.scope.cell("input")
	switch {
	case v == nil || v.mode == varUnset:
	case e.call.list != nil:
		v.Value = value.Obj(e.call.list)
	case e.call.input != nil:
		v.Value = value.Obj(e.call.input)
	}
}
