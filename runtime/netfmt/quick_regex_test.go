package netfmt

import (
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/dlclark/regexp2"
	"github.com/stretchr/testify/require"
)

// TestQuickRegexAgrees compares the quick engine with the general one on
// random patterns and texts: every match and the last capture of every group.
func TestQuickRegexAgrees(t *testing.T) {
	random := rand.New(rand.NewSource(7))
	compared := 0
	for range 20000 {
		pattern := randomPattern(random, 3)
		options := regexp2.RegexOptions(random.Intn(2))
		general, err := regexp2.Compile(pattern, options)
		if err != nil {
			continue
		}
		quick := quickRegex(pattern, options)
		if quick == nil {
			continue
		}
		for range 4 {
			text := randomText(random)
			require.Equal(t, generalSpans(t, general, text), quickSpans(quick, text), "pattern %q options %d text %q", pattern, options, text)
			compared++
		}
	}
	require.Greater(t, compared, 10000)
}

func TestQuickRegexNames(t *testing.T) {
	const pattern = `(a)(?<n>b)(?:c)(d)(?<m>e)`
	require.Equal(t, []string{"0", "1", "2", "n", "m"}, quickRegex(pattern, 0).Names())
	require.Equal(t, regexp2.MustCompile(pattern, 0).GetGroupNames(), quickRegex(pattern, 0).Names())
}

func TestQuickRegexLeavesOut(t *testing.T) {
	for _, pattern := range []string{`(a)\1`, `(?=a)`, `(?i)a`, `(a*)*`, `é`, `\p{L}`, `[a-z-[b]]`, `(?>a)`, `(?<n>a)(?<n>b)`, `\u0041`, `(?<1>a)`} {
		require.Nil(t, quickRegex(pattern, 0), pattern)
	}
	require.Nil(t, quickRegex("a", regexp2.Multiline))
}

func randomPattern(r *rand.Rand, depth int) string {
	atoms := []string{"a", "b", "A", "ab", ".", `\d`, `\w`, `\S`, `\s`, `\W`, "[abc]", "[^ab]", "[a-c1-3_]", `[\d.]`, `[^\w]`, "-", "1", `\.`, "x{2", `[]a]`, `\n`, "B", " "}
	var b strings.Builder
	for range 1 + r.Intn(4) {
		atom := atoms[r.Intn(len(atoms))]
		switch {
		case depth > 0 && r.Intn(3) == 0:
			open := []string{"(", "(?:", "(?<n>", "(?<m>"}[r.Intn(4)]
			atom = open + randomPattern(r, depth-1) + ")"
			if r.Intn(3) == 0 {
				atom = "(?:" + atom + "|" + randomPattern(r, depth-1) + ")"
			}
		case r.Intn(10) == 0:
			b.WriteString([]string{"^", "$", `\b`, `\B`, `\z`, `\A`, `\Z`, "|"}[r.Intn(8)])
		}
		b.WriteString(atom)
		b.WriteString([]string{"", "", "", "*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{0,2}?", "{2,}"}[r.Intn(13)])
	}
	return b.String()
}

func randomText(r *rand.Rand) string {
	const letters = "aabbABc1 .-\n_x"
	text := make([]byte, r.Intn(12))
	for i := range text {
		text[i] = letters[r.Intn(len(letters))]
	}
	return string(text)
}

func generalSpans(t *testing.T, re *regexp2.Regexp, text string) (all [][]int) {
	m, err := re.FindStringMatch(text)
	for ; m != nil; m, err = re.FindNextMatch(m) {
		var spans []int
		for _, g := range m.Groups() {
			if len(g.Captures) == 0 {
				spans = append(spans, -1, -1)
			} else {
				spans = append(spans, g.Index, g.Index+g.Length)
			}
		}
		all = append(all, spans)
	}
	require.NoError(t, err)
	return all
}

func quickSpans(re *QuickRegex, text string) (all [][]int) {
	var m QuickMatcher
	for m.Start(re, text); m.Next(); {
		all = append(all, slices.Clone(m.Spans()))
	}
	for _, spans := range all {
		for i := 1; i < len(spans); i += 2 {
			if spans[i] < 0 {
				spans[i-1] = -1
			}
		}
	}
	return all
}
