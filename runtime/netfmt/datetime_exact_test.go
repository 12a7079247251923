package netfmt

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestRecordedExactDates(t *testing.T) {
	for _, r := range table(t, "parse-date.tsv") {
		arguments, ok := between(r.expression, "[datetime]::ParseExact('", "',$null)")
		if !ok {
			continue
		}
		text, format, _ := strings.Cut(arguments, "','")
		d, err := ParseDateTimeExact(text, []string{format}, EnUS, 0)
		if want, isDate := strings.CutPrefix(r.answer, "DateTime "); isDate {
			require.NoError(t, err, r.expression)
			shown, _ := FormatDateTime(d, "yyyy-MM-ddTHH:mm:ss.fffffff", Invariant)
			require.Equal(t, want, shown+" Unspecified", r.expression)
			continue
		}
		require.Error(t, err, r.expression)
		require.Contains(t, r.answer, err.Error(), r.expression)
	}
}

func TestRoundTripOfExactDates(t *testing.T) {
	d := DateTime{638452156290000001, UTC}
	for _, format := range []string{"o", "yyyy-MM-ddTHH:mm:ss.fffffffK"} {
		text, err := FormatDateTime(d, format, EnUS)
		require.NoError(t, err)
		back, err := ParseDateTimeExact(text, []string{format}, EnUS, RoundtripKind)
		require.NoError(t, err)
		require.Equal(t, d, back)
	}
}
