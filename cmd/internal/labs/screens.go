package labs

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"exolab/store/lab"
)

// ListEntry is one line of the list of labs.
type ListEntry struct {
	Number  int       `json:"number"`
	ID      string    `json:"id"`
	Title   string    `json:"title"`
	Track   string    `json:"track"`
	Level   int       `json:"level"`
	Minutes int       `json:"minutes"`
	State   lab.State `json:"state"`
	Points  int       `json:"points"`
	Stars   int       `json:"stars"`
	Exam    bool      `json:"exam,omitempty"`
}

// List is the screen of all labs, or those of one track.
type List struct {
	Labs     []ListEntry `json:"labs"`
	Done     int         `json:"done"`
	Points   int         `json:"points"`
	Stars    int         `json:"stars"`
	Next     string      `json:"next,omitempty"`
	BadLines int         `json:"unreadableLines,omitempty"`
}

// List folds the learner's log into the screen.
func (h *Home) List(track string) (*List, error) {
	events, bad, err := h.Log().Read()
	if err != nil {
		return nil, err
	}
	list := &List{BadLines: bad}
	standings := lab.Standings(h.labs, events, h.Learner)
	if next := lab.Next(standings); next != nil {
		list.Next = next.Name()
	}
	known := false
	var shown []*lab.Standing
	for _, s := range standings {
		l := s.Lab
		if track != "" && l.Track != track {
			continue
		}
		known = true
		shown = append(shown, s)
		list.Labs = append(list.Labs, ListEntry{l.Number, l.ID, l.Title, l.Track, l.Level, l.Minutes, s.State, s.Points(), s.Stars(), l.Exam})
	}
	if !known {
		return nil, fmt.Errorf("there is no track %q; the tracks are %s", track, strings.Join(h.tracks(), ", "))
	}
	list.Done, list.Points, list.Stars = lab.Totals(shown)
	return list, nil
}

func (h *Home) tracks() []string {
	var names []string
	seen := map[string]bool{}
	for _, l := range h.labs {
		if !seen[l.Track] {
			seen[l.Track] = true
			names = append(names, l.Track)
		}
	}
	return names
}

// Exam is the lab that stands for a track.
func (h *Home) Exam(track string) (*lab.Lab, error) {
	for _, l := range h.labs {
		if l.Track == track && l.Exam {
			return l, nil
		}
	}
	return nil, fmt.Errorf("there is no track %q with an exam; the tracks are %s", track, strings.Join(h.tracks(), ", "))
}

// Text writes the list for people.
func (l *List) Text(w io.Writer) error {
	track := ""
	for _, e := range l.Labs {
		if e.Track != track {
			track = e.Track
			fmt.Fprintf(w, "%sTrack %s\n", map[bool]string{true: "", false: "\n"}[e.Number == l.Labs[0].Number], track)
		}
		title := e.Title
		if e.Exam {
			title += " (exam)"
		}
		state := string(e.State)
		if e.Stars > 0 {
			state = fmt.Sprintf("passed, %d pts, %d stars", e.Points, e.Stars)
		}
		fmt.Fprintf(w, "  %02d %-38s %2d min  level %d  %s\n", e.Number, shorten(title, 38), e.Minutes, e.Level, state)
	}
	fmt.Fprintf(w, "\n%d of %d passed, %d points, %d stars.\n", l.Done, len(l.Labs), l.Points, l.Stars)
	if l.BadLines > 0 {
		fmt.Fprintf(w, "%d lines of the progress log cannot be read and were passed over.\n", l.BadLines)
	}
	if l.Next != "" {
		_, err := fmt.Fprintf(w, "Next: exolab lab start %s\n", l.Next)
		return err
	}
	_, err := fmt.Fprintln(w, "There is nothing left to do.")
	return err
}

// JSON writes a screen for machines.
func JSON(w io.Writer, screen any) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(screen)
}

// CheckScreen is what `lab check` found, for machines.
type CheckScreen struct {
	Version int    `json:"version"`
	Lab     string `json:"lab"`
	// Status is pass, fail, or error where the check could not be run.
	Status string    `json:"status"`
	Tasks  []*Result `json:"tasks"`
}

// CheckScreen checks the open task, or all, and notes a pass.
func (p *Play) CheckScreen(all bool) (*CheckScreen, error) {
	screen := &CheckScreen{Version: 1, Lab: p.variant.Name(), Status: "pass"}
	first, last := 0, len(p.variant.Tasks)
	if !all && !p.done() {
		first, last = p.state.Task, p.state.Task+1
	}
	for i := first; i < last; i++ {
		r, err := p.Check(i)
		if err != nil {
			return nil, err
		}
		screen.Tasks = append(screen.Tasks, r)
		switch {
		case r.Defect != "":
			screen.Status = "error"
		case !r.Passed && screen.Status == "pass":
			screen.Status = "fail"
		}
		if r.Passed && i == p.state.Task {
			_ = p.passTask()
		}
	}
	return screen, p.home.keep(p)
}

// TaskScreen is the open task, for machines.
type TaskScreen struct {
	Lab     string   `json:"lab"`
	Title   string   `json:"title"`
	Variant int      `json:"variant"`
	Task    int      `json:"task"`
	Tasks   int      `json:"tasks"`
	Done    bool     `json:"done"`
	Heading string   `json:"heading,omitempty"`
	Text    string   `json:"text,omitempty"`
	Answers []string `json:"answers,omitempty"`
	Hints   int      `json:"hintsGiven"`
}

// TaskScreen describes the open task.
func (p *Play) TaskScreen() *TaskScreen {
	v := p.variant
	s := &TaskScreen{Lab: v.Name(), Title: v.Fill(v.Title), Variant: v.Seed, Task: p.state.Task + 1, Tasks: len(v.Tasks), Done: p.done()}
	if !p.done() {
		t := v.Tasks[p.state.Task]
		s.Heading, s.Text, s.Answers, s.Hints = v.Fill(t.Title), v.Fill(t.Text), t.Answers, p.state.Hints[p.state.Task]
	}
	return s
}

// Text writes what was found for people.
func (s *CheckScreen) Text() string {
	var parts []string
	for _, r := range s.Tasks {
		parts = append(parts, r.Text())
	}
	return strings.Join(parts, "\n\n")
}
