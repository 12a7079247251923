package cli

import (
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"exolab/cmd/internal/shell"
	"exolab/store"
	"exolab/store/scenario"
)

func (f *flags) truthCommand() *cobra.Command {
	asJSON := false
	cmd := &cobra.Command{Use: "truth", Short: "Tell a trainer what really happened in the organization", Args: cobra.NoArgs}
	cmd.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	cmd.RunE = func(*cobra.Command, []string) error {
		return f.readingStore(nil, func(s store.Store, c shell.Config, _ []string) error {
			t, err := s.Open(c.Tenant)
			if err != nil {
				return err
			}
			var truth *scenario.Truth
			if err := t.View(func(r store.Reader) (err error) { truth, err = scenario.ReadTruth(r); return err }); err != nil {
				return err
			}
			if asJSON {
				return f.writeJSON(truth)
			}
			f.tellTruth(truth)
			return nil
		})
	}
	return cmd
}

func (f *flags) writeJSON(v any) error {
	e := json.NewEncoder(f.streams.Out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// tellTruth prints the questions with their answers and the steps with their
// traces.
func (f *flags) tellTruth(t *scenario.Truth) {
	out := f.streams.Out
	fmt.Fprintf(out, "%s: %s\n\n%s\n\nQuestions\n", t.Scenario, t.Title, t.Brief)
	for i, q := range t.Questions {
		fmt.Fprintf(out, "%2d. %s\n    %s\n", i+1, q.Question, q.Answer)
	}
	fmt.Fprintln(out, "\nWhat happened (times in UTC)")
	for _, step := range t.Steps {
		fmt.Fprintf(out, "%s  %s\n    by %s in %s\n", step.At.Format("2006-01-02 15:04:05"), step.What, step.Who, step.Where)
		for _, e := range step.Evidence {
			if e.Identity != "" {
				fmt.Fprintf(out, "    %s: %s %s\n", e.Log, e.Operation, e.Identity)
				continue
			}
			fmt.Fprintf(out, "    %s: %s (%s)\n", e.Log, e.Operation, e.Note)
		}
	}
}
