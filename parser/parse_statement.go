package parser

import "strings"

// statement parses one statement; nil when none starts here.
func (p *parser) statement() Statement {
	p.deepen(1)
	defer func() { *p.depth-- }()
	defer p.restore(p.setMode(commandMode))
	t := p.peekTok()
	switch t.kind {
	case KindKeyword:
		if s, ok := p.keywordStatement(t); ok {
			return s
		}
	case KindLabel:
		p.take()
		return p.labeled(t)
	case KindWord:
		if strings.HasPrefix(t.text, "[") {
			if s := p.attributedDefinition(t); s != nil {
				return s
			}
		}
	}
	if s := p.pipelineChain(); s != nil {
		return s
	}
	return nil
}

// keywordStatement dispatches on a keyword; false when the word is not one
// that starts a statement.
func (p *parser) keywordStatement(t *token) (Statement, bool) {
	switch t.value {
	case "if":
		return p.ifStatement(), true
	case "switch", "foreach", "for", "while", "do":
		return p.loop(""), true
	case "function", "filter", "workflow":
		return p.function(), true
	case "try":
		return p.tryStatement(), true
	case "trap":
		return p.trapStatement(), true
	case "return", "exit", "throw":
		return p.flowStatement(), true
	case "break", "continue":
		return p.breakStatement(), true
	case "data":
		return p.dataStatement(), true
	case "using":
		u := p.usingStatement()
		if u == nil {
			return p.errorFrom(t.Span), true
		}
		p.failWith(u.Span, "UsingMustBeAtStartOfScript", false)
		return u, true
	case "class", "enum":
		if s := p.typeDefinition(nil); s != nil {
			return s, true
		}
	case "parallel", "sequence", "inlinescript":
		return p.blockStatement()
	case "var", "from", "define":
		p.take()
		p.failWith(t.Span, "ReservedKeywordNotAllowed", false, t.value)
		return &ErrorStatement{Span: t.Span}, true
	case "param":
		p.take()
		p.failWith(t.Span, "UnexpectedToken", false, t.text)
		return &ErrorStatement{Span: t.Span}, true
	}
	return nil, false
}

// blockStatement parses a workflow's `parallel { }`.
func (p *parser) blockStatement() (Statement, bool) {
	t := p.take()
	if t.value == "inlinescript" || !p.is(KindLCurly) {
		p.resync(t)
		return nil, false
	}
	b := p.braced(p.take())
	return &BlockStatement{Span: join(t.Span, b.Span), Kind: t.value, Body: b}, true
}

// attributedDefinition parses a class or enum behind attributes; nil when
// something else follows.
func (p *parser) attributedDefinition(start *token) Statement {
	errors := len(*p.errors)
	p.speculating++
	old := p.setMode(expressionMode)
	list := p.attributeList(false)
	p.setMode(old)
	p.speculating--
	p.skipNewlines()
	if t := p.peekTok(); t.kind == KindKeyword && (t.value == "class" || t.value == "enum") {
		var attributes []*Attribute
		for _, a := range list {
			if attribute, ok := a.(*Attribute); ok {
				attributes = append(attributes, attribute)
			}
		}
		if d := p.typeDefinition(attributes); d != nil {
			return d
		}
	}
	*p.errors = (*p.errors)[:errors]
	p.resync(start)
	return nil
}

// labeled parses the loop behind `:label`.
func (p *parser) labeled(label *token) Statement {
	p.skipNewlines()
	if t := p.peekTok(); t.kind == KindKeyword {
		switch t.value {
		case "switch", "foreach", "for", "while", "do":
			s := p.loop(label.value)
			return setStart(s, label.Start)
		}
	}
	p.failWith(label.Span, "UnexpectedToken", false, label.text)
	return &ErrorStatement{Span: label.Span}
}

// setStart widens a loop so that it begins at its label.
func setStart(s Statement, start int32) Statement {
	switch s := s.(type) {
	case *SwitchStatement:
		s.Start = start
	case *ForEachStatement:
		s.Start = start
	case *ForStatement:
		s.Start = start
	case *WhileStatement:
		s.Start = start
	case *DoWhileStatement:
		s.Start = start
	case *DoUntilStatement:
		s.Start = start
	}
	return s
}

func (p *parser) loop(label string) Statement {
	switch p.peekTok().value {
	case "switch":
		return p.switchStatement(label)
	case "foreach":
		return p.forEach(label)
	case "for":
		return p.forStatement(label)
	case "while":
		return p.while(label)
	}
	return p.do(label)
}

// condition parses `( pipeline )` of a statement that keyword starts; false
// means that an error was recorded.
func (p *parser) condition(keyword *token, openID, emptyID string) (Statement, bool) {
	p.skipNewlines()
	open := p.accept(KindLParen)
	if open == nil {
		p.missing(after(keyword.Span), openID, keyword.text)
		return nil, false
	}
	p.skipNewlines()
	c := p.pipelineInParens()
	if c == nil {
		p.missing(after(open.Span), emptyID, keyword.text)
		if !p.is(KindRParen) {
			return nil, false
		}
		p.take()
		return nil, true
	}
	p.skipNewlines()
	if p.accept(KindRParen) == nil {
		p.missing(after(c.Extent()), "MissingEndParenthesisAfterStatement", keyword.text)
		return c, false
	}
	return c, true
}

