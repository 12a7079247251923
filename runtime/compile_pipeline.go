package runtime

import (
	"unicode/utf8"

	"exolab/parser"
	"exolab/runtime/value"
)

// pipelineStatement compiles a pipeline whose output goes to the frame's.
func (c *compiler) pipelineStatement(p *parser.Pipeline) stmtFunc {
	if e, ok := soleExpression(p); ok {
		return c.expressionStatement(e)
	}
	stages := c.stages(p)
	run := c.simpleCall(stages)
	if run == nil {
		run = func(f *Frame) error { return f.runPipeline(stages, f.out) }
	}
	if likeMethod(p) {
		return refuseStrict(run)
	}
	if succeeds(p) {
		return succeeding(run)
	}
	return run
}

// refuseStrict makes a statement that strict mode 2 does not allow.
func refuseStrict(run stmtFunc) stmtFunc {
	return func(f *Frame) error {
		if f.session.strictUsed && f.scope.StrictMode() >= 2 {
			return invalidOperation("StrictModeFunctionCallWithParens", "The function or command was called as if it were a method. "+
				"Parameters should be separated by spaces. For information about parameters, see the about_Parameters Help topic.")
		}
		return run(f)
	}
}

// likeMethod reports whether a command is written `name(...)`, which strict
// mode 2 refuses.
func likeMethod(p *parser.Pipeline) bool {
	cmd, ok := p.Elements[0].(*parser.Command)
	if !ok || len(p.Elements) != 1 || len(cmd.Elements) != 2 {
		return false
	}
	_, paren := cmd.Elements[1].(*parser.ParenExpression)
	return paren && cmd.Elements[0].Extent().End == cmd.Elements[1].Extent().Start
}

// soleExpression returns the expression of a pipeline that is nothing else.
func soleExpression(s parser.Statement) (parser.Expression, bool) {
	switch s := s.(type) {
	case *parser.Pipeline:
		if len(s.Elements) != 1 || s.Background {
			return nil, false
		}
		e, ok := s.Elements[0].(*parser.CommandExpression)
		if !ok || len(e.Redirections) > 0 {
			return nil, false
		}
		return e.Expression, true
	case *parser.CommandExpression:
		if len(s.Redirections) == 0 {
			return s.Expression, true
		}
	}
	return nil, false
}

// expressionStatement compiles an expression as a statement: its value is
// written to the success stream, taken apart if it is a collection.
func (c *compiler) expressionStatement(e parser.Expression) stmtFunc {
	if run := c.silentStatement(e); run != nil {
		return run
	}
	of, success := c.statementExpression(e), expressionSucceeds(e)
	return func(f *Frame) error {
		v, err := of(f)
		if err != nil {
			return err
		}
		f.session.ok = f.session.ok || success
		return f.emit(v)
	}
}

// statementExpression compiles the expression of a statement: what a `$( ... )` or
// `( ... )` has written before an error is output all the same.
func (c *compiler) statementExpression(e parser.Expression) exprFunc {
	switch e := e.(type) {
	case *parser.SubExpression:
		return c.subExpression(e, true)
	case *parser.ParenExpression:
		if inner, ok := soleExpression(e.Pipeline); ok {
			return c.statementExpression(inner)
		}
		if _, ok := e.Pipeline.(*parser.AssignmentStatement); !ok {
			return c.captured(e.Pipeline, true)
		}
	}
	return c.expr(e)
}

// silentStatement compiles expressions that write nothing as statements:
// increments and decrements.
func (c *compiler) silentStatement(e parser.Expression) stmtFunc {
	u, ok := e.(*parser.UnaryExpression)
	if !ok || u.Operator != "++" && u.Operator != "--" {
		return nil
	}
	of := c.step(u)
	return func(f *Frame) error {
		_, err := of(f)
		f.session.ok = err == nil
		return err
	}
}

// emit writes v to the success stream, taking collections apart.
func (f *Frame) emit(v value.Value) error { return enumerateTo(f.out, v) }

// enumerateTo writes v to a sink, taking collections apart; AutomationNull is
// nothing.
func enumerateTo(out Sink, v value.Value) error {
	if v.Kind() != value.KindObject {
		if v.IsVoid() {
			return nil
		}
		return out.Emit(v)
	}
	switch o := v.Object().(type) {
	case *value.Array:
		for i := 0; i < len(o.Items); i++ {
			if o.Items[i].IsVoid() {
				continue
			}
			if err := out.Emit(o.Items[i]); err != nil {
				return err
			}
		}
		return nil
	case *value.Sequence:
		return enumerateSequence(o, out.Emit)
	case value.Enumerable:
		return o.Enumerate(out.Emit)
	}
	return out.Emit(v)
}

