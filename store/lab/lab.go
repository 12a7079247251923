package lab

import (
	"fmt"
	"time"
)

// Lab is one lab: a folder with lab.md and scripts.
type Lab struct {
	// ID is the short name, Number its place in the track's folder order.
	ID     string
	Number int
	Title  string
	Track  string
	// Level is 1 (easy) to 3; Minutes is how long it should take.
	Level, Minutes int
	// Needs lists the ids of labs to do before; Teaches the cmdlets that the
	// lab introduces.
	Needs, Teaches []string
	// Now is the organization's present.
	Now time.Time
	// Exam marks the lab that stands for its track.
	Exam bool
	// Intro is the text before the first task, Why what is said after a pass.
	Intro, Why string
	Links      []string
	Tasks      []Task
	Answers    map[string]Answer
	// Choices are what variants choose from, by name.
	Choices map[string][]string
	// Scripts are the folder's scripts by path below it: setup.ps1, check.ps1,
	// solution.ps1, wrong/NAME.ps1, files/NAME.
	Scripts map[string]string
	// Source is where the folder lies, for messages; Hash identifies its content.
	Source, Hash string
}

// Task is one heading of a lab: something to do and a Describe that checks it.
type Task struct {
	Title, Text string
	// Hints are given one after another: where to look, which command, which
	// parameter.
	Hints []string
	// Answers names the answers that the task asks for.
	Answers []string
	// Line is where the heading stands in lab.md.
	Line int
}

// HintCount is how many hints each task has.
const HintCount = 3

// The files of a lab's folder; those below Files are laid into the learner's
// folder when the lab begins.
const (
	Text     = "lab.md"
	Setup    = "setup.ps1"
	Check    = "check.ps1"
	Solution = "solution.ps1"
	Wrong    = "wrong/"
	Files    = "files/"
)

// Problem is a mistake in a lab's folder.
type Problem struct {
	File string
	// Line is 0 where the whole file is meant.
	Line int
	Text string
}

// Error names the file and line.
func (p *Problem) Error() string {
	if p.Line == 0 {
		return fmt.Sprintf("%s: %s", p.File, p.Text)
	}
	return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.Text)
}

// Name is the lab's number and id, as lists and prompts show it.
func (l *Lab) Name() string { return fmt.Sprintf("%02d-%s", l.Number, l.ID) }

// MaxPoints is what the lab is worth without hints.
func (l *Lab) MaxPoints() int { return pointsPerLevel * l.Level }
