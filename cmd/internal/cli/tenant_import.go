package cli

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"exolab/cmd/internal/shell"
	"exolab/store"
	"exolab/store/activity"
	"exolab/store/evidence"
	"exolab/store/seed"
)

// mostNamed is the number of damaged rows and refusals that are named one by one.
const mostNamed = 20

// importOptions are the flags of "tenant import".
type importOptions struct{ name, into string }

func (f *flags) importCommand() *cobra.Command {
	o := &importOptions{}
	cmd := &cobra.Command{
		Use: "import FILE", Short: "Read an organization, an export of a real one, or a script of activities", Args: cobra.ExactArgs(1),
		Long: "Reads a file whose format is recognized by its content, also if it is compressed by gzip or in UTF-16:\n" +
			"  JSON Lines of \"tenant export\"              an organization, which becomes the current one\n" +
			"  JSON Lines of kind \"activity\"              what users do, performed in the current organization\n" +
			"  CSV of a Purview audit search or of Search-UnifiedAuditLog | Export-Csv; AuditData as JSON\n" +
			"  CSV of Search-MailboxAuditLog or of the documented audit script; SearchResult.xml\n" +
			"Exports make a new organization named as the file, whose present is an hour after the newest record;\n" +
			"with --into they are added to one that is there. Rows that cannot be read are named and kept.",
	}
	cmd.Flags().StringVar(&o.name, "name", "", "the name of the organization")
	cmd.Flags().StringVar(&o.into, "into", "", "add the records to this organization")
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		if cmd.Flags().Changed("tenant") {
			return errors.New("an import makes an organization: --name names it, and --into adds the records to one that is there")
		}
		return f.withStore(args, func(s store.Store, c shell.Config, args []string) error { return f.importFile(s, c, args[0], o) })
	}
	return cmd
}

func (f *flags) importFile(s store.Store, c shell.Config, path string, o *importOptions) error {
	file, err := os.Open(path)
	if err != nil {
		return fileError(err)
	}
	defer file.Close()
	in, err := evidence.Open(file)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	options := store.ImportOptions{CreateOptions: store.CreateOptions{Replace: true, Select: true}, Name: o.name, Into: o.into}
	switch format := evidence.Peek(in); format {
	case evidence.Activities:
		return f.runScript(s, c, in)
	case evidence.Records:
		return f.importRecords(s, in, path, options)
	default:
		return f.importEvidence(s, in, format, path, options)
	}
}

func (f *flags) importRecords(s store.Store, in *bufio.Reader, path string, options store.ImportOptions) error {
	bar := f.progress("importing " + path)
	options.Progress = bar.set
	result, err := s.Import(in, options)
	bar.finish()
	if err == nil {
		fmt.Fprintf(f.streams.Out, "%s: %d mailboxes, %d audit entries\n", result.Name, result.Counts.Mailboxes, result.Counts.AuditEntries)
	}
	return err
}

func (f *flags) importEvidence(s store.Store, in *bufio.Reader, format evidence.Format, path string, options store.ImportOptions) error {
	name := options.Name
	if name == "" {
		name = strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	}
	bar := f.progress("importing " + path)
	options.Progress = bar.set
	result, err := evidence.Import(s, in, format, name, options)
	bar.finish()
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	n := result.Counts
	fmt.Fprintf(f.streams.Out, "%s (%s): %d mailboxes, %d unified records, %d mailbox audit entries, %d admin audit entries\n",
		result.Name, format, n.Mailboxes, n.UnifiedAuditRecords, n.AuditEntries, n.AdminAuditEntries)
	for i, d := range result.Damages {
		if i == mostNamed {
			fmt.Fprintf(f.streams.Err, "... and %d more\n", len(result.Damages)-i)
			break
		}
		fmt.Fprintf(f.streams.Err, "line %d: %s\n", d.Line, d.Reason)
	}
	if len(result.Damages) > 0 {
		fmt.Fprintf(f.streams.Err, "%d rows are damaged; all are kept (importRemainder lines of \"tenant export\" hold those that could not be read)\n", len(result.Damages))
	}
	return nil
}

// runScript performs a script of activities in the current organization.
func (f *flags) runScript(s store.Store, c shell.Config, in *bufio.Reader) error {
	script, err := activity.ReadScript(in)
	if err != nil {
		return err
	}
	t, _, err := seed.OpenOrNew(s, c.Tenant, seed.Options{Clock: c.Now})
	if err != nil {
		return err
	}
	bar := f.progressTo("performing", len(script))
	outcomes, err := activity.RunScript(t, script, bar.set)
	bar.finish()
	if err != nil {
		return err
	}
	entries, refusals := 0, 0
	for _, o := range outcomes {
		if o.Refusal != nil {
			if refusals++; refusals <= mostNamed {
				fmt.Fprintf(f.streams.Err, "line %d: %s %s\n", o.Line.Number, o.Refusal.Message, o.Refusal.Why)
			}
			continue
		}
		for _, r := range o.Result.Records {
			if r.Logged {
				entries++
			}
		}
	}
	fmt.Fprintf(f.streams.Out, "%s: %d activities, %d refused, %d audit entries\n", t.Name(), len(outcomes), refusals, entries)
	return nil
}
