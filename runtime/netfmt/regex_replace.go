package netfmt

import (
	"slices"
	"strings"

	"github.com/dlclark/regexp2"
	"github.com/dlclark/regexp2/syntax"

	"exolab/runtime/memory"
)

// modestResult is the size in bytes up to which nobody counts.
const modestResult = 1 << 20

// ReplaceText replaces up to count matches in s, all if it is negative, with a
// replacement of .NET's syntax, by the general engine. The search begins at the
// character from, at the natural end with -1. The error is memory.ErrExceeded
// where the result would not fit, or that of the match.
func (r Regex) ReplaceText(s, replacement string, from, count int) (string, error) {
	if !strings.Contains(replacement, "$") {
		return r.ReplaceEach(s, from, count, func(*regexp2.Match) (string, error) { return replacement, nil })
	}
	rules, err := r.substitution(replacement)
	if err != nil {
		return "", err
	}
	return r.ReplaceEach(s, from, count, func(m *regexp2.Match) (string, error) { return expand(rules, m, s) })
}

// ReplaceEach replaces up to count matches in s, all if it is negative, with
// what with gives for each; see ReplaceText.
func (r Regex) ReplaceEach(s string, from, count int, with func(*regexp2.Match) (string, error)) (string, error) {
	if count == 0 {
		return s, nil
	}
	if !memory.Room(5 * int64(len(s))) {
		return "", memory.ErrExceeded
	}
	text := []rune(s)
	m, err := r.FindRunesMatchStartingAt(text, from)
	if m == nil || err != nil {
		return s, err
	}
	p := pieces{text: text, backwards: r.RightToLeft()}
	for ; m != nil && err == nil && count != 0; count-- {
		var piece string
		if piece, err = with(m); err == nil {
			err = p.add(m, piece)
		}
		if err == nil && count != 1 {
			m, err = r.FindNextMatch(m)
		}
	}
	if err != nil {
		return "", err
	}
	return p.join()
}

// pieces gathers the parts of a replaced text in the order of the search.
type pieces struct {
	text      []rune
	backwards bool
	parts     []string
	// at is where the last match ended, in the direction of the search.
	at, size, checked int
}

func (p *pieces) add(m *regexp2.Match, piece string) error {
	end := m.Index + m.Length
	between := ""
	switch {
	case !p.backwards:
		between, p.at = string(p.text[p.at:m.Index]), end
	case len(p.parts) == 0:
		between, p.at = string(p.text[end:]), m.Index
	default:
		between, p.at = string(p.text[end:p.at]), m.Index
	}
	p.parts = append(p.parts, between, piece)
	if p.size += len(between) + len(piece); p.size > max(modestResult, 2*p.checked) {
		if !memory.Room(2 * int64(p.size)) {
			return memory.ErrExceeded
		}
		p.checked = p.size
	}
	return nil
}

func (p *pieces) join() (string, error) {
	rest := p.text[p.at:]
	if p.backwards {
		rest = p.text[:p.at]
	}
	p.parts = append(p.parts, string(rest))
	if !memory.Room(int64(p.size + len(rest))) {
		return "", memory.ErrExceeded
	}
	if p.backwards {
		slices.Reverse(p.parts)
	}
	return strings.Join(p.parts, ""), nil
}

// substitution takes a replacement with references apart.
func (r Regex) substitution(replacement string) (*syntax.ReplacerData, error) {
	numbers := r.GetGroupNumbers()
	var slots map[int]int
	if last := len(numbers) - 1; numbers[last] != last {
		slots = make(map[int]int, len(numbers))
		for slot, number := range numbers {
			slots[number] = slot
		}
	}
	names := map[string]int{}
	for _, name := range r.GetGroupNames() {
		names[name] = r.GroupNumberFromName(name)
	}
	rules, err := syntax.NewReplacerData(replacement, slots, len(numbers), names, syntax.RegexOptions(r.options))
	if err != nil {
		return nil, regexError(replacement, r.options, err)
	}
	return rules, nil
}

// The rules of a syntax.ReplacerData below zero: what stands around the match,
// and from wholeText-1 down the groups.
const (
	textBefore = -1 - iota
	textAfter
	lastGroup
	wholeText
)

// expand puts a match of s into a replacement.
func expand(replacement *syntax.ReplacerData, m *regexp2.Match, s string) (string, error) {
	groups := m.Groups()
	var out strings.Builder
	for _, rule := range replacement.Rules {
		var part string
		switch slot := wholeText - 1 - rule; {
		case rule >= 0:
			part = replacement.Strings[rule]
		case slot >= 0:
			part = groups[slot].String()
		case slot == textBefore:
			part = string([]rune(s)[:m.Index])
		case slot == textAfter:
			part = string([]rune(s)[m.Index+m.Length:])
		case slot == lastGroup:
			part = groups[len(groups)-1].String()
		case slot == wholeText:
			part = s
		}
		if size := out.Len() + len(part); size > modestResult && !memory.Room(2*int64(size)) {
			return "", memory.ErrExceeded
		}
		out.WriteString(part)
	}
	return out.String(), nil
}
