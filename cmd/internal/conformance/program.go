package conformance

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// runLimit ends a run that hangs; no recorded script takes a second.
const runLimit = 60 * time.Second

// Program is the built exolab, or a test binary that acts as it.
type Program struct {
	Path string
	// Env is added to the surroundings of every run.
	Env []string
}

// Result is what one run left behind.
type Result struct {
	// Output is stdout and stderr in the order written.
	Output string
	Exit   int
}

// surroundings are those of the recordings: 120 columns, no colour, UTC.
var surroundings = []string{"NO_COLOR=1", "TZ=UTC", "COLUMNS=120", "LANG=en_US.UTF-8", "TERM=xterm"}

// Run starts the program in dir with the given standard input, which may be
// nil, and waits for its end.
func (p Program) Run(dir string, stdin []string, args ...string) (Result, error) {
	ctx, cancel := context.WithTimeout(context.Background(), runLimit)
	defer cancel()
	cmd := exec.CommandContext(ctx, p.Path, args...)
	cmd.Dir = dir
	cmd.Env = append(append(os.Environ(), surroundings...), p.Env...)
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	if stdin != nil {
		cmd.Stdin = strings.NewReader(strings.Join(stdin, "\n") + "\n")
	}
	err := cmd.Run()
	if ctx.Err() != nil {
		return Result{Output: out.String(), Exit: -1}, ctx.Err()
	}
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return Result{}, err
	}
	return Result{Output: out.String(), Exit: cmd.ProcessState.ExitCode()}, nil
}

// RunCase runs a case below root in a fresh directory and returns what it
// printed with the recordings' tokens in place of the paths.
func (p Program) RunCase(root string, c Case) (Result, error) {
	dir := filepath.Join(root, "work")
	script := filepath.Join(root, "case.ps1")
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return Result{}, err
	}
	if err := os.WriteFile(script, []byte(c.Script), 0o666); err != nil {
		return Result{}, err
	}
	args := []string{"pwsh", "-NoProfile"}
	if c.Stdin == nil {
		args = append(args, "-NonInteractive")
	}
	r, err := p.Run(dir, c.Stdin, append(args, "-File", script)...)
	r.Output = strings.NewReplacer(script, "<script>", dir, "<TestDrive>", root, "<root>").Replace(r.Output)
	return r, err
}
