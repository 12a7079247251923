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
		p.failWith(u.Extent(), "UsingMustBeAtStartOfScript", false)
		return u, true
	case "class", "enum":
		return p.typeDefinition(nil), true
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
// something else follows. Attributes before any other keyword are errors.
func (p *parser) attributedDefinition(start *token) Statement {
	errors := len(*p.errors)
	p.speculating++
	old := p.setMode(expressionMode)
	list := p.attributeList(false)
	p.setMode(old)
	p.speculating--
	p.skipNewlines()
	t := p.peekTok()
	if t.kind != KindKeyword || len(list) == 0 || !p.attributesFit(t, list) {
		*p.errors = (*p.errors)[:errors]
		p.resync(start)
		return nil
	}
	if t.value == "class" || t.value == "enum" {
		return p.typeDefinition(list)
	}
	if s, ok := p.keywordStatement(t); ok {
		return s
	}
	p.resync(start)
	return nil
}

// attributesFit reports whether a keyword takes what stands before it for
// attributes of its own, and records an error for what may not stand there.
func (p *parser) attributesFit(keyword *token, list []AttributeBase) bool {
	var typ *TypeConstraint
	for _, a := range list {
		if t, ok := a.(*TypeConstraint); ok && typ == nil {
			typ = t
		}
	}
	if attributeless[keyword.value] {
		if typ != nil {
			return false
		}
		first, _ := list[0].(*Attribute)
		p.failWith(first.Span, "UnexpectedAttribute", false, first.Type.String())
	} else if typ != nil {
		p.failWith(typ.Span, "TypeNotAllowedBeforeStatement", false, typ.Type.String())
	}
	return true
}

// attributeless are the keywords that take no attributes: a type before one of
// them is a value of its own.
var attributeless = map[string]bool{"break": true, "continue": true, "data": true, "do": true, "exit": true, "for": true,
	"foreach": true, "if": true, "inlinescript": true, "parallel": true, "return": true, "sequence": true, "switch": true,
	"throw": true, "trap": true, "try": true, "while": true, "function": true, "filter": true, "workflow": true, "define": true, "from": true,
	"using": true, "var": true}

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
	p.resync(label)
	return p.pipelineChain()
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
	case *ErrorStatement:
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
	first := p.peekTok().Span
	s := &IfStatement{Span: first}
	var read []Node
	for {
		keyword := p.take()
		c, end, ok := p.ifCondition(keyword, &read)
		if !ok {
			return &ErrorStatement{Span: join(first, end), Nested: read}
		}
		body := p.statementBlock()
		if body == nil {
			p.missing(end, "MissingStatementBlock", keyword.text)
			return &ErrorStatement{Span: join(first, end), Nested: read}
		}
		read = append(read, body)
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
				return &ErrorStatement{Span: join(first, e.Span), Nested: read}
			}
			s.End = s.Else.End
			return s
		}
		p.backTo(before)
		return s
	}
}

// ifCondition parses `( pipeline )` behind if or elseif; end is how far it
// could be read.
func (p *parser) ifCondition(keyword *token, read *[]Node) (c Statement, end Span, ok bool) {
	p.skipNewlines()
	open := p.accept(KindLParen)
	if open == nil {
		p.missing(after(keyword.Span), "MissingOpenParenthesisInIfStatement", keyword.text)
		return nil, keyword.Span, false
	}
	p.skipNewlines()
	if c = p.pipelineInParens(); c == nil {
		p.missing(after(open.Span), "IfStatementMissingCondition", keyword.text)
		c = &ErrorStatement{Span: after(open.Span)}
	} else {
		*read = append(*read, c)
	}
	p.skipNewlines()
	closing := p.accept(KindRParen)
	if closing == nil {
		next := p.peekTok().Span
		if len(*read) > 0 && (*read)[len(*read)-1] == Node(c) {
			p.missing(next, "MissingEndParenthesisAfterStatement", keyword.text)
		}
		return nil, before(next), false
	}
	return c, closing.Span, true
}

// backTo returns to a token that was peeked at before line breaks were
// skipped.
func (p *parser) backTo(t *token) {
	if p.peekTok() != t {
		p.pos = t.stop
		p.ahead = t
	}
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

// label parses the label of a jump or the key of a hashtable: a name or an
// expression.
func (p *parser) label() Expression {
	if t := p.simpleName(); t != nil {
		return &StringConstant{Span: t.Span, Value: t.text, Quote: BareWord}
	}
	if p.is(KindNewLine) || p.is(KindSemi) {
		return nil
	}
	defer p.restore(p.setMode(expressionMode))
	comma := p.noComma
	p.noComma = true
	e := p.unary()
	p.noComma = comma
	return e
}

// simpleName takes a name of letters, digits and underscores that stands next,
// whatever follows it; nil when there is none.
func (p *parser) simpleName() *token {
	if p.ahead != nil {
		if fixedToken(p.ahead) {
			return nil
		}
		p.resync(p.ahead)
	}
	p.skipTrivia()
	if !isIdentStart(p.peek()) {
		return nil
	}
	start := p.pos
	for isIdentFollow(p.peek()) {
		p.next()
	}
	t := p.make(KindWord, start)
	t.value = t.text
	p.note(t, KindWord)
	return t
}
