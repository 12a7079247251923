package content

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"strings"
	"time"

	"exolab/store/tenant"
)

// baseMessages are the messages that a mailbox has from the beginning.
var baseMessages = []struct{ folder, subject, attachments string }{
	{`\Inbox`, "Quarterly numbers", "numbers.xlsx (48213b)"}, {`\Inbox`, "RE: Offer for Fabrikam", ""}, {`\Inbox`, "Team lunch on Thursday", ""},
	{`\Inbox`, "Invoice 2041", "invoice-2041.pdf (91022b)"}, {`\Inbox`, "FW: Travel plans", ""}, {`\Inbox`, "Minutes of the weekly meeting", ""},
	{`\Inbox`, "Your parcel is on its way", ""}, {`\Inbox`, "Interview notes", ""}, {`\Inbox`, "RE: Budget for next year", "budget.xlsx (77310b)"},
	{`\Inbox`, "Contract with Northwind Traders", "contract.docx (120444b)"}, {`\Inbox`, "Password reset", ""}, {`\Inbox`, "Shift plan", ""},
	{`\Sent Items`, "RE: Invoice 2041", ""}, {`\Sent Items`, "Price list, second draft", "prices.xlsx (30211b)"}, {`\Sent Items`, "RE: RE: Projector does not start", ""},
	{`\Drafts`, "Welcome to the team", ""}, {`\Calendar`, "Weekly meeting", ""}, {`\Archive`, "Newsletter: what is new in our stores", ""},
	{`\Deleted Items`, "Survey: how do you like the canteen?", ""},
}

// base makes the messages of a mailbox of which nothing is stored.
func base(m *tenant.Mailbox, now time.Time) []*Item {
	_, domain, _ := strings.Cut(m.PrimarySMTPAddress, "@")
	items := make([]*Item, len(baseMessages))
	for n, row := range baseMessages {
		seed := sum(m.ExchangeGUID.String(), "base", row.subject)
		item := &Item{ID: NewID(m, row.subject, "base"), MessageID: newMessageID(domain, m.ExchangeGUID.String(), row.subject), Subject: row.subject,
			Folder: row.folder, From: "colleague@" + domain, To: []string{m.PrimarySMTPAddress}, Attachments: row.attachments, Read: seed[0]&1 == 0,
			Size: 4_000 + int64(binary.BigEndian.Uint16(seed[2:]))*3}
		if row.folder == `\Sent Items` || row.folder == `\Drafts` || row.folder == `\Calendar` {
			item.From, item.To = m.PrimarySMTPAddress, []string{"colleague@" + domain}
		}
		days := 3 + int(seed[1])%80
		item.Received = now.Truncate(24*time.Hour).AddDate(0, 0, -days).Add(7*time.Hour + time.Duration(binary.BigEndian.Uint16(seed[4:])%600)*time.Minute)
		item.LastModified = item.Received
		items[n] = item
	}
	return items
}

func sum(names ...string) [32]byte { return sha256.Sum256([]byte(strings.Join(names, "\x00"))) }

// NewID makes the id of a message of a mailbox from what tells it from others.
func NewID(m *tenant.Mailbox, names ...string) string {
	s := sum(append([]string{m.ExchangeGUID.String(), "item"}, names...)...)
	return "RgAAAAB" + base64.RawURLEncoding.EncodeToString(s[:])[:33] + "AAAJ"
}

// newMessageID makes an Internet message id.
func newMessageID(domain string, names ...string) string {
	s := sum(append(names, "message")...)
	return fmt.Sprintf("<%X-%X@%s>", s[:6], s[6:12], domain)
}
