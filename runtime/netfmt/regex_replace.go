package netfmt

import (
	"strings"

	"github.com/dlclark/regexp2"

	"exolab/runtime/memory"
)

// ReplaceText replaces up to count matches in s, all if it is negative, with a
// replacement of .NET's syntax, by the general engine. The error is
// memory.ErrExceeded where the result would not fit, or that of the match.
func (r Regex) ReplaceText(s, replacement string, count int) (string, error) {
	if err := r.checkReplaced(s, replacement, count); err != nil {
		return "", err
	}
	return r.Replace(s, replacement, -1, count)
}

// modestResult is the size in bytes up to which nobody counts.
const modestResult = 1 << 20

// checkReplaced estimates the result's size from above before it is made: the
// general engine makes it in one go.
func (r Regex) checkReplaced(s, replacement string, count int) error {
	if !memory.Room(5 * int64(len(s))) {
		return memory.ErrExceeded
	}
	// What a reference to a group puts in is at most the match; others put in
	// text around it.
	each := int64(len(replacement))
	if strings.Contains(replacement, "$_") || strings.Contains(replacement, "$`") || strings.Contains(replacement, "$'") {
		each += int64(len(s)) * int64(strings.Count(replacement, "$"))
	}
	once := int64(len(s)) * int64(1+strings.Count(replacement, "$"))
	if once+int64(len(s)+1)*each < modestResult {
		return nil
	}
	matches := int64(0)
	m, err := r.FindStringMatch(s)
	for ; m != nil && err == nil && int64(count) != matches; m, err = r.FindNextMatch(m) {
		if matches++; !memory.Room(once + matches*each) {
			return memory.ErrExceeded
		}
	}
	return err
}

// MatchText finds the first match in s. The error is memory.ErrExceeded where
// the general engine would not have room for the text.
func (r Regex) MatchText(s string, from int) (*regexp2.Match, error) {
	if !memory.Room(4 * int64(len(s))) {
		return nil, memory.ErrExceeded
	}
	if from == 0 {
		return r.FindStringMatch(s)
	}
	return r.FindStringMatchStartingAt(s, from)
}
