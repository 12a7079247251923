package xmldom

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The kinds of token that are no symbol of their own.
const (
	tokenEnd     = "end"
	tokenName    = "name"
	tokenLiteral = "literal"
	tokenNumber  = "number"
)

// xpathToken is a word of an XPath: kind is a symbol as written, or one of the
// kinds above. Operators that are words (and, or, div, mod) are symbols.
type xpathToken struct{ kind, text string }

var xpathSymbols = [...]string{"::", "..", "//", "<=", ">=", "!=", "(", ")", "[", "]", ".", "@", ",", "/", "|", "+", "-", "=", "<", ">", "*", "$"}

// xpathTokens cuts an XPath into tokens.
func xpathTokens(text string) ([]xpathToken, error) {
	var out []xpathToken
	for rest := strings.TrimLeft(text, " \t\r\n"); rest != ""; rest = strings.TrimLeft(rest, " \t\r\n") {
		t, size := nextXPathToken(rest, operatorFollows(out))
		if size == 0 {
			return nil, xpathError("'%s' has an invalid token.", text)
		}
		out = append(out, t)
		rest = rest[size:]
	}
	return append(out, xpathToken{kind: tokenEnd}), nil
}

// operatorFollows tells whether a name or an asterisk after these tokens is an
// operator (XPath 1.0, 3.7).
func operatorFollows(before []xpathToken) bool {
	if len(before) == 0 {
		return false
	}
	switch before[len(before)-1].kind {
	case tokenName, tokenLiteral, tokenNumber, ")", "]", ".", "..":
		return true
	case "*":
		return len(before) == 1 || !operatorFollows(before[:len(before)-1])
	}
	return false
}

// nextXPathToken reads one token and its size in bytes; 0 if there is none.
func nextXPathToken(s string, operator bool) (xpathToken, int) {
	switch c := s[0]; {
	case c == '\'' || c == '"':
		end := strings.IndexByte(s[1:], c)
		if end < 0 {
			return xpathToken{}, 0
		}
		return xpathToken{tokenLiteral, s[1 : end+1]}, end + 2
	case isDigit(c), c == '.' && len(s) > 1 && isDigit(s[1]):
		size := 0
		for size < len(s) && (isDigit(s[size]) || s[size] == '.') {
			size++
		}
		return xpathToken{tokenNumber, s[:size]}, size
	}
	for _, symbol := range xpathSymbols {
		if strings.HasPrefix(s, symbol) {
			return xpathToken{kind: symbol}, len(symbol)
		}
	}
	name := qualifiedName(s)
	if operator {
		switch name {
		case "and", "or", "div", "mod":
			return xpathToken{kind: name}, len(name)
		}
	}
	return xpathToken{tokenName, name}, len(name)
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// qualifiedName is the name that text begins with: a name, prefix:name or
// prefix:*.
func qualifiedName(s string) string {
	first := nameLength(s)
	if first == 0 || first+1 >= len(s) || s[first] != ':' || s[first+1] == ':' {
		return s[:first]
	}
	if s[first+1] == '*' {
		return s[:first+2]
	}
	return s[:first+1+nameLength(s[first+1:])]
}

func nameLength(s string) int {
	for i, r := range s {
		if r == '_' || unicode.IsLetter(r) || i > 0 && (r == '-' || r == '.' || unicode.IsDigit(r) || unicode.IsMark(r)) {
			continue
		}
		if r == utf8.RuneError {
			return i
		}
		return i
	}
	return len(s)
}
