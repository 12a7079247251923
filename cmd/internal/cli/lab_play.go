package cli

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"

	"github.com/spf13/cobra"

	"exolab/cmd/internal/labs"
	"exolab/cmd/internal/repl"
)

func (l *labFlags) start() *cobra.Command {
	return &cobra.Command{Use: "start [LAB]", Short: "Open a lab at a prompt: the next one, or the one named", Args: cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return l.withChosen(args, (*labs.Home).ChooseNext, true, l.prompt)
		}}
}

func (l *labFlags) exam() *cobra.Command {
	return &cobra.Command{Use: "exam TRACK", Short: "Open the exam of a track; passing it passes the whole track", Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return l.withChosen(args, (*labs.Home).Exam, true, l.prompt)
		}}
}

// prompt shows the lab and reads commands; each is followed by a quiet check.
func (l *labFlags) prompt(home *labs.Home, p *labs.Play, resumed bool) error {
	if l.asJSON {
		return labs.JSON(l.streams.Out, p.TaskScreen())
	}
	if err := l.say(p.Welcome(resumed)); err != nil {
		return err
	}
	sh := p.Shell()
	code := repl.Run(sh, repl.Options{In: l.streams.In, Data: home.Dir, Before: p.Before, After: func(string) {
		if said := p.After(); said != "" {
			_ = sh.Console.Text("\n"+said, false, -1, -1)
		}
	}})
	if code != 0 {
		return exitCode(code)
	}
	return nil
}

func (l *labFlags) task() *cobra.Command {
	return &cobra.Command{Use: "task [LAB]", Short: "Show the open task", Args: cobra.MaximumNArgs(1), RunE: func(_ *cobra.Command, args []string) error {
		return l.withPlay(args, func(_ *labs.Home, p *labs.Play, _ bool) error {
			if l.asJSON {
				return labs.JSON(l.streams.Out, p.TaskScreen())
			}
			return l.say(p.TaskText())
		})
	}}
}

func (l *labFlags) check() *cobra.Command {
	script, all := "", false
	cmd := &cobra.Command{Use: "check [LAB]", Short: "Check the open task; the exit code is 1 when it is not done", Args: cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return l.withPlay(args, func(_ *labs.Home, p *labs.Play, _ bool) error {
				open := p.OpenTask()
				if script != "" {
					if err := l.runScript(p, script); err != nil {
						return err
					}
				}
				if p.OpenTask() != open && !all && !l.asJSON {
					return nil
				}
				return l.showCheck(p, all)
			})
		}}
	cmd.Flags().StringVar(&script, "script", "", "run this script in the lab first")
	cmd.Flags().BoolVar(&all, "all", false, "check every task")
	return cmd
}

func (l *labFlags) runScript(p *labs.Play, script string) error {
	path, err := filepath.Abs(script)
	if err != nil {
		return err
	}
	if _, err := os.Stat(path); err != nil {
		return fmt.Errorf("the script %s is not there", script)
	}
	said := p.RunScript(path)
	if l.asJSON {
		return nil
	}
	return l.say(said)
}

func (l *labFlags) showCheck(p *labs.Play, all bool) error {
	screen, err := p.CheckScreen(all)
	if err != nil {
		return err
	}
	if l.asJSON {
		err = labs.JSON(l.streams.Out, screen)
	} else {
		err = l.say(screen.Text())
	}
	if err == nil && screen.Status != "pass" {
		return exitCode(exitFailure)
	}
	return err
}

// word runs one of the prompt's words on a lab.
func (l *labFlags) word(args []string, words ...string) error {
	return l.withPlay(args, func(_ *labs.Home, p *labs.Play, _ bool) error {
		text, _, err := p.Command(words)
		switch {
		case err != nil:
			return err
		case l.asJSON:
			return labs.JSON(l.streams.Out, map[string]any{"text": text, "task": p.TaskScreen()})
		}
		return l.say(text)
	})
}

func (l *labFlags) hint() *cobra.Command {
	return &cobra.Command{Use: "hint [LAB]", Short: "Give the next hint of the open task", Args: cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return l.word(args, "hint") }}
}

func (l *labFlags) answer() *cobra.Command {
	of := ""
	cmd := &cobra.Command{Use: "answer NAME VALUE", Short: "Submit an answer in the lab that was last open", Args: cobra.MinimumNArgs(2),
		RunE: func(_ *cobra.Command, args []string) error {
			var which []string
			if of != "" {
				which = []string{of}
			}
			return l.word(which, append([]string{"answer"}, args...)...)
		}}
	cmd.Flags().StringVar(&of, "lab", "", "another lab than the one last open")
	return cmd
}

func (l *labFlags) reset() *cobra.Command {
	yes := false
	cmd := &cobra.Command{Use: "reset [LAB]", Short: "Begin a lab anew, whatever happened to it", Args: cobra.MaximumNArgs(1), RunE: func(_ *cobra.Command, args []string) error {
		home, err := l.home()
		if err != nil {
			return err
		}
		defer home.Close()
		v, err := l.chosen(args, home.Choose, home)
		if err != nil {
			return err
		}
		if !yes && !l.confirm("Begin the lab "+v.Name()+" anew? What you changed in it is lost. [y/N] ") {
			return exitCode(exitFailure)
		}
		if err := home.Forget(v.Lab); err != nil {
			return err
		}
		return l.play(home, v, false, func(_ *labs.Home, p *labs.Play, _ bool) error {
			if l.asJSON {
				return labs.JSON(l.streams.Out, p.TaskScreen())
			}
			return l.say("The lab begins anew.\n\n" + p.TaskText())
		})
	}}
	cmd.Flags().BoolVarP(&yes, "yes", "y", false, "do not ask")
	return cmd
}

func (l *labFlags) watch() *cobra.Command {
	return &cobra.Command{Use: "watch LAB FILE.ps1", Short: "Run and check a script each time it is saved", Args: cobra.ExactArgs(2), RunE: func(_ *cobra.Command, args []string) error {
		file, err := filepath.Abs(args[1])
		if err != nil {
			return err
		}
		return l.withPlay(args[:1], func(_ *labs.Home, p *labs.Play, _ bool) error {
			ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
			defer stop()
			return p.Watch(ctx, file, l.streams.Out)
		})
	}}
}

func (l *labFlags) solution() *cobra.Command {
	giveUp := false
	cmd := &cobra.Command{Use: "solution [LAB]", Short: "Show the solution of a lab that was passed", Args: cobra.MaximumNArgs(1), RunE: func(_ *cobra.Command, args []string) error {
		words := []string{"solution"}
		if giveUp {
			words = append(words, "give-up")
		}
		return l.word(args, words...)
	}}
	cmd.Flags().BoolVar(&giveUp, "give-up", false, "show it before a pass; the lab then earns no points")
	return cmd
}
