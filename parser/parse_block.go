package parser

import "strings"

// script parses a whole text.
func (p *parser) script() *ScriptBlock {
	whole := Span{0, int32(len(p.source.Text))}
	b := p.blockBody(KindEOF)
	b.Span, b.Body = whole, whole
	b.Requires = p.requirements()
	b.DefinesTypes = p.types
	return b
}

// scriptBlock parses `{ ... }` whose opening brace is open and was consumed.
func (p *parser) scriptBlock(open *token, unnamedProcess bool) *ScriptBlock {
	p.enter()
	defer p.leave()
	defer p.restore(p.setMode(commandMode))
	comma := p.noComma
	p.noComma = false
	b := p.blockBody(KindRCurly)
	p.noComma = comma
	if unnamedProcess && b.End != nil && b.End.Unnamed {
		b.Process, b.End = b.End, nil
	}
	b.Span = p.closeCurly(open)
	b.Body = Span{open.End, max(open.End, b.Span.End-1)}
	return b
}

func (p *parser) restore(m mode) { p.mode = m }

// closeCurly consumes the closing brace of open and returns the whole range.
func (p *parser) closeCurly(open *token) Span {
	if c := p.accept(KindRCurly); c != nil {
		return join(open.Span, c.Span)
	}
	p.missingSince(open.Span, p.peekTok().Span, "MissingEndCurlyBrace")
	return join(open.Span, p.last)
}

// blockBody parses usings, a param block and statements or named blocks.
func (p *parser) blockBody(end TokenKind) *ScriptBlock {
	b := &ScriptBlock{Source: p.source}
	p.skipTerminators()
	for p.isKeyword("using") && end == KindEOF {
		if u, ok := p.usingStatement().(*UsingStatement); ok {
			b.Usings = append(b.Usings, u)
		}
		p.skipTerminators()
	}
	b.Params = p.paramBlock()
	p.skipTerminators()
	if p.namedBlockKeyword() != "" {
		p.namedBlocks(b, end)
		return b
	}
	block := &NamedBlock{Unnamed: true}
	start := p.peekTok().Span
	block.Statements, block.Traps = p.statementList(end)
	block.Span = listSpan(start, block.Statements, block.Traps)
	b.End = block
	return b
}

// listSpan is the range of a statement list; it is empty at start when there
// are none.
func listSpan(start Span, list []Statement, traps []*TrapStatement) Span {
	span := Span{start.Start, start.Start}
	for _, s := range list {
		span.End = max(span.End, s.Extent().End)
	}
	for _, t := range traps {
		span.End = max(span.End, t.End)
	}
	return span
}

// namedBlockKeyword returns the keyword of a named block that comes next.
func (p *parser) namedBlockKeyword() string {
	t := p.peekTok()
	if t.kind != KindKeyword {
		return ""
	}
	switch t.value {
	case "begin", "process", "end", "clean", "dynamicparam":
		return t.value
	}
	return ""
}

func (p *parser) namedBlocks(b *ScriptBlock, end TokenKind) {
	for {
		name := p.namedBlockKeyword()
		if name == "" {
			break
		}
		keyword := p.take()
		p.skipNewlines()
		open := p.accept(KindLCurly)
		block := &NamedBlock{Span: keyword.Span}
		if open == nil {
			p.missing(after(keyword.Span), "MissingNamedStatementBlock", keyword.value)
		} else {
			body := p.braced(open)
			block.Statements, block.Traps = body.Statements, body.Traps
			block.Span = join(keyword.Span, body.Span)
		}
		p.setNamedBlock(b, name, block)
		p.skipTerminators()
	}
	if !p.is(end) && !p.is(KindEOF) && !p.is(KindRCurly) {
		t := p.peekTok()
		p.failWith(t.Span, "MissingNamedBlocks", false, t.text)
		p.statementList(end)
	}
}

func (p *parser) setNamedBlock(b *ScriptBlock, name string, block *NamedBlock) {
	slot := map[string]**NamedBlock{"begin": &b.Begin, "process": &b.Process, "end": &b.End,
		"clean": &b.Clean, "dynamicparam": &b.DynamicParam}[name]
	if *slot != nil {
		p.failWith(block.Span, "DuplicateScriptCommandClause", false, name)
		return
	}
	*slot = block
}

// paramBlock parses `[attributes] param(...)`, or nothing when attributes are
// not followed by param.
func (p *parser) paramBlock() *ParamBlock {
	start := p.peekTok()
	if start.kind != KindKeyword && !strings.HasPrefix(start.text, "[") {
		return nil
	}
	errors := len(*p.errors)
	var attributes []AttributeBase
	if strings.HasPrefix(start.text, "[") {
		p.speculating++
		attributes = p.attributeList(false)
		p.speculating--
		p.skipNewlines()
	}
	keyword := p.acceptKeyword("param")
	if keyword == nil {
		*p.errors = (*p.errors)[:errors]
		p.resync(start)
		return nil
	}
	p.skipNewlines()
	open := p.accept(KindLParen)
	if open == nil {
		p.resync(start)
		return nil
	}
	b := &ParamBlock{}
	b.Parameters = p.parameters()
	end, _ := p.closeParameters(b.Parameters, open)
	b.Span = join(keyword.Span, end)
	for _, a := range attributes {
		switch a := a.(type) {
		case *Attribute:
			b.Attributes = append(b.Attributes, a)
		case *TypeConstraint:
			p.failWith(a.Span, "TypeNotAllowedBeforeParam", false, a.Type.String())
		}
	}
	return b
}

