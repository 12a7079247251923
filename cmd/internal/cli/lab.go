package cli

import (
	"fmt"
	"os"
	"os/user"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"exolab/cmd/internal/labs"
	"exolab/store/lab"
)

// labFlags are the flags that the lab commands share.
type labFlags struct {
	*flags
	dir     string
	learner string
	variant int
	asJSON  bool
}

func newLab(f *flags) *cobra.Command {
	l := &labFlags{flags: f}
	cmd := &cobra.Command{Use: "lab", Short: "Learn mailbox auditing and investigation with tasks that are checked",
		Long: "Labs are tasks on an organization of their own. Each is checked as you work;\n" +
			"three hints help, and what you did is kept. Begin with: exolab lab start"}
	p := cmd.PersistentFlags()
	p.StringVar(&l.dir, "labs", os.Getenv("EXOLAB_LABS"), "a folder of more labs (EXOLAB_LABS)")
	p.StringVar(&l.learner, "learner", os.Getenv("EXOLAB_LEARNER"), "whose progress it is (EXOLAB_LEARNER; the user's name otherwise)")
	p.IntVar(&l.variant, "variant", -1, "other names, dates and addresses of the same difficulty")
	p.BoolVar(&l.asJSON, "json", false, "print the screen as JSON")
	cmd.AddCommand(l.list(), l.start(), l.exam(), l.task(), l.check(), l.hint(), l.answer(), l.reset(), l.watch(), l.solution(),
		l.verify(), l.create(), l.hash(), l.report(), l.certificate())
	return cmd
}

// home is where the learner's labs are kept, with the labs that there are.
func (l *labFlags) home() (*labs.Home, error) {
	// The clock of labs stands in UTC, wherever the learner is.
	time.Local = time.UTC
	config, err := l.config()
	if err != nil {
		return nil, err
	}
	all, err := labs.Catalogue(l.dir)
	if err != nil {
		return nil, err
	}
	home := &labs.Home{Learner: l.who()}
	if !config.Memory {
		home.Dir = filepath.Join(config.Data, "labs")
	}
	home.Know(all)
	return home, nil
}

// who is the learner's name.
func (l *labFlags) who() string {
	if l.learner != "" {
		return l.learner
	}
	if u, err := user.Current(); err == nil && u.Username != "" {
		return u.Username
	}
	return "learner"
}

// chosen is the lab that the arguments name, in the variant that is asked for
// or, without one, in which it was begun.
func (l *labFlags) chosen(args []string, choose func(name string) (*lab.Lab, error), home *labs.Home) (*lab.Variant, error) {
	name := ""
	if len(args) > 0 {
		name = args[0]
	}
	chosen, err := choose(name)
	if err != nil {
		return nil, err
	}
	n := l.variant
	if n < 0 {
		n, _ = home.KeptVariant(chosen)
	}
	return chosen.Variant(n), nil
}

// player does something with an open lab; resumed tells that it was begun
// before.
type player func(home *labs.Home, p *labs.Play, resumed bool) error

// withPlay opens the lab that the arguments name, or the one last open, does
// something with it and closes it.
func (l *labFlags) withPlay(args []string, do player) error {
	return l.withChosen(args, (*labs.Home).Choose, false, do)
}

// withChosen is withPlay for any way to choose a lab, at a prompt or not.
func (l *labFlags) withChosen(args []string, choose func(home *labs.Home, name string) (*lab.Lab, error), interactive bool, do player) error {
	home, err := l.home()
	if err != nil {
		return err
	}
	defer home.Close()
	v, err := l.chosen(args, func(name string) (*lab.Lab, error) { return choose(home, name) }, home)
	if err != nil {
		return err
	}
	return l.play(home, v, interactive, do)
}

func (l *labFlags) play(home *labs.Home, v *lab.Variant, interactive bool, do player) error {
	config, err := l.config()
	if err != nil {
		return err
	}
	streams := l.streams
	if l.asJSON {
		// What scripts show must not stand in the JSON.
		streams.Out = streams.Err
	}
	p, resumed, err := home.Open(v, labs.Options{Streams: streams, Interactive: interactive, NoColour: config.NoColour})
	if err != nil {
		return err
	}
	err = do(home, p, resumed)
	if closeErr := p.Close(); err == nil {
		err = closeErr
	}
	return err
}

// say prints a text.
func (l *labFlags) say(text string) error {
	if text = strings.TrimRight(text, "\n"); text == "" {
		return nil
	}
	_, err := fmt.Fprintln(l.streams.Out, text)
	return err
}

func (l *labFlags) list() *cobra.Command {
	track := ""
	cmd := &cobra.Command{Use: "list", Short: "List the labs and what was passed", Args: cobra.NoArgs, RunE: func(*cobra.Command, []string) error {
		home, err := l.home()
		if err != nil {
			return err
		}
		list, err := home.List(track)
		switch {
		case err != nil:
			return err
		case l.asJSON:
			return labs.JSON(l.streams.Out, list)
		}
		return list.Text(l.streams.Out)
	}}
	cmd.Flags().StringVar(&track, "track", "", "only the labs of one track")
	return cmd
}
