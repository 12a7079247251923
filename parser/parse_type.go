package parser

import "slices"

// attributeList parses `[type]` and `[attribute(...)]` one after another. In
// an expression a line break ends the list behind a type.
func (p *parser) attributeList(inExpression bool) []AttributeBase {
	defer p.restore(p.setMode(expressionMode))
	var list []AttributeBase
	for p.is(KindLBracket) {
		a := p.attribute()
		if a == nil {
			return list
		}
		list = append(list, a)
		end := p.pos
		if _, isAttribute := a.(*Attribute); isAttribute || !inExpression {
			p.skipNewlines()
		}
		if !p.is(KindLBracket) {
			if inExpression {
				p.ahead, p.pos = nil, end
			}
			return list
		}
	}
	return list
}

// parsedAttribute remembers an attribute that was read to see what follows it.
type parsedAttribute struct {
	node   AttributeBase
	errors []*ParseError
	last   Span
	end    int
}

// attribute parses one `[...]`; nil when it was wrong, with the error
// recorded. What was read to look ahead is not read again: that would take
// exponential time in nested attributes.
func (p *parser) attribute() AttributeBase {
	start := p.peekTok().pos
	if known, ok := p.attributes[start]; ok {
		*p.errors = append(*p.errors, known.errors...)
		p.ahead, p.pos, p.last = nil, known.end, known.last
		return known.node
	}
	errors := len(*p.errors)
	a := p.readAttribute()
	if p.speculating > 0 {
		if p.ahead != nil {
			p.resync(p.ahead)
		}
		if p.attributes == nil {
			p.attributes = map[int]parsedAttribute{}
		}
		p.attributes[start] = parsedAttribute{a, slices.Clone((*p.errors)[errors:]), p.last, p.pos}
	}
	return a
}

func (p *parser) readAttribute() AttributeBase {
	p.enter()
	defer p.leave()
	open := p.take()
	p.skipNewlinesRaw()
	name := p.typeName(false)
	if name == nil {
		p.missing(after(open.Span), "MissingTypename")
		p.pastBracket()
		return nil
	}
	p.skipNewlinesRaw()
	if p.peek() == '(' {
		a := &Attribute{Type: name}
		p.attributeArguments(a)
		p.skipNewlines()
		end := p.accept(KindRBracket)
		if end == nil {
			p.failWith(after(p.last), "EndSquareBracketExpectedAtEndOfAttribute", false)
			a.Span = join(open.Span, p.last)
			return a
		}
		a.Span = join(open.Span, end.Span)
		return a
	}
	if p.peek() != ']' {
		p.failWith(after(name.Span), "EndSquareBracketExpectedAtEndOfAttribute", false)
		return &TypeConstraint{join(open.Span, name.Span), name}
	}
	start := p.pos
	p.pos++
	p.note(p.make(KindRBracket, start), KindRBracket)
	return &TypeConstraint{join(open.Span, p.last), name}
}

// pastBracket moves behind the closing bracket of a broken type literal.
func (p *parser) pastBracket() {
	if p.ahead == nil && p.peek() == ']' {
		p.take()
	}
}

func (p *parser) skipNewlinesRaw() {
	for p.skipTrivia(); isNewline(p.peek()); p.skipTrivia() {
		p.newline()
	}
}

// typeSpaces passes over white space inside a type name.
func (p *parser) typeSpaces() { p.skipNewlinesRaw() }

func isTypeNameChar(r rune) bool {
	switch r {
	case '.', '`', '_', '+', '#', '\\', '-', '/', '$', '@', '^', '~', '!', '%', '*', '?', ':', '<', '>', '=', '|', '{', '}', '&', ';':
		return r == '.' || r == '`' || r == '_' || r == '+' || r == '#' || r == '\\'
	}
	return isIdentFollow(r)
}