// enumerateSequence calls yield for each item and notices changes to the list.
func enumerateSequence(l *value.Sequence, yield func(value.Value) error) error {
	version := l.Version
	for i := 0; i < len(l.Items); i++ {
		if err := yield(l.Items[i]); err != nil {
			return err
		}
		if l.Version != version {
			return collectionModified()
		}
	}
	return nil
}

// chain compiles `left && right` and `left || right`.
func (c *compiler) chain(s *parser.PipelineChain) stmtFunc {
	left, right := c.statement(s.Left), c.pipelineStatement(s.Right)
	return func(f *Frame) error {
		if err := left(f); err != nil {
			if err = f.statementError(err); err != nil {
				return err
			}
		}
		if f.session.ok == s.Or {
			return nil
		}
		f.pos = s.Right.Span
		return right(f)
	}
}

// valueOf compiles a statement whose output is used as a value.
func (c *compiler) valueOf(s parser.Statement) exprFunc {
	if e, ok := soleExpression(s); ok {
		return c.expr(e)
	}
	if a, ok := s.(*parser.AssignmentStatement); ok {
		return c.assignment(a)
	}
	return c.captured(s, false)
}

// captured compiles a statement to the value of what it writes.
func (c *compiler) captured(s parser.Statement, keep bool) exprFunc {
	run := c.statement(s)
	return func(f *Frame) (value.Value, error) { return f.capture(run, keep) }
}

// stages compiles the elements of a pipeline.
func (c *compiler) stages(p *parser.Pipeline) []stage {
	stages := make([]stage, 0, len(p.Elements))
	for _, e := range p.Elements {
		switch e := e.(type) {
		case *parser.Command:
			stages = append(stages, c.command(e))
		case *parser.CommandExpression:
			stages = append(stages, stage{span: e.Span, expression: c.streamed(e.Expression), redirections: c.redirections(e.Redirections)})
		}
	}
	return stages
}

func (c *compiler) command(cmd *parser.Command) stage {
	st := stage{span: cmd.Span, invocation: cmd.Invocation, redirections: c.redirections(cmd.Redirections)}
	st.nameSpan = cmd.Elements[0].Extent()
	switch name := cmd.Elements[0].(type) {
	case *parser.StringConstant:
		st.name = name.Value
		if st.name == "" {
			st.nameOf = constant(value.Str(""))
		}
	case parser.Expression:
		st.nameOf = c.expr(name)
	}
	for _, e := range cmd.Elements[1:] {
		st.arguments = append(st.arguments, c.argument(e))
	}
	return st
}

// otherDash is the first character of a parameter if it is not the plain dash.
func otherDash(written string) string {
	r, size := utf8.DecodeRuneInString(written)
	if r == '-' {
		return ""
	}
	return written[:size]
}

func (c *compiler) argument(e parser.CommandElement) argument {
	a := argument{span: e.Extent()}
	switch e := e.(type) {
	case *parser.CommandParameter:
		a.param, a.paramSpan = e.Name, e.NameSpan
		a.dash = otherDash(c.source.Slice(e.NameSpan))
		if e.Argument != nil {
			a.colon, a.value, a.span = true, c.expr(e.Argument), e.Argument.Extent()
		}
	case *parser.StringConstant:
		if e.Quote == parser.BareWord {
			a.bare = e.Value
		}
		a.value = c.expr(e)
	case *parser.VariableExpression:
		a.splat, a.value = e.Splatted, c.expr(e)
	case parser.Expression:
		if n, ok := e.(*parser.NumberConstant); ok {
			a.bare = c.source.Slice(n.Span)
		}
		a.value = c.expr(e)
	}
	return a
}

func (c *compiler) redirections(list []parser.Redirection) []redirection {
	var out []redirection
	for _, r := range list {
		switch r := r.(type) {
		case *parser.FileRedirection:
			out = append(out, redirection{from: r.From, append: r.Append, target: c.expr(r.Target), span: r.Span})
		case *parser.MergingRedirection:
			out = append(out, redirection{from: r.From, merge: true, to: r.To, span: r.Span})
		}
	}
	return out
}
