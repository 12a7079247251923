package cli

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"exolab/cmd/internal/repl"
	"exolab/cmd/internal/shell"
	"exolab/runtime"
)

func newRun(f *flags) *cobra.Command {
	run := &cobra.Command{Use: "run FILE.ps1 [script arguments]", Short: "Run a script", Args: cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return f.runFile(args[0], args[1:]) }}
	run.Flags().SetInterspersed(false)
	return run
}

// runFile runs a script on the organization.
func (f *flags) runFile(file string, args []string) error {
	if info, err := os.Stat(file); err != nil || info.IsDir() {
		fmt.Fprintf(f.streams.Err, "The argument '%s' is not recognized as the name of a script file. Check the spelling of the name, or if a path was included, verify that the path is correct and try again.\n", file)
		return exitCode(exitUsage)
	}
	path, err := filepath.Abs(file)
	if err != nil {
		return err
	}
	return f.withShell(func(sh *shell.Shell) int { return sh.Session.RunFile(path, runtime.WordArguments(args)) })
}

// prompt opens the prompt.
func (f *flags) prompt() error {
	return f.withShell(func(sh *shell.Shell) int {
		sh.SetProfiles(shell.OwnProfiles())
		sh.RunProfiles(shell.OwnProfiles())
		return repl.Run(sh, repl.Options{In: f.streams.In, Data: sh.Organizations.Directory()})
	})
}

func (f *flags) withShell(do func(sh *shell.Shell) int) error {
	config, err := f.config()
	if err != nil {
		return err
	}
	if err := config.Restrict(); err != nil {
		return err
	}
	sh, err := shell.New(shell.Options{Config: config, Streams: f.streams})
	if err != nil {
		return err
	}
	code := do(sh)
	if err := sh.Close(); err != nil {
		return err
	}
	if code != 0 {
		return exitCode(code)
	}
	return nil
}