// typeName reads a type name with generic arguments and array ranks; nil when
// there is none. Assemblies are read only outside generic arguments.
func (p *parser) typeName(nested bool) *TypeName {
	p.enter()
	defer p.leave()
	p.ahead = nil
	p.typeSpaces()
	start := p.pos
	if nested && p.peek() == '[' {
		return p.bracketedTypeName()
	}
	for isTypeNameChar(p.peek()) {
		p.next()
	}
	if p.pos == start {
		return nil
	}
	word := p.make(KindType, start)
	p.note(word, KindType)
	t := &TypeName{Span: word.Span, Name: word.text}
	for {
		end := p.pos
		p.typeSpaces()
		if p.peek() != '[' {
			p.pos = end
			break
		}
		next := p.typeSuffix(t)
		if next == nil {
			break
		}
		t = next
	}
	if !nested {
		p.assemblyName(t)
	}
	return t
}

// bracketedTypeName reads a generic argument in its own brackets, as in
// `[Dictionary[[string],[int]]]`, where an assembly may follow the name.
func (p *parser) bracketedTypeName() *TypeName {
	p.pos++
	t := p.typeName(false)
	p.typeSpaces()
	if p.peek() == ']' {
		p.pos++
	}
	return t
}

// typeSuffix reads `[]`, `[,]` or `[generic, arguments]`.
func (p *parser) typeSuffix(t *TypeName) *TypeName {
	start := t.Start
	p.pos++
	p.typeSpaces()
	rank := 1
	if p.peek() == ']' || p.peek() == ',' {
		for p.peek() == ',' {
			p.pos++
			rank++
			p.typeSpaces()
		}
		p.endTypeSuffix()
		return &TypeName{Span: Span{start, p.last.End}, ElementOf: t, Rank: rank}
	}
	for {
		a := p.typeName(true)
		if a == nil {
			p.missing(after(p.last), "MissingTypename")
			return nil
		}
		t.Args = append(t.Args, a)
		p.typeSpaces()
		if p.peek() != ',' {
			break
		}
		p.pos++
	}
	p.endTypeSuffix()
	t.End = p.last.End
	return t
}

func (p *parser) endTypeSuffix() {
	if p.peek() != ']' {
		p.missing(after(p.last), "EndSquareBracketExpectedAtEndOfType")
		return
	}
	start := p.pos
	p.pos++
	p.note(p.make(KindRBracket, start), KindRBracket)
}

// assemblyName reads `, Assembly, Version=...` behind a type name.
func (p *parser) assemblyName(t *TypeName) {
	save := p.pos
	p.typeSpaces()
	if p.peek() != ',' {
		p.pos = save
		return
	}
	p.pos++
	p.typeSpaces()
	start := p.pos
	for r := p.peek(); r != ']' && r != eof && !isNewline(r); r = p.peek() {
		p.next()
	}
	t.Assembly = p.src[start:p.pos]
	t.End = p.global(p.pos)
}

// attributeArguments parses `(positional, Name = value)`.
func (p *parser) attributeArguments(a *Attribute) {
	defer p.restore(p.setMode(expressionMode))
	comma := p.noComma
	p.noComma = true
	defer func() { p.noComma = comma }()
	p.take()
	for {
		p.skipNewlines()
		if p.is(KindRParen) {
			break
		}
		if !p.attributeArgument(a) {
			break
		}
		p.skipNewlines()
		separator := p.accept(KindComma)
		if separator == nil {
			break
		}
	}
	p.closeParen("MissingEndParenthesisInExpression")
}

func (p *parser) attributeArgument(a *Attribute) bool {
	t := p.peekTok()
	if t.kind != KindWord && t.kind != KindKeyword {
		e := p.expression()
		if e != nil {
			a.Positional = append(a.Positional, e)
		}
		return e != nil
	}
	p.take()
	n := &NamedAttributeArgument{Span: t.Span, Name: t.text}
	a.Named = append(a.Named, n)
	if eq := p.peekTok(); eq.kind == KindAssign && eq.value == "=" {
		p.take()
		p.skipNewlines()
		if n.Value = p.expression(); n.Value == nil {
			p.missing(after(eq.Span), "MissingExpressionInNamedArgument")
			n.Value = &ErrorExpression{Span: after(eq.Span)}
		}
		n.End = n.Value.Extent().End
	}
	return true
}
