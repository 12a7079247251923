package conformance

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
	"github.com/stretchr/testify/require"

	"exolab/cmd/internal/screen"
)

// promptStep is what is typed at exolab's prompt, and what stands on the
// screen then from the row of the cursor on.
type promptStep struct{ keys, want string }

// typeSteps plays steps; PS> in them stands for the prompt.
func typeSteps(t *testing.T, term *terminal, prompt string, steps []promptStep) {
	for _, step := range steps {
		term.mu.Lock()
		from := screen.Place{Row: term.screen.Cursor().Row}
		term.mu.Unlock()
		_, err := term.device.WriteString(step.keys)
		require.NoError(t, err)
		want := strings.ReplaceAll(step.want, "PS>", prompt)
		got, ok := term.await(patience, func(s *screen.Screen) string { return s.From(from) }, want, false)
		require.True(t, ok, "%q\nwant %q\ngot  %q", step.keys, want, got)
	}
}

// TestPrompt uses exolab's own prompt on a pseudo-terminal: completion,
// history, pasted text, questions, other prompts.
func TestPrompt(t *testing.T) {
	tests := []struct {
		name  string
		steps []promptStep
	}{
		{"completion", []promptStep{
			{"Write-Outp\t 2\r", "PS> Write-Output 2\n2\nPS> "},
			{"Format-L\t\x1b[Z\x03", "PS> Format-List^C\nPS> "},
			{"Format-\t\t\x1b[Z\x03", "PS> Format-Custom^C\nPS> "},
			{"Format-\x00", "Format-Custom  Format-Hex     Format-List    Format-Table   Format-Wide\nPS> Format-"},
			{"\t\x03", "PS> Format-Custom^C\nPS> "},
			{"$VerboseP\x00\x03", "PS> $VerbosePreference^C\nPS> "},
		}},
		{"history", []promptStep{
			{"'one'\r", "PS> 'one'\none\nPS> "},
			{"Write-Output 2\r", "PS> Write-Output 2\n2\nPS> "},
			{"\x1b[A\r", "PS> Write-Output 2\n2\nPS> "},
			{"'\x1b[A\r", "PS> 'one'\none\nPS> "},
			{"\x12Output\r", "PS> Write-Output 2\n2\nPS> "},
			{"Get-History -Count 1 | % CommandLine\r", "PS> Get-History -Count 1 | % CommandLine\nWrite-Output 2\nPS> "},
		}},
		{"pasted text", []promptStep{
			{"\x1b[200~if ($true) {\n  'pasted'\n}\x1b[201~\r", "PS> if ($true) {⏎  'pasted'⏎}\npasted\nPS> "},
			{"\x1b[200~" + strings.Repeat("$null\n", 11) + "'run'\x1b[201~\r", "PS> " + strings.Repeat("$null⏎", 11) + "'run'\n" +
				"Run the 12 lines that were pasted? [Y] Yes  [N] No (default is \"Y\"): "},
			{"n\r", "Run the 12 lines that were pasted? [Y] Yes  [N] No (default is \"Y\"): n\nPS> "},
			{"\x1b[200~" + strings.Repeat("$null\n", 11) + "'run'\x1b[201~\r\r", "PS> " + strings.Repeat("$null⏎", 11) + "'run'\n" +
				"Run the 12 lines that were pasted? [Y] Yes  [N] No (default is \"Y\"):\nrun\nPS> "},
		}},
		{"keys of PSReadLine", []promptStep{
			{"'one' + 'two'\r", "PS> 'one' + 'two'\nonetwo\nPS> "},
			{"Write-Output \x1b.\r", "PS> Write-Output 'two'\ntwo\nPS> "},
			{"'b'\x1b[1;5D\x1b[1;5D'a' + \r", "PS> 'a' + 'b'\nab\nPS> "},
			{"'a'\x1b\r'b'\r", "PS> 'a'⏎'b'\na\nb\nPS> "},
			{"'x'\x16\x18\x1c\r", "PS> 'x'\nx\nPS> "},
		}},
		{"questions of the host", []promptStep{
			{"$Host.UI.RawUI.ReadKey('NoEcho').VirtualKeyCode\r", "PS> $Host.UI.RawUI.ReadKey('NoEcho').VirtualKeyCode\n"},
			{"x", "\n88\nPS> "},
			{"\"key $([Console]::ReadKey($true).Key)\"\r", "PS> \"key $([Console]::ReadKey($true).Key)\"\n"},
			{"b", "\nkey B\nPS> "},
			{"$c = $Host.UI.PromptForCredential('Title', 'Text', '', 'D')\r", "PS> $c = $Host.UI.PromptForCredential('Title', 'Text', '', 'D')\n\nTitle\nText\nUser: "},
			{"\rlee\r", "User:\nUser: lee\nPassword for user lee: "},
			{"pw\r$c.UserName\r", "Password for user lee: **\n\nPS> $c.UserName\nD\\lee\nPS> "},
		}},
		{"a prompt of two lines", []promptStep{
			{"function prompt { \"top`nlow> \" }\r", "PS> function prompt { \"top`nlow> \" }\ntop\nlow> "},
			{"'abc'\r", "low> 'abc'\nabc\ntop\nlow> "},
		}},
		{"several lines", []promptStep{
			{"if ($true) {\r", "PS> if ($true) {\n>> "},
			{"'in'\r", ">> 'in'\n>> "},
			{"}\r", ">> }\nin\nPS> "},
			{"@'\r", "PS> @'\n>> "},
			{"one\r\rtwo\r", ">> one\n>>\n>> two\n>> "},
			{"'@\r", ">> '@\none\n\ntwo\nPS> "},
			{"(1,\r", "PS> (1,\n>> "},
			{"\x03", ">> ^C\nPS> "},
			{"half\x03", "PS> half^C\nPS> "},
		}},
		{"questions", []promptStep{
			{"$n = Read-Host Name\r", "PS> $n = Read-Host Name\nName: "},
			{"Zoë 日本\r", "Name: Zoë 日本\nPS> "},
			{"$n\r", "PS> $n\nZoë 日本\nPS> "},
			{"$m = Read-Host Secret -MaskInput\r", "PS> $m = Read-Host Secret -MaskInput\nSecret: "},
			{"abX\x7fc\r", "Secret: ***\nPS> "},
			{"$m\r", "PS> $m\nabc\nPS> "},
		}},
		{"prompts of one's own", []promptStep{
			{"function prompt { 'here> ' }\r", "PS> function prompt { 'here> ' }\nhere> "},
			{"1\r", "here> 1\n1\nhere> "},
		}},
		{"progress leaves no trace", []promptStep{
			{"1..3 | % { Write-Progress Working -PercentComplete ($_ * 30) }; 'done'\r", "PS> 1..3 | % { Write-Progress Working -PercentComplete ($_ * 30) }; 'done'\ndone\nPS> "},
		}},
		{"hints", []promptStep{
			{"Get-Dat\r", "PS> Get-Dat\nGet-Dat: The term 'Get-Dat' is not recognized as a name of a cmdlet, function, script file, or executable program.\n" +
				"Check the spelling of the name, or if a path was included, verify that the path is correct and try again.\nDid you mean Get-Date?\nPS> "},
			{"Get-Date -Yaer 1\r", "PS> Get-Date -Yaer 1\nGet-Date: A parameter cannot be found that matches parameter name 'Yaer'.\nDid you mean -Year?\nPS> "},
		}},
		{"keys of paging", []promptStep{
			{"1..51 | Out-Host -Paging\r", "PS> 1..51 | Out-Host -Paging\n" + countTo(49) + "<SPACE> next page; <CR> next line; Q quit"},
			{" ", "<SPACE> next page; <CR> next line; Q quit\n50\n51\nPS> "},
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			dir := recordedDirectory(t)
			term := startTerminal(t, program(t), dir, nil)
			prompt := "PS " + dir + ">"
			typeSteps(t, term, prompt, append([]promptStep{{"", "PS> "}}, test.steps...))
			_, err := term.device.WriteString("exit 3\r")
			require.NoError(t, err)
			require.Equal(t, 3, term.exit(patience))
		})
	}
}

