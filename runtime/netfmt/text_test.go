package netfmt

import (
	"slices"
	"strings"
	"testing"

	"github.com/cockroachdb/apd/v3"
	"github.com/stretchr/testify/require"
)

func TestRecordedWildcards(t *testing.T) {
	checked := 0
	for _, r := range table(t, "wildcard-regex.tsv") {
		for _, op := range []string{"like", "clike", "notlike"} {
			left, right, ok := strings.Cut(r.expression, "' -"+op+" '")
			if !ok {
				continue
			}
			checked++
			w, err := CompileWildcard(strings.TrimSuffix(right, "'"), op != "clike")
			require.NoError(t, err)
			require.Equal(t, r.answer == "Boolean True", w.Match(left[1:]) != (op == "notlike"), r.expression)
		}
	}
	require.Greater(t, checked, 30)
}

func TestRegexErrors(t *testing.T) {
	for pattern, want := range map[string]string{
		"*":     "Invalid pattern '*' at offset 1. Quantifier '*' following nothing.",
		"(":     "Invalid pattern '(' at offset 1. Not enough )'s.",
		"[":     "Invalid pattern '[' at offset 1. Unterminated [] set.",
		")":     "Invalid pattern ')' at offset 1. Too many )'s.",
		"a**b":  "Invalid pattern 'a**b' at offset 3. Nested quantifier '*'.",
		"[z-a]": "Invalid pattern '[z-a]' at offset 4. [x-y] range in reverse order.",
	} {
		_, err := LoadRegex(pattern, RegexIgnoreCase)
		require.EqualError(t, err, want)
	}
}

func TestRecordedUnixFormats(t *testing.T) {
	for _, r := range table(t, "format-date.tsv") {
		literal, format, ok := strings.Cut(r.expression, ") -UFormat '")
		if !ok {
			continue
		}
		d, ok := dateLiteral(t, strings.TrimPrefix(literal, "Get-Date ("))
		require.True(t, ok, r.expression)
		got, err := FormatUnixStyle(d, strings.TrimSuffix(format, "'"), EnUS)
		require.NoError(t, err)
		want, _ := answerText(r.answer)
		require.Equal(t, strings.NewReplacer(`\n`, "\n", `\t`, "\t").Replace(want), got, r.expression)
	}
}

func TestRecordedSpans(t *testing.T) {
	for _, r := range table(t, "parse-date.tsv") {
		text, ok := between(r.expression, "[timespan]'", "'")
		if !ok {
			continue
		}
		ticks, err := ParseTimeSpan(text, EnUS)
		if want, isSpan := strings.CutPrefix(r.answer, "TimeSpan "); isSpan {
			got, _ := FormatTimeSpan(ticks, "", EnUS)
			require.NoError(t, err, r.expression)
			require.Equal(t, want, got, r.expression)
			continue
		}
		require.Error(t, err, r.expression)
		require.Contains(t, r.answer, err.Error(), r.expression)
	}
}

func decimalOf(t *testing.T, text string) *apd.Decimal {
	t.Helper()
	d, err := ParseDecimal(text, StyleNumber, Invariant)
	require.NoError(t, err)
	return d
}

func TestDecimalArithmetic(t *testing.T) {
	for _, c := range []struct {
		op         func(a, b *apd.Decimal) (*apd.Decimal, error)
		a, b, want string
	}{
		{AddDecimal, "1.10", "2", "3.10"}, {MulDecimal, "1.10", "2.0", "2.200"},
		{DivDecimal, "1", "3", "0.3333333333333333333333333333"}, {DivDecimal, "10", "4", "2.5"},
		{DivDecimal, "2", "3", "0.6666666666666666666666666667"}, {RemDecimal, "-7.5", "2", "-1.5"},
		{SubDecimal, "1", "1.00", "0.00"}, {DivDecimal, "100", "10", "10"},
	} {
		got, err := c.op(decimalOf(t, c.a), decimalOf(t, c.b))
		require.NoError(t, err)
		text, err := FormatDecimal(got, "", Invariant)
		require.NoError(t, err)
		require.Equal(t, c.want, text, "%s %s", c.a, c.b)
	}
	_, err := AddDecimal(decimalOf(t, "79228162514264337593543950335"), decimalOf(t, "1"))
	require.ErrorIs(t, err, ErrDecimalOverflow)
}

func TestComposite(t *testing.T) {
	text, err := FillComposite("{{{0,4:N1}}}|{1,-3}|", 2, func(to []byte, i int, spec string) ([]byte, error) {
		text, err := FormatDouble(float64(i)+1, spec, EnUS)
		return append(to, text...), err
	})
	require.NoError(t, err)
	require.Equal(t, "{ 1.0}|2  |", text)
	_, err = FillComposite("{5}", 1, nil)
	require.ErrorIs(t, err, ErrArgumentIndex)
}

func TestGuidsAndVersions(t *testing.T) {
	g, err := ParseGuid("{11111111-2222-3333-4444-555555555555}")
	require.NoError(t, err)
	x, err := g.Format("X")
	require.NoError(t, err)
	require.Equal(t, "{0x11111111,0x2222,0x3333,{0x44,0x44,0x55,0x55,0x55,0x55,0x55,0x55}}", x)
	back, err := ParseGuid(x)
	require.NoError(t, err)
	require.Equal(t, g, back)
	v, err := ParseVersion("1.2.3")
	require.NoError(t, err)
	require.Equal(t, "1.2.3", v.String())
	_, err = ParseVersion("-2.5")
	require.EqualError(t, err, "input ('-2') must be a non-negative value. (Parameter 'input')\nActual value was -2.")
}

func TestCompareCulture(t *testing.T) {
	words := []string{"b", "A", "a", "_x", "1", "-y", "a b", "ab", "AB", "a-b"}
	slices.SortFunc(words, func(x, y string) int { return CompareCulture(x, y, false) })
	require.Equal(t, []string{"_x", "-y", "1", "a", "A", "a b", "a-b", "ab", "AB", "b"}, words)
}

func BenchmarkCompareCulture(b *testing.B) {
	for b.Loop() {
		_ = CompareCulture("Adele Vance", "Adele vance", true)
	}
}

func BenchmarkWildcardContains(b *testing.B) {
	w, _ := CompileWildcard("*contoso*", true)
	for b.Loop() {
		_ = w.Match("adele.vance@Contoso.com")
	}
}
