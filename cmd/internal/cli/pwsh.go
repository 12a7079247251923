package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/term"

	"exolab/cmd/internal/repl"
	"exolab/cmd/internal/shell"
	"exolab/runtime"
)

// pwsh is the pwsh program: it prints nothing that pwsh does not print.
func pwsh(args []string, streams shell.Streams, configure func() (shell.Config, error)) int {
	p, err := parsePwshArgs(args, !isTerminal(streams.In))
	if code, done := p.answer(err, streams); done {
		return code
	}
	config, err := configure()
	if err != nil {
		fmt.Fprintln(streams.Err, err)
		return exitFailure
	}
	if p.workingDir != "" {
		config.AllowWrite = append(config.AllowWrite, p.workingDir)
	}
	if err := config.Restrict(); err != nil {
		fmt.Fprintln(streams.Err, err)
		return exitFailure
	}
	sh, err := shell.New(shell.Options{Config: config, Streams: streams, NonInteractive: p.nonInteractive})
	if err != nil {
		fmt.Fprintln(streams.Err, err)
		return exitFailure
	}
	if p.args, err = p.arguments(sh.Session.Env()); err != nil {
		code, _ := p.answer(err, streams)
		return code
	}
	if p.format == xmlFormat || p.format == "" && p.encoded && !isTerminal(streams.Err) {
		sh.Console.SetXML(sh.Session.Env(), p.format == xmlFormat)
	}
	if p.workingDir != "" {
		sh.Session.RunText("Set-Location -LiteralPath '" + strings.ReplaceAll(p.workingDir, "'", "''") + "'")
	}
	sh.SetProfiles(shell.PwshProfiles())
	if !p.noProfile {
		sh.RunProfiles(shell.PwshProfiles())
	}
	code := p.run(sh, streams)
	if err := sh.Close(); err != nil {
		fmt.Fprintln(streams.Err, fileError(err))
		return exitFailure
	}
	return code
}

// answer gives the answers that need no session: to a bad command line (err),
// to -Help and to -Version.
func (p *pwshArgs) answer(err error, streams shell.Streams) (code int, done bool) {
	var usage *usageError
	if errors.As(err, &usage) {
		fmt.Fprintln(streams.Err, usage.message)
		switch {
		case usage.usage && p.help:
			fmt.Fprint(streams.Out, pwshHelpText)
		case usage.usage:
			fmt.Fprint(streams.Out, pwshUsage)
		}
		return usage.code(), true
	}
	if p.help {
		fmt.Fprint(streams.Out, pwshHelpText)
	}
	if p.version {
		fmt.Fprintln(streams.Out, "PowerShell "+powerShellVersion)
	}
	return 0, p.help || p.version
}

// run does what the command line asks for and returns the exit code.
func (p *pwshArgs) run(sh *shell.Shell, streams shell.Streams) int {
	var first runtime.Outcome
	switch p.mode {
	case pwshFile:
		first = p.runFile(sh)
	case pwshCommand:
		first = sh.Session.RunCommand(p.command, p.args, sh.Console.InputLines)
	case pwshCommandStdin:
		return repl.RunSilent(sh)
	case pwshPrompt:
		return repl.Run(sh, repl.Options{In: streams.In, Plain: true, NoLogo: p.noLogo, Banner: "PowerShell " + powerShellVersion})
	}
	if !p.noExit || first.Exited {
		return first.Code
	}
	code := repl.Run(sh, repl.Options{In: streams.In, Plain: true, NoLogo: true})
	if code == 0 && first.Failed && p.mode == pwshCommand {
		return exitFailure
	}
	return code
}

// runFile runs the file of -File. One that is not named .ps1 is no script
// file but a text that runs as a command does.
func (p *pwshArgs) runFile(sh *shell.Shell) runtime.Outcome {
	if strings.EqualFold(filepath.Ext(p.file), ".ps1") {
		sh.Session.SetMainInput(sh.Console.InputLines)
		return runtime.Outcome{Code: sh.Session.RunFile(p.file, p.args)}
	}
	text, err := runtime.ReadScript(p.file)
	if err != nil {
		_ = sh.Session.Host.Error(runtime.RecordOf(err))
		return runtime.Outcome{Code: exitFailure}
	}
	return sh.Session.RunCommand(text, p.args, sh.Console.InputLines)
}

func isTerminal(stream any) bool {
	file, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}