// countTo are the numbers from 1 on, one a line.
func countTo(n int) string {
	var out strings.Builder
	for i := range n {
		out.WriteString(strconv.Itoa(i+1) + "\n")
	}
	return out.String()
}

// Ctrl-D leaves an empty line; a terminal that is made narrower wraps what is
// typed then.
func TestPromptEndsAndFits(t *testing.T) {
	dir := recordedDirectory(t)
	term := startTerminal(t, program(t), dir, nil)
	prompt := "PS " + dir + ">"
	typeSteps(t, term, prompt, []promptStep{{"", "PS> "}})
	require.NoError(t, pty.Setsize(term.device, &pty.Winsize{Rows: terminalLines, Cols: 80}))
	typeSteps(t, term, prompt, []promptStep{{"$Host.UI.RawUI.WindowSize.Width\r", "PS> $Host.UI.RawUI.WindowSize.Width\n80\nPS> "}})
	_, err := term.device.WriteString("\x04")
	require.NoError(t, err)
	require.Equal(t, 0, term.exit(patience))
}

// The profile runs before the first prompt; the history comes back in the next
// session, entries of several lines whole and secrets not at all.
func TestPromptKeepsWhatIsSetUp(t *testing.T) {
	dir, settings := recordedDirectory(t), t.TempDir()
	profile := filepath.Join(settings, "exolab", "profile.ps1")
	require.NoError(t, os.MkdirAll(filepath.Dir(profile), 0o700))
	require.NoError(t, os.WriteFile(profile, []byte("function prompt { 'mine> ' }"), 0o600))
	exolab := program(t)
	exolab.Env = append(exolab.Env, "XDG_CONFIG_HOME="+settings, "EXOLAB_DATA="+t.TempDir(), "EXOLAB_EXCHANGE=0")
	first := startTerminal(t, exolab, dir, nil)
	typeSteps(t, first, "", []promptStep{
		{"", "mine> "},
		{"\x1b[200~if (1) {\n'two'}\x1b[201~\r", "mine> if (1) {⏎'two'}\ntwo\nmine> "},
		{"$password = 'x'\r", "mine> $password = 'x'\nmine> "},
	})
	_, err := first.device.WriteString("\x04")
	require.NoError(t, err)
	require.Equal(t, 0, first.exit(patience))
	second := startTerminal(t, exolab, dir, nil)
	typeSteps(t, second, "", []promptStep{{"", "mine> "}, {"\x1b[A\r", "mine> if (1) {⏎'two'}\ntwo\nmine> "}})
}

