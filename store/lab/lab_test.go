package lab

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/stretchr/testify/require"
)

const head = `+++
format = 1
id = "my-lab"
title = "A lab"
track = "own"
level = 1
minutes = 5
now = 2026-03-14T09:00:00Z
why = "One. Two."

[choose]
mailbox = ["Sales", "Support", "Finance"]

[answers.who]
type = "text"

[[task]]
hints = ["a", "b", "c"]
answers = ["who"]
+++
`

const body = "Hello.\n\n## Do it\n\nDo {{mailbox}}.\n"

func read(text string) (*Lab, error) {
	return Folder(fstest.MapFS{"lab.md": {Data: []byte(text)}, "check.ps1": {Data: []byte("c {{mailbox}}")}, "solution.ps1": {Data: []byte("# Task 1\ns {{mailbox}}\n")}}, ".", "x/07-my-lab")
}

func TestFolder(t *testing.T) {
	l, err := read(head + body)
	require.NoError(t, err)
	require.Equal(t, "07-my-lab", l.Name())
	require.Equal(t, "Hello.", l.Intro)
	require.Equal(t, []Task{{Title: "Do it", Text: "Do {{mailbox}}.", Hints: []string{"a", "b", "c"}, Answers: []string{"who"}, Line: 23}}, l.Tasks)
	require.Equal(t, "c Sales", l.Variant(0).Script(Check))
	parts, err := l.Variant(0).Solutions()
	require.NoError(t, err)
	require.Equal(t, "s Sales", strings.TrimSpace(parts[0]))
}

// Every mistake is named with its file and line.
func TestProblems(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"no front matter": {"# Hello", "x/07-my-lab/lab.md:1: the file must begin with TOML between lines of +++"},
		"unknown key":     {strings.Replace(head, "level = 1", "level = 1\nlevle = 2", 1) + body, "x/07-my-lab/lab.md:7: unknown key levle"},
		"bad TOML":        {strings.Replace(head, "level = 1", "level = ", 1) + body, "x/07-my-lab/lab.md:6: "},
		"wrong type":      {strings.Replace(head, "level = 1", "level = \"x\"", 1) + body, "x/07-my-lab/lab.md:6: "},
		"level":           {strings.Replace(head, "level = 1", "level = 9", 1) + body, "x/07-my-lab/lab.md:6: level must be 1, 2 or 3"},
		"format":          {strings.Replace(head, "format = 1", "format = 2", 1) + body, "x/07-my-lab/lab.md:2: format must be 1"},
		"id":              {strings.Replace(head, "my-lab", "My Lab", 1) + body, "x/07-my-lab/lab.md:3: id must be lower-case letters, digits and dashes, at most 32 of them"},
		"other id":        {strings.Replace(head, "my-lab", "other", 1) + body, "x/07-my-lab/lab.md: the id \"other\" differs from the folder's name"},
		"no now":          {strings.Replace(head, "now = 2026-03-14T09:00:00Z\n", "", 1) + body, "x/07-my-lab/lab.md:1: now, the organization's present, is missing"},
		"hints":           {strings.Replace(head, `["a", "b", "c"]`, `["a"]`, 1) + body, "x/07-my-lab/lab.md:23: the task \"Do it\" has 1 hint; three are needed"},
		"headings":        {head + body + "\n## More\n\nx\n", "x/07-my-lab/lab.md:21: the text has 2 headings (##), the front matter 1 [[task]]"},
		"no text":         {head + "## Do it\n", "x/07-my-lab/lab.md:21: the task \"Do it\" has no text"},
		"answer":          {strings.Replace(head, `answers = ["who"]`, `answers = ["what"]`, 1) + body, "x/07-my-lab/lab.md:23: the task \"Do it\" asks for the answer what"},
		"answer type":     {strings.Replace(head, `type = "text"`, `type = "colour"`, 1) + body, "the answer who has the type \"colour\"; text, number, date and set are known"},
	} {
		_, err := read(c.text)
		require.ErrorContains(t, err, c.want, name)
		var p *Problem
		require.ErrorAs(t, err, &p, name)
	}
	_, err := Folder(fstest.MapFS{"lab.md": {Data: []byte(head + body)}, "check.ps1": {Data: []byte("x")}}, ".", "07-my-lab")
	require.EqualError(t, err, "07-my-lab/solution.ps1: the script is missing")
	_, err = Folder(fstest.MapFS{"lab.md": {Data: []byte(head + body)}, "chekc.ps1": {Data: []byte("x")}}, ".", "07-my-lab")
	require.ErrorContains(t, err, "07-my-lab/chekc.ps1: the file belongs to no lab")
	_, err = All(fstest.MapFS{"a/lab.md": {Data: []byte(head + body)}}, "labs")
	require.EqualError(t, err, "labs/a: the folder of a lab is named by a number and its id, as 07-my-lab")
}

