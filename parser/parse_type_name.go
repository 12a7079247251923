package parser

import "strings"

// maxDimensions is the number of dimensions that a .NET array can have.
const maxDimensions = 32

// typeName reads a type name with generic arguments and array ranks; nil when
// there is none. In a generic argument without brackets of its own, a comma
// begins the next argument; elsewhere an assembly's name.
func (p *parser) typeName(nested bool) *TypeName {
	p.enter()
	defer p.leave()
	if p.ahead != nil {
		p.resync(p.ahead)
	}
	p.typeSpaces()
	word := p.typeWord()
	if word == nil {
		return nil
	}
	t := &TypeName{Span: word.Span, Name: word.text}
	p.skipTrivia()
	if p.peek() != '[' {
		if !nested {
			p.assemblyName(t)
		}
		return t
	}
	return p.typeSuffix(t, nested)
}

// typeWord reads the characters of a type's name.
func (p *parser) typeWord() *token {
	start := p.pos
	if !isIdentStart(p.peek()) {
		return nil
	}
	for isTypeNameChar(p.peek()) {
		p.next()
	}
	if p.pos == start {
		return nil
	}
	word := p.make(KindType, start)
	p.note(word, KindType)
	return word
}

// typeSuffix reads `[]`, `[,]` or `[generic, arguments]` behind a name.
func (p *parser) typeSuffix(t *TypeName, nested bool) *TypeName {
	open := p.pos
	p.pos++
	p.typeSpaces()
	switch r := p.peek(); {
	case r == ']' || r == ',':
		return p.arrayRanks(t, nested)
	case r == '[' || isIdentStart(r):
		return p.genericType(t, nested)
	case r == eof:
		p.missing(p.span(open+1, open+1), "MissingTypename")
	default:
		p.unexpectedInType()
	}
	return t
}

// unexpectedInType refuses what cannot stand in a type name and skips to its
// closing bracket.
func (p *parser) unexpectedInType() {
	defer p.restore(p.setMode(expressionMode))
	t := p.take()
	p.failWith(t.Span, "UnexpectedToken", false, t.text)
	for depth := 1; !p.is(KindEOF) && depth > 0; {
		switch p.take().kind {
		case KindLBracket:
			depth++
		case KindRBracket:
			depth--
		}
	}
}

// arrayRanks reads the dimensions of an array, and of arrays of arrays, from
// behind an opening bracket.
func (p *parser) arrayRanks(t *TypeName, nested bool) *TypeName {
	for {
		start := p.pos
		for p.peek() == ',' {
			p.pos++
			p.typeSpaces()
		}
		commas := strings.Count(p.src[start:p.pos], ",")
		last := p.span(start, start+strings.LastIndexByte(p.src[start:p.pos], ',')+1)
		closed := p.peek() == ']'
		switch {
		case closed:
			p.pos++
			p.note(p.make(KindRBracket, p.pos-1), KindRBracket)
		case p.peek() == eof && commas == 0:
			p.failWith(p.span(p.pos, p.pos), "EndSquareBracketExpectedAtEndOfAttribute", false)
			return t
		case commas == 0:
			p.unexpectedInType()
			return t
		}
		if commas >= maxDimensions {
			p.failWith(last, "ArrayHasTooManyDimensions", false, commas+1)
		} else if !closed {
			p.failWith(after(last), "EndSquareBracketExpectedAtEndOfAttribute", false)
		} else {
			t = &TypeName{Span: Span{t.Start, p.last.End}, ElementOf: t, Rank: commas + 1}
		}
		end := p.pos
		p.skipTrivia()
		if p.peek() != '[' {
			p.pos = end
			break
		}
		p.pos++
		p.typeSpaces()
	}
	if !nested {
		p.assemblyName(t)
	}
	return t
}

// genericType reads the arguments of a generic type from behind an opening
// bracket.
func (p *parser) genericType(t *TypeName, nested bool) *TypeName {
	t.Args = p.typeArguments()
	if p.peek() == ']' {
		start := p.pos
		p.pos++
		p.note(p.make(KindRBracket, start), KindRBracket)
		t.End = p.last.End
	} else {
		p.missing(p.span(p.pos, p.pos), "EndSquareBracketExpectedAtEndOfAttribute")
		t.End = t.Args[len(t.Args)-1].End
	}
	end := p.pos
	p.skipTrivia()
	switch {
	case p.peek() == '[':
		p.pos++
		p.typeSpaces()
		return p.arrayRanks(t, nested)
	case p.peek() == ',' && !nested:
		p.assemblyName(t)
	default:
		p.pos = end
	}
	return t
}

// typeArguments reads `a, b` of a generic type.
func (p *parser) typeArguments() []*TypeName {
	list := []*TypeName{p.typeArgument()}
	for p.typeSpaces(); p.peek() == ','; p.typeSpaces() {
		comma := p.span(p.pos, p.pos+1)
		p.pos++
		p.typeSpaces()
		if r := p.peek(); r != '[' && !isIdentStart(r) {
			p.missing(after(comma), "MissingTypename")
			list = append(list, &TypeName{Span: comma, Name: ":ErrorTypeName:"})
			continue
		}
		list = append(list, p.typeArgument())
	}
	return list
}

// typeArgument reads one argument of a generic type, in brackets of its own or
// not; in brackets an assembly may follow the name.
func (p *parser) typeArgument() *TypeName {
	if p.peek() != '[' {
		return p.typeName(true)
	}
	open := p.span(p.pos, p.pos+1)
	p.pos++
	t := p.typeName(false)
	if t == nil {
		p.missing(after(open), "MissingTypename")
		return &TypeName{Span: open, Name: ":ErrorTypeName:"}
	}
	p.skipTrivia()
	if p.peek() != ']' {
		p.missing(p.span(p.pos, p.pos), "EndSquareBracketExpectedAtEndOfType")
		return t
	}
	p.pos++
	return t
}

// assemblyName reads `, Assembly, Version=...` behind a type name.
func (p *parser) assemblyName(t *TypeName) {
	save := p.pos
	p.skipTrivia()
	if p.peek() != ',' {
		p.pos = save
		return
	}
	p.pos++
	comma := p.span(p.pos, p.pos)
	p.typeSpaces()
	start := p.pos
	for r := p.peek(); r != ']' && r != eof && !isNewline(r); r = p.peek() {
		p.next()
	}
	name := strings.TrimSpace(p.src[start:p.pos])
	if name == "" {
		p.failWith(comma, "MissingAssemblyNameSpecification", false)
		return
	}
	t.Assembly = p.src[start:p.pos]
	t.End = p.global(p.pos)
}
