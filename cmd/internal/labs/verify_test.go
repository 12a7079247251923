package labs

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"exolab/store/lab"
)

// TestMain puts every test into UTC, as the lab commands do. It is done once and
// first: later, the timers of a store that is open read the zone. How fast the
// checks are is for lab verify to say: tests run beside others.
func TestMain(m *testing.M) {
	time.Local = time.UTC
	slowCheck = time.Hour
	os.Exit(m.Run())
}

// Every lab is proved: unsolved at the start, solved by its solution in four
// variants, and each wrong answer found by the test that it names.
func TestLabsAreRight(t *testing.T) {
	all, err := Catalogue("")
	require.NoError(t, err)
	require.NotEmpty(t, all)
	proofs := VerifyAll(all, all)
	var table bytes.Buffer
	require.NoError(t, proofs.Text(&table))
	t.Log("\n" + table.String())
	for _, p := range proofs.Labs {
		require.Empty(t, p.Problems, p.Lab)
	}
}

// What lab new writes is right as it is.
func TestNewLabIsRight(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "mine")
	first, err := Create(dir, "first")
	require.NoError(t, err)
	require.Equal(t, "01-first", filepath.Base(first))
	second, err := Create(dir, "second")
	require.NoError(t, err)
	require.Equal(t, "02-second", filepath.Base(second))
	_, err = Create(dir, "first")
	require.ErrorContains(t, err, "there is a lab first already")
	_, err = Create(dir, "No Name")
	require.ErrorContains(t, err, "is no name for a lab")
	labs, err := lab.All(os.DirFS(dir), dir)
	require.NoError(t, err)
	require.False(t, VerifyAll(labs, nil).Failed())
}

// change writes a new lab with one of its files changed and verifies it.
func change(t *testing.T, file string, edit func(string) string) *Proof {
	dir, err := Create(t.TempDir(), "broken")
	require.NoError(t, err)
	path := filepath.Join(dir, file)
	raw, err := os.ReadFile(path)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(path, []byte(edit(string(raw))), 0o600))
	l, err := lab.Folder(os.DirFS(dir), ".", dir)
	require.NoError(t, err)
	return VerifyAll([]*lab.Lab{l}, nil).Labs[0]
}

// Verify finds each kind of mistake.
func TestVerifyFindsMistakes(t *testing.T) {
	limit := checkLimit
	proved := variants
	checkLimit, variants = time.Second/2, []int{1}
	t.Cleanup(func() { checkLimit, variants = limit, proved })
	always := func(text string) func(string) string { return func(string) string { return text } }
	replace := func(old, new string) func(string) string {
		return func(s string) string {
			require.Contains(t, s, old)
			return string(bytes.Replace([]byte(s), []byte(old), []byte(new), 1))
		}
	}
	for name, c := range map[string]struct {
		file string
		edit func(string) string
		want string
	}{
		"passed at the start":    {lab.Check, always("Describe 'Switch logging off' { It 'holds' { 1 | Should -Be 1 } }"), "task 1 is passed before anything was done"},
		"solution does not pass": {lab.Solution, always("# Task 1\nGet-Mailbox\n"), "the solution does not pass task 1: the mailbox Recruiting is not audited"},
		"solution by variant":    {lab.Solution, always("# Task 1\nSet-Mailbox Recruiting -AuditEnabled $false\n"), "variant 1: the solution does not pass task 1"},
		"no segments":            {lab.Solution, always("Set-Mailbox Recruiting\n"), `a comment "# Task N" must begin the part of each of the 1 task`},
		"not taught":             {lab.Solution, replace("# Task 1\n", "# Task 1\n$null = Get-Date\n"), "Get-Date is used but was not taught"},
		"wrong answer passes":    {"wrong/all-mailboxes.ps1", replace("Get-Mailbox | Set-Mailbox", "Set-Mailbox '{{mailbox}}'"), "wrong/all-mailboxes.ps1 fails [], not [no other mailbox was changed]"},
		"wrong answer, no mark":  {"wrong/all-mailboxes.ps1", replace("# Fails: ", "# "), `a comment "# Fails: NAME" must name the It`},
		"check throws":           {lab.Check, replace("It 'the mailbox is still there' {", "It 'the mailbox is still there' { throw 'oops'"), "RuntimeException: oops"},
		"check is endless":       {lab.Check, always("Describe 'Switch logging off' { It 'x' { while ($true) { } } }"), "the check took longer than 500ms and was stopped"},
		"set-up fails":           {lab.Setup, always("\nSet-Mailbox nobody -AuditEnabled $true"), "setup.ps1:2: Ex6F9304|Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException|The operation couldn't be performed because object 'nobody' couldn't be found"},
		"set-up is random":       {lab.Setup, always("Set-Mailbox Sales -CustomAttribute1 ([guid]::NewGuid())"), "the set-up is not deterministic"},
		"hint is the solution":   {lab.Text, replace(`"The parameter that switches logging is named AuditEnabled."`, `"Type Set-Mailbox '{{mailbox}}' -AuditEnabled $false"`), "a hint of task 1 gives the solution away"},
		"unknown placeholder":    {lab.Text, replace("Tell the story", "{{nobody}} tells the story"), "{{nobody}} is chosen nowhere"},
		"code does not parse":    {lab.Text, func(s string) string { return s + "\n```powershell\nGet-Mailbox |\n```\n" }, "a code block of task 1 is no PowerShell"},
		"short why":              {lab.Text, replace(" Say in a second sentence what the service does differently today.", ""), "why has fewer than two sentences"},
	} {
		t.Run(name, func(t *testing.T) {
			problems := change(t, c.file, c.edit).Problems
			found := false
			for _, p := range problems {
				found = found || bytes.Contains([]byte(p), []byte(c.want))
			}
			require.True(t, found, "%q in %q", c.want, problems)
		})
	}
}
