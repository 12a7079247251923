package parser

import "strings"

func lower(s string) string { return strings.ToLower(s) }

// typeDefinition parses class and enum; nil when the keyword does not start
// one, as when it names a command.
func (p *parser) typeDefinition(attributes []*Attribute) Statement {
	keyword := p.take()
	p.skipNewlines()
	name := p.peekTok()
	if name.kind != KindWord && name.kind != KindKeyword {
		p.missing(after(keyword.Span), "MissingNameAfterKeyword", keyword.text)
		return p.errorFrom(keyword.Span)
	}
	old := p.setMode(expressionMode)
	defer p.restore(old)
	name = p.take()
	d := &TypeDefinition{Span: keyword.Span, Name: name.text, Attributes: attributes}
	if len(attributes) > 0 {
		d.Start = attributes[0].Start
	}
	if keyword.value == "enum" {
		d.Kind = EnumType
	}
	p.skipNewlines()
	if p.accept(KindColon) != nil {
		p.baseTypes(d)
	}
	p.skipNewlines()
	open := p.accept(KindLCurly)
	if open == nil {
		p.missing(after(p.last), "MissingTypeBody", keyword.text)
		return p.errorFrom(keyword.Span)
	}
	p.typeMembers(d)
	d.End = p.closeCurly(open).End
	return d
}

func (p *parser) baseTypes(d *TypeDefinition) {
	for {
		p.skipNewlinesRaw0()
		name := p.typeNameNoAssembly()
		if name == nil {
			p.missing(after(p.last), "TypeNameExpected")
			return
		}
		d.Bases = append(d.Bases, &TypeConstraint{name.Span, name})
		p.skipNewlines()
		if p.accept(KindComma) == nil {
			return
		}
	}
}

// skipNewlinesRaw0 forgets the token that was looked at and skips trivia.
func (p *parser) skipNewlinesRaw0() {
	if p.ahead != nil {
		p.pos = p.ahead.pos
		p.ahead = nil
	}
	p.skipNewlinesRaw()
}

func (p *parser) typeNameNoAssembly() *TypeName { return p.typeName(true) }

func (p *parser) typeMembers(d *TypeDefinition) {
	for {
		p.skipTerminators()
		if k := p.kind(); k == KindRCurly || k == KindEOF {
			return
		}
		var m Member
		if d.Kind == EnumType {
			m = p.enumMember()
		} else {
			m = p.classMember(d)
		}
		if m == nil {
			return
		}
		d.Members = append(d.Members, m)
	}
}

func (p *parser) enumMember() Member {
	t := p.peekTok()
	if t.kind != KindWord && t.kind != KindKeyword {
		p.failWith(t.Span, "MissingEnumMemberName", p.atEnd())
		return nil
	}
	p.take()
	m := &PropertyMember{Span: t.Span, Name: t.text, Static: true}
	if eq := p.accept(KindAssign); eq != nil {
		p.skipNewlines()
		if m.Initial = p.expression(); m.Initial == nil {
			p.missing(after(eq.Span), "ExpectedValueExpression", eq.text)
			return m
		}
		m.End = m.Initial.Extent().End
	}
	p.memberEnd("MissingEnumMemberTerminator")
	return m
}

func (p *parser) memberEnd(id string) {
	switch p.kind() {
	case KindNewLine, KindSemi, KindRCurly, KindEOF:
		return
	}
	p.missing(after(p.last), id)
}

// memberHead is what stands before the name of a class member.
type memberHead struct {
	start          Span
	attributes     []*Attribute
	typ            *TypeConstraint
	static, hidden bool
}

func (p *parser) memberHead() memberHead {
	h := memberHead{start: p.peekTok().Span}
	for {
		t := p.peekTok()
		switch {
		case t.kind == KindLBracket:
			switch a := p.attribute().(type) {
			case *Attribute:
				h.attributes = append(h.attributes, a)
			case *TypeConstraint:
				if h.typ != nil {
					p.failWith(a.Span, "TooManyTypes", false)
				}
				h.typ = a
			default:
				return h
			}
		case t.kind == KindKeyword && t.value == "static":
			p.take()
			h.static = true
		case t.kind == KindKeyword && t.value == "hidden":
			p.take()
			h.hidden = true
		default:
			return h
		}
		p.skipNewlines()
	}
}

