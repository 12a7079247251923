package runtime

import (
	"fmt"

	"exolab/parser"
	"exolab/runtime/dotnet"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// The types with which scripts run commands in a session of their own.
var (
	typeHosting        = engineType("PowerShell", loadHosting)
	typeHostingStreams = engineType("PSDataStreams", loadHostingStreams)
	typeRunspace       = runspacesType("Runspace", loadRunspace)
	typeRunspacePool   = runspacesType("RunspacePool", loadRunspace)
	typeRunspaces      = runspacesType("RunspaceFactory", loadRunspaces)
	typeProxy          = runspacesType("SessionStateProxy", loadProxy)
	typeInitialState   = runspacesType("InitialSessionState", loadInitialState)
)

func runspacesType(name string, load func(*value.Type, *value.Members)) *value.Type {
	t := engineType(name, load)
	t.FullName = "System.Management.Automation.Runspaces." + name
	return t
}

// runspace is a session that a script made, or a pool of them: each command
// that runs in a pool gets a session of its own.
type runspace struct {
	pool    bool
	session *Session
	opened  bool
}

// PSType tells a pool from a runspace.
func (r *runspace) PSType() *value.Type {
	if r.pool {
		return typeRunspacePool
	}
	return typeRunspace
}

// open returns the runspace's session, making it on first use.
func (r *runspace) open(from *Session) (*Session, error) {
	if r.session != nil && !r.pool {
		return r.session, nil
	}
	if from.Fresh == nil {
		return nil, notEmulatedSession()
	}
	s, err := from.Fresh()
	if err == nil && !r.pool {
		r.session = s
	}
	return s, err
}

func notEmulatedSession() error {
	return value.NewException("System.NotSupportedException", "exolab has no further sessions here.")
}

// hosted is a command of a PowerShell object: a script or a name, with
// arguments.
type hosted struct {
	script    *ScriptBlock
	text      string
	isScript  bool
	local     bool
	arguments []boundArg
}

// hosting is a PowerShell object: statements of commands, the session that
// they run in and the streams they wrote to.
type hosting struct {
	value.Extended
	statements [][]*hosted
	next       bool
	where      *runspace
	streams    hostingStreams
	failed     bool
	state      string
	reason     *value.Exception
}

// hostingStreams are the streams beside the output.
type hostingStreams struct {
	value.Extended
	error, warning, verbose, debug, information, progress *value.Sequence
}

// PSType returns PowerShell.
func (*hosting) PSType() *value.Type { return typeHosting }

// PSType returns PSDataStreams.
func (*hostingStreams) PSType() *value.Type { return typeHostingStreams }

func newHosting(where *runspace) *hosting {
	h := &hosting{where: where, state: "NotStarted"}
	h.streams.clear()
	return h
}

func (s *hostingStreams) clear() {
	for _, list := range []**value.Sequence{&s.error, &s.warning, &s.verbose, &s.debug, &s.information, &s.progress} {
		*list = dotnet.NewCollection(nil)
	}
}

// sinks sends the streams of a session to the collections.
func (s *hostingStreams) sinks() *streams {
	to := func(list *value.Sequence) Sink {
		return SinkFunc(func(v value.Value) error {
			list.Items = append(list.Items, v)
			return nil
		})
	}
	return &streams{error: to(s.error), warning: to(s.warning), verbose: to(s.verbose), debug: to(s.debug), information: to(s.information)}
}

// add begins a command.
func (h *hosting) add(c *hosted) {
	if h.next || len(h.statements) == 0 {
		h.statements = append(h.statements, nil)
		h.next = false
	}
	last := len(h.statements) - 1
	h.statements[last] = append(h.statements[last], c)
}

// current is the command that arguments go to, or nil.
func (h *hosting) current() *hosted {
	if n := len(h.statements); n > 0 && len(h.statements[n-1]) > 0 {
		return h.statements[n-1][len(h.statements[n-1])-1]
	}
	return nil
}

// invoke runs the statements; input goes to the first command of each.
func (h *hosting) invoke(caller *Frame, input []value.Value) ([]value.Value, error) {
	s, err := h.where.open(caller.session)
	if err != nil {
		return nil, err
	}
	var out Collector
	before := s.streams
	s.streams = h.streams.sinks()
	h.state, h.failed, h.reason = "Completed", false, nil
	for _, statement := range h.statements {
		if err = h.run(s, caller, statement, input, &out); err != nil {
			break
		}
	}
	s.streams = before
	h.failed = h.failed || len(h.streams.error.Items) > 0
	if err != nil {
		err = h.fail(err)
	}
	return out.Items, err
}

// fail notes the error that ended the commands and gives it the form in which
// the caller sees it; flow statements end them without one.
func (h *hosting) fail(err error) error {
	if IsFlow(err) {
		return nil
	}
	x := exceptionOf(err)
	if e, ok := err.(*errs.Error); ok {
		x = e.Record.Exception
		switch {
		case e.Stopped && x.T.FullName != exStopped:
			x = stoppedException(e.Record)
		case !e.Thrown && !value.ExceptionType(exRuntime).IsAssignableFrom(x.T):
			// A command's error leaves it inside an exception of the engine's.
			x = value.NewException("System.Management.Automation.CmdletInvocationException", e.Record.Message())
			x.Inner, x.Record = e.Record.Exception, e.Record
		}
	} else if all, ok := err.(*parser.ParseErrors); ok {
		if x = incompleteInput(all); x == nil {
			x = parseErrorRecord(all).Exception
		}
	}
	h.state, h.failed, h.reason = "Failed", true, x
	return x
}

// run runs one statement's commands as a pipeline in a session's global scope.
func (h *hosting) run(s *Session, caller *Frame, commands []*hosted, input []value.Value, out Sink) error {
	f := s.topFrame(parser.NewSource("", ""))
	f.out = out
	if s == caller.session {
		f.scope, f.call = caller.scope, caller.call
	}
	var stages []stage
	if input != nil {
		stages = append(stages, stage{expression: constant(value.List(input...))})
	}
	for _, c := range commands {
		st, err := c.stage(s)
		if err != nil {
			return err
		}
		stages = append(stages, st)
	}
	before, err := s.push(f.scope)
	if err != nil {
		return err
	}
	saved := s.propagate
	s.propagate = false
	err = guarded(func() error { return f.runPipeline(stages, out) })
	s.propagate = saved
	s.pop(before)
	if e, ok := err.(*errs.Error); ok && !e.Thrown {
		// An error that ends a statement is noted; the next statement runs.
		h.failed = true
		return err
	}
	return endOfBlock(err)
}

// stage is the command as an element of a pipeline.
func (c *hosted) stage(s *Session) (stage, error) {
	st := stage{name: c.text, invocation: parser.InvokeNone}
	if c.isScript {
		if c.script == nil {
			block, err := s.ParseBlock("", c.text)
			if err != nil {
				return st, err
			}
			c.script = block
		}
		st.name, st.nameOf, st.invocation = "", constant(value.Obj(c.script)), parser.InvokeDot
		if c.local {
			st.invocation = parser.InvokeCall
		}
	}
	for _, a := range c.arguments {
		arg := argument{param: a.name, value: constant(a.value), colon: a.named && a.hasValue}
		if a.named && !a.hasValue {
			arg.value = nil
		}
		st.arguments = append(st.arguments, arg)
	}
	return st, nil
}

// invocationFailed is the exception with which Invoke ends.
func invocationFailed(method string, count int, err error) error {
	x, ok := err.(*value.Exception)
	if !ok {
		return err
	}
	outer := value.NewException("System.Management.Automation.MethodInvocationException",
		fmt.Sprintf("Exception calling \"%s\" with \"%d\" argument(s): \"%s\"", method, count, x.Message))
	outer.Inner, outer.ErrorID = x, x.T.Name
	outer.Record = errs.FromException(outer)
	return outer
}
