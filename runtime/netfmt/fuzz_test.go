package netfmt

import (
	"regexp"
	"testing"
	"unicode/utf8"
)

// longPrecision are specifiers that ask for more digits than a test should
// wait for; .NET takes them too.
var longPrecision = regexp.MustCompile(`[0-9]{4}`)

// The fuzz targets hold for any input: no panic, no endless loop, and text
// that can be read back gives the same value.

func FuzzFormatNumber(f *testing.F) {
	for _, spec := range []string{"", "N2", "0.00;(0.00);-", "E3", "X8", "#,##0.##", "P1", "R", "'a'0\\b", "G17"} {
		f.Add(1234.5, int64(-42), spec)
	}
	f.Fuzz(func(t *testing.T, d float64, n int64, spec string) {
		if longPrecision.MatchString(spec) {
			return
		}
		for _, c := range []*Culture{Invariant, EnUS} {
			_, _ = FormatDouble(d, spec, c)
			_, _ = FormatInt(n, 64, spec, c)
			_, _ = FormatSingle(float32(d), spec, c)
		}
		text, err := FormatDouble(d, "R", Invariant)
		if err != nil || d != d {
			return
		}
		back, err := ParseDouble(text, StyleFloat, Invariant)
		if err != nil || back != d {
			t.Fatalf("%v became %q and then %v (%v)", d, text, back, err)
		}
	})
}

func FuzzFormatDate(f *testing.F) {
	for _, spec := range []string{"", "o", "yyyy-MM-dd", "dddd, d MMMM", "%M", "HH:mm:ss.FFFFFFFK", "r", "\\h'x'", "c", "hh\\:mm"} {
		f.Add(int64(638452336290000000), spec)
	}
	f.Fuzz(func(t *testing.T, ticks int64, spec string) {
		if ticks < 0 || ticks > 3155378975999999999 {
			return
		}
		d := DateTime{Ticks: ticks}
		_, _ = FormatDateTime(d, spec, EnUS)
		_, _ = FormatTimeSpan(ticks, spec, EnUS)
		_, _ = FormatUnixStyle(d, spec, EnUS)
		text, err := FormatDateTime(d, "o", Invariant)
		if err != nil {
			t.Fatal(err)
		}
		back, err := ParseDateTime(text, Invariant, RoundtripKind)
		if err != nil || back != d {
			t.Fatalf("%d became %q and then %v (%v)", ticks, text, back, err)
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, text := range []string{"3/5/2024 2:07 PM", "1,234.5", "1.02:03:04", "{0,5:N2} {1}", "a*[b-z]?`*", "2024-03-05T14:07:09Z", "0x1F", "Tue, 05 Mar 2024 14:07:09 GMT", "1.2.3"} {
		f.Add(text)
	}
	f.Fuzz(func(_ *testing.T, text string) {
		_, _ = ParseDateTime(text, EnUS, 0)
		_, _ = ParseDateTimeExact(text, []string{"yyyy-MM-dd", "g"}, EnUS, 0)
		_, _ = ParseTimeSpan(text, EnUS)
		_, _ = ParseDouble(text, StyleFloat, EnUS)
		_, _ = ParseDecimal(text, StyleNumber, EnUS)
		_, _ = ParseInt(text, 32, StyleInteger, EnUS)
		_, _ = ParseGuid(text)
		_, _ = ParseVersion(text)
		_, _ = FillComposite(text, 2, func(to []byte, _ int, _ string) ([]byte, error) { return append(to, 'x'), nil })
		if w, err := CompileWildcard(text, true); err == nil {
			w.Match(text)
		}
		if utf8.ValidString(text) {
			_ = UTF16Substring(text, 0, UTF16Len(text))
		}
	})
}

// FuzzTimeSpan writes any span and reads it back, in the constant form and in a
// custom one that leaves nothing out.
func FuzzTimeSpan(f *testing.F) {
	for _, spec := range []string{"hh\\:mm", "%d", "s\\.fff", "'T'h", "c", "\\"} {
		f.Add(int64(863999999999), spec, "1.02:03:04.5")
	}
	f.Fuzz(func(t *testing.T, ticks int64, spec, text string) {
		_, _ = ParseTimeSpan(text, EnUS)
		_, _ = ParseTimeSpanExact(text, spec, EnUS, true)
		for _, form := range []string{"c", `dddddddd\.hh\:mm\:ss\.fffffff`} {
			text, err := FormatTimeSpan(ticks, form, Invariant)
			if err != nil {
				t.Fatal(err)
			}
			back, err := ParseTimeSpanExact(text, form, Invariant, form != "c" && ticks < 0)
			if err != nil || back != ticks {
				t.Fatalf("%d became %q by %s and then %v (%v)", ticks, text, form, back, err)
			}
		}
	})
}

// FuzzComposite hands every placeholder's number and specifier on as written.
func FuzzComposite(f *testing.F) {
	for _, format := range []string{"{0}", "{0,-5:N2}|{1}", "{{{0:x}}}", "{0:}}", "{", "{9}", "{0,99999999}", "{0:'}'}"} {
		f.Add(format)
	}
	f.Fuzz(func(t *testing.T, format string) {
		if longPrecision.MatchString(format) {
			return
		}
		_, _ = FillComposite(format, 2, func(to []byte, i int, spec string) ([]byte, error) {
			if i < 0 || i > 1 {
				t.Fatalf("argument %d of 2 in %q", i, format)
			}
			return append(to, spec...), nil
		})
	})
}
