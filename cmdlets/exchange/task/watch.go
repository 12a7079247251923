package task

import (
	"fmt"
	"reflect"
	"strings"

	"exolab/store"
	"exolab/store/tenant"
)

// watcher is a Writer that notices what a cmdlet changes, so that the change can
// be logged in one place, whichever cmdlet it was.
type watcher struct {
	store.Writer
	// admits reports an error for a recipient that the caller may not change.
	admits func(dn string, properties tenant.Bag) error
	// target is the name of the first object that was changed, "" as long as none was.
	target   string
	changed  bool
	modified []tenant.ModifiedProperty
}

// notice keeps the name of what is changed, and how.
func (w *watcher) notice(name string, before, after tenant.Bag) {
	if !w.changed {
		w.target = name
	}
	w.changed = true
	for property, v := range after.All() {
		old, _ := before.Get(property)
		if !reflect.DeepEqual(old, v) {
			w.modified = append(w.modified, tenant.ModifiedProperty{Name: property, OldValue: textOf(old), NewValue: textOf(v)})
		}
	}
}

// textOf is how the log writes a value of a property.
func textOf(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case bool:
		if v {
			return "True"
		}
		return "False"
	case []any:
		parts := make([]string, len(v))
		for i, element := range v {
			parts[i] = textOf(element)
		}
		return strings.Join(parts, ";")
	}
	return fmt.Sprint(v)
}

// PutOrganization stores the organization and notices it.
func (w *watcher) PutOrganization(org *tenant.Organization) error {
	before, err := w.Writer.Organization()
	if err != nil {
		return err
	}
	w.notice(org.Name, before.Bag(), org.Bag())
	return w.Writer.PutOrganization(org)
}

// PutMailbox stores a mailbox and notices it.
func (w *watcher) PutMailbox(m *tenant.Mailbox) error {
	var before tenant.Bag
	if old, err := w.Writer.MailboxByGUID(m.ExchangeGUID); err == nil {
		before = old.Bag()
		if err := w.admits(old.DistinguishedName, before); err != nil {
			return err
		}
	}
	w.notice(m.Name, before, m.Bag())
	return w.Writer.PutMailbox(m)
}

// RemoveMailbox deletes a mailbox and notices it.
func (w *watcher) RemoveMailbox(exchangeGUID tenant.GUID) error {
	if err := w.admitMailbox(exchangeGUID); err != nil {
		return err
	}
	w.notice(w.mailboxName(exchangeGUID), tenant.Bag{}, tenant.Bag{})
	return w.Writer.RemoveMailbox(exchangeGUID)
}

// admitMailbox reports an error for a mailbox that the caller may not change.
func (w *watcher) admitMailbox(exchangeGUID tenant.GUID) error {
	m, err := w.Writer.MailboxByGUID(exchangeGUID)
	if err != nil {
		return nil
	}
	return w.admits(m.DistinguishedName, m.Bag())
}

func (w *watcher) mailboxName(exchangeGUID tenant.GUID) string {
	if m, err := w.Writer.MailboxByGUID(exchangeGUID); err == nil {
		return m.Name
	}
	if r, err := w.Writer.Recipient(exchangeGUID.String()); err == nil {
		return r.Name
	}
	return exchangeGUID.String()
}

// PutRecipient stores a recipient and notices it.
func (w *watcher) PutRecipient(r *tenant.Recipient) error {
	var before tenant.Bag
	if old, err := w.Writer.Recipient(r.GUID.String()); err == nil {
		before = old.Bag()
		if err := w.admits(old.DistinguishedName, before); err != nil {
			return err
		}
	}
	w.notice(r.Name, before, r.Bag())
	return w.Writer.PutRecipient(r)
}

// RemoveRecipient deletes a recipient and notices it.
func (w *watcher) RemoveRecipient(guid tenant.GUID) error {
	name := guid.String()
	if r, err := w.Writer.Recipient(name); err == nil {
		if err := w.admits(r.DistinguishedName, r.Bag()); err != nil {
			return err
		}
		name = r.Name
	}
	w.notice(name, tenant.Bag{}, tenant.Bag{})
	return w.Writer.RemoveRecipient(guid)
}

// permissionName is the object that a permission is on: the mailbox or a folder.
func (w *watcher) permissionName(p *tenant.Permission) string {
	name := w.mailboxName(p.Mailbox)
	if p.Scope == tenant.ScopeFolder {
		name += ":" + p.Folder
	}
	return name
}

// PutPermission stores a permission and notices it.
func (w *watcher) PutPermission(p *tenant.Permission) error {
	if err := w.admitMailbox(p.Mailbox); err != nil {
		return err
	}
	w.notice(w.permissionName(p), tenant.Bag{}, tenant.Bag{})
	return w.Writer.PutPermission(p)
}

// RemovePermission deletes a permission and notices it.
func (w *watcher) RemovePermission(p *tenant.Permission) error {
	if err := w.admitMailbox(p.Mailbox); err != nil {
		return err
	}
	w.notice(w.permissionName(p), tenant.Bag{}, tenant.Bag{})
	return w.Writer.RemovePermission(p)
}

// rule finds a rule of a mailbox; nil if it is not there.
func (w *watcher) rule(mailbox tenant.GUID, identity int64) *tenant.InboxRule {
	rules, err := w.Writer.InboxRules(mailbox)
	if err != nil {
		return nil
	}
	for _, rule := range rules {
		if rule.RuleIdentity == identity {
			return rule
		}
	}
	return nil
}

// PutInboxRule stores a rule and notices it.
func (w *watcher) PutInboxRule(rule *tenant.InboxRule) error {
	if err := w.admitMailbox(rule.Mailbox); err != nil {
		return err
	}
	var before tenant.Bag
	if old := w.rule(rule.Mailbox, rule.RuleIdentity); old != nil {
		before = old.Bag()
	}
	w.notice(w.mailboxName(rule.Mailbox)+`\`+rule.Name, before, rule.Bag())
	return w.Writer.PutInboxRule(rule)
}

// RemoveInboxRule deletes a rule and notices it.
func (w *watcher) RemoveInboxRule(exchangeGUID tenant.GUID, ruleIdentity int64) error {
	if err := w.admitMailbox(exchangeGUID); err != nil {
		return err
	}
	name := fmt.Sprint(ruleIdentity)
	if old := w.rule(exchangeGUID, ruleIdentity); old != nil {
		name = old.Name
	}
	w.notice(w.mailboxName(exchangeGUID)+`\`+name, tenant.Bag{}, tenant.Bag{})
	return w.Writer.RemoveInboxRule(exchangeGUID, ruleIdentity)
}

// PutObject stores a generic object and notices it.
func (w *watcher) PutObject(o *tenant.Object) error {
	var before tenant.Bag
	if old, err := w.Writer.Object(o.Kind, o.Identity); err == nil {
		before = old.Properties
	}
	w.notice(o.Identity, before, o.Properties)
	return w.Writer.PutObject(o)
}

// RemoveObject deletes a generic object and notices it.
func (w *watcher) RemoveObject(kind, identity string) error {
	w.notice(identity, tenant.Bag{}, tenant.Bag{})
	return w.Writer.RemoveObject(kind, identity)
}
