package runtime

import (
	"exolab/parser"
	"exolab/runtime/value"
)

// callBlock runs a block with arguments in a scope of its own (or, without
// NewScope, in the scope given) through the pipeline, which binds them.
func (s *Session) callBlock(b *ScriptBlock, scope *Scope, inv Invocation) error {
	caller := scope
	st := stage{nameOf: constant(value.Obj(b)), invocation: parser.InvokeCall}
	if inv.NewScope {
		caller = scope.parent
	} else {
		st.invocation = parser.InvokeDot
	}
	for _, a := range inv.Args {
		st.arguments = append(st.arguments, argument{value: constant(a)})
	}
	if inv.Named != nil {
		st.arguments = append(st.arguments, argument{splat: true, value: constant(value.Obj(inv.Named))})
	}
	outer := caller
	if inv.NewScope && (inv.HasUnderscore || inv.HasThis) {
		outer = NewScope(caller)
		outer.script = caller.script
	}
	restore := setAutomatics(outer, inv)
	defer restore()
	f := newFrame(s, b, outer, inv.Out)
	f.call = s.running
	if s.running != nil {
		f.ctx = s.running.ctx
	}
	stages := []stage{st}
	if inv.Input != nil {
		stages = []stage{{expression: constant(value.List(inv.Input...))}, st}
	}
	return f.runPipeline(stages, inv.Out)
}

// setAutomatics sets $_ and $this for a call; the result takes them back.
func setAutomatics(scope *Scope, inv Invocation) func() {
	type saved struct {
		cell *Variable
		was  Variable
	}
	var list []saved
	set := func(name string, v value.Value) {
		cell := scope.ensure(name, name)
		list = append(list, saved{cell, *cell})
		cell.Value, cell.mode = v, varPlain
	}
	if inv.HasUnderscore {
		set("_", inv.Underscore)
	}
	if inv.HasThis {
		set("this", inv.This)
	}
	return func() {
		for _, s := range list {
			s.cell.Value, s.cell.mode = s.was.Value, s.was.mode
		}
	}
}

// InvokeThis calls the block with $this and arguments.
func (b *ScriptBlock) InvokeThis(env value.Env, this value.Value, args ...value.Value) (value.Value, error) {
	f, ok := env.(*Frame)
	if !ok {
		return value.Null, nil
	}
	var out Collector
	err := f.session.InvokeBlock(b, Invocation{Args: args, This: this, HasThis: true, NewScope: true, Scope: f.scope, Out: &out})
	return out.Value(), err
}
