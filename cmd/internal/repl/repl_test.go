package repl

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/cmd/internal/shell"
	"exolab/runtime/completion"
)

func TestPasteReader(t *testing.T) {
	cases := []struct{ name, keys, want string }{
		{"typed keys", "ab\r", "ab\r"},
		{"pasted lines are one key", "x\x1b[200~if (1) {\r\n\t2\r\r}\x1b[201~\r", "x\x18\r|if (1) {⏎    2⏎⏎}"},
		{"line feeds", "\x1b[200~a\n\nb\x1b[201~", "\x18|a⏎⏎b"},
		{"two texts", "\x1b[200~a\x1b[201~-\x1b[200~b\x1b[201~", "\x18-\x18|a|b"},
		{"control characters that are no keys", "a\x0f\x16\x18\x1c\x1fb", "ab"},
		{"keys by other names", "\x1b[1;5D\x1b[1;5C\x1b[3;5~\x1b.\x1b\r\x1b[19~", "\x1bb\x1bf\x1bd\x16⏎\x1c"},
		{"shift-tab", "x\x1b[Z", "x\x1e"},
		{"up and down", "\x1b[A\x1bOB", "\x1c\x1d"},
		{"other keys pass", "\x1b[D\x1b[3~", "\x1b[D\x1b[3~"},
		{"control-space", "a\x00", "a\x1f"},
		{"pasted zero bytes are dropped", "\x1b[200~a\x00b\x1b[201~", "\x18|ab"},
		{"pasted arrow keys are no keys", "\x1b[200~a\x1b[A\x1b[201~", "\x18|a[A"},
		{"other text", "Zoë 日本", "Zoë 日本"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			reader := &pasteReader{from: strings.NewReader(c.keys)}
			keys, err := io.ReadAll(reader)
			require.NoError(t, err)
			got := string(keys)
			for text := reader.take(); text != ""; text = reader.take() {
				got += "|" + text
			}
			require.Equal(t, c.want, got)
		})
	}
}

func TestPasteReaderJoinsCutSequences(t *testing.T) {
	parts := io.MultiReader(strings.NewReader("\x1b[20"), strings.NewReader("0~a\r\x1b["), strings.NewReader("201~\r"))
	reader := &pasteReader{from: parts}
	got, err := io.ReadAll(reader)
	require.NoError(t, err)
	require.Equal(t, "\x18\r", string(got))
	require.Equal(t, "a⏎", reader.take())
}

func TestHistory(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	h := openHistory(dir)
	for _, entry := range []string{"Get-Date", "Get-Date", "if (1) {\n  'a\\nb'\n}", "$p = ConvertTo-SecureString x -AsPlainText", "$password = 'x'", "1"} {
		h.add(entry)
	}
	again := openHistory(dir)
	require.Equal(t, []string{"Get-Date", "if (1) {\n  'a\\nb'\n}", "1"}, again.entries)
	require.Empty(t, openHistory("").entries)
}

func TestHistoryThatCannotBeWritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(file, nil, 0o600))
	h := openHistory(file)
	h.add("1")
	require.Equal(t, []string{"1"}, h.entries)
}

func TestCompletionKeys(t *testing.T) {
	sh, err := shell.New(shell.Options{Config: shell.Config{Memory: true, NoExchange: true}, NonInteractive: true,
		Streams: shell.Streams{In: strings.NewReader(""), Out: io.Discard, Err: io.Discard}})
	require.NoError(t, err)
	defer sh.Close()
	k := &completionKeys{session: sh.Session}
	press := func(line string, key rune) string {
		runes := []rune(line)
		out, cursor, ok := k.OnChange(runes, len(runes), key)
		if !ok {
			return line
		}
		require.Equal(t, len(out), cursor)
		return string(out)
	}
	line := press("1⏎Format-", keyTab)
	require.Equal(t, "1⏎Format-Custom", line)
	line = press(line, keyTab)
	require.Equal(t, "1⏎Format-Hex", line)
	line = press(line+string(keyBackTab), keyBackTab)
	require.Equal(t, "1⏎Format-Custom", line)
	require.Equal(t, "1⏎Format-Customx", press(line+"x", 'x'))
	require.Equal(t, "Get-Nothing", press("Get-Nothing", keyTab))
}

func TestHistoryKeys(t *testing.T) {
	k := &historyKeys{history: &history{entries: []string{"Get-Date", "1 + 1", "get-date -Year 2024", "if (1) {\n2\n}", "1 + 1"}}}
	press := func(line string, key rune) string {
		out, cursor, ok := k.OnChange([]rune(line+string(key)), len([]rune(line))+1, key)
		require.True(t, ok)
		require.Equal(t, len(out), cursor)
		return string(out)
	}
	line := press("Get", keyUp)
	require.Equal(t, "get-date -Year 2024", line)
	line = press(line, keyUp)
	require.Equal(t, "Get-Date", line)
	require.Equal(t, "Get-Date", press(line, keyUp))
	line = press(line, keyDown)
	require.Equal(t, "get-date -Year 2024", line)
	require.Equal(t, "Get", press(line, keyDown))
	_, _, handled := k.OnChange([]rune("x"), 1, 'x')
	require.False(t, handled)
	require.Equal(t, "1 + 1", press("", keyUp))
	require.Equal(t, "if (1) {⏎2⏎}", press("1 + 1", keyUp))
}

func TestMatchList(t *testing.T) {
	var matches []completion.Match
	for _, name := range strings.Fields("a bb ccc d 日本") {
		matches = append(matches, completion.Match{ListItem: name})
	}
	require.Equal(t, "a     ccc   日本\nbb    d\n", matchList(matches, 20))
	require.Equal(t, "a\nbb\nccc\nd\n日本\n", matchList(matches, 3))
}

func TestPainterKeepsTheText(t *testing.T) {
	for _, line := range []string{"Get-Date -Year 2024", "'open", "if ($x) {⏎ \"a $b\" }", "日本 | % { $_ }", "", "entered 1\n", "two⏎lines\n"} {
		plain := string(painter{coloured: true}.Paint([]rune(line), 0))
		for _, colour := range kindColours {
			plain = strings.ReplaceAll(plain, colour, "")
		}
		require.Equal(t, line, strings.ReplaceAll(plain, colourReset, ""))
	}
}

func TestLastArgumentKeys(t *testing.T) {
	k := &lastArgumentKeys{history: &history{entries: []string{"Get-Item 'a b'", "ls ./x | sort Name", "1"}}}
	press := func(line string) string {
		runes := []rune(line + string(keyLastArgument))
		got, cursor, ok := k.OnChange(runes, len(runes), keyLastArgument)
		require.True(t, ok)
		require.Equal(t, len(got), cursor)
		return string(got)
	}
	line := "echo "
	for _, want := range []string{"echo 1", "echo Name", "echo 'a b'", "echo 'a b'"} {
		line = press(line)
		require.Equal(t, want, line)
	}
	_, _, ok := k.OnChange([]rune(line+"x"), len(line)+1, 'x')
	require.False(t, ok)
	require.Equal(t, line+"x1", press(line+"x"))
}

func TestPainterHidesKeys(t *testing.T) {
	require.Equal(t, "Get-Date", string(painter{}.Paint([]rune("Get-Date\x1e"), 0)))
}
