package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"exolab/cmd/internal/shell"
	"exolab/store"
	"exolab/store/tenant"
)

func (f *flags) quirksCommand() *cobra.Command {
	return &cobra.Command{
		Use: "quirks [NAME on|off]", Short: "List the oddities of the service that the organization can show, or turn one on or off", Args: cobra.MaximumNArgs(2),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return f.readingStore(args, f.quirks)
			}
			return f.withStore(args, f.quirks)
		},
	}
}

func (f *flags) quirks(s store.Store, c shell.Config, args []string) error {
	t, err := s.Open(c.Tenant)
	if err != nil {
		return err
	}
	if len(args) > 0 {
		return setQuirk(t, args)
	}
	return t.View(func(r store.Reader) error {
		org, err := r.Organization()
		if err != nil {
			return err
		}
		for _, q := range tenant.Quirks {
			state := "off"
			if org.Has(q.Quirk) {
				state = "on"
			}
			fmt.Fprintf(f.streams.Out, "%-16s %-4s %s\n", q.Quirk, state, q.Does)
		}
		return nil
	})
}

// setQuirk turns the named quirk on or off.
func setQuirk(t store.Tenant, args []string) error {
	quirk := tenant.FindQuirk(args[0])
	switch {
	case quirk == "":
		return fmt.Errorf("%q is not a quirk; \"exolab tenant quirks\" lists them", args[0])
	case len(args) < 2 || args[1] != "on" && args[1] != "off":
		return fmt.Errorf("say on or off: exolab tenant quirks %s on", quirk)
	}
	return t.Update(func(w store.Writer) error {
		org, err := w.Organization()
		if err != nil {
			return err
		}
		org.Show(quirk, args[1] == "on")
		return w.PutOrganization(org)
	})
}
