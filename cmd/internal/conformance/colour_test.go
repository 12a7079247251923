package conformance

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/creack/pty"
	"github.com/stretchr/testify/require"

	"exolab/cmd/internal/screen"
)

// modeSwitches are what the console library of PowerShell asks of a terminal
// besides colours; the recording says to leave them out.
var modeSwitches = regexp.MustCompile("\x1b\\[\\?[0-9]+[hl]|\x1b=|\x1b\\[6n")

// TestColours compares what a terminal receives, colours included, while a
// script runs. Of progress only what is left on the screen counts.
func TestColours(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(testdata, "console", "colour.json"))
	require.NoError(t, err)
	var recorded struct {
		Cases []struct {
			Name, Script, Screen string
			Exit                 int
		}
	}
	require.NoError(t, json.Unmarshal(text, &recorded))
	require.NotEmpty(t, recorded.Cases)
	known, err := ReadDeviations(filepath.Join(testdata, "known-deviations.txt"))
	require.NoError(t, err)
	exolab := program(t)
	for _, c := range recorded.Cases {
		t.Run(c.Name, func(t *testing.T) {
			t.Parallel()
			got, exit := received(t, exolab, c.Script)
			want := c.Screen
			if c.Name == "progress" {
				got, want = left(got), left(want)
			}
			got, want = modeSwitches.ReplaceAllString(got, ""), modeSwitches.ReplaceAllString(want, "")
			passed := got == want && exit == c.Exit
			count("console", "colour", passed)
			judge(t, known, "console/colour/"+c.Name, passed, func() {
				require.Equal(t, want, got)
				require.Equal(t, c.Exit, exit)
			})
		})
	}
}

// received runs a script on a terminal and returns every byte that came.
func received(t *testing.T, exolab Program, script string) (text string, exit int) {
	dir := recordedDirectory(t)
	file := filepath.Join(t.TempDir(), "script.ps1")
	require.NoError(t, os.WriteFile(file, []byte(script), 0o666))
	cmd := exec.Command(exolab.Path, "pwsh", "-NoProfile", "-File", file)
	cmd.Dir = dir
	cmd.Env = append(append(os.Environ(), surroundings...), exolab.Env...)
	cmd.Env = append(cmd.Env, "NO_COLOR=", "TERM=xterm-256color")
	device, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: terminalLines, Cols: terminalColumns})
	require.NoError(t, err)
	defer device.Close()
	var out strings.Builder
	buffer := make([]byte, 4096)
	for {
		n, err := device.Read(buffer)
		out.Write(buffer[:n])
		if err != nil {
			break
		}
	}
	_ = cmd.Wait()
	return strings.NewReplacer(file, "<script>", dir, "<cwd>").Replace(out.String()), cmd.ProcessState.ExitCode()
}

// left is what stands on a screen in the end.
func left(text string) string {
	s := screen.New(terminalColumns, terminalLines)
	_, _ = s.Write([]byte(text))
	return s.From(screen.Place{})
}
