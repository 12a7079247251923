package netfmt

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/cockroachdb/apd/v3"
	"github.com/stretchr/testify/require"
)

// formatLiteral formats a number written as in the recorded expressions.
func formatLiteral(t *testing.T, literal, spec string) (string, error) {
	t.Helper()
	kind := ""
	if rest, ok := strings.CutPrefix(literal, "["); ok && !strings.Contains(rest, "::") {
		kind, literal, _ = strings.Cut(rest, "]")
	}
	switch kind {
	case "decimal":
		d, _, err := apd.NewFromString(strconv.FormatFloat(parseDouble(t, literal), 'f', -1, 64))
		require.NoError(t, err)
		return FormatDecimal(d, spec, EnUS)
	case "single":
		return FormatSingle(float32(parseDouble(t, literal)), spec, EnUS)
	case "long":
		v, err := strconv.ParseInt(literal, 10, 64)
		require.NoError(t, err)
		return FormatInt(v, 64, spec, EnUS)
	case "byte":
		v, err := strconv.ParseUint(literal, 10, 8)
		require.NoError(t, err)
		return FormatUint(v, spec, EnUS)
	}
	if v, err := strconv.ParseInt(literal, 10, 64); err == nil {
		return FormatInt(v, 32, spec, EnUS)
	}
	return FormatDouble(parseDouble(t, literal), spec, EnUS)
}

func parseDouble(t *testing.T, literal string) float64 {
	t.Helper()
	switch literal {
	case "0.1+0.2":
		tenth := 0.1
		return tenth + 0.2
	case "1/3":
		return 1.0 / 3
	case "[double]::NaN":
		return math.NaN()
	case "[double]::NegativeInfinity":
		return math.Inf(-1)
	}
	v, err := strconv.ParseFloat(literal, 64)
	require.NoError(t, err)
	return v
}

// numberExpression splits '{0:spec}' -f (number) and (number).ToString().
func numberExpression(expression string) (spec, literal string, ok bool) {
	if literal, ok = between(expression, "(", ").ToString()"); ok {
		return "", literal, true
	}
	format, literal, found := strings.Cut(expression, "}' -f (")
	spec, ok = strings.CutPrefix(format, "'{0:")
	return unquote(spec), strings.TrimSuffix(literal, ")"), found && ok
}

func TestRecordedNumberFormats(t *testing.T) {
	checked := 0
	for _, r := range table(t, "format-number.tsv") {
		spec, literal, ok := numberExpression(r.expression)
		if !ok {
			continue
		}
		checked++
		got, err := formatLiteral(t, literal, spec)
		want, isText := answerText(r.answer)
		if !isText {
			require.EqualError(t, err, errBadSpecifier.Error(), r.expression)
			continue
		}
		require.NoError(t, err, r.expression)
		require.Equal(t, want, got, r.expression)
	}
	require.Greater(t, checked, 500)
}

func TestNumberFormats(t *testing.T) {
	for _, c := range []struct {
		v          float64
		spec, want string
	}{
		{1e-5, "", "1E-05"}, {1e17, "", "1E+17"}, {math.Copysign(0, -1), "", "-0"},
		{0.5, "F0", "0"}, {2.5, "F0", "2"}, {-0.001, "F2", "-0.00"},
		{1234567.891, "#,##0.00;(#,##0.00)", "1,234,567.89"},
		{1234567, "#,##0,K", "1,235K"}, {0.1234, "0.0‰", "123.4‰"},
		{12345, "00-00-00", "01-23-45"}, {1.5, `0\x0`, "0x2"}, {math.Pi, "R", "3.141592653589793"},
		{123456, "0.###E+0", "1.235E+5"}, {12, "'it''s'0", "its12"},
	} {
		got, err := FormatDouble(c.v, c.spec, EnUS)
		require.NoError(t, err)
		require.Equal(t, c.want, got, "%v %s", c.v, c.spec)
	}
	require.Equal(t, "0.333333333333333", DoubleText(1.0/3))
	require.Equal(t, "1E+15", DoubleText(1e15))
}

func BenchmarkFormatDoubleN2(b *testing.B) {
	for b.Loop() {
		_, _ = FormatDouble(1234567.891, "N2", EnUS)
	}
}

func BenchmarkFormatIntCustom(b *testing.B) {
	for b.Loop() {
		_, _ = FormatInt(1234567, 32, "#,##0.00", EnUS)
	}
}

func BenchmarkDoubleText(b *testing.B) {
	for b.Loop() {
		_ = DoubleText(1234.5678)
	}
}
