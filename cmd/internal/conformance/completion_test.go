package conformance

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/cmd/internal/shell"
	"exolab/runtime"
	"exolab/runtime/completion"
	"exolab/runtime/value"
)

type completionCase struct {
	Name              string `json:"name"`
	Text              string `json:"text"`
	Cursor            int    `json:"cursor"`
	ReplacementIndex  int    `json:"replacementIndex"`
	ReplacementLength int    `json:"replacementLength"`
	Total             int    `json:"total"`
	NetTypes          bool   `json:"netTypes"`
	Matches           []struct {
		CompletionText string `json:"completionText"`
		ListItemText   string `json:"listItemText"`
		ResultType     string `json:"resultType"`
	} `json:"matches"`
}

// maxRecorded is how many matches a recording keeps.
const maxRecorded = 12

// TestCompletions compares the recorded completions, item by item.
func TestCompletions(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(testdata, "console", "completion.json"))
	require.NoError(t, err)
	var recorded struct {
		Setup            string
		Files, HomeFiles map[string]string
		Cases            []completionCase
	}
	require.NoError(t, json.Unmarshal(text, &recorded))
	require.NotEmpty(t, recorded.Cases)
	known, err := ReadDeviations(filepath.Join(testdata, "known-deviations.txt"))
	require.NoError(t, err)
	dir, home := t.TempDir(), t.TempDir()
	writeFiles(t, dir, recorded.Files)
	writeFiles(t, home, recorded.HomeFiles)
	t.Setenv("HOME", home)
	t.Setenv("PATH", t.TempDir())
	hideSettings(t)
	sh, err := shell.New(shell.Options{Config: shell.Config{Memory: true, NoExchange: true}, Directory: dir, NonInteractive: true,
		Streams: shell.Streams{In: strings.NewReader(""), Out: os.Stdout, Err: os.Stderr}})
	require.NoError(t, err)
	defer sh.Close()
	require.NoError(t, sh.Session.Execute("", recorded.Setup, runtime.SinkFunc(func(value.Value) error { return nil })))
	for _, c := range recorded.Cases {
		t.Run(c.Name, func(t *testing.T) {
			got, want := summary(completion.Complete(sh.Session, c.Text, c.Cursor), c.NetTypes), c.summary()
			passed := got == want || c.NetTypes && c.Total > maxRecorded && strings.HasPrefix(got, want)
			count("console", "completion", passed)
			judge(t, known, "console/completion/"+c.Name, passed, func() { t.Errorf("%q at %d\nwant %s\ngot  %s", c.Text, c.Cursor, want, got) })
		})
	}
}

// hideSettings takes exolab's own settings out of the environment, which
// completions of variables show.
func hideSettings(t *testing.T) {
	for _, setting := range os.Environ() {
		if name, _, _ := strings.Cut(setting, "="); strings.HasPrefix(name, "EXOLAB_") {
			t.Setenv(name, "")
			require.NoError(t, os.Unsetenv(name))
		}
	}
}

func writeFiles(t *testing.T, dir string, files map[string]string) {
	for name, text := range files {
		file := filepath.Join(dir, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o777))
		require.NoError(t, os.WriteFile(file, []byte(text), 0o666))
	}
}

// summary writes a completion on one line. Of types only the short names
// count: the others depend on the assemblies that were loaded.
func summary(r completion.Result, netTypes bool) string {
	var items []string
	for _, m := range r.Matches {
		if netTypes && strings.Contains(m.Text, ".") {
			continue
		}
		if len(items) < maxRecorded {
			items = append(items, fmt.Sprintf("%s|%s|%s", m.Text, m.ListItem, m.Kind))
		}
	}
	return line(r.Index, r.Length, len(r.Matches), items, netTypes)
}

func (c completionCase) summary() string {
	var items []string
	for _, m := range c.Matches {
		if c.NetTypes && strings.Contains(m.CompletionText, ".") {
			continue
		}
		items = append(items, fmt.Sprintf("%s|%s|%s", m.CompletionText, m.ListItemText, m.ResultType))
	}
	return line(c.ReplacementIndex, c.ReplacementLength, c.Total, items, c.NetTypes)
}

func line(index, length, total int, items []string, netTypes bool) string {
	if netTypes {
		total = 0
	}
	return fmt.Sprintf("%d+%d (%d): %s", index, length, total, strings.Join(items, ", "))
}
