package parser

// maxDepth limits nesting, so that hostile input cannot exhaust the stack: a
// level of brackets weighs bracketDepth, a nested statement or expression 1,
// so that about 1,000 levels are accepted.
const (
	maxDepth     = 6000
	bracketDepth = 4
)

// parser reads one text, or one subexpression inside a string.
type parser struct {
	scanner
	ahead  *token
	last   Span
	source *Source
	depth  *int
	// noComma is set while commas in an expression belong to an outer list.
	noComma bool
	// speculating counts attempts under way that may be taken back;
	// attributes keeps, by position, what they read.
	speculating int
	// types is set once a class or enum was read.
	types      bool
	attributes map[int]parsedAttribute
}

// Parse reads a script. The error is a *ParseErrors with everything that
// PowerShell would report; the tree is then partial, but not nil.
func Parse(name, text string) (block *ScriptBlock, err error) {
	p := newParser(NewSource(name, text))
	defer func() {
		if r := recover(); r != nil {
			if _, deep := r.(tooDeep); !deep {
				p.fail(p.span(p.pos, p.pos), "ParserInternalError", false)
			}
			block, err = p.emptyBlock(), &ParseErrors{Source: p.source, Errors: *p.errors}
		}
	}()
	block = p.script()
	p.source.Comments = *p.comments
	p.check(block)
	if len(*p.errors) > 0 {
		err = &ParseErrors{Source: p.source, Errors: *p.errors}
	}
	return block, err
}

func newParser(source *Source) *parser {
	p := &parser{source: source, depth: new(int)}
	p.src = source.Text
	p.errors = &[]*ParseError{}
	p.comments = &[]Span{}
	return p
}

// nested returns a parser for the text of a subexpression inside a string.
func (p *parser) nested(sub *subText) *parser {
	n := &parser{source: p.source, depth: p.depth}
	n.errors, n.trace = p.errors, p.trace
	n.src = sub.text
	n.base = int(p.global(sub.start))
	if p.skips == nil {
		n.skips = sub.skips
		return n
	}
	n.skips = mergeSkips(p, sub)
	return n
}

// mergeSkips combines what a nested text leaves out with what the text around
// it already left out.
func mergeSkips(p *parser, sub *subText) []skip {
	var merged []skip
	extra := 0
	base := int(p.global(sub.start))
	for i := 0; i <= len(sub.text); i++ {
		local := i
		for _, k := range sub.skips {
			if k.at <= i {
				local += k.size
			}
		}
		if gap := int(p.global(sub.start+local)) - base - i; gap > extra {
			merged = append(merged, skip{i, gap - extra})
			extra = gap
		}
	}
	return merged
}

// tooDeep stops a parse whose nesting passes maxDepth.
type tooDeep struct{}

// enter begins one level of brackets.
func (p *parser) enter() { p.deepen(bracketDepth) }

// leave ends a level that enter began.
func (p *parser) leave() { *p.depth -= bracketDepth }

// deepen adds weight to the depth of nesting.
func (p *parser) deepen(weight int) {
	*p.depth += weight
	if *p.depth > maxDepth {
		p.fail(p.peekTok().Span, "ScriptTooComplicated", false)
		panic(tooDeep{})
	}
}

// peekTok returns the next token in the current mode without consuming it.
func (p *parser) peekTok() *token {
	if t := p.ahead; t != nil {
		if t.mode == p.mode && (t.signed == p.signed || !signSensitive(t)) || fixedToken(t) {
			return t
		}
		p.pos = t.pos
		p.ahead = nil
	}
	t := p.scan()
	t.signed = p.signed
	p.ahead = t
	return t
}

// signSensitive reports whether a token reads differently where a number may
// carry a sign.
func signSensitive(t *token) bool {
	return t.kind == KindOperator || t.kind == KindRedirect || t.kind == KindNumber && !isDigit(rune(t.text[0]))
}

