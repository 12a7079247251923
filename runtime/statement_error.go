package runtime

import (
	"exolab/parser"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// asError makes an *errs.Error out of any error that is not control flow and
// notes the position of the statement if it has none yet.
func (f *Frame) asError(err error) *errs.Error {
	e, ok := err.(*errs.Error)
	if !ok {
		exception, isException := err.(*value.Exception)
		if !isException {
			exception = value.NewException(exRuntime, err.Error())
		}
		rec := errs.FromException(exception)
		if exception.Record == value.Object(rec) && !unwrappable(exception) {
			classify(rec)
		}
		e = &errs.Error{Record: rec, Statement: true, Thrown: exception.Final}
	}
	if e.Record.Invocation == nil {
		e.Record.Invocation = f.invocationHere()
	}
	if e.Record.StackTrace == "" {
		e.Record.StackTrace = f.stackTrace()
	}
	return e
}

// classify gives the record of a .NET exception that PowerShell did not raise
// itself its id and category.
func classify(rec *errs.Record) {
	if rec.Exception.ErrorID == "" {
		rec.ID = rec.Exception.T.FullName
	}
	if rec.Category == value.NotSpecified {
		rec.Category = value.OperationStopped
	}
}

// at makes an error that points to a part of the statement.
func (f *Frame) at(err error, span parser.Span) error {
	saved := f.pos
	f.pos = span
	e := f.asError(err)
	f.pos = saved
	return e
}

// invocationHere is the InvocationInfo of an error that an expression raised.
func (f *Frame) invocationHere() *errs.Invocation {
	return &errs.Invocation{Source: f.source, Span: f.pos, HistoryID: f.session.nextHistoryID()}
}

// statementError decides what an error does to a list of statements: nil goes
// on with the next statement, anything else ends the list.
func (f *Frame) statementError(err error) error {
	switch err.(type) {
	case *jump, *ExitError:
		return err
	}
	if isPipelineFlow(err) {
		return err
	}
	e, s := f.asError(err), f.session
	s.rememberError(e.Record)
	if !f.insideTry() {
		note(s.currentStreams().errorLists, value.Obj(e.Record))
	}
	s.ok, e.Left = false, false
	if e.Leaving != nil {
		return e
	}
	traps := f.activeTraps()
	if traps == nil && (s.propagate || e.Stopped || e.Decided) {
		return e
	}
	action := actionContinue
	if traps != nil {
		handled, next, err := f.runTraps(traps, e)
		if err != nil {
			return err
		}
		// An error that no trap fits leaves the list.
		action = actionStop
		if handled {
			action = next
		}
	} else {
		action = f.errorAction()
	}
	switch action {
	case actionSilent, actionIgnore:
		return nil
	case actionStop:
		e.Decided = true
		return e
	}
	if traps == nil && e.Thrown {
		return e
	}
	return s.writeErrorTo(s.currentStreams(), e.Record)
}

// action is an ActionPreference, by its number in .NET.
type action int64

const (
	actionSilent   action = 0
	actionStop     action = 1
	actionContinue action = 2
	actionInquire  action = 3
	actionIgnore   action = 4
)

// errorAction is what $ErrorActionPreference says.
func (f *Frame) errorAction() action {
	v, _ := f.scope.Get("erroractionpreference")
	return actionOf(v)
}

func actionOf(v value.Value) action {
	v = value.Unwrap(v)
	switch v.Kind() {
	case value.KindEnum:
		return action(v.Int64())
	case value.KindString:
		switch value.Fold(v.Text()) {
		case "silentlycontinue":
			return actionSilent
		case "stop":
			return actionStop
		case "inquire":
			return actionInquire
		case "ignore":
			return actionIgnore
		}
	case value.KindInt32:
		return action(v.Int64())
	}
	return actionContinue
}

// trapList is the trap handlers of one list of statements, in order.
type trapList struct {
	handlers []trapHandler
}

type trapHandler struct {
	types []*parser.TypeName
	// block is the body: it runs in a scope of its own.
	block *ScriptBlock
}

// insideTry stands in Frame.traps for the body of a try statement, where
// errors go to the catch clauses, and for a block inside a list with traps.
var insideTry = &trapList{}

func (c *compiler) traps(list []*parser.TrapStatement) *trapList {
	t := &trapList{}
	for _, s := range list {
		h := trapHandler{block: NewScriptBlock(c.blockOf(s.Body))}
		if s.Type != nil {
			h.types = []*parser.TypeName{s.Type.Type}
		}
		t.handlers = append(t.handlers, h)
	}
	return t
}

// blockOf makes a script block of a statement block.
func (c *compiler) blockOf(b *parser.StatementBlock) *parser.ScriptBlock {
	return &parser.ScriptBlock{Span: b.Span, Body: b.Span, Source: c.source,
		End: &parser.NamedBlock{Span: b.Span, Unnamed: true, Statements: b.Statements, Traps: b.Traps}}
}

// activeTraps returns the traps in force, or nil.
func (f *Frame) activeTraps() *trapList {
	if n := len(f.traps); n > 0 && !f.insideTry() {
		return f.traps[n-1]
	}
	return nil
}

// enterTraps puts a list's traps in force and returns what ends that. A list
// without any leaves its errors to the list around it, where the next statement
// then runs. What a list with traps calls leaves its errors to it, too.
func (f *Frame) enterTraps(traps *trapList) (leave func()) {
	if traps == nil {
		f.traps = append(f.traps, insideTry)
		return func() { f.traps = f.traps[:len(f.traps)-1] }
	}
	saved := f.session.propagate
	f.session.propagate = true
	f.traps = append(f.traps, traps)
	return func() {
		f.session.propagate = saved
		f.traps = f.traps[:len(f.traps)-1]
	}
}

// insideTry reports whether the innermost handlers are those of a try
// statement.
func (f *Frame) insideTry() bool {
	n := len(f.traps)
	return n > 0 && f.traps[n-1] == insideTry
}

// runTraps runs the best handler for an error. handled is false when no
// handler fits; next says whether the error is still to be shown.
func (f *Frame) runTraps(traps *trapList, e *errs.Error) (handled bool, next action, err error) {
	h, caught, err := f.chooseTrap(traps, e)
	if h == nil || err != nil {
		return false, actionContinue, err
	}
	scope, rec := NewScope(f.scope), e.Record
	if caught != rec.Exception {
		own := *rec
		own.Exception, rec = caught, &own
	}
	scope.SetPlain("_", value.Obj(rec))
	inner := newFrame(f.session, h.block, scope, f.out)
	inner.ctx = f.ctx
	before, err := f.session.push(scope)
	if err != nil {
		return false, actionContinue, err
	}
	saved := f.session.propagate
	f.session.propagate = false
	if body := inner.code.end; body != nil {
		// return leaves the block that the trap belongs to.
		err = body.run(inner)
	}
	f.session.propagate = saved
	f.session.pop(before)
	switch {
	case err == errContinue:
		return true, actionSilent, nil
	case err == errBreak:
		return true, actionStop, nil
	case err != nil:
		return true, actionStop, err
	}
	return true, f.errorAction(), nil
}

// chooseTrap returns the handler that fits the error best and the exception
// that its $_ holds: the inner one, if that has a handler; nil if none fits.
func (f *Frame) chooseTrap(traps *trapList, e *errs.Error) (*trapHandler, *value.Exception, error) {
	types := make([]*value.Type, len(traps.handlers))
	for i := range traps.handlers {
		for _, name := range traps.handlers[i].types {
			t, err := f.resolveType(name)
			if err != nil {
				return nil, nil, err
			}
			types[i] = t
		}
	}
	outer, inner := trapped(e)
	chosen, caught := -1, inner
	if inner != nil {
		chosen = trapFor(types, inner.T)
	}
	if chosen < 0 || types[chosen] == nil {
		if at := trapFor(types, outer.T); at != chosen {
			chosen, caught = at, outer
		}
	}
	if chosen < 0 {
		return nil, nil, nil
	}
	if caught == outer && !e.Stopped && !unwrappable(e.Record.Exception) {
		caught = e.Record.Exception
	}
	return &traps.handlers[chosen], caught, nil
}

// trapped is the engine's exception around an error and the one inside, which
// may be nil.
func trapped(e *errs.Error) (outer, inner *value.Exception) {
	x := e.Record.Exception
	switch {
	case e.Stopped && x.T.FullName != exStopped:
		return stoppedException(e.Record), nil
	case unwrappable(x):
		return x, x.Inner
	case e.Thrown:
		return value.NewException(exRuntime, x.Message), x
	}
	return value.NewException(exCmdletInvocation, x.Message), x
}

// trapFor is the handler of an exception type: the one of that very type, else
// the first of a base type, else the first for everything; -1 for none.
func trapFor(types []*value.Type, x *value.Type) int {
	base, all := -1, -1
	for i, t := range types {
		switch {
		case t == x:
			return i
		case t == nil && all < 0:
			all = i
		case t != nil && base < 0 && t.IsAssignableFrom(x):
			base = i
		}
	}
	if base >= 0 {
		return base
	}
	return all
}
