package evidence

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"exolab/store/tenant"
)

// The elements of SearchResult.xml are read one Event after the other, so that a
// damaged one leaves the others readable.

// xmlEvent is one Event of SearchResult.xml.
type xmlEvent struct {
	Attributes []xml.Attr `xml:",any,attr"`
	Items      []xmlItem  `xml:"SourceItems>ItemId"`
	Folders    []xmlItem  `xml:"SourceFolders>FolderId"`
	Parameters []xmlPair  `xml:"CmdletParameters>Parameter"`
	Modified   []xmlPair  `xml:"ModifiedProperties>Property"`
}

type xmlItem struct {
	ID      string `xml:"Id,attr"`
	Subject string `xml:"Subject,attr"`
	Folder  string `xml:"FolderPathName,attr"`
}

type xmlPair struct {
	Name  string `xml:"Name,attr"`
	Value string `xml:"Value,attr"`
	Old   string `xml:"OldValue,attr"`
	New   string `xml:"NewValue,attr"`
}

// xmlNames are the attributes whose properties have other names.
var xmlNames = map[string]string{"Owner": "MailboxResolvedOwnerName", "LogonUserDN": "LogonUserDisplayName"}

// readResults reads SearchResult.xml of a mailbox or an administrator audit search.
func readResults(l *lines, emit func(row) error) error {
	var event strings.Builder
	start := 0
	for {
		line, err := l.next()
		if errors.Is(err, io.EOF) {
			if event.Len() > 0 {
				return emit(row{line: start, text: event.String(), reason: "the Event does not end"})
			}
			return nil
		}
		if err != nil {
			return err
		}
		if strings.Contains(line, "<!DOCTYPE") || strings.Contains(line, "<!ENTITY") {
			return fmt.Errorf("line %d: the XML declares entities; it is refused", l.number)
		}
		for line != "" {
			if event.Len() == 0 {
				i := strings.Index(line, "<Event")
				if i < 0 {
					break
				}
				line, start = line[i:], l.number
			}
			end := endOfEvent(line, event.String())
			if end < 0 {
				event.WriteString(line)
				if event.Len() > longestRow {
					return errLongRow
				}
				break
			}
			event.WriteString(line[:end])
			if err := emit(eventRow(start, event.String())); err != nil {
				return err
			}
			event.Reset()
			line = line[end:]
		}
	}
}

// endOfEvent is where the Event ends in a line, -1 if it goes on; before is what
// earlier lines have of it.
func endOfEvent(line, before string) int {
	closing := strings.Index(line, "</Event>")
	if closing >= 0 {
		closing += len("</Event>")
	}
	if strings.Contains(before, ">") {
		return closing
	}
	if tag := strings.IndexByte(line, '>'); tag > 0 && line[tag-1] == '/' {
		return tag + 1 // an Event without content
	}
	return closing
}

// eventRow is the record of an Event. The documentation prints <ItemId="..."> for
// an item, which is not XML; it is read as its Id.
func eventRow(line int, text string) row {
	var e xmlEvent
	if err := xml.Unmarshal([]byte(strings.ReplaceAll(text, `<ItemId="`, `<ItemId Id="`)), &e); err != nil {
		return row{line: line, text: text, reason: "the Event is damaged: " + strings.TrimPrefix(err.Error(), "XML syntax error on ")}
	}
	for _, a := range e.Attributes {
		if a.Name.Local == "Cmdlet" {
			return e.adminRow(line, text)
		}
	}
	return e.mailboxRow(line, text)
}

func (e *xmlEvent) mailboxRow(line int, text string) row {
	var names, fields []string
	for _, a := range e.Attributes {
		name := a.Name.Local
		if known := xmlNames[name]; known != "" {
			name = known
		}
		names, fields = append(names, name), append(fields, a.Value)
	}
	r := newEntryBuilder(distinct(names)).row(line, text, fields)
	if r.kind == "" {
		return r
	}
	items := make([]any, len(e.Items))
	subjects, ids, folders := make([]string, len(items)), make([]string, len(items)), make([]string, len(items))
	for i, item := range e.Items {
		items[i] = tenant.BagOf("SourceItemId", item.ID, "SourceItemSubject", item.Subject, "SourceItemFolderPathName", item.Folder)
		ids[i], subjects[i], folders[i] = item.ID, item.Subject, item.Folder
	}
	if len(items) > 0 {
		r.bag.Set("SourceItems", items)
		r.bag.Set("SourceItemIdsList", strings.Join(ids, ", "))
		r.bag.Set("SourceItemSubjectsList", strings.Join(subjects, ", "))
		r.bag.Set("SourceItemFolderPathNamesList", strings.Join(folders, ", "))
	}
	if len(e.Folders) > 0 {
		sources := make([]any, len(e.Folders))
		for i, f := range e.Folders {
			sources[i] = tenant.BagOf("SourceFolderId", f.ID, "SourceFolderPathName", f.Folder)
		}
		r.bag.Set("SourceFolders", sources)
	}
	return r
}

func (e *xmlEvent) adminRow(line int, text string) row {
	b := tenant.BagOf()
	r := row{line: line, kind: "adminAuditEntry", text: text}
	for _, a := range e.Attributes {
		switch name := a.Name.Local; name {
		case "Cmdlet":
			b.Set("CmdletName", a.Value)
		case "Caller":
			r.user.name = a.Value
			b.Set(name, a.Value)
		case "Succeeded":
			b.Set(name, strings.EqualFold(a.Value, "true"))
		case "RunDate":
			at, ok := parseTime(a.Value)
			if !ok {
				return row{line: line, text: text, reason: "RunDate is not a time"}
			}
			r.at = at
			b.Set(name, tenant.FormatTime(at))
		default:
			b.Set(name, a.Value)
		}
	}
	if r.at.IsZero() {
		return row{line: line, text: text, reason: "it has no RunDate"}
	}
	parameters := make([]any, len(e.Parameters))
	for i, p := range e.Parameters {
		parameters[i] = tenant.BagOf("Name", p.Name, "Value", p.Value)
	}
	modified := make([]any, len(e.Modified))
	for i, p := range e.Modified {
		modified[i] = tenant.BagOf("Name", p.Name, "OldValue", p.Old, "NewValue", p.New)
	}
	b.Set("CmdletParameters", parameters)
	b.Set("ModifiedProperties", modified)
	r.bag = b
	return r
}
