package activity

import (
	"fmt"
	"slices"
	"strings"

	"exolab/store/tenant"
)

// newRule makes an inbox rule through the client. A hidden one has the property
// that keeps Get-InboxRule from showing it.
func (d *doing) newRule() error {
	if d.a.Rule == "" {
		return invalid("The activity %s needs the name of the rule.", d.result.Activity)
	}
	rules, err := d.engine.w.InboxRules(d.result.Mailbox.ExchangeGUID)
	if err != nil {
		return err
	}
	rule, err := tenant.NewInboxRule(d.result.Mailbox.ExchangeGUID, tenant.BagOf("Name", d.a.Rule, "Enabled", true, "Priority", int64(1)))
	if err != nil {
		return err
	}
	for slices.ContainsFunc(rules, func(r *tenant.InboxRule) bool { return r.RuleIdentity == rule.RuleIdentity }) {
		rule.RuleIdentity++
	}
	if d.a.Hidden {
		rule.Properties.Set(tenant.RuleHidden, true)
	}
	if d.result.Client.Name == "Outlook" {
		rule.Properties.Set(tenant.RuleOfOutlook, true)
	}
	for _, later := range rules {
		later.Priority++
		if err := d.engine.w.PutInboxRule(later); err != nil {
			return err
		}
	}
	return d.storeRule(rule, "AddMailboxRule")
}

func (d *doing) setRule() error {
	rule, err := d.findRule()
	if err != nil {
		return err
	}
	return d.storeRule(rule, "ModifyMailboxRule")
}

func (d *doing) removeRule() error {
	rule, err := d.findRule()
	if err != nil {
		return err
	}
	if err := d.engine.w.RemoveInboxRule(rule.Mailbox, rule.RuleIdentity); err != nil {
		return err
	}
	return d.logRule(rule, "RemoveMailboxRule")
}

func (d *doing) storeRule(rule *tenant.InboxRule, operation string) error {
	for name, v := range d.a.RuleSettings.All() {
		if err := rule.SetProperty(name, v); err != nil {
			return invalid("The rule cannot be set so: %s.", err)
		}
	}
	if err := d.engine.w.PutInboxRule(rule); err != nil {
		return err
	}
	return d.logRule(rule, operation)
}

func (d *doing) findRule() (*tenant.InboxRule, error) {
	rules, err := d.engine.w.InboxRules(d.result.Mailbox.ExchangeGUID)
	if err != nil {
		return nil, err
	}
	for _, rule := range rules {
		if strings.EqualFold(rule.Name, d.a.Rule) {
			return rule, nil
		}
	}
	return nil, refused("ErrorInboxRulesValidationError", "The Inbox rule '%s' couldn't be found in the mailbox %s.", d.a.Rule, d.result.Mailbox.PrimarySMTPAddress)
}

// logRule logs a change of rules with what the rule does.
func (d *doing) logRule(rule *tenant.InboxRule, operation string) error {
	return d.log(tenant.ActionUpdateInboxRules, func(e *tenant.Event) {
		e.Folder = `\Inbox`
		e.Details = []string{"RuleOperation=" + operation, fmt.Sprintf("RuleId=%d", rule.RuleIdentity), "RuleName=" + rule.Name,
			"RuleState=" + ruleState(rule.Enabled), "RuleActions=" + ruleActions(rule)}
	})
}

func ruleState(enabled bool) string {
	if enabled {
		return "Enabled"
	}
	return "Disabled"
}

// ruleActions lists the settings of a rule: "ForwardTo: a@b.c, DeleteMessage: True".
func ruleActions(rule *tenant.InboxRule) string {
	var parts []string
	for name, v := range rule.Properties.All() {
		if name == tenant.RuleOfOutlook {
			continue
		}
		switch v := v.(type) {
		case bool:
			parts = append(parts, name+": "+capital(fmt.Sprint(v)))
		case string:
			parts = append(parts, name+": "+v)
		default:
			parts = append(parts, name+": "+strings.Join(texts(v), " "))
		}
	}
	return strings.Join(parts, ", ")
}
