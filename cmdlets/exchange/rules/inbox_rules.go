package rules

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"exolab/cmdlets/exchange/shapes"
	"exolab/cmdlets/exchange/task"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

var inboxRuleCmdlets = []task.Cmdlet{
	inboxRuleCmdlet("Get-InboxRule", "Gives the inbox rules of mailboxes.", "@(Get-InboxRule -Mailbox test1).Count", "0", getInboxRule),
	inboxRuleCmdlet("New-InboxRule", "Makes an inbox rule.", "(New-InboxRule -Name Invoices -Mailbox test1 -SubjectContainsWords Invoice -MarkAsRead $true).Priority", "1", newInboxRule),
	inboxRuleCmdlet("Set-InboxRule", "Changes an inbox rule.", "New-InboxRule Invoices -Mailbox test1 -From donh -DeleteMessage $true | Out-Null; Set-InboxRule Invoices -Mailbox test1 -Name Bills; (Get-InboxRule -Mailbox test1).Name", "Bills", setInboxRule),
	inboxRuleCmdlet("Remove-InboxRule", "Deletes an inbox rule.", "New-InboxRule Invoices -Mailbox test1 -From donh -DeleteMessage $true | Out-Null; Remove-InboxRule Invoices -Mailbox test1 -Confirm:$false", "", removeInboxRule),
	inboxRuleCmdlet("Enable-InboxRule", "Switches an inbox rule on.", "New-InboxRule Invoices -Mailbox test1 -From donh -DeleteMessage $true | Out-Null; Enable-InboxRule Invoices -Mailbox test1", "", switchInboxRule(true)),
	inboxRuleCmdlet("Disable-InboxRule", "Switches an inbox rule off.", "New-InboxRule Invoices -Mailbox test1 -From donh -DeleteMessage $true | Out-Null; Disable-InboxRule Invoices -Mailbox test1 -Confirm:$false; (Get-InboxRule -Mailbox test1).Enabled", "False", switchInboxRule(false)),
}

func inboxRuleCmdlet(name, synopsis, code, output string, run func(c *task.Call) error) task.Cmdlet {
	out := task.New(name, synopsis, code, output, run)
	out.Class = task.StoreTasks + strings.ReplaceAll(name, "-", "")
	return out
}

// ruleObject shows an inbox rule.
func ruleObject(r store.Reader, m *tenant.Mailbox, rule *tenant.InboxRule) value.Value {
	o := shapes.New("InboxRule")
	o.PutKnown(rule.Bag())
	id := strconv.FormatInt(rule.RuleIdentity, 10)
	o.Text("Identity", m.Name+`\`+id, "MailboxOwnerId", m.Name)
	o.Set("RuleIdentity", value.Integer(value.KindUInt64, rule.RuleIdentity))
	for _, name := range ruleRecipients {
		if v, ok := rule.Property(name); ok {
			o.Set(name, recipientList(r, v))
		}
	}
	o.Set("Description", value.Str(describeRule(rule)))
	return o.Value()
}

// ruleRecipients are the settings of a rule that name recipients.
var ruleRecipients = []string{"From", "ExceptIfFrom", "SentTo", "ExceptIfSentTo", "ForwardTo", "ForwardAsAttachmentTo", "RedirectTo"}

// checkRecipients reports an error for a recipient of a rule that is neither in the
// organization nor an address.
func checkRecipients(c *task.Call, r store.Reader) error {
	for _, parameter := range ruleRecipients {
		change := task.ReadMultiValue(c.Ctx.Env(), c.Value(parameter))
		for _, name := range append(change.Values, change.Add...) {
			if strings.Contains(name, "@") || name == "" {
				continue
			}
			if _, err := task.UserOf(r, name); err != nil {
				return err
			}
		}
	}
	return nil
}

// recipientList shows recipients of a rule: "name" [SMTP:address].
func recipientList(r store.Reader, v any) value.Value {
	list := task.TextsIn(v)
	if one, ok := v.(string); ok && one != "" {
		list = []string{one}
	}
	out := make([]string, len(list))
	for i, address := range list {
		shown := strings.TrimPrefix(address, "smtp:")
		if strings.HasPrefix(shown, `"`) {
			out[i] = shown
			continue
		}
		name := task.DisplayNameOf(r, shown)
		if m, err := r.Mailbox(shown); err == nil {
			shown = m.PrimarySMTPAddress
		}
		out[i] = fmt.Sprintf("\"%s\" [SMTP:%s]", name, shown)
	}
	return value.Strings(out...)
}

