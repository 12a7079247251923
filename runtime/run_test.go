package runtime

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// recorder is a Host that keeps what scripts write, one line per object.
type recorder struct {
	lines []string
}

func (r *recorder) add(s string) error {
	r.lines = append(r.lines, s)
	return nil
}

func (r *recorder) Output(v value.Value) error {
	if v.IsNull() {
		return r.add("<null>")
	}
	return r.add(value.ToString(nil, v))
}
func (r *recorder) Flush() error                                      { return nil }
func (r *recorder) Text(text string, _ bool, _, _ int) error          { return r.add(text) }
func (r *recorder) Error(rec *errs.Record) error                      { return r.add("ERROR: " + rec.Message()) }
func (r *recorder) Warning(message string) error                      { return r.add("WARNING: " + message) }
func (r *recorder) Verbose(string) error                              { return nil }
func (r *recorder) Debug(string) error                                { return nil }
func (r *recorder) Information(string) error                          { return nil }
func (r *recorder) Progress(Progress) error                           { return nil }
func (r *recorder) ReadLine(string, bool) (string, error)             { return "", nil }
func (r *recorder) Choice(string, string, []Choice, int) (int, error) { return 0, nil }
func (r *recorder) Interactive() bool                                 { return false }
func (r *recorder) Width() int                                        { return 120 }

func run(t *testing.T, script string) string {
	t.Helper()
	host := &recorder{}
	s, err := NewSession(Options{Host: host, Directory: t.TempDir()})
	require.NoError(t, err)
	s.RunText(script)
	return strings.Join(host.lines, "|")
}

func TestStatements(t *testing.T) {
	for script, want := range map[string]string{
		`1; 'a'; $null; 1,2`:                                                                      "1|a|<null>|1|2",
		`$x = 5; $x += 2; $x; $x++; $x`:                                                           "7|8",
		`for ($i = 0; $i -lt 3; $i++) { $i }`:                                                     "0|1|2",
		`$i = 0; while ($true) { $i++; if ($i -eq 4) { break } }; $i`:                             "4",
		`foreach ($a in 1,2,3) { if ($a -eq 2) { continue }; "v$a" }`:                             "v1|v3",
		`:o foreach ($a in 1,2) { foreach ($b in 1,2) { if ($b -eq 2) { continue o }; "$a$b" } }`: "11|21",
		`$a, $b, $c = 1, 2, 3, 4; "$a $b $c"`:                                                     "1 2 3 4",
		`if (0) { 1 } elseif (1) { 2 } else { 3 }`:                                                "2",
		`switch (1, 2, 9) { 1 { 'one' } 2 { 'two' } default { 'many' } }`:                         "one|two|many",
		`try { throw 'x' } catch { "caught $($_.Exception.Message)" } finally { 'f' }`:            "caught x|f",
		`$h = @{ a = 1; b = 2 }; $h.a; $h['b']; $h.c = 3; $h.c`:                                   "1|2|3",
		`$o = [pscustomobject]@{ A = 1 }; $o.A; $o.A = 9; $o.A`:                                   "1|9",
		`@(1).Count; @().Length; (1, 2, 3)[-1]; (1, 2, 3)[0, 2]`:                                  "1|0|3|1|3",
		`$x = if ($true) { 'y' }; $x`:                                                             "y",
		`1 ? 'a' : 'b'; $null ?? 'z'; $n ??= 4; $n`:                                               "a|z|4",
		`do { $k++ } until ($k -ge 3); $k`:                                                        "3",
	} {
		require.Equal(t, want, run(t, script), script)
	}
}

func benchmark(b *testing.B, script string) {
	for range b.N {
		s, err := NewSession(Options{Host: &recorder{}, Directory: "/"})
		require.NoError(b, err)
		s.RunText(script)
	}
}

func BenchmarkCalls(b *testing.B) {
	benchmark(b, `function Add-Two([int]$a, [int]$b) { $a + $b }
$t = 0
for ($i = 0; $i -lt 200000; $i++) { $t = Add-Two -a $t -b 1 }`)
}

func BenchmarkFib(b *testing.B) {
	benchmark(b, `function Fib($n) { if ($n -lt 2) { return $n }; (Fib ($n - 1)) + (Fib ($n - 2)) }
Fib 22`)
}

func BenchmarkLoop(b *testing.B) {
	for range b.N {
		s, err := NewSession(Options{Host: &recorder{}, Directory: "/"})
		require.NoError(b, err)
		s.RunText(`$sum = 0
for ($i = 0; $i -lt 1000000; $i++) { if ($i % 3 -eq 0) { $sum += $i } }
$sum`)
	}
}
