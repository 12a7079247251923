// Package patterns matches names against the wildcards that cmdlets take.
package patterns

import (
	"strings"

	"exolab/runtime/netfmt"
)

// HasWildcard reports whether a name is a pattern: whether it holds a wildcard
// character without a backtick before it.
func HasWildcard(name string) bool {
	for i := 0; i < len(name); i++ {
		switch name[i] {
		case '*', '?', '[', ']':
			return true
		case '`':
			i++
		}
	}
	return false
}

// Match reports whether text matches a wildcard pattern, without regard to
// case. A malformed pattern matches itself only.
func Match(pattern, text string) bool {
	w, err := netfmt.CompileWildcard(pattern, true)
	if err != nil {
		return strings.EqualFold(pattern, text)
	}
	return w.Match(text)
}

// MatchAny reports whether text matches one of the patterns.
func MatchAny(list []string, text string) bool {
	for _, p := range list {
		if Match(p, text) {
			return true
		}
	}
	return false
}

// Selected applies -Include and -Exclude; an empty include list takes all.
func Selected(text string, include, exclude []string) bool {
	return (len(include) == 0 || MatchAny(include, text)) && !MatchAny(exclude, text)
}
