package lab

import (
	"hash/fnv"
	"regexp"
	"sort"
	"strconv"
	"strings"
)

// Variant is a lab with the values of one variant filled in. Variant 0 takes
// the first of each choice; others differ from their neighbours in every
// choice of more than one value.
type Variant struct {
	*Lab
	Seed   int
	Values map[string]string
}

// Variant chooses the values of variant n.
func (l *Lab) Variant(n int) *Variant {
	v := &Variant{Lab: l, Seed: n, Values: map[string]string{"variant": strconv.Itoa(n), "now": l.Now.Format("2006-01-02T15:04:05Z"), "today": l.Now.Format("2006-01-02")}}
	for name, list := range l.Choices {
		if len(list) == 0 {
			continue
		}
		at := 0
		if n != 0 {
			h := fnv.New32a()
			h.Write([]byte(name))
			at = (n + int(h.Sum32()%uint32(len(list)))) % len(list)
		}
		v.Values[name] = list[at]
	}
	return v
}

var placeholder = regexp.MustCompile(`\{\{\s*([A-Za-z][A-Za-z0-9_]*)\s*\}\}`)

// Fill replaces {{name}} in a text or script.
func (v *Variant) Fill(text string) string {
	return placeholder.ReplaceAllStringFunc(text, func(m string) string {
		if value, ok := v.Values[placeholder.FindStringSubmatch(m)[1]]; ok {
			return value
		}
		return m
	})
}

// Script is one of the folder's scripts, filled in; "" where there is none.
func (v *Variant) Script(name string) string { return v.Fill(v.Scripts[name]) }

// Unknown lists the names between {{ }} in the lab's files that it does not
// choose.
func (v *Variant) Unknown() []string {
	texts := []string{v.Intro, v.Why, v.Title}
	for _, t := range v.Tasks {
		texts = append(append(texts, t.Title, t.Text), t.Hints...)
	}
	for _, s := range v.Scripts {
		texts = append(texts, s)
	}
	found := map[string]bool{}
	for _, m := range placeholder.FindAllStringSubmatch(strings.Join(texts, "\n"), -1) {
		if _, ok := v.Values[m[1]]; !ok {
			found[m[1]] = true
		}
	}
	var names []string
	for name := range found {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

// segmentMark is the comment that begins a task's part of solution.ps1, and
// says for which task a wrong answer is.
var segmentMark = regexp.MustCompile(`(?m)^# Task (\d+)\b.*$`)

// Solutions takes solution.ps1 apart at its comments "# Task N": the part of
// each task, in order.
func (v *Variant) Solutions() ([]string, error) {
	text := v.Script(Solution)
	parts := make([]string, len(v.Tasks))
	marks := segmentMark.FindAllStringSubmatchIndex(text, -1)
	for i, m := range marks {
		n, _ := strconv.Atoi(text[m[2]:m[3]])
		if n != i+1 || n > len(parts) {
			return nil, &Problem{v.Source + "/" + Solution, 1 + strings.Count(text[:m[0]], "\n"), "the comments \"# Task N\" must count the tasks from 1"}
		}
		end := len(text)
		if i+1 < len(marks) {
			end = marks[i+1][0]
		}
		parts[i] = text[m[1]:end]
	}
	if len(marks) != len(parts) {
		return nil, &Problem{v.Source + "/" + Solution, 0, "a comment \"# Task N\" must begin the part of each of the " + count(len(parts), "task")}
	}
	return parts, nil
}

// WrongAnswer is a plausible wrong answer and what must find it.
type WrongAnswer struct {
	Name, Script string
	// Task is the index of the task; Fails the names of the tests that fail.
	Task  int
	Fails []string
}

var failsMark = regexp.MustCompile(`(?m)^# Fails: (.*)$`)

// WrongAnswer reads one of the wrong answers.
func (v *Variant) WrongAnswer(name string) (*WrongAnswer, error) {
	text := v.Script(name)
	m := segmentMark.FindStringSubmatch(text)
	if m == nil {
		return nil, &Problem{v.Source + "/" + name, 1, "a comment \"# Task N\" must say which task the wrong answer is for"}
	}
	n, _ := strconv.Atoi(m[1])
	if n < 1 || n > len(v.Tasks) {
		return nil, &Problem{v.Source + "/" + name, 1, "there is no task " + m[1]}
	}
	w := &WrongAnswer{Name: name, Script: text, Task: n - 1}
	for _, f := range failsMark.FindAllStringSubmatch(text, -1) {
		w.Fails = append(w.Fails, strings.TrimSpace(f[1]))
	}
	if len(w.Fails) == 0 {
		return nil, &Problem{v.Source + "/" + name, 1, "a comment \"# Fails: NAME\" must name the It that finds the wrong answer"}
	}
	return w, nil
}
