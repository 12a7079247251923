// Package cli is the command line of exolab: its commands and flags, and the
// arguments of the pwsh program.
package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"exolab/cmd/internal/shell"
)

// Version is exolab's version; the PowerShell version it follows is
// powerShellVersion.
const (
	Version           = "0.1.0"
	powerShellVersion = "7.6.5"
)

const (
	exitFailure = 1
	exitUsage   = 64
	// exitNotStarted is the code of a pwsh that cannot start its session.
	exitNotStarted = 70
)

// exitCode is an error that only carries the program's exit code: what there
// was to say has been said.
type exitCode int

func (e exitCode) Error() string { return fmt.Sprintf("exit code %d", int(e)) }

// Main runs exolab with its arguments (without the program's name) and
// returns the exit code. Called by the name pwsh, it is the pwsh program.
func Main(args []string, in io.Reader, out, errOut io.Writer) int {
	streams := shell.Streams{In: in, Out: out, Err: errOut}
	if name := strings.TrimSuffix(filepath.Base(os.Args[0]), ".exe"); name == "pwsh" {
		return pwsh(args, streams, shell.FromEnvironment)
	}
	// The arguments of pwsh and of scripts are theirs alone: no flag of ours
	// may be taken out of them.
	if len(args) > 0 && args[0] == "pwsh" {
		return pwsh(args[1:], streams, shell.FromEnvironment)
	}
	root := newRoot(streams)
	root.SetArgs(args)
	err := root.Execute()
	var code exitCode
	switch {
	case err == nil:
		return 0
	case errors.As(err, &code):
		return int(code)
	}
	fmt.Fprintf(errOut, "exolab: %s\n", fileError(err))
	return exitFailure
}
