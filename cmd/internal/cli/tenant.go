package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"exolab/cmd/internal/shell"
	"exolab/store"
	"exolab/store/seed"
)

func newTenant(f *flags) *cobra.Command {
	t := &cobra.Command{Use: "tenant", Short: "Manage the organizations of the data directory"}
	t.AddCommand(
		f.readingCommand("list", "List the organizations", cobra.NoArgs, f.listTenants),
		f.readingCommand("show", "Show what an organization holds", cobra.NoArgs, f.showTenant),
		f.newTenantCommand(),
		f.scenariosCommand(),
		f.quirksCommand(),
		f.truthCommand(),
		f.tenantCommand("use NAME", "Make an organization the current one", cobra.ExactArgs(1), f.useTenant),
		f.removeTenantCommand(),
		f.tenantCommand("reset", "Seed the organization anew", cobra.NoArgs, f.resetTenant),
		f.importCommand(),
		f.readingCommand("export FILE", "Write the organization as JSON Lines", cobra.ExactArgs(1), f.exportTenant),
		f.readingCommand("backup FILE", "Write the whole data directory to one file", cobra.ExactArgs(1), f.backup),
		f.tenantCommand("restore FILE", "Read a backup into an empty data directory", cobra.ExactArgs(1), f.restore),
		f.tenantCommand("purge", "Delete the audit entries that are past their age limit", cobra.NoArgs, f.purge),
	)
	return t
}

type tenantAction func(s store.Store, c shell.Config, args []string) error

func (f *flags) tenantCommand(use, short string, args cobra.PositionalArgs, do tenantAction) *cobra.Command {
	return &cobra.Command{Use: use, Short: short, Args: args, RunE: func(_ *cobra.Command, args []string) error {
		return f.withStore(args, do)
	}}
}

// readingCommand is a command that changes nothing: it also works while a prompt
// has the data directory open.
func (f *flags) readingCommand(use, short string, args cobra.PositionalArgs, do tenantAction) *cobra.Command {
	return &cobra.Command{Use: use, Short: short, Args: args, RunE: func(_ *cobra.Command, args []string) error {
		return f.readingStore(args, do)
	}}
}

func (f *flags) withStore(args []string, do tenantAction) error {
	return f.withStoreOf(store.Open, args, do)
}

func (f *flags) readingStore(args []string, do tenantAction) error {
	return f.withStoreOf(store.OpenBeside, args, do)
}

func (f *flags) withStoreOf(open func(string, store.Options) (store.Store, error), args []string, do tenantAction) error {
	config, err := f.config()
	if err != nil {
		return err
	}
	s, err := open(config.Data, store.Options{Memory: config.Memory, Now: config.Now})
	if err != nil {
		return err
	}
	err = do(s, config, args)
	if closeErr := s.Close(); err == nil {
		err = closeErr
	}
	return err
}

func (f *flags) listTenants(s store.Store, _ shell.Config, _ []string) error {
	list, err := s.List()
	if len(list) == 0 && err == nil {
		fmt.Fprintln(f.streams.Err, "There is no organization yet; \"exolab tenant new\" makes one, and so does the first cmdlet that needs one.")
	}
	for _, info := range list {
		mark := " "
		if info.Current {
			mark = "*"
		}
		fmt.Fprintf(f.streams.Out, "%s %s\n", mark, info.Name)
	}
	return err
}

func (f *flags) showTenant(s store.Store, c shell.Config, _ []string) error {
	t, _, err := seed.OpenOrNew(s, c.Tenant, seed.Options{Clock: c.Now})
	if err != nil {
		return err
	}
	n, err := t.Counts()
	if err != nil {
		return err
	}
	fmt.Fprintf(f.streams.Out, "Name:          %s\nPresent:       %s\n", t.Name(), t.Now().Format("2006-01-02T15:04:05Z"))
	for _, row := range []struct {
		name  string
		count int
	}{{"Mailboxes", n.Mailboxes}, {"Recipients", n.Recipients}, {"Permissions", n.Permissions}, {"Inbox rules", n.InboxRules},
		{"Audit entries", n.AuditEntries}, {"Unified", n.UnifiedAuditRecords}, {"Admin audit", n.AdminAuditEntries}} {
		fmt.Fprintf(f.streams.Out, "%-14s %d\n", row.name+":", row.count)
	}
	return nil
}