func TestMerge(t *testing.T) {
	make := func(id string, n int, needs ...string) *Lab {
		return &Lab{ID: id, Number: n, Needs: needs, Source: id}
	}
	other := make("b", 9)
	all, err := Merge([]*Lab{make("a", 1), make("b", 2, "a")}, []*Lab{other, make("c", 3, "b")})
	require.NoError(t, err)
	require.Equal(t, []string{"a", "c", "b"}, []string{all[0].ID, all[1].ID, all[2].ID})
	require.Same(t, other, Find(all, "b"))
	require.Same(t, other, Find(all, "09"))
	require.Nil(t, Find(all, "x"))
	_, err = Merge(nil, []*Lab{make("a", 1, "b")})
	require.EqualError(t, err, "a/lab.md: needs names the lab b, which is not there")
	_, err = Merge(nil, []*Lab{make("a", 1, "b"), make("b", 2, "a")})
	require.ErrorContains(t, err, "the lab needs itself")
	_, err = Merge(nil, []*Lab{make("a", 1), make("a", 2)})
	require.ErrorContains(t, err, "the id a is also that of a")
}

// Neighbours in a class get other values; variant 0 is the first of each.
func TestVariants(t *testing.T) {
	l, err := read(head + body)
	require.NoError(t, err)
	require.Equal(t, "Sales", l.Variant(0).Values["mailbox"])
	for n := range 9 {
		if n > 0 {
			require.NotEqual(t, l.Variant(n).Values["mailbox"], l.Variant(n + 1).Values["mailbox"])
		}
		require.Equal(t, l.Variant(n).Values, l.Variant(n).Values)
	}
	require.Empty(t, l.Variant(0).Unknown())
	l.Tasks[0].Text += " {{mailbxo}}"
	require.Equal(t, []string{"mailbxo"}, l.Variant(0).Unknown())
}

func TestAnswers(t *testing.T) {
	for _, c := range []struct {
		kind            AnswerType
		value, expected string
		same            bool
	}{
		{TextAnswer, "  lee  GU ", "Lee Gu", true}, {TextAnswer, "Lee", "Lee Gu", false}, {NumberAnswer, "26.0", "26", true}, {NumberAnswer, "25", "26", false},
		{SetAnswer, "b, a,B", "a,b", true}, {SetAnswer, "a", "a,b", false}, {MailboxesAnswer, "Lee Gu; Don Hall", "don hall,lee gu", true}, {MailboxAnswer, "Lee  Gu", "lee gu", true}, {DateAnswer, "2026-03-14 02:14", "2026-03-14T02:14:30Z", true},
		{DateAnswer, "3/14/2026 2:14 AM", "2026-03-14 02:14", true}, {DateAnswer, "2026-03-14 02:20", "2026-03-14 02:14", false},
	} {
		require.Equal(t, c.same, Answer{Type: c.kind}.Same(c.value, c.expected), "%s %s", c.value, c.expected)
	}
	a := Answer{Type: TextAnswer, SHA256: HashAnswer(TextAnswer, "pepper", "Lee Gu")}
	require.True(t, a.Matches("lee gu"))
	require.False(t, a.Matches("don hall"))
	require.NotContains(t, a.SHA256, "lee")
	require.False(t, Answer{Type: TextAnswer}.Matches(""))
	require.False(t, NumberAnswer.Valid("many"))
	require.False(t, DateAnswer.Valid("yesterday"))
	require.False(t, TextAnswer.Valid(" "))
}

// A torn last line costs that line only, and the next event stands by itself.
func TestTornLog(t *testing.T) {
	log := &Log{Path: filepath.Join(t.TempDir(), "labs", "progress.jsonl")}
	require.NoError(t, log.Append(Event{Learner: "ann", Lab: "a", Event: EventStart}))
	f, err := os.OpenFile(log.Path, os.O_APPEND|os.O_WRONLY, 0)
	require.NoError(t, err)
	_, err = f.WriteString(`{"time":"2026-03-1`)
	require.NoError(t, err)
	require.NoError(t, f.Close())
	require.NoError(t, log.Append(Event{Learner: "ann", Lab: "a", Event: EventPass}))
	events, bad, err := log.Read()
	require.NoError(t, err)
	require.Equal(t, 1, bad)
	require.Len(t, events, 2)
	require.Equal(t, EventPass, events[1].Event)
}

var (
	one   = &Lab{ID: "one", Number: 1, Title: "One", Track: "t", Level: 1, Minutes: 10, Hash: "h1"}
	two   = &Lab{ID: "two", Number: 2, Title: "Two", Track: "t", Level: 2, Minutes: 10, Hash: "h2", Needs: []string{"one"}}
	last  = &Lab{ID: "last", Number: 3, Title: "Last", Track: "t", Level: 3, Minutes: 10, Hash: "h3", Exam: true}
	three = []*Lab{one, two, last}
)

