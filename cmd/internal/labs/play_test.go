package labs

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"exolab/cmd/internal/shell"
	"exolab/store/lab"
)

// opened opens a lab of the program's own for a learner with that folder.
func opened(t *testing.T, dir, id string) *Play {
	home := &Home{Dir: dir, Learner: "ann"}
	all, err := Catalogue("")
	require.NoError(t, err)
	home.Know(all)
	return openedIn(t, home, lab.Find(all, id).Variant(0))
}

func openedIn(t *testing.T, home *Home, v *lab.Variant) *Play {
	p, _, err := home.Open(v, Options{NoColour: true, Streams: shell.Streams{In: strings.NewReader(""), Out: &bytes.Buffer{}, Err: &bytes.Buffer{}}})
	require.NoError(t, err)
	t.Cleanup(func() {
		_ = p.Close()
		home.Close()
	})
	return p
}

// A lab that a crash interrupted goes on where it was: nothing that was
// entered is lost.
func TestInterruptedLab(t *testing.T) {
	dir := t.TempDir()
	first := opened(t, dir, "enable-one")
	require.Contains(t, first.Enter("Set-Mailbox 'Pilar Pinilla' -AuditEnabled $true"), "Passed: task 1 of 2")
	_, _, err := first.Command([]string{"answer", "audited", "Don Hall"})
	require.NoError(t, err)
	first.Enter("Get-Mailbox sales")

	again := opened(t, dir, "enable-one") // without Close: as after a kill
	require.Equal(t, 1, again.OpenTask())
	answer, ok := again.Answer("audited")
	require.True(t, ok)
	require.Equal(t, "Don Hall", answer)
	history := again.History()
	require.Equal(t, "Set-Mailbox", history[0].Command)
	require.Equal(t, map[string][]string{"Identity": {"Pilar Pinilla"}, "AuditEnabled": {"True"}}, history[0].Parameters)
	changes, err := again.Diff()
	require.NoError(t, err)
	require.Len(t, changes, 1)
	require.Equal(t, []string{"AuditEnabled"}, changes[0].Properties)
}

// The history is parsed and bound: aliases, splatting and positions count.
func TestHistoryIsBound(t *testing.T) {
	p := opened(t, "", "enable-one")
	p.Enter("$p = @{ Identity = 'sales'; LogonTypes = 'Owner', 'Admin' }")
	p.Enter("Search-MailboxAuditLog @p -ShowDetails | select -First 1")
	p.Enter("Set-Mailbox nobody -AuditEnabled $true")
	var commands []string
	for _, call := range p.History() {
		commands = append(commands, fmt.Sprint(call.Command, call.Failed))
	}
	require.ElementsMatch(t, []string{"Search-MailboxAuditLogfalse", "Select-Objectfalse", "Set-Mailboxtrue"}, commands)
	require.Equal(t, []string{"Owner", "Admin"}, p.History()[0].Parameters["LogonTypes"])
}

// A lab that another process has open is refused with a sentence.
func TestTwoTerminals(t *testing.T) {
	dir := t.TempDir()
	all, err := Catalogue("")
	require.NoError(t, err)
	lock := filepath.Join(dir, "open", "connect", lockFile)
	require.NoError(t, os.MkdirAll(filepath.Dir(lock), 0o700))
	require.NoError(t, os.WriteFile(lock, []byte(fmt.Sprintln(os.Getppid())), 0o600))
	home := &Home{Dir: dir}
	_, _, err = home.Open(all[0].Variant(0), Options{})
	require.EqualError(t, err, fmt.Sprintf("the lab 01-connect is open in another terminal (process %d); leave it there with \"lab quit\" first", os.Getppid()))
	require.NoError(t, os.WriteFile(lock, []byte("999999999\n"), 0o600)) // a process that has ended
	openedIn(t, home, all[0].Variant(0))
}

