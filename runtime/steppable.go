package runtime

import (
	"exolab/parser"
	"exolab/runtime/dotnet"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// typeSteppable is System.Management.Automation.SteppablePipeline.
var typeSteppable = engineType("SteppablePipeline", loadSteppable)

// steppable is a pipeline whose steps a script takes one by one, as proxy
// functions do: Begin, Process for each object, End.
type steppable struct {
	line   pipeline
	stages []stage
	// buffer holds what came out since the last step, unless Begin was given
	// a command to write to.
	buffer Collector
	// expecting is set when Process takes objects.
	expecting, begun, over bool
}

// PSType returns SteppablePipeline.
func (*steppable) PSType() *value.Type { return typeSteppable }

func loadSteppableOf(r dotnet.Rows) {
	make := func(c *value.Call) (value.Value, error) {
		b, _ := value.As[*ScriptBlock](c.This)
		f, ok := c.Env.(*Frame)
		if !ok {
			return value.Null, nil
		}
		var args []value.Value
		if len(c.Args) > 1 {
			args = value.Items(c.Args[1])
		}
		s, err := b.steppable(f, args)
		if err != nil {
			return value.Null, err
		}
		return value.Obj(s), nil
	}
	const result = "System.Management.Automation.SteppablePipeline GetSteppablePipeline("
	r.Method(result+")", make)
	r.Method(result+"System.Management.Automation.CommandOrigin commandOrigin)", make)
	r.Method(result+"System.Management.Automation.CommandOrigin commandOrigin, System.Object[] args)", make)
}

// steppable makes a pipeline of the block, which must be one pipeline of
// commands. Its arguments are evaluated now, in the caller's frame.
func (b *ScriptBlock) steppable(f *Frame, args []value.Value) (*steppable, error) {
	ast, err := simplePipeline(b.AST)
	if err != nil {
		return nil, err
	}
	shared := &code{done: true, index: map[string]int{}}
	c := &compiler{code: shared, source: b.AST.Source}
	c.slot("_")
	s := &steppable{stages: c.stages(ast)}
	scope := f.scope
	if len(args) > 0 {
		scope = NewScope(scope)
		scope.SetPlain("args", value.List(args...))
		for i, p := range formalsOf(b.AST) {
			if i < len(args) {
				scope.SetPlain(p.Name.Name, args[i])
			}
		}
	}
	inner := &Frame{session: f.session, scope: scope, block: b, out: &s.buffer, source: b.AST.Source}
	inner.code, inner.vars = shared, make([]*Variable, len(shared.names))
	inner.ctx, inner.call, inner.pos = f.ctx, f.call, ast.Span
	s.line = pipeline{frame: inner, procs: make([]processor, len(s.stages))}
	for i := range s.line.procs {
		if err := s.line.prepare(i, &s.stages[i], i); err != nil {
			return nil, err
		}
	}
	return s, nil
}

func formalsOf(b *parser.ScriptBlock) []*parser.Parameter {
	if b.Params == nil {
		return nil
	}
	return b.Params.Parameters
}

// simplePipeline returns the only pipeline of a block.
func simplePipeline(b *parser.ScriptBlock) (*parser.Pipeline, error) {
	switch {
	case b.Begin != nil || b.Process != nil || b.Clean != nil || b.DynamicParam != nil:
		return nil, invalidOperation("CanConvertOneClauseOnly", "The script block cannot be converted because it contains more than one clause. "+
			"Expressions or control structures are not permitted. Verify that the script block contains exactly one pipeline or command.")
	case b.End == nil || len(b.End.Statements) == 0:
		return nil, invalidOperation("CantConvertEmptyPipeline",
			"An empty script block cannot be converted. Verify that the script block contains exactly one pipeline or command.")
	case len(b.End.Traps) > 0:
		return nil, invalidOperation("CantConvertScriptBlockWithTrap", "A script block that contains a top-level trap statement cannot be converted.")
	}
	p, ok := b.End.Statements[0].(*parser.Pipeline)
	if !ok || len(b.End.Statements) > 1 {
		return nil, invalidOperation("CanOnlyConvertOnePipeline", "Only a script block that contains exactly one pipeline or command can be converted. "+
			"Expressions or control structures are not permitted. Verify that the script block contains exactly one pipeline or command.")
	}
	if _, expression := p.Elements[0].(*parser.CommandExpression); expression {
		return nil, invalidOperation("CantConvertPipelineStartsWithExpression",
			"Cannot generate a PowerShell object for a ScriptBlock that starts a pipeline with an expression.")
	}
	return p, nil
}

func loadSteppable(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	step := func(run func(s *steppable, args []value.Value) (value.Value, error)) func(*value.Call) (value.Value, error) {
		return func(c *value.Call) (value.Value, error) {
			s, ok := value.As[*steppable](c.This)
			if !ok {
				return value.Void, nil
			}
			v, err := run(s, c.Args)
			return v, s.fail(err)
		}
	}
	begin := step(func(s *steppable, args []value.Value) (value.Value, error) { return value.Void, s.begin(args[0]) })
	r.Method("void Begin(bool expectInput)", begin)
	r.Method("void Begin(bool expectInput, System.Management.Automation.EngineIntrinsics contextToRedirectTo)", begin)
	r.Method("void Begin(System.Management.Automation.Internal.InternalCommand command)", begin)
	r.Method("array Process(System.Object input)", step(func(s *steppable, args []value.Value) (value.Value, error) { return s.process(args[0], true) }))
	r.Method("array Process()", step(func(s *steppable, _ []value.Value) (value.Value, error) { return s.process(value.Null, false) }))
	r.Method("array End()", step(func(s *steppable, _ []value.Value) (value.Value, error) { return s.end() }))
	clean := step(func(s *steppable, _ []value.Value) (value.Value, error) { return value.Void, s.finish(nil) })
	r.Method("void Clean()", clean)
	r.Method("void Dispose()", clean)
}

// begin starts the commands; they write to the given command, or into the
// buffer when told only whether there will be input.
func (s *steppable) begin(to value.Value) error {
	out := Sink(&s.buffer)
	if c, ok := value.As[*Context](to); ok {
		out, s.expecting = c.Out(), c.ExpectingInput()
	} else {
		s.expecting = value.Truth(to)
	}
	s.begun = true
	s.line.procs[0].expecting, s.line.fed = s.expecting, s.expecting
	if err := s.line.connect(s.stages, out); err != nil {
		return err
	}
	return s.line.start()
}

// process hands the first command one object, or its only turn.
func (s *steppable) process(v value.Value, given bool) (value.Value, error) {
	if !s.begun || s.over {
		return value.Null, notStarted()
	}
	head := &s.line.procs[0]
	if head.done {
		return s.results(), nil
	}
	var err error
	if given || s.expecting {
		err = head.Emit(v)
	} else {
		err = head.once()
	}
	if _, more := err.(*stopUpstream); more {
		err = s.line.stopAt(err)
	}
	return s.results(), err
}

// end ends the commands and cleans up behind them.
func (s *steppable) end() (value.Value, error) {
	if !s.begun || s.over {
		return value.Null, notStarted()
	}
	err := s.line.complete()
	if err == nil {
		err = s.finish(nil)
	}
	return s.results(), err
}

// results takes what came out since the last step.
func (s *steppable) results() value.Value {
	v := value.List(s.buffer.Items...)
	s.buffer.Items = nil
	return v
}

// fail cleans up behind an error that a step ended with.
func (s *steppable) fail(err error) error {
	if err == nil {
		return nil
	}
	return s.finish(err)
}

// finish runs the clean blocks, once.
func (s *steppable) finish(err error) error {
	if !s.begun || s.over {
		return err
	}
	s.over = true
	return s.line.finish(err)
}

func notStarted() error {
	return errs.Terminating(errs.New("System.Management.Automation.PSInvalidOperationException",
		"Cannot complete the pipeline operation because it has not yet been started. You must call the Begin() method before calling End() on a steppable pipeline.", "InvalidOperation", value.InvalidOperation, value.Null))
}
