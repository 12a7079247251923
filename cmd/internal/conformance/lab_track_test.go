package conformance

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"exolab/cmd/internal/screen"
	"exolab/scripts"
	"exolab/store/lab"
)

// typedLine is what a learner types and what must then stand on the screen.
type typedLine struct{ keys, want string }

// basics is how a learner plays the first two labs: with two wrong tries and a
// hint. The other labs of the track are typed from their solutions.
var basics = map[string][]typedLine{
	"connect": {
		{"Connect-ExchangeOnline -UserPrincipalName admin@contoso.onmicrosoft.com -ShowBanner:$false", "Passed: task 1 of 3"},
		{"@(Get-Mailbox -RecipientTypeDetails UserMailbox).Count", "18"},
		{"lab answer count 18", "Your answer count is 18."},
		{"lab check", "missing: the number covers mailboxes of every kind"},
		{"lab hint", "Hint 1 of 3:"},
		{"lab answer count 25", "Passed: task 2 of 3"},
		{"lab answer people 18", "The lab is passed: 90 points"},
	},
	"enable-one": {
		{"Get-Mailbox -RecipientTypeDetails UserMailbox | Set-Mailbox -AuditEnabled $true", "1/2] PS>"},
		{"lab check", "missing: no other mailbox was changed"},
		{"lab reset", "The lab begins anew."},
		{"Set-Mailbox 'Pilar Pinilla' -AuditEnabled $true", "Passed: task 1 of 2"},
		{"Get-Mailbox -RecipientTypeDetails UserMailbox | Where-Object AuditEnabled | Select-Object Name", "Grady Archie"},
		{"lab answer audited Pilar Pinilla, Grady Archie", "The lab is passed: 100 points"},
	},
}

// TestLabTrack plays the whole track of basics on a pseudo-terminal, each lab
// as the next one that lab start offers.
func TestLabTrack(t *testing.T) {
	exolab := program(t)
	exolab.Env = append(exolab.Env, "EXOLAB_DATA="+t.TempDir(), "EXOLAB_LEARNER=ann")
	all, err := lab.All(scripts.Labs(), "labs")
	require.NoError(t, err)
	for _, l := range all {
		if l.Track == "basics" {
			playLab(t, exolab, l)
		}
	}
	list, err := exolab.Run(t.TempDir(), nil, "lab", "list", "--track", "basics")
	require.NoError(t, err)
	require.Contains(t, list.Output, "7 of 7 passed")
	require.Contains(t, list.Output, "Next: exolab lab start 08-first-search")
	for _, line := range strings.Split(list.Output, "\n") {
		require.LessOrEqual(t, len([]rune(line)), 100)
	}
}

func playLab(t *testing.T, exolab Program, l *lab.Lab) {
	lines := basics[l.ID]
	if lines == nil {
		lines = fromSolution(t, l)
	}
	term := startTerminal(t, exolab, t.TempDir(), []string{"lab", "start"})
	term.awaitText(t, "Lab "+l.Name()+": "+l.Variant(0).Fill(l.Title), 0)
	term.awaitText(t, "1/", 0)
	for _, line := range lines {
		from := term.row()
		_, err := term.device.WriteString(line.keys + "\r")
		require.NoError(t, err)
		term.awaitText(t, line.want, from)
		term.awaitText(t, "] PS>", from+1)
	}
	_, err := term.device.WriteString("lab quit\r")
	require.NoError(t, err)
	require.Equal(t, 0, term.exit(patience))
}

// fromSolution types a lab's solution, task by task.
func fromSolution(t *testing.T, l *lab.Lab) []typedLine {
	parts, err := l.Variant(0).Solutions()
	require.NoError(t, err)
	var lines []typedLine
	for i, part := range parts {
		typed := strings.Split(strings.TrimSpace(part), "\n")
		for k, keys := range typed {
			line := typedLine{keys, "PS>"}
			switch {
			case k < len(typed)-1:
			case i < len(parts)-1:
				line.want = "Passed: task"
			default:
				line.want = "The lab is passed: "
			}
			lines = append(lines, line)
		}
	}
	return lines
}

func (t *terminal) row() int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.screen.Cursor().Row
}

// awaitText waits until a text stands on the screen, at or below a row.
func (t *terminal) awaitText(test *testing.T, want string, row int) {
	deadline := time.After(patience)
	for {
		t.mu.Lock()
		got := t.screen.From(screen.Place{Row: row})
		t.mu.Unlock()
		if strings.Contains(strings.ReplaceAll(got, "\n", " "), want) || strings.Contains(got, want) {
			return
		}
		select {
		case <-t.changed:
		case <-t.ended:
			require.Fail(test, "the program ended", "waiting for %q, the screen shows\n%s", want, got)
		case <-deadline:
			require.Fail(test, "the text did not come", "waiting for %q, the screen shows\n%s", want, got)
		}
	}
}
