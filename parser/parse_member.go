package parser

// members parses member accesses, calls and indexes directly behind target.
func (p *parser) members(target Expression, brackets bool) Expression {
	for {
		if p.ahead != nil {
			return target
		}
		op := p.memberOperator(brackets)
		if op == nil {
			return target
		}
		brackets = true
		if op.kind == KindLBracket || op.kind == KindQuestionBracket {
			target = p.index(target, op)
		} else {
			target = p.member(target, op)
		}
	}
}

// memberOperator consumes `.`, `::`, `?.`, `[` or `?[` when it follows without
// white space.
func (p *parser) memberOperator(brackets bool) *token {
	start := p.pos
	kind, size := KindEOF, 1
	one, two := p.peek(), p.peekAt(1)
	switch {
	case one == '.' && two != '.':
		kind = KindDot
	case one == ':' && two == ':':
		kind, size = KindColonColon, 2
	case one == '[' && brackets:
		kind = KindLBracket
	case one == '?' && two == '.' && p.mode == expressionMode:
		kind, size = KindQuestionDot, 2
	case one == '?' && two == '[' && brackets && p.mode == expressionMode:
		kind, size = KindQuestionBracket, 2
	default:
		return nil
	}
	if kind == KindDot || kind == KindColonColon {
		if r := p.peekAt(size); p.mode == commandMode && (r == eof || isSpace(r) || isNewline(r)) {
			return nil
		}
	}
	p.pos += size
	t := p.make(kind, start)
	p.note(t, t.kind)
	return t
}

func (p *parser) index(target Expression, op *token) Expression {
	p.enter()
	defer p.leave()
	defer p.restore(p.setMode(expressionMode))
	comma, ternary := p.noComma, p.ternary
	p.noComma, p.ternary = false, false
	defer func() { p.noComma, p.ternary = comma, ternary }()
	p.skipNewlines()
	e := &IndexExpression{Target: target, NullConditional: op.kind == KindQuestionBracket}
	e.Index = p.expression()
	if e.Index == nil {
		p.missing(after(op.Span), "MissingArrayIndexExpression")
		e.Index = &ErrorExpression{Span: op.Span}
	}
	p.skipNewlines()
	e.Span = join(target.Extent(), e.Index.Extent())
	if c := p.accept(KindRBracket); c != nil {
		e.End = c.End
		return e
	}
	if _, wrong := e.Index.(*ErrorExpression); !wrong {
		p.missing(after(e.Index.Extent()), "MissingEndSquareBracket")
	}
	return e
}

// member parses what follows `.` or `::`.
func (p *parser) member(target Expression, op *token) Expression {
	static := op.kind == KindColonColon
	conditional := op.kind == KindQuestionDot
	old := p.setMode(expressionMode)
	for isSpace(p.peek()) || isNewline(p.peek()) || p.peek() == '#' || p.peek() == '`' || p.peek() == '<' {
		at := p.pos
		p.skipTrivia()
		if isNewline(p.peek()) {
			p.newline()
		}
		if p.pos == at {
			break
		}
	}
	name := p.memberName()
	p.setMode(old)
	if name == nil {
		p.missing(after(op.Span), "MissingPropertyName")
		if !p.is(KindComma) && !p.is(KindEOF) {
			name = p.argument(argumentList)
		}
		if word, ok := name.(*StringConstant); ok {
			p.renote(word.Span, KindMember)
		}
		if name == nil {
			name = &ErrorExpression{Span: join(target.Extent(), op.Span)}
		}
		return &MemberExpression{Span: join(target.Extent(), name.Extent()), Target: target, Member: name, Static: static, NullConditional: conditional}
	}
	generic := p.genericArguments()
	if p.ahead == nil && p.peek() == '(' {
		return p.call(target, name, static, conditional, generic)
	}
	if p.ahead == nil && p.peek() == '{' {
		// $x.foreach{ } passes the block as the only argument.
		open := p.take()
		b := p.scriptBlock(open, false)
		return &InvokeMemberExpression{Span: join(target.Extent(), b.Span), Target: target, Member: name,
			Arguments: []Expression{&ScriptBlockExpression{b.Span, b}}, Static: static, NullConditional: conditional}
	}
	return &MemberExpression{Span: join(target.Extent(), name.Extent()), Target: target, Member: name,
		Static: static, NullConditional: conditional}
}

// memberName parses a simple name or any simple value used as a name.
func (p *parser) memberName() Expression {
	start := p.pos
	r := p.peek()
	switch {
	case isIdentFollow(r):
		for isIdentFollow(p.peek()) {
			p.next()
		}
		t := p.make(KindWord, start)
		p.note(t, KindMember)
		return &StringConstant{Span: t.Span, Value: t.text, Quote: BareWord}
	case r == '$' || r == '(' || r == '@' || r == '{' || isSingleQuote(r) || isDoubleQuote(r):
		return p.primary(false)
	case r == '[':
		return p.unary()
	}
	return nil
}

// genericArguments parses `[types]` between a method name and its arguments.
// Where no type begins, or no parenthesis follows, the bracket is an index.
func (p *parser) genericArguments() []*TypeName {
	if p.ahead != nil || p.peek() != '[' {
		return nil
	}
	save, last := p.pos, p.last
	p.pos++
	p.typeSpaces()
	if !isIdentStart(p.peek()) {
		p.pos, p.last = save, last
		return nil
	}
	list := p.typeArguments()
	closed := p.peek() == ']'
	if !closed {
		p.missing(p.span(p.pos, p.pos), "EndSquareBracketExpectedAtEndOfType")
	} else {
		p.pos++
	}
	if r := p.peek(); r == '(' || r == '{' {
		return list
	}
	if closed {
		p.pos, p.last = save, last
	}
	return list
}

// call parses the arguments of a method call.
func (p *parser) call(target, name Expression, static, conditional bool, generic []*TypeName) Expression {
	e := &InvokeMemberExpression{Target: target, Member: name, GenericArgs: generic, Static: static, NullConditional: conditional}
	args, end := p.callArguments()
	e.Arguments = args
	e.Span = join(target.Extent(), end)
	return e
}

// callArguments parses `(a, b)`.
func (p *parser) callArguments() ([]Expression, Span) {
	p.enter()
	defer p.leave()
	defer p.restore(p.setMode(expressionMode))
	comma, ternary := p.noComma, p.ternary
	p.noComma, p.ternary = true, false
	defer func() { p.noComma, p.ternary = comma, ternary }()
	open := p.take()
	list, separator := p.callArgumentList()
	last := open.Span
	if n := len(list); n > 0 {
		last = list[n-1].Extent()
	}
	p.skipNewlines()
	if c := p.accept(KindRParen); c != nil {
		return list, c.Span
	}
	if separator != nil {
		return list, separator.Span
	}
	p.missing(after(last), "MissingEndParenthesisInMethodCall")
	return list, last
}

// callArgumentList reads arguments; the comma that none follows is returned.
func (p *parser) callArgumentList() (list []Expression, separator *token) {
	for {
		p.skipNewlines()
		e := p.expression()
		if e == nil {
			if separator != nil {
				p.missing(after(separator.Span), "MissingExpressionAfterToken", ",")
			}
			return list, separator
		}
		list = append(list, e)
		p.skipNewlines()
		if separator = p.accept(KindComma); separator == nil {
			return list, nil
		}
	}
}
