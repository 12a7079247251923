package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"exolab/cmd/internal/shell"
)

// flags are the flags that every command takes.
type flags struct {
	streams           shell.Streams
	data              string
	memory            bool
	requireConnection bool
	tenant            string
	drives            []string
	now               string
	writes            []string
}

func newRoot(streams shell.Streams) *cobra.Command {
	f := &flags{streams: streams}
	root := &cobra.Command{
		Use:   "exolab [FILE.ps1 [arguments]]",
		Short: "PowerShell and an Exchange organization to practise on, offline",
		Long: "exolab understands PowerShell and behaves like an Exchange organization.\n" +
			"Without arguments it opens a prompt; with a script file it runs the script.",
		Args:              cobra.ArbitraryArgs,
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{},
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return f.prompt()
			}
			if !strings.HasSuffix(strings.ToLower(args[0]), ".ps1") {
				return fmt.Errorf("unknown command %q; \"exolab help\" lists the commands", args[0])
			}
			return f.runFile(args[0], args[1:])
		},
	}
	root.SetIn(streams.In)
	root.SetOut(streams.Out)
	root.SetErr(streams.Err)
	root.Flags().SetInterspersed(false)
	p := root.PersistentFlags()
	p.StringVar(&f.data, "data", "", "the data directory (EXOLAB_DATA)")
	p.BoolVar(&f.memory, "memory", false, "a fresh organization in memory, gone at exit")
	p.StringVar(&f.tenant, "tenant", "", "the organization to work on (EXOLAB_TENANT)")
	p.StringArrayVar(&f.drives, "drive", nil, "where a Windows drive of scripts lies, as C=DIR (EXOLAB_DRIVES)")
	p.StringArrayVar(&f.writes, "allow-write", nil, "a further directory that scripts may write to (EXOLAB_ALLOW_WRITE)")
	p.BoolVar(&f.requireConnection, "require-connection", false, "the Exchange cmdlets are unknown until the session is connected (EXOLAB_REQUIRE_CONNECTION=1)")
	p.StringVar(&f.now, "now", "", "the organization's present for this run, in ISO 8601 (EXOLAB_NOW)")
	root.AddCommand(newRun(f), newTenant(f), newVersion(f), newCheck(f), newLab(f), newPwsh(f))
	root.Version = versionLine()
	root.SetVersionTemplate("{{.Version}}\n")
	explainUsage(root)
	f.completeValues(root)
	return root
}

// config is what the environment says, overruled by the flags.
func (f *flags) config() (shell.Config, error) {
	c, err := shell.FromEnvironment()
	if err != nil {
		return c, err
	}
	c.Notices = true
	if f.data != "" {
		c.SetData(f.data)
	}
	c.Memory = c.Memory || f.memory
	c.RequireConnection = c.RequireConnection || f.requireConnection
	if f.tenant != "" {
		c.Tenant = f.tenant
	}
	c.AllowWrite = append(c.AllowWrite, f.writes...)
	for _, pair := range f.drives {
		if err := c.AddDrive(pair); err != nil {
			return c, err
		}
	}
	return c, c.SetNow(f.now)
}

func newVersion(f *flags) *cobra.Command {
	return &cobra.Command{Use: "version", Short: "Print the version", Args: cobra.NoArgs, RunE: func(*cobra.Command, []string) error {
		_, err := fmt.Fprintln(f.streams.Out, versionLine())
		return err
	}}
}

func versionLine() string {
	return fmt.Sprintf("exolab %s (PowerShell %s)", Version, powerShellVersion)
}

// newPwsh is the pwsh program with flags of ours before its name; without
// them, Main takes its arguments before any flag is looked at.
func newPwsh(f *flags) *cobra.Command {
	return &cobra.Command{Use: "pwsh [arguments of pwsh]", Short: "Be the pwsh program: -File, -Command, -NoProfile, ...",
		DisableFlagParsing: true, RunE: func(cmd *cobra.Command, args []string) error {
			ours := cmd.Root().PersistentFlags()
			for len(args) > 0 && strings.HasPrefix(args[0], "--") {
				name, _, whole := strings.Cut(args[0][2:], "=")
				flag, n := ours.Lookup(name), 1
				if flag == nil {
					break
				}
				if !whole && flag.NoOptDefVal == "" {
					n = min(2, len(args))
				}
				if err := ours.Parse(args[:n]); err != nil {
					return err
				}
				args = args[n:]
			}
			code := pwsh(args, f.streams, func() (shell.Config, error) {
				c, err := f.config()
				c.Notices = false
				return c, err
			})
			if code == 0 {
				return nil
			}
			return exitCode(code)
		}}
}
