package parser

import (
	"strings"
	"unicode/utf8"
)

// scanner cuts a text into tokens. The parser tells it for each token whether
// a command or an expression is being read.
type scanner struct {
	src string
	pos int
	// base is the offset of src in the source; skips lists what the source
	// has more than src.
	base   int
	skips  []skip
	mode   mode
	signed bool
	// ternary is set while a number may be followed by `?` or `:`.
	ternary bool
	errors  *[]*ParseError
	// comments collects the ranges of comments, trace the tokens; each is nil
	// when nobody asks.
	comments *[]Span
	trace    *[]Token
}

func (s *scanner) peek() rune { return s.peekAt(0) }

// peekAt returns the rune that starts off bytes further on.
func (s *scanner) peekAt(off int) rune {
	i := s.pos + off
	if i >= len(s.src) {
		return eof
	}
	if c := s.src[i]; c < utf8.RuneSelf {
		return rune(c)
	}
	r, _ := utf8.DecodeRuneInString(s.src[i:])
	return r
}

// next consumes and returns one rune.
func (s *scanner) next() rune {
	if s.pos >= len(s.src) {
		return eof
	}
	if c := s.src[s.pos]; c < utf8.RuneSelf {
		s.pos++
		return rune(c)
	}
	r, n := utf8.DecodeRuneInString(s.src[s.pos:])
	s.pos += n
	return r
}

// global turns an offset of src into an offset of the source text.
func (s *scanner) global(pos int) int32 {
	g := s.base + pos
	for _, k := range s.skips {
		if k.at >= pos {
			break
		}
		g += k.size
	}
	return int32(g)
}

func (s *scanner) span(start, end int) Span {
	return Span{s.global(start), s.global(end)}
}

func (s *scanner) make(kind TokenKind, start int) *token {
	return &token{Span: s.span(start, s.pos), kind: kind, pos: start, stop: s.pos,
		text: s.src[start:s.pos], mode: s.mode}
}

// skipTrivia passes over white space, comments and continued lines.
func (s *scanner) skipTrivia() {
	for {
		switch r := s.peek(); {
		case r == ' ' || r == '\t':
			s.pos++
		case r == '#':
			s.lineComment()
		case r == '<' && s.peekAt(1) == '#':
			s.blockComment()
		case r == '`' && (isNewline(s.peekAt(1)) || isSpace(s.peekAt(1))):
			s.pos++
			if isNewline(s.peek()) {
				s.newline()
			}
		case r != eof && isSpace(r):
			s.next()
		default:
			return
		}
	}
}

// newline consumes one line break: CRLF, LF or CR.
func (s *scanner) newline() {
	if s.next() == '\r' && s.peek() == '\n' {
		s.pos++
	}
}

func (s *scanner) lineComment() {
	start := s.pos
	for r := s.peek(); r != eof && !isNewline(r); r = s.peek() {
		s.next()
	}
	s.comment(start)
}

func (s *scanner) blockComment() {
	start := s.pos
	end := strings.Index(s.src[start+2:], "#>")
	if end < 0 {
		s.pos = len(s.src)
		s.fail(s.span(start, s.pos), "MissingTerminatorMultiLineComment", true)
	} else {
		s.pos = start + 2 + end + 2
	}
	s.comment(start)
}

func (s *scanner) comment(start int) {
	if s.comments != nil {
		span := s.span(start, s.pos)
		if n := len(*s.comments); n == 0 || (*s.comments)[n-1].Start < span.Start {
			*s.comments = append(*s.comments, span)
		}
	}
}

// scan reads the next token in the current mode.
func (s *scanner) scan() *token {
	s.skipTrivia()
	start := s.pos
	r := s.next()
	switch {
	case r == eof:
		return s.make(KindEOF, start)
	case isNewline(r):
		s.pos = start
		s.newline()
		return s.make(KindNewLine, start)
	case isIdentStart(r):
		return s.word(start)
	case isDigit(r):
		return s.numberOrRedirect(start)
	case r == '$':
		return s.dollar(start)
	case isSingleQuote(r):
		return s.single(start)
	case isDoubleQuote(r):
		return s.double(start)
	case isDash(r):
		return s.dash(start)
	}
	return s.punctuation(start, r)
}

