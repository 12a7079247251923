package conformance

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/cmd/internal/screen"
)

// TestReadmeSession types the session that the README shows and compares what
// stands on the screen with it, but for the width of the lines.
func TestReadmeSession(t *testing.T) {
	text, err := os.ReadFile("../../../README.md")
	require.NoError(t, err)
	_, session, _ := strings.Cut(string(text), "A session at the prompt (`exolab ")
	flags, session, ok := strings.Cut(session, "`")
	require.True(t, ok)
	session, _, _ = strings.Cut(session, "\n`exolab completion")
	steps := readmeSteps(session)
	require.Len(t, steps, 4)

	term := startTerminal(t, program(t), recordedDirectory(t), strings.Fields(flags))
	term.say(t, "", ">")
	term.say(t, "function prompt { 'PS> ' }\r", "PS> ")
	for _, step := range steps {
		term.say(t, step.keys, step.want)
	}
}

// readmeSteps are the lines that are typed in a session, each with what comes
// of it up to the next prompt. Keys between angle brackets are pressed.
func readmeSteps(session string) []promptStep {
	var steps []promptStep
	for _, line := range strings.Split(session, "\n") {
		line, shown := strings.CutPrefix(line, "    ")
		command, typed := strings.CutPrefix(line, "PS> ")
		more, goesOn := strings.CutPrefix(line, ">> ")
		switch {
		case typed:
			command, listed := strings.CutSuffix(command, "<Ctrl-Space>")
			if listed {
				steps = append(steps, promptStep{command + "\x00", ""})
				break
			}
			if n := len(steps); n > 0 && strings.HasSuffix(steps[n-1].keys, "\x00") {
				command = "\x03" + command
			}
			steps = append(steps, promptStep{command + "\r", ""})
		case goesOn:
			steps[len(steps)-1].keys += more + "\r"
		case shown && len(steps) > 0:
			steps[len(steps)-1].want += line + " "
		}
	}
	return steps
}

// say types keys and waits until a text, apart from spaces and line breaks, has
// appeared behind what stood on the screen.
func (t *terminal) say(test *testing.T, keys, want string) {
	t.mu.Lock()
	row := t.screen.Cursor().Row
	t.mu.Unlock()
	_, err := t.device.WriteString(keys)
	require.NoError(test, err)
	words := func(text string) string { return strings.Join(strings.Fields(text), " ") }
	has := func(s *screen.Screen) string {
		got := words(s.From(screen.Place{Row: row}))
		if strings.Contains(got, words(want)) {
			return words(want)
		}
		return got
	}
	got, ok := t.await(patience, has, words(want), false)
	require.True(test, ok, "%q\nwant %s\ngot  %s", keys, words(want), got)
}
