package tenant

import "strings"

// Quirk is an oddity of the service that an organization can show on demand.
type Quirk string

// The quirks of the unified audit log.
const (
	// QuirkEmptyFirstPage lets the first call of a search return nothing.
	QuirkEmptyFirstPage Quirk = "EmptyFirstPage"
	// QuirkResultCountZero gives results the ResultIndex -1 and the ResultCount 0.
	QuirkResultCountZero Quirk = "ResultCountZero"
	// QuirkIngestionOff lets searches find nothing, as before the log is turned on.
	QuirkIngestionOff Quirk = "IngestionOff"
	// QuirkLatency hides what happened in the last hour.
	QuirkLatency Quirk = "Latency"
)

// The quirks of the service around the log.
const (
	// QuirkThrottling delays cmdlets after the first of a session and refuses
	// sessions beyond the number that a user may have open.
	QuirkThrottling Quirk = "Throttling"
	// QuirkDehydrated refuses what changes the configuration until
	// Enable-OrganizationCustomization is run, as in a new organization.
	QuirkDehydrated Quirk = "Dehydrated"
)

// Quirks are all quirks with what they do.
var Quirks = []struct {
	Quirk Quirk
	Does  string
}{
	{QuirkEmptyFirstPage, "the first call of a search in the unified log returns nothing"},
	{QuirkResultCountZero, "results of the unified log have ResultIndex -1 and ResultCount 0"},
	{QuirkIngestionOff, "the unified log finds nothing, as before auditing was turned on"},
	{QuirkLatency, "the unified log does not find what happened in the last hour"},
	{QuirkThrottling, "many cmdlets in a row are delayed, a fourth remote session is refused"},
	{QuirkDehydrated, "changes of the configuration ask for Enable-OrganizationCustomization first"},
}

// FindQuirk finds a quirk by name, ignoring case; "" if there is none.
func FindQuirk(name string) Quirk {
	for _, q := range Quirks {
		if strings.EqualFold(string(q.Quirk), name) {
			return q.Quirk
		}
	}
	return ""
}

// Has reports whether the organization shows a quirk.
func (o *Organization) Has(q Quirk) bool {
	list, _ := o.Properties.Get("Quirks")
	names, _ := list.([]any)
	for _, name := range names {
		if text, ok := name.(string); ok && strings.EqualFold(text, string(q)) {
			return true
		}
	}
	return false
}

// Show turns a quirk on or off.
func (o *Organization) Show(q Quirk, on bool) {
	var names []any
	for _, known := range Quirks {
		if known.Quirk == q && on || known.Quirk != q && o.Has(known.Quirk) {
			names = append(names, string(known.Quirk))
		}
	}
	o.Properties.Set("Quirks", names)
}
