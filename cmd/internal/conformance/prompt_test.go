package conformance

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/cmd/internal/screen"
)

// TestPrompt uses exolab's own prompt on a pseudo-terminal: completion,
// history and pasted text.
func TestPrompt(t *testing.T) {
	dir := recordedDirectory(t)
	term := startTerminal(t, program(t), dir, nil)
	prompt := "PS " + dir + "> "
	steps := []struct{ keys, want string }{
		{"", prompt},
		{"'one'\r", prompt + "'one'\none\n" + prompt},
		{"Write-Outp\t 2\r", prompt + "Write-Output 2\n2\n" + prompt},
		{"\x1b[A\r", prompt + "Write-Output 2\n2\n" + prompt},
		{"\x1b[200~if ($true) {\n  'pasted'\n}\x1b[201~\r", prompt + "if ($true) {⏎  'pasted'⏎}\npasted\n" + prompt},
		{"half\x03", prompt + "half^C\n" + prompt},
		{"'after'\r", prompt + "'after'\nafter\n" + prompt},
	}
	for _, step := range steps {
		term.mu.Lock()
		from := screen.Place{Row: term.screen.Cursor().Row}
		term.mu.Unlock()
		_, err := term.device.WriteString(step.keys)
		require.NoError(t, err)
		got, ok := term.await(patience, func(s *screen.Screen) string { return s.From(from) }, step.want, false)
		require.True(t, ok, "%q\nwant %q\ngot  %q", step.keys, step.want, got)
	}
	_, err := term.device.WriteString("exit 3\r")
	require.NoError(t, err)
	require.Equal(t, 3, term.exit(patience))
}

// TestBadInput feeds what no console should send: the program must end by
// itself and never show a defect of its own.
func TestBadInput(t *testing.T) {
	exolab := program(t)
	cases := []struct {
		name, input string
		args        []string
	}{
		{"binary junk", "\x00\x01\xff\xfe\x80\r\n\x1b[31m\x7f\n", []string{"pwsh", "-NoProfile", "-Command", "-"}},
		{"invalid UTF-8", "'\xc3\x28 \xf0\x28\x8c\xbc'\n", []string{"pwsh", "-NoProfile", "-Command", "-"}},
		{"a line of a megabyte", "'" + strings.Repeat("x", 1<<20) + "'.Length\n", []string{"pwsh", "-NoProfile", "-Command", "-"}},
		{"deep nesting", strings.Repeat("(", 100_000) + "\n", []string{"pwsh", "-NoProfile", "-Command", "-"}},
		{"junk at the prompt", "\x00\xff(((\n\n)\n", []string{"pwsh", "-NoProfile"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			r, err := exolab.Run(t.TempDir(), []string{c.input}, c.args...)
			require.NoError(t, err)
			require.NotContains(t, r.Output, "goroutine")
			require.NotContains(t, r.Output, "panic")
		})
	}
}
