package runtime

import (
	"strings"

	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// processor is one command of a running pipeline. As a Sink it receives what
// the stage before it emits.
type processor struct {
	Context
	// redirected is where the command's own streams go; nil means that no
	// command of the pipeline changes them.
	redirected *streams
	// files are the Out-File commands that redirections write through.
	files []*processor
	// line is the pipeline that the command is part of.
	line *pipeline
	// begun says that Clean is owed; done that no more input is wanted.
	begun, done bool
	args        []boundArg
}

// Emit binds an object from the pipeline and runs the command on it.
func (p *processor) Emit(v value.Value) error {
	if !p.begun {
		// A command before it put something out in its begin block.
		if err := p.begin(); err != nil {
			return err
		}
	}
	if p.redirected != nil {
		s := p.session
		before := s.streams
		s.streams = p.redirected
		err := p.process(v)
		s.streams = before
		return err
	}
	return p.process(v)
}

func (p *processor) process(v value.Value) error {
	if err := p.session.poll(); err != nil {
		return err
	}
	ok, err := p.bindInput(v)
	if err == nil && ok {
		err = p.exec.Process(&p.Context)
	}
	if err != nil {
		return p.wrap(err)
	}
	return nil
}

// prepare binds the command line.
func (p *processor) prepare() error { return p.enter(p.bind) }

// begin runs the command's Begin, unless that was done already.
func (p *processor) begin() error {
	if p.begun {
		return nil
	}
	p.begun = true
	// Every command asks, whatever time the one before it took.
	if err := p.session.stopping(); err != nil {
		return err
	}
	return p.enter(func() error { return p.exec.Begin(&p.Context) })
}

func (p *processor) bind() error {
	p.bound = make([]bool, len(p.meta.Params))
	if err := p.bindCommandLine(p.args); err != nil {
		return err
	}
	block, isBlock := p.exec.(*blockExecutable)
	if isBlock {
		block.SetArgs(p.rest)
	}
	if p.common != nil {
		if isBlock {
			p.common.shareWithScope(block.Scope())
		}
		if err := p.openVariables(); err != nil {
			return err
		}
	}
	return p.warnOfObsolete()
}

// once runs Process for a command that has no input.
func (p *processor) once() error {
	p.input = value.Void
	return p.enter(func() error { return p.exec.Process(&p.Context) })
}

func (p *processor) end() error {
	return p.enter(func() error { return p.exec.End(&p.Context) })
}

// clean runs the command's Clean, in any case.
func (p *processor) clean() error {
	if !p.begun {
		return nil
	}
	p.begun = false
	if p.session.Observer != nil {
		p.session.Observer(&p.Context)
	}
	err := p.enter(func() error { return p.exec.Clean(&p.Context) })
	for _, f := range p.files {
		if e := f.clean(); err == nil {
			err = e
		}
	}
	return err
}

// reportCleanup shows an error that a function's clean block ended with; false
// leaves any other error to the caller.
func (p *processor) reportCleanup(err error) bool {
	e, ok := err.(*errs.Error)
	if !ok || !p.script() {
		return false
	}
	p.failed = true
	_ = p.session.writeErrorTo(p.streamsInForce(), e.Record)
	return true
}

// enter runs fn with the command's streams in force.
func (p *processor) enter(fn func() error) error {
	s := p.session
	before := s.streams
	if p.redirected != nil {
		s.streams = p.redirected
	}
	err := guarded(fn)
	s.streams = before
	if err != nil {
		return p.wrap(err)
	}
	return nil
}

// wrap gives an error that leaves the command the form of a terminating error
// with the command's position.
func (p *processor) wrap(err error) error {
	switch e := err.(type) {
	case *errs.Error:
		if e.Leaving == &p.Context {
			return &errs.Error{Record: e.Record, Statement: true}
		}
		p.nameCommand(e)
		if p.script() && (!e.Thrown || e.Stopped) && !e.Left {
			e.Left = true
			note(p.streamsInForce().errorLists, value.Obj(e.Record.Exception))
		}
		return e
	case *bindingError:
		return errs.Terminating(e.record)
	case *value.Exception:
		if p.script() {
			return err
		}
		return p.Throw(p.recordFor(e))
	}
	return err
}

// streamsInForce are the streams that the command writes to.
func (p *processor) streamsInForce() *streams {
	if p.redirected != nil {
		return p.redirected
	}
	return p.session.currentStreams()
}

// nameCommand adds the cmdlet to the id of an error that a script block of its
// let pass; what throw raised stays as it is.
func (p *processor) nameCommand(e *errs.Error) {
	if p.script() || e.Thrown || e.Record.Thrown || strings.Contains(e.Record.ID, ",") {
		return
	}
	if name := p.command.errorName(); name != "" && name != e.Record.ID {
		e.Record.ID += "," + name
	}
}

// recordFor makes the record of an exception that escaped from a cmdlet.
func (p *processor) recordFor(e *value.Exception) *errs.Record {
	if rec, ok := e.Record.(*errs.Record); ok {
		return rec
	}
	rec := errs.FromException(e)
	if e.ErrorID == "" && rec.Invocation == nil {
		rec.ID = e.T.FullName
	}
	return rec
}
