package parser

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

func runeLen(s string, at int) int {
	if s[at] < utf8.RuneSelf {
		return 1
	}
	_, n := utf8.DecodeRuneInString(s[at:])
	return n
}

// generic scans a bare word of a command from start, with quotes, escapes and
// variables inside.
func (s *scanner) generic(start int) *token {
	s.pos = start
	c := &stringCollector{s: s, at: s.pos}
	for !endsToken(s.peek()) {
		r := s.peek()
		switch {
		case r == '`' && s.peekAt(1) == eof:
			s.next()
			s.fail(s.span(s.pos-1, s.pos), "IncompleteString", true)
		case isSingleQuote(r):
			s.next()
			if !s.singleBody(&c.text) {
				s.unterminated(start, "'")
			}
		case isDoubleQuote(r):
			s.next()
			if !s.doubleBody(c) {
				s.unterminated(start, "\"")
			}
			c.stop = 0
		default:
			s.expandableRune(c, r, false)
		}
	}
	if s.pos == start {
		s.next()
		c.raw(start, s.pos)
	}
	t := c.token(start, BareWord)
	if t.kind == KindString {
		t.kind = KindWord
	}
	return t
}

// escape decodes the escape whose backtick was consumed.
func (s *scanner) escape() string {
	at := s.pos
	switch s.next() {
	case '0':
		return "\x00"
	case 'a':
		return "\a"
	case 'b':
		return "\b"
	case 'e':
		return "\x1b"
	case 'f':
		return "\f"
	case 'n':
		return "\n"
	case 'r':
		return "\r"
	case 't':
		return "\t"
	case 'v':
		return "\v"
	case 'u':
		return s.unicodeEscape(at)
	}
	return s.src[at:s.pos]
}

// unicodeEscape decodes `u{hex}.
func (s *scanner) unicodeEscape(at int) string {
	if s.peek() != '{' {
		s.fail(s.span(at-1, s.pos), "InvalidUnicodeEscapeSequence", false)
		return "u"
	}
	s.pos++
	first := s.pos
	for isHexDigit(s.peek()) {
		s.pos++
	}
	digits := s.src[first:s.pos]
	switch {
	case s.peek() != '}':
		id := "InvalidUnicodeEscapeSequence"
		if s.peek() == eof {
			id = "MissingUnicodeEscapeSequenceTerminator"
		}
		s.fail(s.span(at-1, s.pos), id, false)
		return digits
	case len(digits) == 0:
		s.fail(s.span(at-1, s.pos+1), "InvalidUnicodeEscapeSequence", false)
	case len(digits) > 6:
		s.fail(s.span(at-1, s.pos+1), "TooManyDigitsInUnicodeEscapeSequence", false)
	}
	s.pos++
	v, err := strconv.ParseUint(digits, 16, 32)
	if err != nil || v > 0x10ffff {
		if len(digits) > 0 && len(digits) <= 6 {
			s.fail(s.span(at-1, s.pos), "InvalidUnicodeEscapeSequenceValue", false)
		}
		return ""
	}
	return string(rune(v))
}

func (s *scanner) dollar(start int) *token {
	if s.peek() == '(' {
		s.pos++
		return s.make(KindDollarParen, start)
	}
	return s.variable(start, false)
}

// variable scans a variable whose sigil was consumed.
func (s *scanner) variable(start int, splat bool) *token {
	name, ok := s.variableName(false, start)
	if !ok {
		return s.generic(start)
	}
	kind := KindVariable
	if splat {
		kind = KindSplat
	}
	braced := s.src[s.pos-1] == '}'
	if s.mode == commandMode && !braced && !s.endsVariable() {
		return s.generic(start)
	}
	t := s.make(kind, start)
	t.value = name
	return t
}

// endsVariable reports whether a variable in a command ends here, rather than
// beginning a longer bare word.
func (s *scanner) endsVariable() bool {
	r := s.peek()
	return endsToken(r) || r == '.' || r == '[' || r == ':' && s.peekAt(1) == ':'
}

// variableName reads a name after the sigil; in strings fewer forms end it.
func (s *scanner) variableName(inString bool, start int) (string, bool) {
	r := s.peek()
	switch {
	case r == '{':
		return s.bracedName(start)
	case r == '$' || r == '^' || r == '?' && (!isVarChar(s.peekAt(1)) || s.peekAt(1) == '?' && s.peekAt(2) == '?'):
		s.pos++
		return string(r), true
	case !isVarChar(r) && r != ':':
		return "", false
	}
	first := s.pos
	colons := 0
	for {
		r = s.peek()
		if isVarChar(r) {
			s.next()
			continue
		}
		if r != ':' || s.peekAt(1) == ':' || colons > 0 {
			break
		}
		if s.pos == first || !isVarChar(s.peekAt(1)) {
			if s.colonEndsName(inString, start, first) {
				break
			}
		}
		colons++
		s.pos++
	}
	if s.pos == first {
		return "", false
	}
	return s.src[first:s.pos], true
}

// colonEndsName handles a colon that no name follows: in a string this is an
// error, elsewhere the name ends before it.
func (s *scanner) colonEndsName(inString bool, start, first int) bool {
	if s.pos == first {
		return true
	}
	if inString || s.mode == expressionMode && !s.ternary {
		s.fail(s.span(start, s.pos+1), "InvalidVariableReferenceWithDrive", false)
	}
	return true
}

// bracedName reads `{name}`.
func (s *scanner) bracedName(start int) (string, bool) {
	s.pos++
	var b strings.Builder
	for {
		at := s.pos
		switch r := s.next(); r {
		case eof:
			s.failWith(s.span(start, s.pos), "IncompleteDollarVariableReference", true)
			return b.String(), true
		case '}':
			if b.Len() == 0 {
				s.fail(s.span(start, s.pos), "EmptyVariableReference", false)
			}
			return b.String(), true
		case '{':
			s.fail(s.span(at, s.pos), "OpenBraceNeedsToBeBackTickedInVariableName", false)
			b.WriteByte('{')
		case '`':
			if s.peek() != eof {
				b.WriteString(s.escape())
			}
		default:
			b.WriteString(s.src[at:s.pos])
		}
	}
}
