package parser

import "strings"

// broken is the error statement of a loop that ends where it could no longer
// be read; nodes that are missing are left out.
func broken(start, end Span, nodes ...Node) *ErrorStatement {
	e := &ErrorStatement{Span: join(start, end)}
	for _, n := range nodes {
		if !isNil(n) {
			e.Nested = append(e.Nested, n)
		}
	}
	return e
}

func (p *parser) while(label string) Statement {
	keyword := p.take()
	p.skipNewlines()
	open := p.accept(KindLParen)
	if open == nil {
		p.missing(after(keyword.Span), "MissingOpenParenthesisAfterKeyword", keyword.text)
		return broken(keyword.Span, keyword.Span)
	}
	p.skipNewlines()
	c := p.pipelineInParens()
	read, end := c, after(open.Span)
	if c == nil {
		p.missing(end, "MissingExpressionAfterKeyword", keyword.value)
		c = &ErrorStatement{Span: end}
	} else {
		end = c.Extent()
	}
	p.skipNewlines()
	closing := p.accept(KindRParen)
	if closing == nil {
		if read != nil {
			p.missing(after(end), "MissingEndParenthesisAfterStatement", keyword.value)
		}
		return broken(keyword.Span, end, read)
	}
	body := p.statementBlock()
	if body == nil {
		p.missing(after(closing.Span), "MissingLoopStatement", keyword.value)
		return broken(keyword.Span, closing.Span, read)
	}
	return &WhileStatement{Span: join(keyword.Span, body.Span), Label: label, Condition: c, Body: body}
}

func (p *parser) do(label string) Statement {
	keyword := p.take()
	body := p.statementBlock()
	if body == nil {
		p.missing(after(keyword.Span), "MissingLoopStatement", "do")
		return broken(keyword.Span, keyword.Span)
	}
	p.skipNewlines()
	end := p.peekTok()
	if end.kind != KindKeyword || end.value != "while" && end.value != "until" {
		p.missing(after(body.Span), "MissingWhileOrUntilInDoWhile")
		return broken(keyword.Span, body.Span, body)
	}
	p.take()
	c, last, ok := p.loopCondition(end)
	if !ok {
		return broken(keyword.Span, last, body, c)
	}
	span := join(keyword.Span, last)
	if end.value == "while" {
		return &DoWhileStatement{span, label, c, body}
	}
	return &DoUntilStatement{span, label, c, body}
}

// loopCondition parses `( pipeline )` behind the while or until of a do loop;
// last is how far it could be read.
func (p *parser) loopCondition(keyword *token) (c Statement, last Span, ok bool) {
	p.skipNewlines()
	open := p.accept(KindLParen)
	if open == nil {
		p.missing(after(keyword.Span), "MissingOpenParenthesisAfterKeyword", keyword.value)
		return nil, keyword.Span, false
	}
	p.skipNewlines()
	if c = p.pipelineInParens(); c == nil {
		p.missing(after(open.Span), "MissingExpressionAfterKeyword", keyword.value)
		p.skipNewlines()
		p.accept(KindRParen)
		return nil, open.Span, false
	}
	p.skipNewlines()
	closing := p.accept(KindRParen)
	if closing == nil {
		p.missing(after(c.Extent()), "MissingEndParenthesisAfterStatement", keyword.value)
		return c, c.Extent(), false
	}
	return c, closing.Span, true
}

func (p *parser) forStatement(label string) Statement {
	keyword := p.take()
	s := &ForStatement{Label: label}
	p.skipNewlines()
	open := p.accept(KindLParen)
	if open == nil {
		p.missing(after(keyword.Span), "MissingOpenParenthesisAfterKeyword", keyword.value)
		return broken(keyword.Span, keyword.Span)
	}
	end := open.Span
	for i, part := range []*Statement{&s.Init, &s.Condition, &s.Iterator} {
		p.skipNewlines()
		if *part = p.pipelineInParens(); *part != nil {
			end = (*part).Extent()
		}
		if i < 2 {
			if semi := p.accept(KindSemi); semi != nil {
				end = semi.Span
			}
		}
	}
	p.skipNewlines()
	closing := p.accept(KindRParen)
	if closing == nil {
		p.missing(after(end), "MissingEndParenthesisAfterStatement", keyword.value)
		return broken(keyword.Span, end, s.Init, s.Condition, s.Iterator)
	}
	if s.Body = p.statementBlock(); s.Body == nil {
		p.missing(after(closing.Span), "MissingLoopStatement", keyword.value)
		return broken(keyword.Span, closing.Span, s.Init, s.Condition, s.Iterator)
	}
	s.Span = join(keyword.Span, s.Body.Span)
	return s
}

func (p *parser) forEach(label string) Statement {
	keyword := p.take()
	s := &ForEachStatement{Label: label}
	p.skipNewlines()
	flagged := p.forEachFlags(s)
	open := p.accept(KindLParen)
	if open == nil {
		p.missing(after(keyword.Span), "MissingOpenParenthesisAfterKeyword", keyword.value)
		return broken(keyword.Span, keyword.Span)
	}
	p.skipNewlines()
	v := p.declaredVariable()
	if v == nil {
		p.missing(after(open.Span), "MissingVariableNameAfterForeach")
		return broken(keyword.Span, open.Span)
	}
	s.Variable = p.variableOf(v)
	end := p.forEachRest(s)
	if end == nil {
		end = flagged
	}
	if end != nil {
		return broken(keyword.Span, *end, s.Variable, s.Condition, s.Body)
	}
	s.Span = join(keyword.Span, s.Body.Span)
	return s
}

// forEachRest parses what follows the variable; the result is where it could
// no longer be read, or nil.
func (p *parser) forEachRest(s *ForEachStatement) *Span {
	p.skipNewlines()
	in := p.acceptKeyword("in")
	if in == nil {
		p.missing(after(s.Variable.Span), "MissingInInForeach")
		return &s.Variable.Span
	}
	p.skipNewlines()
	if s.Condition = p.pipelineInParens(); s.Condition == nil {
		p.missing(after(in.Span), "MissingForeachExpression")
		return &in.Span
	}
	end := s.Condition.Extent()
	p.skipNewlines()
	closing := p.accept(KindRParen)
	if closing == nil {
		p.missing(after(end), "MissingEndParenthesisAfterForeach")
		return &end
	}
	if s.Body = p.statementBlock(); s.Body == nil {
		p.missing(after(closing.Span), "MissingForeachStatement")
		return &closing.Span
	}
	return nil
}

// forEachFlags reads -parallel and -throttlelimit; the result is the place of
// a parameter that is neither, or nil.
func (p *parser) forEachFlags(s *ForEachStatement) (wrong *Span) {
	for p.is(KindParameter) {
		t := p.take()
		switch name := strings.ToLower(t.value); {
		case strings.HasPrefix("parallel", name):
			s.Parallel = true
		case strings.HasPrefix("throttlelimit", name):
			p.skipNewlines()
			if s.ThrottleLimit = p.argument(argumentList); s.ThrottleLimit == nil {
				p.missing(after(t.Span), "MissingThrottleLimit")
			}
		default:
			wrong = &t.Span
			p.failWith(t.Span, "InvalidForeachFlag", false, t.value)
		}
		p.skipNewlines()
	}
	return wrong
}
