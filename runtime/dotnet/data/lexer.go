package data

import (
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// tokenKind tells the tokens of expressions apart.
type tokenKind int

const (
	tokenEnd tokenKind = iota
	// tokenName is a column, a function or a word of the language.
	tokenName
	// tokenColumn is a name in brackets, which is always a column.
	tokenColumn
	tokenValue
	tokenSign
)

type token struct {
	kind tokenKind
	text string
	v    value.Value
}

// word reports whether the token is that word of the language.
func (t token) word(w string) bool { return t.kind == tokenName && strings.EqualFold(t.text, w) }

func (t token) sign(s string) bool { return t.kind == tokenSign && t.text == s }

// tokens splits an expression.
func tokens(text string) ([]token, error) {
	var out []token
	for at := 0; at < len(text); {
		c := text[at]
		if c == ' ' || c == '\t' || c == '\r' || c == '\n' {
			at++
			continue
		}
		t, n, err := nextToken(text[at:])
		if err != nil {
			return nil, err
		}
		out = append(out, t)
		at += n
	}
	return append(out, token{}), nil
}

func nextToken(s string) (token, int, error) {
	switch c := s[0]; {
	case c == '\'':
		return textToken(s)
	case c == '[' || c == '`':
		return columnToken(s)
	case c == '#':
		return dateToken(s)
	case c >= '0' && c <= '9' || c == '.' && len(s) > 1 && s[1] >= '0' && s[1] <= '9':
		return numberToken(s)
	case nameByte(c):
		n := 1
		for n < len(s) && (nameByte(s[n]) || s[n] >= '0' && s[n] <= '9') {
			n++
		}
		return token{kind: tokenName, text: s[:n]}, n, nil
	}
	for _, two := range [...]string{"<>", "<=", ">="} {
		if strings.HasPrefix(s, two) {
			return token{kind: tokenSign, text: two}, len(two), nil
		}
	}
	if strings.IndexByte("=<>+-*/%(),.", s[0]) < 0 {
		return token{}, 0, dotnet.Throw(exSyntax, "The expression contains unsupported operator '%s'.", s[:1])
	}
	return token{kind: tokenSign, text: s[:1]}, 1, nil
}

func nameByte(c byte) bool {
	return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80
}

// textToken reads 'text', in which ” stands for one quote.
func textToken(s string) (token, int, error) {
	var out strings.Builder
	for i := 1; i < len(s); i++ {
		if s[i] != '\'' {
			out.WriteByte(s[i])
			continue
		}
		if i+1 < len(s) && s[i+1] == '\'' {
			out.WriteByte('\'')
			i++
			continue
		}
		return token{kind: tokenValue, v: value.Str(out.String())}, i + 1, nil
	}
	return token{}, 0, dotnet.Throw(exSyntax, "The expression contains an invalid string constant: %s.", s)
}

// columnToken reads [name] or `name`, in which \ escapes.
func columnToken(s string) (token, int, error) {
	end := byte('`')
	if s[0] == '[' {
		end = ']'
	}
	var out strings.Builder
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == end:
			return token{kind: tokenColumn, text: out.String()}, i + 1, nil
		case s[i] == '\\' && i+1 < len(s):
			i++
		}
		out.WriteByte(s[i])
	}
	return token{}, 0, dotnet.Throw(exSyntax, "The expression contains invalid name: '%s'.", s)
}

// dateToken reads #1/31/2024#.
func dateToken(s string) (token, int, error) {
	end := strings.IndexByte(s[1:], '#')
	if end < 0 {
		return token{}, 0, dotnet.Throw(exSyntax, "The expression contains invalid date constant '%s'.", s)
	}
	v, err := dotnet.CastTo(nil, value.Str(s[1:end+1]), value.TypeDateTime)
	if err != nil {
		return token{}, 0, dotnet.Throw(exSyntax, "The expression contains invalid date constant '%s'.", s[:end+2])
	}
	return token{kind: tokenValue, v: v}, end + 2, nil
}

// numberToken reads a number: Int32 or Int64 if whole, Double otherwise.
func numberToken(s string) (token, int, error) {
	n, real := 0, false
	for n < len(s) {
		c := s[n]
		exponent := (c == '+' || c == '-') && n > 0 && (s[n-1] == 'e' || s[n-1] == 'E')
		if !(c >= '0' && c <= '9' || c == '.' || c == 'e' || c == 'E' || exponent) {
			break
		}
		real = real || c < '0' || c > '9'
		n++
	}
	types := []*value.Type{value.TypeInt32, value.TypeInt64, value.TypeDouble}
	if real {
		types = types[2:]
	}
	for _, t := range types {
		if v, err := dotnet.CastTo(nil, value.Str(s[:n]), t); err == nil {
			return token{kind: tokenValue, v: v}, n, nil
		}
	}
	return token{}, 0, dotnet.Throw(exSyntax, "The expression contains invalid number '%s'.", s[:n])
}
