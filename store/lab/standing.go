package lab

import (
	"sort"
	"time"
)

// pointsPerLevel is what a lab is worth for each of its levels; a hint costs
// pointsPerHint, failed checks cost nothing.
const (
	pointsPerLevel = 100
	pointsPerHint  = 10
)

// State is where a learner is in a lab.
type State string

// The states of a lab.
const (
	New     State = "new"
	Started State = "started"
	Passed  State = "passed"
	// Shown is a lab whose solution was shown before it was passed.
	Shown State = "shown"
	// ByExam is a lab that counts as passed because the track's exam was.
	ByExam State = "by exam"
	// Older is a lab that was passed before its content changed.
	Older State = "passed (older version)"
)

// Standing is what a learner has done in one lab.
type Standing struct {
	Lab     *Lab
	State   State
	Hints   int
	Checks  int
	Seconds int
	Passed  time.Time
	// TasksPassed is how many tasks of the present attempt are done.
	TasksPassed int
	// StuckAt is the task with the most failed checks, FailedChecks their number.
	StuckAt, FailedChecks int

	gaveUp bool
	hash   string
}

// Points are what the lab has earned: less for hints, nothing after the
// solution was shown.
func (s *Standing) Points() int {
	if s.State != Passed && s.State != Older {
		return 0
	}
	return max(s.Lab.MaxPoints()-pointsPerHint*s.Hints, s.Lab.MaxPoints()/4)
}

// Stars are one for a pass, one for a pass without hints and one for a pass
// within the time that the lab should take.
func (s *Standing) Stars() int {
	if s.State != Passed && s.State != Older {
		return 0
	}
	stars := 1
	if s.Hints == 0 {
		stars++
	}
	if s.Seconds <= s.Lab.Minutes*60 {
		stars++
	}
	return stars
}

// Done reports whether the lab needs no more work.
func (s *Standing) Done() bool { return s.State == Passed || s.State == Older || s.State == ByExam }

// Standings folds a log into the standing in each lab; events of other
// learners are left out unless learner is "".
func Standings(labs []*Lab, events []Event, learner string) []*Standing {
	events = append([]Event(nil), events...)
	sort.SliceStable(events, func(i, j int) bool { return events[i].Time.Before(events[j].Time) })
	list := make([]*Standing, len(labs))
	byID := map[string]*Standing{}
	for i, l := range labs {
		list[i] = &Standing{Lab: l, State: New}
		byID[l.ID] = list[i]
	}
	failed := map[string]map[int]int{}
	for _, e := range events {
		s := byID[e.Lab]
		if s == nil || learner != "" && e.Learner != learner {
			continue
		}
		s.apply(e)
		if e.Event == EventCheck && e.Failed != "" {
			if failed[e.Lab] == nil {
				failed[e.Lab] = map[int]int{}
			}
			failed[e.Lab][e.Task]++
			s.FailedChecks++
		}
	}
	for id, tasks := range failed {
		for task, n := range tasks {
			s := byID[id]
			if most := tasks[s.StuckAt]; n > most || n == most && task < s.StuckAt {
				s.StuckAt = task
			}
		}
	}
	passExams(list)
	return list
}

// apply takes one event into account.
func (s *Standing) apply(e Event) {
	switch e.Event {
	case EventStart:
		if s.State == New {
			s.State = Started
		}
	case EventReset:
		s.TasksPassed = 0
	case EventCheck:
		s.Checks++
	case EventHint:
		if !s.Done() {
			s.Hints++
		}
	case EventTask:
		s.TasksPassed = max(s.TasksPassed, e.Task)
	case EventGiveUp:
		if !s.Done() {
			s.gaveUp, s.State = true, Shown
		}
	case EventPass:
		if s.gaveUp || s.Done() && s.hash == e.Hash {
			return
		}
		s.State, s.Passed, s.Seconds, s.hash = Passed, e.Time, e.Seconds, e.Hash
		if e.Hash != s.Lab.Hash {
			s.State = Older
		}
	}
}

// passExams lets a passed exam stand for the labs of its track.
func passExams(list []*Standing) {
	passed := map[string]bool{}
	for _, s := range list {
		if s.Lab.Exam && (s.State == Passed || s.State == Older) {
			passed[s.Lab.Track] = true
		}
	}
	for _, s := range list {
		if passed[s.Lab.Track] && !s.Done() && s.State != Shown {
			s.State = ByExam
		}
	}
}

// Totals sums up the standings.
func Totals(list []*Standing) (done, points, stars int) {
	for _, s := range list {
		if s.Done() {
			done++
		}
		points += s.Points()
		stars += s.Stars()
	}
	return done, points, stars
}

// Next is the first lab that is not done and whose needs are, or nil.
func Next(list []*Standing) *Lab {
	done := map[string]bool{}
	for _, s := range list {
		done[s.Lab.ID] = s.Done() || s.State == Shown
	}
	for _, s := range list {
		if !done[s.Lab.ID] && allOf(s.Lab.Needs, done) {
			return s.Lab
		}
	}
	return nil
}

func allOf(ids []string, done map[string]bool) bool {
	for _, id := range ids {
		if !done[id] {
			return false
		}
	}
	return true
}
