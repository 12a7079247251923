package labs

import (
	"fmt"
	"sort"
	"strings"

	cmdlets "exolab/cmdlets/lab"
	"exolab/store/lab"
)

// wordHelp lists what `lab WORD` understands at the prompt.
const wordHelp = `lab task             shows the open task again
lab check            checks the open task; --all checks every task
lab hint             gives the next of three hints; a hint costs 10 points
lab answer NAME X    submits an answer that a task asks for
lab status           shows the tasks and what was passed
lab reset            begins the lab anew; what you typed stays in the history
lab skip             passes over the open task; the lab counts as not passed
lab solution         shows the solution after a pass; --give-up before it
lab quit             leaves; "exolab lab start" comes back to this place`

// width is how wide the screens of labs are.
const width = 80

// Command runs one of the words of the prompt.
func (p *Play) Command(words []string) (text string, quit bool, err error) {
	word := "task"
	if len(words) > 0 {
		word, words = strings.ToLower(words[0]), words[1:]
	}
	switch word {
	case "task":
		return p.TaskText(), false, nil
	case cmdlets.PromptWord:
		return p.promptText(), false, nil
	case "check":
		text, err = p.checkText(len(words) > 0 && isAll(words[0]))
	case "hint":
		text = p.hintText()
	case "answer":
		if len(words) < 2 {
			return "", false, fmt.Errorf("lab answer needs the name of the answer and the answer: lab answer NAME VALUE")
		}
		if text, err = p.Submit(words[0], strings.Join(words[1:], " ")); err == nil {
			text += "\n" + p.afterAnswer()
		}
	case "status":
		text = p.statusText()
	case "reset":
		text, err = p.resetText()
	case "skip":
		text = p.skipText()
	case "solution":
		text, err = p.SolutionText(len(words) > 0 && strings.TrimLeft(words[0], "-") == "give-up")
	case "quit", "exit":
		return p.goodbye(), true, nil
	case "help":
		text = wordHelp
	default:
		return "", false, fmt.Errorf("there is no lab command %q; \"lab help\" lists them", word)
	}
	return text, false, err
}

func (p *Play) goodbye() string {
	if p.home.Dir == "" {
		return "Nothing is kept: everything was in memory."
	}
	return "The lab is kept as it is."
}

func isAll(word string) bool { return strings.TrimLeft(word, "-") == "all" }

// promptText says in the prompt which lab is open, and which task.
func (p *Play) promptText() string {
	if p.done() {
		return fmt.Sprintf("lab %02d done", p.variant.Number)
	}
	return fmt.Sprintf("lab %02d %d/%d", p.variant.Number, p.state.Task+1, len(p.variant.Tasks))
}

// OpenTask is the index of the open task, the number of tasks when all are
// passed.
func (p *Play) OpenTask() int { return p.state.Task }

func (p *Play) done() bool { return p.state.Task >= len(p.variant.Tasks) }

// checkText checks and says what was found.
func (p *Play) checkText(all bool) (string, error) {
	if all {
		return p.checkAll()
	}
	if p.done() {
		return p.TaskText(), nil
	}
	r, err := p.checkOpen()
	if err != nil {
		return "", err
	}
	if r.Passed {
		return p.passTask(), nil
	}
	return r.Text() + p.answersGiven(), nil
}

// checkOpen checks the open task and notes how it went.
func (p *Play) checkOpen() (*Result, error) {
	r, err := p.Check(p.state.Task)
	if err != nil {
		return nil, err
	}
	e := lab.Event{Event: lab.EventCheck, Task: p.state.Task + 1}
	if f := r.failed(); f != nil {
		e.Failed = f.Name
	}
	p.event(e)
	return r, nil
}

func (p *Play) checkAll() (string, error) {
	var parts []string
	for i := range p.variant.Tasks {
		r, err := p.Check(i)
		if err != nil {
			return "", err
		}
		parts = append(parts, r.Text())
	}
	return strings.Join(parts, "\n\n"), nil
}

// quietCheck checks the open task, and the ones after it as long as they are
// passed, too: one command may do several. It speaks up only for a pass; a
// check that fails, whatever the reason, says nothing: the learner did not ask.
func (p *Play) quietCheck() string {
	said := ""
	for !p.done() {
		r, err := p.Check(p.state.Task)
		if err != nil || !r.Passed {
			break
		}
		said += p.passTask()
	}
	return said
}

// afterAnswer says what an answer led to.
func (p *Play) afterAnswer() string {
	said := p.quietCheck()
	if said == "" && !p.done() {
		said = "The task is not done yet; \"lab check\" says what is missing."
	}
	return said
}

