// The race detector keeps several bytes beside each of the program, which are no
// part of what the limit promises.

//go:build !race

package main

import (
	"bytes"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

// actAs makes the test's own binary the program, with its memory managed.
const actAs = "ACT_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(actAs) != "" {
		main()
	}
	os.Exit(m.Run())
}

const (
	testedLimit = "128MB"
	// mostPeak is what a process may take in fact, in kilobytes: a quarter more
	// than the limit, and 20 MB for the pages of the program itself.
	mostPeak = (128 + 128/4 + 20) << 10
)

// runLimited runs a script with little memory and returns what it said, its
// exit code and its peak in kilobytes.
func runLimited(t *testing.T, limit, script string) (said string, exit int, peak int64) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "pwsh", "-NoProfile", "-Command", script)
	cmd.Dir = t.TempDir()
	cmd.Env = append(os.Environ(), actAs+"=1", "EXOLAB_DATA=:memory:", "EXOLAB_EXCHANGE=0", "NO_COLOR=1", limitVariable+"="+limit)
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	_ = cmd.Run()
	return out.String(), cmd.ProcessState.ExitCode(), cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss
}

// greedy are scripts that would take all memory there is.
var greedy = map[string]string{
	"text added to":             `$s = 'x'; while ($true) { $s += $s }`,
	"text in text":              `$s = 'x'; while ($true) { $s = "$s$s" }`,
	"small texts":               `$x = while ($true) { 'a' * 1000 + 'b' }`,
	"text by format":            `$s = 'x' * 1MB; while ($true) { $s = '{0}{0}' -f $s }`,
	"text by -join":             `(1..3000000) -join ('x' * 100)`,
	"text by -replace":          `('a' * 10MB) -replace 'a', ('b' * 1000)`,
	"text by Regex.Replace":     `[regex]::Replace(('a' * 1MB + 'ä'), '(a)', ('$1' * 1000))`,
	"matches":                   `[regex]::Matches('a' * 20MB, 'a').Count`,
	"StringBuilder":             `$b = [Text.StringBuilder]::new(); while ($true) { [void]$b.Append('0123456789' * 1000) }`,
	"array added to":            `$a = @(); $b = 1..10000; while ($true) { $a += $b }`,
	"array made":                `[byte[]]::new(99000000).Length`,
	"characters":                `('a' * 50MB).ToCharArray().Count`,
	"bytes":                     `[Text.Encoding]::UTF8.GetBytes('a' * 50MB).Length`,
	"split":                     `('a,' * 30MB) -split ','`,
	"List":                      `$l = [Collections.Generic.List[object]]::new(); while ($true) { $l.Add('abc') }`,
	"Queue":                     `$l = [Collections.Queue]::new(); while ($true) { $l.Enqueue('abc') }`,
	"hashtable":                 `$h = @{}; $i = 0; while ($true) { $h[$i++] = 'v' }`,
	"objects of a pipeline":     `$x = 1..4000000 | ForEach-Object { [pscustomobject]@{ A = $_ } }`,
	"objects of a class":        `class P { [string]$N; [int]$I }; $r = while ($true) { [P]::new() }`,
	"Sort-Object":               `1..4000000 | Sort-Object { -$_ }`,
	"Group-Object":              `1..4000000 | Group-Object { $_ % 100000 }`,
	"Tee-Object":                `1..5000000 | ForEach-Object { "$_" } | Tee-Object -Variable x | Out-Null`,
	"recursion":                 `function f($n) { $x = 'a' * 100000 + $n; f ($n + 1) }; f 0`,
	"ConvertFrom-Json":          `('[' + ('{"a":1,"b":"t"},' * 1000000) + '1]' | ConvertFrom-Json).Count`,
	"XML":                       `[xml]('<a>' + ('<b c="d">e</b>' * 1000000) + '</a>')`,
	"a file without end":        `Get-Content -Raw /dev/zero`,
	"a file without end, bytes": `[IO.File]::ReadAllBytes('/dev/zero')`,
}

// Scripts that take too much end with an error, close to the limit.
func TestMemoryLimitHolds(t *testing.T) {
	for name, script := range greedy {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			said, exit, peak := runLimited(t, testedLimit, script)
			require.Contains(t, said, "The script holds more than 128 MB, the limit of this process; EXOLAB_MEMORY_LIMIT sets another.")
			require.Equal(t, exitFailure, exit)
			require.Equal(t, 1, strings.Count(said, "The script holds"), "said once:\n%s", said)
			require.Less(t, peak, int64(mostPeak))
		})
	}
}

// The error is .NET's, to be caught like any other, and what was let go of can
// be used again.
func TestMemoryLimitIsCaught(t *testing.T) {
	for script, want := range map[string]string{
		`try { $s = 'x'; while ($true) { $s += $s } } catch [OutOfMemoryException] { $s = $null; "caught $($_.Exception.GetType().Name)" } finally { 'finally' }; 'on'`: "caught OutOfMemoryException\nfinally\non\n",
		`trap { $l = $null; "trapped $($_.FullyQualifiedErrorId)"; continue }; $l = while ($true) { 'x' * 1000 + 'y' }; 'on'`:                                           "trapped System.OutOfMemoryException\non\n",
		`foreach ($i in 1..3) { try { $l = [Collections.ArrayList]::new(); while ($true) { [void]$l.Add('x' * 10000) } } catch { $l = $null; $i } }`:                    "1\n2\n3\n",
		`try { 1..3 | Select-Object @{ n = 'a'; e = { 'x' * 120MB } } } catch { $_.FullyQualifiedErrorId }`:                                                             "System.OutOfMemoryException\n",
	} {
		said, exit, peak := runLimited(t, testedLimit, script)
		require.Equal(t, want, said)
		require.Zero(t, exit)
		require.Less(t, peak, int64(mostPeak))
	}
}

// A loop that catches the error and goes on is ended in the end.
func TestMemoryLimitCannotBeIgnored(t *testing.T) {
	said, exit, peak := runLimited(t, testedLimit, `$h = @{}; while ($true) { try { while ($true) { $h[$h.Count] = 'x' * 2000 + 'y' } } catch { } }`)
	require.Contains(t, said, "the limit of this process, in one step, and was ended")
	require.Equal(t, exitFailure, exit)
	require.Less(t, peak, int64(mostPeak+mostPeak/4))
}

// Up to the limit nothing is refused: garbage does not count.
func TestMemoryBelowTheLimit(t *testing.T) {
	said, exit, _ := runLimited(t, testedLimit, `foreach ($i in 1..40) { $s = 'x' * 40MB }; $l = 1..2000000; $l.Count + $s.Length`)
	require.Zero(t, exit, said)
	require.Equal(t, "43943040\n", said)
}

func TestMemoryLimitVariable(t *testing.T) {
	for text, want := range map[string]uint64{"0": 0, "800MB": 800 << 20, " 2 gb": 2 << 30, "70000KB": 70000 << 10, "100000000": 100_000_000} {
		t.Setenv(limitVariable, text)
		n, err := memoryLimit()
		require.NoError(t, err)
		require.Equal(t, want, n)
	}
	for _, text := range []string{"much", "-1", "10MB", "1.5GB"} {
		said, exit, _ := runLimited(t, text, "1")
		require.Equal(t, "exolab: EXOLAB_MEMORY_LIMIT is '"+text+"'; it is a size of at least 64 MB, such as 800MB or 2GB, or 0 for no limit.\n", said)
		require.Equal(t, exitFailure, exit)
	}
	t.Setenv(limitVariable, "")
	n, err := memoryLimit()
	require.NoError(t, err)
	require.Positive(t, n)
}
