package evidence

import (
	"strings"
	"time"

	"exolab/store/tenant"
)

// row is what one row of a file says: a record, or what is wrong with it.
type row struct {
	line int
	// kind is the record's kind in the record form; "" if the row is damaged.
	kind string
	bag  tenant.Bag
	at   time.Time
	// owner and user are whose mailbox it is about and who acted.
	owner, user person
	// reason is what is wrong, text the row as it stands. A record with a reason
	// is usable all the same.
	reason, text string
}

// person is what a row knows of somebody.
type person struct{ upn, guid, sid, name string }

func (p person) empty() bool { return p.upn == "" && p.guid == "" && p.name == "" }

// address is an address for the person's mailbox in an organization of a domain.
func (p person) address(domain string) string {
	if strings.Contains(p.upn, "@") {
		return strings.ToLower(p.upn)
	}
	name := p.name
	if name == "" {
		name = "mailbox-" + p.guid
	}
	if domainName, account, ok := strings.Cut(name, `\`); ok {
		return strings.ToLower(account + "@" + domainName + ".com")
	}
	local := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '.', r == '-', r == '_':
			return r
		case r == ' ':
			return '.'
		}
		return -1
	}, strings.ToLower(name))
	if local == "" {
		local = tenant.DerivedGUID(name)
	}
	return local + "@" + domain
}

// timeForms are the forms of times in exports: ISO 8601 and, as Export-Csv writes
// them, those of American and European cultures. Without a zone a time is UTC.
var timeForms = []string{time.RFC3339Nano, "2006-01-02T15:04:05.9999999", "2006-01-02 15:04:05", "1/2/2006 3:04:05 PM", "1/2/2006 3:04 PM", "1/2/2006 15:04:05",
	"2/1/2006 15:04:05", "2.1.2006 15:04:05", "2006/1/2 15:04:05", "2-1-2006 15:04:05", "1/2/2006"}

// parseTime reads a time that the store can order.
func parseTime(text string) (time.Time, bool) {
	text = strings.ReplaceAll(strings.TrimSpace(text), "\u202f", " ")
	for _, form := range timeForms {
		if t, err := time.Parse(form, text); err == nil {
			return t.UTC(), tenant.Orderable(t)
		}
	}
	return time.Time{}, false
}
