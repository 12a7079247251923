package parser

// tryStatement parses try with its catch and finally blocks.
func (p *parser) tryStatement() Statement {
	keyword := p.take()
	s := &TryStatement{Span: keyword.Span}
	if s.Body = p.statementBlock(); s.Body == nil {
		p.missing(after(keyword.Span), "MissingTryStatementBlock")
		return &ErrorStatement{Span: keyword.Span}
	}
	s.End = s.Body.End
	var broken *catchFailure
	place := p.peekTok()
	for p.skipNewlines(); p.isKeyword("catch"); p.skipNewlines() {
		c, failure := p.catchClause()
		place = p.peekTok()
		if c == nil {
			broken = failure
			break
		}
		s.Catches = append(s.Catches, c)
		s.End = c.End
	}
	return p.finally(s, place, broken)
}

// catchFailure is what could be read of a catch clause without a block.
type catchFailure struct {
	end   Span
	types []*TypeConstraint
}

// finally parses the finally block of a try statement, which must have one if
// it has no catch clause. place is where the statement goes on without one.
func (p *parser) finally(s *TryStatement, place *token, broken *catchFailure) Statement {
	p.skipNewlines()
	var end *Span
	if broken != nil {
		end = &broken.end
	}
	if f := p.acceptKeyword("finally"); f != nil {
		if s.Finally = p.statementBlock(); s.Finally == nil {
			p.missing(after(f.Span), "MissingFinallyStatementBlock")
			end = &f.Span
		} else {
			s.End = s.Finally.End
		}
	} else {
		p.backTo(place)
	}
	if len(s.Catches) == 0 && s.Finally == nil && end == nil {
		p.missing(after(s.Body.Span), "MissingCatchOrFinally")
		end = &s.Body.Span
	}
	if end == nil {
		return s
	}
	e := &ErrorStatement{Span: join(s.Span, *end), Nested: []Node{s.Body}}
	for _, c := range s.Catches {
		e.Nested = append(e.Nested, c)
	}
	if broken != nil {
		for _, t := range broken.types {
			e.Nested = append(e.Nested, t)
		}
	}
	return e
}

// catchClause parses catch with its types and block; without a block the
// second result says what was read.
func (p *parser) catchClause() (*CatchClause, *catchFailure) {
	keyword := p.take()
	c := &CatchClause{Span: keyword.Span}
	missingType := p.catchTypes(c)
	if c.Body = p.statementBlock(); c.Body == nil {
		end := keyword.Span
		if n := len(c.Types); n > 0 {
			end = c.Types[n-1].Span
		}
		if missingType != nil {
			end = missingType.Span
		} else {
			p.missing(after(end), "MissingCatchHandlerBlock")
		}
		return nil, &catchFailure{end, c.Types}
	}
	c.End = c.Body.End
	return c, nil
}

// catchTypes reads the types of a catch clause; the comma that none follows is
// returned.
func (p *parser) catchTypes(c *CatchClause) *token {
	defer p.restore(p.setMode(expressionMode))
	var comma *token
	for {
		p.skipNewlines()
		t, ok := AttributeBase(nil), false
		if p.is(KindLBracket) {
			t = p.attribute()
		}
		var constraint *TypeConstraint
		if constraint, ok = t.(*TypeConstraint); !ok {
			if comma != nil {
				p.missing(after(comma.Span), "MissingTypeLiteralToken")
			}
			return comma
		}
		c.Types = append(c.Types, constraint)
		p.skipNewlines()
		if comma = p.accept(KindComma); comma == nil {
			return nil
		}
	}
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
		e := &ErrorStatement{Span: keyword.Span}
		if s.Type != nil {
			e.End, e.Nested = s.Type.End, []Node{s.Type}
		}
		p.missing(after(e.Span), "MissingTrapStatement")
		return e
	}
	s.End = s.Body.End
	return s
}
