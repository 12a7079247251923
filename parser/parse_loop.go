package parser

import "strings"

func (p *parser) errorFrom(start Span) Statement {
	return &ErrorStatement{Span: join(start, p.last)}
}

func (p *parser) while(label string) Statement {
	keyword := p.take()
	c, ok := p.condition(keyword, "MissingOpenParenthesisAfterKeyword", "MissingExpressionAfterKeyword")
	if !ok {
		return p.errorFrom(keyword.Span)
	}
	body := p.loopBody(keyword)
	if body == nil {
		return p.errorFrom(keyword.Span)
	}
	return &WhileStatement{Span: join(keyword.Span, body.Span), Label: label, Condition: c, Body: body}
}

func (p *parser) loopBody(keyword *token) *StatementBlock {
	body := p.statementBlock()
	if body == nil {
		p.missing(after(p.last), "MissingLoopStatement", keyword.text)
	}
	return body
}

func (p *parser) do(label string) Statement {
	keyword := p.take()
	body := p.loopBody(keyword)
	if body == nil {
		return p.errorFrom(keyword.Span)
	}
	p.skipNewlines()
	end := p.peekTok()
	if end.kind != KindKeyword || end.value != "while" && end.value != "until" {
		p.missing(after(body.Span), "MissingWhileOrUntilInDoWhile")
		return p.errorFrom(keyword.Span)
	}
	p.take()
	c, ok := p.condition(end, "MissingOpenParenthesisAfterKeyword", "MissingExpressionAfterKeyword")
	if !ok {
		return p.errorFrom(keyword.Span)
	}
	span := join(keyword.Span, p.last)
	if end.value == "while" {
		return &DoWhileStatement{span, label, c, body}
	}
	return &DoUntilStatement{span, label, c, body}
}

func (p *parser) forStatement(label string) Statement {
	keyword := p.take()
	s := &ForStatement{Label: label}
	p.skipNewlines()
	open := p.accept(KindLParen)
	if open == nil {
		p.missing(after(keyword.Span), "MissingOpenParenthesisAfterKeyword", keyword.text)
		return p.errorFrom(keyword.Span)
	}
	for i, part := range []*Statement{&s.Init, &s.Condition, &s.Iterator} {
		p.skipNewlines()
		*part = p.pipelineInParens()
		if i < 2 && !p.is(KindRParen) {
			if p.is(KindNewLine) {
				p.take()
				p.skipNewlinesBefore(KindSemi)
			} else {
				p.accept(KindSemi)
			}
		}
	}
	p.skipNewlines()
	if p.accept(KindRParen) == nil {
		p.missing(after(p.last), "MissingEndParenthesisAfterStatement", keyword.text)
		return p.errorFrom(keyword.Span)
	}
	if s.Body = p.loopBody(keyword); s.Body == nil {
		return p.errorFrom(keyword.Span)
	}
	s.Span = join(keyword.Span, s.Body.Span)
	return s
}

// skipNewlinesBefore skips line breaks and one token of kind k behind them.
func (p *parser) skipNewlinesBefore(k TokenKind) {
	p.skipNewlines()
	p.accept(k)
}

func (p *parser) forEach(label string) Statement {
	keyword := p.take()
	s := &ForEachStatement{Label: label}
	p.skipNewlines()
	p.forEachFlags(s)
	open := p.accept(KindLParen)
	if open == nil {
		p.missing(after(p.last), "MissingOpenParenthesisAfterKeyword", keyword.text)
		return p.errorFrom(keyword.Span)
	}
	p.skipNewlines()
	v := p.loopOrParameterVariable()
	if v == nil {
		p.missing(after(open.Span), "MissingVariableNameAfterForeach")
		return p.errorFrom(keyword.Span)
	}
	s.Variable = p.variableOf(v)
	p.skipNewlines()
	in := p.acceptKeyword("in")
	if in == nil {
		p.missing(after(v.Span), "MissingInInForeach")
		return p.errorFrom(keyword.Span)
	}
	p.skipNewlines()
	if s.Condition = p.pipelineInParens(); s.Condition == nil {
		p.missing(after(in.Span), "MissingForeachExpression")
		return p.errorFrom(keyword.Span)
	}
	p.skipNewlines()
	if p.accept(KindRParen) == nil {
		p.missing(after(s.Condition.Extent()), "MissingEndParenthesisAfterStatement", keyword.text)
		return p.errorFrom(keyword.Span)
	}
	if s.Body = p.statementBlock(); s.Body == nil {
		p.missing(after(p.last), "MissingForeachStatement")
		return p.errorFrom(keyword.Span)
	}
	s.Span = join(keyword.Span, s.Body.Span)
	return s
}

