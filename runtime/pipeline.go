package runtime

import (
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// runPipeline runs the stages of a pipeline one into the other and writes
// what comes out of the last one to out.
func (f *Frame) runPipeline(stages []stage, out Sink) error {
	var input value.Value
	first := 0
	if stages[0].expression != nil {
		v, err := f.expressionInput(&stages[0], len(stages) == 1, out)
		if err != nil || len(stages) == 1 {
			return err
		}
		input, first = v, 1
	}
	procs := make([]processor, len(stages)-first)
	p := pipeline{frame: f, procs: procs, fed: first == 1}
	for i := range procs {
		if err := p.prepare(i, &stages[first+i], first+i); err != nil {
			return err
		}
	}
	if err := p.connect(stages[first:], out); err != nil {
		return err
	}
	err := p.run(input)
	return p.finish(err)
}

// expressionInput evaluates an expression that begins a pipeline. When the
// expression is all there is, its value goes through its redirections.
func (f *Frame) expressionInput(st *stage, alone bool, out Sink) (value.Value, error) {
	if len(st.redirections) == 0 {
		v, err := st.expression(f)
		if err == nil && alone {
			err = enumerateTo(out, v)
		}
		return v, err
	}
	return f.redirectedExpression(st, alone, out)
}

// pipeline is a running pipeline.
type pipeline struct {
	frame *Frame
	procs []processor
	// fed is set when an expression gives the input of the first command.
	fed bool
	// pipelineVariables are the names given to -PipelineVariable: they last as
	// long as the pipeline.
	pipelineVariables []string
}

// connect makes each command write into the next, and sets up redirections.
func (p *pipeline) connect(stages []stage, out Sink) error {
	switching := false
	for i := len(p.procs) - 1; i >= 0; i-- {
		proc := &p.procs[i]
		proc.out = out
		if i+1 < len(p.procs) {
			proc.out = &p.procs[i+1]
		}
		if len(stages[i].redirections) > 0 {
			if err := p.redirect(proc, stages[i].redirections, false); err != nil {
				return err
			}
		}
		switching = switching || proc.redirected != nil
	}
	now := p.frame.session.currentStreams()
	if len(p.procs) > 1 && now.listed() {
		p.dropLists(now)
		switching = true
	}
	if switching {
		p.keepStreams(now)
	}
	return nil
}

// dropLists keeps the commands that write into another one out of the error
// variables of the function around the pipeline.
func (p *pipeline) dropLists(now *streams) {
	for i := range p.procs[:len(p.procs)-1] {
		to := now
		if p.procs[i].redirected != nil {
			to = p.procs[i].redirected
		}
		plain := *to
		plain.errorLists, plain.warningLists, plain.informationLists = nil, nil, nil
		p.procs[i].redirected = &plain
	}
}

// keepStreams makes the commands without redirections of their own write to
// the streams that are in force now, whoever calls them.
func (p *pipeline) keepStreams(now *streams) {
	for i := range p.procs {
		if p.procs[i].redirected == nil {
			p.procs[i].redirected = now
		}
	}
}

// run binds and then begins the commands from left to right, feeds the input
// and ends them. A command that gets an object from another one's Begin begins
// before its turn.
func (p *pipeline) run(input value.Value) error {
	if err := p.start(); err != nil {
		return err
	}
	if err := p.feed(input); err != nil {
		if err = p.stopAt(err); err != nil {
			return err
		}
	}
	return p.complete()
}

// start binds and then begins the commands from left to right.
func (p *pipeline) start() error {
	for i := range p.procs {
		if err := p.procs[i].prepare(); err != nil {
			return err
		}
	}
	for i := range p.procs {
		if p.procs[i].done {
			continue
		}
		if err := p.procs[i].begin(); err != nil {
			if err = p.stopAt(err); err != nil {
				return err
			}
		}
	}
	return nil
}

// complete ends the commands from left to right.
func (p *pipeline) complete() error {
	for i := range p.procs {
		proc := &p.procs[i]
		if proc.done {
			continue
		}
		if err := proc.end(); err != nil {
			if err = p.stopAt(err); err != nil {
				return err
			}
		}
		for _, file := range proc.files {
			if err := file.end(); err != nil {
				return err
			}
		}
	}
	return nil
}

func (p *pipeline) feed(input value.Value) error {
	head := &p.procs[0]
	if p.fed {
		if head.done {
			return nil
		}
		return enumerateTo(head, input)
	}
	if head.done {
		return nil
	}
	return head.once()
}

// stopAt handles a stage's wish for no more input: the stages before it are
// done. Any other error is returned.
func (p *pipeline) stopAt(err error) error {
	stop, ok := err.(*stopUpstream)
	if !ok {
		return err
	}
	for i := range p.procs {
		if &p.procs[i] == stop.stage {
			for k := 0; k < i; k++ {
				p.procs[k].done = true
			}
			if i == 0 || p.procs[i].input.IsVoid() {
				p.procs[i].done = true
			}
			return nil
		}
	}
	return err
}

// finish cleans up and sets $?.
func (p *pipeline) finish(err error) error {
	failed := false
	for i := range p.procs {
		proc := &p.procs[i]
		if e := proc.clean(); e != nil && !proc.reportCleanup(e) && err == nil {
			err = e
		}
		failed = failed || proc.failed
	}
	for _, name := range p.pipelineVariables {
		p.frame.scope.Remove(value.Fold(name))
	}
	p.frame.session.ok = err == nil && !failed
	return err
}

// prepare evaluates the arguments of a stage and finds its command.
func (p *pipeline) prepare(i int, st *stage, position int) error {
	f := p.frame
	f.pos = st.span
	proc := &p.procs[i]
	proc.session, proc.frame, proc.stage, proc.line = f.session, f, proc, p
	proc.position = position + 1
	proc.expecting = i > 0 || p.fed
	proc.input = value.Void
	proc.inv = &errs.Invocation{Source: f.source, Span: st.span, PipelinePosition: position + 1, PipelineLength: len(p.procs),
		HistoryID: f.session.nextHistoryID(), Bindings: &proc.Context}
	if p.fed {
		proc.inv.PipelineLength++
	}
	st, err := p.throughModule(proc, st)
	if err != nil {
		return err
	}
	if proc.command == nil {
		if err := p.findCommand(proc, st); err != nil {
			return err
		}
	}
	args, err := f.evaluateArguments(st.arguments)
	if err != nil {
		return err
	}
	proc.args = args
	proc.inv.Command, proc.inv.MyCommand = proc.command.Name, proc.command
	proc.inv.Script = proc.command.Kind == ScriptFileCommand
	if proc.inv.InvocationName == "" {
		proc.inv.InvocationName = proc.command.Name
		if st.name != "" {
			proc.inv.InvocationName = st.name
		}
	}
	if asksForHelp(args) {
		return p.helpInstead(proc, st)
	}
	return nil
}

// findCommand resolves what a stage names.
func (p *pipeline) findCommand(proc *processor, st *stage) error {
	f := p.frame
	if st.nameOf == nil {
		return p.byName(proc, st, st.name)
	}
	v, err := st.nameOf(f)
	if err != nil {
		return err
	}
	v = value.Unwrap(v)
	switch o := v.Object().(type) {
	case *ScriptBlock:
		return p.useAnonymous(proc, o, st)
	case *Command:
		return p.use(proc, st, o)
	}
	name := value.ToString(f, v)
	if name == "" {
		return f.badCommandExpression(st)
	}
	return p.byName(proc, st, name)
}

func (p *pipeline) useAnonymous(proc *processor, block *ScriptBlock, st *stage) error {
	proc.command = &Command{Kind: ScriptFileCommand, Block: block}
	return p.useBlock(proc, block, st)
}

func (p *pipeline) byName(proc *processor, st *stage, name string) error {
	f := p.frame
	command, err := f.session.FindCommand(f.scope, name)
	if command == nil && err == nil && f.session.mayMeanGet(name) {
		command, err = f.session.FindCommand(f.scope, "Get-"+name)
	}
	if err != nil {
		return err
	}
	if command == nil {
		return f.commandNotFound(name, st)
	}
	proc.inv.InvocationName = name
	return p.use(proc, st, command)
}

// use makes an invocation of the command.
func (p *pipeline) use(proc *processor, st *stage, command *Command) error {
	f := p.frame
	if command.Kind == AliasCommand {
		target, err := f.session.resolveAlias(f.scope, command)
		if err != nil {
			return err
		}
		if target == nil {
			return f.commandNotFound(command.Name, st)
		}
		command = target
	}
	proc.command = command
	if command.New != nil {
		proc.exec = command.New()
		proc.meta = command.Metadata()
		proc.plan = proc.meta.planOf()
		return nil
	}
	block, err := f.session.blockOf(command)
	if err != nil {
		return err
	}
	return p.useBlock(proc, block, st)
}

func (p *pipeline) useBlock(proc *processor, block *ScriptBlock, st *stage) error {
	f := p.frame
	proc.meta = block.Metadata(f.session)
	if proc.meta.Fault != nil {
		return proc.meta.Fault
	}
	proc.plan = proc.meta.planOf()
	proc.exec = block.newExecutable(f.session, st.invocation == invokeDot, f.scope)
	return nil
}