func (f *flags) useTenant(s store.Store, _ shell.Config, args []string) error {
	return s.Select(args[0])
}

func (f *flags) removeTenantCommand() *cobra.Command {
	yes := false
	cmd := f.tenantCommand("remove NAME", "Delete an organization and all that is in it", cobra.ExactArgs(1),
		func(s store.Store, _ shell.Config, args []string) error {
			t, err := s.Open(args[0])
			if err != nil {
				return err
			}
			if !yes && !f.confirm("Delete the organization "+t.Name()+" and all that is in it? [y/N] ") {
				return exitCode(exitFailure)
			}
			return s.Remove(t.Name())
		})
	cmd.Flags().BoolVarP(&yes, "yes", "y", false, "do not ask")
	return cmd
}

func (f *flags) resetTenant(s store.Store, c shell.Config, _ []string) error {
	name := c.Tenant
	if t, err := s.Open(name); err == nil {
		name = t.Name()
	} else if !errors.Is(err, store.ErrUnknown) {
		return err
	}
	_, err := seed.New(s, seed.Options{Name: name, Clock: c.Now, CreateOptions: store.CreateOptions{Replace: true, Select: true}})
	return err
}

func (f *flags) exportTenant(s store.Store, c shell.Config, args []string) error {
	bar := f.progress("exporting to " + args[0])
	defer bar.finish()
	return writeFile(args[0], func(w io.Writer) error { return s.Export(w, c.Tenant, bar.set) })
}

func (f *flags) backup(s store.Store, _ shell.Config, args []string) error {
	return writeFile(args[0], s.Backup)
}

func (f *flags) restore(s store.Store, _ shell.Config, args []string) error {
	file, err := os.Open(args[0])
	if err != nil {
		return fileError(err)
	}
	defer file.Close()
	return s.Restore(file)
}

func (f *flags) purge(s store.Store, c shell.Config, _ []string) error {
	t, err := s.Open(c.Tenant)
	if err != nil {
		return err
	}
	n, err := t.Purge(nil)
	if err == nil {
		fmt.Fprintln(f.streams.Out, strconv.Itoa(n)+" entries deleted")
	}
	return err
}

// confirm asks a question that only y answers with yes.
func (f *flags) confirm(question string) bool {
	fmt.Fprint(f.streams.Out, question)
	var answer string
	_, err := fmt.Fscanln(f.streams.In, &answer)
	return err == nil && (answer == "y" || answer == "Y" || answer == "yes")
}

// unfinished is what the name of a file ends with while it is written.
const unfinished = ".part"

// writeFile writes beside the target and moves the result there, so that a
// failure leaves what was there before.
func writeFile(path string, write func(io.Writer) error) error {
	temporary := path + unfinished
	file, err := os.Create(temporary)
	if err != nil {
		return fileError(err)
	}
	err = write(file)
	if closeErr := file.Close(); err == nil {
		err = closeErr
	}
	if err == nil {
		err = os.Rename(temporary, path)
	}
	if err != nil {
		_ = os.Remove(temporary)
		return fileError(err)
	}
	return nil
}

func fileError(err error) error {
	var path *os.PathError
	if !errors.As(err, &path) {
		return err
	}
	name := strings.TrimSuffix(path.Path, unfinished)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return fmt.Errorf("cannot find the file %s", name)
	case errors.Is(err, os.ErrPermission):
		return fmt.Errorf("access to %s is denied", name)
	}
	return fmt.Errorf("%s: %s", name, path.Err)
}

// bar shows progress on a terminal and nothing elsewhere.
type bar struct{ to *progressbar.ProgressBar }

func (f *flags) progress(what string) bar { return f.progressTo(what, -1) }

// progressTo shows progress towards a known end; 0 and -1 are not known.
func (f *flags) progressTo(what string, end int) bar {
	if end == 0 {
		end = -1
	}
	file, ok := f.streams.Err.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		return bar{}
	}
	return bar{progressbar.NewOptions(end, progressbar.OptionSetWriter(file), progressbar.OptionSetDescription(what), progressbar.OptionClearOnFinish())}
}

func (b bar) set(done int) {
	if b.to != nil {
		_ = b.to.Set(done)
	}
}

func (b bar) finish() {
	if b.to != nil {
		_ = b.to.Finish()
	}
}
