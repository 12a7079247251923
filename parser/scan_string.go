package parser

import "strings"

// single scans a single-quoted string whose opening quote was consumed.
func (s *scanner) single(start int) *token {
	var b strings.Builder
	closed := s.singleBody(&b)
	t := s.make(KindString, start)
	t.value, t.quote = b.String(), SingleQuoted
	if !closed {
		s.unterminated(start, "'")
	}
	return t
}

// singleBody reads up to and with the closing quote.
func (s *scanner) singleBody(b *strings.Builder) bool {
	for {
		r := s.peek()
		if r == eof {
			return false
		}
		at := s.pos
		s.next()
		if isSingleQuote(r) {
			if !isSingleQuote(s.peek()) {
				return true
			}
			s.next()
		}
		b.WriteString(s.src[at : at+runeLen(s.src, at)])
	}
}

func (s *scanner) unterminated(start int, terminator string) {
	s.failWith(s.span(start, s.pos), "TerminatorExpectedAtEndOfString", true, terminator)
}

// double scans a double-quoted string whose opening quote was consumed.
func (s *scanner) double(start int) *token {
	c := &stringCollector{s: s, at: s.pos}
	closed := s.doubleBody(c)
	t := c.token(start, DoubleQuoted)
	if !closed {
		s.unterminated(start, "\"")
	}
	return t
}

func (s *scanner) doubleBody(c *stringCollector) bool {
	for {
		r := s.peek()
		switch {
		case r == eof:
			return false
		case isDoubleQuote(r):
			at := s.pos
			s.next()
			if !isDoubleQuote(s.peek()) {
				c.stop = at
				return true
			}
			s.next()
			c.raw(at, at+runeLen(s.src, at))
		default:
			s.expandableRune(c, r, false)
		}
	}
}

// expandableRune reads one character, escape, variable or subexpression.
func (s *scanner) expandableRune(c *stringCollector, r rune, here bool) {
	switch {
	case r == '`' && s.peekAt(1) != eof:
		s.pos++
		c.text.WriteString(s.escape())
	case r == '$' && s.dollarInString(c, here):
	default:
		at := s.pos
		s.next()
		c.raw(at, s.pos)
	}
}

// stringCollector gathers the pieces of an expandable string.
type stringCollector struct {
	s     *scanner
	text  strings.Builder
	value strings.Builder
	parts []stringPart
	// at is where the current literal piece starts, stop where the content
	// ends.
	at, stop int
}

func (c *stringCollector) raw(start, end int) {
	c.text.WriteString(c.s.src[start:end])
}

// flush ends the current literal piece at end.
func (c *stringCollector) flush(end int) {
	if c.text.Len() > 0 {
		c.parts = append(c.parts, stringPart{Span: c.s.span(c.at, end), literal: c.text.String()})
		c.value.WriteString(c.text.String())
		c.text.Reset()
	}
	c.at = c.s.pos
}

// add appends a variable or subexpression written at start.
func (c *stringCollector) add(start int, p stringPart) {
	c.flush(start)
	p.Span = c.s.span(start, c.s.pos)
	c.parts = append(c.parts, p)
	c.value.WriteString(c.s.src[start:c.s.pos])
	c.at = c.s.pos
}

func (c *stringCollector) token(start int, quote QuoteKind) *token {
	if c.stop == 0 {
		c.stop = c.s.pos
	}
	end := c.s.pos
	constant := len(c.parts) == 0
	c.flush(c.stop)
	c.s.pos = end
	t := c.s.make(KindString, start)
	t.value, t.quote = c.value.String(), quote
	if !constant {
		t.kind, t.parts = KindExpandable, c.parts
	}
	return t
}

// dollarInString reads a variable or subexpression at a dollar sign; false
// leaves the dollar as text.
func (s *scanner) dollarInString(c *stringCollector, here bool) bool {
	start := s.pos
	s.pos++
	if s.peek() == '(' {
		sub := s.subexpression(here)
		c.add(start, stringPart{sub: sub})
		return true
	}
	name, ok := s.variableName(start)
	if !ok {
		s.pos = start
		return false
	}
	c.add(start, stringPart{variable: name, isVariable: true})
	return true
}

// subexpression reads `(...)` by counting parentheses, as PowerShell does
// inside strings; quotes there may be doubled.
func (s *scanner) subexpression(here bool) *subText {
	open := s.pos - 1
	s.pos++
	sub := &subText{start: s.pos}
	var b strings.Builder
	for depth := 1; ; {
		r := s.peek()
		at := s.pos
		switch {
		case r == eof:
			s.failWith(s.span(open, s.pos), "IncompleteDollarSubexpressionReference", true)
			sub.text, sub.end = b.String(), s.pos
			return sub
		case r == '(':
			depth++
		case r == ')':
			depth--
			if depth == 0 {
				sub.text, sub.end = b.String(), s.pos
				s.pos++
				return sub
			}
		case r == '`' && !here && isDoubleQuote(s.peekAt(1)):
			sub.skips = append(sub.skips, skip{b.Len() + 1, 1})
			s.pos++
			at = s.pos
		case !here && isDoubleQuote(r):
			s.next()
			if isDoubleQuote(s.peek()) {
				sub.skips = append(sub.skips, skip{b.Len() + 1, s.pos - at})
				at = s.pos
			} else {
				s.pos = at
			}
		}
		s.next()
		b.WriteString(s.src[at:s.pos])
	}
}