func (s *scanner) punctuation(start int, r rune) *token {
	switch r {
	case '(':
		return s.make(KindLParen, start)
	case ')':
		return s.make(KindRParen, start)
	case '{':
		return s.make(KindLCurly, start)
	case '}':
		return s.make(KindRCurly, start)
	case ';':
		return s.make(KindSemi, start)
	case ',':
		return s.make(KindComma, start)
	case '|':
		return s.doubled(start, '|', KindOrOr, KindPipe)
	case '&':
		return s.doubled(start, '&', KindAndAnd, KindAmpersand)
	case ']':
		return s.make(KindRBracket, start)
	case '@':
		return s.at(start)
	case '>':
		return s.redirect(start, StreamOutput)
	case '*':
		if s.peek() == '>' {
			s.pos++
			return s.redirect(start, StreamAll)
		}
	}
	if s.mode == commandMode {
		return s.commandPunctuation(start, r)
	}
	return s.expressionPunctuation(start, r)
}

// doubled returns the kind of a character that may be written twice.
func (s *scanner) doubled(start int, r rune, two, one TokenKind) *token {
	if s.peek() == r {
		s.pos++
		return s.make(two, start)
	}
	return s.make(one, start)
}

func (s *scanner) commandPunctuation(start int, r rune) *token {
	switch r {
	case '=':
		if endsToken(s.peek()) {
			return s.operator(KindAssign, start)
		}
	case '.':
		if isDigit(s.peek()) {
			return s.numberToken(start)
		}
		if endsToken(s.peek()) {
			return s.make(KindDot, start)
		}
	case '<':
		return s.redirectIn(start)
	case ':':
		if isIdentStart(s.peek()) {
			return s.label(start)
		}
	case '+':
		if isDigit(s.peek()) || s.peek() == '.' && isDigit(s.peekAt(1)) {
			return s.numberToken(start)
		}
	}
	return s.generic(start)
}

func (s *scanner) redirectIn(start int) *token { return s.make(KindRedirectIn, start) }

func (s *scanner) label(start int) *token {
	for isIdentFollow(s.peek()) {
		s.next()
	}
	if !endsToken(s.peek()) {
		return s.generic(start)
	}
	t := s.make(KindLabel, start)
	t.value = t.text[1:]
	return t
}

func (s *scanner) expressionPunctuation(start int, r rune) *token {
	two := s.peek()
	switch r {
	case '[':
		return s.make(KindLBracket, start)
	case '=':
		return s.operator(KindAssign, start)
	case '!':
		return s.operator(KindNot, start)
	case '+':
		return s.plus(start, two)
	case '*', '/', '%':
		return s.assignable(start, two)
	case '.':
		return s.dot(start, two)
	case ':':
		return s.doubled(start, ':', KindColonColon, KindColon)
	case '?':
		return s.question(start, two)
	case '<':
		return s.redirectIn(start)
	}
	return s.generic(start)
}

func (s *scanner) operator(kind TokenKind, start int) *token {
	t := s.make(kind, start)
	t.value = t.text
	return t
}

func (s *scanner) assignable(start int, two rune) *token {
	if two == '=' {
		s.pos++
		return s.operator(KindAssign, start)
	}
	return s.operator(KindOperator, start)
}

func (s *scanner) plus(start int, two rune) *token {
	switch {
	case two == '+':
		s.pos++
		return s.operator(KindPlusPlus, start)
	case s.signed && (isDigit(two) || two == '.' && isDigit(s.peekAt(1))):
		return s.numberToken(start)
	}
	return s.assignable(start, two)
}

func (s *scanner) dot(start int, two rune) *token {
	switch {
	case two == '.':
		s.pos++
		return s.operator(KindOperator, start)
	case isDigit(two):
		return s.numberToken(start)
	}
	return s.make(KindDot, start)
}

