package runtime

import (
	"exolab/parser"
	"exolab/runtime/errs"
	"exolab/runtime/interrupt"
	"exolab/runtime/value"
)

type catchClause struct {
	types []*parser.TypeName
	body  *stmtList
}

// tryStatement compiles try/catch/finally.
func (c *compiler) tryStatement(s *parser.TryStatement) stmtFunc {
	body, finally := c.block(s.Body), c.block(s.Finally)
	clauses := make([]catchClause, len(s.Catches))
	for i, cl := range s.Catches {
		clauses[i].body = c.block(cl.Body)
		for _, t := range cl.Types {
			clauses[i].types = append(clauses[i].types, t.Type)
		}
	}
	guarded := func(f *Frame) error {
		err := f.runGuarded(body)
		if err == nil || IsFlow(err) || len(clauses) == 0 {
			return err
		}
		return f.runCatch(clauses, f.asError(err))
	}
	if finally == nil {
		return guarded
	}
	return func(f *Frame) error {
		err := guarded(f)
		return f.runFinally(finally, err)
	}
}

// runGuarded runs the body of a try statement: errors end it at once.
func (f *Frame) runGuarded(body *stmtList) error {
	s := f.session
	saved := s.propagate
	s.propagate = true
	f.traps = append(f.traps, insideTry)
	err := body.run(f)
	f.traps = f.traps[:len(f.traps)-1]
	s.propagate = saved
	return err
}

// runFinally runs a finally block; an error of its own replaces the pending
// one.
func (f *Frame) runFinally(finally *stmtList, pending error) error {
	f.session.stopShield++
	interrupt.Shield(1)
	err := finally.run(f)
	interrupt.Shield(-1)
	f.session.stopShield--
	if err != nil {
		return err
	}
	return pending
}

// runCatch runs the clause that fits the error best.
func (f *Frame) runCatch(clauses []catchClause, e *errs.Error) error {
	f.session.rememberError(e.Record)
	note(f.session.currentStreams().errorLists, value.Obj(e.Record))
	chosen, caughtAs, err := f.chooseCatch(clauses, e)
	if err != nil {
		return err
	}
	if chosen < 0 {
		return e
	}
	cell := f.vars[underscoreSlot]
	if cell == nil {
		cell = f.scope.ensure("_", "_")
		f.vars[underscoreSlot] = cell
	}
	saved, mode, caught := cell.Value, cell.mode, f.caught
	cell.Value, cell.mode, f.caught = value.Obj(recordAs(e.Record, caughtAs)), varPlain, e
	err = clauses[chosen].body.run(f)
	cell.Value, cell.mode, f.caught = saved, mode, caught
	return err
}

// recordAs is the record that a catch clause sees when it caught the exception
// inside of the one that was raised.
func recordAs(rec *errs.Record, caught *value.Exception) *errs.Record {
	if caught == rec.Exception || rec.Exception.Inner != caught {
		return rec
	}
	own := *rec
	own.Exception = caught
	return &own
}

// unwrappable reports whether catch also looks at the exception inside x.
func unwrappable(x *value.Exception) bool {
	return value.ExceptionType(exRuntime).IsAssignableFrom(x.T)
}

// throwStatement compiles throw.
func (c *compiler) throwStatement(s *parser.ThrowStatement) stmtFunc {
	if s.Value == nil {
		return func(f *Frame) error {
			if f.caught != nil {
				f.caught.Thrown = true
				return f.caught
			}
			return f.thrown(value.Str("ScriptHalted"))
		}
	}
	of := c.valueOf(s.Value)
	return func(f *Frame) error {
		v, err := of(f)
		if err != nil {
			return err
		}
		f.pos = s.Span
		return f.thrown(v)
	}
}

// thrown makes the error that `throw v` raises.
func (f *Frame) thrown(v value.Value) error {
	if d, ok := value.As[*errs.Record](v); ok {
		d.Thrown = true
		return &errs.Error{Record: d, Thrown: true}
	}
	if x, ok := value.As[*value.Exception](v); ok {
		rec, known := x.Record.(*errs.Record)
		if !known {
			rec = &errs.Record{Exception: x, ID: x.Message, Category: value.OperationStopped, Target: value.Null, Invocation: f.invocationHere()}
			x.Record = rec
		}
		return &errs.Error{Record: rec, Thrown: true}
	}
	text, err := f.text(v)
	if err != nil {
		return err
	}
	if v.IsNull() {
		text = "ScriptHalted"
	}
	x := value.NewException(exRuntime, text)
	rec := &errs.Record{Exception: x, ID: text, Category: value.OperationStopped, Target: v, Invocation: f.invocationHere(), Thrown: true}
	x.Record = rec
	return &errs.Error{Record: rec, Thrown: true}
}
