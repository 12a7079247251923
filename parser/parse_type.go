package parser

import (
	"slices"
	"strings"
)

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
	name := p.typeName(false)
	if name == nil {
		p.resync(open)
		p.missing(after(open.Span), "MissingTypename")
		return nil
	}
	p.skipTrivia()
	if p.peek() == '(' {
		return p.attributeRest(open, name)
	}
	if p.peek() != ']' {
		at := p.pos
		if r := p.peek(); r == eof || isNewline(r) {
			at = p.pos
		}
		p.failWith(p.span(at, at), "EndSquareBracketExpectedAtEndOfAttribute", false)
		return &TypeConstraint{join(open.Span, name.Span), name}
	}
	start := p.pos
	p.pos++
	p.note(p.make(KindRBracket, start), KindRBracket)
	return &TypeConstraint{join(open.Span, p.last), name}
}

// attributeRest parses `(arguments)]` behind the name of an attribute.
func (p *parser) attributeRest(open *token, name *TypeName) AttributeBase {
	a := &Attribute{Type: name}
	last := p.attributeArguments(a)
	p.skipNewlines()
	paren := p.accept(KindRParen)
	if paren == nil {
		p.missing(after(last), "MissingEndParenthesisInExpression")
	} else {
		last = paren.Span
	}
	p.skipNewlines()
	if end := p.accept(KindRBracket); end != nil {
		last = end.Span
	} else if paren != nil {
		p.missing(after(paren.Span), "EndSquareBracketExpectedAtEndOfAttribute")
	}
	a.Span = join(open.Span, last)
	return a
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

// attributeArguments parses `(positional, Name = value` and returns the end of
// what it read.
func (p *parser) attributeArguments(a *Attribute) Span {
	defer p.restore(p.setMode(expressionMode))
	comma := p.noComma
	p.noComma = true
	defer func() { p.noComma = comma }()
	last := p.take().Span
	var separator *token
	for {
		p.skipNewlines()
		if at := p.attributeArgument(a); at != nil {
			last = *at
		} else if separator != nil {
			p.missing(after(separator.Span), "MissingExpressionAfterToken", ",")
			last = after(separator.Span)
			a.Positional = append(a.Positional, &ErrorExpression{Span: last})
		}
		p.skipNewlines()
		if separator = p.accept(KindComma); separator == nil {
			return last
		}
		last = separator.Span
	}
}

// attributeArgument parses one argument and returns its end; nil when none
// begins here.
func (p *parser) attributeArgument(a *Attribute) *Span {
	t := p.simpleName()
	if t == nil {
		e := p.expression()
		if e == nil {
			return nil
		}
		a.Positional = append(a.Positional, e)
		at := e.Extent()
		return &at
	}
	n := &NamedAttributeArgument{Span: t.Span, Name: t.text, NameSpan: t.Span}
	if eq := p.peekTok(); eq.kind == KindAssign && eq.value == "=" {
		p.take()
		p.skipNewlines()
		if n.Value = p.expression(); n.Value == nil {
			p.missing(after(eq.Span), "MissingExpressionInNamedArgument")
			n.Value = &ErrorExpression{Span: after(eq.Span)}
			p.pastParens()
		}
		n.End = n.Value.Extent().End
	}
	for _, known := range a.Named {
		if strings.EqualFold(known.Name, n.Name) {
			p.failWith(t.Span, "DuplicateNamedArgument", false, n.Name)
			return &n.Span
		}
	}
	a.Named = append(a.Named, n)
	return &n.Span
}

// pastParens skips to behind the parenthesis that ends a list.
func (p *parser) pastParens() {
	for depth := 1; !p.is(KindEOF) && depth > 0; {
		switch p.take().kind {
		case KindLParen:
			depth++
		case KindRParen:
			depth--
		}
	}
}