func events(list ...Event) []Event {
	for i := range list {
		list[i].Time = time.Unix(int64(i), 0)
		if list[i].Learner == "" {
			list[i].Learner = "ann"
		}
	}
	return list
}

func TestStandings(t *testing.T) {
	log := events(
		Event{Lab: "one", Event: EventStart}, Event{Lab: "one", Event: EventHint, Task: 1}, Event{Lab: "one", Event: EventCheck, Task: 1, Failed: "x"},
		Event{Lab: "one", Event: EventTask, Task: 1}, Event{Lab: "one", Event: EventPass, Hash: "h1", Seconds: 300},
		Event{Lab: "two", Event: EventStart}, Event{Lab: "two", Event: EventGiveUp}, Event{Lab: "two", Event: EventPass, Hash: "h2"},
		Event{Lab: "one", Event: EventPass, Hash: "h1", Learner: "bob", Seconds: 3000})
	s := Standings(three, log, "ann")
	require.Equal(t, Passed, s[0].State)
	require.Equal(t, 90, s[0].Points())
	require.Equal(t, 2, s[0].Stars())
	require.Equal(t, 1, s[0].StuckAt)
	require.Equal(t, Shown, s[1].State)
	require.Zero(t, s[1].Points())
	require.Equal(t, last, Next(s))
	bob := Standings(three, log, "bob")
	require.Equal(t, 2, bob[0].Stars())
	require.Equal(t, two, Next(bob))

	// Two machines' logs merge by concatenation, in any order.
	reversed := append([]Event(nil), log...)
	for i, j := 0, len(reversed)-1; i < j; i, j = i+1, j-1 {
		reversed[i], reversed[j] = reversed[j], reversed[i]
	}
	require.Equal(t, s[0].Points(), Standings(three, reversed, "ann")[0].Points())

	// A passed exam stands for its track; a changed lab stays passed.
	exam := Standings(three, events(Event{Lab: "last", Event: EventPass, Hash: "old"}), "ann")
	require.Equal(t, []State{ByExam, ByExam, Older}, []State{exam[0].State, exam[1].State, exam[2].State})
	require.Nil(t, Next(exam))
	done, points, stars := Totals(exam)
	require.Equal(t, []int{3, 300, 3}, []int{done, points, stars})
	done, points, stars = Totals(Standings(nil, nil, ""))
	require.Zero(t, done+points+stars)
}

func TestReport(t *testing.T) {
	r := NewReport(three, events(Event{Lab: "one", Event: EventStart}, Event{Lab: "one", Event: EventCheck, Task: 2, Failed: "x"},
		Event{Lab: "one", Event: EventCheck, Task: 2, Failed: "x"}, Event{Lab: "one", Event: EventPass, Hash: "h1", Learner: "Bob <b>", Seconds: 61}))
	var table, csv, html bytes.Buffer
	require.NoError(t, r.Table(&table))
	require.Contains(t, table.String(), "01-one                     1.0  1 of 2 passed")
	for _, line := range strings.Split(table.String(), "\n") {
		require.LessOrEqual(t, len(line), 80)
	}
	require.NoError(t, r.CSV(&csv))
	require.Contains(t, csv.String(), "ann,01-one,One,started,0,0,0,2,2,2,0\n")
	require.NoError(t, r.HTML(&html, "Class <1>"))
	require.Contains(t, html.String(), `<rect x="230" y="4" width="420"`)
	require.Contains(t, html.String(), "Bob &lt;b&gt;")
	require.NotContains(t, html.String(), "<b>")
	table.Reset()
	require.NoError(t, NewReport(three, nil).Table(&table))
	require.Equal(t, "Nobody has begun a lab.\n", table.String())
}

func TestCertificate(t *testing.T) {
	list := Standings(three, events(Event{Lab: "one", Event: EventPass, Hash: "h1", Seconds: 60}), "ann")
	c := NewCertificate("Ann", "exolab 1", time.Unix(1e9, 0), list)
	require.Contains(t, c.Markdown(), "**Ann** has passed 1 lab of exolab 1, with 100 points and 3 stars.")
	require.Contains(t, c.Markdown(), "is no certificate of any vendor")
	require.Len(t, c.Digest, 64)
}

func TestPlain(t *testing.T) {
	text := Plain("# no\n\nA **bold** word, a `code` word and\na second line.\n\n- one two three four\n  five\n- six\n\n```powershell\nGet-Mailbox  |  ft\n```\n", 20)
	require.Equal(t, "# no\n\nA bold word, a code\nword and a second\nline.\n\n- one two three four\n  five\n- six\n\n    Get-Mailbox  |  ft", text)
}