// hereHeader passes over the rest of the line after `@"`.
func (s *scanner) hereHeader(start int, footer string) bool {
	for isSpace(s.peek()) {
		s.next()
	}
	switch {
	case isNewline(s.peek()):
		s.newline()
		return true
	case s.peek() == eof:
		s.hereUnterminated(start, footer)
		return false
	}
	s.fail(s.span(s.pos, s.pos+1), "UnexpectedCharactersAfterHereStringHeader", false)
	return false
}

// hereEnd reports whether a here-string ends here, at the start of a line.
func (s *scanner) hereEnd(isQuote func(rune) bool) bool {
	r := s.peek()
	return isQuote(r) && s.peekAt(runeLen(s.src, s.pos)) == '@'
}

func (s *scanner) hereSingle(start int) *token {
	s.next()
	if !s.hereHeader(start, "'@") {
		return s.hereInvalid(start, isSingleQuote)
	}
	body, end := s.pos, s.pos
	for !s.hereEnd(isSingleQuote) {
		end = s.pos
		if !s.nextLine(&end) {
			t := s.hereToken(start, s.src[body:], SingleQuotedHere)
			s.hereUnterminated(start, "'@")
			return t
		}
	}
	s.next()
	s.pos++
	return s.hereToken(start, s.src[body:max(end, body)], SingleQuotedHere)
}

// indentedFooter finds the first line of a here-string that has only white
// space before its footer; -1 for none.
func (s *scanner) indentedFooter(start int, footer string) int {
	isQuote := isSingleQuote
	if footer[0] == '"' {
		isQuote = isDoubleQuote
	}
	look := scanner{src: s.src, pos: start}
	for look.pos < len(s.src) {
		if !isNewline(look.next()) {
			continue
		}
		for isSpace(look.peek()) {
			look.next()
		}
		if look.hereEnd(isQuote) {
			return look.pos
		}
	}
	return -1
}

// nextLine moves behind the next line break and sets end to where that break
// begins.
func (s *scanner) nextLine(end *int) bool {
	for !isNewline(s.peek()) {
		if s.next() == eof {
			return false
		}
	}
	*end = s.pos
	s.newline()
	return true
}

func (s *scanner) hereToken(start int, value string, quote QuoteKind) *token {
	t := s.make(KindString, start)
	t.value, t.quote = value, quote
	return t
}

// hereUnterminated records that a here-string has no footer; one with white
// space before it is pointed at.
func (s *scanner) hereUnterminated(start int, terminator string) {
	if at := s.indentedFooter(start, terminator); at >= 0 {
		s.failWith(s.span(at, s.pos), "WhitespaceBeforeHereStringFooter", true)
		return
	}
	s.failWith(s.span(start, s.pos), "TerminatorExpectedAtEndOfString", true, terminator)
}

// hereInvalid is the token of a bad header: the rest of the line, or up to a
// footer on it, is left out.
func (s *scanner) hereInvalid(start int, isQuote func(rune) bool) *token {
	for r := s.peek(); r != eof && !isNewline(r); r = s.peek() {
		if s.hereEnd(isQuote) {
			s.next()
			s.pos++
			break
		}
		s.next()
	}
	t := s.make(KindString, start)
	t.quote = SingleQuotedHere
	return t
}

func (s *scanner) hereDouble(start int) *token {
	s.next()
	if !s.hereHeader(start, "\"@") {
		return s.hereInvalid(start, isDoubleQuote)
	}
	c := &stringCollector{s: s, at: s.pos}
	if s.hereEnd(isDoubleQuote) {
		c.stop = s.pos
	} else if !s.hereBody(c) {
		t := c.token(start, DoubleQuotedHere)
		s.hereUnterminated(start, "\"@")
		return t
	}
	s.next()
	s.pos++
	return c.token(start, DoubleQuotedHere)
}

// hereBody reads up to the line break before the closing quote.
func (s *scanner) hereBody(c *stringCollector) bool {
	for {
		r := s.peek()
		switch {
		case r == eof:
			return false
		case isNewline(r):
			at := s.pos
			s.newline()
			if s.hereEnd(isDoubleQuote) {
				c.stop = at
				return true
			}
			c.raw(at, s.pos)
		default:
			s.expandableRune(c, r, true)
		}
	}
}
