package auditlog

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"exolab/cmdlets/exchange/shapes"
	"exolab/cmdlets/exchange/task"
	"exolab/runtime"
	"exolab/runtime/value"
	"exolab/store/tenant"
)

const (
	unifiedPage     = 100
	unifiedMaximum  = 5000
	unifiedLargeSet = 50000
	unifiedHistory  = 366 * 24 * time.Hour
	unifiedLatency  = time.Hour

	typeUnifiedEvent = "Microsoft.Exchange.Data.ApplicationLogic.UnifiedAuditLogEvent"
)

var unifiedEventNames = []string{"Deserialized." + typeUnifiedEvent, "Deserialized.System.Object"}

var unifiedCmdlets = []task.Cmdlet{
	remotely(task.New("Search-UnifiedAuditLog", "Searches the log of all services.", "Set-Mailbox sales -AuditLogAgeLimit 120; (Search-UnifiedAuditLog -StartDate (Get-Date).AddDays(-1) -EndDate (Get-Date).AddDays(1) -Operations Set-Mailbox -ResultSize 1).RecordType", "ExchangeAdmin", searchUnifiedAuditLog)),
}

// remotely lets a remote session name its computer in the objects of a cmdlet.
func remotely(c task.Cmdlet) task.Cmdlet {
	c.Remote = []shapes.Property{{Name: "PSComputerName", Value: value.Str("outlook.office365.com")}}
	return c
}

// unifiedSearch is a search that is read page by page.
type unifiedSearch struct {
	records []unifiedHit
	next    int
}

func searchUnifiedAuditLog(c *task.Call) error {
	size := unifiedPage
	if c.Has("ResultSize") {
		size = int(c.Value("ResultSize").Int64())
	}
	if size < 1 || size > unifiedMaximum {
		return c.Report(outOfRange(c, "ResultSize", size, 1, unifiedMaximum))
	}
	search, fresh, err := pagesOf(c, size)
	if err != nil {
		return c.Report(err)
	}
	if fresh && shows(c, tenant.QuirkEmptyFirstPage) {
		return nil
	}
	end := min(search.next+size, len(search.records))
	page := search.records[search.next:end]
	first, uncounted := search.next, shows(c, tenant.QuirkResultCountZero)
	search.next = end
	for i, hit := range page {
		index, count := first+i+1, len(search.records)
		if uncounted {
			index, count = -1, 0
		}
		if err := c.Emit(unifiedObject(c, hit.record(), index, count)); err != nil {
			return err
		}
	}
	return nil
}

// shows reports whether the organization has a quirk.
func shows(c *task.Call, q tenant.Quirk) bool {
	org := c.OrganizationOrNil()
	return org != nil && org.Has(q)
}

type searchesKey struct{}

// searchesOf are the pages of Search-UnifiedAuditLog in a session, by SessionId.
func searchesOf(s *runtime.Session) map[string]*unifiedSearch {
	if known, ok := s.Services[searchesKey{}].(map[string]*unifiedSearch); ok {
		return known
	}
	fresh := map[string]*unifiedSearch{}
	s.Services[searchesKey{}] = fresh
	return fresh
}

// pagesOf returns the search of -SessionId, or a fresh one.
func pagesOf(c *task.Call, size int) (search *unifiedSearch, fresh bool, err error) {
	known, id := searchesOf(c.Ctx.Session()), ""
	if c.Text("SessionId") != "" {
		id = searchKey(c)
	}
	if s := known[id]; s != nil && id != "" {
		return s, false, nil
	}
	limit := size
	if id != "" {
		limit = unifiedMaximum
		if strings.EqualFold(c.Text("SessionCommand"), "ReturnLargeSet") {
			limit = unifiedLargeSet
		}
	}
	records, err := unifiedRecords(c, limit)
	if err != nil {
		return nil, false, err
	}
	s := &unifiedSearch{records: records}
	if id != "" {
		known[id] = s
	}
	return s, true, nil
}

// searchKey is the same for the same search in one session: scripts keep their
// SessionId when they go on to another window of time.
func searchKey(c *task.Call) string {
	var key strings.Builder
	for _, name := range []string{"SessionId", "SessionCommand", "StartDate", "EndDate", "RecordType", "Operations", "UserIds", "ObjectIds", "IPAddresses", "FreeText", "SiteIds"} {
		fmt.Fprintf(&key, "%s\x00%s\x00", name, strings.ToLower(c.Text(name)))
	}
	return key.String()
}

// unifiedRecords finds the newest records, up to a limit.
func unifiedRecords(c *task.Call, limit int) ([]unifiedHit, error) {
	t, err := c.Organization()
	if err != nil {
		return nil, err
	}
	start, end := c.Date("StartDate"), c.Date("EndDate")
	oldest := t.Now().Add(-unifiedHistory)
	switch {
	case start.Before(oldest):
		return nil, task.InvalidArgument("Audit log search argument startDate should be after %s UTC.", oldest.Format(task.EnUSDate))
	case end.Before(start):
		return nil, task.InvalidArgument("Audit log search argument endDate should be after startDate.")
	case end.Equal(start) || shows(c, tenant.QuirkIngestionOff):
		return nil, nil
	}
	if latest := t.Now().Add(-unifiedLatency); end.After(latest) && shows(c, tenant.QuirkLatency) {
		end = latest
	}
	hits, err := unifiedHits(c, t, start, end)
	if err != nil {
		return nil, err
	}
	var out []unifiedHit
	for hit, err := range hits {
		if err != nil {
			return nil, c.Fault(err)
		}
		if out = append(out, hit); len(out) >= limit {
			break
		}
	}
	return out, nil
}

func containsAny(text string, parts []string) bool {
	for _, part := range parts {
		if strings.Contains(strings.ToLower(text), strings.ToLower(strings.Trim(part, "*"))) {
			return true
		}
	}
	return len(parts) == 0
}

func unifiedObject(c *task.Call, r *tenant.UnifiedAuditRecord, index, count int) value.Value {
	data := r.AuditData
	if c.On("Formatted") {
		data = indentedJSON(data)
	}
	o := value.NewObject(10)
	o.TypeNames = unifiedEventNames
	o.Set("RecordType", value.Str(r.RecordType))
	o.Set("CreationDate", shapes.DateOf(r.CreationDate))
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
func outOfRange(c *task.Call, parameter string, n, low, high int) error {
	bound, word, direction := high, "greater than the maximum", "less"
	if n < low {
		bound, word, direction = low, "less than the minimum", "greater"
	}
	return c.InvalidValue(parameter, fmt.Sprintf("The %d argument is %s allowed range of %d. Supply an argument that is %s than or equal to %d and then try the command again.", n, word, bound, direction, bound))
}
