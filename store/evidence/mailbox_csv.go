package evidence

import (
	"strconv"
	"strings"

	"exolab/store/tenant"
)

const kindEntry = "auditEntry"

// renamed are the columns of the documented audit script whose values are those
// of properties under other names.
var renamed = map[string]string{"subject": "ItemSubject", "crossmailboxop": "CrossMailboxOperation"}

// booleans and numbers are the properties that are no text.
var (
	booleans = map[string]bool{"ExternalAccess": true, "CrossMailboxOperation": true, "IsValid": true, "ItemIsRecord": true}
	numbers  = map[string]bool{"AuditOperationsCountInAggregatedRecord": true}
	lists    = map[string]bool{"SourceItems": true, "SourceFolders": true}
)

// readMailboxCSV reads a CSV of mailbox audit entries.
func readMailboxCSV(l *lines, emit func(row) error) error {
	t, err := newTable(l)
	if err != nil {
		return err
	}
	names := make([]string, len(t.columns))
	for i, column := range t.columns {
		names[i] = column
		if known := renamed[strings.ToLower(column)]; known != "" && t.column(known) < 0 {
			names[i] = known
		}
		if known := tenant.EntryShape.Index(names[i]); known >= 0 {
			names[i] = tenant.EntryProperties[known]
		}
	}
	b := newEntryBuilder(names)
	return t.each(func(fields fieldsOf) row {
		if fields.reason != "" {
			return row{line: fields.line, text: fields.text, reason: fields.reason}
		}
		return b.row(fields.line, fields.text, fields.fields)
	}, emit)
}

// entryBuilder makes mailbox audit entries from texts in the order of names.
type entryBuilder struct {
	names []string
	shape *tenant.Shape
	// place is where the value of a name stands in the shape.
	place []int
}

func newEntryBuilder(names []string) *entryBuilder {
	b := &entryBuilder{names: names}
	all := append([]string{}, names...)
	for _, needed := range []string{"SourceItems", "SourceFolders", "Identity", "IsValid", "ObjectState", "MailboxResolvedOwnerName", "LogonUserDisplayName"} {
		if tenant.NewShape(names).Index(needed) < 0 {
			all = append(all, needed)
		}
	}
	b.shape = tenant.NewShape(all)
	for _, name := range names {
		b.place = append(b.place, b.shape.Index(name))
	}
	return b
}

// row makes the entry of one row.
func (b *entryBuilder) row(line int, text string, fields []string) row {
	r := row{line: line, kind: kindEntry, text: text}
	values := make([]any, len(b.shape.Names()))
	for i, field := range fields {
		values[b.place[i]] = typed(b.names[i], field)
	}
	get := func(name string) string {
		if i := b.shape.Index(name); i >= 0 {
			s, _ := values[i].(string)
			return s
		}
		return ""
	}
	set := func(name string, v any) {
		if i := b.shape.Index(name); i >= 0 && values[i] == nil {
			values[i] = v
		}
	}
	at, ok := parseTime(get("LastAccessed"))
	if !ok {
		return row{line: line, text: text, reason: "LastAccessed " + strconv.Quote(get("LastAccessed")) + " is not a time"}
	}
	if i := b.shape.Index("LastAccessed"); i >= 0 {
		values[i] = tenant.FormatTime(at)
	}
	set("SourceItems", []any{})
	set("SourceFolders", []any{})
	set("IsValid", true)
	set("ObjectState", "New")
	set("Identity", tenant.DerivedGUID(text))
	r.at, r.bag = at, tenant.NewBag(b.shape, values)
	r.owner = person{upn: get("MailboxOwnerUPN"), guid: get("MailboxGuid"), sid: get("MailboxOwnerSid"), name: get("MailboxResolvedOwnerName")}
	r.user = person{sid: get("LogonUserSid"), name: get("LogonUserDisplayName")}
	if _, err := tenant.NewAuditEntry(tenant.GUID{}, tenant.NewBag(b.shape, append([]any{}, values...))); err != nil {
		return row{line: line, text: text, reason: err.Error()}
	}
	if r.owner.empty() {
		return row{line: line, text: text, reason: "it does not say in whose mailbox it was"}
	}
	return r
}

// typed gives a field the type of its property; what has not the form of the type
// stays text.
func typed(name, field string) any {
	switch {
	case field == "":
		return nil
	case booleans[name] && strings.EqualFold(field, "true"):
		return true
	case booleans[name] && strings.EqualFold(field, "false"):
		return false
	case booleans[name] && field == "N/A", lists[name]:
		return nil // "N/A" and "System.Object[]" stand for what the CSV does not have
	case numbers[name]:
		if n, err := strconv.ParseInt(field, 10, 64); err == nil {
			return n
		}
	}
	return field
}