// A line is coloured as it is typed, unless NO_COLOR is set.
func TestPromptColours(t *testing.T) {
	for _, noColour := range []string{"", "1"} {
		exolab := program(t)
		exolab.Env = append(exolab.Env, "NO_COLOR="+noColour, "TERM=xterm-256color")
		dir := recordedDirectory(t)
		term := startTerminal(t, exolab, dir, nil)
		typeSteps(t, term, "PS "+dir+">", []promptStep{{"", "PS> "}})
		term.mu.Lock()
		term.screen.Record = &strings.Builder{}
		term.mu.Unlock()
		_, err := term.device.WriteString("Get-Date 'x'\x03")
		require.NoError(t, err)
		require.Eventually(t, func() bool {
			term.mu.Lock()
			defer term.mu.Unlock()
			return strings.Contains(term.screen.Record.String(), "^C")
		}, patience, time.Millisecond)
		term.mu.Lock()
		received := term.screen.Record.String()
		term.mu.Unlock()
		require.Equal(t, noColour == "", strings.Contains(received, "\x1b[93mGet-Date\x1b[0m \x1b[36m'x'\x1b[0m"), "%q", received)
	}
}

// As pwsh, the prompt says what pwsh's feedback does: names that differ by one
// letter, and nothing else.
func TestPromptFeedback(t *testing.T) {
	dir, exolab := recordedDirectory(t), program(t)
	exolab.Env = append(exolab.Env, "EXOLAB_EXCHANGE=0")
	term := startTerminal(t, exolab, dir, []string{"pwsh", "-NoProfile", "-NoLogo", "-NoExit", "-Command", "function prompt {'PS> '}; $Error.Clear()"})
	unknown := func(name string) string {
		return "PS> " + name + "\n" + name + ": The term '" + name + "' is not recognized as a name of a cmdlet, function, script file, or executable program.\n" +
			"Check the spelling of the name, or if a path was included, verify that the path is correct and try again.\n"
	}
	typeSteps(t, term, "PS>", []promptStep{
		{"", "PS> "},
		{"Get-Dat\r", unknown("Get-Dat") + "\n[General Feedback]\n  The most similar commands are:\n    ➤ Get-Date\n\nPS> "},
		{"$?, $Error.Count\r", "PS> $?, $Error.Count\nFalse\n1\nPS> "},
		{"Get-Mailbocks\r", unknown("Get-Mailbocks") + "PS> "},
	})
}