func (p *parser) classMember(d *TypeDefinition) Member {
	h := p.memberHead()
	t := p.peekTok()
	switch t.kind {
	case KindVariable:
		p.take()
		return p.property(h, t)
	case KindWord, KindKeyword:
		p.take()
		return p.method(d, h, t)
	}
	p.failWith(t.Span, "MissingPropertyOrMethodName", p.atEnd())
	p.resyncMember()
	return nil
}

// resyncMember skips a line that is no class member.
func (p *parser) resyncMember() {
	for {
		switch p.kind() {
		case KindNewLine, KindSemi, KindRCurly, KindEOF:
			return
		}
		p.take()
	}
}

func (p *parser) property(h memberHead, t *token) Member {
	m := &PropertyMember{Span: join(h.start, t.Span), Name: t.value, Attributes: h.attributes, Type: h.typ,
		Static: h.static, Hidden: h.hidden}
	if eq := p.accept(KindAssign); eq != nil {
		p.skipNewlines()
		if m.Initial = p.expression(); m.Initial == nil {
			p.missing(after(eq.Span), "ExpectedValueExpression", eq.text)
			return m
		}
		m.End = m.Initial.Extent().End
	}
	p.memberEnd("MissingPropertyTerminator")
	return m
}

func (p *parser) method(d *TypeDefinition, h memberHead, name *token) Member {
	m := &FunctionMember{Span: join(h.start, name.Span), Name: name.text, Attributes: h.attributes, ReturnType: h.typ,
		Static: h.static, Hidden: h.hidden, Constructor: strings.EqualFold(name.text, d.Name)}
	p.skipNewlines()
	if p.accept(KindLParen) == nil {
		p.missing(after(name.Span), "MissingMethodParameterList")
		p.resyncMember()
		return m
	}
	m.Parameters = p.parameters()
	p.closeParen("MissingEndParenthesisInMethodCall")
	var base *InvokeMemberExpression
	p.skipNewlines()
	if m.Constructor {
		base = p.baseConstructor()
	}
	p.skipNewlines()
	open := p.accept(KindLCurly)
	if open == nil {
		p.missing(after(p.last), "MissingFunctionBody")
		return m
	}
	m.Body = p.scriptBlock(open, false)
	if base != nil {
		prependBase(m.Body, base)
	}
	m.End = m.Body.Span.End
	return m
}

// baseConstructor parses `: base(args)`; without it the call has no
// arguments.
func (p *parser) baseConstructor() *InvokeMemberExpression {
	colon := p.accept(KindColon)
	if colon == nil {
		return nil
	}
	p.skipNewlines()
	t := p.peekTok()
	if t.kind != KindWord || !strings.EqualFold(t.text, "base") {
		p.missing(after(colon.Span), "MissingBaseCtorCall")
		return nil
	}
	p.take()
	p.skipNewlines()
	if !p.is(KindLParen) {
		p.missing(after(t.Span), "MissingMethodParameterList")
		return nil
	}
	e := &InvokeMemberExpression{BaseConstructor: true,
		Target: &VariableExpression{Span: t.Span, Name: "this"},
		Member: &StringConstant{Span: t.Span, Value: ".ctor"}}
	args, end := p.callArguments()
	e.Arguments, e.Span = args, join(t.Span, end)
	return e
}

// prependBase makes the call of the base constructor the first statement.
func prependBase(b *ScriptBlock, base *InvokeMemberExpression) {
	call := &Pipeline{Span: base.Span, Elements: []PipelineElement{&CommandExpression{Span: base.Span, Expression: base}}}
	if b.End != nil {
		b.End.Statements = append([]Statement{call}, b.End.Statements...)
	}
}