func (s *scanner) question(start int, two rune) *token {
	switch {
	case two == '?' && s.peekAt(1) == '=':
		s.pos += 2
		return s.operator(KindAssign, start)
	case two == '?':
		s.pos++
		return s.operator(KindOperator, start)
	}
	return s.make(KindQuestion, start)
}

// dash scans what begins with a dash of any kind.
func (s *scanner) dash(start int) *token {
	two := s.peek()
	switch {
	case isDash(two):
		return s.twoDashes(start)
	case s.mode == expressionMode && two == '=':
		s.pos++
		t := s.make(KindAssign, start)
		t.value = "-="
		return t
	case isIdentStart(two) || two == '?' && s.mode == commandMode:
		return s.parameter(start)
	case (s.mode == commandMode || s.signed) && (isDigit(two) || two == '.' && isDigit(s.peekAt(1))):
		return s.numberToken(start)
	case s.mode == expressionMode || endsToken(two):
		t := s.make(KindOperator, start)
		t.value = "-"
		return t
	}
	return s.generic(start)
}

func (s *scanner) twoDashes(start int) *token {
	s.next()
	if s.mode == expressionMode || endsToken(s.peek()) {
		t := s.make(KindMinusMinus, start)
		t.value = "--"
		return t
	}
	if s.peek() == '%' && endsToken(s.peekAt(1)) {
		s.pos++
		return s.make(KindVerbatim, start)
	}
	return s.generic(start)
}

// parameter scans `-name`: a parameter in a command, an operator in an
// expression.
func (s *scanner) parameter(start int) *token {
	nameAt := s.pos
	colon := false
loop:
	for {
		r := s.peek()
		switch r {
		case eof, '{', '}', '(', ')', ';', ',', '|', '&', '.', '[', '\r', '\n':
			break loop
		case ':':
			colon = true
			break loop
		}
		if isSpace(r) || s.mode == expressionMode && !isIdentFollow(r) {
			break
		}
		if isSingleQuote(r) || isDoubleQuote(r) {
			s.pos = nameAt
			return s.generic(start)
		}
		s.next()
	}
	name := s.src[nameAt:s.pos]
	if s.mode == expressionMode {
		if t := s.dashOperator(start, name); t != nil {
			return t
		}
	}
	if colon {
		s.pos++
	}
	t := s.make(KindParameter, start)
	t.value, t.colon = name, colon
	return t
}

func (s *scanner) dashOperator(start int, name string) *token {
	op := strings.ToLower(name)
	if !isDashOperator(op) {
		return nil
	}
	kind := KindOperator
	if op == "not" {
		kind = KindNot
	}
	t := s.make(kind, start)
	t.value = "-" + op
	return t
}

// word scans an identifier, keyword or bare word.
func (s *scanner) word(start int) *token {
	for isIdentFollow(s.peek()) {
		s.next()
	}
	if s.mode == commandMode && !endsToken(s.peek()) {
		return s.generic(start)
	}
	t := s.make(KindWord, start)
	t.value = t.text
	if len(t.text) <= 13 {
		if low := strings.ToLower(t.text); keywords[low] {
			t.kind, t.value = KindKeyword, low
		}
	}
	return t
}

func (s *scanner) at(start int) *token {
	switch r := s.peek(); {
	case r == '(':
		s.pos++
		return s.make(KindAtParen, start)
	case r == '{':
		s.pos++
		return s.make(KindAtCurly, start)
	case isSingleQuote(r):
		return s.hereSingle(start)
	case isDoubleQuote(r):
		return s.hereDouble(start)
	case isVarChar(r):
		return s.variable(start, true)
	}
	t := s.make(KindInvalid, start)
	s.fail(t.Span, "UnrecognizedToken", false)
	return t
}

func (s *scanner) redirect(start int, from Stream) *token {
	switch s.peek() {
	case '>':
		s.pos++
		t := s.make(KindRedirect, start)
		t.from, t.append = from, true
		return t
	case '&':
		if r := s.peekAt(1); r == '1' || r == '2' {
			s.pos += 2
			t := s.make(KindMerge, start)
			t.from, t.to = from, Stream(r-'0')
			return t
		}
	}
	t := s.make(KindRedirect, start)
	t.from = from
	return t
}
