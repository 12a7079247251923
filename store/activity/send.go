package activity

import (
	"fmt"
	"strings"

	"exolab/store/content"
	"exolab/store/tenant"
)

// message is a new message of the activity.
func (d *doing) message(subject, from, salt string) content.Item {
	r := d.result
	_, domain, _ := strings.Cut(r.User.PrimarySMTPAddress, "@")
	id := strings.ToUpper(strings.ReplaceAll(tenant.DerivedGUID(r.Mailbox.ExchangeGUID.String(), tenant.FormatTime(r.Time), subject, r.User.UserPrincipalName, r.Activity, salt), "-", ""))
	return content.Item{MessageID: "<" + id[:20] + "@" + domain + ">", Subject: subject, From: from, To: d.a.To, Body: d.a.Body,
		Received: r.Time, LastModified: r.Time, Size: int64(4096 + len(d.a.Body)), Read: true}
}

func (d *doing) send() error { return d.submit(tenant.ActionSend, d.result.Mailbox.PrimarySMTPAddress) }

func (d *doing) sendAs() error {
	return d.submit(tenant.ActionSendAs, d.result.Mailbox.PrimarySMTPAddress)
}

func (d *doing) sendOnBehalf() error {
	return d.submit(tenant.ActionSendOnBehalf, d.result.Mailbox.PrimarySMTPAddress)
}

// submit keeps the message in the sender's Sent Items, delivers it, and logs it
// in the mailbox as which it was sent.
func (d *doing) submit(action tenant.Action, from string) error {
	if len(d.a.To) == 0 {
		return refused("ErrorInvalidRecipients", "At least one recipient isn't valid., There are no recipients.")
	}
	subject := "Untitled"
	if len(d.a.Subject) > 0 {
		subject = d.a.Subject[0]
	}
	message := d.message(subject, from, "sent")
	sender, err := content.OpenBox(d.engine.w, d.result.User, d.result.Time)
	if err != nil {
		return err
	}
	sent, err := sender.Deliver(message, content.SentItems)
	if err != nil {
		return err
	}
	d.result.Items = []tenant.EventItem{sent.Event()}
	m := mail{d.engine, message, d.ip, 0}
	for _, to := range d.a.To {
		if err := m.deliver(to); err != nil {
			return err
		}
	}
	return d.log(action, func(e *tenant.Event) { e.Items = d.result.Items })
}

// mail is a message on its way to one recipient after the other.
type mail struct {
	engine  *Engine
	message content.Item
	ip      string
	hops    int // how often it was forwarded
}

// mostHops ends loops of forwarding rules.
const mostHops = 8

// deliver brings the message to an address: into a mailbox, to the members of a
// group, or out of the organization.
func (m mail) deliver(address string) error {
	address = strings.TrimPrefix(strings.TrimPrefix(address, "SMTP:"), "smtp:")
	if m.hops > mostHops {
		return m.trace(address, "Failed")
	}
	if box, err := m.engine.w.Mailbox(address); err == nil {
		return m.toMailbox(box)
	}
	if r, err := m.engine.w.Recipient(address); err == nil {
		if len(r.Members) > 0 {
			if err := m.trace(r.PrimarySMTPAddress, "Expanded"); err != nil {
				return err
			}
			for _, member := range r.Members {
				if err := m.further().deliver(member); err != nil {
					return err
				}
			}
			return nil
		}
		if r.ExternalEmailAddress != "" {
			address = strings.TrimPrefix(r.ExternalEmailAddress, "SMTP:")
		}
	}
	return m.trace(address, "Delivered")
}

func (m mail) further() mail {
	m.hops++
	return m
}

// toMailbox delivers, forwards as the mailbox is set, and applies its rules.
func (m mail) toMailbox(to *tenant.Mailbox) error {
	if err := m.trace(to.PrimarySMTPAddress, "Delivered"); err != nil {
		return err
	}
	forward := to.ForwardingAddress
	if to.ForwardingSMTPAddress != "" {
		forward = to.ForwardingSMTPAddress
	}
	if forward != "" {
		if err := m.further().deliver(forward); err != nil {
			return err
		}
		if !to.DeliverToMailboxAndForward {
			return nil
		}
	}
	return m.applyRules(to)
}

// applyRules runs the rules that fit, the first to run first, and puts the
// message where they say.
func (m mail) applyRules(to *tenant.Mailbox) error {
	rules, err := m.engine.w.InboxRules(to.ExchangeGUID)
	if err != nil {
		return err
	}
	folder, read := content.Inbox, false
	for _, rule := range rules {
		if !rule.Enabled || !m.fits(rule) {
			continue
		}
		p := rule.Properties
		for _, name := range []string{"ForwardTo", "RedirectTo", "ForwardAsAttachmentTo"} {
			targets, _ := p.Get(name)
			for _, target := range texts(targets) {
				if err := m.further().deliver(addressIn(target)); err != nil {
					return err
				}
			}
		}
		if target := p.Text("MoveToFolder"); target != "" {
			folder = content.CleanFolder(target)
		}
		if isTrue(p, "DeleteMessage") {
			folder = content.DeletedItems
		}
		read = read || isTrue(p, "MarkAsRead")
		if isTrue(p, "StopProcessingRules") {
			break
		}
	}
	box, err := content.OpenBox(m.engine.w, to, m.message.Received)
	if err != nil {
		return err
	}
	delivered := m.message
	delivered.Read = read
	_, err = box.Deliver(delivered, folder)
	return err
}

// fits reports whether the conditions of a rule hold; one without conditions
// takes every message.
func (m mail) fits(rule *tenant.InboxRule) bool {
	contains := func(property, text string) bool {
		words, _ := rule.Properties.Get(property)
		list := texts(words)
		for _, word := range list {
			if strings.Contains(strings.ToLower(text), strings.ToLower(word)) {
				return true
			}
		}
		return len(list) == 0
	}
	from, _ := rule.Properties.Get("From")
	senders := texts(from)
	known := len(senders) == 0
	for _, sender := range senders {
		known = known || strings.EqualFold(addressIn(sender), m.message.From)
	}
	return known && contains("SubjectContainsWords", m.message.Subject) && contains("BodyContainsWords", m.message.Body) &&
		contains("SubjectOrBodyContainsWords", m.message.Subject+" "+m.message.Body) && contains("FromAddressContainsWords", m.message.From)
}

// addressIn is the address in `"Name" [SMTP:address]`, or the text itself.
func addressIn(text string) string {
	if _, rest, found := strings.Cut(text, "[SMTP:"); found {
		return strings.TrimSuffix(rest, "]")
	}
	return strings.TrimPrefix(strings.TrimPrefix(text, "SMTP:"), "smtp:")
}

func isTrue(b tenant.Bag, name string) bool {
	v, _ := b.Get(name)
	return v == true
}

// trace writes what a message trace shows.
func (m mail) trace(recipient, status string) error {
	id := tenant.DerivedGUID(m.message.MessageID, recipient, fmt.Sprint(m.hops))
	return m.engine.w.PutObject(&tenant.Object{Kind: "messageTrace", Identity: id, Properties: tenant.BagOf(
		"MessageTraceId", id, "MessageId", m.message.MessageID, "Received", tenant.FormatTime(m.message.Received), "SenderAddress", m.message.From,
		"RecipientAddress", recipient, "Subject", m.message.Subject, "Status", status, "ToIP", nil, "FromIP", m.ip, "Size", m.message.Size)})
}
