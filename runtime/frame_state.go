package runtime

import (
	"exolab/parser"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// frameState is what the evaluator keeps in a Frame.
type frameState struct {
	code *code
	// vars caches the cells of the frame's own scope by slot.
	vars []*Variable
	// pos is the statement or condition that is being run: where errors point.
	pos parser.Span
	// traps are the trap handlers of the statement lists being run, innermost
	// last; a nil entry stands for a list inside a try block.
	traps []*trapList
	// caught is the error that `throw` without operand throws again.
	caught *errs.Error
	// ctx is the running command that the frame belongs to, nil at the top.
	ctx  *Context
	call *callState
	// result is what a class's method returns.
	result value.Value
	// exited is set once the script said exit.
	exited bool
	// busy is set while a reusable frame runs.
	busy bool
}

// newFrame returns a frame that runs code in scope.
func newFrame(s *Session, b *ScriptBlock, scope *Scope, out Sink) *Frame {
	f := &Frame{session: s, scope: scope, block: b, out: out, source: b.AST.Source}
	f.code = b.compiled()
	f.vars = make([]*Variable, len(f.code.names))
	return f
}

// variable returns the own-scope cell of a slot, or nil when it is unset.
func (f *Frame) own(slot int) *Variable {
	if v := f.vars[slot]; v != nil {
		if v.mode == varUnset {
			return nil
		}
		return v
	}
	v := f.scope.cell(f.code.names[slot].folded)
	if v == nil || v.mode == varUnset {
		return nil
	}
	f.vars[slot] = v
	return v
}

// lookup finds the variable of a slot as seen from the frame, or nil.
func (f *Frame) lookup(slot int) *Variable {
	if v := f.own(slot); v != nil {
		return v
	}
	return f.scope.Lookup(f.code.names[slot].folded)
}

// read returns the value of an unqualified variable.
func (f *Frame) read(slot int, span parser.Span) (value.Value, error) {
	if v := f.vars[slot]; v != nil && (v.mode == varPlain || v.mode == varGuarded) {
		return v.Value, nil
	}
	if v := f.lookup(slot); v != nil {
		return v.Read(), nil
	}
	return f.unset(f.code.names[slot].name, span)
}

// readOwn returns the value that `$x op= ...` and `$x++` start from: inside a
// function only its own variable counts.
func (f *Frame) readOwn(slot int, span parser.Span) (value.Value, error) {
	if v := f.vars[slot]; v != nil && v.mode == varPlain {
		return v.Value, nil
	}
	if f.isFunction() && f.own(slot) == nil && !f.code.names[slot].allScope {
		return value.Null, nil
	}
	return f.read(slot, span)
}

// unset is what reading an unset variable yields.
func (f *Frame) unset(name string, span parser.Span) (value.Value, error) {
	if f.session.strictUsed && f.scope.StrictMode() > 0 {
		return value.Null, f.at(undefinedVariable(name), span)
	}
	return value.Null, nil
}

// write assigns to an unqualified variable.
func (f *Frame) write(slot int, to value.Value) error {
	if v := f.vars[slot]; v != nil && v.mode == varPlain {
		v.Value = to
		return nil
	}
	return f.target(slot).assign(to)
}

// target returns the cell that an assignment to a slot writes to.
func (f *Frame) target(slot int) *Variable {
	name := &f.code.names[slot]
	if v := f.scope.cell(name.folded); v != nil && v.mode != varUnset {
		f.vars[slot] = v
		return v
	}
	if name.allScope {
		return f.scope.target(name.name, name.folded)
	}
	v := f.scope.ensure(name.name, name.folded)
	f.vars[slot] = v
	return v
}

// isFunction reports whether the frame runs a function or block in a scope of
// its own, as against a script or dot-sourced code.
func (f *Frame) isFunction() bool {
	return f.call != nil && f.scope.parent != nil && f.scope.call == f.call && !f.call.dot && f.block != nil && !f.block.isScript
}

// collect runs fn with the success stream going to a collector.
func (f *Frame) collect(fn func(f *Frame) error) (*Collector, error) {
	saved, pos := f.out, f.pos
	var out Collector
	f.out = &out
	err := fn(f)
	f.out = saved
	if err == nil {
		// An error after a nested pipeline is one of the statement around it.
		f.pos = pos
	}
	return &out, err
}

// capture runs the statements of an expression and returns what they write.
// Where break, continue, return or exit leaves them, that is written to where the
// statement around the expression writes; where keep is set, before an error too.
func (f *Frame) capture(fn stmtFunc, keep bool) (value.Value, error) {
	out, err := f.collect(fn)
	if err == nil {
		return out.Value(), nil
	}
	if keep || leavesBlock(err) {
		for _, v := range out.Items {
			if failed := f.out.Emit(v); failed != nil {
				return value.Null, failed
			}
		}
	}
	return value.Null, err
}

// Scope returns the scope the frame runs in.
func (f *Frame) Scope() *Scope { return f.scope }

// LookupType finds a type by its written name.
func (f *Frame) LookupType(name string) (*value.Type, bool) { return f.session.lookupType(f, name) }

// Variable returns the value of a variable by name, or Null.
func (f *Frame) Variable(name string) value.Value {
	v, _ := f.scope.Get(value.Fold(name))
	return v
}

// WorkingDirectory is the absolute path of the current location.
func (f *Frame) WorkingDirectory() string { return f.session.WorkingDirectory() }

// NowTicks is the present on the session's clock.
func (f *Frame) NowTicks() int64 { return f.session.Clock() }
