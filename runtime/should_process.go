package runtime

import (
	"fmt"

	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// confirmation remembers an answer that holds for the rest of the command.
type confirmation struct {
	yesToAll, noToAll bool
}

// ShouldProcess asks, as -WhatIf, -Confirm and $ConfirmPreference demand, if
// action may be done to target; an empty action is the command's name.
func (c *Context) ShouldProcess(target, action string) (bool, error) {
	if a := c.verboseAction(); (a == actionSilent || a == actionIgnore) && !c.WhatIf() && !c.mustConfirm() {
		return true, nil
	}
	if action == "" {
		action = c.command.Name
	}
	text := fmt.Sprintf("Performing the operation \"%s\" on target \"%s\".", action, target)
	return c.ShouldProcessText(text, text, "")
}

// ShouldProcessText is ShouldProcess with texts of the command's own: what
// -WhatIf and -Verbose show, the question, and the caption above it.
func (c *Context) ShouldProcessText(description, query, caption string) (bool, error) {
	if c.WhatIf() {
		return false, c.session.Host.Text("What if: "+description, true, -1, -1)
	}
	if c.mustConfirm() {
		if caption == "" {
			caption = "Confirm"
		}
		return c.ask(caption, "Are you sure you want to perform this action?\n"+query)
	}
	if a := c.verboseAction(); a != actionSilent && a != actionIgnore {
		return true, c.Verbose(description)
	}
	return true, nil
}

// mustConfirm compares the command's impact with $ConfirmPreference.
func (c *Context) mustConfirm() bool {
	if c.common != nil && c.common.confirm != unsaid {
		return c.common.confirm == saidYes
	}
	v, _ := c.frame.scope.Get("confirmpreference")
	preference := impactOf(v)
	return preference > 0 && c.meta.ConfirmImpact >= preference
}

// impactOf reads a ConfirmImpact; 3 is High.
func impactOf(v value.Value) int {
	v = value.Unwrap(v)
	if v.Kind() == value.KindEnum || v.IsInteger() {
		return int(v.Int64())
	}
	switch value.Fold(v.Text()) {
	case "none":
		return 0
	case "low":
		return 1
	case "medium":
		return 2
	}
	return 3
}

// ShouldContinue asks a question whatever the preferences say.
func (c *Context) ShouldContinue(query, caption string) (bool, error) {
	if !c.session.Host.Interactive() {
		return false, c.cannotAsk()
	}
	for {
		choice, err := choose(c.session.Host, caption, query, continueChoices, 0)
		if err != nil || choice < 2 {
			return err == nil && choice == 0, err
		}
		if err := c.session.suspend(); err != nil {
			return false, err
		}
	}
}

var confirmChoices = []Choice{
	{"&Yes", "Continue with only the next step of the operation."},
	{"Yes to &All", "Continue with all the steps of the operation."},
	{"&No", "Skip this operation and proceed with the next operation."},
	{"No to A&ll", "Skip this operation and all subsequent operations."},
	{"&Suspend", "Pause the current pipeline and return to the command prompt. Type \"exit\" to resume the pipeline."},
}

// ShouldContinueAll is ShouldContinue with answers that hold for the rest of
// the command.
func (c *Context) ShouldContinueAll(query, caption string) (bool, error) {
	return c.ask(caption, query)
}

// continueChoices are the answers to ShouldContinue.
var continueChoices = []Choice{
	confirmChoices[0],
	{"&No", "Skip this operation and proceed with the next operation."},
	confirmChoices[suspendAnswer],
}

const suspendAnswer = 4

// ask shows a question with the usual five answers.
func (c *Context) ask(caption, message string) (bool, error) {
	if c.confirm.yesToAll {
		return true, nil
	}
	if c.confirm.noToAll {
		return false, nil
	}
	host := c.session.Host
	if !host.Interactive() {
		return false, c.cannotAsk()
	}
	choices := confirmChoices
	if c.command.Remote {
		choices = choices[:suspendAnswer]
	}
	for {
		choice, err := choose(host, caption, message, choices, 0)
		if err != nil {
			return false, err
		}
		switch choice {
		case 0:
			return true, nil
		case 1:
			c.confirm.yesToAll = true
			return true, nil
		case 2:
			return false, nil
		case 3:
			c.confirm.noToAll = true
			return false, nil
		}
		if err := c.session.suspend(); err != nil {
			return false, err
		}
	}
}

// suspend opens a prompt inside the running command, where the host has one;
// it goes on when exit is entered there.
func (s *Session) suspend() error {
	host, ok := s.Host.(NestedPrompter)
	if !ok {
		return nil
	}
	level, _ := s.Global.Get("nestedpromptlevel")
	s.Global.SetPlain("NestedPromptLevel", value.Int(int(level.Int64())+1))
	defer s.Global.SetPlain("NestedPromptLevel", level)
	return host.NestedPrompt()
}

// cannotAsk is the error where nobody can answer.
func (c *Context) cannotAsk() error {
	return c.Throw(errs.New("System.Management.Automation.PSInvalidOperationException", ErrNonInteractive.Error(), "InvalidOperation", value.InvalidOperation, value.Null))
}

var inquireChoices = []Choice{
	{"&Yes", "Continue with the operation."},
	{"Yes to &All", "Continue with all the steps of the operation."},
	{"&Halt Command", "Stop this command."},
	confirmChoices[suspendAnswer],
}

// inquire asks whether to go on after a message whose preference is Inquire.
// goOn is false when the message is to be dropped.
func (c *Context) inquire(message string) (goOn bool, err error) {
	for choice := suspendAnswer - 1; choice == suspendAnswer-1; {
		if choice, err = choose(c.session.Host, "Confirm", message, inquireChoices, 0); err != nil {
			return false, err
		}
		if choice < 2 {
			return true, nil
		}
		if choice == suspendAnswer-1 {
			if err := c.session.suspend(); err != nil {
				return false, err
			}
		}
	}
	rec := errs.New("System.Management.Automation.ActionPreferenceStopException",
		"The running command stopped because the user selected the Stop option.", "ActionPreferenceStop", value.OperationStopped, value.Null)
	c.label(rec)
	return false, &errs.Error{Record: rec, Thrown: true, Stopped: true}
}
