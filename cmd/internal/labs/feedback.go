package labs

import (
	"fmt"
	"strings"

	"exolab/store/lab"
)

// Text says what the check found: what holds before what does not, and of the
// latter the first only.
func (r *Result) Text() string {
	var b strings.Builder
	if r.Passed {
		fmt.Fprintf(&b, "Task %d passed: %s", r.Task, r.Title)
		return b.String()
	}
	fmt.Fprintf(&b, "Task %d is not done yet: %s\n", r.Task, r.Title)
	if r.Defect != "" {
		return b.String() + lab.Plain("The check itself failed; that is a mistake of the lab, not yours: "+r.Defect, width)
	}
	for _, t := range r.Tests {
		if t.Passed {
			b.WriteString(lab.Plain("- done: "+t.Name, width) + "\n")
		}
	}
	f := r.failed()
	b.WriteString(lab.Plain("- missing: "+f.Name, width) + "\n")
	if f.Because != "" {
		b.WriteString(lab.Plain("  That matters because "+strings.TrimPrefix(f.Because, "because ")+".", width) + "\n")
	}
	if f.Found != "" {
		b.WriteString("  Found: " + shorten(f.Found, width-9) + "\n")
	}
	return b.String() + "Try \"lab hint\" if you are stuck."
}

func shorten(text string, most int) string {
	text = strings.Join(strings.Fields(text), " ")
	if r := []rune(text); len(r) > most {
		return string(r[:most-3]) + "..."
	}
	return text
}

// answersGiven says what was answered so far to the questions of the open task.
func (p *Play) answersGiven() string {
	text := ""
	for _, name := range p.variant.Tasks[p.state.Task].Answers {
		if answer, ok := p.state.Answers[name]; ok {
			text += "\nYour answer " + name + ": " + shorten(answer, width-20)
		} else {
			text += "\nNot answered yet: " + name
		}
	}
	return text
}

func (p *Play) taskText(i int) string {
	t := p.variant.Tasks[i]
	text := fmt.Sprintf("Task %d of %d: %s\n\n%s\n", i+1, len(p.variant.Tasks), p.variant.Fill(t.Title), lab.Plain(p.variant.Fill(t.Text), width))
	for _, name := range t.Answers {
		a := p.variant.Answers[name]
		text += "\n" + lab.Plain(fmt.Sprintf("Answer with: lab answer %s VALUE - %s (%s)", name, p.variant.Fill(a.Ask), a.Type.Kind()), width)
	}
	return strings.TrimRight(text, "\n")
}

// TaskText is the open task.
func (p *Play) TaskText() string {
	if p.done() {
		return "All tasks of this lab are done. \"lab solution\" shows the solution to compare,\n\"lab quit\" leaves."
	}
	return p.taskText(p.state.Task)
}

// statusText shows the tasks and what was passed.
func (p *Play) statusText() string {
	text := fmt.Sprintf("Lab %s: %s\n", p.variant.Name(), p.variant.Fill(p.variant.Title))
	for i, t := range p.variant.Tasks {
		is := "to do "
		switch {
		case i < p.state.Task:
			is = "passed"
		case i == p.state.Task:
			is = "open  "
		}
		text += fmt.Sprintf("  %d  %s  %s", i+1, is, p.variant.Fill(t.Title))
		if n := p.state.Hints[i]; n > 0 {
			text += fmt.Sprintf(" (%d of %d hints)", n, lab.HintCount)
		}
		text += "\n"
	}
	return text
}

// Welcome is what a lab begins with.
func (p *Play) Welcome(resumed bool) string {
	v := p.variant
	text := fmt.Sprintf("Lab %s: %s\nLevel %d, about %d minutes. The organization's clock says\n%s UTC.\n\n", v.Name(), v.Fill(v.Title), v.Level, v.Minutes, v.Now.Format("Monday, 2 January 2006, 15:04"))
	if resumed {
		text += "You are back where you left this lab.\n\n"
	} else if v.Intro != "" {
		text += lab.Plain(v.Fill(v.Intro), width) + "\n\n"
	}
	return text + p.TaskText() + "\n\nWhen you are stuck: lab hint. All words: lab help."
}