// pipelineInParens parses a pipeline with commas meaning arrays again.
func (p *parser) pipelineInParens() Statement {
	defer p.restore(p.setMode(commandMode))
	comma := p.noComma
	p.noComma = false
	s := p.pipelineChain()
	p.noComma = comma
	return s
}

func (p *parser) ifStatement() Statement {
	start := p.peekTok().Span
	s := &IfStatement{Span: start}
	for {
		keyword := p.take()
		c, ok := p.condition(keyword, "MissingOpenParenthesisInIfStatement", "IfStatementMissingCondition")
		if !ok {
			return &ErrorStatement{Span: join(start, p.last)}
		}
		body := p.statementBlock()
		if body == nil {
			p.missing(after(p.last), "MissingStatementBlock", keyword.text+" ( condition )")
			return &ErrorStatement{Span: join(start, p.last)}
		}
		s.Clauses = append(s.Clauses, IfClause{c, body})
		s.End = body.End
		before := p.peekTok()
		p.skipNewlines()
		if p.isKeyword("elseif") {
			continue
		}
		if e := p.acceptKeyword("else"); e != nil {
			if s.Else = p.statementBlock(); s.Else == nil {
				p.missing(after(e.Span), "MissingStatementBlockAfterElse")
				return &ErrorStatement{Span: join(start, p.last)}
			}
			s.End = s.Else.End
			return s
		}
		p.backTo(before)
		return s
	}
}

// backTo returns to a token that was peeked at before line breaks were
// skipped.
func (p *parser) backTo(t *token) {
	if p.peekTok() != t {
		p.pos = t.stop
		p.ahead = t
	}
}

func (p *parser) tryStatement() Statement {
	keyword := p.take()
	s := &TryStatement{Span: keyword.Span}
	if s.Body = p.statementBlock(); s.Body == nil {
		p.missing(after(keyword.Span), "MissingTryStatementBlock")
		return &ErrorStatement{Span: keyword.Span}
	}
	s.End = s.Body.End
	before := p.peekTok()
	p.skipNewlines()
	for p.isKeyword("catch") {
		c := p.catchClause()
		s.Catches = append(s.Catches, c)
		s.End = c.End
		before = p.peekTok()
		p.skipNewlines()
	}
	if f := p.acceptKeyword("finally"); f != nil {
		if s.Finally = p.statementBlock(); s.Finally == nil {
			p.missing(after(f.Span), "MissingFinallyStatementBlock", f.text)
			return s
		}
		s.End = s.Finally.End
		return s
	}
	p.backTo(before)
	if len(s.Catches) == 0 {
		p.missing(after(s.Body.Span), "MissingCatchOrFinally")
	}
	return s
}

func (p *parser) catchClause() *CatchClause {
	keyword := p.take()
	c := &CatchClause{Span: keyword.Span}
	old := p.setMode(expressionMode)
	for p.skipNewlines(); p.is(KindLBracket); p.skipNewlines() {
		if t, ok := p.attribute().(*TypeConstraint); ok {
			c.Types = append(c.Types, t)
		}
		p.skipNewlines()
		comma := p.accept(KindComma)
		if comma == nil {
			break
		}
		if p.skipNewlines(); !p.is(KindLBracket) {
			p.missing(after(comma.Span), "MissingTypeLiteralToken")
		}
	}
	p.setMode(old)
	if c.Body = p.statementBlock(); c.Body == nil {
		p.missing(after(p.last), "MissingCatchHandlerBlock")
		c.Body = &StatementBlock{Span: after(p.last)}
	}
	c.End = c.Body.End
	return c
}

func (p *parser) trapStatement() Statement {
	keyword := p.take()
	s := &TrapStatement{Span: keyword.Span}
	p.skipNewlines()
	old := p.setMode(expressionMode)
	if p.is(KindLBracket) {
		s.Type, _ = p.attribute().(*TypeConstraint)
	}
	p.setMode(old)
	if s.Body = p.statementBlock(); s.Body == nil {
		p.missing(after(p.last), "MissingTrapStatement")
		return &ErrorStatement{Span: keyword.Span}
	}
	s.End = s.Body.End
	return s
}

// flowStatement parses return, exit and throw with their optional value.
func (p *parser) flowStatement() Statement {
	keyword := p.take()
	span := keyword.Span
	value := p.pipelineChain()
	if value != nil {
		span = join(span, value.Extent())
	}
	switch keyword.value {
	case "return":
		return &ReturnStatement{span, value}
	case "exit":
		return &ExitStatement{span, value}
	}
	return &ThrowStatement{span, value}
}

// breakStatement parses break and continue with their optional label.
func (p *parser) breakStatement() Statement {
	keyword := p.take()
	span := keyword.Span
	label := p.label()
	if label != nil {
		span = join(span, label.Extent())
	}
	if keyword.value == "break" {
		return &BreakStatement{span, label}
	}
	return &ContinueStatement{span, label}
}

// label parses the label of a jump: a bare word or an expression.
func (p *parser) label() Expression {
	t := p.peekTok()
	switch t.kind {
	case KindWord, KindKeyword:
		p.take()
		return p.word(t)
	case KindVariable, KindString, KindExpandable, KindNumber, KindLParen, KindDollarParen:
		defer p.restore(p.setMode(expressionMode))
		return p.unary()
	}
	return nil
}