// passTask goes on to the next task, or ends the lab.
func (p *Play) passTask() string {
	i := p.state.Task
	p.state.Task++
	p.event(lab.Event{Event: lab.EventTask, Task: i + 1})
	text := fmt.Sprintf("Passed: task %d of %d, %s.\n", i+1, len(p.variant.Tasks), p.variant.Fill(p.variant.Tasks[i].Title))
	if !p.done() {
		return text + "\n" + p.TaskText() + "\n"
	}
	return text + p.finish()
}

// finish ends the lab after its last task.
func (p *Play) finish() string {
	if p.state.GaveUp {
		return "All tasks are done. The solution was shown or a task was skipped, so that the lab\ncounts as seen and earns no points; \"lab reset\" lets you try again.\n"
	}
	p.event(lab.Event{Event: lab.EventPass, Seconds: p.seconds()})
	hints := 0
	for _, n := range p.state.Hints {
		hints += n
	}
	s := lab.Standing{Lab: p.variant.Lab, State: lab.Passed, Hints: hints, Seconds: p.seconds()}
	text := fmt.Sprintf("The lab is passed: %d points, %d of 3 stars.\n\n%s\n", s.Points(), s.Stars(), lab.Plain(p.variant.Fill(p.variant.Why), width))
	for _, link := range p.variant.Links {
		text += "See " + link + "\n"
	}
	if next := p.home.next(p.variant.Lab); next != nil {
		text += fmt.Sprintf("\nThe next lab: exolab lab start %s (%s)\n", next.Name(), next.Title)
	}
	return text
}

// hintText gives the next hint of the open task.
func (p *Play) hintText() string {
	if p.done() {
		return p.TaskText()
	}
	i := p.state.Task
	given := p.state.Hints[i]
	hints := p.variant.Tasks[i].Hints
	if given >= len(hints) {
		return "There are no more hints for this task:\n" + lab.Plain(p.variant.Fill(hints[len(hints)-1]), width) +
			"\n\"lab solution --give-up\" shows the solution; the lab then earns no points."
	}
	p.state.Hints[i]++
	p.event(lab.Event{Event: lab.EventHint, Task: i + 1})
	return fmt.Sprintf("Hint %d of %d:\n%s", given+1, len(hints), lab.Plain(p.variant.Fill(hints[given]), width))
}

// Submit keeps an answer; the text says what became of it.
func (p *Play) Submit(name, value string) (string, error) {
	a, ok := p.variant.Answers[name]
	if !ok {
		var names []string
		for each := range p.variant.Answers {
			names = append(names, each)
		}
		sort.Strings(names)
		if len(names) == 0 {
			return "", fmt.Errorf("this lab asks for no answers; do what the task says")
		}
		return "", fmt.Errorf("this lab asks for no answer named %s; it asks for %s", name, strings.Join(names, ", "))
	}
	if !a.Type.Valid(value) {
		return "", fmt.Errorf("%q cannot be the answer %s: %s is asked for", value, name, a.Type.Kind())
	}
	p.state.Answers[name] = strings.TrimSpace(value)
	return fmt.Sprintf("Your answer %s is %s.", name, strings.TrimSpace(value)), nil
}

// resetText begins the lab anew.
func (p *Play) resetText() (string, error) {
	if err := p.Reset(); err != nil {
		return "", err
	}
	return "The lab begins anew.\n\n" + p.TaskText(), nil
}

// Reset sets the organization up again. Hints stay counted in the log.
func (p *Play) Reset() error {
	if err := p.setUp(); err != nil {
		return err
	}
	p.sh.Organizations.Use(p.org.tenant)
	p.event(lab.Event{Event: lab.EventReset})
	return p.home.keep(p)
}

// skipText passes over the open task.
func (p *Play) skipText() string {
	if p.done() {
		return p.TaskText()
	}
	p.state.GaveUp = true
	p.event(lab.Event{Event: lab.EventGiveUp, Task: p.state.Task + 1})
	p.state.Task++
	if p.done() {
		return p.finish()
	}
	return "Skipped.\n\n" + p.TaskText()
}

// SolutionText is the solution: after a pass, or when the learner gives up.
func (p *Play) SolutionText(giveUp bool) (string, error) {
	if !p.done() && !p.state.GaveUp {
		if !giveUp {
			return "", fmt.Errorf("the solution is shown after a pass; \"lab solution --give-up\" shows it now, and the lab earns no points")
		}
		p.state.GaveUp = true
		p.event(lab.Event{Event: lab.EventGiveUp, Task: p.state.Task + 1})
	}
	return strings.TrimSpace(p.variant.Script(lab.Solution)), nil
}
