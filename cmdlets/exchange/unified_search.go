package exchange

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

const (
	unifiedPage     = 100
	unifiedMaximum  = 5000
	unifiedLargeSet = 50000
	unifiedHistory  = 366 * 24 * time.Hour

	typeUnifiedEvent = "Microsoft.Exchange.Data.ApplicationLogic.UnifiedAuditLogEvent"
)

var unifiedEventNames = []string{"Deserialized." + typeUnifiedEvent, "Deserialized.System.Object"}

var unifiedCmdlets = []cmdlet{
	permissionCmdlet("Search-UnifiedAuditLog", "Searches the log of all services.", "Set-Mailbox sales -AuditLogAgeLimit 120; (Search-UnifiedAuditLog -StartDate (Get-Date).AddDays(-1) -EndDate (Get-Date).AddDays(1) -Operations Set-Mailbox -ResultSize 1).RecordType", "ExchangeAdmin", searchUnifiedAuditLog),
}

// unifiedSearch is a search that is read page by page.
type unifiedSearch struct {
	records []*tenant.UnifiedAuditRecord
	next    int
}

func searchUnifiedAuditLog(c *call) error {
	size := unifiedPage
	if c.has("ResultSize") {
		size = int(c.value("ResultSize").Int64())
	}
	if size < 1 || size > unifiedMaximum {
		return c.report(c.outOfRange("ResultSize", size, 1, unifiedMaximum))
	}
	search, err := c.unifiedSearch(size)
	if err != nil {
		return c.report(err)
	}
	end := min(search.next+size, len(search.records))
	page := search.records[search.next:end]
	first := search.next
	search.next = end
	for i, record := range page {
		if err := c.emit(c.unifiedObject(record, first+i+1, len(search.records))); err != nil {
			return err
		}
	}
	return nil
}

// unifiedSearch returns the search of -SessionId, or a new one.
func (c *call) unifiedSearch(size int) (*unifiedSearch, error) {
	known := connectionsOf(c.ctx.Session()).searches
	id := strings.ToLower(c.text("SessionId"))
	if s := known[id]; s != nil && id != "" {
		return s, nil
	}
	limit := size
	if id != "" {
		limit = unifiedMaximum
		if strings.EqualFold(c.text("SessionCommand"), "ReturnLargeSet") {
			limit = unifiedLargeSet
		}
	}
	records, err := c.unifiedRecords(limit)
	if err != nil {
		return nil, err
	}
	s := &unifiedSearch{records: records}
	if id != "" {
		known[id] = s
	}
	return s, nil
}

// unifiedRecords finds the newest records, up to a limit.
func (c *call) unifiedRecords(limit int) ([]*tenant.UnifiedAuditRecord, error) {
	t, err := c.organization()
	if err != nil {
		return nil, err
	}
	start, end := c.date("StartDate"), c.date("EndDate")
	oldest := t.Now().Add(-unifiedHistory)
	switch {
	case start.Before(oldest):
		return nil, invalidArgument("Audit log search argument startDate should be after %s UTC.", oldest.Format(enUSDate))
	case end.Before(start):
		return nil, invalidArgument("Audit log search argument endDate should be after startDate.")
	case end.Equal(start):
		return nil, nil
	}
	filter := c.unifiedFilter()
	var out []*tenant.UnifiedAuditRecord
	for record, err := range t.Unified(start, end) {
		if err != nil {
			return nil, c.fault(err)
		}
		if filter(record) {
			if out = append(out, record); len(out) >= limit {
				break
			}
		}
	}
	mailboxes, err := c.mailboxRecords(t, start, end, limit, filter)
	if err != nil {
		return nil, err
	}
	out = append(out, mailboxes...)
	slices.SortStableFunc(out, func(a, b *tenant.UnifiedAuditRecord) int { return b.CreationDate.Compare(a.CreationDate) })
	return out[:min(limit, len(out))], nil
}

