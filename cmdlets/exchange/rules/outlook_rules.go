package rules

import (
	"exolab/cmdlets/exchange/task"
	"exolab/store"
	"exolab/store/tenant"
)

const outlookRulesQuestion = "When you modify rules by using this cmdlet, client-side rules and rules created in Outlook that are turned off will be deleted."

// clearOutlookRules deletes the rules that Outlook made and that are turned off,
// besides the one that is about to be changed: the service does not keep them when
// rules are changed. It asks before, unless told not to, and reports whether to go on.
func clearOutlookRules(c *task.Call, identity string) (bool, error) {
	var doomed []*tenant.InboxRule
	err := c.View(func(r store.Reader) error {
		m, identity, err := ruleMailbox(c, r, identity)
		if err != nil {
			return err
		}
		rules, err := r.InboxRules(m.ExchangeGUID)
		for _, rule := range rules {
			made, _ := rule.Property(tenant.RuleOfOutlook)
			if made == true && !rule.Enabled && !isRule(rule, identity) {
				doomed = append(doomed, rule)
			}
		}
		return err
	})
	if err != nil || len(doomed) == 0 {
		return err == nil, err
	}
	if !c.On("AlwaysDeleteOutlookRulesBlob") && !c.On("Force") && !c.Has("Confirm") {
		if ok, err := c.Ctx.ShouldContinueAll("Are you sure you want to perform this action?\n"+outlookRulesQuestion, "Confirm"); !ok || err != nil {
			return false, err
		}
	}
	return true, c.Update(func(w store.Writer) error {
		for _, rule := range doomed {
			if err := w.RemoveInboxRule(rule.Mailbox, rule.RuleIdentity); err != nil {
				return err
			}
		}
		return nil
	})
}
