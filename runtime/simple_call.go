package runtime

import (
	"exolab/parser"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// callSite is a command of a script that stands alone in its pipeline, named
// by a constant and without redirections or splats. When it turns out to call
// a plain function, it is called without the binder and the pipeline.
type callSite struct {
	stages []stage
	folded string
	// block is the function called last, plan how it takes the arguments; nil
	// when it needs the binder.
	block  *ScriptBlock
	cmd    *Command
	plan   *callPlan
	to     []int
	source *parser.Source
}

// Places of arguments that are not a parameter's index.
const (
	toArgs   = -1
	toNobody = -2
)

// callPlan is what a plain function needs to be called: its parameters carry
// at most a type, and its body is a single list of statements.
type callPlan struct {
	params []planParam
}

type planParam struct {
	name, folded string
	slot         int
	typ          *value.Type
	byDefault    exprFunc
}

// simpleCall compiles the short cut for a pipeline, or returns nil.
func (c *compiler) simpleCall(stages []stage) stmtFunc {
	if len(stages) != 1 || stages[0].name == "" || stages[0].nameOf != nil ||
		stages[0].invocation == parser.InvokeDot || len(stages[0].redirections) > 0 {
		return nil
	}
	for i := range stages[0].arguments {
		if a := &stages[0].arguments[i]; a.splat || a.bare == "--" {
			return nil
		}
	}
	site := &callSite{stages: stages, folded: value.Fold(stages[0].name), source: c.source}
	return site.run
}

func (site *callSite) run(f *Frame) error {
	cmd := f.scope.Function(site.folded)
	if cmd == nil || cmd.Block == nil || f.scope.Alias(site.folded) != nil {
		return f.runPipeline(site.stages, f.out)
	}
	if cmd.Block != site.block {
		site.block, site.cmd, site.plan = cmd.Block, cmd, nil
		if plan := cmd.Block.callPlan(f); plan != nil {
			site.to = plan.place(site.stages[0].arguments)
			if site.to != nil {
				site.plan = plan
			}
		}
	}
	if site.plan == nil || site.block.state != nil && site.block.state != f.scope.state {
		return f.runPipeline(site.stages, f.out)
	}
	return site.call(f)
}

// callPlan returns how the block is called without the binder, or nil.
func (b *ScriptBlock) callPlan(f *Frame) *callPlan {
	if b.planned {
		return b.plan
	}
	b.planned = true
	ast := b.AST
	if readsItsCall(ast) {
		return nil
	}
	if ast.Begin != nil || ast.Process != nil || ast.Clean != nil || ast.DynamicParam != nil || ast.End == nil ||
		len(ast.Attributes) > 0 || b.isScript || b.isFilter {
		return nil
	}
	plan := &callPlan{}
	if ast.Params != nil {
		if len(ast.Params.Attributes) > 0 {
			return nil
		}
		for _, p := range ast.Params.Parameters {
			param, ok := b.planParam(f, p)
			if !ok {
				return nil
			}
			plan.params = append(plan.params, param)
		}
	}
	b.plan = plan
	return plan
}

// readsItsCall reports whether a body asks how it was called: what it was given
// then has to be kept apart from the variables that it may change.
func readsItsCall(body parser.Node) bool {
	found := false
	parser.Walk(body, func(n parser.Node) bool {
		if v, ok := n.(*parser.VariableExpression); ok {
			folded := value.Fold(v.Name)
			found = found || folded == "psboundparameters" || folded == "myinvocation"
		}
		return !found
	})
	return found
}

func (b *ScriptBlock) planParam(f *Frame, p *parser.Parameter) (planParam, bool) {
	out := planParam{name: p.Name.Name, folded: value.Fold(p.Name.Name), slot: -1}
	if len(p.Attributes) > 1 || isAutomatic(out.folded) {
		return out, false
	}
	for _, a := range p.Attributes {
		tc, ok := a.(*parser.TypeConstraint)
		if !ok {
			return out, false
		}
		t, err := f.resolveType(tc.Type)
		if err != nil || t == value.TypeSwitch {
			return out, false
		}
		out.typ = t
	}
	if i, ok := b.compiled().index[out.folded]; ok {
		out.slot = i
	}
	if p.Default != nil {
		out.byDefault = compileExpr(p.Default)
	}
	return out, true
}

// place says which parameter each argument goes to; nil when the binder is
// needed to tell.
func (plan *callPlan) place(arguments []argument) []int {
	to := make([]int, len(arguments))
	taken := make([]bool, len(plan.params))
	for i := range to {
		to[i] = toArgs
	}
	for i := 0; i < len(arguments); i++ {
		a := &arguments[i]
		if a.param == "" {
			continue
		}
		at := plan.named(value.Fold(a.param))
		if at < 0 || taken[at] {
			return nil
		}
		taken[at] = true
		if a.colon {
			to[i] = at
			continue
		}
		if i+1 >= len(arguments) || arguments[i+1].param != "" {
			return nil
		}
		to[i], to[i+1] = toNobody, at
		i++
	}
	next := 0
	for i := range to {
		if to[i] != toArgs {
			continue
		}
		for next < len(taken) && taken[next] {
			next++
		}
		if next < len(taken) {
			to[i], taken[next] = next, true
		}
	}
	return to
}

func (plan *callPlan) named(folded string) int {
	for i := range plan.params {
		if plan.params[i].folded == folded {
			return i
		}
	}
	return -1
}

// activation is all that one call needs, allocated together.
type activation struct {
	frame Frame
	call  callState
	scope Scope
}

func (site *callSite) call(f *Frame) error {
	s, b, plan := f.session, site.block, site.plan
	code := b.compiled()
	a := &activation{}
	scope := &a.scope
	scope.parent, scope.script, scope.state = f.scope, f.scope.script, f.scope.state
	cells := make([]Variable, len(code.names)+len(plan.params))
	scope.vars = make([]*Variable, len(plan.params), len(code.names)+len(plan.params))
	for i := range plan.params {
		p := &plan.params[i]
		cells[i].Name, cells[i].folded = p.name, p.folded
		scope.vars[i] = &cells[i]
	}
	scope.cells = cells[len(plan.params):]
	inner := &a.frame
	inner.session, inner.scope, inner.block, inner.out, inner.source = s, scope, b, f.out, b.AST.Source
	inner.code, inner.vars, inner.call = code, make([]*Variable, len(code.names)), &a.call
	a.call.block, a.call.frame, a.call.plan, a.call.site = b, inner, plan, site
	scope.call = &a.call
	if done, err := site.bind(f, inner, cells); done || err != nil {
		return err
	}
	f.pos = site.stages[0].span
	before, err := s.push(scope)
	if err != nil {
		return err
	}
	a.call.outer, s.running = s.running, &a.call
	if err = site.defaults(inner, cells); err == nil {
		err = endOfBlock(code.end.run(inner))
	}
	s.running = a.call.outer
	s.pop(before)
	if err == nil {
		s.ok = true
	}
	return err
}

// bind evaluates the arguments and puts them into the parameters' cells. done
// is set when the call had to be made through the binder instead.
func (site *callSite) bind(f, inner *Frame, cells []Variable) (done bool, err error) {
	arguments := site.stages[0].arguments
	var values [8]value.Value
	list := values[:0]
	for i := range arguments {
		if site.to[i] == toNobody {
			list = append(list, value.Null)
			continue
		}
		v, err := arguments[i].value(f)
		if err != nil {
			return false, err
		}
		if v.IsVoid() {
			v = value.Null
		}
		list = append(list, v)
	}
	for i, v := range list {
		switch to := site.to[i]; to {
		case toNobody:
		case toArgs:
			inner.call.args = append(inner.call.args, v)
		default:
			p := &site.plan.params[to]
			if bare := arguments[i].bare; bare != "" && p.typ == value.TypeString && isNumeral(v) {
				v = value.Str(bare)
			}
			if p.typ != nil && p.typ.Kind != v.Kind() || p.typ != nil && v.Kind() >= value.KindEnum && v.Kind() != value.KindString {
				converted, err := convertForVariable(f, v, p.typ)
				if err != nil {
					return true, site.slowly(f, list)
				}
				v = converted
			}
			site.give(inner, &cells[to], p, v)
		}
	}
	return false, nil
}

// slowly makes the call through the binder with the arguments already
// evaluated, so that it raises its error.
func (site *callSite) slowly(f *Frame, list []value.Value) error {
	st := site.stages[0]
	st.arguments = append([]argument(nil), st.arguments...)
	for i := range st.arguments {
		if st.arguments[i].value != nil {
			st.arguments[i].value = constant(list[i])
		}
	}
	return f.runPipeline([]stage{st}, f.out)
}

func (site *callSite) give(inner *Frame, cell *Variable, p *planParam, v value.Value) {
	cell.Value, cell.mode = v, varPlain
	if p.typ != nil && p.typ != value.TypeObject {
		cell.more = &variableMore{env: inner, typ: p.typ, cast: true}
		cell.mode = varGuarded
	}
	if p.slot >= 0 {
		inner.vars[p.slot] = cell
	}
}

// defaults fills the parameters that got no argument.
func (site *callSite) defaults(inner *Frame, cells []Variable) error {
	for i := range site.plan.params {
		p, cell := &site.plan.params[i], &cells[i]
		if cell.mode != varUnset {
			continue
		}
		v := value.Null
		switch {
		case p.byDefault != nil:
			var err error
			if v, err = p.byDefault(inner); err != nil {
				return err
			}
			if p.typ != nil {
				if v, err = convertForVariable(inner, v, p.typ); err != nil {
					return transformationError(p.name, err)
				}
			}
		case p.typ != nil:
			v = zeroOfType(p.typ)
		}
		site.give(inner, cell, p, v)
	}
	return nil
}

// plainBound is $PSBoundParameters of a call made without the binder.
func (c *callState) plainBound(s *Scope) *value.Dict {
	d := newBoundParameters()
	if c.plan == nil {
		return d
	}
	for _, to := range c.site.to {
		if to >= 0 {
			p := &c.plan.params[to]
			d.Set(value.Str(p.name), s.cell(p.folded).Value)
		}
	}
	return d
}

// plainBindings is what a call without the binder was given.
type plainBindings struct{ call *callState }

func (p plainBindings) BoundParameters() *value.Dict { return p.call.boundParameters() }

func (p plainBindings) Remaining() []value.Value { return p.call.args }

// invocation is $MyInvocation of a call made without the binder.
func (site *callSite) invocation(c *callState) *errs.Invocation {
	st := &site.stages[0]
	return &errs.Invocation{Command: c.block.function, InvocationName: st.name, Source: site.source, Span: st.span,
		PipelinePosition: 1, PipelineLength: 1, HistoryID: c.frame.session.nextHistoryID(), MyCommand: site.cmd, Bindings: plainBindings{c}}
}
