package shell

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/cmdlets/exchange"
)

// The examples of the Exchange cmdlets run on the seeded organization and give
// the output that they show.
func TestExchangeExamples(t *testing.T) {
	for _, spec := range exchange.Specs() {
		require.NotEmpty(t, spec.Synopsis, spec.Name)
		require.NotEmpty(t, spec.Examples, spec.Name)
		for _, example := range spec.Examples {
			t.Run(spec.Name, func(t *testing.T) {
				require.Equal(t, example.Output, runText(t, example.Code))
			})
		}
	}
}

// runText runs a script on a fresh organization and returns what it shows,
// without blank lines around it.
func runText(t *testing.T, code string) string { return runIn(t, t.TempDir(), code) }

// runIn runs a script in a directory.
func runIn(t *testing.T, dir, code string) string {
	return runOn(t, dir, Config{Memory: true, NoColour: true}, code)
}

// runOn is runIn with a data directory or other settings of its own.
func runOn(t *testing.T, dir string, config Config, code string) string {
	file := filepath.Join(t.TempDir(), "example.ps1")
	require.NoError(t, os.WriteFile(file, []byte(code), 0o600))
	var out bytes.Buffer
	sh, err := New(Options{Config: config, Streams: Streams{In: strings.NewReader(""), Out: &out, Err: &out},
		NonInteractive: true, Directory: dir})
	require.NoError(t, err)
	sh.Session.RunFile(file, nil)
	require.NoError(t, sh.Close())
	return strings.TrimSpace(out.String())
}
