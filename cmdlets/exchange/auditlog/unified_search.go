package auditlog

import (
	"encoding/json"
	"fmt"
	"iter"
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
	// count is the number of hits, up to the limit of the search.
	count int
	// read gives the next hit; it reads the log no further than it has to.
	read func() (unifiedHit, error, bool)
	stop func()
	// at is the number of hits that were read, shown how many the pages up to
	// the present one have.
	at, shown int
}

func searchUnifiedAuditLog(c *task.Call) error {
	size := unifiedPage
	if c.Has("ResultSize") {
		size = int(c.Value("ResultSize").Int64())
	}
	if size < 1 || size > unifiedMaximum {
		return c.Report(outOfRange(c, "ResultSize", size, 1, unifiedMaximum))
	}
	if kind := c.Text("RecordType"); kind != "" && tenant.RecordTypeNumber(kind) == 0 {
		return c.BadEnum("RecordType", kind, "Microsoft.Exchange.Data.AuditRecordType", tenant.RecordTypeNames())
	}
	search, fresh, err := pagesOf(c, size)
	if err != nil {
		return c.Report(err)
	}
	if c.Text("SessionId") == "" {
		defer search.stop()
	}
	if fresh && shows(c, tenant.QuirkEmptyFirstPage) {
		return nil
	}
	uncounted := shows(c, tenant.QuirkResultCountZero)
	for hit, err := range search.page(size) {
		if err != nil {
			return c.Report(c.Fault(err))
		}
		index, count := search.at, search.count
		if uncounted {
			index, count = -1, 0
		}
		if err := c.Emit(unifiedObject(c, hit.record(), index, count)); err != nil {
			return err
		}
	}
	return nil
}

// page yields the next hits. What the page before has left, because nobody wanted
// it, is passed over.
func (s *unifiedSearch) page(size int) iter.Seq2[unifiedHit, error] {
	return func(yield func(unifiedHit, error) bool) {
		first := s.shown
		s.shown = min(first+size, s.count)
		for s.at < s.shown {
			hit, err, more := s.read()
			if !more {
				return
			}
			if s.at++; s.at <= first && err == nil {
				continue
			}
			if !yield(hit, err) || err != nil {
				return
			}
		}
	}
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
	s, err := newUnifiedSearch(c, limit)
	if err != nil {
		return nil, false, err
	}
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

// newUnifiedSearch begins a search for the newest records, up to a limit.
func newUnifiedSearch(c *task.Call, limit int) (*unifiedSearch, error) {
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
		return &unifiedSearch{stop: func() {}}, nil
	}
	if latest := t.Now().Add(-unifiedLatency); end.After(latest) && shows(c, tenant.QuirkLatency) {
		end = latest
	}
	hits, count, err := unifiedHits(c, t, start, end, limit)
	if err != nil {
		return nil, c.Fault(err)
	}
	s := &unifiedSearch{count: count}
	s.read, s.stop = iter.Pull2(hits)
	return s, nil
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