// made writes a new lab with other scripts and opens it.
func made(t *testing.T, files map[string]string) *Play {
	dir, err := Create(t.TempDir(), "made")
	require.NoError(t, err)
	for name, text := range files {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
	l, err := lab.Folder(os.DirFS(dir), ".", dir)
	require.NoError(t, err)
	return openedIn(t, &Home{}, l.Variant(0))
}

// A check that throws, or never ends, says that it is the lab's mistake, and
// the learner goes on; what it writes is not kept.
func TestChecksThatFail(t *testing.T) {
	p := made(t, map[string]string{lab.Check: "Describe 'Switch logging off' { It 'x' { throw 'oops' } }"})
	require.Empty(t, p.Enter("Get-Mailbox sales"))
	text, _, err := p.Command([]string{"check"})
	require.NoError(t, err)
	require.Contains(t, text, "that is a mistake of the lab, not yours")
	require.NotContains(t, text, "goroutine")

	limit := checkLimit
	checkLimit = 200 * time.Millisecond
	defer func() { checkLimit = limit }()
	p = made(t, map[string]string{lab.Check: "Describe 'Switch logging off' { It 'x' { while ($true) { } } }"})
	text, _, err = p.Command([]string{"check"})
	require.NoError(t, err)
	require.Contains(t, strings.ReplaceAll(text, "\n", " "), "took longer than 200ms and was stopped")
	checkLimit = limit

	p = made(t, map[string]string{lab.Check: "Describe 'Switch logging off' { It 'x' { Set-Mailbox sales -AuditEnabled $false; (Get-Mailbox sales).AuditEnabled | Should -BeTrue } }"})
	text, _, err = p.Command([]string{"check"})
	require.NoError(t, err)
	require.Contains(t, text, "missing: x")
	changes, err := p.Diff()
	require.NoError(t, err)
	require.Empty(t, changes)
}

// A set-up that never ends is stopped and named.
func TestEndlessSetup(t *testing.T) {
	limit := setupLimit
	setupLimit = 200 * time.Millisecond
	defer func() { setupLimit = limit }()
	proof := change(t, lab.Setup, func(string) string { return "while ($true) { }" })
	require.Contains(t, strings.Join(proof.Problems, "\n"), "setup.ps1: the set-up took longer than 200ms and was stopped")
}

// Feedback says what is wrong, never what would be right.
func TestFeedbackGivesNothingAway(t *testing.T) {
	all, err := Catalogue("")
	require.NoError(t, err)
	for _, id := range []string{"connect", "missing-mail", "sendas-fraud"} {
		p := opened(t, "", id)
		v := lab.Find(all, id).Variant(0)
		for i := range v.Tasks {
			r, err := p.Check(i)
			require.NoError(t, err)
			for _, name := range []string{"culprit", "fraudster", "ip", "folder"} {
				if secret := v.Values[name]; secret != "" {
					require.NotContains(t, r.Text(), secret, "%s, task %d", id, i+1)
				}
			}
		}
	}
}

// Hints come one after another and are counted; giving up costs the points.
func TestHintsAndGivingUp(t *testing.T) {
	p := opened(t, t.TempDir(), "enable-one")
	say := func(words ...string) string {
		text, _, err := p.Command(words)
		require.NoError(t, err)
		return text
	}
	for i := 1; i <= lab.HintCount; i++ {
		require.Contains(t, say("hint"), fmt.Sprintf("Hint %d of 3:", i))
	}
	require.Contains(t, say("hint"), "There are no more hints for this task")
	_, _, err := p.Command([]string{"solution"})
	require.ErrorContains(t, err, "the solution is shown after a pass")
	require.Contains(t, say("solution", "--give-up"), "Set-Mailbox -Identity 'Pilar Pinilla'")
	require.NoError(t, p.enterAll(p.variant.Script(lab.Solution)))
	require.True(t, p.done())
	events, _, err := p.home.Log().Read()
	require.NoError(t, err)
	standing := lab.Standings(p.home.labs, events, "ann")[1]
	require.Equal(t, lab.Shown, standing.State)
	require.Zero(t, standing.Points())
	require.Contains(t, say("status"), "(3 of 3 hints)")
}

// Screens are plain text of at most 80 columns.
func TestScreensAreNarrow(t *testing.T) {
	all, err := Catalogue("")
	require.NoError(t, err)
	home := &Home{}
	home.Know(all)
	var list bytes.Buffer
	screen, err := home.List("")
	require.NoError(t, err)
	require.NoError(t, screen.Text(&list))
	text := list.String() + wordHelp + "\n"
	for _, l := range all {
		p := openedIn(t, &Home{}, l.Variant(0))
		text += "\n" + p.Welcome(false) + "\n" + p.Welcome(true)
		for i := range l.Tasks {
			text += "\n" + p.taskText(i)
			for range lab.HintCount {
				text += "\n" + p.hintText()
			}
			p.state.Task = min(i+1, len(l.Tasks)-1)
		}
	}
	for _, line := range strings.Split(text, "\n") {
		require.LessOrEqual(t, len([]rune(line)), width, line)
		require.NotContains(t, line, "\x1b")
	}
}

// A script that cannot be parsed is not run under watch; each other run begins
// where watching began.
func TestWatchedScripts(t *testing.T) {
	p := opened(t, t.TempDir(), "enable-one")
	start, err := p.org.backup()
	require.NoError(t, err)
	file := filepath.Join(t.TempDir(), "try.ps1")
	run := func(text string) string {
		require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
		var out bytes.Buffer
		require.NoError(t, p.runWatched(file, start, &out))
		return out.String()
	}
	require.Contains(t, run("Get-Mailbox | Set-Mailbox (\n"), "The script has a syntax error and was not run:")
	require.Contains(t, run("Get-Mailbox | Set-Mailbox -AuditEnabled $true"), "missing: no other mailbox was changed")
	require.Contains(t, run("Set-Mailbox 'Pilar Pinilla' -AuditEnabled $true"), "Passed: task 1 of 2")
}
