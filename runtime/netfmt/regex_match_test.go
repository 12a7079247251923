package netfmt

import (
	"strings"
	"testing"
	"time"

	"github.com/dlclark/regexp2"
	"github.com/stretchr/testify/require"

	"exolab/runtime/interrupt"
)

// endless is a text on which endlessPattern backtracks for years.
var endless = strings.Repeat("a", 60) + "b"

const endlessPattern = "^(a+)+$"

func TestMatchEndsAtItsLimit(t *testing.T) {
	re, err := LoadRegex(endlessPattern, RegexNone)
	require.NoError(t, err)
	for _, limit := range []time.Duration{time.Millisecond, 200 * time.Millisecond} {
		limited, begun := re, time.Now()
		limited.Limit = limit
		_, err = limited.FindStringMatch(endless)
		require.ErrorIs(t, err, ErrRegexTimeout)
		require.GreaterOrEqual(t, time.Since(begun), limit)
	}
}

func TestMatchEndsWithCtrlC(t *testing.T) {
	t.Cleanup(func() { interrupt.Watch(nil) })
	re, err := LoadRegex(endlessPattern, RegexNone)
	require.NoError(t, err)
	slow, err := LoadRegex("a*a*a*a*a*b", RegexNone)
	require.NoError(t, err)
	require.NotNil(t, slow.Quick)
	for name, search := range map[string]func() error{
		"general": func() error { _, err := re.FindStringMatch(endless); return err },
		"asked":   func() error { _, err := re.MatchString(endless); return err },
		"replace": func() error { _, err := re.ReplaceText(endless, "$1", -1, -1); return err },
		"quick":   func() error { _, err := slow.Quick.Matches(strings.Repeat("a", 20000)); return err },
	} {
		t.Run(name, func(t *testing.T) {
			done := make(chan struct{})
			interrupt.Watch(done)
			time.AfterFunc(100*time.Millisecond, func() { close(done) })
			require.ErrorIs(t, search(), interrupt.ErrStopped)
		})
	}
}

// A match may take longer than the engine has patience for.
func TestLongMatchIsFound(t *testing.T) {
	re, err := LoadRegex("(?:a|b|ab)*c(?=d)", RegexNone)
	require.NoError(t, err)
	m, err := watched(re, func(patient *regexp2.Regexp) (*regexp2.Match, error) {
		return patient.FindStringMatch(strings.Repeat("abx", 1000) + "abcd")
	})
	require.NoError(t, err)
	require.Equal(t, "abc", m.String())
	m, err = re.FindNextMatch(m)
	require.NoError(t, err)
	require.Nil(t, m)
}

// The engine puts the parts of a replacement in the wrong order here.
func TestReplaceFromTheRight(t *testing.T) {
	re, err := LoadRegex("x(b)", regexp2.RightToLeft)
	require.NoError(t, err)
	got, err := re.ReplaceText("xbc-xbc", "<$1>", -1, -1)
	require.NoError(t, err)
	require.Equal(t, "<b>c-<b>c", got)
	got, err = re.ReplaceText("xbc-xbc", "<$1>", -1, 1)
	require.NoError(t, err)
	require.Equal(t, "xbc-<b>c", got)
}
