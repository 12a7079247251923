package cli

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"golang.org/x/term"

	"exolab/cmd/internal/repl"
	"exolab/cmd/internal/shell"
)

// pwsh is the pwsh program: it prints nothing that pwsh does not print.
func pwsh(args []string, streams shell.Streams, configure func() (shell.Config, error)) int {
	p, err := parsePwshArgs(args, !isTerminal(streams.In))
	var usage *usageError
	if errors.As(err, &usage) {
		fmt.Fprintln(streams.Err, usage.message)
		if usage.usage {
			fmt.Fprint(streams.Out, pwshUsage)
		}
		return exitUsage
	}
	switch p.mode {
	case pwshVersion:
		fmt.Fprintln(streams.Out, "PowerShell "+powerShellVersion)
		return 0
	case pwshHelp:
		fmt.Fprint(streams.Out, pwshHelpText)
		return 0
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
		fmt.Fprintln(streams.Err, err)
		return exitFailure
	}
	return code
}

// run does what the command line asks for and returns the exit code.
func (p *pwshArgs) run(sh *shell.Shell, streams shell.Streams) int {
	code := 0
	switch p.mode {
	case pwshFile:
		sh.Session.SetMainInput(sh.Console.InputLines)
		code = sh.Session.RunFile(p.file, p.args)
	case pwshCommand:
		code = sh.Session.RunCommand(p.command, p.args, sh.Console.InputLines)
	case pwshCommandStdin:
		return repl.RunSilent(sh)
	case pwshPrompt:
		return repl.Run(sh, repl.Options{In: streams.In, Plain: true, NoLogo: p.noLogo, Banner: "PowerShell " + powerShellVersion})
	}
	if p.noExit {
		return repl.Run(sh, repl.Options{In: streams.In, Plain: true, NoLogo: true})
	}
	return code
}

func isTerminal(stream any) bool {
	file, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}