// mailboxRecords are the entries of the mailbox audit logs, which the unified
// log holds as well.
func (c *call) mailboxRecords(t store.Tenant, start, end time.Time, limit int, filter func(*tenant.UnifiedAuditRecord) bool) ([]*tenant.UnifiedAuditRecord, error) {
	if kind := c.text("RecordType"); kind != "" && !strings.HasPrefix(kind, "ExchangeItem") && kind != "2" && kind != "3" && kind != "50" {
		return nil, nil
	}
	organization := derivedGUID(t.Name(), "tenant")
	var out []*tenant.UnifiedAuditRecord
	for entry, err := range t.AuditAll(store.AuditQuery{AuditQuery: tenant.AuditQuery{Start: start, End: end}}) {
		if err != nil {
			return nil, c.fault(err)
		}
		if record := unifiedRecordOf(entry, organization); filter(record) {
			if out = append(out, record); len(out) >= limit {
				break
			}
		}
	}
	return out, nil
}

// unifiedFilter reads the parameters that narrow the search.
func (c *call) unifiedFilter() func(*tenant.UnifiedAuditRecord) bool {
	operations, users, addresses, objects := c.texts("Operations"), c.texts("UserIds"), c.texts("IPAddresses"), c.texts("ObjectIds")
	kind, text := c.text("RecordType"), strings.ToLower(strings.Trim(c.text("FreeText"), "*"))
	return func(r *tenant.UnifiedAuditRecord) bool {
		switch {
		case len(operations) > 0 && !containsFold(operations, r.Operations),
			len(users) > 0 && !containsFold(users, r.UserIDs),
			kind != "" && !strings.EqualFold(kind, r.RecordType) && recordTypeNumber(r.RecordType) != kind,
			text != "" && !strings.Contains(strings.ToLower(r.AuditData), text):
			return false
		}
		return containsAny(r.AuditData, addresses) && containsAny(r.AuditData, objects)
	}
}

func containsAny(text string, parts []string) bool {
	for _, part := range parts {
		if strings.Contains(strings.ToLower(text), strings.ToLower(strings.Trim(part, "*"))) {
			return true
		}
	}
	return len(parts) == 0
}

// recordTypeNumbers are the numbers of the record types that Exchange writes.
var recordTypeNumbers = map[string]int{"ExchangeAdmin": 1, "ExchangeItem": 2, "ExchangeItemGroup": 3, "ExchangeItemAggregated": 50}

func recordTypeNumber(name string) string { return strconv.Itoa(recordTypeNumbers[name]) }

func (c *call) unifiedObject(r *tenant.UnifiedAuditRecord, index, count int) value.Value {
	data := r.AuditData
	if c.on("Formatted") {
		data = indentedJSON(data)
	}
	o := value.NewObject(10)
	o.TypeNames = unifiedEventNames
	o.Set("RecordType", value.Str(r.RecordType))
	o.Set("CreationDate", dateOf(r.CreationDate))
	o.Set("UserIds", value.Str(r.UserIDs))
	o.Set("Operations", value.Str(r.Operations))
	o.Set("AuditData", value.Str(data))
	o.Set("ResultIndex", value.Int(index))
	o.Set("ResultCount", value.Int(count))
	o.Set("Identity", value.Str(r.Identity))
	o.Set("IsValid", value.Bool(true))
	o.Set("ObjectState", value.Str("Unchanged"))
	return value.Obj(o)
}

func indentedJSON(text string) string {
	var raw json.RawMessage
	if json.Unmarshal([]byte(text), &raw) != nil {
		return text
	}
	out, err := json.MarshalIndent(raw, "", "  ")
	if err != nil {
		return text
	}
	return string(out)
}

// outOfRange is the binder's error for a number outside its limits.
func (c *call) outOfRange(parameter string, n, low, high int) error {
	bound, word, direction := high, "greater than the maximum", "less"
	if n < low {
		bound, word, direction = low, "less than the minimum", "greater"
	}
	return c.invalidValue(parameter, fmt.Sprintf("The %d argument is %s allowed range of %d. Supply an argument that is %s than or equal to %d and then try the command again.", n, word, bound, direction, bound))
}
