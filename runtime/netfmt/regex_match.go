package netfmt

import (
	"sync"
	"sync/atomic"
	"time"

	"github.com/dlclark/regexp2"

	"exolab/runtime/interrupt"
	"exolab/runtime/memory"
)

const (
	// firstTry is how long a match may take before it is watched: long enough for
	// nearly all of them, and short enough for Ctrl-C.
	firstTry = 50 * time.Millisecond
	// clockPeriod is how exactly limits are kept.
	clockPeriod = 10 * time.Millisecond
)

// setClock makes the general engine look at the time often enough. It has to
// happen before the first match.
var setClock = sync.OnceFunc(func() { regexp2.SetTimeoutCheckPeriod(clockPeriod) })

// MatchText finds the first match in s from a character on, from the natural end
// with -1. The error is memory.ErrExceeded where the general engine would not
// have room for the text.
func (r Regex) MatchText(s string, from int) (*regexp2.Match, error) {
	if !memory.Room(4 * int64(len(s))) {
		return nil, memory.ErrExceeded
	}
	return r.FindRunesMatchStartingAt([]rune(s), from)
}

// MatchString reports whether s has a match. The error is ErrRegexTimeout or
// interrupt.ErrStopped, as with all that follow.
func (r Regex) MatchString(s string) (bool, error) {
	found, err := r.Regexp.MatchString(s)
	if err == nil {
		return found, nil
	}
	return watched(r, func(re *regexp2.Regexp) (bool, error) { return re.MatchString(s) })
}

// FindStringMatch finds the first match in s, nil if there is none.
func (r Regex) FindStringMatch(s string) (*regexp2.Match, error) {
	m, err := r.Regexp.FindStringMatch(s)
	if err == nil {
		return m, nil
	}
	return watched(r, func(re *regexp2.Regexp) (*regexp2.Match, error) { return re.FindStringMatch(s) })
}

// FindRunesMatch finds the first match in a text, nil if there is none.
func (r Regex) FindRunesMatch(text []rune) (*regexp2.Match, error) {
	return r.FindRunesMatchStartingAt(text, -1)
}

// FindRunesMatchStartingAt finds the first match in a text from a character on;
// -1 is the natural end.
func (r Regex) FindRunesMatchStartingAt(text []rune, from int) (*regexp2.Match, error) {
	m, err := r.Regexp.FindRunesMatchStartingAt(text, from)
	if err == nil {
		return m, nil
	}
	return watched(r, func(re *regexp2.Regexp) (*regexp2.Match, error) { return re.FindRunesMatchStartingAt(text, from) })
}

// FindNextMatch finds the match that follows m, nil if there is none.
func (r Regex) FindNextMatch(m *regexp2.Match) (*regexp2.Match, error) {
	next, err := r.Regexp.FindNextMatch(m)
	if err == nil {
		return next, nil
	}
	return watched(r, func(re *regexp2.Regexp) (*regexp2.Match, error) { return re.FindNextMatch(m) })
}

// watched begins anew what took longer than firstTry, on a goroutine of its own,
// so that Ctrl-C and the script's limit need not wait for it; without a limit it
// goes on for ever, as in .NET. The engine cannot be stopped but by the time that
// it is given. Each turn there has twice that of the one before, so that a match
// that nobody waits for ends after about as long as it has already taken.
func watched[T any](r Regex, match func(*regexp2.Regexp) (T, error)) (T, error) {
	var none T
	var over <-chan time.Time
	if r.Limit > 0 {
		timer := time.NewTimer(max(r.Limit-firstTry, 0))
		defer timer.Stop()
		over = timer.C
	}
	if err := interrupt.Stopped(); err != nil {
		return none, err
	}
	patient, err := regexp2.Compile(r.String(), r.options)
	if err != nil {
		return none, regexError(r.String(), r.options, err)
	}
	done := make(chan T, 1)
	var left atomic.Bool
	defer left.Store(true)
	go func() {
		for turn := 2 * firstTry; !left.Load(); turn *= 2 {
			patient.MatchTimeout = turn
			if found, err := match(patient); err == nil {
				done <- found
				return
			}
		}
	}()
	select {
	case found := <-done:
		return found, nil
	case <-over:
		return none, ErrRegexTimeout
	case <-interrupt.Done():
		return none, interrupt.ErrStopped
	}
}