// fixedToken reports whether a token is the same in every mode.
func fixedToken(t *token) bool {
	switch t.kind {
	case KindEOF, KindNewLine, KindSemi, KindLParen, KindRParen, KindLCurly, KindRCurly,
		KindAtParen, KindAtCurly, KindDollarParen, KindPipe, KindAndAnd, KindOrOr, KindAmpersand,
		KindComma:
		return true
	case KindString, KindExpandable:
		return t.quote != BareWord
	case KindVariable:
		// What ends a variable in a command ends it in an expression too.
		return t.mode == commandMode
	}
	return false
}

// take consumes the next token.
func (p *parser) take() *token {
	t := p.peekTok()
	p.ahead = nil
	p.note(t, t.kind)
	return t
}

// resync moves back to the start of t, to scan it anew.
func (p *parser) resync(t *token) {
	p.ahead = nil
	p.pos = t.pos
}

// setMode changes the mode and returns the old one, for
// defer p.mode = p.setMode(...).
func (p *parser) setMode(m mode) mode {
	old := p.mode
	p.mode = m
	return old
}

func (p *parser) kind() TokenKind { return p.peekTok().kind }

// is reports whether the next token is of kind k.
func (p *parser) is(k TokenKind) bool { return p.peekTok().kind == k }

// accept consumes the next token if it is of kind k.
func (p *parser) accept(k TokenKind) *token {
	if t := p.peekTok(); t.kind == k {
		return p.take()
	}
	return nil
}

// isKeyword reports whether the next token is the keyword word.
func (p *parser) isKeyword(word string) bool {
	t := p.peekTok()
	return t.kind == KindKeyword && t.value == word
}

func (p *parser) acceptKeyword(word string) *token {
	if p.isKeyword(word) {
		return p.take()
	}
	return nil
}

func (p *parser) skipNewlines() {
	for p.is(KindNewLine) {
		p.take()
	}
}

func (p *parser) skipTerminators() {
	for p.is(KindNewLine) || p.is(KindSemi) {
		p.take()
	}
}

// after is the empty range behind a node, where something is missing; before
// is the one ahead of it.
func after(s Span) Span  { return Span{s.End, s.End} }
func before(s Span) Span { return Span{s.Start, s.Start} }

func join(a, b Span) Span { return Span{a.Start, b.End} }

// fail records an error with a message that has no arguments.
func (s *scanner) fail(at Span, id string, incomplete bool) {
	s.failWith(at, id, incomplete)
}

// failWith records an error unless the same was recorded for the same place,
// which happens when text is scanned twice.
func (s *scanner) failWith(at Span, id string, incomplete bool, args ...any) {
	recent := (*s.errors)[max(0, len(*s.errors)-256):]
	for _, e := range recent {
		if e.ID == id && e.Span == at {
			return
		}
	}
	*s.errors = append(*s.errors, &ParseError{Span: at, ID: id, Message: message(id, args), Incomplete: incomplete})
}

// missing records an error for text that is absent at a place; where nothing
// but white space follows, more lines could still bring it.
func (p *parser) missing(at Span, id string, args ...any) {
	p.missingSince(at, at, id, args...)
}

// missingSince is missing for what was found to be absent at another place
// than the one that the error points to.
func (p *parser) missingSince(at, found Span, id string, args ...any) {
	p.failWith(at, id, p.atEnd(found.End), args...)
}

// place is where the next token will be looked for.
func (p *parser) place() int {
	if p.ahead != nil {
		return p.ahead.pos
	}
	return p.pos
}

// atEnd reports whether only white space and comments follow a place on its
// last line: behind a line break PowerShell takes the text for whole.
func (p *parser) atEnd(from int32) bool {
	if p.base != 0 {
		return false
	}
	save := p.pos
	p.pos = int(from)
	p.skipTrivia()
	end := p.peek() == eof
	p.pos = save
	return end
}

func (p *parser) emptyBlock() *ScriptBlock {
	whole := Span{0, int32(len(p.source.Text))}
	return &ScriptBlock{Span: whole, Body: whole, Source: p.source}
}
