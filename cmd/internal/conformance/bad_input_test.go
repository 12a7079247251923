package conformance

import (
	"bufio"
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"github.com/stretchr/testify/require"
)

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

// TestClosedPipe reads a little of much output and closes the pipe: the
// program must end by itself.
func TestClosedPipe(t *testing.T) {
	exolab := program(t)
	for _, script := range []string{"1..1000000", "1..1000000 | ForEach-Object { [pscustomobject]@{ A = $_ } }", "while ($true) { Write-Host x }"} {
		cmd := exec.Command(exolab.Path, "pwsh", "-NoProfile", "-Command", script)
		cmd.Env = append(append(os.Environ(), surroundings...), exolab.Env...)
		out, err := cmd.StdoutPipe()
		require.NoError(t, err)
		var errors bytes.Buffer
		cmd.Stderr = &errors
		require.NoError(t, cmd.Start())
		_, err = io.ReadFull(out, make([]byte, 100))
		require.NoError(t, err)
		require.NoError(t, out.Close())
		require.True(t, endsBy(cmd, patience), script)
		require.NotContains(t, errors.String(), "goroutine")
	}
}

// endsBy waits for the end of a program, which it forces after the limit.
func endsBy(cmd *exec.Cmd, limit time.Duration) bool {
	ended := make(chan struct{})
	go func() {
		_ = cmd.Wait()
		close(ended)
	}()
	select {
	case <-ended:
		return true
	case <-time.After(limit):
		_ = cmd.Process.Kill()
		<-ended
		return false
	}
}

// TestTerminalVanishes closes the terminal at the prompt and while a command
// runs: nothing may stay behind.
func TestTerminalVanishes(t *testing.T) {
	for _, keys := range []string{"", "half", "while ($true) { }\r", "Read-Host x\r"} {
		exolab := program(t)
		cmd := exec.Command(exolab.Path)
		cmd.Dir = t.TempDir()
		cmd.Env = append(append(os.Environ(), surroundings...), exolab.Env...)
		device, err := pty.Start(cmd)
		require.NoError(t, err)
		var shown strings.Builder
		for buffer := make([]byte, 256); !strings.Contains(shown.String(), "> "); {
			n, err := device.Read(buffer)
			require.NoError(t, err)
			shown.Write(buffer[:n])
		}
		_, err = device.WriteString(keys)
		require.NoError(t, err)
		require.NoError(t, device.Close())
		require.True(t, endsBy(cmd, patience), "%q", keys)
	}
}

// A history that cannot be written disturbs nobody.
func TestHistoryThatCannotBeWritten(t *testing.T) {
	data := t.TempDir()
	require.NoError(t, os.Mkdir(filepath.Join(data, "history.txt"), 0o700))
	exolab := program(t)
	exolab.Env = append(exolab.Env, "EXOLAB_DATA="+data, "EXOLAB_EXCHANGE=0")
	dir := recordedDirectory(t)
	term := startTerminal(t, exolab, dir, nil)
	typeSteps(t, term, "PS "+dir+">", []promptStep{{"", "PS> "}, {"1\r", "PS> 1\n1\nPS> "}, {"\x1b[A\r", "PS> 1\n1\nPS> "}})
}

// TestTerminatedWrite ends the program in the middle of writing: what a script
// was told is stored, and the store opens.
func TestTerminatedWrite(t *testing.T) {
	exolab, data := program(t), t.TempDir()
	exolab.Env = append(exolab.Env, "EXOLAB_DATA="+data)
	cmd := exec.Command(exolab.Path, "pwsh", "-NoProfile", "-Command",
		"for ($i = 1; ; $i++) { Set-Mailbox test1 -CustomAttribute1 $i; [Console]::WriteLine($i) }")
	cmd.Env = append(append(os.Environ(), surroundings...), exolab.Env...)
	out, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	lines, told := bufio.NewScanner(out), 0
	for lines.Scan() {
		n, err := strconv.Atoi(lines.Text())
		require.NoError(t, err)
		if told = n; told == 5 {
			require.NoError(t, cmd.Process.Signal(syscall.SIGTERM))
		}
	}
	require.GreaterOrEqual(t, told, 5)
	require.True(t, endsBy(cmd, patience))
	r, err := exolab.Run(t.TempDir(), nil, "pwsh", "-NoProfile", "-Command", "(Get-Mailbox test1).CustomAttribute1")
	require.NoError(t, err)
	stored, err := strconv.Atoi(strings.TrimSpace(r.Output))
	require.NoError(t, err, r.Output)
	require.GreaterOrEqual(t, stored, told)
}
