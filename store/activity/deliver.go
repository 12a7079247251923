package activity

import (
	"strings"
	"time"

	"exolab/store/content"
	"exolab/store/tenant"
)

// Message is one that arrives from outside, or that a cmdlet sends.
type Message struct {
	From    string
	To      []string
	Subject string
	Body    string
	// Attachments are names and sizes, "" for none.
	Attachments string
	At          time.Time
}

// Deliver brings a message into the mailboxes of its recipients, past their
// forwarding and rules, and traces it. Deliveries are not audited.
func (e *Engine) Deliver(m Message) error {
	_, domain, _ := strings.Cut(m.From, "@")
	id := strings.ToUpper(strings.ReplaceAll(tenant.DerivedGUID(m.From, strings.Join(m.To, ";"), m.Subject, tenant.FormatTime(m.At)), "-", ""))
	item := content.Item{MessageID: "<" + id[:20] + "@" + domain + ">", Subject: m.Subject, From: m.From, To: m.To, Body: m.Body,
		Received: m.At, LastModified: m.At, Size: int64(4096 + len(m.Body)), Attachments: m.Attachments}
	for _, to := range m.To {
		if err := (mail{e, item, "198.51.100.25", 0}).deliver(to); err != nil {
			return err
		}
	}
	return nil
}
