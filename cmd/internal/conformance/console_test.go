package conformance

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

type commandLine struct {
	Name   string            `json:"name"`
	Argv   []string          `json:"argv"`
	Files  map[string]string `json:"files"`
	Stdin  *string           `json:"stdin"`
	Stdout string            `json:"stdout"`
	Stderr string            `json:"stderr"`
	Exit   int               `json:"exit"`
}

// TestCommandLines runs the recorded pwsh command lines and compares stdout,
// stderr and the exit code.
func TestCommandLines(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(testdata, "console", "cli.json"))
	require.NoError(t, err)
	var recorded struct {
		Tokens map[string]string `json:"tokens"`
		Cases  []commandLine     `json:"cases"`
	}
	require.NoError(t, json.Unmarshal(text, &recorded))
	require.NotEmpty(t, recorded.Cases)
	known, err := ReadDeviations(filepath.Join(testdata, "known-deviations.txt"))
	require.NoError(t, err)
	exolab := program(t)
	for _, c := range recorded.Cases {
		t.Run(c.Name, func(t *testing.T) {
			t.Parallel()
			stdout, stderr, exit := runCommandLine(t, exolab, c)
			want := strings.ReplaceAll(c.Stdout, "<usage>", recorded.Tokens["<usage>"])
			passed := Normalize(stdout) == Normalize(want) && Normalize(stderr) == Normalize(c.Stderr) && exit == c.Exit
			count("console", "cli", passed)
			judge(t, known, "console/cli/"+c.Name, passed, func() {
				require.Equal(t, Normalize(want), Normalize(stdout), "%q", c.Argv)
				require.Equal(t, Normalize(c.Stderr), Normalize(stderr), "%q", c.Argv)
				require.Equal(t, c.Exit, exit, "%q", c.Argv)
			})
		})
	}
}

func runCommandLine(t *testing.T, exolab Program, c commandLine) (stdout, stderr string, exit int) {
	dir := recordedDirectory(t)
	for name, text := range c.Files {
		file := filepath.Join(dir, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o777))
		require.NoError(t, os.WriteFile(file, []byte(text), 0o666))
	}
	cmd := exec.Command(exolab.Path, append([]string{"pwsh"}, c.Argv...)...)
	cmd.Dir = dir
	cmd.Env = append(append(os.Environ(), surroundings...), exolab.Env...)
	var out, errOut bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errOut
	if c.Stdin != nil {
		cmd.Stdin = strings.NewReader(*c.Stdin)
	}
	err := cmd.Run()
	var failed *exec.ExitError
	if err != nil && !errors.As(err, &failed) {
		require.NoError(t, err)
	}
	home, _ := os.UserHomeDir()
	token := strings.NewReplacer(dir, "<cwd>", home, "<home>").Replace
	return token(out.String()), token(errOut.String()), cmd.ProcessState.ExitCode()
}
