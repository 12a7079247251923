package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"exolab/cmd/internal/shell"
	"exolab/store"
	"exolab/store/scenario"
	"exolab/store/seed"
)

// newOptions are the flags of "tenant new".
type newOptions struct {
	scenario, flavour        string
	seed                     uint64
	mailboxes, entries, days int
	replace                  bool
}

func (f *flags) newTenantCommand() *cobra.Command {
	o := &newOptions{}
	cmd := &cobra.Command{
		Use: "new [NAME]", Short: "Make a new organization, also one in which something has happened, and make it the current one", Args: cobra.MaximumNArgs(1),
		Long: "Makes an organization with people, permissions, rules and an audit history, and makes it the current one.\n" +
			"With --scenario an incident is hidden among the usual doings; \"exolab tenant scenarios\" lists them, and\n" +
			"\"exolab tenant truth\" tells a trainer what really happened.",
		Example: "  exolab tenant new Lab1 --scenario delegate-snooping\n  exolab tenant new Big --mailboxes 1000 --entries 1000000 --seed 7",
	}
	p := cmd.Flags()
	p.StringVar(&o.scenario, "scenario", "", "the incident: "+strings.Join(scenario.Names(), ", "))
	p.StringVar(&o.flavour, "flavour", "", "cloud or onprem: only the cmdlets, errors and defaults of Exchange Online or Exchange Server; without it a hybrid organization")
	p.Uint64Var(&o.seed, "seed", 0, "varies the people's doings; the same seed and --now give the same organization")
	p.IntVar(&o.mailboxes, "mailboxes", 0, fmt.Sprintf("the number of mailboxes, up to %d", seed.MaxMailboxes))
	p.IntVar(&o.entries, "entries", 0, fmt.Sprintf("the number of audit entries of usual doings, up to %d", seed.MaxEntries))
	p.IntVar(&o.days, "days", 0, "the days of audit history (90)")
	p.BoolVar(&o.replace, "replace", false, "put it in the place of an organization of the same name")
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		return f.withStore(args, func(s store.Store, c shell.Config, args []string) error { return f.makeTenant(s, c, args, o) })
	}
	return cmd
}

func (f *flags) makeTenant(s store.Store, c shell.Config, args []string, o *newOptions) error {
	sc, err := chosenScenario(o.scenario)
	if err != nil {
		return err
	}
	name := sc.Name
	if len(args) > 0 {
		name = args[0]
	}
	if name == "" {
		return fmt.Errorf("the new organization needs a name")
	}
	bar := f.progressTo("making "+name, o.entries)
	defer bar.finish()
	options := seed.Options{Name: name, Seed: o.seed, Clock: c.Now, Mailboxes: o.mailboxes, Entries: o.entries, Days: o.days, Flavour: o.flavour, Progress: bar.set,
		CreateOptions: store.CreateOptions{Select: true, Replace: o.replace}}
	if o.scenario == "" {
		_, err := seed.New(s, options)
		return err
	}
	if _, err := scenario.New(s, sc, options); err != nil {
		return err
	}
	fmt.Fprintf(f.streams.Out, "%s\n\n%s\n", sc.Title, sc.Brief)
	return nil
}

func chosenScenario(name string) (scenario.Scenario, error) {
	if name == "" {
		return scenario.Scenario{}, nil
	}
	return scenario.Find(name)
}

func (f *flags) scenariosCommand() *cobra.Command {
	return &cobra.Command{Use: "scenarios", Short: "List the incidents that \"tenant new --scenario\" can hide in an organization", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			for _, sc := range scenario.All() {
				fmt.Fprintf(f.streams.Out, "%-26s %s\n", sc.Name, sc.Title)
			}
			return nil
		}}
}
