// Package evidence reads what real organizations export: the CSV of a Purview
// audit search, AuditData as JSON Lines, CSV of mailbox audit entries as the
// documented audit script writes it, and SearchResult.xml. So an investigator can
// work on the data of an own incident.
//
// Nothing is lost on the way: columns without a meaning of their own are kept as
// properties, and rows that cannot be read are kept as they are, with their line.
package evidence

import "strings"

// Format is a kind of file.
type Format int

// The formats that are told apart.
const (
	Records    Format = iota // exolab's own record form, or nothing that is known
	Activities               // a script of activities, one in a line
	PurviewCSV               // a CSV with AuditData
	MailboxCSV               // a CSV of mailbox audit entries
	AuditData                // AuditData, one record in a line or in one array
	ResultsXML               // SearchResult.xml
)

// String names the format for messages.
func (f Format) String() string {
	return [...]string{"records", "activities", "Purview CSV", "CSV of mailbox audit entries", "AuditData", "SearchResult.xml"}[f]
}

// headSize is how much of a file is looked at to recognize it.
const headSize = 64 << 10

// Recognize tells the format from the beginning of a text.
func Recognize(head []byte) Format {
	text := strings.TrimLeft(strings.TrimPrefix(string(head), "\ufeff"), " \t\r\n")
	line, _, _ := strings.Cut(skipTypeLine(text), "\n")
	folded := strings.ToLower(line)
	switch {
	case strings.HasPrefix(text, "<"):
		return ResultsXML
	case strings.HasPrefix(text, "["):
		return AuditData
	case strings.HasPrefix(text, "{"):
		return formatOfJSON(line)
	case hasColumns(folded, "auditdata"):
		return PurviewCSV
	case hasColumns(folded, "operation", "lastaccessed"):
		return MailboxCSV
	}
	return Records
}

func formatOfJSON(line string) Format {
	spaceless := strings.NewReplacer(" ", "", "\t", "").Replace(line)
	switch {
	case strings.Contains(spaceless, `"kind":"activity"`):
		return Activities
	case strings.Contains(spaceless, `"kind":`):
		return Records
	case strings.Contains(spaceless, `"CreationTime":`) && strings.Contains(spaceless, `"Operation":`):
		return AuditData
	}
	return Records
}

// skipTypeLine leaves out the line that Windows PowerShell's Export-Csv begins with.
func skipTypeLine(text string) string {
	if strings.HasPrefix(text, "#TYPE") {
		_, text, _ = strings.Cut(text, "\n")
	}
	return text
}

func hasColumns(header string, names ...string) bool {
	columns := strings.Split(strings.NewReplacer(`"`, "", "\r", "", ";", ",", "\t", ",").Replace(header), ",")
	for _, name := range names {
		found := false
		for _, column := range columns {
			found = found || strings.TrimSpace(column) == name
		}
		if !found {
			return false
		}
	}
	return true
}