// closeParameters consumes the parenthesis that ends a parameter list; false
// when it is missing.
func (p *parser) closeParameters(list []*Parameter, open *token) (Span, bool) {
	p.skipNewlines()
	if c := p.accept(KindRParen); c != nil {
		return c.Span, true
	}
	last := open.Span
	if n := len(list); n > 0 {
		last = list[n-1].Span
	}
	p.missing(after(last), "MissingEndParenthesisInFunctionParameterList")
	return last, false
}

// parameters parses a parameter list up to its closing parenthesis.
func (p *parser) parameters() []*Parameter {
	p.enter()
	defer p.leave()
	defer p.restore(p.setMode(expressionMode))
	list := []*Parameter{}
	comma := p.noComma
	defer func() { p.noComma = comma }()
	var separator *token
	for {
		p.skipNewlines()
		parameter := p.parameter()
		if parameter == nil {
			if separator != nil {
				p.missing(after(separator.Span), "MissingExpressionAfterToken", ",")
			}
			return list
		}
		list = append(list, parameter)
		p.skipNewlines()
		if separator = p.accept(KindComma); separator == nil {
			return list
		}
	}
}

// declaredVariable takes a variable where one is declared.
func (p *parser) declaredVariable() *token {
	if t := p.accept(KindVariable); t != nil {
		return t
	}
	return p.accept(KindSplat)
}

func (p *parser) parameter() *Parameter {
	attributes := p.attributeList(false)
	p.skipNewlines()
	t := p.declaredVariable()
	if t == nil {
		return p.parameterWithoutName(attributes)
	}
	q := &Parameter{Span: t.Span, Attributes: attributes, Name: p.variableOf(t)}
	if len(attributes) > 0 {
		q.Start = attributes[0].Extent().Start
	}
	p.skipNewlines()
	if eq := p.peekTok(); eq.kind == KindAssign && eq.value == "=" {
		p.take()
		p.skipNewlines()
		p.noComma = true
		q.Default = p.expression()
		if q.Default == nil {
			p.missing(after(eq.Span), "MissingExpressionAfterToken", "=")
			return q
		}
		q.End = q.Default.Extent().End
	}
	return q
}

// parameterWithoutName stands for attributes that no variable follows; the
// rest of the parameter list is passed over.
func (p *parser) parameterWithoutName(attributes []AttributeBase) *Parameter {
	n := len(attributes)
	if n == 0 {
		return nil
	}
	p.missing(after(attributes[n-1].Extent()), "InvalidFunctionParameter")
	p.pastParens()
	span := join(attributes[0].Extent(), attributes[n-1].Extent())
	return &Parameter{Span: span, Attributes: attributes, Name: &VariableExpression{Span: span, Name: "__error__"}}
}

// braced parses the statements of `{ ... }` after the opening brace.
func (p *parser) braced(open *token) *StatementBlock {
	p.enter()
	defer p.leave()
	defer p.restore(p.setMode(commandMode))
	comma := p.noComma
	p.noComma = false
	b := &StatementBlock{}
	b.Statements, b.Traps = p.statementList(KindRCurly)
	b.Span = p.closeCurly(open)
	p.noComma = comma
	return b
}

// statementBlock parses an optional `{ ... }`; nil when no brace follows.
func (p *parser) statementBlock() *StatementBlock {
	p.skipNewlines()
	if open := p.accept(KindLCurly); open != nil {
		return p.braced(open)
	}
	return nil
}

// statementList parses statements up to a token of kind end.
func (p *parser) statementList(end TokenKind) ([]Statement, []*TrapStatement) {
	var list []Statement
	var traps []*TrapStatement
	for {
		p.skipTerminators()
		t := p.peekTok()
		if t.kind == end || t.kind == KindEOF {
			return list, traps
		}
		if (t.kind == KindRParen || t.kind == KindRCurly) && end != KindEOF {
			return list, traps
		}
		place := p.place()
		s := p.statement()
		if s != nil && p.place() == place {
			p.take()
		}
		switch s := s.(type) {
		case nil:
			p.skipUnexpected()
		case *TrapStatement:
			traps = append(traps, s)
		default:
			list = append(list, s)
		}
	}
}

// skipUnexpected passes over a token that starts no statement.
func (p *parser) skipUnexpected() {
	if t := p.take(); t.kind != KindRedirectIn {
		p.failWith(t.Span, "UnexpectedToken", false, t.text)
	}
}
