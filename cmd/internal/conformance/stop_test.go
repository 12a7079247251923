package conformance

import (
	"maps"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"exolab/cmd/internal/screen"
)

// endless are statements that go on for ever, or for so long that nobody waits.
// Each says "begun" when it is under way.
var endless = map[string]string{
	"while":       "'be'+'gun'; while ($true) { }",
	"do":          "'be'+'gun'; do { $x = 1 } until ($false)",
	"for":         "'be'+'gun'; for (;;) { [void][Math]::Sqrt(2) }",
	"foreach":     "'be'+'gun'; foreach ($i in 1..2147483647) { $i = $i }",
	"pipeline":    "'be'+'gun'; 1..2147483647 | ForEach-Object { $_ } | Where-Object { $false }",
	"function":    "function f { while ($true) { g } }; function g { 1 | Out-Null }; 'be'+'gun'; f",
	"sleep":       "'be'+'gun'; Start-Sleep 1000",
	"thread":      "'be'+'gun'; [Threading.Thread]::Sleep(1000000)",
	"output":      "'be'+'gun'; while ($true) { 'x' }",
	"trap":        "'be'+'gun'; while ($true) { try { throw 'x' } catch { } }",
	"sort":        "'be'+'gun'; 1..2147483647 | ForEach-Object { 5 } | Sort-Object",
	"file":        "'be'+'gun'; Get-Content /dev/zero",
	"ReadAllText": "'be'+'gun'; [IO.File]::ReadAllText('/dev/zero')",
	"Import-Csv":  "'be'+'gun'; Import-Csv /dev/zero",
	"strings":     "'be'+'gun'; Select-String x /dev/zero",
	"match":       "'be'+'gun'; ('a' * 60 + '!') -match '(a+)+$'",
	"quick":       "'be'+'gun'; ('a' * 30000) -match 'a*a*a*a*b'",
	"lines":       "'be'+'gun'; 'a' * 60 + '!' | Select-String '(a+)+$'",
	"Regex.Match": "'be'+'gun'; [regex]::Replace('a' * 60 + '!', '(a+)+$', 'b')",
	"searches":    "'be'+'gun'; while ($true) { Search-MailboxAuditLog sales -ShowDetails | Out-Null }",
	"mailboxes":   "'be'+'gun'; while ($true) { Get-Mailbox | Sort-Object Name | Format-Table | Out-String | Out-Null }",
	"json":        "$o = 1..300000 | ForEach-Object { @{ a = $_ } }; 'be'+'gun'; while ($true) { [void]($o | ConvertTo-Json) }",
}

// Ctrl-C ends whatever runs, and the prompt goes on. How fast it does so is
// logged: the machine does other things beside the tests.
func TestCtrlCEnds(t *testing.T) {
	dir, exolab := recordedDirectory(t), program(t)
	exolab.Env = append(exolab.Env, "EXOLAB_DATA="+t.TempDir())
	term := startTerminal(t, exolab, dir, nil)
	prompt := "PS " + dir + ">"
	const short = "function prompt { 'PS> ' }"
	typeSteps(t, term, "PS>", []promptStep{{"", prompt + " "}, {short + "\r", prompt + " " + short + "\nPS> "}})
	for _, name := range slices.Sorted(maps.Keys(endless)) {
		statement := endless[name]
		t.Run(name, func(t *testing.T) {
			term.mu.Lock()
			from := screen.Place{Row: term.screen.Cursor().Row}
			term.mu.Unlock()
			_, err := term.device.WriteString(statement + "\r")
			require.NoError(t, err)
			term.awaitText(t, "begun", from.Row)
			time.Sleep(200 * time.Millisecond)
			stopped := time.Now()
			_, err = term.device.WriteString("\x03")
			require.NoError(t, err)
			got, ok := term.await(patience, func(s *screen.Screen) string { return s.From(screen.Place{Row: s.Cursor().Row}) }, "PS> ", false)
			require.True(t, ok, got)
			t.Logf("ended %s after Ctrl-C", time.Since(stopped).Round(time.Millisecond))
		})
	}
}
