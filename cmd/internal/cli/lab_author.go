package cli

import (
	"crypto/rand"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"exolab/cmd/internal/labs"
	"exolab/store/lab"
)

func (l *labFlags) verify() *cobra.Command {
	return &cobra.Command{Use: "verify [DIR]", Short: "Prove that labs are right: unsolved at the start, solved by their solutions, ...", Args: cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			time.Local = time.UTC
			all, err := l.toVerify(args)
			if err != nil {
				return err
			}
			others, err := labs.Catalogue(l.dir)
			if err != nil {
				return err
			}
			report := labs.VerifyAll(all, others)
			if l.asJSON {
				err = labs.JSON(l.streams.Out, report)
			} else {
				err = report.Text(l.streams.Out)
			}
			if err == nil && report.Failed() {
				return exitCode(exitFailure)
			}
			return err
		}}
}

// toVerify is the labs of a folder - one lab, or many -, or all that there are.
func (l *labFlags) toVerify(args []string) ([]*lab.Lab, error) {
	if len(args) == 0 {
		return labs.Catalogue(l.dir)
	}
	dir := args[0]
	if _, err := os.Stat(filepath.Join(dir, lab.Text)); err == nil {
		absolute, err := filepath.Abs(dir)
		if err != nil {
			return nil, err
		}
		one, err := lab.Folder(os.DirFS(absolute), ".", filepath.ToSlash(absolute))
		return []*lab.Lab{one}, err
	}
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return nil, fmt.Errorf("the folder %s is not there", dir)
	}
	return lab.All(os.DirFS(dir), dir)
}

func (l *labFlags) create() *cobra.Command {
	return &cobra.Command{Use: "new NAME", Short: "Write a new lab that already verifies", Args: cobra.ExactArgs(1), RunE: func(_ *cobra.Command, args []string) error {
		dir := l.dir
		if dir == "" {
			dir = "."
		}
		target, err := labs.Create(dir, args[0])
		if err != nil {
			return err
		}
		if l.asJSON {
			return labs.JSON(l.streams.Out, map[string]string{"folder": target})
		}
		return l.say(fmt.Sprintf("Wrote %s. Edit lab.md and the scripts in it, then prove it:\n\n    exolab lab verify %s", target, target))
	}}
}

func (l *labFlags) hash() *cobra.Command {
	kind, salt := "", ""
	cmd := &cobra.Command{Use: "hash VALUE", Short: "Print a salted hash of an answer, for a pack that must not give it away", Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			t := lab.AnswerType(kind)
			if !t.Valid(args[0]) {
				return fmt.Errorf("%q cannot be an answer of the type %q: %s is needed", args[0], kind, t.Kind())
			}
			if salt == "" {
				salt = rand.Text()[:8]
			}
			return l.say(fmt.Sprintf("sha256 = %q", lab.HashAnswer(t, salt, args[0])))
		}}
	cmd.Flags().StringVar(&kind, "type", string(lab.TextAnswer), "how answers are compared: text, number, date, set, mailbox, mailboxes")
	cmd.Flags().StringVar(&salt, "salt", "", "the salt; one is drawn otherwise")
	return cmd
}

func (l *labFlags) report() *cobra.Command {
	asCSV, page, class := false, "", "Lab report"
	cmd := &cobra.Command{Use: "report [LOG.jsonl ...]", Short: "Show the progress of one learner or of many",
		Long: "report reads progress logs - your own when none is named - and shows for each learner\n" +
			"and lab what was passed, with how many hints and tries, and where people were stuck.",
		RunE: func(_ *cobra.Command, args []string) error {
			report, err := l.readLogs(args)
			switch {
			case err != nil:
				return err
			case l.asJSON:
				return labs.JSON(l.streams.Out, report)
			case asCSV:
				return report.CSV(l.streams.Out)
			case page != "":
				return writeFile(page, func(w io.Writer) error { return report.HTML(w, class) })
			}
			return report.Table(l.streams.Out)
		}}
	cmd.Flags().BoolVar(&asCSV, "csv", false, "print comma-separated values")
	cmd.Flags().StringVar(&page, "html", "", "write a page with a chart to this file")
	cmd.Flags().StringVar(&class, "class", class, "the title of the page")
	return cmd
}

// readLogs merges the events of many logs.
func (l *labFlags) readLogs(files []string) (*lab.Report, error) {
	home, err := l.home()
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		files = []string{filepath.Join(home.Dir, "progress.jsonl")}
		if _, err := os.Stat(files[0]); err != nil {
			return lab.NewReport(home.Labs(), nil), nil
		}
	}
	var events []lab.Event
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			return nil, fmt.Errorf("the progress log %s cannot be read", file)
		}
		more, bad := lab.ParseEvents(raw)
		if bad > 0 {
			fmt.Fprintf(l.streams.Err, "exolab: %s: %d lines cannot be read and were passed over\n", file, bad)
		}
		events = append(events, more...)
	}
	return lab.NewReport(home.Labs(), events), nil
}

func (l *labFlags) certificate() *cobra.Command {
	name := ""
	cmd := &cobra.Command{Use: "certificate", Short: "Print a self-issued certificate of the labs that were passed", Args: cobra.NoArgs, RunE: func(*cobra.Command, []string) error {
		home, err := l.home()
		if err != nil {
			return err
		}
		if name == "" {
			name = home.Learner
		}
		events, _, err := home.Log().Read()
		if err != nil {
			return err
		}
		c := lab.NewCertificate(name, "exolab "+Version, time.Now(), lab.Standings(home.Labs(), events, home.Learner))
		if len(c.Labs) == 0 {
			return fmt.Errorf("%s has passed no lab yet", home.Learner)
		}
		if l.asJSON {
			return labs.JSON(l.streams.Out, c)
		}
		return l.say(c.Markdown())
	}}
	cmd.Flags().StringVar(&name, "name", "", "the name on the certificate")
	return cmd
}
