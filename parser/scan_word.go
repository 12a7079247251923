package parser

import (
	"strconv"
	"strings"
	"unicode"
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

// maxUnicodeDigits is the number of hex digits that a Unicode escape may have.
const maxUnicodeDigits = 6

// unicodeEscape decodes `u{hex}; at is where the u stands.
func (s *scanner) unicodeEscape(at int) string {
	wrong := func(start, end int, id string) string {
		s.fail(s.span(start, end), id, false)
		return ""
	}
	if s.peek() != '{' {
		return wrong(at-1, s.pos, "InvalidUnicodeEscapeSequence")
	}
	s.pos++
	first := s.pos
	for isHexDigit(s.peek()) && s.pos-first < maxUnicodeDigits {
		s.pos++
	}
	digits := s.src[first:s.pos]
	switch {
	case s.peek() == '}' && digits == "":
		s.pos++
		return wrong(at-1, s.pos, "InvalidUnicodeEscapeSequence")
	case s.peek() == '}':
	case len(digits) < maxUnicodeDigits:
		return wrong(s.pos, s.pos+1, "InvalidUnicodeEscapeSequence")
	case isHexDigit(s.peek()):
		return wrong(s.pos, s.pos+1, "TooManyDigitsInUnicodeEscapeSequence")
	default:
		return wrong(s.pos, s.pos+1, "MissingUnicodeEscapeSequenceTerminator")
	}
	s.pos++
	v, err := strconv.ParseUint(digits, 16, 32)
	if err != nil || v > unicode.MaxRune {
		return wrong(first, s.pos-1, "InvalidUnicodeEscapeSequenceValue")
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
	name, ok := s.variableName(start)
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
	switch r := s.peek(); r {
	case '.', '[', '=':
		return true
	case ':':
		return s.peekAt(1) == ':'
	default:
		return endsToken(r)
	}
}

// variableName reads a name after the sigil at start.
func (s *scanner) variableName(start int) (string, bool) {
	r := s.peek()
	switch {
	case r == '{':
		return s.bracedName(start)
	case r == '$' || r == '^' || r == '?':
		s.pos++
		return string(r), true
	case !isVarChar(r) && (r != ':' || s.peekAt(1) == ':'):
		return "", false
	}
	first := s.pos
	for {
		r = s.peek()
		if !isVarChar(r) && (r != ':' || s.peekAt(1) == ':') {
			break
		}
		s.next()
	}
	name := s.src[first:s.pos]
	s.namelessPath(start, name, false)
	return name, true
}

// variableScopes are the qualifiers that name a scope rather than a drive.
var variableScopes = map[string]bool{"global": true, "local": true, "private": true, "script": true}

// namelessPath refuses a variable that has a scope or drive, but no name.
func (s *scanner) namelessPath(start int, path string, braced bool) {
	at := strings.IndexByte(path, ':')
	if at < 0 || at < len(path)-1 {
		return
	}
	id := "InvalidVariableReferenceWithDrive"
	switch {
	case braced:
		id = "InvalidBracedVariableReference"
	case variableScopes[strings.ToLower(path[:at])]:
		id = "InvalidVariableReference"
	}
	s.fail(s.span(start, s.pos), id, false)
}

// bracedName reads `{name}`.
func (s *scanner) bracedName(start int) (string, bool) {
	open := s.pos
	s.pos++
	var b strings.Builder
	for {
		at := s.pos
		switch r := s.next(); r {
		case eof:
			s.failWith(s.span(open, s.pos), "IncompleteDollarVariableReference", true)
			return b.String(), true
		case '}':
			if b.Len() == 0 {
				s.fail(s.span(s.pos-1, s.pos), "EmptyVariableReference", false)
			}
			s.namelessPath(start, b.String(), true)
			return b.String(), true
		case '{':
			s.fail(s.span(s.pos, s.pos+1), "OpenBraceNeedsToBeBackTickedInVariableName", false)
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
