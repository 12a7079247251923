package netfmt

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// dateLiteral reads the dates of the recorded expressions.
func dateLiteral(t *testing.T, literal string) (DateTime, bool) {
	t.Helper()
	if literal == "[datetime]::MinValue" {
		return DateTime{}, true
	}
	for kind, name := range map[DateKind]string{UTC: "Utc", Local: "Local"} {
		if inner, ok := between(literal, "[datetime]::SpecifyKind([datetime]'", "','"+name+"')"); ok {
			d, err := ParseDateTime(inner, EnUS, 0)
			require.NoError(t, err)
			d.Kind = kind
			return d, true
		}
	}
	inner, ok := between(literal, "[datetime]'", "'")
	if !ok || strings.Contains(inner, "'") {
		return DateTime{}, false
	}
	d, err := ParseDateTime(inner, EnUS, 0)
	require.NoError(t, err)
	return d, true
}

func TestRecordedDateFormats(t *testing.T) {
	checked := 0
	for _, r := range table(t, "format-date.tsv") {
		literal, spec, ok := strings.Cut(r.expression, ").ToString('")
		if !ok {
			continue
		}
		d, ok := dateLiteral(t, literal[1:])
		if !ok {
			continue
		}
		checked++
		got, err := FormatDateTime(d, unquote(strings.TrimSuffix(spec, "')")), EnUS)
		if want, isText := answerText(r.answer); isText {
			require.NoError(t, err, r.expression)
			require.Equal(t, want, got, r.expression)
			continue
		}
		require.Error(t, err, r.expression)
		require.Contains(t, r.answer, err.Error(), r.expression)
	}
	require.Greater(t, checked, 100)
}

func TestRecordedDateParsing(t *testing.T) {
	for _, r := range table(t, "parse-date.tsv") {
		var text string
		var ok bool
		for _, form := range [][2]string{{"[datetime]'", "'"}, {"[datetime]::Parse('", "')"}, {"Get-Date '", "'"}, {"'", "' -as [datetime]"}} {
			if text, ok = between(r.expression, form[0], form[1]); ok {
				break
			}
		}
		if !ok {
			continue
		}
		d, err := ParseDateTime(text, EnUS, 0)
		if r.answer == "null" {
			require.Error(t, err, r.expression)
			continue
		}
		if want, isDate := strings.CutPrefix(r.answer, "DateTime "); isDate {
			require.NoError(t, err, r.expression)
			shown, _ := FormatDateTime(d, "yyyy-MM-ddTHH:mm:ss.fffffff", Invariant)
			require.Equal(t, want, fmt.Sprint(shown, " ", []string{"Unspecified", "Utc", "Local"}[d.Kind]), r.expression)
			continue
		}
		require.Error(t, err, r.expression)
		require.Contains(t, r.answer, err.Error(), r.expression)
	}
}

func BenchmarkFormatDateTime(b *testing.B) {
	d, _ := NewDateTime(2024, 3, 5, 14, 7, 9)
	for b.Loop() {
		_, _ = FormatDateTime(d, "", EnUS)
	}
}
