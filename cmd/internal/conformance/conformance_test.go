package conformance

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/cmd/internal/cli"
)

const (
	testdata = "../../../testdata"
	actAs    = "EXOLAB_TEST_ACT_AS_PROGRAM"
)

// TestMain lets the test binary act as exolab itself, so that the cases run
// in a process of their own without building twice.
func TestMain(m *testing.M) {
	if os.Getenv(actAs) != "" {
		os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
	}
	code := m.Run()
	if err := writeTable(); err != nil {
		panic(err)
	}
	os.Exit(code)
}

// writeTable prints the table of passed cases, also into the file that
// CONFORMANCE_TABLE names: go test shows nothing of a package that
// passed.
func writeTable() error {
	tally.Print(os.Stdout)
	path := os.Getenv("CONFORMANCE_TABLE")
	if path == "" {
		return nil
	}
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	tally.Print(file)
	return file.Close()
}

var (
	tally   Tally
	tallyMu sync.Mutex
)

func program(t testing.TB) Program {
	self, err := os.Executable()
	require.NoError(t, err)
	return Program{Path: self, Env: []string{actAs + "=1", "EXOLAB_DATA=:memory:"}}
}

// TestCases runs the recorded cases and holds each failure against the list
// of known deviations; a listed case that passes must leave the list.
func TestCases(t *testing.T) {
	cases, err := ReadCases(filepath.Join(testdata, "conformance"))
	require.NoError(t, err)
	require.NotEmpty(t, cases)
	known, err := ReadDeviations(filepath.Join(testdata, "known-deviations.txt"))
	require.NoError(t, err)
	exolab := program(t)
	for _, c := range cases {
		t.Run(c.ID(), func(t *testing.T) {
			t.Parallel()
			got, err := exolab.RunCase(t.TempDir(), c)
			require.NoError(t, err)
			passed := Normalize(got.Output) == Normalize(c.Output) && got.Exit == c.Exit
			count(c.Area, c.Topic, passed)
			judge(t, known, c.ID(), passed, func() { compare(t, c, got) })
		})
	}
}

// judge fails the test on a difference that is not listed and on a listed
// difference that is gone.
func judge(t *testing.T, known Deviations, id string, passed bool, explain func()) {
	t.Helper()
	_, listed := known[id]
	if passed && listed {
		t.Errorf("%s passes now: take it off testdata/known-deviations.txt", id)
	}
	if !passed && !listed {
		explain()
	}
}

func compare(t *testing.T, c Case, got Result) {
	t.Helper()
	require.Equal(t, Normalize(c.Output), Normalize(got.Output), "script:\n%s", c.Script)
	require.Equal(t, c.Exit, got.Exit, "exit code")
}

func count(area, topic string, passed bool) {
	tallyMu.Lock()
	defer tallyMu.Unlock()
	tally.Add(area, topic, passed)
}

// TestTables answers the recorded expression tables by PowerShell's own
// script and compares line by line.
func TestTables(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(testdata, "tables", "*.tsv"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	known, err := ReadDeviations(filepath.Join(testdata, "known-table-deviations.txt"))
	require.NoError(t, err)
	exolab := program(t)
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".tsv")
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			expressions, want := readTable(t, file)
			got := answer(t, exolab, expressions)
			for i, e := range expressions {
				passed := got[i] == want[i]
				count("tables", name, passed)
				judge(t, known, name+" "+e, passed, func() { t.Errorf("%s\n  want %s\n  got  %s", e, want[i], got[i]) })
			}
		})
	}
}

func readTable(t *testing.T, file string) (expressions, answers []string) {
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	for _, line := range strings.Split(strings.TrimRight(string(text), "\n"), "\n") {
		e, a, _ := strings.Cut(line, "\t")
		expressions, answers = append(expressions, e), append(answers, a)
	}
	return expressions, answers
}

func answer(t *testing.T, exolab Program, expressions []string) []string {
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in.txt"), filepath.Join(dir, "out.txt")
	require.NoError(t, os.WriteFile(in, []byte(strings.Join(expressions, "\n")+"\n"), 0o666))
	script, err := filepath.Abs(filepath.Join(testdata, "tables", "answer.ps1"))
	require.NoError(t, err)
	r, err := exolab.Run(dir, nil, "pwsh", "-NoProfile", "-NonInteractive", "-File", script, in, out)
	require.NoError(t, err, r.Output)
	text, err := os.ReadFile(out)
	require.NoError(t, err, r.Output)
	lines := strings.Split(strings.TrimRight(string(text), "\n"), "\n")
	require.Len(t, lines, len(expressions), r.Output)
	return lines
}
