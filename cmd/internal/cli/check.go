package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"exolab/parser"
)

func newCheck(f *flags) *cobra.Command {
	var counts bool
	cmd := &cobra.Command{Use: "check FILE.ps1 ...", Short: "Read scripts without running them and report syntax errors", Args: cobra.MinimumNArgs(1)}
	cmd.Flags().BoolVar(&counts, "counts", false, "print what the parser saw as JSON")
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		found := false
		for _, file := range args {
			bad, err := f.checkFile(file, counts)
			if err != nil {
				return err
			}
			found = found || bad
		}
		if found && !counts {
			return exitCode(exitFailure)
		}
		return nil
	}
	return cmd
}

// checkFile reports the syntax errors of one file.
func (f *flags) checkFile(file string, counts bool) (bad bool, err error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return false, fileError(err)
	}
	tree, err := parser.Parse(file, parser.Decode(data))
	var wrong *parser.ParseErrors
	if err != nil && !errors.As(err, &wrong) {
		return false, err
	}
	if counts {
		n := 0
		if wrong != nil {
			n = len(wrong.Errors)
		}
		return wrong != nil, json.NewEncoder(f.streams.Out).Encode(map[string]any{"errors": n, "nodes": parser.Counts(tree)})
	}
	if wrong == nil {
		return false, nil
	}
	for _, e := range wrong.Errors {
		at := wrong.Source.Position(e.Start)
		fmt.Fprintf(f.streams.Out, "%s:%d:%d: %s: %s\n", file, at.Line, at.Column, e.ID, e.Message)
	}
	return true, nil
}
