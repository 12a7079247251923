package parser

// primary parses a value with its members and indexes; nil when none starts
// here.
func (p *parser) primary(withMembers bool) Expression {
	t := p.peekTok()
	var e Expression
	switch t.kind {
	case KindVariable:
		p.take()
		e = p.variableExpression(t)
	case KindSplat:
		p.take()
		if p.mode == expressionMode {
			p.failWith(t.Span, "SplattingNotPermitted", false, t.value)
		}
		return p.variableOf(t)
	case KindNumber:
		p.take()
		e = t.number
	case KindString, KindExpandable:
		p.take()
		e = p.stringOf(t)
	case KindLParen:
		e = p.paren()
	case KindDollarParen, KindAtParen:
		e = p.subExpression()
	case KindAtCurly:
		e = p.hashtable()
	case KindLCurly:
		p.take()
		b := p.scriptBlock(t, false)
		e = &ScriptBlockExpression{b.Span, b}
	case KindInvalid:
		p.take()
		return &ErrorExpression{Span: t.Span}
	default:
		return nil
	}
	if !withMembers {
		return e
	}
	return p.members(e, true)
}

func (p *parser) variableOf(t *token) *VariableExpression {
	return &VariableExpression{Span: t.Span, Name: t.value, Splatted: t.kind == KindSplat}
}

const usingPrefix = "using:"

// variableExpression wraps `$using:x` as PowerShell does.
func (p *parser) variableExpression(t *token) Expression {
	return usingOf(p.variableOf(t))
}

func usingOf(v *VariableExpression) Expression {
	if len(v.Name) > len(usingPrefix) && equalFoldASCII(v.Name[:len(usingPrefix)], usingPrefix) {
		inner := *v
		inner.Name = v.Name[len(usingPrefix):]
		return &UsingExpression{v.Span, &inner}
	}
	return v
}

func equalFoldASCII(a, b string) bool {
	for i := range len(a) {
		if a[i]|0x20 != b[i]|0x20 {
			return false
		}
	}
	return len(a) == len(b)
}

// stringOf turns a string token into a node, parsing what is nested in it.
func (p *parser) stringOf(t *token) Expression {
	if t.kind != KindExpandable {
		return &StringConstant{t.Span, t.value, t.quote}
	}
	e := &ExpandableString{Span: t.Span, Value: t.value, Quote: t.quote}
	for _, part := range t.parts {
		switch {
		case part.sub != nil:
			e.Parts = append(e.Parts, p.nestedExpression(part))
		case part.isVariable:
			e.Parts = append(e.Parts, usingOf(&VariableExpression{Span: part.Span, Name: part.variable}))
		default:
			e.Parts = append(e.Parts, &StringConstant{part.Span, part.literal, t.quote})
		}
	}
	return e
}

// nestedExpression parses `$(...)` of an expandable string.
func (p *parser) nestedExpression(part stringPart) Expression {
	p.enter()
	defer p.leave()
	n := p.nested(part.sub)
	body := &StatementBlock{Span: part.Span}
	body.Statements, body.Traps = n.statementList(KindEOF)
	return &SubExpression{part.Span, body}
}

// paren parses `( pipeline )`.
func (p *parser) paren() Expression {
	p.enter()
	defer p.leave()
	open := p.take()
	p.skipNewlines()
	e := &ParenExpression{Span: open.Span}
	e.Pipeline = p.pipelineInParens()
	if e.Pipeline == nil {
		p.missing(after(open.Span), "ExpectedExpression")
		e.Pipeline = &ErrorStatement{Span: after(open.Span)}
	}
	p.skipNewlines()
	if c := p.accept(KindRParen); c != nil {
		e.End = c.End
		return e
	}
	e.End = max(e.End, e.Pipeline.Extent().End)
	p.missing(after(e.Pipeline.Extent()), "MissingEndParenthesisInExpression")
	return e
}

// subExpression parses `$( ... )` and `@( ... )`.
func (p *parser) subExpression() Expression {
	p.enter()
	defer p.leave()
	defer p.restore(p.setMode(commandMode))
	comma := p.noComma
	p.noComma = false
	open := p.take()
	body := &StatementBlock{}
	body.Statements, body.Traps = p.statementList(KindRParen)
	p.noComma = comma
	body.Span = listSpan(after(open.Span), body.Statements, body.Traps)
	span := open.Span
	if c := p.accept(KindRParen); c != nil {
		span = join(span, c.Span)
	} else {
		p.missing(p.peekTok().Span, "MissingEndParenthesisInSubexpression")
		span.End = max(span.End, body.Span.End)
	}
	if open.kind == KindAtParen {
		return &ArrayExpression{span, body}
	}
	return &SubExpression{span, body}
}

// hashtable parses `@{ key = value }`.
func (p *parser) hashtable() Expression {
	p.enter()
	defer p.leave()
	defer p.restore(p.setMode(expressionMode))
	open := p.take()
	comma := p.noComma
	p.noComma = false
	defer func() { p.noComma = comma }()
	h := &Hashtable{Span: open.Span}
	for {
		p.skipTerminators()
		if k := p.kind(); k == KindRCurly || k == KindEOF {
			break
		}
		entry, ok := p.hashtableEntry()
		if entry.Key != nil && entry.Value != nil {
			h.Entries = append(h.Entries, entry)
		}
		if !ok {
			break
		}
		if k := p.kind(); k != KindNewLine && k != KindSemi {
			break
		}
	}
	if c := p.accept(KindRCurly); c != nil {
		h.End = c.End
		return h
	}
	next := p.peekTok().Span
	p.missingSince(after(open.Span), next, "MissingEndCurlyBrace")
	h.End = next.Start
	return h
}

// hashtableEntry parses `key = value`; false when no key begins here.
func (p *parser) hashtableEntry() (HashtableEntry, bool) {
	key := p.label()
	if key == nil {
		return HashtableEntry{}, false
	}
	t := p.peekTok()
	if t.kind != KindAssign || t.value != "=" {
		p.failWith(after(key.Extent()), "MissingEqualsInHashLiteral", false)
		p.pastBraces()
		return HashtableEntry{key, &ErrorStatement{Span: after(key.Extent())}}, true
	}
	p.take()
	p.skipNewlines()
	value := p.statement()
	p.setMode(expressionMode)
	if value == nil {
		p.missing(after(t.Span), "MissingStatementInHashLiteral")
		value = &ErrorStatement{Span: after(t.Span)}
	}
	return HashtableEntry{key, value}, true
}

// pastBraces skips to the brace that ends what is being read, or to the end.
func (p *parser) pastBraces() {
	for depth := 1; !p.is(KindEOF); p.take() {
		switch p.kind() {
		case KindLCurly:
			depth++
		case KindRCurly:
			if depth--; depth == 0 {
				return
			}
		}
	}
}
