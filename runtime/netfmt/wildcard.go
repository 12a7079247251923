package netfmt

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Wildcard is a compiled PowerShell wildcard pattern.
type Wildcard struct {
	parts  []wildPart
	fold   bool
	form   wildForm
	needle string
}

// wildForm is the shape of a pattern that a plain string search can match.
type wildForm uint8

const (
	formAny wildForm = iota
	formLiteral
	formPrefix
	formSuffix
	formContains
	formGeneral
)

type wildKind uint8

const (
	wildChar wildKind = iota
	wildOne
	wildMany
	wildSet
)

type wildPart struct {
	kind   wildKind
	char   rune
	ranges []runeRange
}

type runeRange struct{ from, to rune }

type wildcardKey struct {
	pattern string
	fold    bool
}

// wildcards holds the patterns used lately.
var wildcards recent[wildcardKey, *Wildcard]

// CompileWildcard compiles a pattern of *, ?, [sets] and backtick escapes, or
// remembers it from the last time; fold ignores case. The error is PowerShell's
// WildcardPatternException.
func CompileWildcard(pattern string, fold bool) (*Wildcard, error) {
	key := wildcardKey{pattern, fold}
	if known := wildcards.find(key, pattern); known != nil {
		return *known, nil
	}
	w, err := compileWildcard(pattern, fold)
	if err == nil {
		wildcards.remember(key, pattern, w)
	}
	return w, err
}

func compileWildcard(pattern string, fold bool) (*Wildcard, error) {
	w := &Wildcard{fold: fold}
	for i := 0; i < len(pattern); {
		r, size := utf8.DecodeRuneInString(pattern[i:])
		i += size
		switch r {
		case '*':
			if n := len(w.parts); n == 0 || w.parts[n-1].kind != wildMany {
				w.parts = append(w.parts, wildPart{kind: wildMany})
			}
		case '?':
			w.parts = append(w.parts, wildPart{kind: wildOne})
		case '[':
			part, end, ok := scanSet(pattern, i)
			if !ok {
				return nil, &Error{KindWildcard, "The specified wildcard character pattern is not valid: " + pattern}
			}
			w.parts = append(w.parts, part)
			i = end
		case '`':
			if i < len(pattern) {
				r, size = utf8.DecodeRuneInString(pattern[i:])
				i += size
			}
			fallthrough
		default:
			w.parts = append(w.parts, wildPart{kind: wildChar, char: w.folded(r)})
		}
	}
	w.simplify()
	return w, nil
}

// scanSet reads the set whose bracket opened before i. The first character is
// a member even if it is the closing bracket.
func scanSet(pattern string, i int) (wildPart, int, bool) {
	part := wildPart{kind: wildSet}
	var members []rune
	var escaped []bool
	for i < len(pattern) {
		r, size := utf8.DecodeRuneInString(pattern[i:])
		i += size
		if r == ']' && len(members) > 0 {
			part.ranges = rangesOf(members, escaped)
			return part, i, true
		}
		literal := r == '`' && i < len(pattern)
		if literal {
			r, size = utf8.DecodeRuneInString(pattern[i:])
			i += size
		}
		members = append(members, r)
		escaped = append(escaped, literal)
	}
	return part, i, false
}

// rangesOf turns the members of a set into ranges: a-z is one.
func rangesOf(members []rune, escaped []bool) []runeRange {
	var ranges []runeRange
	for i := 0; i < len(members); i++ {
		if i+2 < len(members) && members[i+1] == '-' && !escaped[i+1] {
			ranges = append(ranges, runeRange{members[i], members[i+2]})
			i += 2
			continue
		}
		ranges = append(ranges, runeRange{members[i], members[i]})
	}
	return ranges
}

// simplify recognizes patterns that need no matching by parts.
func (w *Wildcard) simplify() {
	parts := w.parts
	if len(parts) == 1 && parts[0].kind == wildMany {
		w.form = formAny
		return
	}
	form := formLiteral
	if len(parts) > 0 && parts[0].kind == wildMany {
		form = formSuffix
		parts = parts[1:]
	}
	if len(parts) > 0 && parts[len(parts)-1].kind == wildMany {
		parts = parts[:len(parts)-1]
		if form == formSuffix {
			form = formContains
		} else {
			form = formPrefix
		}
	}
	var needle strings.Builder
	for _, part := range parts {
		if part.kind != wildChar || w.fold && part.char >= utf8.RuneSelf {
			w.form = formGeneral
			return
		}
		needle.WriteRune(part.char)
	}
	w.form, w.needle = form, needle.String()
}

// IsLiteral tells whether the pattern matches one text alone, and gives it.
// The text of a pattern that ignores case is folded.
func (w *Wildcard) IsLiteral() (string, bool) { return w.needle, w.form == formLiteral }

// Match tells whether the whole text fits the pattern.
func (w *Wildcard) Match(text string) bool {
	switch w.form {
	case formAny:
		return true
	case formGeneral:
		return w.matchParts(text)
	}
	if w.fold && !IsASCII(text) {
		return w.matchParts(text)
	}
	switch w.form {
	case formLiteral:
		return len(text) == len(w.needle) && w.hasAt(text, 0)
	case formPrefix:
		return len(text) >= len(w.needle) && w.hasAt(text, 0)
	case formSuffix:
		return len(text) >= len(w.needle) && w.hasAt(text, len(text)-len(w.needle))
	}
	if !w.fold {
		return strings.Contains(text, w.needle)
	}
	for i := 0; i+len(w.needle) <= len(text); i++ {
		if w.hasAt(text, i) {
			return true
		}
	}
	return false
}

// hasAt tells whether the needle stands at i, where the text is long enough.
func (w *Wildcard) hasAt(text string, i int) bool {
	if !w.fold {
		return text[i:i+len(w.needle)] == w.needle
	}
	for j := 0; j < len(w.needle); j++ {
		if asciiLower(text[i+j]) != w.needle[j] {
			return false
		}
	}
	return true
}

func asciiLower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

func (w *Wildcard) folded(r rune) rune {
	if w.fold {
		return foldRune(r)
	}
	return r
}

// foldRune lowers a character as the invariant culture does.
func foldRune(r rune) rune {
	if r < utf8.RuneSelf {
		return rune(asciiLower(byte(r)))
	}
	if r == 'İ' || r == 'ı' {
		return r
	}
	return unicode.ToLower(r)
}

// matchParts matches part by part; on a mismatch the last * takes one more
// character.
func (w *Wildcard) matchParts(text string) bool {
	part, pos := 0, 0
	star, starPos := -1, 0
	for {
		if part == len(w.parts) && pos == len(text) {
			return true
		}
		if part < len(w.parts) && w.parts[part].kind == wildMany {
			star, starPos = part, pos
			part++
			continue
		}
		if part < len(w.parts) && pos < len(text) {
			r, size := utf8.DecodeRuneInString(text[pos:])
			if w.parts[part].matches(r, w.fold) {
				part++
				pos += size
				continue
			}
		}
		if star < 0 || starPos >= len(text) {
			return false
		}
		_, size := utf8.DecodeRuneInString(text[starPos:])
		starPos += size
		part, pos = star+1, starPos
	}
}

func (p *wildPart) matches(r rune, fold bool) bool {
	switch p.kind {
	case wildOne:
		return true
	case wildSet:
		return p.has(r) || fold && (p.has(foldRune(r)) || p.has(unicode.ToUpper(r)))
	}
	return p.char == r || fold && p.char == foldRune(r)
}

func (p *wildPart) has(r rune) bool {
	for _, span := range p.ranges {
		if span.from <= r && r <= span.to {
			return true
		}
	}
	return false
}
