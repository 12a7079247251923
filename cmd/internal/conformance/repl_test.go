package conformance

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creack/pty"
	"github.com/stretchr/testify/require"

	"exolab/cmd/internal/screen"
)

type typedSession struct {
	Name  string            `json:"name"`
	Argv  []string          `json:"argv"`
	Files map[string]string `json:"files"`
	Start string            `json:"start"`
	Steps []typedStep       `json:"steps"`
	Exit  *int              `json:"exit"`
}

type typedStep struct {
	Type    *string     `json:"type"`
	Keys    string      `json:"keys"`
	Screen  string      `json:"screen"`
	Echo    *string     `json:"echo"`
	Cleared bool        `json:"cleared"`
	Mask    [][2]string `json:"mask"`
	Running bool        `json:"running"`
	WaitFor string      `json:"wait_for"`
	Ended   bool        `json:"ended"`
}

const (
	terminalColumns, terminalLines = 120, 50
	// patience is how long a step may take on a busy machine. It is spent
	// only where the screen is not what was recorded.
	patience = 8 * time.Second
	// listedPatience is the same for sessions that are known to differ.
	listedPatience = 3 * time.Second
	// commandPause is how long a command runs before the next keys are sent
	// where nothing on the screen tells that it began.
	commandPause = 1500 * time.Millisecond
)

// TestTypedSessions replays the recorded sessions through a pseudo-terminal
// and compares what stands on the screen after each line.
func TestTypedSessions(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(testdata, "console", "repl.json"))
	require.NoError(t, err)
	var recorded struct {
		Sessions []typedSession `json:"sessions"`
	}
	require.NoError(t, json.Unmarshal(text, &recorded))
	require.NotEmpty(t, recorded.Sessions)
	known, err := ReadDeviations(filepath.Join(testdata, "known-deviations.txt"))
	require.NoError(t, err)
	exolab := program(t)
	for _, s := range recorded.Sessions {
		t.Run(s.Name, func(t *testing.T) {
			t.Parallel()
			id := "console/repl/" + s.Name
			limit := patience
			if _, listed := known[id]; listed {
				limit = listedPatience
			}
			difference := replay(t, exolab, s, limit)
			count("console", "repl", difference == "")
			judge(t, known, id, difference == "", func() { t.Error(difference) })
		})
	}
}

// replay types a session and describes the first difference, "" if none.
func replay(t *testing.T, exolab Program, s typedSession, limit time.Duration) string {
	dir := recordedDirectory(t)
	for name, text := range s.Files {
		file := filepath.Join(dir, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o777))
		require.NoError(t, os.WriteFile(file, []byte(text), 0o666))
	}
	term := startTerminal(t, exolab, dir, append([]string{"pwsh"}, s.Argv...))
	token := strings.NewReplacer("<cwd>", dir).Replace
	if got, ok := term.await(limit, func(v *screen.Screen) string { return v.From(screen.Place{}) }, token(s.Start), false); !ok {
		return fmt.Sprintf("at the start\nwant %q\ngot  %q", s.Start, got)
	}
	for i, step := range s.Steps {
		if got, ok := term.play(step, token(step.Screen), limit); !ok {
			return fmt.Sprintf("step %d: %s\nwant %q\ngot  %q", i+1, describe(step), token(step.Screen), got)
		}
	}
	if s.Exit != nil {
		if code := term.exit(limit); code != *s.Exit {
			return fmt.Sprintf("exit code: want %d, got %d", *s.Exit, code)
		}
	}
	return ""
}