func (p *parser) forEachFlags(s *ForEachStatement) {
	for p.is(KindParameter) {
		t := p.take()
		switch name := strings.ToLower(t.value); {
		case name != "" && strings.HasPrefix("parallel", name):
			s.Parallel = true
			p.failWith(t.Span, "KeywordParameterReservedForFutureUse", false, "foreach", "parallel")
		case name != "" && strings.HasPrefix("throttlelimit", name):
			s.ThrottleLimit = p.argument(argumentSingle)
			p.failWith(t.Span, "KeywordParameterReservedForFutureUse", false, "foreach", "throttlelimit")
		default:
			p.failWith(t.Span, "InvalidForeachFlag", false, t.text)
		}
		p.skipNewlines()
	}
}

func (p *parser) switchStatement(label string) Statement {
	keyword := p.take()
	s := &SwitchStatement{Label: label}
	p.skipNewlines()
	for p.is(KindParameter) {
		if !p.switchFlag(s) {
			return p.errorFrom(keyword.Span)
		}
		p.skipNewlines()
	}
	if s.Condition == nil {
		c, ok := p.condition(keyword, "PipelineValueRequired", "PipelineValueRequired")
		if !ok {
			return p.errorFrom(keyword.Span)
		}
		s.Condition = c
	}
	p.skipNewlines()
	open := p.accept(KindLCurly)
	if open == nil {
		p.missing(after(p.last), "MissingCurlyBraceInSwitchStatement")
		return p.errorFrom(keyword.Span)
	}
	p.switchClauses(s)
	s.Span = join(keyword.Span, p.closeCurly(open))
	return s
}

// switchFlag reads one flag of a switch statement; -File carries the path.
func (p *parser) switchFlag(s *SwitchStatement) bool {
	t := p.take()
	name := strings.ToLower(t.value)
	for flag, set := range map[string]*bool{"regex": &s.Flags.Regex, "wildcard": &s.Flags.Wildcard,
		"exact": &s.Flags.Exact, "casesensitive": &s.Flags.CaseSensitive, "file": &s.Flags.File,
		"parallel": &s.Flags.Parallel} {
		if name != "" && strings.HasPrefix(flag, name) {
			*set = true
			if flag == "file" {
				return p.switchFile(s, t)
			}
			return true
		}
	}
	p.failWith(t.Span, "InvalidSwitchFlag", false, t.text)
	return true
}

func (p *parser) switchFile(s *SwitchStatement, flag *token) bool {
	p.skipNewlines()
	e := p.argument(argumentSingle)
	if e == nil {
		p.missing(after(flag.Span), "MissingFilenameOption")
		return false
	}
	s.Condition = &Pipeline{Span: e.Extent(),
		Elements: []PipelineElement{&CommandExpression{Span: e.Extent(), Expression: e}}}
	return true
}

func (p *parser) switchClauses(s *SwitchStatement) {
	defer p.restore(p.setMode(commandMode))
	for {
		p.skipTerminators()
		t := p.peekTok()
		if t.kind == KindRCurly || t.kind == KindEOF {
			return
		}
		if t.kind == KindWord && strings.EqualFold(t.text, "default") {
			p.take()
			body := p.statementBlock()
			if body == nil {
				p.missing(after(t.Span), "MissingSwitchStatementClause")
				return
			}
			if s.Default != nil {
				p.failWith(t.Span, "MultipleSwitchDefaultClauses", false)
			}
			s.Default = body
			continue
		}
		pattern := p.argument(argumentSingle)
		if pattern == nil {
			p.missing(p.peekTok().Span, "MissingSwitchConditionExpression")
			return
		}
		body := p.statementBlock()
		if body == nil {
			p.missing(after(pattern.Extent()), "MissingSwitchStatementClause")
			return
		}
		s.Clauses = append(s.Clauses, SwitchClause{pattern, body})
	}
}
