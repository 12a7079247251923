package runtime

import (
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// sessionState is the private part of a Session.
type sessionState struct {
	// calls are the Calls of method calls that may be used again.
	calls callPool

	evalState
	commandState
}

// evalState is what the evaluator keeps in a Session.
type evalState struct {
	// mainInput yields the lines that $input of the started script holds.
	mainInput func() []string
	// mainOK is $? at the end of the started script.
	mainOK bool
	// current is the scope that is being run in.
	current *Scope
	// suspended are the scopes to which session states go back when code of
	// another state that they called has come to its end.
	suspended []*Scope
	depth     int
	// ok is $?.
	ok bool
	// propagate is set inside try bodies and lists with traps: errors of
	// statements go up instead of being shown.
	propagate bool
	// strictUsed is set once strict mode was ever turned on.
	strictUsed bool
	// stopShield counts the finally blocks being run: they are not cancelled.
	stopShield int
	// scriptTypes is set once a class or enum was defined.
	scriptTypes bool
	classes     map[*value.Type]*classType
	ticks       uint32
	// errors is $Error, newest first.
	errors    *value.Sequence
	errorRoom frontRoom
	// exitCode is $LASTEXITCODE.
	exitCode value.Value
	// frames is the chain of running blocks, for stack traces.
	running *callState
}

// maxDepth is how deeply script blocks may call each other.
const maxDepth = 5000

// maxErrors is how many records $Error keeps.
const maxErrors = 256

// push enters a scope; the result is to be given to pop.
func (s *Session) push(scope *Scope) (before *Scope, err error) {
	if s.depth >= maxDepth {
		return nil, callDepthOverflow()
	}
	if err := value.CheckMemory(); err != nil {
		return nil, err
	}
	s.depth++
	before = s.current
	if scope.state != before.state {
		s.suspended = append(s.suspended, scope.state.current)
	}
	s.current, scope.state.current = scope, scope
	return before, nil
}

// pop goes back to the scope that was left by push.
func (s *Session) pop(before *Scope) {
	s.depth--
	if left := s.current.state; left != before.state {
		last := len(s.suspended) - 1
		left.current, s.suspended = s.suspended[last], s.suspended[:last]
	}
	s.current, before.state.current = before, before
}

// poll returns the error that ends a loop when the session is being stopped, or
// holds too much memory.
func (s *Session) poll() error {
	if err := value.CheckMemory(); err != nil {
		return err
	}
	s.ticks++
	if s.ticks&0xff != 0 {
		return nil
	}
	return s.stopping()
}

// Current returns the scope that is being run in.
func (s *Session) Current() *Scope { return s.current }

// OK reports $?.
func (s *Session) OK() bool { return s.ok }

// SetOK sets $?.
func (s *Session) SetOK(ok bool) { s.ok = ok }

// SetStrictMode sets the strict mode of a scope, as Set-StrictMode does; 0
// turns it off.
func (s *Session) SetStrictMode(scope *Scope, version int) {
	s.strictUsed = true
	scope.SetStrictMode(version)
}

// SetLastExitCode sets $LASTEXITCODE.
func (s *Session) SetLastExitCode(code int) { s.exitCode = value.Int(code) }

func (s *Session) lastExitCode() int { return int(s.exitCode.Int64()) }

// rememberError puts a record at the front of $Error, unless it is there
// already.
func (s *Session) rememberError(rec *errs.Record) {
	if s.errors == nil {
		return
	}
	items := s.errors.Items
	for i := 0; i < len(items) && i < 4; i++ {
		if known, _ := value.As[*errs.Record](items[i]); known == rec {
			return
		}
	}
	s.addError(value.Obj(rec))
}

// addError puts a record or an exception at the front of $Error.
func (s *Session) addError(v value.Value) {
	items := s.errors.Items
	if len(items) >= maxErrors {
		items = items[:maxErrors-1]
	}
	s.errors.Items = s.errorRoom.prepend(v, items)
	s.errors.Version++
}

// frontRoom is where a list grows at its front: an array whose places before
// free are not in use. What the list has shown before stays as it is.
type frontRoom struct {
	places []value.Value
	free   int
}

// prepend returns items with v before them. Items that are not in the array's
// used places are copied there.
func (r *frontRoom) prepend(v value.Value, items []value.Value) []value.Value {
	if r.free == 0 || len(items) == 0 || &items[0] != &r.places[r.free] {
		r.free = maxErrors
		r.places = append(make([]value.Value, r.free, r.free+len(items)+1), items...)
		r.places = r.places[:cap(r.places)]
	}
	r.free--
	r.places[r.free] = v
	return r.places[r.free : r.free+len(items)+1 : r.free+len(items)+1]
}

// Errors returns $Error, newest first.
func (s *Session) Errors() *value.Sequence { return s.errors }
