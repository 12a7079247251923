package lab

import (
	"errors"
	"strings"
	"time"

	"github.com/pelletier/go-toml/v2"
)

// format is the version of the folder format.
const format = 1

const fence = "+++"

// frontMatter is the TOML at the head of lab.md.
type frontMatter struct {
	Format  int                 `toml:"format"`
	ID      string              `toml:"id"`
	Title   string              `toml:"title"`
	Track   string              `toml:"track"`
	Level   int                 `toml:"level"`
	Minutes int                 `toml:"minutes"`
	Needs   []string            `toml:"needs"`
	Teaches []string            `toml:"teaches"`
	Now     time.Time           `toml:"now"`
	Exam    bool                `toml:"exam"`
	Why     string              `toml:"why"`
	Links   []string            `toml:"links"`
	Choose  map[string][]string `toml:"choose"`
	Answers map[string]Answer   `toml:"answers"`
	Tasks   []frontTask         `toml:"task"`
}

type frontTask struct {
	Hints   []string `toml:"hints"`
	Answers []string `toml:"answers"`
}

// parseText reads lab.md. Source names the folder in problems.
func parseText(source, text string) (*Lab, error) {
	file := source + "/" + Text
	text = strings.ReplaceAll(text, "\r\n", "\n")
	rest, ok := strings.CutPrefix(text, fence+"\n")
	head, body, closed := strings.Cut(rest, "\n"+fence+"\n")
	if !ok || !closed {
		return nil, &Problem{file, 1, "the file must begin with TOML between lines of " + fence}
	}
	var fm frontMatter
	decoder := toml.NewDecoder(strings.NewReader(head)).DisallowUnknownFields()
	if err := decoder.Decode(&fm); err != nil {
		return nil, tomlProblem(file, err)
	}
	l := &Lab{ID: fm.ID, Title: fm.Title, Track: fm.Track, Level: fm.Level, Minutes: fm.Minutes, Needs: fm.Needs, Teaches: fm.Teaches,
		Now: fm.Now.UTC(), Exam: fm.Exam, Why: strings.TrimSpace(fm.Why), Links: fm.Links, Choices: fm.Choose, Answers: fm.Answers, Source: source}
	first := strings.Count(head, "\n") + 4
	l.splitBody(body, first)
	if err := fm.complete(file, head); err != nil {
		return nil, err
	}
	if len(l.Tasks) != len(fm.Tasks) {
		return nil, &Problem{file, first, "the text has " + count(len(l.Tasks), "heading") + " (##), the front matter " + count(len(fm.Tasks), "[[task]]")}
	}
	for i, t := range fm.Tasks {
		l.Tasks[i].Hints, l.Tasks[i].Answers = t.Hints, t.Answers
	}
	return l, l.checkTasks(file)
}

// splitBody takes the text apart at its headings. The first line of body is
// line first of the file.
func (l *Lab) splitBody(body string, first int) {
	var text []string
	flush := func() {
		joined := strings.TrimSpace(strings.Join(text, "\n"))
		if n := len(l.Tasks); n > 0 {
			l.Tasks[n-1].Text = joined
		} else {
			l.Intro = joined
		}
		text = nil
	}
	for i, line := range strings.Split(body, "\n") {
		if title, ok := strings.CutPrefix(line, "## "); ok {
			flush()
			l.Tasks = append(l.Tasks, Task{Title: strings.TrimSpace(title), Line: first + i})
			continue
		}
		text = append(text, line)
	}
	flush()
}

// complete reports the first key that is missing or out of range.
func (fm *frontMatter) complete(file, head string) error {
	missing := func(key, text string) error { return &Problem{file, lineOf(head, key), text} }
	switch {
	case fm.Format != format:
		return missing("format", "format must be 1")
	case !isID(fm.ID):
		return missing("id", "id must be lower-case letters, digits and dashes, at most 32 of them")
	case fm.Title == "":
		return missing("title", "title is missing")
	case !isID(fm.Track):
		return missing("track", "track must be lower-case letters, digits and dashes")
	case fm.Level < 1 || fm.Level > 3:
		return missing("level", "level must be 1, 2 or 3")
	case fm.Minutes < 1:
		return missing("minutes", "minutes must be at least 1")
	case fm.Now.IsZero():
		return missing("now", "now, the organization's present, is missing")
	case strings.TrimSpace(fm.Why) == "":
		return missing("why", "why, the text after a pass, is missing")
	case len(fm.Tasks) == 0:
		return missing("[[task]]", "there is no [[task]]")
	}
	return nil
}

// checkTasks reports what is wrong with the tasks: hints, answers.
func (l *Lab) checkTasks(file string) error {
	for _, t := range l.Tasks {
		if len(t.Hints) != HintCount {
			return &Problem{file, t.Line, "the task \"" + t.Title + "\" has " + count(len(t.Hints), "hint") + "; three are needed: where to look, which command, which parameter"}
		}
		if t.Text == "" {
			return &Problem{file, t.Line, "the task \"" + t.Title + "\" has no text"}
		}
		for _, name := range t.Answers {
			if _, ok := l.Answers[name]; !ok {
				return &Problem{file, t.Line, "the task \"" + t.Title + "\" asks for the answer " + name + ", which has no table [answers." + name + "]"}
			}
		}
	}
	for name, a := range l.Answers {
		if !a.Type.known() {
			return &Problem{file, 0, "the answer " + name + " has the type \"" + string(a.Type) + "\"; text, number, date and set are known"}
		}
	}
	return nil
}

func tomlProblem(file string, err error) error {
	var unknown *toml.StrictMissingError
	if errors.As(err, &unknown) && len(unknown.Errors) > 0 {
		row, _ := unknown.Errors[0].Position()
		return &Problem{file, row + 1, "unknown key " + strings.Join(unknown.Errors[0].Key(), ".")}
	}
	var wrong *toml.DecodeError
	if errors.As(err, &wrong) {
		row, _ := wrong.Position()
		return &Problem{file, row + 1, strings.TrimPrefix(wrong.Error(), "toml: ")}
	}
	return &Problem{file, 1, err.Error()}
}

// lineOf is the line of the file on which a key of the front matter stands,
// or the first.
func lineOf(head, key string) int {
	for i, line := range strings.Split(head, "\n") {
		if strings.HasPrefix(strings.TrimSpace(line), key) {
			return i + 2
		}
	}
	return 1
}

const maxID = 32

func isID(s string) bool {
	if s == "" || len(s) > maxID {
		return false
	}
	for _, c := range s {
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return true
}