// recordedDirectory makes a directory whose path is as long as the recorded
// one: the recordings wrap at it.
func recordedDirectory(t *testing.T) string {
	dir := filepath.Join("/tmp", fmt.Sprintf("exolab%07d", rand.IntN(10_000_000)))
	require.NoError(t, os.Mkdir(dir, 0o777))
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

func describe(s typedStep) string {
	if s.Type != nil {
		return *s.Type
	}
	return s.Keys
}

// terminal is a program on a pseudo-terminal with its screen.
type terminal struct {
	cmd    *exec.Cmd
	device *os.File
	mu     sync.Mutex
	screen *screen.Screen
	// changed is signalled whenever something arrived; ended is closed when
	// the program has let go of the terminal.
	changed, ended chan struct{}
}

func startTerminal(t testing.TB, exolab Program, dir string, args []string) *terminal {
	cmd := exec.Command(exolab.Path, args...)
	cmd.Dir = dir
	cmd.Env = append(append(os.Environ(), surroundings...), exolab.Env...)
	device, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: terminalLines, Cols: terminalColumns})
	require.NoError(t, err)
	term := &terminal{cmd: cmd, device: device, screen: screen.New(terminalColumns, terminalLines), changed: make(chan struct{}, 1), ended: make(chan struct{})}
	term.screen.Reply = func(text string) { _, _ = device.WriteString(text) }
	go term.receive()
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = device.Close()
		<-term.ended
	})
	return term
}

func (t *terminal) receive() {
	defer close(t.ended)
	buffer := make([]byte, 4096)
	for {
		n, err := t.device.Read(buffer)
		t.mu.Lock()
		_, _ = t.screen.Write(buffer[:n])
		t.mu.Unlock()
		select {
		case t.changed <- struct{}{}:
		default:
		}
		if err != nil {
			return
		}
	}
}

// play types one step and waits until the screen is as recorded.
func (t *terminal) play(step typedStep, want string, limit time.Duration) (got string, ok bool) {
	t.mu.Lock()
	from, clears := t.screen.Cursor(), t.screen.Clears()
	t.mu.Unlock()
	typed := step.Type != nil
	if typed {
		_, _ = t.device.WriteString(*step.Type + "\r")
		want = echoOf(step) + "\n" + want
	} else {
		_, _ = t.device.WriteString(keys(step.Keys))
	}
	if step.Cleared {
		_, after, _ := strings.Cut(want, "\n")
		want = after
	}
	view := func(s *screen.Screen) string {
		if step.Cleared && s.Clears() > clears {
			from = s.Top()
		}
		return masked(s.From(from), step.Mask)
	}
	got, ok = t.await(limit, view, want, step.Ended)
	if ok && step.Running {
		time.Sleep(commandPause)
	}
	return got, ok
}

func echoOf(step typedStep) string {
	if step.Echo != nil {
		return *step.Echo
	}
	return strings.TrimRight(*step.Type, " ")
}

var keyCodes = strings.NewReplacer("<ctrl-c>", "\x03", "<ctrl-d>", "\x04", "<tab>", "\t", "<enter>", "\r", "<backspace>", "\x7f")

func keys(names string) string { return keyCodes.Replace(names) }

func masked(text string, masks [][2]string) string {
	for _, m := range masks {
		text = regexp.MustCompile(m[0]).ReplaceAllString(text, m[1])
	}
	return text
}

// await waits until the view of the screen is what is wanted and stays so
// while nothing more arrives.
func (t *terminal) await(limit time.Duration, view func(*screen.Screen) string, want string, ended bool) (got string, ok bool) {
	deadline := time.After(limit)
	for {
		t.mu.Lock()
		got = view(t.screen)
		t.mu.Unlock()
		if got == want && !ended {
			return got, true
		}
		select {
		case <-t.changed:
		case <-t.ended:
			t.mu.Lock()
			got = view(t.screen)
			t.mu.Unlock()
			return got, ended && got == want
		case <-deadline:
			return got, false
		}
	}
}

// exit returns the program's exit code, -1 if it does not end.
func (t *terminal) exit(limit time.Duration) int {
	done := make(chan int, 1)
	go func() {
		_ = t.cmd.Wait()
		done <- t.cmd.ProcessState.ExitCode()
	}()
	select {
	case code := <-done:
		return code
	case <-time.After(limit):
		return -1
	}
}
