package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"exolab/cmd/internal/check"
	"exolab/cmd/internal/shell"
	"exolab/cmdlets/exchange/catalogue"
	"exolab/parser"
	"exolab/runtime"
	"exolab/runtime/value"
)

func newCheck(f *flags) *cobra.Command {
	var counts, asJSON, asSARIF bool
	var flavour string
	cmd := &cobra.Command{Use: "check FILE.ps1 ...", Short: "Read scripts without running them and report errors and typical mistakes",
		Long: "check reads scripts without running them and reports syntax errors, unknown commands\n" +
			"and parameters, cmdlets that are not emulated, and typical mistakes, each with the id\n" +
			"of its rule. The exit code is 1 when something was found.",
		Args: cobra.MinimumNArgs(1)}
	cmd.Flags().BoolVar(&counts, "counts", false, "print what the parser saw as JSON")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the findings as JSON")
	cmd.Flags().BoolVar(&asSARIF, "sarif", false, "print the findings as SARIF 2.1.0")
	cmd.Flags().StringVar(&flavour, "for", "", "the kind of Exchange that the scripts are for: online or onpremises")
	cmd.MarkFlagsMutuallyExclusive("counts", "json", "sarif")
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		if counts {
			return f.printCounts(args)
		}
		wanted := check.Flavour(strings.ToLower(flavour))
		if wanted != check.AnyFlavour && wanted != check.Online && wanted != check.OnPremises {
			return fmt.Errorf("scripts are for online or onpremises, not %q", flavour)
		}
		findings, err := f.checkFiles(args, wanted)
		if err != nil {
			return err
		}
		switch {
		case asJSON:
			err = check.JSON(f.streams.Out, findings)
		case asSARIF:
			err = check.SARIF(f.streams.Out, Version, findings)
		default:
			err = check.Text(f.streams.Out, findings)
		}
		if err == nil && len(findings) > 0 {
			err = exitCode(exitFailure)
		}
		return err
	}
	return cmd
}

// checkFiles checks scripts against the commands of a session. Functions of
// one of them are known to all.
func (f *flags) checkFiles(files []string, wanted check.Flavour) ([]check.Finding, error) {
	sh, err := shell.New(shell.Options{Config: shell.Config{Memory: true, NoColour: true}, Streams: f.streams, NonInteractive: true})
	if err != nil {
		return nil, err
	}
	defer sh.Close()
	defined := map[string]bool{}
	texts := make([]string, len(files))
	for i, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, fileError(err)
		}
		texts[i] = parser.Decode(data)
		if tree, err := parser.Parse(file, texts[i]); err == nil {
			for name := range check.Functions(tree) {
				defined[name] = true
			}
		}
	}
	var findings []check.Finding
	options := check.Options{Commands: commandsOf(sh.Session), Defined: defined, Flavours: flavoursOf, Wanted: wanted}
	for i, file := range files {
		found, err := check.Script(file, texts[i], options)
		if err != nil {
			return nil, err
		}
		findings = append(findings, found...)
	}
	return findings, nil
}

// flavoursOf says which kinds of Exchange have a cmdlet; both for cmdlets that
// are not Exchange's.
func flavoursOf(cmdlet string) (online, onPremises bool) {
	entry := catalogue.Find(value.Fold(cmdlet))
	if entry == nil {
		return true, true
	}
	return entry.Cloud(), entry.OnPremises()
}

// commandsOf finds commands as a fresh session knows them.
func commandsOf(s *runtime.Session) check.Commands {
	return func(name string) *runtime.Command {
		if alias := s.Global.Alias(value.Fold(name)); alias != nil {
			name = alias.Target
		}
		if function := s.Global.Function(value.Fold(name)); function != nil {
			return function
		}
		return s.Commands.Lookup(name)
	}
}

// printCounts prints what the parser saw of each file, one a line.
func (f *flags) printCounts(files []string) error {
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return fileError(err)
		}
		tree, err := parser.Parse(file, parser.Decode(data))
		var wrong *parser.ParseErrors
		if err != nil && !errors.As(err, &wrong) {
			return err
		}
		n := 0
		if wrong != nil {
			n = len(wrong.Errors)
		}
		if err := json.NewEncoder(f.streams.Out).Encode(map[string]any{"errors": n, "nodes": parser.Counts(tree)}); err != nil {
			return err
		}
	}
	return nil
}
