package data

import (
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// likeTest is LIKE: a text with * or % at its ends, for any text there.
type likeTest struct {
	of, pattern node
}

func (n likeTest) eval(s *scope) (value.Value, error) {
	v, p, err := both(s, n.of, n.pattern)
	if err != nil || value.IsDBNull(v) || value.IsDBNull(p) {
		return value.DBNull, err
	}
	if p.Kind() != value.KindString {
		return value.Null, errOperands("Like", v, p)
	}
	text, pattern := dotnet.ToText(s.env, v), strings.TrimRight(p.Text(), " ")
	before := strings.HasPrefix(pattern, "*") || strings.HasPrefix(pattern, "%")
	inner := pattern
	if before {
		inner = inner[1:]
	}
	after := strings.HasSuffix(inner, "*") || strings.HasSuffix(inner, "%")
	if after {
		inner = inner[:len(inner)-1]
	}
	wanted, ok := unescapeLike(inner)
	if !ok {
		return value.Null, dotnet.Throw(exEvaluate, "Error in Like operator: the string pattern '%s' is invalid.", pattern)
	}
	if !s.caseSensitive() {
		text, wanted = strings.ToLower(text), strings.ToLower(wanted)
	}
	return value.Bool(likes(strings.TrimRight(text, " "), wanted, before, after)), nil
}

func likes(text, wanted string, before, after bool) bool {
	switch {
	case before && after:
		return strings.Contains(text, wanted)
	case before:
		return strings.HasSuffix(text, wanted)
	case after:
		return strings.HasPrefix(text, wanted)
	}
	return text == wanted
}

// unescapeLike takes characters out of their brackets; a wildcard in the middle
// is not allowed.
func unescapeLike(p string) (string, bool) {
	var out strings.Builder
	for i := 0; i < len(p); i++ {
		switch {
		case p[i] == '[' && i+2 < len(p) && p[i+2] == ']':
			out.WriteByte(p[i+1])
			i += 2
		case p[i] == '*' || p[i] == '%' || p[i] == '[':
			return "", false
		default:
			out.WriteByte(p[i])
		}
	}
	return out.String(), true
}
