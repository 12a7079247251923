package netfmt

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestRecentTextsAreRememberedByTheirContent(t *testing.T) {
	var r recent[string, int]
	for i := range 4 * recentPlaces {
		text := "text" + strconv.Itoa(i)
		require.Nil(t, r.find(text, text))
		r.remember(text, text, i)
		require.Equal(t, i, *r.find(text, strings.Clone(text)))
	}
	long := strings.Repeat("x", recentLength+1)
	r.remember(long, long, 1)
	require.Nil(t, r.find(long, long))
}

func TestOptionsTellRecentPatternsApart(t *testing.T) {
	exact, err := LoadRegex("abc", RegexNone)
	require.NoError(t, err)
	folded, err := LoadRegex("abc", RegexIgnoreCase)
	require.NoError(t, err)
	require.False(t, quickMatches(t, exact.Quick, "ABC"))
	require.True(t, quickMatches(t, folded.Quick, "ABC"))
}

func TestCompositeFailsWhereItsFaultIsReached(t *testing.T) {
	reached := 0
	_, err := FillComposite("{0}{", 1, func(to []byte, _ int, _ string) ([]byte, error) {
		reached++
		return to, nil
	})
	require.ErrorContains(t, err, "Failure to parse near offset 4")
	require.Equal(t, 1, reached)
	_, err = FillComposite("{1}{", 1, nil)
	require.ErrorIs(t, err, ErrArgumentIndex)
}

func TestQuickPatternsHaveAsManyGroupsAsTheirMatcher(t *testing.T) {
	require.NotNil(t, quickRegex(strings.Repeat("(a)", maxQuickGroups-1), 0))
	require.Nil(t, quickRegex(strings.Repeat("(a)", maxQuickGroups), 0))
}

func TestQuickMatcherKeepsManyChoices(t *testing.T) {
	re := quickRegex(strings.Repeat("a?", 3*quickChoices)+"b", 0)
	require.True(t, quickMatches(t, re, strings.Repeat("a", 3*quickChoices)+"b"))
	require.False(t, quickMatches(t, re, strings.Repeat("a", 2)))
}

func quickMatches(t *testing.T, re *QuickRegex, text string) bool {
	found, err := re.Matches(text)
	require.NoError(t, err)
	return found
}
