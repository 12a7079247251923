package lab

import (
	"encoding/csv"
	"fmt"
	"io"
	"sort"
	"strconv"
)

// Row is one learner's standing in one lab, as class reports show it.
type Row struct {
	Learner string `json:"learner"`
	Lab     string `json:"lab"`
	Title   string `json:"title"`
	State   State  `json:"state"`
	Points  int    `json:"points"`
	Stars   int    `json:"stars"`
	Hints   int    `json:"hints"`
	Checks  int    `json:"checks"`
	Failed  int    `json:"failedChecks"`
	StuckAt int    `json:"stuckAtTask,omitempty"`
	Minutes int    `json:"minutes"`
}

// Stuck is how much trouble a class had with one lab.
type Stuck struct {
	Lab    string `json:"lab"`
	Title  string `json:"title"`
	Failed int    `json:"failedChecks"`
	Hints  int    `json:"hints"`
	Passed int    `json:"passed"`
	Began  int    `json:"began"`
}

// Report is what many progress logs say together.
type Report struct {
	Rows  []Row   `json:"rows"`
	Stuck []Stuck `json:"labs"`
}

// NewReport makes the report over the events of many learners. Labs that
// nobody began are left out.
func NewReport(labs []*Lab, events []Event) *Report {
	names := map[string]bool{}
	for _, e := range events {
		names[e.Learner] = true
	}
	learners := make([]string, 0, len(names))
	for name := range names {
		learners = append(learners, name)
	}
	sort.Strings(learners)
	r := &Report{}
	stuck := make([]Stuck, len(labs))
	for _, learner := range learners {
		for i, s := range Standings(labs, events, learner) {
			if s.State == New {
				continue
			}
			r.Rows = append(r.Rows, Row{learner, s.Lab.Name(), s.Lab.Title, s.State, s.Points(), s.Stars(), s.Hints, s.Checks, s.FailedChecks, s.StuckAt, (s.Seconds + 59) / 60})
			stuck[i].Failed += s.FailedChecks
			stuck[i].Hints += s.Hints
			stuck[i].Began++
			if s.Done() {
				stuck[i].Passed++
			}
		}
	}
	for i, l := range labs {
		if stuck[i].Began > 0 {
			stuck[i].Lab, stuck[i].Title = l.Name(), l.Title
			r.Stuck = append(r.Stuck, stuck[i])
		}
	}
	return r
}

// CSV writes the rows as comma-separated values.
func (r *Report) CSV(w io.Writer) error {
	out := csv.NewWriter(w)
	if err := out.Write([]string{"learner", "lab", "title", "state", "points", "stars", "hints", "checks", "failedChecks", "stuckAtTask", "minutes"}); err != nil {
		return err
	}
	for _, row := range r.Rows {
		n := strconv.Itoa
		if err := out.Write([]string{row.Learner, row.Lab, row.Title, string(row.State), n(row.Points), n(row.Stars), n(row.Hints), n(row.Checks), n(row.Failed), n(row.StuckAt), n(row.Minutes)}); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// Table writes the rows for people, 80 columns wide, and where the class was
// stuck.
func (r *Report) Table(w io.Writer) error {
	if len(r.Rows) == 0 {
		_, err := fmt.Fprintln(w, "Nobody has begun a lab.")
		return err
	}
	fmt.Fprintf(w, "%-17s %-24s %-12s %6s %5s %5s %5s\n", "LEARNER", "LAB", "STATE", "POINTS", "STARS", "HINTS", "TRIES")
	for _, row := range r.Rows {
		fmt.Fprintf(w, "%-17s %-24s %-12s %6d %5d %5d %5d\n", cut(row.Learner, 17), cut(row.Lab, 24), cut(string(row.State), 12), row.Points, row.Stars, row.Hints, row.Checks)
	}
	fmt.Fprintf(w, "\nWhere people were stuck: failed checks and hints for each who began\n")
	for _, s := range r.hardest() {
		if _, err := fmt.Fprintf(w, "%-24s %5.1f  %d of %d passed\n", cut(s.Lab, 24), s.trouble(), s.Passed, s.Began); err != nil {
			return err
		}
	}
	return nil
}

// trouble is the number of failed checks and hints for each learner.
func (s Stuck) trouble() float64 { return float64(s.Failed+s.Hints) / float64(s.Began) }

func (r *Report) hardest() []Stuck {
	list := append([]Stuck(nil), r.Stuck...)
	sort.SliceStable(list, func(i, j int) bool { return list[i].trouble() > list[j].trouble() })
	return list
}

// cut shortens a text to a number of characters.
func cut(s string, width int) string {
	if r := []rune(s); len(r) > width {
		return string(r[:width-1]) + "~"
	}
	return s
}
