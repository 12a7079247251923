package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// explainUsage makes every command below root say in exolab's words what is
// wrong with its arguments and flags.
func explainUsage(root *cobra.Command) {
	root.SetFlagErrorFunc(flagError)
	for _, cmd := range root.Commands() {
		explainArguments(cmd)
	}
}

func explainArguments(cmd *cobra.Command) {
	if fits := cmd.Args; fits != nil {
		cmd.Args = func(c *cobra.Command, args []string) error {
			if fits(c, args) != nil {
				return fmt.Errorf("the number of arguments does not fit; usage: %s", c.UseLine())
			}
			return nil
		}
	}
	if cmd.HasSubCommands() && !cmd.Runnable() {
		cmd.RunE = group
	}
	for _, sub := range cmd.Commands() {
		explainArguments(sub)
	}
}

// group is what a command does that only holds others.
func group(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return cmd.Help()
	}
	return fmt.Errorf("unknown command %q; \"%s --help\" lists the commands", args[0], cmd.CommandPath())
}

func flagError(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var missing *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		return fmt.Errorf("there is no flag %s; \"%s --help\" lists the flags", dashed(unknown.GetSpecifiedName()), cmd.CommandPath())
	case errors.As(err, &missing):
		return fmt.Errorf("the flag %s needs a value", dashed(missing.GetSpecifiedName()))
	case errors.As(err, &invalid):
		return fmt.Errorf("the value %q does not fit the flag %s", invalid.GetValue(), dashed(invalid.GetFlag().Name))
	}
	return err
}

// dashed is a flag as it is typed.
func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}
