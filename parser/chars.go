package parser

import (
	"unicode"
	"unicode/utf8"
)

// eof is the rune that stands for the end of the text.
const eof = rune(-1)

func isDash(r rune) bool {
	return r == '-' || r >= 0x2013 && r <= 0x2015
}

func isSingleQuote(r rune) bool {
	return r == '\'' || r >= 0x2018 && r <= 0x201b
}

func isDoubleQuote(r rune) bool {
	return r == '"' || r >= 0x201c && r <= 0x201e
}

func isSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\f', '\v', 0x85, 0xa0:
		return true
	}
	return r > 0x7f && unicode.In(r, unicode.Z)
}

func isNewline(r rune) bool { return r == '\n' || r == '\r' }

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isHexDigit(r rune) bool {
	return isDigit(r) || r >= 'a' && r <= 'f' || r >= 'A' && r <= 'F'
}

func isIdentStart(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '_'
	}
	return unicode.IsLetter(r)
}

func isIdentFollow(r rune) bool {
	return isIdentStart(r) || isDigit(r) || r >= utf8.RuneSelf && unicode.IsDigit(r)
}

// isVarChar reports whether r can stand in an unbraced variable name.
func isVarChar(r rune) bool {
	return isIdentFollow(r) || r == '?'
}

// endsToken reports whether r ends a bare word in command mode.
func endsToken(r rune) bool {
	switch r {
	case eof, '\n', '\r', ' ', '\t', '&', '(', ')', ',', ';', '{', '|', '}':
		return true
	}
	return isSpace(r)
}

// endsNumber reports whether r can directly follow a number in an expression.
func endsNumber(r rune) bool {
	switch r {
	case '!', '#', '%', '*', '+', '.', '/', '<', '=', '>', ']':
		return true
	}
	return isDash(r)
}
