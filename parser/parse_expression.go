package parser

// expression parses a full expression in expression mode; nil when none
// starts here.
func (p *parser) expression() Expression {
	p.deepen(1)
	defer func() { *p.depth-- }()
	defer p.restore(p.setMode(expressionMode))
	condition := p.binary(0)
	if condition == nil || !p.is(KindQuestion) {
		return condition
	}
	return p.ternaryRest(condition)
}

// ternaryRest parses `? a : b`.
func (p *parser) ternaryRest(condition Expression) Expression {
	mark := p.take()
	e := &TernaryExpression{Span: join(condition.Extent(), mark.Span), Condition: condition}
	old := p.ternary
	p.ternary = true
	p.skipNewlines()
	e.IfTrue = p.expression()
	p.ternary = old
	read := e.IfTrue != nil
	if !read {
		p.missing(after(mark.Span), "ExpectedValueExpression", mark.text)
		e.IfTrue = &ErrorExpression{Span: after(mark.Span)}
	}
	p.skipNewlines()
	colon := p.accept(KindColon)
	if colon == nil {
		return p.ternaryWithoutColon(e, read)
	}
	p.skipNewlines()
	if e.IfFalse = p.expression(); e.IfFalse == nil {
		p.missing(after(colon.Span), "ExpectedValueExpression", colon.text)
		e.IfFalse = &ErrorExpression{Span: after(colon.Span)}
	}
	e.End = e.IfFalse.Extent().End
	return e
}

func (p *parser) ternaryWithoutColon(e *TernaryExpression, read bool) Expression {
	next := p.peekTok().Span
	wrong := &ErrorExpression{Span: join(e.Condition.Extent(), before(next)), Nested: []Node{e.Condition}}
	if _, failed := e.IfTrue.(*ErrorExpression); read && !failed {
		p.missing(next, "MissingColonInTernaryExpression")
		wrong.Nested = append(wrong.Nested, e.IfTrue)
	}
	return wrong
}

// binary climbs operators that bind tighter than min.
func (p *parser) binary(min int) Expression {
	left := p.array()
	if left == nil {
		return nil
	}
	for {
		t := p.peekTok()
		if t.kind == KindParameter {
			return p.parameterInExpression(t, left)
		}
		if t.kind != KindOperator {
			return left
		}
		prec := operatorPrecedence(t.value)
		if prec == 0 || prec <= min {
			return left
		}
		p.take()
		p.skipNewlines()
		right := p.binary(prec)
		if right == nil {
			p.missing(after(t.Span), "ExpectedValueExpression", t.text)
			right = &ErrorExpression{Span: after(t.Span)}
		}
		left = &BinaryExpression{Span: join(left.Extent(), right.Extent()), Left: left,
			Operator: operatorName(t.value), OperatorSpan: t.Span, Right: right}
	}
}

// parameterInExpression passes over what looks like the parameter of a command
// behind an operand.
func (p *parser) parameterInExpression(t *token, left Expression) Expression {
	p.failWith(t.Span, "UnexpectedToken", false, t.text)
	p.take()
	return &ErrorExpression{Span: join(left.Extent(), t.Span),
		Nested: []Node{left, &CommandParameter{Span: t.Span, Name: t.value, NameSpan: t.Span}}}
}

// array parses elements joined by commas.
func (p *parser) array() Expression {
	first := p.unary()
	if first == nil || p.noComma || !p.is(KindComma) {
		return first
	}
	list := []Expression{first}
	for p.is(KindComma) {
		comma := p.take()
		p.skipNewlines()
		e := p.unary()
		if e == nil {
			p.missing(after(comma.Span), "MissingExpressionAfterToken", ",")
			list = append(list, &ErrorExpression{Span: comma.Span})
			break
		}
		list = append(list, e)
	}
	return &ArrayLiteral{Span: join(first.Extent(), list[len(list)-1].Extent()), Elements: list}
}

// unary parses prefix operators, casts and what they apply to.
func (p *parser) unary() Expression {
	p.signed = true
	t := p.peekTok()
	p.signed = false
	switch t.kind {
	case KindNot, KindPlusPlus, KindMinusMinus:
		return p.prefix()
	case KindOperator:
		if isUnaryOperator(t.value) {
			return p.prefix()
		}
		return nil
	case KindComma:
		if p.noComma {
			return nil
		}
		return p.unaryComma()
	case KindLBracket:
		return p.cast()
	}
	var e Expression
	if t.kind == KindNumber {
		// Taken here: without its sign it would be scanned anew.
		p.ahead = nil
		p.note(t, t.kind)
		e = p.members(t.number, true)
	} else {
		e = p.primary(true)
	}
	if e == nil {
		return nil
	}
	return p.postfix(e)
}

// postfix parses `++` and `--` behind an operand.
func (p *parser) postfix(e Expression) Expression {
	if k := p.kind(); k == KindPlusPlus || k == KindMinusMinus {
		t := p.take()
		return &UnaryExpression{Span: join(e.Extent(), t.Span), Operator: t.value, Operand: e, Postfix: true}
	}
	return e
}

func (p *parser) prefix() Expression {
	p.enter()
	defer p.leave()
	t := p.take()
	p.skipNewlines()
	operand := p.unary()
	if operand == nil {
		p.missing(after(t.Span), "MissingExpressionAfterOperator", t.text)
		return &ErrorExpression{Span: t.Span}
	}
	return &UnaryExpression{Span: join(t.Span, operand.Extent()), Operator: operatorName(t.value), Operand: operand}
}

func (p *parser) unaryComma() Expression {
	t := p.take()
	p.skipNewlines()
	e := p.unary()
	if e == nil {
		p.missing(after(t.Span), "MissingExpressionAfterOperator", t.text)
		return &ErrorExpression{Span: t.Span}
	}
	return &ArrayLiteral{Span: join(t.Span, e.Extent()), Elements: []Expression{e}}
}

// cast parses `[type]` with what it applies to, or a type as a value.
func (p *parser) cast() Expression {
	p.enter()
	defer p.leave()
	list := p.attributeList(true)
	if len(list) == 0 {
		return nil
	}
	var e Expression
	last := list[len(list)-1]
	if constraint, ok := last.(*TypeConstraint); ok {
		e = p.castOperand(constraint)
	} else {
		p.skipNewlines()
		child := p.unary()
		if child == nil {
			p.missing(last.Extent(), "UnexpectedAttribute", last.(*Attribute).Type.String())
			return &ErrorExpression{Span: last.Extent()}
		}
		e = &AttributedExpression{join(last.Extent(), child.Extent()), last.(*Attribute), child}
	}
	for i := len(list) - 2; i >= 0; i-- {
		span := join(list[i].Extent(), e.Extent())
		switch a := list[i].(type) {
		case *TypeConstraint:
			e = &ConvertExpression{span, a, e}
		case *Attribute:
			if _, bare := e.(*TypeExpression); bare {
				p.failWith(a.Span, "UnexpectedAttribute", false, a.Type.String())
			}
			e = &AttributedExpression{span, a, e}
		}
	}
	return e
}

// castOperand parses what follows a type: a member, an operand or nothing.
func (p *parser) castOperand(c *TypeConstraint) Expression {
	value := &TypeExpression{c.Span, c.Type}
	if e := p.members(value, false); e != Expression(value) {
		return p.postfix(e)
	}
	switch p.kind() {
	case KindNewLine, KindComma:
		return value
	}
	operand := p.unary()
	if operand == nil {
		return value
	}
	return &ConvertExpression{join(c.Span, operand.Extent()), c, operand}
}