// ruleConditions are the properties that say when a rule applies.
func isCondition(name string) bool {
	for _, part := range []string{"ContainsWords", "From", "SentTo", "MyName", "Received", "Within", "HasAttachment", "WithImportance", "WithSensitivity", "MessageTypeMatches"} {
		if strings.Contains(name, part) {
			return true
		}
	}
	return false
}

// describeRule says in words what a rule does.
func describeRule(rule *tenant.InboxRule) string {
	var conditions, actions []string
	for name, v := range rule.Properties.All() {
		text := ruleValueText(v)
		switch {
		case text == "" || text == "False" || strings.HasPrefix(name, "ExceptIf") || tenant.IsMark(name):
		case isCondition(name):
			conditions = append(conditions, "\t"+task.Spaced(name)+" '"+text+"'\n")
		default:
			actions = append(actions, "\t"+task.Spaced(name)+" '"+text+"'\n")
		}
	}
	return "If the message:\n" + strings.Join(conditions, "\tand ") + "Take the following actions:\n" + strings.Join(actions, "\tand ")
}

func ruleValueText(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case bool:
		return value.ToString(nil, value.Bool(v))
	case []any:
		return strings.Join(task.TextsIn(v), "' or '")
	}
	return ""
}

// ruleMailbox is the mailbox of -Mailbox, of "mailbox\rule", or the caller's own.
func ruleMailbox(c *task.Call, r store.Reader, identity string) (*tenant.Mailbox, string, error) {
	mailbox := c.Identity("Mailbox")
	if owner, rule, ok := strings.Cut(identity, `\`); ok {
		identity = rule
		if mailbox == "" {
			mailbox = owner
		}
	}
	if mailbox == "" {
		mailbox = c.Caller()
	}
	m, err := c.Mailbox(r, mailbox)
	return m, identity, err
}

// ruleIdentity is what -Identity names: a rule object stands for its Identity,
// another object for the mailbox whose rules are meant.
func ruleIdentity(c *task.Call) string {
	o, ok := value.As[*value.PSObject](c.Value("Identity"))
	if !ok {
		return c.Identity("Identity")
	}
	if id, found := o.Get("identity"); found && o.IndexOf("ruleidentity") >= 0 {
		return value.ToString(c.Ctx.Env(), id)
	}
	return shapes.IdentityOf(c.Ctx.Env(), c.Value("Identity")) + `\`
}

func isRule(rule *tenant.InboxRule, identity string) bool {
	return strings.EqualFold(rule.Name, identity) || strconv.FormatInt(rule.RuleIdentity, 10) == identity
}

func getInboxRule(c *task.Call) error {
	var list []value.Value
	err := c.View(func(r store.Reader) error {
		m, identity, err := ruleMailbox(c, r, ruleIdentity(c))
		if err != nil {
			return err
		}
		rules, err := r.InboxRules(m.ExchangeGUID)
		for _, rule := range rules {
			hidden, _ := rule.Property(tenant.RuleHidden)
			if (identity == "" || isRule(rule, identity)) && (hidden != true || c.On("IncludeHidden")) {
				list = append(list, ruleObject(r, m, rule))
			}
		}
		if err == nil && identity != "" && len(list) == 0 {
			return ruleMissing(identity)
		}
		return err
	})
	if err == nil {
		err = c.EmitSized(list)
	}
	return c.Report(err)
}

func ruleMissing(identity string) error {
	return task.Failure(task.ExNotFound, "The operation couldn't be performed because object '%s' couldn't be found on '%s'.", identity, shapes.DirectoryServer)
}

func newInboxRule(c *task.Call) error {
	if ok, err := c.Confirm(fmt.Sprintf("Creating Inbox rule \"%s\".", c.Text("Name"))); !ok || err != nil {
		return err
	}
	if ok, err := clearOutlookRules(c, ""); !ok || err != nil {
		return c.Report(err)
	}
	var shown value.Value
	err := c.Update(func(w store.Writer) error {
		m, _, err := ruleMailbox(c, w, "")
		if err != nil {
			return err
		}
		rules, err := w.InboxRules(m.ExchangeGUID)
		if err != nil {
			return err
		}
		rule, err := tenant.NewInboxRule(m.ExchangeGUID, tenant.BagOf("Name", c.Text("Name"), "Enabled", true, "Priority", int64(1)))
		if err != nil {
			return err
		}
		for slices.ContainsFunc(rules, func(r *tenant.InboxRule) bool { return r.RuleIdentity == rule.RuleIdentity }) {
			rule.RuleIdentity++
		}
		if err := checkRecipients(c, w); err != nil {
			return err
		}
		if _, err := c.SetProperties(w, "InboxRule", rule, nil); err != nil {
			return err
		}
		if err := w.PutInboxRule(rule); err != nil {
			return err
		}
		for _, later := range rules {
			if later.Priority >= rule.Priority {
				later.Priority++
				if err := w.PutInboxRule(later); err != nil {
					return err
				}
			}
		}
		shown = ruleObject(w, m, rule)
		return nil
	})
	return c.EmitOrReport(shown, err)
}

// changeRule finds a rule, asks, and changes it.
func changeRule(c *task.Call, doing string, apply func(w store.Writer, rule *tenant.InboxRule) error) error {
	if ok, err := c.Confirm(fmt.Sprintf("%s Inbox rule \"%s\".", doing, ruleIdentity(c))); !ok || err != nil {
		return err
	}
	if ok, err := clearOutlookRules(c, ruleIdentity(c)); !ok || err != nil {
		return c.Report(err)
	}
	return c.Report(c.Update(func(w store.Writer) error {
		m, identity, err := ruleMailbox(c, w, ruleIdentity(c))
		if err != nil {
			return err
		}
		rules, err := w.InboxRules(m.ExchangeGUID)
		if err != nil {
			return err
		}
		for _, rule := range rules {
			if isRule(rule, identity) {
				return apply(w, rule)
			}
		}
		return ruleMissing(identity)
	}))
}

func setInboxRule(c *task.Call) error {
	found, changed := "", false
	err := changeRule(c, "Setting", func(w store.Writer, rule *tenant.InboxRule) (err error) {
		if err = checkRecipients(c, w); err != nil {
			return err
		}
		if changed, err = c.SetProperties(w, "InboxRule", rule, nil); err != nil {
			return err
		}
		if found = rule.Name; !changed {
			return nil
		}
		return w.PutInboxRule(rule)
	})
	if err == nil && found != "" && !changed {
		return c.Unchanged(found)
	}
	return err
}

func removeInboxRule(c *task.Call) error {
	return changeRule(c, "Removing", func(w store.Writer, rule *tenant.InboxRule) error {
		return w.RemoveInboxRule(rule.Mailbox, rule.RuleIdentity)
	})
}

func switchInboxRule(on bool) func(c *task.Call) error {
	doing := "Disabling"
	if on {
		doing = "Enabling"
	}
	return func(c *task.Call) error {
		return changeRule(c, doing, func(w store.Writer, rule *tenant.InboxRule) error {
			rule.Enabled = on
			return w.PutInboxRule(rule)
		})
	}
}
